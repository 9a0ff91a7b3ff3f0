//! Lines about copies: how old the newest backup is, whether one was restored on trial, what was destroyed when. What
//! will do is decided in `crate::copies`.

use super::{Finding, Verdict, fail, pass};
use crate::clock::Moment;
use crate::copies::Copies;
use crate::store::Upkeep;

const MINUTES_A_DAY: u32 = 24 * 60;
const NOT_YET: &str = "noted at a time that has not come yet: see the line about the clock";
const NO_BACKUP: &str = "there is none: run `sotto backup PLACE` every night";
const NO_DRILL: &str =
    "never done: run `sotto restore --drill PLACE` with the place of the backups";
const NO_KEYS: &str = "never copied: without its keys no backup opens; run `sotto backup --shred PLACE` every night, to a \
                       place apart";
const KEYS_ELSEWHERE: &str = "lies in PostgreSQL: ask whoever runs it whether a copy is made every night and kept for seven days";

/// All of them but destruction.
pub fn lines(copies: &Copies, now: Moment) -> [Finding; 3] {
    [
        finding(
            "backup",
            copies.backup(now),
            copies.backup.as_ref().map_or_else(
                || NO_BACKUP.to_owned(),
                |last| match copies.backup(now) {
                    Verdict::Pass => {
                        format!("{} hours old, verified when it was made", hours(last, now))
                    }
                    Verdict::Unknown => NOT_YET.to_owned(),
                    Verdict::Fail => format!(
                        "the newest is {} hours old: see why the nightly one did not run",
                        hours(last, now)
                    ),
                },
            ),
        ),
        finding("shred store", copies.keys(now), keys(copies, now)),
        finding("restore drill", copies.drill(now), drill(copies, now)),
    ]
}

fn keys(copies: &Copies, now: Moment) -> String {
    match (copies.keys.as_ref(), copies.keys(now)) {
        _ if copies.keys_elsewhere => KEYS_ELSEWHERE.to_owned(),
        (None, _) => NO_KEYS.to_owned(),
        (Some(_), Verdict::Unknown) => NOT_YET.to_owned(),
        (Some(last), Verdict::Pass) => format!("copied {} hours ago", hours(last, now)),
        (Some(last), Verdict::Fail) => format!(
            "the newest copy is {} hours old: cases since then could not be opened after a loss",
            hours(last, now)
        ),
    }
}

fn drill(copies: &Copies, now: Moment) -> String {
    let Some(last) = copies.drill.as_ref() else {
        return NO_DRILL.to_owned();
    };
    let days = now.minute().saturating_sub(last.minute) / MINUTES_A_DAY;
    match copies.drill(now) {
        Verdict::Unknown => NOT_YET.to_owned(),
        Verdict::Pass => format!("{days} days ago: a backup came back whole"),
        Verdict::Fail if last.fine => format!("{days} days ago: do it once a year"),
        Verdict::Fail => format!("failed {days} days ago: {}", last.remark),
    }
}

fn hours(last: &Upkeep, now: Moment) -> u32 {
    now.minute().saturating_sub(last.minute) / 60
}

fn finding(what: &str, verdict: Verdict, why: String) -> Finding {
    Finding(verdict, what.to_owned(), why)
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
    use super::*;
    use crate::store::UpkeepKind;

    const NOW: Moment = Moment::from_seconds(1_800_000_000);

    // R48, P62, P63: each line in each state says why.
    #[test]
    fn each_line_says_why() {
        let done = |minute, fine| {
            Some(Upkeep {
                kind: UpkeepKind::Drill,
                minute,
                fine,
                cases: 3,
                entries: 9,
                remark: "no room".to_owned(),
            })
        };
        let why = |last: Option<Upkeep>| {
            let copies = Copies {
                backup: last.clone(),
                keys: last.clone(),
                keys_elsewhere: false,
                drill: last,
            };
            lines(&copies, NOW).map(|line| line.2)
        };
        assert_eq!(why(None), [NO_BACKUP, NO_KEYS, NO_DRILL]);
        assert_eq!(why(done(NOW.minute() + 1, true)), [NOT_YET; 3]);
        let minute = NOW.minute();
        assert!(why(done(minute, true)).iter().all(|why| why.contains(' ')));
        let [backup, keys, drill] = why(done(minute - 400 * MINUTES_A_DAY, true));
        assert!(backup.contains("9600 hours") && keys.contains("9600 hours"));
        assert!(drill.contains("once a year"), "{drill}");
        assert!(why(done(minute, false))[2].ends_with("no room"));
        assert_eq!(destruction(0).0, Verdict::Pass);
        assert_eq!(destruction(2).0, Verdict::Fail);
    }
}
