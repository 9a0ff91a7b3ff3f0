use protocol::audit::{Entry, NO_KEY};
use protocol::encoding::FixedBytes;
use protocol::id::StaffId;

use super::super::{WrongTries, derive_flags, derive_months};
use super::*;
use crate::look::{Calendar, Look};

/// Monday 23 November 2026, 10:00 UTC: a school hour.
const MONDAY_TEN: u32 = 1_795_428_000 / 3_600;

const LEAD: KeyId = FixedBytes([1; 16]);
const DEPUTY: KeyId = FixedBytes([2; 16]);

fn calendar() -> Calendar {
    let looks = (1..=5).map(|weekday| Look {
        weekday,
        from: "08:00".into(),
        to: "16:00".into(),
    });
    Calendar {
        time_zone: "Europe/London".into(),
        looks: looks.collect(),
        closed: Vec::new(),
    }
}

fn case(number: u8) -> CaseId {
    CaseId::from_bytes([number; 16])
}

#[derive(Default)]
struct Log(Vec<Happened>);

impl Log {
    fn opened(self, key: KeyId, number: u8, hour: u32, reason: Reason) -> Self {
        self.add(key, Some(case(number)), hour, Kind::Released, Some(reason))
    }

    fn add(
        mut self,
        key: KeyId,
        case: Option<CaseId>,
        hour: u32,
        kind: Kind,
        reason: Option<Reason>,
    ) -> Self {
        let index = self.0.len() as u64;
        let entry = Entry {
            kind,
            case_tag: FixedBytes([9; 32]),
            key_id: key,
            reason,
            hour,
            envelope: FixedBytes([0; 32]),
        };
        self.0.push(Happened { index, case, entry });
        self
    }

    fn flags(&self, leaving: &[(KeyId, u32)], hour: u32) -> Vec<Flag> {
        derive_flags(Looked {
            happened: &self.0,
            calendar: &calendar(),
            leaving,
            wrong: &[],
            hour,
        })
    }

    fn rules(&self) -> Vec<(FlagRule, KeyId, u32)> {
        let flags = self.flags(&[], MONDAY_TEN + 1);
        let about = |who| match who {
            Who::Key(key) => key,
            Who::Staff(_) => NO_KEY,
        };
        flags
            .iter()
            .map(|flag| (flag.rule, about(flag.who), flag.count))
            .collect()
    }
}

// XAM-12: the usual work of a day raises nothing.
#[test]
fn ordinary_work_is_not_flagged() {
    let mut log = Log::default();
    for number in 1..MANY {
        log = log.opened(
            LEAD,
            u8::try_from(number).unwrap(),
            MONDAY_TEN,
            Reason::OnDuty,
        );
    }
    let log = log
        .opened(DEPUTY, 1, MONDAY_TEN, Reason::SecondOpinion)
        .opened(LEAD, 1, MONDAY_TEN + 2, Reason::FollowUp)
        .opened(LEAD, 1, MONDAY_TEN + 4, Reason::FollowUp);
    assert_eq!(log.rules(), []);
}

// XAM-12: a night's openings are one flag, which counts them and names their cases.
#[test]
fn openings_out_of_hours_are_one_flag_a_day() {
    let night = MONDAY_TEN + 9;
    let log = Log::default()
        .opened(LEAD, 1, night, Reason::OnDuty)
        .opened(LEAD, 2, night + 1, Reason::OnDuty)
        .opened(LEAD, 2, MONDAY_TEN, Reason::OnDuty);
    assert_eq!(log.rules(), [(FlagRule::OutOfHours, LEAD, 2)]);
    let flags = log.flags(&[], night + 2);
    assert_eq!(flags[0].cases, BTreeSet::from([case(1), case(2)]));
    assert_eq!(flags[0].mark, 1, "the newest entry that belongs to it");
}

// XAM-12: who took a case over is asked about; who was asked for an opinion is not.
#[test]
fn reading_after_a_colleague_took_over() {
    let taken = Log::default()
        .opened(LEAD, 1, MONDAY_TEN, Reason::OnDuty)
        .opened(DEPUTY, 1, MONDAY_TEN, Reason::TakingOver);
    assert_eq!(taken.rules(), []);
    let asked = taken.opened(LEAD, 1, MONDAY_TEN, Reason::SecondOpinion);
    assert_eq!(asked.rules(), []);
    let again = asked.opened(LEAD, 1, MONDAY_TEN, Reason::FollowUp);
    assert_eq!(again.rules(), [(FlagRule::AfterTakeover, LEAD, 1)]);
    let back = Log(again.0)
        .opened(LEAD, 1, MONDAY_TEN, Reason::TakingOver)
        .opened(LEAD, 1, MONDAY_TEN, Reason::FollowUp);
    assert_eq!(
        back.rules(),
        [(FlagRule::AfterTakeover, LEAD, 1)],
        "no more of it"
    );
}

// XAM-12: many cases in an hour, unless they are sealed to a colleague.
#[test]
fn many_cases_in_one_hour() {
    let many = |reason| {
        (1..=12).fold(Log::default(), |log, number| {
            log.opened(LEAD, number, MONDAY_TEN, reason)
        })
    };
    assert_eq!(
        many(Reason::OnDuty).rules(),
        [(FlagRule::ManyAtOnce, LEAD, 12)]
    );
    assert_eq!(many(Reason::HandingOver).rules(), []);
}

// XAM-12: one case, hour after hour.
#[test]
fn the_same_case_again_and_again() {
    let log = (0..5).fold(Log::default(), |log, later| {
        log.opened(LEAD, 1, MONDAY_TEN + later, Reason::FollowUp)
            .opened(LEAD, 1, MONDAY_TEN + later, Reason::FollowUp)
    });
    assert_eq!(log.rules(), [(FlagRule::AgainAndAgain, LEAD, 5)]);
}

// XAM-12: whoever opens without a task has a week to show one.
#[test]
fn opened_for_something_else_and_left() {
    let log = Log::default().opened(LEAD, 1, MONDAY_TEN, Reason::Other);
    let after = MONDAY_TEN + TASK_HOURS;
    assert_eq!(log.flags(&[], after), [], "the week is not over");
    assert_eq!(log.flags(&[], after + 1)[0].rule, FlagRule::NothingDone);
    let other = Log(log.0.clone()).add(DEPUTY, Some(case(1)), after, Kind::MessageAdded, None);
    assert_eq!(other.flags(&[], after + 1).len(), 1, "a colleague's note");
    let noted = log.add(LEAD, Some(case(1)), after, Kind::MessageAdded, None);
    assert_eq!(noted.flags(&[], after + 1), []);
}

// XAM-12: records taken out by somebody who is about to go.
#[test]
fn saved_before_leaving() {
    let day = day_of_hour(MONDAY_TEN).0;
    let log = Log::default().add(LEAD, None, MONDAY_TEN, Kind::Exported, None);
    assert_eq!(log.flags(&[], MONDAY_TEN), []);
    assert_eq!(log.flags(&[(DEPUTY, day + 3)], MONDAY_TEN), []);
    assert_eq!(log.flags(&[(LEAD, day + LEAVING_DAYS + 1)], MONDAY_TEN), []);
    let flags = log.flags(&[(LEAD, day + LEAVING_DAYS)], MONDAY_TEN);
    assert_eq!(flags[0].rule, FlagRule::SavedBeforeLeaving);
}

// XAM-10, XAM-12: wrong tries are somebody else's to see; months count what is open.
#[test]
fn wrong_tries_and_months() {
    let wrong = [WrongTries {
        staff: StaffId::from_bytes([3; 16]),
        day: day_of_hour(MONDAY_TEN).0,
        rule: FlagRule::WrongSignIn,
        tries: 5,
    }];
    let log = Log::default().opened(LEAD, 1, MONDAY_TEN + 9, Reason::OnDuty);
    let flags = derive_flags(Looked {
        happened: &log.0,
        calendar: &calendar(),
        leaving: &[],
        wrong: &wrong,
        hour: MONDAY_TEN,
    });
    assert_eq!(flags.len(), 2);
    let ids: BTreeSet<_> = flags.iter().map(Flag::id).collect();
    assert_eq!(ids.len(), 2, "each has a name of its own");
    let months = derive_months(&log.0, &flags, |flag| flag.rule == FlagRule::WrongSignIn);
    assert_eq!(months.len(), 1);
    let month = &months[0];
    assert_eq!(month.month, "2026-11");
    assert_eq!((month.openings, month.flags, month.open), (1, 2, 1));
}
