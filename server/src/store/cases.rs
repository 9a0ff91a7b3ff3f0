//! Cases as the server knows them: dates and flags. What they are about is sealed.

use protocol::id::{CaseId, KeyId, SchoolId};

use uuid::Uuid;
use zeroize::Zeroizing;

use super::column::{maybe_number, number};
use super::{StoreError, Transaction, execute, fetch};
use crate::shred::{Cell, Wrapped};

/// Where a case stands, as far as the server may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseState {
    /// Half-day of arrival.
    pub received_half_day: u32,
    /// The pupil said someone is in danger; dropped at the first opening.
    pub danger: bool,
    /// Day of the first opening by anyone.
    pub opened_day: Option<u32>,
    /// Day on which something is due.
    pub due_day: Option<u32>,
    /// First day on which the case may be destroyed.
    pub destroy_after_day: u32,
    /// A hold keeps it past that day.
    pub hold: bool,
    /// The pupil took it back.
    pub withdrawn: bool,
    /// A reader's browser found nothing in the way of destroying it on its day.
    pub may_expire: bool,
    /// Its destruction has begun: it is as good as gone, and nothing can be done with it.
    pub is_ending: bool,
    /// Entries of this case in the log.
    pub audit_count: u64,
}

impl CaseState {
    /// True for the tombstone of a case that was taken back before anyone opened it.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.withdrawn && self.opened_day.is_none()
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    received_half_day: i64,
    danger: bool,
    opened_day: Option<i64>,
    due_day: Option<i64>,
    destroy_after_day: i64,
    hold: bool,
    withdrawn: bool,
    may_expire: bool,
    tail_key: Option<Uuid>,
    audit_count: i64,
}

impl TryFrom<Row> for CaseState {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            received_half_day: number(row.received_half_day)?,
            danger: row.danger,
            opened_day: maybe_number(row.opened_day)?,
            due_day: maybe_number(row.due_day)?,
            destroy_after_day: number(row.destroy_after_day)?,
            hold: row.hold,
            withdrawn: row.withdrawn,
            may_expire: row.may_expire,
            is_ending: row.tail_key.is_some(),
            audit_count: number(row.audit_count)?,
        })
    }
}

/// What taking a case back did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    /// Nobody had opened it: its envelopes are gone. Call [`super::Database::scrub`] after the commit.
    Erased,
    /// An adult had opened it: the mailbox is closed, the case stays under its retention policy.
    Closed,
    /// It was taken back before. Nothing changed; write no second entry.
    Again,
    /// No such case.
    Missing,
}

impl Transaction {
    /// A case as the pupil's side needs it, without regard to when staff may see it.
    pub async fn case_state(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<CaseState>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from cases where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        row.map(CaseState::try_from).transpose()
    }

    /// A case as a reader may reach it: `None` when it is not there, not yet visible, or holds no slot for this
    /// key. The three look the same from outside.
    pub async fn case_for_reader(
        &mut self,
        school: SchoolId,
        case: CaseId,
        key: &KeyId,
        now_minute: u32,
    ) -> Result<Option<CaseState>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select * from cases where school_id = $1 and case_id = $2 and tail_key is null \
                 and (visible_minute is null or visible_minute <= $3) \
                 and exists (select 1 from slot where slot.school_id = $1 and slot.key_id = $4 and slot.case_id = $2)"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(i64::from(now_minute))
            .bind(key.0.as_slice())
        );
        row.map(CaseState::try_from).transpose()
    }

    /// Notes the first opening: what told more than a day is forgotten (schools.md 2g). Later openings change
    /// nothing here; the log counts them. False when there is nothing to open: no such case, or its pupil took
    /// it back a moment ago. Then the opening must not be recorded.
    pub async fn mark_opened(
        &mut self,
        school: SchoolId,
        case: CaseId,
        day: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update cases set opened_day = coalesce(opened_day, $3), danger = false, urgent_minute = null, \
                 visible_minute = null where school_id = $1 and case_id = $2 \
                 and tail_key is null and (opened_day is not null or not withdrawn)"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(i64::from(day))
        );
        Ok(touched == 1)
    }

    /// Sets what the browser computed from the sealed retention class. `None` leaves a date as it is; a due day
    /// of 0 clears it.
    pub async fn set_dates(
        &mut self,
        school: SchoolId,
        case: CaseId,
        destroy_after_day: Option<u32>,
        due_day: Option<u32>,
    ) -> Result<(), StoreError> {
        if let Some(day) = destroy_after_day {
            execute!(
                self,
                sqlx::query(
                    "update cases set destroy_after_day = $3 where school_id = $1 and case_id = $2"
                )
                .bind(school.0)
                .bind(case.0)
                .bind(i64::from(day))
            );
        }
        if let Some(day) = due_day {
            let day = (day != 0).then_some(i64::from(day));
            execute!(
                self,
                sqlx::query("update cases set due_day = $3 where school_id = $1 and case_id = $2")
                    .bind(school.0)
                    .bind(case.0)
                    .bind(day)
            );
        }
        Ok(())
    }

    /// Takes a case back. Before anyone opened it, its content is deleted; what stays is a tombstone without
    /// words, so that a captured request cannot bring it back. After it was opened, staff keep it: a coerced
    /// child must not destroy what an adult has already acted on.
    pub async fn withdraw(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Withdrawn, StoreError> {
        let erase = match self.lock_case(school, case).await? {
            None => return Ok(Withdrawn::Missing),
            Some(state) if state.is_ending => return Ok(Withdrawn::Missing),
            Some(state) if state.withdrawn => return Ok(Withdrawn::Again),
            Some(state) => state.opened_day.is_none(),
        };
        if erase {
            self.erase_envelopes(school, case).await?;
        }
        execute!(
            self,
            sqlx::query(
                "update cases set withdrawn = true, danger = false, urgent_minute = null, \
                 may_expire = may_expire or $3 where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
            // What is left of an erased case goes with its key at the next round of `expiry`.
            .bind(erase)
        );
        Ok(if erase {
            Withdrawn::Erased
        } else {
            Withdrawn::Closed
        })
    }

    pub(super) async fn erase_envelopes(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<(), StoreError> {
        for text in [
            "delete from bookmark where school_id = $1 and case_id = $2",
            "delete from slot where school_id = $1 and case_id = $2",
            "delete from aside where school_id = $1 and case_id = $2",
            "delete from envelope where school_id = $1 and case_id = $2",
        ] {
            execute!(self, sqlx::query(text).bind(school.0).bind(case.0));
        }
        Ok(())
    }

    /// Forgets arrival minutes that have passed, on every school. Run once a minute.
    pub async fn clear_visible_minutes(&mut self, now_minute: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("update cases set visible_minute = null where visible_minute <= $1")
                .bind(i64::from(now_minute))
        ))
    }

    /// How many cases there are, of all schools.
    pub async fn count_cases(&mut self) -> Result<u64, StoreError> {
        let count: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar("select count(*) from cases")
        );
        number(count)
    }

    /// The case, held until the transaction ends, on PostgreSQL too.
    pub(super) async fn lock_case(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<CaseState>, StoreError> {
        execute!(
            self,
            sqlx::query(
                "update cases set envelope_count = envelope_count where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        self.case_state(school, case).await
    }

    /// Counts up the entries of a case and gives what tags the next one: its audit key and its number.
    pub(crate) async fn next_audit_number(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<(Zeroizing<[u8; 32]>, u64)>, StoreError> {
        if let Some(audit_key) = self.first.remove(&(school, case)) {
            return Ok(Some((audit_key, 0)));
        }
        let row: Option<(Wrapped, i64)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "update cases set audit_count = audit_count + 1 where school_id = $1 and case_id = $2 \
                 returning audit_key, audit_count - 1"
            )
            .bind(school.0)
            .bind(case.0)
        );
        let Some((wrapped, number_before)) = row else {
            return Ok(None);
        };
        let key = self.seal(school, case).await?.key;
        let audit_key = wrapped.open(&key, Cell::AuditKey(school, case))?;
        let audit_key = audit_key
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::Damaged("an audit key has the wrong length"))?;
        Ok(Some((Zeroizing::new(audit_key), number(number_before)?)))
    }
}
