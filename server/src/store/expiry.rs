//! The rows of destruction. `crate::expiry` decides when; here is what each step does to the database.

use std::collections::HashSet;

use protocol::id::{CaseId, SchoolId, StaffId};
use uuid::Uuid;

use super::gone::Gone;
use super::{StoreError, Transaction, execute, fetch};
use crate::shred::{CaseKey, Cell, Wrapped};

/// A warning must have been shown this many days before, and one in the last days of a case (schools.md 3e).
const NOTICE_DAYS: u32 = 7;
/// The stages that must have been shown.
const EARLY: u32 = 30;
const LATE: u32 = 7;

/// A case whose destruction has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doomed {
    /// School.
    pub school: SchoolId,
    /// Case.
    pub case: CaseId,
    /// Name of its key, which goes first.
    pub key: Uuid,
    /// Its pupil took it back before anyone read it.
    pub taken_back: bool,
    /// Its part of the log can still be written to. Not so after an old copy of the database came back.
    pub has_log: bool,
}

/// School, case, shred key, withdrawn, opened day, entries in the log.
type DoomedRow = (Uuid, Uuid, Option<Uuid>, bool, Option<i64>, i64);

impl Transaction {
    /// Sets what a reader's browser computed from the sealed class: the day, and whether nothing but time stands in
    /// the way. Whoever was warned of another day is to be warned again.
    pub async fn set_expiry(
        &mut self,
        school: SchoolId,
        case: CaseId,
        day: Option<u32>,
        may_expire: Option<bool>,
    ) -> Result<(), StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update cases set destroy_after_day = coalesce($3, destroy_after_day), \
                 may_expire = coalesce($4, may_expire) where school_id = $1 and case_id = $2 \
                 and (destroy_after_day <> coalesce($3, destroy_after_day) \
                      or may_expire <> coalesce($4, may_expire))"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(day.map(i64::from))
            .bind(may_expire)
        );
        if touched > 0 {
            self.forget_warnings(school, case).await?;
        }
        Ok(())
    }

    /// The pupil wrote again: the clock stops until an adult has dealt with it.
    pub async fn stop_clock(&mut self, school: SchoolId, case: CaseId) -> Result<(), StoreError> {
        self.set_expiry(school, case, None, Some(false)).await
    }

    /// Cases whose day has come and whose readers were warned as schools.md 3e asks: early, late, and more than one
    /// person. What lies sealed was looked at by the browser that set `may_expire`.
    pub async fn due_cases(
        &mut self,
        today: u32,
        most: u32,
    ) -> Result<Vec<(SchoolId, CaseId)>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select c.school_id, c.case_id from cases c where c.may_expire and not c.hold \
                 and c.tail_key is null and c.opened_day is not null and c.destroy_after_day <= $1 \
                 and exists (select 1 from warning w where w.school_id = c.school_id \
                     and w.case_id = c.case_id and w.stage = $2 and w.day <= $3) \
                 and exists (select 1 from warning w where w.school_id = c.school_id \
                     and w.case_id = c.case_id and w.stage = $4 and w.day < $1) \
                 and (select count(distinct w.staff_id) from warning w where w.school_id = c.school_id \
                     and w.case_id = c.case_id) >= 2 \
                 order by c.school_id, c.destroy_after_day limit $5"
            )
            .bind(i64::from(today))
            .bind(i64::from(EARLY))
            .bind(i64::from(today) - i64::from(NOTICE_DAYS))
            .bind(i64::from(LATE))
            .bind(i64::from(most))
        );
        Ok(named(rows))
    }

    /// What is left of cases that were taken back before anyone read them.
    pub async fn erased_cases(&mut self, most: u32) -> Result<Vec<(SchoolId, CaseId)>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, case_id from cases where may_expire and withdrawn \
                 and opened_day is null and tail_key is null order by school_id, case_id limit $1"
            )
            .bind(i64::from(most))
        );
        Ok(named(rows))
    }

    /// Begins the destruction of a case: from here on nobody can open, answer or hold it. Its part of the log goes
    /// over to the tail key, without the name of the case. False when something came in between.
    pub async fn doom(
        &mut self,
        school: SchoolId,
        case: CaseId,
        tail: &CaseKey,
        openings_end: u32,
    ) -> Result<bool, StoreError> {
        let row: Option<(Option<Uuid>, Wrapped)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "update cases set tail_key = $3, destroy_after_day = $4 \
                 where school_id = $1 and case_id = $2 and tail_key is null and may_expire and not hold \
                 returning shred_key, audit_key"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(tail.id())
            // Of no more use for the case: from here on the day on which its part of the log goes.
            .bind(i64::from(openings_end))
        );
        let Some((own, audit_key)) = row else {
            return Ok(false);
        };
        self.seals.remove(&(school, case));
        let own = match own {
            Some(id) => self.shreds.key(id).await?,
            None => None,
        };
        match own {
            Some(own) => {
                self.move_log(school, case, &own, tail, openings_end)
                    .await?;
                let cell = Cell::AuditKey(school, case);
                let audit_key = audit_key.open(&own, cell)?;
                let audit_key = self.wrap(tail, cell, &audit_key);
                self.put_audit_key(school, case, Some(audit_key)).await?;
            }
            None => self.drop_log(school, case).await?,
        }
        Ok(true)
    }

    /// A case that an old copy of the database brought back after its key was destroyed.
    pub async fn doom_again(
        &mut self,
        school: SchoolId,
        case: CaseId,
        tail: &CaseKey,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update cases set tail_key = $3, may_expire = true \
                 where school_id = $1 and case_id = $2 and tail_key is null"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(tail.id())
        );
        self.drop_log(school, case).await
    }

    async fn move_log(
        &mut self,
        school: SchoolId,
        case: CaseId,
        own: &CaseKey,
        tail: &CaseKey,
        openings_end: u32,
    ) -> Result<(), StoreError> {
        let rows: Vec<(i64, Wrapped)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select log_index, opening from log_opening where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        for (place, wrapped) in rows {
            let cell = Cell::Opening(school, super::column::number(place)?);
            let opening = self.wrap(tail, cell, &wrapped.open(own, cell)?);
            execute!(
                self,
                sqlx::query(
                    "update log_opening set case_id = null, tail_key = $3, destroy_after_day = $4, \
                     opening = $5 where school_id = $1 and log_index = $2"
                )
                .bind(school.0)
                .bind(place)
                .bind(tail.id())
                .bind(i64::from(openings_end))
                .bind(opening)
            );
        }
        Ok(())
    }

    /// Without its key the case's part of the log says nothing any more; its leaves stay.
    async fn drop_log(&mut self, school: SchoolId, case: CaseId) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from log_opening where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        self.put_audit_key(school, case, None).await
    }

    async fn put_audit_key(
        &mut self,
        school: SchoolId,
        case: CaseId,
        audit_key: Option<Wrapped>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update cases set audit_key = coalesce($3, $4), audit_count = case when $5 then 0 \
                 else audit_count end where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(audit_key.clone())
            .bind(&[] as &[u8])
            .bind(audit_key.is_none())
        );
        Ok(())
    }

    /// Cases whose destruction has begun, of one school at most so many.
    pub async fn doomed_cases(&mut self, most: u32) -> Result<Vec<Doomed>, StoreError> {
        let rows: Vec<DoomedRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, case_id, shred_key, withdrawn, opened_day, audit_count from cases \
                 where may_expire and tail_key is not null order by school_id, case_id limit $1"
            )
            .bind(i64::from(most))
        );
        Ok(rows
            .into_iter()
            .map(|(school, case, key, withdrawn, opened_day, count)| Doomed {
                school: SchoolId(school),
                case: CaseId(case),
                key: key.unwrap_or_default(),
                taken_back: withdrawn && opened_day.is_none(),
                has_log: count > 0,
            })
            .collect())
    }

    /// True when the case is still there and doomed; held until the transaction ends.
    pub async fn lock_doomed(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update cases set envelope_count = envelope_count \
                 where school_id = $1 and case_id = $2 and tail_key is not null"
            )
            .bind(school.0)
            .bind(case.0)
        );
        Ok(touched == 1)
    }

    /// Deletes every row of a case. Its mailbox leaves a mark that only its pupil's code fits.
    pub async fn bury(
        &mut self,
        school: SchoolId,
        case: CaseId,
        gone: Gone,
        forget_after_day: u32,
    ) -> Result<(), StoreError> {
        let mailboxes: Vec<(Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select mailbox_id, verifier from mailbox where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        for (mailbox, verifier) in mailboxes {
            self.put_gone(school, (&mailbox, &verifier), gone, forget_after_day)
                .await?;
        }
        self.erase_envelopes(school, case).await?;
        for text in [
            "delete from mailbox where school_id = $1 and case_id = $2",
            "delete from warning where school_id = $1 and case_id = $2",
            "delete from hold where school_id = $1 and case_id = $2",
            "delete from keeper where school_id = $1 and case_id = $2",
            "delete from taken_out where school_id = $1 and case_id = $2",
            "delete from cases where school_id = $1 and case_id = $2",
        ] {
            execute!(self, sqlx::query(text).bind(school.0).bind(case.0));
        }
        Ok(())
    }

    /// Names of all keys that something in this database is wrapped under.
    pub async fn used_keys(&mut self) -> Result<HashSet<Uuid>, StoreError> {
        let mut used = HashSet::new();
        for text in [
            "select shred_key from cases where shred_key is not null",
            "select tail_key from cases where tail_key is not null",
            "select distinct tail_key from log_opening where tail_key is not null",
        ] {
            let rows: Vec<Uuid> = fetch!(self, fetch_all, sqlx::query_scalar(text));
            used.extend(rows);
        }
        Ok(used)
    }

    /// Live cases with the names of their keys, in order, after one.
    pub async fn case_keys(
        &mut self,
        after: (SchoolId, CaseId),
        most: u32,
    ) -> Result<Vec<(SchoolId, CaseId, Uuid)>, StoreError> {
        let rows: Vec<(Uuid, Uuid, Uuid)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, case_id, shred_key from cases where shred_key is not null \
                 and tail_key is null and (school_id, case_id) > ($1, $2) \
                 order by school_id, case_id limit $3"
            )
            .bind(after.0.0)
            .bind(after.1.0)
            .bind(i64::from(most))
        );
        Ok(rows
            .into_iter()
            .map(|(school, case, key)| (SchoolId(school), CaseId(case), key))
            .collect())
    }

    /// Tail keys all of whose openings have had their years, at most so many.
    pub async fn ended_tails(&mut self, today: u32, most: u32) -> Result<Vec<Uuid>, StoreError> {
        Ok(fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select distinct tail_key from log_opening where destroy_after_day <= $1 limit $2"
            )
            .bind(i64::from(today))
            .bind(i64::from(most))
        ))
    }

    /// Deletes the openings under a tail key.
    pub async fn drop_tail(&mut self, tail: Uuid, today: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from log_opening where tail_key = $1 and destroy_after_day <= $2")
                .bind(tail)
                .bind(i64::from(today))
        ))
    }

    /// True when this person was shown the warning of a case at all. For tests and the board.
    pub async fn warned(
        &mut self,
        school: SchoolId,
        case: CaseId,
        staff: StaffId,
    ) -> Result<bool, StoreError> {
        let rows: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "select count(*) from warning where school_id = $1 and case_id = $2 and staff_id = $3"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(staff.0)
        );
        Ok(rows > 0)
    }
}

fn named(rows: Vec<(Uuid, Uuid)>) -> Vec<(SchoolId, CaseId)> {
    rows.into_iter()
        .map(|(school, case)| (SchoolId(school), CaseId(case)))
        .collect()
}
