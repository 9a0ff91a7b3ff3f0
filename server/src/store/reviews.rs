//! What the review of the log needs beside the log: wrong tries by day, and which flags somebody looked at (XAM-12).

use std::collections::HashMap;

use protocol::api::{FlagOutcome, FlagRule};
use protocol::audit::Entry;
use protocol::id::{CaseId, Hash, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, index, number};
use super::{StoreError, Transaction, execute, fetch};
use crate::review::{Happened, WrongTries};

/// Entries of the log read at once.
const PART: u32 = 1_000;

/// How a flag was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The flag's day, by which it is forgotten.
    pub day: u32,
    /// How far it had grown (`review::Flag::mark`).
    pub mark: u64,
    /// Who looked.
    pub staff: StaffId,
    /// When.
    pub hour: u32,
    /// What they found.
    pub outcome: FlagOutcome,
}

#[derive(sqlx::FromRow)]
struct Row {
    flag: Vec<u8>,
    day: i64,
    mark: i64,
    staff_id: Uuid,
    hour: i64,
    outcome: i64,
}

impl Transaction {
    /// Entries of a school since an hour, oldest first, each with its case. What was erased is left out.
    pub async fn happened_since(
        &mut self,
        school: SchoolId,
        hour: u32,
    ) -> Result<Vec<Happened>, StoreError> {
        let mut happened = Vec::new();
        let mut before = u64::MAX;
        loop {
            let (openings, next) = self.school_openings(school, before, PART).await?;
            let cases = self.opening_cases(school, before, PART).await?;
            let mut is_older = false;
            for opening in openings {
                let entry = Entry::decode(&opening.entry)
                    .map_err(|_| StoreError::Damaged("an entry of the log cannot be read"))?;
                // What a pupil did carries the first hour of its half-day, so older ones may come between newer ones.
                is_older |= entry.hour.saturating_add(12) < hour;
                if entry.hour >= hour {
                    happened.push(Happened {
                        index: opening.index,
                        case: cases.get(&opening.index).copied(),
                        entry,
                    });
                }
            }
            match next {
                Some(next) if !is_older => before = next,
                _ => break,
            }
        }
        happened.reverse();
        Ok(happened)
    }

    /// Cases of the entries below a place, by their places.
    async fn opening_cases(
        &mut self,
        school: SchoolId,
        before: u64,
        most: u32,
    ) -> Result<HashMap<u64, CaseId>, StoreError> {
        let rows: Vec<(i64, Option<Uuid>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select log_index, case_id from log_opening where school_id = $1 and log_index < $2 \
                 order by log_index desc limit $3"
            )
            .bind(school.0)
            .bind(i64::try_from(before).unwrap_or(i64::MAX))
            .bind(i64::from(most))
        );
        let known = rows
            .into_iter()
            .filter_map(|(place, case)| Some((place, case?)));
        known
            .map(|(place, case)| Ok((number(place)?, CaseId(case))))
            .collect()
    }

    /// Wrong tries since a day.
    pub async fn wrong_tries(
        &mut self,
        school: SchoolId,
        day: u32,
    ) -> Result<Vec<WrongTries>, StoreError> {
        let rows: Vec<(Uuid, i64, i64, i64)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select staff_id, day, rule, tries from wrong_try where school_id = $1 and day >= $2 \
                 order by day, staff_id, rule"
            )
            .bind(school.0)
            .bind(i64::from(day))
        );
        rows.into_iter()
            .map(|(staff, day, rule, tries)| {
                let rules = [FlagRule::WrongSignIn, FlagRule::WrongProof];
                let rule = rules
                    .into_iter()
                    .find(|known| i64::from(*known as u8) == rule);
                Ok(WrongTries {
                    staff: StaffId(staff),
                    day: number(day)?,
                    rule: rule.ok_or(StoreError::Damaged("a wrong try of no known kind"))?,
                    tries: number(tries)?,
                })
            })
            .collect()
    }

    /// Adds to the wrong tries of a day.
    pub async fn add_wrong_tries(
        &mut self,
        school: SchoolId,
        more: WrongTries,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into wrong_try (school_id, staff_id, day, rule, tries) values ($1, $2, $3, $4, $5) \
                 on conflict (school_id, staff_id, day, rule) do update set tries = wrong_try.tries + $5"
            )
            .bind(school.0)
            .bind(more.staff.0)
            .bind(i64::from(more.day))
            .bind(i64::from(more.rule as u8))
            .bind(i64::from(more.tries))
        );
        Ok(())
    }

    /// Every flag somebody looked at.
    pub async fn reviewed(
        &mut self,
        school: SchoolId,
    ) -> Result<HashMap<Hash, Reviewed>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select flag, day, mark, staff_id, hour, outcome from reviewed where school_id = $1"
            )
            .bind(school.0)
        );
        rows.into_iter()
            .map(|row| {
                let outcome = u8::try_from(row.outcome).ok();
                let reviewed = Reviewed {
                    day: number(row.day)?,
                    mark: number(row.mark)?,
                    staff: StaffId(row.staff_id),
                    hour: number(row.hour)?,
                    outcome: outcome
                        .and_then(FlagOutcome::from_byte)
                        .ok_or(StoreError::Damaged("a finding of no known kind"))?,
                };
                Ok((fixed(row.flag)?, reviewed))
            })
            .collect()
    }

    /// Notes that somebody looked at a flag. False when somebody else did, as far as it had grown.
    pub async fn put_reviewed(
        &mut self,
        school: SchoolId,
        flag: &Hash,
        reviewed: &Reviewed,
    ) -> Result<bool, StoreError> {
        let rows = execute!(
            self,
            sqlx::query(
                "insert into reviewed (school_id, flag, day, mark, staff_id, hour, outcome) \
                 values ($1, $2, $3, $4, $5, $6, $7) on conflict (school_id, flag) do update \
                 set mark = $4, staff_id = $5, hour = $6, outcome = $7 where reviewed.mark < $4"
            )
            .bind(school.0)
            .bind(flag.0.as_slice())
            .bind(i64::from(reviewed.day))
            .bind(index(reviewed.mark)?)
            .bind(reviewed.staff.0)
            .bind(i64::from(reviewed.hour))
            .bind(i64::from(reviewed.outcome.to_byte()))
        );
        Ok(rows == 1)
    }

    /// Forgets wrong tries and findings of days before this one.
    pub async fn forget_reviews_before(&mut self, day: u32) -> Result<u64, StoreError> {
        let mut gone = 0;
        for text in [
            "delete from wrong_try where day < $1",
            "delete from reviewed where day < $1",
        ] {
            gone += execute!(self, sqlx::query(text).bind(i64::from(day)));
        }
        Ok(gone)
    }
}
