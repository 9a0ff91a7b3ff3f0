//! The board: every case this reader can see, from notices alone. Nothing is released for it and nothing is logged.

use std::mem;

use protocol::api::CasePage;
use protocol::day::Timestamp;
use rand_core::CryptoRng;

use super::adult::adult;
use super::known_case::KnownCase;
use super::lane::lane;
use super::message::{Board, BoardRow, Failure, Urgency};
use super::session::Session;
use crate::school::KnownSchool;
use crate::transport::Transport;
use crate::{call, category};

/// More pages than any school has; a server that goes on is not asked for ever.
const MOST_PAGES: usize = 200;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// All cases, by lane, then urgency, then date.
    pub(super) async fn board(&mut self, now: Timestamp) -> Result<Board, Failure> {
        self.refresh(now).await?;
        self.load_cases().await?;
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
        })
    }

    /// Fetches every page and folds it. What an earlier visit learned of a case stays.
    pub(super) async fn load_cases(&mut self) -> Result<(), Failure> {
        let mut listed = Vec::new();
        let mut after = None;
        for _ in 0..MOST_PAGES {
            let path = match after {
                None => String::from("/api/v1/cases"),
                Some(protocol::id::CaseId(case)) => {
                    ["/api/v1/cases?after=", &case.to_string()].concat()
                }
            };
            let token = self.desk()?.token.clone();
            let page: CasePage = call::get(&self.transport, Some(&token), path).await?;
            listed.extend(page.cases);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let (school, desk, _) = self.parts()?;
        let id = school.directory().school;
        let mut earlier = mem::take(&mut desk.cases);
        for row in listed {
            let place = earlier.iter().position(|known| known.case == row.case);
            let before = place.map(|place| earlier.swap_remove(place));
            desk.cases
                .extend(KnownCase::fold(row, id, &desk.secret, before));
        }
        Ok(())
    }
}

fn row(school: &KnownSchool, case: &KnownCase, now: Timestamp) -> BoardRow {
    let staff = case.staff.as_ref();
    BoardRow {
        case: case.case,
        lane: lane(case.facts(), now),
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
        hold: case.row.hold,
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
