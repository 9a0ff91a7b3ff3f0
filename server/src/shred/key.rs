//! The key of one case.

use rand_core::Rng;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

const MARK_LABEL: &[u8] = b"sotto/v1/shredded";

/// 32 random bytes under a random name. Has no `Debug` and is wiped when dropped.
#[derive(Clone)]
pub struct CaseKey {
    id: Uuid,
    bytes: Zeroizing<[u8; 32]>,
}

impl CaseKey {
    /// A fresh key.
    #[must_use]
    pub fn make(rng: &mut impl Rng) -> Self {
        let mut id = [0; 16];
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut id);
        rng.fill_bytes(bytes.as_mut());
        Self {
            id: random_name(id),
            bytes,
        }
    }

    pub(super) fn stored(id: Uuid, bytes: Zeroizing<[u8; 32]>) -> Self {
        Self { id, bytes }
    }

    /// Its name, as it stands in the row of the case.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }
}

/// 16 random bytes as a version 4 UUID.
pub(super) fn random_name(bytes: [u8; 16]) -> Uuid {
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// What is remembered of a destroyed key. Nothing leads back to its name.
#[must_use]
pub fn mark(id: Uuid) -> [u8; 32] {
    Sha256::new()
        .chain_update(MARK_LABEL)
        .chain_update(id.as_bytes())
        .finalize()
        .into()
}
