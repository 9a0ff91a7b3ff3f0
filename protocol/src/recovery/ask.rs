//! Asking for one's keys back: fresh keys, made in the browser of whoever asks, that the shares are sealed to.
//!
//! Says nothing of who asks. That is what the six words are for, which are compared face to face: they stand for every
//! byte of the request, so a server cannot put its own keys in.

use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::{DecodeError, OpenError};
use crate::id::{Hash, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::kdf::derive_hash;
use crate::keys::{KEM_PUBLIC_LEN, KemPublic, StaffSecret, verify};
use crate::label::Label;

const MAGIC: &[u8; 4] = b"SRA1";

/// A request for keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Ask {
    /// The school.
    pub school: SchoolId,
    /// Whose account.
    pub staff: StaffId,
    /// Hour in which it was made.
    pub hour: u32,
    /// What shares are sealed to.
    pub kem: KemPublic,
    /// What signed the request.
    pub signing: VerifyingKeyBytes,
    signature: SignatureBytes,
}

impl Ask {
    /// Makes a request with fresh keys.
    #[must_use]
    pub fn make((school, staff): (SchoolId, StaffId), fresh: &StaffSecret, hour: u32) -> Self {
        let mut ask = Self {
            school,
            staff,
            hour,
            kem: fresh.kem.public(),
            signing: fresh.signing.public(),
            signature: FixedBytes([0; 64]),
        };
        ask.signature = fresh.signing.sign(Label::RecoveryAsk, &[&ask.unsigned()]);
        ask
    }

    /// Reads a request and checks its own signature.
    ///
    /// # Errors
    /// When the bytes are anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let ask = Self::read(bytes).ok_or(DecodeError::Length)??;
        let fits: Result<(), OpenError> = verify(
            &ask.signing,
            Label::RecoveryAsk,
            &[&ask.unsigned()],
            &ask.signature,
        );
        fits.map(|()| ask).map_err(|_| DecodeError::Value)
    }

    fn read(bytes: &[u8]) -> Option<Result<Self, DecodeError>> {
        let mut bytes = Cursor::new(bytes);
        let magic = bytes.slice(MAGIC.len())?;
        let school = SchoolId::from_bytes(bytes.array()?);
        let staff = StaffId::from_bytes(bytes.array()?);
        let hour = bytes.u32()?;
        let kem = bytes.slice(KEM_PUBLIC_LEN)?;
        let signing = FixedBytes(bytes.array()?);
        let signature = FixedBytes(bytes.array()?);
        bytes.end()?;
        if magic != MAGIC {
            return Some(Err(DecodeError::Magic));
        }
        Some(KemPublic::from_bytes(kem).map(|kem| Self {
            school,
            staff,
            hour,
            kem,
            signing,
            signature,
        }))
    }

    /// The bytes of the request.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.unsigned();
        bytes.extend(self.signature.0);
        bytes
    }

    fn unsigned(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.school.to_bytes());
        bytes.extend(self.staff.to_bytes());
        bytes.extend(self.hour.to_be_bytes());
        bytes.extend(self.kem.to_bytes());
        bytes.extend(self.signing.0);
        bytes
    }

    /// Names the request, and gives the six words: SHA-256("reports/v1/recovery-words" | everything but the signature).
    #[must_use]
    pub fn id(&self) -> Hash {
        FixedBytes(derive_hash(Label::RecoveryWords, &[&self.unsigned()]))
    }
}
