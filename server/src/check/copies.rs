//! Lines about copies: how old the newest backup is, whether one was restored on trial, what was destroyed when.

use super::{Finding, fail, pass};
use crate::clock::Moment;
use crate::store::Upkeep;

/// A backup a night, and one night may fail.
const BACKUP_HOURS: u32 = 50;
/// A drill a year is the least (schools.md, operator's tasks).
const DRILL_DAYS: u32 = 366;
const MINUTES_A_DAY: u32 = 24 * 60;

/// The newest backup.
pub fn backup(last: Option<&Upkeep>, now: Moment) -> Finding {
    let Some(last) = last else {
        return fail(
            "backup",
            "there is none: run `sotto backup PLACE` every night",
        );
    };
    let hours = now.minute().saturating_sub(last.minute) / 60;
    if hours > BACKUP_HOURS {
        let words = format!("the newest is {hours} hours old: see why the nightly one did not run");
        return fail("backup", &words);
    }
    let words = format!(
        "{hours} hours old, {} cases, verified when it was made",
        last.cases
    );
    pass("backup", &words)
}

/// The newest drill.
pub fn drill(last: Option<&Upkeep>, now: Moment) -> Finding {
    let Some(last) = last else {
        return fail(
            "restore drill",
            "never done: run `sotto restore --drill` on the newest backup",
        );
    };
    let days = now.minute().saturating_sub(last.minute) / MINUTES_A_DAY;
    if !last.fine {
        return fail(
            "restore drill",
            &format!("failed {days} days ago: {}", last.remark),
        );
    }
    if days > DRILL_DAYS {
        return fail(
            "restore drill",
            &format!("{days} days ago: do it once a year"),
        );
    }
    pass(
        "restore drill",
        &format!("{days} days ago: {}", last.remark),
    )
}

/// The newest copy of the keys of cases, on SQLite; it is gone after seven days, so one must be younger.
pub fn shred_backup(last: Option<&Upkeep>, now: Moment) -> Finding {
    let hours = last.map(|last| now.minute().saturating_sub(last.minute) / 60);
    match hours {
        None => fail(
            "shred store",
            "never copied: without its keys no backup opens; run `sotto backup --shred PLACE` every night, to a place apart",
        ),
        Some(hours) if hours > BACKUP_HOURS => fail(
            "shred store",
            &format!(
                "the newest copy is {hours} hours old: cases since then could not be opened after a loss"
            ),
        ),
        Some(hours) => pass("shred store", &format!("copied {hours} hours ago")),
    }
}

/// Cases that may go, are not held, and are still there days after their day.
pub fn destruction(overdue: u64) -> Finding {
    match overdue {
        0 => pass("destruction", "no case is past its day"),
        cases => fail(
            "destruction",
            &format!("{cases} cases are past their day and still here: see `sotto purge --help`"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass};
    use super::*;
    use crate::store::UpkeepKind;

    const NOW: Moment = Moment::from_seconds(1_800_000_000);

    fn done(minutes_ago: u32, fine: bool) -> Upkeep {
        Upkeep {
            kind: UpkeepKind::Drill,
            minute: NOW.minute() - minutes_ago,
            fine,
            cases: 3,
            entries: 9,
            remark: "as planned".to_owned(),
        }
    }

    // R48: each line in both states.
    #[test]
    fn a_backup_that_is_old_or_missing_fails() {
        assert_eq!(backup(None, NOW).0, Fail);
        assert_eq!(backup(Some(&done(60, true)), NOW).0, Pass);
        assert_eq!(backup(Some(&done(50 * 60, true)), NOW).0, Pass);
        assert_eq!(backup(Some(&done(51 * 60, true)), NOW).0, Fail);
    }

    #[test]
    fn keys_without_a_copy_and_cases_past_their_day_fail() {
        // P62, P63
        assert_eq!(shred_backup(None, NOW).0, Fail);
        assert_eq!(shred_backup(Some(&done(60, true)), NOW).0, Pass);
        assert_eq!(shred_backup(Some(&done(51 * 60, true)), NOW).0, Fail);
        assert_eq!(destruction(0).0, Pass);
        assert_eq!(destruction(2).0, Fail);
    }

    #[test]
    fn a_drill_that_failed_or_is_old_or_missing_fails() {
        // XAM-16
        assert_eq!(drill(None, NOW).0, Fail);
        assert_eq!(drill(Some(&done(5, true)), NOW).0, Pass);
        assert_eq!(drill(Some(&done(5, false)), NOW).0, Fail);
        assert_eq!(drill(Some(&done(367 * MINUTES_A_DAY, true)), NOW).0, Fail);
    }
}
