//! The three ways the sealing half can say no. Opening has one opaque error: a stranger who sends bytes learns
//! only that they did not open, not why.

/// Sealed bytes did not open: wrong key, changed bytes, wrong place, wrong signature. Deliberately one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes do not open")]
pub struct OpenError;

/// Bytes that are not in the canonical form of their format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Too few or too many bytes for what they say they are.
    #[error("wrong length")]
    Length,
    /// Not the magic bytes of this format.
    #[error("not this format")]
    Magic,
    /// A suite this version does not speak.
    #[error("unknown suite")]
    Suite,
    /// A kind this version does not know.
    #[error("unknown kind")]
    Kind,
    /// A field outside its values.
    #[error("value out of range")]
    Value,
}

/// Why nothing was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The text is longer than the largest size fits.
    #[error("too long to seal")]
    TooLong,
    /// No reader at all, more than 255, or the same one twice.
    #[error("not a possible list of readers")]
    Readers,
    /// A public key that is not one.
    #[error("not a public key")]
    Key,
}

impl From<DecodeError> for OpenError {
    fn from(_: DecodeError) -> Self {
        Self
    }
}
