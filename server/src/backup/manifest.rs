//! What a backup says about itself: which tables with how many rows and which hash, at which schema and checkpoint.
//! Signed with the log's key, so that a backup that was changed is not restored.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use protocol::encoding::{FixedBytes, from_base64url, to_base64url};
use protocol::id::VerifyingKeyBytes;
use protocol::keys::{SigningSecret, verify_note};
use serde::{Deserialize, Serialize};

use super::rows::hex;
use crate::store::Table;

/// The file that makes a folder a backup.
pub const FILE: &str = "manifest.json";
const SIGNATURE_FILE: &str = "manifest.sig";
/// What the signature begins with. A checkpoint begins with the log's name, which has no space in it.
const SIGNED_AS: &str = "sotto backup 1\n";
/// Number of this format.
const FORMAT: u32 = 1;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Number of the format.
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// Number of the schema its tables have.
    pub schema: i64,
    /// When, in hours since 1970.
    pub made_hour: u32,
    /// Cases in it, of all schools.
    pub cases: u64,
    /// Entries of the log.
    pub entries: u64,
    /// The newest signed checkpoint; empty for an empty log.
    pub checkpoint: String,
    /// Every table, one that others refer to before those that do.
    pub tables: Vec<TableFile>,
}

/// One table's rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableFile {
    /// Its name; the rows are in `NAME.rows`.
    pub name: String,
    /// Names of its columns, in the order of the values.
    pub columns: Vec<String>,
    /// How many.
    pub rows: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
}

impl Manifest {
    /// Before any table is in it.
    #[must_use]
    pub fn begin(schema: i64, made_hour: u32) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema,
            made_hour,
            cases: 0,
            entries: 0,
            checkpoint: String::new(),
            tables: Vec::new(),
        }
    }

    /// Writes the manifest and its signature.
    pub fn save(&self, folder: &Path, key: &SigningSecret) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        let signature = key.sign_note(&signed(&text));
        super::write_synced(&folder.join(FILE), text.as_bytes())?;
        let line = format!("{}\n", to_base64url(&signature.0));
        super::write_synced(&folder.join(SIGNATURE_FILE), line.as_bytes())
    }

    /// Reads a manifest that this server's key signed.
    pub fn load(folder: &Path, key: &VerifyingKeyBytes) -> io::Result<Self> {
        let text = fs::read_to_string(folder.join(FILE)).map_err(|error| {
            let why = format!("{} is no backup: {error}", folder.display());
            io::Error::new(error.kind(), why)
        })?;
        let line = fs::read_to_string(folder.join(SIGNATURE_FILE))?;
        let signature = from_base64url(line.trim_end())
            .and_then(|bytes| <[u8; 64]>::try_from(bytes).ok())
            .map(FixedBytes);
        let holds =
            signature.is_some_and(|signature| verify_note(key, &signed(&text), &signature).is_ok());
        if !holds {
            return Err(invalid(
                "the backup was changed after it was made, or another server made it: its signature is not by the \
                 `server.key` in the data folder. Put the `server.key` that belongs to it there first; nothing was \
                 changed",
            ));
        }
        let manifest: Self = serde_json::from_str(&text)?;
        if manifest.format != FORMAT {
            return Err(invalid(
                "the backup has a newer format: use the version of Sotto that made it, or a newer one",
            ));
        }
        Ok(manifest)
    }
}

impl TableFile {
    /// The file of rows in a backup.
    #[must_use]
    pub fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.rows", self.name))
    }

    /// The table as the live database has it, its columns in the order of the file.
    pub fn arrange(&self, live: &Table) -> io::Result<Table> {
        let columns: Option<Vec<_>> = self
            .columns
            .iter()
            .map(|name| live.columns.iter().find(|one| one.name == *name).cloned())
            .collect();
        let columns = columns.filter(|found| found.len() == live.columns.len());
        columns
            .map(|columns| Table {
                name: live.name.clone(),
                columns,
            })
            .ok_or_else(|| {
                invalid(&format!(
                    "the columns of {} are not the backup's",
                    self.name
                ))
            })
    }
}

/// Columns in an order that both engines agree on: SQLite and PostgreSQL list added ones differently.
pub fn in_order(table: &Table) -> Table {
    let mut columns = table.columns.clone();
    columns.sort_by(|one, two| one.name.cmp(&two.name));
    Table {
        name: table.name.clone(),
        columns,
    }
}

fn signed(text: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let hash = hex(&Sha256::digest(text.as_bytes()));
    [SIGNED_AS.as_bytes(), hash.as_bytes(), b"\n"].concat()
}

pub(super) fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}
