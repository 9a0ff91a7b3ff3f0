//! The board: every case this reader can see, from notices alone. Nothing is released for it and nothing is logged.

use std::collections::HashMap;

use protocol::api::{CasePage, CaseRow};
use protocol::day::Timestamp;
use protocol::id::{CaseId, SchoolId};
use rand_core::CryptoRng;

use super::adult::adult;
use super::known_case::KnownCase;
use super::lane::lane;
use super::message::{BoardChanges, BoardRow, Failure};
use super::session::{Desk, Session};
use crate::school::KnownSchool;
use crate::transport::Transport;
use crate::{call, category};

/// More pages than any school has; a server that goes on is not asked for ever.
const MOST_PAGES: usize = 2000;
/// Cases of the first answer at least: a screen of them.
const FIRST: usize = 50;
/// Cases of each later answer: few enough for the page to take in between two frames.
const MORE: usize = 500;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// The cases: `whole`, or what of them was not told yet; who shows them puts them in order. Of many cases the first answers
    /// have only some, and say so. Each row is told once, and again when it is not what it was.
    pub(super) async fn board(
        &mut self,
        whole: bool,
        now: Timestamp,
    ) -> Result<BoardChanges, Failure> {
        self.refresh(now).await?;
        let first = self.desk()?.cases.is_empty();
        let more = self.load_more(if first { FIRST } else { MORE }).await?;
        let (school, desk, _) = self.parts()?;
        let mut before = std::mem::take(&mut desk.told);
        if whole {
            before.clear();
        }
        let mut rows = Vec::new();
        for case in &desk.cases {
            let row = row(school, case, now);
            let print = row.print();
            if before.remove(&row.case) != Some(print) {
                rows.push(row);
            }
            desk.told.insert(case.case, print);
        }
        Ok(BoardChanges {
            rows,
            gone: before.into_keys().collect(),
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
        let desk = self.desk_mut()?;
        let mut walk = desk.walk.take().unwrap_or_default();
        let known = desk.cases.iter().map(|known| known.case);
        let mut places: Places = known.zip(0..).collect();
        let mut new = 0;
        while new < budget {
            let path = match walk.after {
                None => String::from("/api/v1/cases"),
                Some(CaseId(case)) => ["/api/v1/cases?after=", &case.to_string()].concat(),
            };
            let token = self.desk()?.token.clone();
            let page: CasePage = call::get(&self.transport, Some(&token), path).await?;
            let (school, desk, _) = self.parts()?;
            new += walk.fold(page.cases, school.directory().school, desk, &mut places);
            walk.pages += 1;
            walk.after = page.next;
            if walk.after.is_none() || walk.pages == MOST_PAGES {
                desk.cases
                    .retain(|known| walk.seen.contains_key(&known.case));
                desk.cases
                    .sort_unstable_by_key(|known| walk.seen.get(&known.case).copied());
                return Ok(false);
            }
        }
        self.desk_mut()?.walk = Some(walk);
        Ok(true)
    }
}

/// Where each known case stands in the list of them.
type Places = HashMap<CaseId, usize>;

/// A walk through all pages of the inbox that may take several answers: opening notices is the dear part.
#[derive(Default)]
pub struct Walk {
    after: Option<CaseId>,
    /// Cases met so far, and which was met when.
    seen: HashMap<CaseId, usize>,
    pages: usize,
}

impl Walk {
    /// Folds a page into what is known; says how many cases were new. Known cases stay where they are: moving thousands
    /// of them for each page costs more than reading it.
    fn fold(
        &mut self,
        page: Vec<CaseRow>,
        school: SchoolId,
        desk: &mut Desk,
        places: &mut Places,
    ) -> usize {
        let mut new = 0;
        for row in page {
            let case = row.case;
            let known = places
                .get(&case)
                .and_then(|place| Some((*place, desk.cases.get_mut(*place)?)));
            let is_here = if let Some((place, known)) = known {
                let stays = known.refold(row, school, &desk.secret);
                if !stays {
                    desk.cases.swap_remove(place);
                    places.remove(&case);
                    if let Some(moved) = desk.cases.get(place) {
                        places.insert(moved.case, place);
                    }
                }
                stays
            } else {
                new += 1;
                let known = KnownCase::fold(row, school, &desk.secret);
                let is_mine = known.is_some();
                if let Some(known) = known {
                    places.insert(case, desk.cases.len());
                    desk.cases.push(known);
                }
                is_mine
            };
            if is_here {
                let met = self.seen.len();
                self.seen.entry(case).or_insert(met);
            }
        }
        new
    }
}

/// What was told of each case: 8 bytes instead of its row. Two rows that look alike would leave the older one on the page, and only
/// a case's own next row is ever compared with it.
pub type Told = HashMap<CaseId, u64>;

/// A case as the board shows it.
pub(super) fn row(school: &KnownSchool, case: &KnownCase, now: Timestamp) -> BoardRow {
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
