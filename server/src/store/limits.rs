//! What keeps a flood from filling a school: its daily budget, the term of its posters, how many reports came today.

use protocol::id::SchoolId;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// What a day usually brings at most, unless a school says otherwise.
pub const USUAL_BUDGET: u32 = 500;

/// A school's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Reports a day usually brings at most.
    pub daily_budget: u32,
    /// Which posters are up; 0: posters carry no code.
    pub term: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            daily_budget: USUAL_BUDGET,
            term: 0,
        }
    }
}

impl Transaction {
    /// A school's limits; the usual ones when it has not set any.
    pub async fn limits(&mut self, school: SchoolId) -> Result<Limits, StoreError> {
        let row: Option<(i64, i64)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select daily_budget, term from school_limit where school_id = $1")
                .bind(school.0)
        );
        row.map_or(Ok(Limits::default()), |(daily_budget, term)| {
            Ok(Limits {
                daily_budget: number(daily_budget)?,
                term: number(term)?,
            })
        })
    }

    /// Sets a school's limits.
    pub async fn set_limits(
        &mut self,
        school: SchoolId,
        limits: &Limits,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into school_limit (school_id, daily_budget, term) values ($1, $2, $3) \
                 on conflict (school_id) do update set daily_budget = $2, term = $3"
            )
            .bind(school.0)
            .bind(i64::from(limits.daily_budget))
            .bind(i64::from(limits.term))
        );
        Ok(())
    }

    /// Reports taken in on a day.
    pub async fn reports_on(&mut self, school: SchoolId, day: u32) -> Result<u32, StoreError> {
        let count: Option<i64> = fetch!(
            self,
            fetch_optional,
            sqlx::query_scalar("select reports from school_day where school_id = $1 and day = $2")
                .bind(school.0)
                .bind(i64::from(day))
        );
        count.map_or(Ok(0), number)
    }

    /// Counts so many more reports, and says how many the day has now.
    pub async fn count_reports(
        &mut self,
        school: SchoolId,
        day: u32,
        more: u32,
    ) -> Result<u32, StoreError> {
        let count: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "insert into school_day (school_id, day, reports) values ($1, $2, $3) \
                 on conflict (school_id, day) do update set reports = school_day.reports + $3 returning reports"
            )
            .bind(school.0)
            .bind(i64::from(day))
            .bind(i64::from(more))
        );
        number(count)
    }

    /// Reports of a day and budgets of every school that had any, for the page of whoever runs the machine.
    pub async fn busy_days(&mut self, day: u32) -> Result<Vec<(u32, u32)>, StoreError> {
        let rows: Vec<(i64, i64)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select d.reports, coalesce(l.daily_budget, $2) from school_day d \
                 left join school_limit l on l.school_id = d.school_id where d.day = $1"
            )
            .bind(i64::from(day))
            .bind(i64::from(USUAL_BUDGET))
        );
        rows.into_iter()
            .map(|(reports, budget)| Ok((number(reports)?, number(budget)?)))
            .collect()
    }

    /// Forgets the counts of days before this one.
    pub async fn forget_counts_before(&mut self, day: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from school_day where day < $1").bind(i64::from(day))
        ))
    }
}
