//! Every directory that was ever in force, and the root keys' signatures under each.

use protocol::api::{RootSignature, SignedDirectory};
use protocol::encoding::Bytes;
use protocol::id::{Hash, SchoolId};

use super::column::{fixed, index, number};
use super::{StoreError, Transaction, execute, fetch};

/// A directory that is or was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDirectory {
    /// Counts up by one.
    pub version: u32,
    /// SHA-256 of the directory with its label.
    pub hash: Hash,
    /// As it travels.
    pub signed: SignedDirectory,
    /// Place of its entry in the log.
    pub log_index: u64,
}

#[derive(sqlx::FromRow)]
struct Row {
    version: i64,
    hash: Vec<u8>,
    root: Vec<u8>,
    directory: Vec<u8>,
    log_index: i64,
}

impl Transaction {
    /// The directory in force.
    pub async fn current_directory(
        &mut self,
        school: SchoolId,
    ) -> Result<Option<StoredDirectory>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select version, hash, root, directory, log_index from directory \
                 where school_id = $1 order by version desc limit 1"
            )
            .bind(school.0)
        );
        match row {
            Some(row) => self.with_signatures(school, row).await.map(Some),
            None => Ok(None),
        }
    }

    /// Version and hash of the directory in force.
    pub async fn directory_in_force(
        &mut self,
        school: SchoolId,
    ) -> Result<Option<(u32, Hash)>, StoreError> {
        let row: Option<(i64, Vec<u8>)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select version, hash from directory where school_id = $1 order by version desc limit 1"
            )
            .bind(school.0)
        );
        row.map(|(version, hash)| Ok((number(version)?, fixed(hash)?)))
            .transpose()
    }

    /// All of them, oldest first.
    pub async fn directory_versions(
        &mut self,
        school: SchoolId,
    ) -> Result<Vec<StoredDirectory>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select version, hash, root, directory, log_index from directory \
                 where school_id = $1 order by version"
            )
            .bind(school.0)
        );
        let mut versions = Vec::with_capacity(rows.len());
        for row in rows {
            versions.push(self.with_signatures(school, row).await?);
        }
        Ok(versions)
    }

    /// Puts a directory in force. False unless its version follows the one in force (the first may be any), so
    /// that of two at once only one succeeds.
    pub async fn insert_directory(
        &mut self,
        school: SchoolId,
        version: u32,
        hash: &Hash,
        root: &[u8],
        directory: &[u8],
        log_index: u64,
    ) -> Result<bool, StoreError> {
        let newest: Option<i64> = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar("select max(version) from directory where school_id = $1")
                .bind(school.0)
        );
        if newest.is_some_and(|newest| newest + 1 != i64::from(version)) {
            return Ok(false);
        }
        let touched = execute!(
            self,
            sqlx::query(
                "insert into directory (school_id, version, hash, root, directory, log_index) \
                 values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
            )
            .bind(school.0)
            .bind(i64::from(version))
            .bind(hash.0.as_slice())
            .bind(root)
            .bind(directory)
            .bind(index(log_index)?)
        );
        Ok(touched == 1)
    }

    /// Adds a root key's signature, checked by the caller. False when this key has signed already: a threshold
    /// counts distinct keys.
    pub async fn add_directory_signature(
        &mut self,
        school: SchoolId,
        hash: &Hash,
        signature: &RootSignature,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into directory_signature (school_id, hash, root_key, signature) \
                 values ($1, $2, $3, $4) on conflict do nothing"
            )
            .bind(school.0)
            .bind(hash.0.as_slice())
            .bind(signature.root_key.0.as_slice())
            .bind(signature.signature.0.as_slice())
        );
        Ok(touched == 1)
    }

    /// Signatures under a directory or a draft, in the order of their keys.
    pub(super) async fn directory_signatures(
        &mut self,
        school: SchoolId,
        hash: &Hash,
    ) -> Result<Vec<RootSignature>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select root_key, signature from directory_signature \
                 where school_id = $1 and hash = $2 order by root_key"
            )
            .bind(school.0)
            .bind(hash.0.as_slice())
        );
        rows.into_iter()
            .map(|(root_key, signature)| {
                Ok(RootSignature {
                    root_key: fixed(root_key)?,
                    signature: fixed(signature)?,
                })
            })
            .collect()
    }

    async fn with_signatures(
        &mut self,
        school: SchoolId,
        row: Row,
    ) -> Result<StoredDirectory, StoreError> {
        let hash = fixed(row.hash)?;
        Ok(StoredDirectory {
            version: number(row.version)?,
            hash,
            signed: SignedDirectory {
                root: Bytes(row.root),
                directory: Bytes(row.directory),
                signatures: self.directory_signatures(school, &hash).await?,
            },
            log_index: number(row.log_index)?,
        })
    }
}
