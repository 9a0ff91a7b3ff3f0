//! HPKE with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305: the vectors of the HPKE-PQ draft for exactly our suite.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::Deserialize;

use crate::rng::Prescribed;
use crate::sample::Hex;
use crate::{Failure, Outcome, agree};

const FILE: &str = include_str!(concat!(
    env!("OUT_DIR"),
    "/hpke-xwing-hkdf-sha256-chacha20poly1305.json"
));

#[derive(Deserialize)]
struct Vector {
    mode: u8,
    kem_id: u16,
    info: Hex,
    #[serde(rename = "ikmE")]
    ikm_e: Hex,
    #[serde(rename = "ikmR")]
    ikm_r: Hex,
    #[serde(rename = "skRm")]
    sk_r: Hex,
    #[serde(rename = "pkRm")]
    pk_r: Hex,
    enc: Hex,
    encryptions: Vec<Encryption>,
    exports: Vec<Export>,
}

#[derive(Deserialize)]
struct Encryption {
    aad: Hex,
    ct: Hex,
    pt: Hex,
}

#[derive(Deserialize)]
struct Export {
    exporter_context: Hex,
    #[serde(rename = "L")]
    length: usize,
    exported_value: Hex,
}

/// Every vector of the file, both directions. (P31)
pub fn run() -> Result<Outcome, Failure> {
    if FILE.is_empty() {
        return Ok(Outcome::Absent);
    }
    let vectors: Vec<Vector> = serde_json::from_str(FILE).map_err(|_| "the file's format")?;
    let mut agreed = 0;
    for vector in &vectors {
        agreed += one(vector)?;
    }
    Ok(Outcome::Agreed(agreed))
}

fn one(vector: &Vector) -> Result<u32, Failure> {
    agree(
        (vector.mode, vector.kem_id),
        (0, XWing::KEM_ID),
        "mode and KEM",
    )?;
    let (secret, public) = XWing::derive_keypair(&vector.ikm_r.0);
    agree(secret.to_bytes().as_slice(), &vector.sk_r.0, "skRm")?;
    agree(public.to_bytes().as_slice(), &vector.pk_r.0, "pkRm")?;
    let (enc, mut sender) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &public,
        &vector.info.0,
        &mut Prescribed(&vector.ikm_e.0),
    )
    .map_err(|_| "set-up of the sender")?;
    agree(enc.to_bytes().as_slice(), &vector.enc.0, "enc")?;
    let enc = <XWing as Kem>::EncappedKey::from_bytes(&vector.enc.0).map_err(|_| "enc as bytes")?;
    let mut reader = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        &secret,
        &enc,
        &vector.info.0,
    )
    .map_err(|_| "set-up of the reader")?;
    let mut agreed = 4;
    for encryption in &vector.encryptions {
        let sealed = sender
            .seal(&encryption.pt.0, &encryption.aad.0)
            .map_err(|_| "seal")?;
        agree(&sealed, &encryption.ct.0, "ct")?;
        let opened = reader
            .open(&sealed, &encryption.aad.0)
            .map_err(|_| "open")?;
        agree(&opened, &encryption.pt.0, "pt")?;
        agreed += 2;
    }
    for export in &vector.exports {
        let mut value = vec![0; export.length];
        reader
            .export(&export.exporter_context.0, &mut value)
            .map_err(|_| "export")?;
        agree(&value, &export.exported_value.0, "exported value")?;
        agreed += 1;
    }
    Ok(agreed)
}
