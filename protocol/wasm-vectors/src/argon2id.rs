//! RFC 9106 section 5.3: Argon2id with every optional input.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use hex_literal::hex;

use crate::{Failure, Outcome, agree};

/// The one published value.
pub fn run() -> Result<Outcome, Failure> {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).map_err(|_| "associated data")?)
        .output_len(32)
        .build()
        .map_err(|_| "parameters")?;
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params)
        .map_err(|_| "secret")?;
    let mut tag = [0; 32];
    argon2
        .hash_password_into(&[1; 32], &[2; 16], &mut tag)
        .map_err(|_| "hashing")?;
    let expected = hex!("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    agree(tag, expected, "tag")?;
    Ok(Outcome::Agreed(1))
}
