//! Passkeys of adults: public keys only. And the questions that were answered, so that each counts once.

use protocol::id::{Hash, SchoolId, StaffId};
use webauthn_rs::prelude::Passkey;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// A passkey as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredPasskey {
    /// The device's name for it.
    pub credential_id: Vec<u8>,
    /// The public key and the count of uses, as `webauthn-rs` writes them.
    pub kept: String,
    /// What its owner called it.
    pub name: String,
    /// Day it was added.
    pub added_day: i64,
}

impl StoredPasskey {
    /// The day it was added.
    pub fn day(&self) -> Result<u32, StoreError> {
        number(self.added_day)
    }

    /// What is checked. `None` if another release of `webauthn-rs` wrote it and this one cannot read it.
    #[must_use]
    pub fn passkey(&self) -> Option<Passkey> {
        serde_json::from_str(&self.kept).ok()
    }
}

impl Transaction {
    /// Passkeys of one person, oldest first.
    pub async fn passkeys(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Vec<StoredPasskey>, StoreError> {
        Ok(fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select credential_id, kept, name, added_day from passkey \
                 where school_id = $1 and staff_id = $2 order by added_day, name, credential_id"
            )
            .bind(school.0)
            .bind(staff.0)
        ))
    }

    /// False when this person has it already.
    pub async fn insert_passkey(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        passkey: &StoredPasskey,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into passkey (school_id, staff_id, credential_id, kept, name, added_day) \
                 values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(passkey.credential_id.as_slice())
            .bind(&passkey.kept)
            .bind(&passkey.name)
            .bind(passkey.added_day)
        );
        Ok(touched == 1)
    }

    /// Takes a passkey away. False when this person has no such one.
    pub async fn delete_passkey(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        credential: &[u8],
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "delete from passkey where school_id = $1 and staff_id = $2 and credential_id = $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(credential)
        );
        Ok(touched == 1)
    }

    /// Takes every passkey of a person away.
    pub async fn delete_passkeys(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from passkey where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        Ok(())
    }

    /// Keeps what a device counts of its uses, in place of what it counted `before`. False when the passkey is gone, or
    /// another use was kept in between.
    pub async fn count_passkey(
        &mut self,
        (school, staff): (SchoolId, StaffId),
        credential: &[u8],
        before: &str,
        after: &str,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update passkey set kept = $5 where school_id = $1 and staff_id = $2 and credential_id = $3 \
                 and kept = $4"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(credential)
            .bind(before)
            .bind(after)
        );
        Ok(touched == 1)
    }

    /// Uses a question up. False when it was answered before.
    pub async fn use_ticket(
        &mut self,
        school: SchoolId,
        ticket: &Hash,
        ends_minute: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into passkey_answered (school_id, ticket, ends_minute) values ($1, $2, $3) \
                 on conflict do nothing"
            )
            .bind(school.0)
            .bind(ticket.0.as_slice())
            .bind(i64::from(ends_minute))
        );
        Ok(touched == 1)
    }

    /// Forgets answers whose questions are over, in every school.
    pub async fn delete_tickets_over(&mut self, now_minute: u32) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from passkey_answered where ends_minute <= $1")
                .bind(i64::from(now_minute))
        );
        Ok(())
    }
}
