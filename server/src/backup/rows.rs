//! One file per table: the rows, each value with a byte that says what it is. The same bytes for the same rows,
//! whichever engine they came from.
//!
//! Row: every column in the manifest's order. Value: 0 nothing; 1 number, i64 big-endian; 2 and 3 no and yes; 4 bytes and
//! 5 text, u32 length big-endian and what follows.

use std::io::{self, BufRead, Read, Write};

use sha2::{Digest, Sha256};

use crate::store::Value;

/// A value is never longer: the largest is a sealed message.
const LONGEST: u32 = 16 * 1024 * 1024;

/// Counts and hashes what goes through.
pub struct Hashing<W> {
    inner: W,
    hash: Sha256,
    bytes: u64,
}

impl<W> Hashing<W> {
    /// Around a file.
    pub fn new(inner: W) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    /// What went through: bytes, SHA-256 in hex, and the file back.
    pub fn finish(self) -> (u64, String, W) {
        (self.bytes, hex(&self.hash.finalize()), self.inner)
    }

    fn saw(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or(0);
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.saw(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.saw(&bytes[..read]);
        Ok(read)
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes one row.
pub fn write_row(out: &mut impl Write, row: &[Value]) -> io::Result<()> {
    for value in row {
        match value {
            Value::Null => out.write_all(&[0])?,
            Value::Number(number) => {
                out.write_all(&[1])?;
                out.write_all(&number.to_be_bytes())?;
            }
            Value::Flag(flag) => out.write_all(&[2 + u8::from(*flag)])?,
            Value::Bytes(bytes) => write_long(out, 4, bytes)?,
            Value::Text(text) => write_long(out, 5, text.as_bytes())?,
        }
    }
    Ok(())
}

fn write_long(out: &mut impl Write, tag: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len())
        .ok()
        .filter(|length| *length <= LONGEST)
        .ok_or_else(|| damaged("a value is too long"))?;
    out.write_all(&[tag])?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(bytes)
}

/// Reads one row; `None` at the end of the file.
pub fn read_row(from: &mut impl BufRead, columns: usize) -> io::Result<Option<Vec<Value>>> {
    if from.fill_buf()?.is_empty() {
        return Ok(None);
    }
    (0..columns)
        .map(|_| read_value(from))
        .collect::<io::Result<_>>()
        .map(Some)
}

fn read_value(from: &mut impl Read) -> io::Result<Value> {
    let [tag] = read_array(from)?;
    Ok(match tag {
        0 => Value::Null,
        1 => Value::Number(i64::from_be_bytes(read_array(from)?)),
        2 | 3 => Value::Flag(tag == 3),
        4 => Value::Bytes(read_long(from)?),
        5 => Value::Text(
            String::from_utf8(read_long(from)?).map_err(|_| damaged("a text is no text"))?,
        ),
        _ => return Err(damaged("a value has no type")),
    })
}

fn read_long(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let length = u32::from_be_bytes(read_array(from)?);
    if length > LONGEST {
        return Err(damaged("a value is too long"));
    }
    let mut bytes = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() == usize::try_from(length).unwrap_or(usize::MAX) {
        Ok(bytes)
    } else {
        Err(damaged("it ends too early"))
    }
}

fn read_array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn damaged(why: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("the backup is damaged: {why}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were() {
        let rows = [
            vec![Value::Null, Value::Number(i64::MIN), Value::Flag(true)],
            vec![
                Value::Bytes(vec![0, 255]),
                Value::Text("é".to_owned()),
                Value::Flag(false),
            ],
        ];
        let mut bytes = Vec::new();
        for row in &rows {
            write_row(&mut bytes, row).unwrap();
        }
        let mut from = bytes.as_slice();
        for row in &rows {
            assert_eq!(read_row(&mut from, 3).unwrap().as_ref(), Some(row));
        }
        assert_eq!(read_row(&mut from, 3).unwrap(), None);
        for cut in 1..bytes.len() {
            let mut from = &bytes[..cut];
            let read: io::Result<Vec<_>> =
                std::iter::from_fn(|| read_row(&mut from, 3).transpose()).collect();
            assert!(read.is_err() || read.unwrap().len() < 2, "cut at {cut}");
        }
    }
}
