//! A device for passkeys, in memory: one P-256 key, and every lie such a device could tell.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use protocol::api::{AddPasskeyRequest, PasskeyChallenge, PasskeyOptions, PasskeyProof};
use protocol::encoding::{Bytes, to_base64url};
use protocol::id::StaffId;
use sha2::{Digest, Sha256};

pub const HOST: &str = "one.example.school";

const PRESENT: u8 = 0x01;
pub const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

pub struct Device {
    pub key: SigningKey,
    pub credential: Vec<u8>,
    pub holder: Option<StaffId>,
    /// The host the device thinks it talks to.
    pub host: &'static str,
    /// The page the browser says it shows.
    pub origin: String,
    pub flags: u8,
    pub counter: u32,
}

impl Device {
    pub fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            credential: vec![number; 32],
            holder: None,
            host: HOST,
            origin: format!("https://{HOST}"),
            flags: PRESENT | VERIFIED,
            counter: 0,
        }
    }

    fn client_data(&self, kind: &str, challenge: &Bytes) -> Bytes {
        let challenge = to_base64url(&challenge.0);
        let origin = &self.origin;
        let text = format!(
            r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#
        );
        Bytes(text.into_bytes())
    }

    /// Authenticator data (WebAuthn 3, 6.1).
    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(flags);
        data.extend_from_slice(&self.counter.to_be_bytes());
        data
    }

    /// `navigator.credentials.create`, without attestation.
    pub fn make(&mut self, options: &PasskeyOptions) -> AddPasskeyRequest {
        self.holder = Some(options.staff);
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = self.data(self.flags | WITH_KEY);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend_from_slice(&self.credential);
        // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        data.extend_from_slice(&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend_from_slice(&point.as_bytes()[1..33]);
        data.extend_from_slice(&[0x22, 0x58, 32]);
        data.extend_from_slice(&point.as_bytes()[33..]);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend_from_slice(&data);
        AddPasskeyRequest {
            ticket: options.ticket.clone(),
            name: "Office laptop".to_owned(),
            credential: Bytes(self.credential.clone()),
            client_data: self.client_data("webauthn.create", &options.challenge),
            attestation: Bytes(attestation),
        }
    }

    /// `navigator.credentials.get`.
    pub fn show(&self, asked: &PasskeyChallenge) -> PasskeyProof {
        let client_data = self.client_data("webauthn.get", &asked.challenge);
        let data = self.data(self.flags);
        let signed = [data.clone(), Sha256::digest(&client_data.0).to_vec()].concat();
        let signature: Signature = self.key.sign(&signed);
        PasskeyProof {
            ticket: asked.ticket.clone(),
            credential: Bytes(self.credential.clone()),
            client_data,
            authenticator_data: Bytes(data),
            signature: Bytes(signature.to_der().as_bytes().to_vec()),
            holder: Bytes(self.holder.unwrap().to_bytes().to_vec()),
        }
    }
}
