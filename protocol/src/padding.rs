//! Length-prefixed padding to few sizes, so that a length says little. Canonical: a length that does not fit
//! or padding that is not zero is an error, so one plaintext has one padded form.

use alloc::vec::Vec;
use zeroize::Zeroizing;

use crate::error::{DecodeError, SealError};

/// Sizes of a padded text body in bytes.
pub const TEXT_BUCKETS: [u32; 4] = [8 * 1024, 16 * 1024, 32 * 1024, 64 * 1024];
/// Bytes of the length in front.
pub const PREFIX_LEN: usize = 4;

/// The smallest text bucket that holds `len` bytes with their prefix, if any does.
#[must_use]
pub fn bucket(len: usize) -> Option<u32> {
    let needed = len.checked_add(PREFIX_LEN)?;
    TEXT_BUCKETS
        .into_iter()
        .find(|size| *size as usize >= needed)
}

/// u32 length | data | zeros, `size` bytes in all.
///
/// # Errors
/// When the data do not fit.
pub fn pad(data: &[u8], size: usize) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    pad_onto(&mut padded, data, size)?;
    Ok(padded)
}

/// The same, behind what is there already.
///
/// # Errors
/// When the data do not fit. Nothing was added then.
pub(crate) fn pad_onto(bytes: &mut Vec<u8>, data: &[u8], size: usize) -> Result<(), SealError> {
    let length = u32::try_from(data.len()).map_err(|_| SealError::TooLong)?;
    if data.len() + PREFIX_LEN > size {
        return Err(SealError::TooLong);
    }
    let end = bytes.len() + size;
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(data);
    bytes.resize(end, 0);
    Ok(())
}

/// The data inside, after checking length and zeros.
///
/// # Errors
/// When the length does not fit or the padding is not zero.
pub fn unpad(padded: &[u8]) -> Result<&[u8], DecodeError> {
    let (prefix, rest) = padded
        .split_first_chunk::<PREFIX_LEN>()
        .ok_or(DecodeError::Length)?;
    let length = usize::try_from(u32::from_be_bytes(*prefix)).map_err(|_| DecodeError::Length)?;
    let (data, zeros) = rest.split_at_checked(length).ok_or(DecodeError::Length)?;
    // Secret data: look at every byte before deciding.
    if zeros.iter().fold(0, |seen, byte| seen | byte) != 0 {
        return Err(DecodeError::Value);
    }
    Ok(data)
}

#[cfg(test)]
mod tests {
    use super::{TEXT_BUCKETS, bucket, pad, unpad};
    use crate::error::{DecodeError, SealError};
    use hex_literal::hex;

    #[test]
    fn layout() {
        let padded = pad(b"abc", 10).unwrap();
        assert_eq!(
            **padded,
            hex!(
                "00000003" // u32 true length
                "616263"   // data
                "000000"   // zeros
            )
        );
        assert_eq!(unpad(&padded), Ok(b"abc".as_slice()));
    }

    #[test]
    fn bad_padding_is_refused() {
        assert_eq!(unpad(&hex!("0000")), Err(DecodeError::Length));
        assert_eq!(unpad(&hex!("0000000461")), Err(DecodeError::Length));
        assert_eq!(unpad(&hex!("ffffffff61")), Err(DecodeError::Length));
        assert_eq!(unpad(&hex!("000000016101")), Err(DecodeError::Value));
        assert_eq!(pad(b"abc", 6).err(), Some(SealError::TooLong));
    }

    #[test]
    fn buckets_hold_what_they_promise() {
        for size in TEXT_BUCKETS {
            let full = size as usize - 4;
            assert_eq!(bucket(full), Some(size));
            assert_ne!(bucket(full + 1), Some(size));
        }
        assert_eq!(bucket(0), Some(8192));
        assert_eq!(bucket(65_533), None);
        assert_eq!(bucket(usize::MAX), None);
    }
}
