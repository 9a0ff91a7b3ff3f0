//! Turns stored values back into the protocol's types. A value this program never writes is damage (R18).

use protocol::encoding::FixedBytes;

use super::StoreError;

/// Exactly `N` stored bytes.
pub(super) fn array<const N: usize>(stored: Vec<u8>) -> Result<[u8; N], StoreError> {
    stored
        .try_into()
        .map_err(|_| StoreError::Damaged("a value has the wrong length"))
}

/// Exactly `N` stored bytes as the protocol's type: hashes, key ids, sealed notices.
pub(super) fn fixed<const N: usize>(stored: Vec<u8>) -> Result<FixedBytes<N>, StoreError> {
    array(stored).map(FixedBytes)
}

/// A stored count, hour, day or version. They are written from `u32` and smaller.
pub(super) fn number<T: TryFrom<i64>>(stored: i64) -> Result<T, StoreError> {
    T::try_from(stored).map_err(|_| StoreError::Damaged("a number is out of range"))
}

/// A number that may be absent.
pub(super) fn maybe_number(stored: Option<i64>) -> Result<Option<u32>, StoreError> {
    stored.map(number).transpose()
}

/// A place in the log, as stored: logs end long before 2^63.
pub(super) fn index(place: u64) -> Result<i64, StoreError> {
    i64::try_from(place).map_err(|_| StoreError::Log("a place beyond 2^63"))
}
