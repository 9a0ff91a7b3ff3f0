//! Adults who leave: their last day, their signed word that every case goes on, and the end of their keys.

use protocol::api::{HandOver, LeaverView};
use protocol::id::{KeyId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, maybe_number, number};
use super::{StoreError, Transaction, execute, fetch};

#[derive(sqlx::FromRow)]
struct Row {
    staff_id: Uuid,
    last_day: Option<i64>,
    key_id: Option<Vec<u8>>,
    cases: Option<i64>,
    handed: Option<i64>,
    alone: Option<i64>,
    log_size: Option<i64>,
    said_hour: Option<i64>,
    signature: Option<Vec<u8>>,
    destroyed_hour: Option<i64>,
}

impl TryFrom<Row> for LeaverView {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        const HALF: StoreError = StoreError::Damaged("half a statement of a leaver is kept");
        let statement = match (row.key_id, row.signature) {
            (Some(key), Some(signature)) => Some(HandOver {
                key: fixed(key)?,
                cases: number(row.cases.ok_or(HALF)?)?,
                handed: number(row.handed.ok_or(HALF)?)?,
                alone: number(row.alone.ok_or(HALF)?)?,
                log_size: number(row.log_size.ok_or(HALF)?)?,
                hour: number(row.said_hour.ok_or(HALF)?)?,
                signature: fixed(signature)?,
            }),
            _ => None,
        };
        Ok(Self {
            staff: StaffId(row.staff_id),
            last_day: maybe_number(row.last_day)?,
            statement,
            destroyed_hour: maybe_number(row.destroyed_hour)?,
        })
    }
}

impl Transaction {
    /// Everyone whose leaving is prepared or done.
    pub async fn leavers(&mut self, school: SchoolId) -> Result<Vec<LeaverView>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select staff_id, last_day, key_id, cases, handed, alone, log_size, said_hour, signature, \
                 destroyed_hour from leaver where school_id = $1 order by staff_id"
            )
            .bind(school.0)
        );
        rows.into_iter().map(LeaverView::try_from).collect()
    }

    /// Sets or takes back an adult's last day.
    pub async fn set_last_day(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        last_day: Option<u32>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into leaver (school_id, staff_id, last_day) values ($1, $2, $3) \
                 on conflict (school_id, staff_id) do update set last_day = excluded.last_day"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(last_day.map(i64::from))
        );
        Ok(())
    }

    /// Keeps a reader's statement in place of the one before.
    pub async fn put_hand_over(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        said: &HandOver,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into leaver (school_id, staff_id, key_id, cases, handed, alone, log_size, said_hour, signature) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (school_id, staff_id) do update set \
                 key_id = excluded.key_id, cases = excluded.cases, handed = excluded.handed, alone = excluded.alone, \
                 log_size = excluded.log_size, said_hour = excluded.said_hour, signature = excluded.signature"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(said.key.0.as_slice())
            .bind(i64::from(said.cases))
            .bind(i64::from(said.handed))
            .bind(i64::from(said.alone))
            .bind(i64::try_from(said.log_size).unwrap_or(i64::MAX))
            .bind(i64::from(said.hour))
            .bind(said.signature.0.as_slice())
        );
        Ok(())
    }

    /// True if a report came in for this key after the log had this size: a statement made then does not cover it.
    /// A case's first entry says that it was received.
    pub async fn received_since(
        &mut self,
        school: SchoolId,
        key: &KeyId,
        log_size: u64,
    ) -> Result<bool, StoreError> {
        let row: Option<i64> = fetch!(
            self,
            fetch_optional,
            sqlx::query_scalar(
                "select cast(1 as bigint) from slot s where s.school_id = $1 and s.key_id = $3 and \
                 (select min(o.log_index) from log_opening o where o.school_id = $1 and o.case_id = s.case_id) >= $2 \
                 limit 1"
            )
            .bind(school.0)
            .bind(i64::try_from(log_size).unwrap_or(i64::MAX))
            .bind(key.0.as_slice())
        );
        Ok(row.is_some())
    }

    /// Destroys an ended adult's keys: the sealed vault, which is their only copy here, the notes sealed to them, and
    /// their place in every inbox. What was sealed to the key stays inside the cases until those are destroyed, and
    /// opens for nobody. Public halves stay: older replies must still find the key that signed them.
    pub async fn destroy_keys(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        key: &KeyId,
        hour: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from slot where school_id = $1 and key_id = $2")
                .bind(school.0)
                .bind(key.0.as_slice())
        );
        execute!(
            self,
            sqlx::query("delete from bookmark where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        self.delete_recovery_set(school, staff).await?;
        execute!(
            self,
            sqlx::query(
                "update staff set vault = $3, verifier = '', second_factor = $3 \
                 where school_id = $1 and staff_id = $2"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind([0_u8; 0].as_slice())
        );
        execute!(
            self,
            sqlx::query(
                "update leaver set destroyed_hour = $3 where school_id = $1 and staff_id = $2"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(hour))
        );
        Ok(())
    }

    /// Takes a reader out of one case for good: it leaves their inbox, is not given out to their key any more, and their
    /// note of it is gone. Later messages do not bring it back.
    pub async fn forget_reader(
        &mut self,
        school: SchoolId,
        case: protocol::id::CaseId,
        staff: StaffId,
        key: &KeyId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into aside (school_id, case_id, key_id) values ($1, $2, $3) on conflict do nothing"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(key.0.as_slice())
        );
        execute!(
            self,
            sqlx::query("delete from slot where school_id = $1 and case_id = $2 and key_id = $3")
                .bind(school.0)
                .bind(case.0)
                .bind(key.0.as_slice())
        );
        execute!(
            self,
            sqlx::query(
                "delete from bookmark where school_id = $1 and case_id = $2 and staff_id = $3"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(staff.0)
        );
        Ok(())
    }

    /// Version of the list of readers this adult was last told about.
    pub async fn told_version(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<u32, StoreError> {
        let version: Option<i64> = fetch!(
            self,
            fetch_optional,
            sqlx::query_scalar(
                "select told_version from staff where school_id = $1 and staff_id = $2"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        number(version.unwrap_or(0))
    }

    /// Remembers that this adult was told; never goes back.
    pub async fn set_told_version(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        version: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update staff set told_version = $3 where school_id = $1 and staff_id = $2 \
                 and told_version < $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(version))
        );
        Ok(())
    }
}
