//! Copies of everything kept here, and the drill that shows one can be put back: how old each is, and whether that will do
//! (XAM-16). One judgement for `sotto check`, for the page adults see and for the gate a school goes through.
//!
//! Promise: what was not done, went wrong or is too old fails; what was noted at a time that has not come yet, because a
//! clock went back, is unknown. Nobody is told how many cases there are on a server that other schools share.

use protocol::api::{CameBack, CopiesView, CopyLine, DrillLine, Verdict};

use crate::app::App;
use crate::clock::Moment;
use crate::problem::ApiError;
use crate::store::{StoreError, Transaction, Upkeep, UpkeepKind};

const MINUTES_AN_HOUR: u32 = 60;
const MINUTES_A_DAY: u32 = 24 * MINUTES_AN_HOUR;
/// A backup a night, and one night may fail.
pub const BACKUP_MINUTES: u32 = 50 * MINUTES_AN_HOUR;
/// A drill a year is the least (schools.md, operator's tasks).
pub const DRILL_MINUTES: u32 = 366 * MINUTES_A_DAY;

/// The last time each was done.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// A backup.
    pub backup: Option<Upkeep>,
    /// A copy of the keys of cases.
    pub keys: Option<Upkeep>,
    /// These keys lie in PostgreSQL, whose own tools copy them.
    pub keys_elsewhere: bool,
    /// A drill.
    pub drill: Option<Upkeep>,
}

impl Copies {
    /// Looks.
    pub async fn load(
        transaction: &mut Transaction,
        keys_elsewhere: bool,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            backup: transaction.last_upkeep(UpkeepKind::Backup).await?,
            keys: transaction.last_upkeep(UpkeepKind::ShredBackup).await?,
            keys_elsewhere,
            drill: transaction.last_upkeep(UpkeepKind::Drill).await?,
        })
    }

    /// Looks, in a running server.
    pub async fn of(app: &App, transaction: &mut Transaction) -> Result<Self, StoreError> {
        Self::load(transaction, !app.database.shreds().is_embedded()).await
    }

    /// Whether the newest backup will do.
    #[must_use]
    pub fn backup(&self, now: Moment) -> Verdict {
        judge(self.backup.as_ref(), BACKUP_MINUTES, now)
    }

    /// Whether the newest copy of the keys will do. It is gone after seven days, so one must be younger.
    #[must_use]
    pub fn keys(&self, now: Moment) -> Verdict {
        if self.keys_elsewhere {
            return Verdict::Unknown;
        }
        judge(self.keys.as_ref(), BACKUP_MINUTES, now)
    }

    /// Whether the newest drill will do.
    #[must_use]
    pub fn drill(&self, now: Moment) -> Verdict {
        judge(self.drill.as_ref(), DRILL_MINUTES, now)
    }

    /// What a school cannot open without: a backup, one that was tried, and keys that are not known to be without a copy.
    #[must_use]
    pub fn wanting(&self, now: Moment) -> Vec<&'static str> {
        let lines = [
            ("backup", self.backup(now) == Verdict::Pass),
            ("keys", self.keys(now) != Verdict::Fail),
            ("drill", self.drill(now) == Verdict::Pass),
        ];
        let missing = lines.into_iter().filter(|(_, fine)| !fine);
        missing.map(|(name, _)| name).collect()
    }

    /// As an adult sees it. `alone`: no other school is on this server. `admin`: they may read what the machine said.
    #[must_use]
    pub fn view(&self, now: Moment, alone: bool, admin: bool) -> CopiesView {
        let line = |verdict, last: Option<&Upkeep>| CopyLine {
            verdict,
            day: last.map(day),
            good_days: BACKUP_MINUTES / MINUTES_A_DAY,
        };
        let keys = self.keys.as_ref().filter(|_| !self.keys_elsewhere);
        let drill = self.drill.as_ref();
        let (fine, failed) = (
            drill.filter(|last| last.fine && alone),
            drill.filter(|last| !last.fine),
        );
        CopiesView {
            backup: line(self.backup(now), self.backup.as_ref()),
            keys: line(self.keys(now), keys),
            drill: DrillLine {
                verdict: self.drill(now),
                day: drill.map(day),
                good_days: DRILL_MINUTES / MINUTES_A_DAY,
                failed: failed.is_some(),
                came_back: fine.map(|last| CameBack {
                    cases: last.cases,
                    entries: last.entries,
                }),
                why: failed.filter(|_| admin).map(|last| last.remark.clone()),
            },
        }
    }
}

/// Whether a school has this server to itself.
pub async fn is_alone(transaction: &mut Transaction) -> Result<bool, ApiError> {
    Ok(transaction.schools().await?.len() <= 1)
}

const fn day(last: &Upkeep) -> u32 {
    last.minute / MINUTES_A_DAY
}

fn judge(last: Option<&Upkeep>, longest: u32, now: Moment) -> Verdict {
    let Some(last) = last else {
        return Verdict::Fail;
    };
    match now.minute().checked_sub(last.minute) {
        _ if !last.fine => Verdict::Fail,
        None => Verdict::Unknown,
        Some(minutes) if minutes > longest => Verdict::Fail,
        Some(_) => Verdict::Pass,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Fail, Pass, Unknown};

    const NOW: Moment = Moment::from_seconds(1_800_000_000);

    fn done(minutes_ago: i64, fine: bool) -> Option<Upkeep> {
        let minute = i64::from(NOW.minute()) - minutes_ago;
        Some(Upkeep {
            kind: UpkeepKind::Drill,
            minute: u32::try_from(minute).unwrap(),
            fine,
            cases: 3,
            entries: 9,
            remark: "/srv/sotto: no room".to_owned(),
        })
    }

    fn all(minutes_ago: i64, fine: bool) -> Copies {
        let last = done(minutes_ago, fine);
        Copies {
            backup: last.clone(),
            keys: last.clone(),
            keys_elsewhere: false,
            drill: last,
        }
    }

    // XAM-16, R48: each line in each state, to the minute.
    #[test]
    fn what_is_missing_wrong_old_or_not_yet_is_no_pass() {
        let (hours, days) = (60, 24 * 60);
        let verdicts = |copies: &Copies| [copies.backup(NOW), copies.keys(NOW), copies.drill(NOW)];
        assert_eq!(verdicts(&Copies::default()), [Fail; 3]);
        assert_eq!(verdicts(&all(0, true)), [Pass; 3]);
        assert_eq!(verdicts(&all(0, false)), [Fail; 3]);
        assert_eq!(verdicts(&all(50 * hours, true)), [Pass; 3]);
        assert_eq!(verdicts(&all(50 * hours + 1, true)), [Fail, Fail, Pass]);
        assert_eq!(verdicts(&all(366 * days, true)), [Fail, Fail, Pass]);
        assert_eq!(verdicts(&all(366 * days + 1, true)), [Fail; 3]);
        assert_eq!(verdicts(&all(-1, true)), [Unknown; 3]);
        assert_eq!(verdicts(&all(-1, false)), [Fail; 3]);
        let elsewhere = Copies {
            keys: None,
            keys_elsewhere: true,
            ..all(0, true)
        };
        assert_eq!(verdicts(&elsewhere), [Pass, Unknown, Pass]);
    }

    // XAM-16, XAM-23
    #[test]
    fn each_holds_the_gate() {
        let with = |change: fn(&mut Copies)| {
            let mut copies = all(5, true);
            change(&mut copies);
            copies.wanting(NOW)
        };
        assert!(with(|_| {}).is_empty());
        assert_eq!(with(|c| c.backup = None), ["backup"]);
        assert_eq!(with(|c| c.keys = None), ["keys"]);
        assert_eq!(with(|c| c.drill = done(5, false)), ["drill"]);
        assert_eq!(with(|c| c.drill = done(-5, true)), ["drill"], "unknown");
        let elsewhere = |c: &mut Copies| (c.keys, c.keys_elsewhere) = (None, true);
        assert!(with(elsewhere).is_empty());
    }

    // XAM-16: what the machine said, which may name a folder, is for admins; counts are for a school that is alone.
    #[test]
    fn words_of_the_machine_and_counts_are_not_for_everyone() {
        let (well, badly) = (all(5, true), all(5, false));
        let came = |alone| well.view(NOW, alone, true).drill.came_back;
        assert_eq!(
            (came(true).map(|back| back.cases), came(false)),
            (Some(3), None)
        );
        assert_eq!(badly.view(NOW, true, true).drill.came_back, None);
        let why = |copies: &Copies, admin| copies.view(NOW, true, admin).drill.why;
        assert!(why(&badly, true).is_some_and(|why| why.contains("no room")));
        assert_eq!((why(&badly, false), why(&well, true)), (None, None));
        assert!(badly.view(NOW, true, false).drill.failed);
        let text = serde_json::to_string(&badly.view(NOW, true, false)).unwrap();
        assert!(!text.contains("/srv"), "{text}");
    }
}
