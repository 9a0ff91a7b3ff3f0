//! Values as bytes in a fixed order (protocol 2.5): no names, no types, nothing to choose, so one value has one form.
//!
//! For what is sealed, or said between our own two halves; whatever is hashed or signed has a format of its own.
//! Promises: reading takes all bytes or refuses, never panics, and never reserves more than came; writing allocates
//! once, so that growing leaves no copy of a secret behind. Knows no versions: that is the business of each format.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::encoding::{Bytes, FixedBytes};
use crate::id::{CaseId, SchoolId};

/// A value with one form in bytes. `packed!` writes this for structs and enums.
pub trait Pack: Sized {
    /// Appends the value.
    fn put(&self, to: &mut Writer);

    /// Takes the value from the front; `None` if the bytes are not one.
    fn take(from: &mut Cursor<'_>) -> Option<Self>;
}

/// The bytes of a value.
#[must_use]
pub fn pack<T: Pack>(value: &T) -> Zeroizing<Vec<u8>> {
    let mut counted = Writer::Counts(0);
    value.put(&mut counted);
    let length = match counted {
        Writer::Counts(length) => length,
        Writer::Writes(bytes) => bytes.len(),
    };
    let mut written = Writer::Writes(Zeroizing::new(Vec::with_capacity(length)));
    value.put(&mut written);
    match written {
        Writer::Writes(bytes) => bytes,
        Writer::Counts(_) => Zeroizing::default(),
    }
}

/// The value of which these are all the bytes.
#[must_use]
pub fn unpack<T: Pack>(bytes: &[u8]) -> Option<T> {
    let mut cursor = Cursor::new(bytes);
    let value = T::take(&mut cursor)?;
    cursor.end()?;
    Some(value)
}

/// Where values write themselves: first to be counted, then into room that is large enough.
pub enum Writer {
    /// How many bytes there are so far.
    Counts(usize),
    /// The bytes so far.
    Writes(Zeroizing<Vec<u8>>),
}

impl Writer {
    /// Appends bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        match self {
            Self::Counts(length) => *length += bytes.len(),
            Self::Writes(written) => written.extend_from_slice(bytes),
        }
    }

    /// Appends how many follow.
    fn count(&mut self, count: usize) {
        let count = u32::try_from(count).expect("memory of four gigabytes is not ours");
        self.bytes(&count.to_be_bytes());
    }
}

/// How many follow.
fn take_count(from: &mut Cursor<'_>) -> Option<usize> {
    usize::try_from(from.u32()?).ok()
}

fn put_slice(bytes: &[u8], to: &mut Writer) {
    to.count(bytes.len());
    to.bytes(bytes);
}

fn take_slice<'a>(from: &mut Cursor<'a>) -> Option<&'a [u8]> {
    let length = take_count(from)?;
    from.slice(length)
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {
        $(impl Pack for $number {
            fn put(&self, to: &mut Writer) {
                to.bytes(&self.to_be_bytes());
            }

            fn take(from: &mut Cursor<'_>) -> Option<Self> {
                from.array().map(Self::from_be_bytes)
            }
        })+
    };
}
whole_numbers!(u8, u16, u32, u64);

impl Pack for bool {
    fn put(&self, to: &mut Writer) {
        to.bytes(&[u8::from(*self)]);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        match from.u8()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Pack for String {
    fn put(&self, to: &mut Writer) {
        put_slice(self.as_bytes(), to);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        core::str::from_utf8(take_slice(from)?).ok().map(Self::from)
    }
}

impl Pack for Bytes {
    fn put(&self, to: &mut Writer) {
        put_slice(&self.0, to);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        take_slice(from).map(|bytes| Self(bytes.to_vec()))
    }
}

impl<const N: usize> Pack for FixedBytes<N> {
    fn put(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        from.array().map(Self)
    }
}

macro_rules! ids {
    ($($id:ty),+) => {
        $(impl Pack for $id {
            fn put(&self, to: &mut Writer) {
                to.bytes(&self.to_bytes());
            }

            fn take(from: &mut Cursor<'_>) -> Option<Self> {
                from.array().map(Self::from_bytes)
            }
        })+
    };
}
ids!(CaseId, SchoolId);

impl<T: Pack> Pack for Option<T> {
    fn put(&self, to: &mut Writer) {
        self.is_some().put(to);
        if let Some(value) = self {
            value.put(to);
        }
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        if bool::take(from)? {
            T::take(from).map(Some)
        } else {
            Some(None)
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn put(&self, to: &mut Writer) {
        to.count(self.len());
        for value in self {
            value.put(to);
        }
    }

    // Grows with what is really there: a count is only a claim.
    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        let mut values = Self::new();
        for _ in 0..take_count(from)? {
            values.push(T::take(from)?);
        }
        Some(values)
    }
}

impl<T: Pack> Pack for Box<T> {
    fn put(&self, to: &mut Writer) {
        T::put(self, to);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        T::take(from).map(Self::new)
    }
}

/// Writes [`Pack`] for a struct, whose fields follow each other in the order given, or for an enum, whose variants
/// have a byte each. A field or variant that is missing from the list does not compile.
#[macro_export]
macro_rules! packed {
    (struct $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::pack::Pack for $name {
            fn put(&self, to: &mut $crate::pack::Writer) {
                let Self { $($field),+ } = self;
                $($crate::pack::Pack::put($field, to);)+
            }

            fn take(from: &mut $crate::cursor::Cursor<'_>) -> Option<Self> {
                Some(Self { $($field: $crate::pack::Pack::take(from)?),+ })
            }
        }
    };
    (enum $name:ident { $($byte:literal => $variant:ident $({ $($field:ident),* })? $(( $item:ident ))?),+ $(,)? }) => {
        impl $crate::pack::Pack for $name {
            fn put(&self, to: &mut $crate::pack::Writer) {
                match self {
                    $(Self::$variant $({ $($field),* })? $(( $item ))? => {
                        to.bytes(&[$byte]);
                        $($($crate::pack::Pack::put($field, to);)*)?
                        $($crate::pack::Pack::put($item, to);)?
                    })+
                }
            }

            fn take(from: &mut $crate::cursor::Cursor<'_>) -> Option<Self> {
                Some(match from.u8()? {
                    $($byte => Self::$variant
                        $({ $($field: $crate::pack::Pack::take(from)?),* })?
                        $(({
                            let $item = $crate::pack::Pack::take(from)?;
                            $item
                        }))?,)+
                    _ => return None,
                })
            }
        }
    };
}
