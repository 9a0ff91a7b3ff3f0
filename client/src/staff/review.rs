//! What the server noticed in its log, as far as this adult may know of it. The server cannot tell whom a pupil left out, so
//! this browser leaves out what is about cases it cannot see, and counts only those it can.

use protocol::api::{CloseFlagRequest, FlagRule, FlagView, ReviewView};
use protocol::day::{Timestamp, day_of_half_day};
use protocol::id::CaseId;
use rand_core::CryptoRng;

use super::adult::adult;
use super::message::{Failure, Flag, Review};
use super::session::Session;
use crate::call;
use crate::transport::{Method, Transport};

/// Fewer cases than this within an hour are not many (the server's rule).
const MANY: usize = 10;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// What to look at, open ones first. `whole`: with every case, and not only those read so far.
    pub(super) async fn review(&mut self, whole: bool, now: Timestamp) -> Result<Review, Failure> {
        self.refresh(now).await?;
        if whole && self.desk()?.me.key.is_some() {
            self.load_cases().await?;
        }
        let path = "/api/v1/review".into();
        let view: ReviewView = call::get(&self.transport, Some(&self.desk()?.token), path).await?;
        let flags = view.flags.into_iter().filter_map(|flag| self.flag(flag));
        Ok(Review {
            flags: flags.collect(),
            months: view.months,
        })
    }

    /// This adult looked at a flag.
    pub(super) async fn close_flag(&mut self, request: &CloseFlagRequest) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/review/close".into();
        let done = call::tell(
            &self.transport,
            Method::Post,
            Some(&token),
            path,
            Some(request),
        );
        Ok(done.await?)
    }

    fn flag(&self, view: FlagView) -> Option<Flag> {
        let (school, desk) = (self.school().ok()?, self.desk().ok()?);
        let named = |case: &CaseId| {
            let known = desk.case(*case)?;
            let day = day_of_half_day(known.row.received_half_day);
            Some((*case, known.title().unwrap_or_else(|| day.to_string())))
        };
        let cases: Vec<_> = view.cases.iter().filter_map(named).collect();
        let count = known_count(&view, cases.len())?;
        let who = match &view.key {
            Some(key) => adult(school, key).map(|adult| adult.name),
            None => view.name,
        };
        let mine = match view.key {
            Some(key) => desk.me.key == Some(key),
            None => who.as_ref() == Some(&desk.me.name),
        };
        Some(Flag {
            flag: view.flag,
            rule: view.rule,
            who,
            mine,
            day: view.day,
            count,
            cases,
            closed: view.closed,
        })
    }
}

/// What a flag counts for somebody who knows so many of its cases; `None` when it is not theirs to know.
fn known_count(view: &FlagView, known: usize) -> Option<u32> {
    if view.cases.len() == known {
        return Some(view.count);
    }
    if known == 0 || (view.rule == FlagRule::ManyAtOnce && known < MANY) {
        return None;
    }
    Some(view.count.min(u32::try_from(known).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use protocol::encoding::FixedBytes;

    use super::*;

    fn flag(rule: FlagRule, count: u32, cases: u8) -> FlagView {
        FlagView {
            flag: FixedBytes([0; 32]),
            rule,
            key: None,
            name: None,
            day: 0,
            count,
            cases: (0..cases).map(|n| CaseId::from_bytes([n; 16])).collect(),
            closed: None,
        }
    }

    // XAM-12, P41: what a pupil kept from this adult does not show as a number either.
    #[test]
    fn unknown_cases_do_not_count() {
        let night = flag(FlagRule::OutOfHours, 5, 3);
        assert_eq!(known_count(&night, 3), Some(5));
        assert_eq!(known_count(&night, 2), Some(2));
        assert_eq!(known_count(&night, 0), None);
        let many = flag(FlagRule::ManyAtOnce, 12, 12);
        assert_eq!(known_count(&many, 10), Some(10));
        assert_eq!(known_count(&many, 9), None);
        let school = flag(FlagRule::WrongSignIn, 4, 0);
        assert_eq!(known_count(&school, 0), Some(4));
    }
}
