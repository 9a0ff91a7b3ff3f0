//! Names of things. Random ones are UUID version 4 (version 7 would carry a clock); the others are hashes.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::encoding::FixedBytes;

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh random id (UUID version 4) from the randomness given.
            pub fn make(rng: &mut impl CryptoRng) -> Self {
                let mut bytes = [0; 16];
                rng.fill_bytes(&mut bytes);
                Self(Builder::from_random_bytes(bytes).into_uuid())
            }

            /// The id as its 16 bytes, as hashed and sealed.
            #[must_use]
            pub fn to_bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }

            /// The id from its 16 bytes. Any bytes are a valid id.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }
    };
}

random_id!(
    /// A school on this server.
    SchoolId
);
random_id!(
    /// A case: one report and everything said about it. Chosen by the reporter's browser.
    CaseId
);
random_id!(
    /// One envelope of a case. Chosen by whoever sealed it, so that sending twice is harmless.
    MessageId
);
random_id!(
    /// An adult with an account.
    StaffId
);
random_id!(
    /// A one-time invitation.
    InviteId
);

/// First 16 bytes of SHA-256("reports/v1/key-id" | suite | public key): names one encryption key.
pub type KeyId = FixedBytes<16>;
/// Names a mailbox; derived from the receipt code (protocol 3.3).
pub type MailboxId = FixedBytes<16>;
/// SHA-256 value.
pub type Hash = FixedBytes<32>;
/// Ed25519 public key.
pub type VerifyingKeyBytes = FixedBytes<32>;
/// Ed25519 signature.
pub type SignatureBytes = FixedBytes<64>;
