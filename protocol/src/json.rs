//! Reads JSON into types, small: in a browser every byte of a parser is downloaded by a pupil.
//!
//! `serde_json` unrolls its parser into every type it reads, which came to a quarter of the reporter's module. Here one
//! function parses into a tree and types read the tree. Promises: the same documents mean the same as with `serde_json`
//! (a test compares the two), foreign bytes never panic, nesting is bounded, text is wiped. Our interface has whole
//! numbers only, so fractions are refused. Writing stays with `serde_json`.

mod parse;
mod read;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, DeserializeOwned, Expected, Unexpected};
use zeroize::Zeroize;

/// Not JSON, or not the JSON of this type. Which, is no help to anyone: it came from our own other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError;

/// Reads a whole document.
///
/// # Errors
///
/// When the bytes are not JSON, are nested too deeply, or are not a `T`.
pub fn from_slice<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, JsonError> {
    from_str(core::str::from_utf8(bytes).map_err(|_| JsonError)?)
}

/// Reads a whole document.
///
/// # Errors
///
/// As [`from_slice`].
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    T::deserialize(&parse::parse(text)?)
}

/// A value of the document. Text without escapes stays in the caller's buffer.
enum Node<'a> {
    Null,
    Flag(bool),
    Number(Number),
    Text(Text<'a>),
    List(Vec<Node<'a>>),
    Map(Vec<(Text<'a>, Node<'a>)>),
}

#[derive(Clone, Copy)]
enum Number {
    Positive(u64),
    Negative(i64),
}

/// Text of the document; its own copy, where there is one, is wiped.
struct Text<'a>(Cow<'a, str>);

impl Drop for Text<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(text) = &mut self.0 {
            text.zeroize();
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the expected JSON")
    }
}

impl core::error::Error for JsonError {}

// Every one of these is overridden so that no message is ever formatted.
impl de::Error for JsonError {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}
