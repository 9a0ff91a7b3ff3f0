//! Printed codes that stand in for a phone. Only hashes under the server's key; a used one is marked and never works
//! again.

use protocol::id::{Hash, SchoolId, StaffId};

use super::column::{fixed, number};
use super::{StoreError, Transaction, execute, fetch};

impl Transaction {
    /// Hashes of somebody's codes, used ones too.
    pub async fn recovery_codes(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Vec<Hash>, StoreError> {
        let rows: Vec<(Vec<u8>,)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select code_hash from recovery_code where school_id = $1 and staff_id = $2 order by code_hash"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        rows.into_iter().map(|(hash,)| fixed(hash)).collect()
    }

    /// Puts these codes in the place of all from before.
    pub async fn replace_recovery_codes(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        hashes: &[Hash],
    ) -> Result<(), StoreError> {
        self.delete_recovery_codes(school, staff).await?;
        for hash in hashes {
            execute!(
                self,
                sqlx::query(
                    "insert into recovery_code (school_id, staff_id, code_hash) values ($1, $2, $3)"
                )
                .bind(school.0)
                .bind(staff.0)
                .bind(hash.0.as_slice())
            );
        }
        Ok(())
    }

    /// How many codes somebody has left.
    pub async fn recovery_codes_left(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<u32, StoreError> {
        let (left,): (i64,) = fetch!(
            self,
            fetch_one,
            sqlx::query_as(
                "select count(*) from recovery_code where school_id = $1 and staff_id = $2 and used_hour is null"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        number(left)
    }

    /// Uses a code up. False when it was used before.
    pub async fn use_recovery_code(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        hash: &Hash,
        hour: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update recovery_code set used_hour = $4 where school_id = $1 and staff_id = $2 and code_hash = $3 \
                 and used_hour is null"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(hash.0.as_slice())
            .bind(i64::from(hour))
        );
        Ok(touched == 1)
    }

    /// Takes every code away.
    pub async fn delete_recovery_codes(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from recovery_code where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        Ok(())
    }
}
