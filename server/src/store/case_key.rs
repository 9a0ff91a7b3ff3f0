//! The key that the cells of a case are wrapped under, fetched once for each transaction.

use protocol::id::{CaseId, SchoolId};
use uuid::Uuid;

use super::{StoreError, Transaction, execute, fetch};
use crate::shred::{CaseKey, Cell, Taken, Wrapped};

/// What wraps the cells of a case.
#[derive(Clone)]
pub(super) struct Seal {
    /// The case's own key; once destruction has begun, the tail key of its part of the log.
    pub key: CaseKey,
    /// Destruction has begun, and this is the day on which the tail goes.
    pub tail_ends: Option<i64>,
}

impl Transaction {
    /// The key of a case that is there.
    pub(super) async fn seal(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Seal, StoreError> {
        if let Some(seal) = self.seals.get(&(school, case)) {
            return Ok(seal.clone());
        }
        let row: Option<(Option<Uuid>, Option<Uuid>, i64)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select shred_key, tail_key, destroy_after_day from cases where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        let (own, tail, ends) =
            row.ok_or(StoreError::Damaged("a cell of a case that is not there"))?;
        let id = tail.or(own).ok_or(StoreError::KeyGone)?;
        let key = self.shreds.key(id).await?.ok_or(StoreError::KeyGone)?;
        let seal = Seal {
            key,
            tail_ends: tail.map(|_| ends),
        };
        self.seals.insert((school, case), seal.clone());
        Ok(seal)
    }

    /// The own key of a case that is not being destroyed.
    pub(super) async fn case_key(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<CaseKey, StoreError> {
        let seal = self.seal(school, case).await?;
        if seal.tail_ends.is_some() {
            return Err(StoreError::KeyGone);
        }
        Ok(seal.key)
    }

    /// A fresh key for a case; it goes back to the store unless this transaction is committed.
    pub(super) async fn take_key(&mut self, day: u32) -> Result<Taken, StoreError> {
        self.shreds.take(day).await
    }

    /// From here on the key is the case's.
    pub(super) fn give_key(&mut self, school: SchoolId, case: CaseId, taken: Taken) {
        let seal = Seal {
            key: taken.key().clone(),
            tail_ends: None,
        };
        self.seals.insert((school, case), seal);
        self.taken.push(taken);
    }

    /// A key that this transaction uses for something else than a case.
    pub(crate) fn keep_key(&mut self, taken: Taken) {
        self.taken.push(taken);
    }

    pub(super) fn wrap(&self, key: &CaseKey, cell: Cell, plain: &[u8]) -> Wrapped {
        self.shreds.wrap(key, cell, plain)
    }

    /// Binds this database and its shred store to each other the first time, and refuses a stranger afterwards: with
    /// the wrong store every case would look destroyed.
    pub(super) async fn pair_shred_store(&mut self) -> Result<(), StoreError> {
        let known: Option<Uuid> = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "update expiry set shred_store = shred_store where expiry = 0 returning shred_store"
            )
        );
        let found = self.shreds.name().await?;
        match (known, found) {
            (Some(known), Some(found)) if known == found => return Ok(()),
            (Some(_), _) => return Err(StoreError::OtherShredStore),
            (None, _) => {}
        }
        let name = match found {
            // Named a moment ago, when this program stopped. With keys in it, it is another database's.
            Some(name) if self.shreds.is_empty().await? => name,
            Some(_) => return Err(StoreError::OtherShredStore),
            None => {
                let name = self.shreds.make_name();
                self.shreds.set_name(name).await?;
                name
            }
        };
        execute!(
            self,
            sqlx::query("update expiry set shred_store = $1 where expiry = 0").bind(name)
        );
        Ok(())
    }
}
