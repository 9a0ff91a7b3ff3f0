//! The one secret of the server: 32 random bytes in `server.key`, beside the database and never inside it.
//!
//! Whoever steals the database alone gets no gateway key, no log key and no second factor. The key opens no
//! report: those are sealed to readers' keys that never come here.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use protocol::encoding::FixedBytes;
use protocol::id::{Hash, SchoolId, StaffId};
use protocol::keys::{KemSecret, SigningSecret, derive_gateway_key, derive_log_key};
use protocol::puzzle::{PuzzleKey, derive_puzzle_key};
use protocol::recovery_code::CODE_LEN;
use protocol::term_code::{TermCode, derive_term_code};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::data_folder::{self, DataFolder};

const FILE: &str = "server.key";
const NONCE_LEN: usize = 12;

/// The server's secret. Has no `Debug` and is wiped when dropped.
#[derive(Clone)]
pub struct ServerKey {
    secret: Zeroizing<[u8; 32]>,
    /// Expanding a gateway key costs a fifth of opening a request with it; one for each school there is.
    gateways: Arc<RwLock<HashMap<SchoolId, KemSecret>>>,
}

impl ServerKey {
    /// Reads `server.key`, or makes it once with owner-only rights and syncs file and folder.
    pub fn load_or_make(folder: &DataFolder, rng: &mut impl CryptoRng) -> io::Result<Self> {
        let path = folder.path().join(FILE);
        if !path.exists() {
            let mut secret = Zeroizing::new([0; 32]);
            rng.fill_bytes(secret.as_mut());
            write_new(&path, secret.as_ref())?;
            data_folder::sync(folder.path())?;
        }
        Self::read(&path)
    }

    /// Reads `server.key`, which must be there.
    pub fn load(folder: &DataFolder) -> io::Result<Self> {
        Self::read(&folder.path().join(FILE))
    }

    /// The key from its bytes: tests, and a demo in memory.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self {
            secret: Zeroizing::new(bytes),
            gateways: Arc::default(),
        }
    }

    fn read(path: &Path) -> io::Result<Self> {
        refuse_open_rights(path)?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(64));
        File::open(path)?.take(64).read_to_end(&mut bytes)?;
        let secret = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("{} must hold exactly 32 bytes", path.display()),
            )
        })?;
        Ok(Self::from_bytes(secret))
    }

    /// The X-Wing key to which pupils' browsers seal their requests.
    #[must_use]
    pub fn derive_gateway_key(&self, school: SchoolId) -> KemSecret {
        let known = self.gateways.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = known.get(&school) {
            return key.clone();
        }
        drop(known);
        let key = derive_gateway_key(&self.secret, school);
        let mut known = self
            .gateways
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        known.insert(school, key.clone());
        key
    }

    /// The Ed25519 key that signs checkpoints.
    #[must_use]
    pub fn derive_log_key(&self) -> SigningSecret {
        derive_log_key(&self.secret)
    }

    /// The key of a school's puzzle challenges, the same on every node.
    #[must_use]
    pub fn derive_puzzle_key(&self, school: SchoolId) -> PuzzleKey {
        derive_puzzle_key(&self.secret, school)
    }

    /// The code on a school's posters of this term.
    #[must_use]
    pub fn derive_term_code(&self, school: SchoolId, term: u32) -> TermCode {
        derive_term_code(&self.secret, school, term)
    }

    /// What an unknown sign-in name is answered: always the same, so that it looks like an account (R41).
    #[must_use]
    pub fn derive_decoy_salt(&self, school: SchoolId, user: &str) -> ([u8; 16], StaffId) {
        let bytes = self.derive(
            "sotto/v1/decoy-salt",
            &[&school.to_bytes(), user.as_bytes()],
        );
        let (salt, id) = bytes.split_at(16);
        let fixed = |half: &[u8]| <[u8; 16]>::try_from(half).expect("half of 32 bytes is 16");
        let id = uuid::Builder::from_random_bytes(fixed(id)).into_uuid();
        (fixed(salt), StaffId(id))
    }

    /// Names who asks for what, so that a request may be known again without being kept.
    #[must_use]
    pub fn derive_asked(&self, act: &str, who: &[&[u8]], body: &[u8]) -> Zeroizing<[u8; 32]> {
        let body: [u8; 32] = Sha256::digest(body).into();
        let context = [&[act.as_bytes()], who, &[body.as_slice()]].concat();
        self.derive("sotto/v1/asked", &context)
    }

    /// A token that is handed out, from the 128 random bits that came with the request for it (`once.rs`).
    #[must_use]
    pub fn derive_handed_out(
        &self,
        label: &str,
        school: SchoolId,
        key: &[u8; 16],
    ) -> Zeroizing<[u8; 32]> {
        let context: [&[u8]; 3] = [label.as_bytes(), &school.to_bytes(), key];
        self.derive("sotto/v1/handed-out", &context)
    }

    /// Seals the secret of a one-time code generator for its row: nonce | ciphertext.
    pub fn seal_second_factor(
        &self,
        school: SchoolId,
        staff: StaffId,
        secret: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        rng.fill_bytes(&mut nonce);
        let aad = second_factor_aad(school, staff);
        let payload = Payload {
            msg: secret,
            aad: &aad,
        };
        let sealed = self
            .second_factor_cipher()
            .encrypt(&Nonce::from(nonce), payload)
            .expect("a few bytes never exceed the limit of ChaCha20-Poly1305");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Self::seal_second_factor`] sealed for the same person.
    #[must_use]
    pub fn open_second_factor(
        &self,
        school: SchoolId,
        staff: StaffId,
        sealed: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, msg) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = <[u8; NONCE_LEN]>::try_from(nonce).ok()?;
        let aad = second_factor_aad(school, staff);
        let payload = Payload { msg, aad: &aad };
        let opened = self
            .second_factor_cipher()
            .decrypt(&Nonce::from(nonce), payload);
        opened.ok().map(Zeroizing::new)
    }

    /// What a recovery code is kept as. Its sixty bits cannot be guessed from the database alone.
    #[must_use]
    pub fn hash_recovery_code(
        &self,
        school: SchoolId,
        staff: StaffId,
        code: &[u8; CODE_LEN],
    ) -> Hash {
        let (school, staff) = (school.to_bytes(), staff.to_bytes());
        let context = [school.as_slice(), staff.as_slice(), code];
        FixedBytes(*self.derive("sotto/v1/recovery-code", &context))
    }

    /// What makes a question about a passkey one of ours.
    #[must_use]
    pub fn tag_ticket(&self, school: SchoolId, what: &[&[u8]]) -> Zeroizing<[u8; 32]> {
        let school = school.to_bytes();
        let context: Vec<&[u8]> = [&school[..]].iter().chain(what).copied().collect();
        self.derive("sotto/v1/passkey-ticket", &context)
    }

    /// Seals a founding on its way for its row: nonce | ciphertext.
    pub fn seal_founding(
        &self,
        school: SchoolId,
        state: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        rng.fill_bytes(&mut nonce);
        let payload = Payload {
            msg: state,
            aad: &school.to_bytes(),
        };
        let sealed = self
            .founding_cipher()
            .encrypt(&Nonce::from(nonce), payload)
            .expect("three founders never exceed the limit of ChaCha20-Poly1305");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Self::seal_founding`] sealed for the same school.
    #[must_use]
    pub fn open_founding(&self, school: SchoolId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, msg) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = <[u8; NONCE_LEN]>::try_from(nonce).ok()?;
        let aad = school.to_bytes();
        let payload = Payload { msg, aad: &aad };
        let opened = self.founding_cipher().decrypt(&Nonce::from(nonce), payload);
        opened.ok().map(Zeroizing::new)
    }

    fn founding_cipher(&self) -> ChaCha20Poly1305 {
        let key = self.derive("sotto/v1/founding", &[]);
        ChaCha20Poly1305::new(&Key::from(*key))
    }

    fn second_factor_cipher(&self) -> ChaCha20Poly1305 {
        let key = self.derive("sotto/v1/second-factor", &[]);
        ChaCha20Poly1305::new(&Key::from(*key))
    }

    /// RFC 5869: label and context go in as one info string, each part with its length in front.
    fn derive(&self, label: &str, context: &[&[u8]]) -> Zeroizing<[u8; 32]> {
        let mut info = Vec::new();
        for part in [label.as_bytes()].iter().chain(context) {
            let len = u16::try_from(part.len()).unwrap_or(u16::MAX);
            info.extend_from_slice(&len.to_be_bytes());
            info.extend_from_slice(part);
        }
        let mut out = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, self.secret.as_ref())
            .expand(&info, out.as_mut())
            .expect("32 bytes are within the limit of HKDF-SHA256");
        out
    }
}

fn second_factor_aad(school: SchoolId, staff: StaffId) -> Vec<u8> {
    [school.to_bytes(), staff.to_bytes()].concat()
}

fn write_new(path: &Path, secret: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(secret)?;
    file.sync_all()
}

#[cfg(unix)]
fn refuse_open_rights(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if std::fs::metadata(path)?.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        format!(
            "{} can be read by others; run: chmod 600 {}",
            path.display(),
            path.display()
        ),
    ))
}

#[cfg(not(unix))]
fn refuse_open_rights(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    const SCHOOL: SchoolId = SchoolId(uuid::Uuid::from_u128(1));
    const OTHER: SchoolId = SchoolId(uuid::Uuid::from_u128(2));
    const STAFF: StaffId = StaffId(uuid::Uuid::from_u128(3));

    #[test]
    fn the_key_is_made_once_and_closed_to_others() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(scratch.path()).unwrap();
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let made = ServerKey::load_or_make(&folder, &mut rng).unwrap();
        let again = ServerKey::load_or_make(&folder, &mut rng).unwrap();
        assert_eq!(
            made.derive_log_key().public(),
            again.derive_log_key().public()
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_key_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(scratch.path()).unwrap();
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        ServerKey::load_or_make(&folder, &mut rng).unwrap();
        let path = folder.path().join(FILE);
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let refusal = ServerKey::load_or_make(&folder, &mut rng).err().unwrap();
        assert!(refusal.to_string().contains("chmod 600"));
    }

    #[test]
    fn purposes_and_schools_have_different_seeds() {
        let key = ServerKey::from_bytes([7; 32]);
        assert_ne!(
            key.derive_gateway_key(SCHOOL).public().id(),
            key.derive_gateway_key(OTHER).public().id()
        );
        assert_eq!(
            key.derive_decoy_salt(SCHOOL, "nobody"),
            key.derive_decoy_salt(SCHOOL, "nobody")
        );
        assert_ne!(
            key.derive_decoy_salt(SCHOOL, "nobody"),
            key.derive_decoy_salt(SCHOOL, "noone")
        );
    }

    #[test]
    fn a_second_factor_opens_only_for_its_owner() {
        let key = ServerKey::from_bytes([7; 32]);
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let sealed = key.seal_second_factor(SCHOOL, STAFF, b"twenty byte secret!!", &mut rng);
        let opened = key.open_second_factor(SCHOOL, STAFF, &sealed).unwrap();
        assert_eq!(opened.as_slice(), b"twenty byte secret!!");
        assert!(key.open_second_factor(OTHER, STAFF, &sealed).is_none());
        for place in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[place] ^= 1;
            assert!(key.open_second_factor(SCHOOL, STAFF, &flipped).is_none());
        }
        assert!(
            key.open_second_factor(SCHOOL, STAFF, &sealed[..11])
                .is_none()
        );
    }

    // XAM-8
    #[test]
    fn a_founding_opens_only_for_its_school_and_server() {
        let key = ServerKey::from_bytes([7; 32]);
        let mut rng = ChaCha20Rng::seed_from_u64(3);
        let sealed = key.seal_founding(SCHOOL, b"three people", &mut rng);
        let opened = key.open_founding(SCHOOL, &sealed).unwrap();
        assert_eq!(opened.as_slice(), b"three people");
        assert!(key.open_founding(OTHER, &sealed).is_none());
        let other = ServerKey::from_bytes([8; 32]);
        assert!(other.open_founding(SCHOOL, &sealed).is_none());
        for place in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[place] ^= 1;
            assert!(key.open_founding(SCHOOL, &flipped).is_none());
        }
        assert!(key.open_founding(SCHOOL, &sealed[..11]).is_none());
    }

    // XAM-11
    #[test]
    fn a_recovery_code_is_hashed_for_one_person_of_one_server() {
        let hash = |key: u8, school, staff, code: &[u8; CODE_LEN]| {
            ServerKey::from_bytes([key; 32]).hash_recovery_code(school, staff, code)
        };
        let code = b"K7QD4M2X9TRW";
        let one = hash(7, SCHOOL, STAFF, code);
        assert_eq!(one, hash(7, SCHOOL, STAFF, code));
        let others = [
            hash(8, SCHOOL, STAFF, code),
            hash(7, OTHER, STAFF, code),
            hash(7, SCHOOL, StaffId(uuid::Uuid::from_u128(4)), code),
            hash(7, SCHOOL, STAFF, b"K7QD4M2X9TRX"),
        ];
        assert!(!others.contains(&one));
    }
}
