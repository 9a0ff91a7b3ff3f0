//! RFC 9180 A.2: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, modes base and psk. Our suite differs
//! only in the KEM; key schedule, export and AEAD are these.

use hex_literal::hex;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, PskBundle, Serializable};

use crate::rng::Prescribed;
use crate::{Failure, Outcome, agree};

struct Vector {
    ikm_e: [u8; 32],
    ikm_r: [u8; 32],
    sk_r: [u8; 32],
    pk_r: [u8; 32],
    enc: [u8; 32],
    psk: &'static [u8],
    psk_id: &'static [u8],
    sealed: [[u8; 45]; 2],
    exported: [u8; 32],
}

const INFO: &[u8] = b"Ode on a Grecian Urn";
const TEXT: &[u8] = b"Beauty is truth, truth beauty";

const BASE: Vector = Vector {
    ikm_e: hex!("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b"),
    ikm_r: hex!("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"),
    sk_r: hex!("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"),
    pk_r: hex!("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"),
    enc: hex!("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"),
    psk: b"",
    psk_id: b"",
    sealed: [
        hex!(
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
        ),
        hex!(
            "6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c"
        ),
    ],
    exported: hex!("5acb09211139c43b3090489a9da433e8a30ee7188ba8b0a9a1ccf0c229283e53"),
};

const PSK: Vector = Vector {
    ikm_e: hex!("35706a0b09fb26fb45c39c2f5079c709c7cf98e43afa973f14d88ece7e29c2e3"),
    ikm_r: hex!("26b923eade72941c8a85b09986cdfa3f1296852261adedc52d58d2930269812b"),
    sk_r: hex!("77d114e0212be51cb1d76fa99dd41cfd4d0166b08caa09074430a6c59ef17879"),
    pk_r: hex!("13640af826b722fc04feaa4de2f28fbd5ecc03623b317834e7ff4120dbe73062"),
    enc: hex!("2261299c3f40a9afc133b969a97f05e95be2c514e54f3de26cbe5644ac735b04"),
    psk: &hex!("0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82"),
    psk_id: b"Ennyn Durin aran Moria",
    sealed: [
        hex!(
            "4a177f9c0d6f15cfdf533fb65bf84aecdc6ab16b8b85b4cf65a370e07fc1d78d28fb073214525276f4a89608ff"
        ),
        hex!(
            "5c3cabae2f0b3e124d8d864c116fd8f20f3f56fda988c3573b40b09997fd6c769e77c8eda6cda4f947f5b704a8"
        ),
    ],
    exported: hex!("ad40e3ae14f21c99bfdebc20ae14ab86f4ca2dc9a4799d200f43a25f99fa78ae"),
};

/// Both modes, both directions.
pub fn run() -> Result<Outcome, Failure> {
    let mut agreed = 0;
    for vector in [&BASE, &PSK] {
        agreed += one(vector)?;
    }
    Ok(Outcome::Agreed(agreed))
}

fn one(vector: &Vector) -> Result<u32, Failure> {
    type X = X25519HkdfSha256;
    let (secret, public) = X::derive_keypair(&vector.ikm_r);
    // The crate writes X25519 private keys clamped (RFC 7748 section 5); the vectors are not.
    let mut clamped = vector.sk_r;
    clamped[0] &= 248;
    clamped[31] = clamped[31] & 127 | 64;
    agree(secret.to_bytes().as_slice(), &clamped, "skRm")?;
    agree(public.to_bytes().as_slice(), &vector.pk_r, "pkRm")?;
    let (mode_s, mode_r) = if vector.psk.is_empty() {
        (OpModeS::<X>::Base, OpModeR::<X>::Base)
    } else {
        let bundle = PskBundle::new(vector.psk, vector.psk_id).map_err(|_| "psk")?;
        (OpModeS::Psk(bundle), OpModeR::Psk(bundle))
    };
    let (enc, mut sender) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X>(
        &mode_s,
        &public,
        INFO,
        &mut Prescribed(&vector.ikm_e),
    )
    .map_err(|_| "set-up of the sender")?;
    agree(enc.to_bytes().as_slice(), &vector.enc, "enc")?;
    let enc = <X as Kem>::EncappedKey::from_bytes(&vector.enc).map_err(|_| "enc as bytes")?;
    let mut reader =
        hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, X>(&mode_r, &secret, &enc, INFO)
            .map_err(|_| "set-up of the reader")?;
    for (aad, expected) in [b"Count-0", b"Count-1"].iter().zip(&vector.sealed) {
        let sealed = sender.seal(TEXT, *aad).map_err(|_| "seal")?;
        agree(sealed.as_slice(), expected, "ct")?;
        agree(
            reader.open(&sealed, *aad).map_err(|_| "open")?.as_slice(),
            TEXT,
            "pt",
        )?;
    }
    let mut exported = [0; 32];
    sender
        .export(b"TestContext", &mut exported)
        .map_err(|_| "export")?;
    agree(exported, vector.exported, "exported value")?;
    reader
        .export(b"TestContext", &mut exported)
        .map_err(|_| "export")?;
    agree(exported, vector.exported, "exported value of the reader")?;
    Ok(9)
}
