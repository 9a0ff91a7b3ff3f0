//! What the files of a take-out hold.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use protocol::api::SignedDirectory;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::backup::hex;

pub const SCHOOL: &str = "school.json";
pub const CASES: &str = "cases.jsonl";
pub const LOG: &str = "log.json";
pub const ABOUT: &str = "about.txt";
/// Hashes of all the others, as `sha256sum -c` reads them.
pub const SUMS: &str = "SHA256SUMS";
/// Counts up when a file changes its shape.
pub const FORMAT: u32 = 1;

/// `school.json`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// [`FORMAT`].
    pub format: u32,
    /// Which school.
    pub school: SchoolId,
    /// Short name.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// Which pack of categories and rules it used.
    pub region: String,
    /// Day it was made, since 1970.
    pub made_day: u32,
    /// Every signed list of readers, oldest first.
    pub directories: Vec<SignedDirectory>,
    /// Everyone with keys.
    pub accounts: Vec<Account>,
    /// Certificates of destruction so far.
    pub certificates: Vec<String>,
}

/// A reader's locked keys: worth nothing without password and account secret.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Who.
    pub staff: StaffId,
    /// Sign-in name.
    pub user: String,
    /// The name people use.
    pub name: String,
    /// Of the password.
    pub salt: FixedBytes<16>,
    /// Protocol 4.
    pub vault: Bytes,
}

/// A line of `cases.jsonl`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptCase {
    /// Which.
    pub case: CaseId,
    /// Half-day of arrival.
    pub received_half_day: u32,
    /// Taken back by the pupil after it was read.
    pub withdrawn: bool,
    /// In the order they came.
    pub messages: Vec<KeptMessage>,
}

/// A sealed message.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptMessage {
    /// Hour; of a pupil's, the first of the half-day.
    pub hour: u32,
    /// Canonical envelope (protocol 2.2).
    pub envelope: Bytes,
}

pub fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}

/// Every file against the list. Says the SHA-256 of the list itself.
pub fn check(folder: &Path) -> io::Result<[u8; 32]> {
    let sums = fs::read_to_string(folder.join(SUMS))?;
    for name in [SCHOOL, CASES, LOG, ABOUT] {
        let line = format!("{}  {name}", sum(&folder.join(name))?);
        if !sums.lines().any(|listed| listed == line) {
            return Err(invalid(&format!("{name} is not what {SUMS} says")));
        }
    }
    Ok(Sha256::digest(&sums).into())
}

/// SHA-256 of a file in hex.
pub fn sum(path: &Path) -> io::Result<String> {
    let mut file = BufReader::new(File::open(path)?);
    let mut hash = Sha256::new();
    let mut part = [0; 16 * 1024];
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&part[..read]);
    }
}

/// The cases, one at a time.
pub fn cases(folder: &Path) -> io::Result<impl Iterator<Item = io::Result<KeptCase>>> {
    let lines = BufReader::new(File::open(folder.join(CASES))?).lines();
    Ok(lines.map(|line| Ok(serde_json::from_str(&line?)?)))
}
