//! Public keys, and keys taken out of use. Which keys count is said by the signed directory, not by these tables.

use protocol::id::{KeyId, SchoolId};

use super::column::fixed;
use super::{StoreError, Transaction, execute, fetch};

impl Transaction {
    /// Keeps an X-Wing public key. Its name is its hash, so a second time changes nothing.
    pub async fn put_public_key(
        &mut self,
        school: SchoolId,
        key: &KeyId,
        kem: &[u8],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into public_key (school_id, key_id, kem) values ($1, $2, $3) on conflict do nothing"
            )
            .bind(school.0)
            .bind(key.0.as_slice())
            .bind(kem)
        );
        Ok(())
    }

    /// Every key this school ever named.
    pub async fn public_keys(
        &mut self,
        school: SchoolId,
    ) -> Result<Vec<(KeyId, Vec<u8>)>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select key_id, kem from public_key where school_id = $1 order by key_id"
            )
            .bind(school.0)
        );
        rows.into_iter()
            .map(|(key, kem)| Ok((fixed(key)?, kem)))
            .collect()
    }

    /// Takes a key out of use before the next directory is signed. False when it was already.
    pub async fn withdraw_key(
        &mut self,
        school: SchoolId,
        key: &KeyId,
        hour: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into withdrawn_key (school_id, key_id, withdrawn_hour) \
                 values ($1, $2, $3) on conflict do nothing"
            )
            .bind(school.0)
            .bind(key.0.as_slice())
            .bind(i64::from(hour))
        );
        Ok(touched == 1)
    }

    /// Keys to which pupils' browsers seal dummies.
    pub async fn withdrawn_keys(&mut self, school: SchoolId) -> Result<Vec<KeyId>, StoreError> {
        let rows: Vec<Vec<u8>> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select key_id from withdrawn_key where school_id = $1 order by key_id"
            )
            .bind(school.0)
        );
        rows.into_iter().map(fixed).collect()
    }

    /// Drops a withdrawal once a signed directory no longer names the key.
    pub async fn forget_withdrawn_key(
        &mut self,
        school: SchoolId,
        key: &KeyId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from withdrawn_key where school_id = $1 and key_id = $2")
                .bind(school.0)
                .bind(key.0.as_slice())
        );
        Ok(())
    }
}
