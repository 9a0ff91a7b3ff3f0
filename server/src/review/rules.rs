//! The rules themselves. Each counts by person and day, so that a busy evening is one flag and not twenty.

use std::collections::{BTreeMap, BTreeSet};

use protocol::api::FlagRule;
use protocol::audit::{Kind, Reason};
use protocol::day::day_of_hour;
use protocol::id::{CaseId, KeyId};

use super::{Flag, Happened, Looked, Who, is_opening};

/// So many cases opened by one person within one hour are many.
const MANY: usize = 10;
/// One case opened in so many hours of one day is often.
const OFTEN: usize = 4;
/// Whoever opened a case for "something else" has so long to do something in it.
const TASK_HOURS: u32 = 7 * 24;
/// Records taken out this many days before a last day, or after it.
const LEAVING_DAYS: u32 = 31;

type Found = BTreeMap<(FlagRule, KeyId, u32), Flag>;

/// Rules over openings: out of hours, after a colleague took over, many at once, again and again.
pub(super) fn openings(looked: &Looked<'_>) -> Vec<Flag> {
    let mut found = Found::new();
    let mut in_hours = BTreeMap::<u32, bool>::new();
    let mut keeper = BTreeMap::<CaseId, KeyId>::new();
    let mut in_hour = BTreeMap::<(KeyId, u32), BTreeSet<CaseId>>::new();
    let mut hours_of = BTreeMap::<(KeyId, u32, CaseId), BTreeSet<u32>>::new();
    for one in looked.happened.iter().filter(|one| is_opening(one)) {
        let Some(case) = one.case else { continue };
        let (key, hour) = (one.entry.key_id, one.entry.hour);
        let day = day_of_hour(hour).0;
        let looks = in_hours
            .entry(hour)
            .or_insert_with(|| looked.calendar.looks_within(hour));
        if !*looks {
            flag(&mut found, FlagRule::OutOfHours, one, 1);
        }
        match one.entry.reason {
            Some(Reason::TakingOver) => {
                keeper.insert(case, key);
            }
            // Asked to look by a colleague: whose case it is does not matter.
            Some(Reason::SecondOpinion) => {}
            _ if keeper.get(&case).is_some_and(|keeper| *keeper != key) => {
                flag(&mut found, FlagRule::AfterTakeover, one, 1);
            }
            _ => {}
        }
        let cases = in_hour.entry((key, hour)).or_default();
        if cases.insert(case) && cases.len() >= MANY {
            let flag = flag(&mut found, FlagRule::ManyAtOnce, one, 0);
            flag.cases.extend(cases.iter());
            flag.count = u32::try_from(flag.cases.len()).unwrap_or(u32::MAX);
        }
        let hours = hours_of.entry((key, day, case)).or_default();
        if hours.insert(hour) && hours.len() >= OFTEN {
            let often = u32::try_from(hours.len()).unwrap_or(u32::MAX);
            let flag = flag(&mut found, FlagRule::AgainAndAgain, one, 0);
            flag.count = flag.count.max(often);
        }
    }
    found.into_values().collect()
}

/// Opened for "something else", and no word, note or decision by the same person in the week after.
pub(super) fn nothing_done(looked: &Looked<'_>) -> Vec<Flag> {
    let mut did = BTreeMap::<(KeyId, CaseId), Vec<u32>>::new();
    for one in looked.happened {
        let acts = matches!(
            one.entry.kind,
            Kind::MessageAdded | Kind::HoldSet | Kind::HoldLifted | Kind::Rewrapped
        );
        if let (true, Some(case)) = (acts, one.case) {
            did.entry((one.entry.key_id, case))
                .or_default()
                .push(one.entry.hour);
        }
    }
    let mut found = Found::new();
    for one in looked.happened {
        let (Some(case), Some(Reason::Other)) = (one.case, one.entry.reason) else {
            continue;
        };
        let until = one.entry.hour.saturating_add(TASK_HOURS);
        let hours = did.get(&(one.entry.key_id, case));
        let acted = hours.is_some_and(|hours| {
            hours
                .iter()
                .any(|hour| (one.entry.hour..=until).contains(hour))
        });
        if !acted && until < looked.hour {
            flag(&mut found, FlagRule::NothingDone, one, 1);
        }
    }
    found.into_values().collect()
}

/// Records taken out by somebody whose last day was near or past.
pub(super) fn saved_before_leaving(looked: &Looked<'_>) -> Vec<Flag> {
    let mut found = Found::new();
    for one in looked.happened {
        let day = day_of_hour(one.entry.hour).0;
        let last = looked
            .leaving
            .iter()
            .find(|(key, _)| *key == one.entry.key_id);
        let near = last.is_some_and(|(_, last)| day.saturating_add(LEAVING_DAYS) >= *last);
        if one.entry.kind == Kind::Exported && near {
            flag(&mut found, FlagRule::SavedBeforeLeaving, one, 1);
        }
    }
    found.into_values().collect()
}

/// The flag an act belongs to, with the act in it.
fn flag<'a>(found: &'a mut Found, rule: FlagRule, one: &Happened, more: u32) -> &'a mut Flag {
    let (key, day) = (one.entry.key_id, day_of_hour(one.entry.hour).0);
    let flag = found.entry((rule, key, day)).or_insert_with(|| Flag {
        rule,
        who: Who::Key(key),
        day,
        count: 0,
        cases: BTreeSet::new(),
        mark: 0,
    });
    flag.count = flag.count.saturating_add(more);
    flag.cases.extend(one.case);
    flag.mark = flag.mark.max(one.index);
    flag
}

#[cfg(test)]
mod tests;
