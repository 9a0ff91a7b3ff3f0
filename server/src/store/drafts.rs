//! Proposed directories that wait for signatures. Root keys themselves never come here.

use protocol::api::DraftView;
use protocol::encoding::Bytes;
use protocol::id::{Hash, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, number};
use super::{StoreError, Transaction, execute, fetch};

/// A directory an admin proposes, checked by the caller.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// SHA-256 of the directory with its label.
    pub hash: Hash,
    /// The current version plus one.
    pub version: u32,
    /// Canonical bytes.
    pub directory: Vec<u8>,
    /// Who proposes it.
    pub drafted_by: StaffId,
    /// When, to the hour.
    pub drafted_hour: u32,
}

/// A draft as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// The version it would be.
    pub version: u32,
    /// As it travels, with the signatures so far.
    pub view: DraftView,
}

#[derive(sqlx::FromRow)]
struct Row {
    hash: Vec<u8>,
    version: i64,
    directory: Vec<u8>,
    drafted_by: Uuid,
    drafted_hour: i64,
}

impl Transaction {
    /// False when the same directory is drafted already.
    pub async fn insert_draft(
        &mut self,
        school: SchoolId,
        draft: &NewDraft,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into directory_draft (school_id, hash, version, directory, drafted_by, drafted_hour) \
                 values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
            )
            .bind(school.0)
            .bind(draft.hash.0.as_slice())
            .bind(i64::from(draft.version))
            .bind(draft.directory.as_slice())
            .bind(draft.drafted_by.0)
            .bind(i64::from(draft.drafted_hour))
        );
        Ok(touched == 1)
    }

    /// All open drafts.
    pub async fn drafts(&mut self, school: SchoolId) -> Result<Vec<StoredDraft>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select hash, version, directory, drafted_by, drafted_hour from directory_draft \
                 where school_id = $1 order by drafted_hour, hash"
            )
            .bind(school.0)
        );
        let mut drafts = Vec::with_capacity(rows.len());
        for row in rows {
            drafts.push(self.draft_with_signatures(school, row).await?);
        }
        Ok(drafts)
    }

    /// One draft by its hash.
    pub async fn draft(
        &mut self,
        school: SchoolId,
        hash: &Hash,
    ) -> Result<Option<StoredDraft>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select hash, version, directory, drafted_by, drafted_hour from directory_draft \
                 where school_id = $1 and hash = $2"
            )
            .bind(school.0)
            .bind(hash.0.as_slice())
        );
        match row {
            Some(row) => self.draft_with_signatures(school, row).await.map(Some),
            None => Ok(None),
        }
    }

    /// Clears the table after a version came into force: drafts were made against the one before. Signatures
    /// under directories in force stay.
    pub async fn delete_drafts(&mut self, school: SchoolId) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "delete from directory_signature where school_id = $1 and hash not in \
                 (select d.hash from directory d where d.school_id = $1)"
            )
            .bind(school.0)
        );
        execute!(
            self,
            sqlx::query("delete from directory_draft where school_id = $1").bind(school.0)
        );
        Ok(())
    }

    async fn draft_with_signatures(
        &mut self,
        school: SchoolId,
        row: Row,
    ) -> Result<StoredDraft, StoreError> {
        let hash = fixed(row.hash)?;
        Ok(StoredDraft {
            version: number(row.version)?,
            view: DraftView {
                hash,
                directory: Bytes(row.directory),
                signatures: self.directory_signatures(school, &hash).await?,
                drafted_by: StaffId(row.drafted_by),
                drafted_hour: number(row.drafted_hour)?,
            },
        })
    }
}
