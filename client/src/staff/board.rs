//! The board: every case this reader can see, from notices alone. Nothing is released for it and nothing is logged.

use std::collections::{HashMap, HashSet};
use std::mem;

use protocol::api::{CasePage, CaseRow};
use protocol::day::Timestamp;
use protocol::id::{CaseId, SchoolId};
use rand_core::CryptoRng;

use super::adult::adult;
use super::known_case::KnownCase;
use super::lane::lane;
use super::message::{Board, BoardRow, Failure, Urgency};
use super::session::{Desk, Session};
use crate::school::KnownSchool;
use crate::transport::Transport;
use crate::{call, category};

/// More pages than any school has; a server that goes on is not asked for ever.
const MOST_PAGES: usize = 2000;
/// Cases of the first answer at least.
const FIRST: usize = 50;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// All cases, by lane, then urgency, then date. Of many cases the first answers have only some, and say so.
    pub(super) async fn board(&mut self, now: Timestamp) -> Result<Board, Failure> {
        self.refresh(now).await?;
        // As many again as are known: the first screen is there at once, and answers do not grow with each page.
        let budget = self.desk()?.cases.len().max(FIRST);
        let more = self.load_more(budget).await?;
        let (school, desk, _) = self.parts()?;
        let mut rows: Vec<BoardRow> = desk
            .cases
            .iter()
            .map(|case| row(school, case, now))
            .collect();
        rows.sort_by_key(order);
        Ok(Board {
            rows,
            hour: now.hour(),
            next_look: school.next_look.clone(),
            more,
        })
    }

    /// Fetches every page and folds it. What an earlier visit learned of a case stays.
    pub(super) async fn load_cases(&mut self) -> Result<(), Failure> {
        while self.load_more(usize::MAX).await? {}
        Ok(())
    }

    /// Goes on with the walk through all pages until so many cases were new, and says whether there are more. The
    /// server lists danger first and then the newest, so what matters most is there first.
    async fn load_more(&mut self, budget: usize) -> Result<bool, Failure> {
        let mut walk = self.desk_mut()?.walk.take().unwrap_or_default();
        let mut new = 0;
        while new < budget {
            let path = match walk.after {
                None => String::from("/api/v1/cases"),
                Some(CaseId(case)) => ["/api/v1/cases?after=", &case.to_string()].concat(),
            };
            let token = self.desk()?.token.clone();
            let page: CasePage = call::get(&self.transport, Some(&token), path).await?;
            let (school, desk, _) = self.parts()?;
            new += walk.fold(page.cases, school.directory().school, desk);
            walk.pages += 1;
            walk.after = page.next;
            if walk.after.is_none() || walk.pages == MOST_PAGES {
                desk.cases.retain(|case| walk.seen.contains(&case.case));
                return Ok(false);
            }
        }
        self.desk_mut()?.walk = Some(walk);
        Ok(true)
    }
}

/// A walk through all pages of the inbox that may take several answers: opening notices is the dear part.
#[derive(Default)]
pub struct Walk {
    after: Option<CaseId>,
    seen: HashSet<CaseId>,
    pages: usize,
}

impl Walk {
    /// Folds a page into what is known; says how many cases were new.
    fn fold(&mut self, page: Vec<CaseRow>, school: SchoolId, desk: &mut Desk) -> usize {
        let places: HashMap<CaseId, usize> = desk
            .cases
            .iter()
            .enumerate()
            .map(|(place, known)| (known.case, place))
            .collect();
        let mut earlier: Vec<Option<KnownCase>> =
            mem::take(&mut desk.cases).into_iter().map(Some).collect();
        let mut new = 0;
        for row in page {
            let case = row.case;
            let before = places
                .get(&case)
                .and_then(|place| earlier.get_mut(*place))
                .and_then(Option::take);
            new += usize::from(before.is_none());
            if let Some(known) = KnownCase::fold(row, school, &desk.secret, before) {
                self.seen.insert(case);
                desk.cases.push(known);
            }
        }
        desk.cases.extend(earlier.into_iter().flatten());
        new
    }
}

fn row(school: &KnownSchool, case: &KnownCase, now: Timestamp) -> BoardRow {
    let staff = case.staff.as_ref();
    BoardRow {
        case: case.case,
        lane: lane(case.facts(now.day()), now),
        title: case.title(),
        received_half_day: case.row.received_half_day,
        urgent_minute: case.row.urgent_minute,
        danger: Some(case.report.danger),
        about: Some(case.report.about),
        categories: category::ids(case.categories()),
        urgency: staff.and_then(|notice| notice.urgency),
        owner: staff
            .and_then(|notice| notice.owner)
            .and_then(|key| adult(school, &key)),
        opened_day: case.row.opened_day,
        unanswered: case.unanswered,
        due_day: case.row.due_day,
        destroy_after_day: case.row.destroy_after_day,
        may_expire: case.row.may_expire,
        hold: case.row.hold,
        lift_asked: case
            .row
            .held
            .as_ref()
            .is_some_and(|held| held.lift_asked_by.is_some()),
        withdrawn: case.row.withdrawn,
        mine: case.thread.is_some(),
    }
}

/// Most urgent lane first; inside a lane the most urgent, then what is due first, then the oldest.
fn order(row: &BoardRow) -> (u8, Urgency, u32, u32) {
    let urgency = row.urgency.unwrap_or(Urgency::ThisWeek);
    (
        row.lane as u8,
        urgency,
        row.due_day.unwrap_or(u32::MAX),
        row.received_half_day,
    )
}
