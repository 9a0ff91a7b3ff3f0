//! What is remembered of a mailbox whose case is gone, so that a pupil who comes back is told plainly, and a captured
//! request cannot bring a report back. Only a hash: who does not hold the receipt code learns nothing from it.

use protocol::id::{Hash, MailboxId, SchoolId};
use sha2::{Digest, Sha256};

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

const LABEL: &[u8] = b"sotto/v1/gone";

/// A case that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Day of its destruction.
    pub day: u32,
    /// Its pupil took it back before anyone read it; otherwise its time was over.
    pub taken_back: bool,
}

pub(super) fn mark(school: SchoolId, mailbox: &[u8], verifier: &[u8]) -> [u8; 32] {
    Sha256::new()
        .chain_update(LABEL)
        .chain_update(school.to_bytes())
        .chain_update(mailbox)
        .chain_update(verifier)
        .finalize()
        .into()
}

impl Transaction {
    /// Whether there once was a case behind this mailbox and token.
    pub async fn gone(
        &mut self,
        school: SchoolId,
        mailbox: &MailboxId,
        verifier: &Hash,
    ) -> Result<Option<Gone>, StoreError> {
        let mark = mark(school, &mailbox.0, &verifier.0);
        let row: Option<(i64, bool)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select day, taken_back from gone where school_id = $1 and mark = $2")
                .bind(school.0)
                .bind(mark.as_slice())
        );
        row.map(|(day, taken_back)| {
            Ok(Gone {
                day: number(day)?,
                taken_back,
            })
        })
        .transpose()
    }

    pub(super) async fn put_gone(
        &mut self,
        school: SchoolId,
        (mailbox, verifier): (&[u8], &[u8]),
        gone: Gone,
        forget_after_day: u32,
    ) -> Result<(), StoreError> {
        let mark = mark(school, mailbox, verifier);
        execute!(
            self,
            sqlx::query(
                "insert into gone (school_id, mark, day, taken_back, forget_after_day) \
                 values ($1, $2, $3, $4, $5) on conflict do nothing"
            )
            .bind(school.0)
            .bind(mark.as_slice())
            .bind(i64::from(gone.day))
            .bind(gone.taken_back)
            .bind(i64::from(forget_after_day))
        );
        Ok(())
    }

    /// Forgets what nobody came back for in time.
    pub async fn forget_gone(&mut self, today: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from gone where forget_after_day < $1").bind(i64::from(today))
        ))
    }
}
