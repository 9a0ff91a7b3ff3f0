//! Reads fixed-layout bytes from the front. Every step may find too little and says so; nothing here panics,
//! allocates or trusts a length it was given. It promises no meaning: that is the business of each format.

/// What is left to read of bytes that came from outside.
pub struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    /// Starts at the first byte.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next `length` bytes, or `None` if there are fewer.
    pub fn slice(&mut self, length: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    /// The next `N` bytes.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.slice(N)?.try_into().ok()
    }

    /// One byte.
    pub fn u8(&mut self) -> Option<u8> {
        self.array().map(|[byte]: [u8; 1]| byte)
    }

    /// Two bytes, big-endian.
    pub fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    /// Four bytes, big-endian.
    pub fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    /// Eight bytes, big-endian.
    pub fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    /// Exactly these bytes, such as the name of a format.
    pub fn tag(&mut self, expected: &[u8]) -> Option<()> {
        (self.slice(expected.len())? == expected).then_some(())
    }

    /// A length byte, then that many bytes of UTF-8.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.u8()?;
        core::str::from_utf8(self.slice(usize::from(length))?).ok()
    }

    /// Everything that is left.
    #[must_use]
    pub const fn rest(self) -> &'a [u8] {
        self.0
    }

    /// `Some` only if nothing is left: a format has no room for a tail.
    #[must_use]
    pub const fn end(self) -> Option<()> {
        if self.0.is_empty() { Some(()) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn reads_in_order_and_refuses_a_tail() {
        let mut bytes = Cursor::new(&[1, 0, 2, 0, 0, 0, 3, 2, b'h', b'i', 9]);
        assert_eq!(bytes.u8(), Some(1));
        assert_eq!(bytes.u16(), Some(2));
        assert_eq!(bytes.u32(), Some(3));
        assert_eq!(bytes.text(), Some("hi"));
        assert_eq!(bytes.u16(), None);
        assert_eq!(bytes.end(), None);
    }

    #[test]
    fn a_length_beyond_the_end_reads_nothing() {
        let mut bytes = Cursor::new(&[200, 1, 2]);
        assert_eq!(bytes.text(), None);
        assert_eq!(Cursor::new(&[]).u8(), None);
        assert_eq!(Cursor::new(b"SRD1").tag(b"SRL1"), None);
    }
}
