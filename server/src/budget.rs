//! What a school's day has brought against what a day usually brings (L0 of protocol 7).
//!
//! Promise: a budget is never a wall for someone in danger. At half of it adults are told; when it is used up
//! puzzles get harder for everyone; at ten times as much only reports that say "danger", or that carry the code of this
//! term's poster, are taken until midnight. What is in memory here is at most a second old.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use protocol::api::Alarm;
use protocol::id::SchoolId;

use crate::app::App;
use crate::gate::BITS_WITHOUT_CODE;
use crate::problem::ApiError;
use crate::store::Limits;

/// Budgets after which nothing but danger is taken.
const STOP: u32 = 10;
/// Budgets after which puzzles get as hard as they get for this reason.
const DEAR: u32 = 4;

/// A school's day.
#[derive(Clone, Copy, Debug)]
pub struct Today {
    /// What it is measured against.
    pub limits: Limits,
    /// Reports since midnight UTC.
    pub reports: u32,
    /// First day on which this school's cases are destroyed: it takes nothing new.
    pub ends_day: Option<u32>,
}

/// Days as they were a moment ago, so that not every request asks the database.
#[derive(Default)]
pub struct Budgets(Mutex<HashMap<SchoolId, (u64, Today)>>);

impl Budgets {
    /// Asks the database again next time.
    pub fn forget(&self, school: SchoolId) {
        self.known().remove(&school);
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<SchoolId, (u64, Today)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a school's day goes.
pub async fn today(app: &App, school: SchoolId) -> Result<Today, ApiError> {
    let now = app.now();
    let known = app.budgets.known().get(&school).copied();
    if let Some((asked, today)) = known
        && asked == now.seconds()
    {
        return Ok(today);
    }
    let mut transaction = app.read().await?;
    let today = Today {
        limits: transaction.limits(school).await?,
        reports: transaction.reports_on(school, now.day()).await?,
        ends_day: transaction
            .wind_down(school)
            .await?
            .and_then(|found| found.destroy_day),
    };
    app.budgets.known().insert(school, (now.seconds(), today));
    Ok(today)
}

/// Says in the log that a school's day became unusual with what `came` last, once for each step. No school is named
/// there.
pub fn tell(today: Today, came: u32) {
    let Limits { daily_budget, .. } = today.limits;
    let steps = [
        daily_budget.div_ceil(2),
        daily_budget,
        daily_budget.saturating_mul(STOP),
    ];
    let before = today.reports.saturating_sub(came);
    if steps
        .iter()
        .any(|step| (before + 1..=today.reports).contains(step))
    {
        tracing::warn!(
            reports = today.reports,
            budget = daily_budget,
            "a school takes in unusually many reports today"
        );
    }
}

impl Today {
    /// How full the day is.
    #[must_use]
    pub const fn alarm(&self) -> Alarm {
        let (reports, budget) = (self.reports, self.limits.daily_budget);
        if reports >= budget.saturating_mul(STOP) {
            Alarm::Stopped
        } else if reports >= budget {
            Alarm::Full
        } else if reports >= budget.div_ceil(2) {
            Alarm::Half
        } else {
            Alarm::None
        }
    }

    /// By how many steps puzzles are harder for everyone. At most three, so that a year group that writes on one
    /// day stays where R3 wants it.
    #[must_use]
    pub const fn steps(&self) -> u8 {
        let (reports, budget) = (self.reports, self.limits.daily_budget);
        if reports >= budget.saturating_mul(DEAR) {
            3
        } else if reports >= budget {
            2
        } else {
            0
        }
    }

    /// True when posters carry a code.
    #[must_use]
    pub const fn has_codes(&self) -> bool {
        self.limits.term > 0
    }

    /// Bits to add to a puzzle without the poster's code.
    #[must_use]
    pub const fn bits_without_code(&self) -> u8 {
        if self.has_codes() {
            BITS_WITHOUT_CODE
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_fills_in_steps() {
        let day = |reports| {
            let today = Today {
                limits: Limits::default(),
                reports,
                ends_day: None,
            };
            (today.alarm(), today.steps())
        };
        assert_eq!(day(0), (Alarm::None, 0));
        assert_eq!(day(249), (Alarm::None, 0));
        assert_eq!(day(250), (Alarm::Half, 0));
        assert_eq!(day(500), (Alarm::Full, 2));
        assert_eq!(day(1_999), (Alarm::Full, 2));
        assert_eq!(day(2_000), (Alarm::Full, 3));
        assert_eq!(day(5_000), (Alarm::Stopped, 3));
        assert_eq!(day(u32::MAX), (Alarm::Stopped, 3));
    }
}
