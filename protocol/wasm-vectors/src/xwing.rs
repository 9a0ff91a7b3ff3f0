//! X-Wing by itself: the three vectors of draft-connolly-cfrg-xwing-kem-10.

use serde::Deserialize;
use x_wing::kem::{Decapsulate, Decapsulator};
use x_wing::{Ciphertext, DecapsulationKey, KeyExport};

use crate::sample::Hex;
use crate::{Failure, Outcome, agree};

const FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/xwing-draft-10.json"));

#[derive(Deserialize)]
struct Vector {
    seed: Hex,
    eseed: Hex,
    ss: Hex,
    sk: Hex,
    pk: Hex,
    ct: Hex,
}

/// Every vector of the file; the format's own key type must agree too.
pub fn run() -> Result<Outcome, Failure> {
    if FILE.is_empty() {
        return Ok(Outcome::Absent);
    }
    let vectors: Vec<Vector> = serde_json::from_str(FILE).map_err(|_| "the file's format")?;
    let mut agreed = 0;
    for vector in &vectors {
        let seed: [u8; 32] = vector
            .seed
            .0
            .as_slice()
            .try_into()
            .map_err(|_| "length of the seed")?;
        let eseed: [u8; 64] = vector
            .eseed
            .0
            .as_slice()
            .try_into()
            .map_err(|_| "length of eseed")?;
        let secret = DecapsulationKey::from(seed);
        agree(secret.as_bytes().as_slice(), &vector.sk.0, "sk")?;
        let public = secret.encapsulation_key();
        agree(public.to_bytes().as_slice(), &vector.pk.0, "pk")?;
        let ours = protocol::keys::KemSecret::from_seed(zeroize::Zeroizing::new(seed)).public();
        agree(
            ours.to_bytes(),
            vector.pk.0.clone(),
            "pk through protocol::keys",
        )?;
        let (ct, ss) = public.encapsulate_deterministic(&eseed.into());
        agree(ct.as_slice(), &vector.ct.0, "ct")?;
        agree(ss.as_slice(), &vector.ss.0, "ss of the sender")?;
        let ct = Ciphertext::try_from(vector.ct.0.as_slice()).map_err(|_| "ct as bytes")?;
        agree(
            secret.decapsulate(&ct).as_slice(),
            &vector.ss.0,
            "ss of the reader",
        )?;
        agreed += 6;
    }
    Ok(Outcome::Agreed(agreed))
}
