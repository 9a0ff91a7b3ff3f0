//! The end of the school's service (XAM-22): asked for, agreed to, called back, and what still stands in its way.
//!
//! What is left is counted here, from the cases whose notices open for this reader: whoever a pupil left out is not told
//! by a number that there is one case more.

use std::collections::HashMap;

use protocol::api::{EndingCase, EndingCases, EndingLeft, WindDownRequest, WindDownView};
use protocol::day::Timestamp;
use protocol::id::CaseId;
use protocol::plaintext::State;
use rand_core::CryptoRng;

use super::board::row;
use super::known_case::KnownCase;
use super::message::{EndOfService, Failure, Staying, Stays};
use super::session::Session;
use crate::call;
use crate::transport::{Method, Transport};

const PATH: &str = "/api/v1/wind-down";
const NOTHING: Option<&()> = None;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// How far it has come. `whole`: with what is left of the cases this reader can see.
    pub(super) async fn end_of_service(
        &mut self,
        whole: bool,
        now: Timestamp,
    ) -> Result<EndOfService, Failure> {
        let view: WindDownView =
            call::get(&self.transport, Some(&self.desk()?.token), PATH.into()).await?;
        let mut end = EndOfService {
            ending: view.ending,
            left: view.left,
            staying: Vec::new(),
            slug: self.school()?.slug.clone(),
        };
        let reads = self.desk()?.me.role.reads();
        if whole && reads && end.ending.is_some() {
            self.refresh(now).await?;
            self.load_cases().await?;
            let settled = self.settled().await?;
            let (school, desk, _) = self.parts()?;
            let mut counted = Counted::default();
            for known in &desk.cases {
                let settled = settled.get(&known.case);
                if let Some(why) = counted.add(known, settled) {
                    end.staying.push(Staying {
                        row: row(school, known, now),
                        why,
                        taken_out: settled.is_some_and(|one| one.taken_out),
                        named: settled.and_then(|one| one.named.clone()),
                        agreed: settled.and_then(|one| one.agreed.clone()),
                    });
                }
            }
            end.staying.sort_by_key(|one| one.agreed.is_some());
            end.left = Some(counted.0);
        }
        Ok(end)
    }

    /// Asks for the end.
    pub(super) async fn ask_end(&self, days: u32) -> Result<(), Failure> {
        self.about_the_end("", Some(&WindDownRequest { days }))
            .await
    }

    /// Agrees to what somebody else asked for.
    pub(super) async fn agree_end(&self, days: u32) -> Result<(), Failure> {
        self.about_the_end("/agree", Some(&WindDownRequest { days }))
            .await
    }

    /// Calls it back.
    pub(super) async fn call_back_end(&self) -> Result<(), Failure> {
        self.about_the_end("/call-back", NOTHING).await
    }

    async fn about_the_end<B: serde::Serialize>(
        &self,
        act: &str,
        body: Option<&B>,
    ) -> Result<(), Failure> {
        let token = &self.desk()?.token;
        let path = [PATH, act].concat();
        Ok(call::tell(&self.transport, Method::Post, Some(token), path, body).await?)
    }

    /// What the server knows of each case for the end.
    async fn settled(&self) -> Result<HashMap<CaseId, EndingCase>, Failure> {
        let mut settled = HashMap::new();
        let mut after = None;
        loop {
            let path = match after {
                None => [PATH, "/cases"].concat(),
                Some(CaseId(case)) => [PATH, "/cases?after=", &case.to_string()].concat(),
            };
            let token = &self.desk()?.token;
            let page: EndingCases = call::get(&self.transport, Some(token), path).await?;
            let before = settled.len();
            settled.extend(page.cases.into_iter().map(|one| (one.case, one)));
            after = page.next;
            // A server that goes round in circles is not asked for ever.
            if after.is_none() || settled.len() == before {
                return Ok(settled);
            }
        }
    }
}

/// What is left, as far as this reader can see.
struct Counted(EndingLeft);

impl Default for Counted {
    fn default() -> Self {
        Self(EndingLeft {
            cases: 0,
            not_taken_out: 0,
            without_keeper: 0,
        })
    }
}

impl Counted {
    /// Counts a case, and says why no day destroys it.
    fn add(&mut self, known: &KnownCase, settled: Option<&EndingCase>) -> Option<Stays> {
        // Taken back before anyone read it: what is left of it goes by itself.
        if known.row.withdrawn && known.row.opened_day.is_none() {
            return None;
        }
        let left = &mut self.0;
        left.cases += 1;
        left.not_taken_out += u32::from(!settled.is_some_and(|one| one.taken_out));
        let state = known.staff.as_ref().map(|notice| notice.state);
        let row = &known.row;
        let why = stays(row.opened_day.is_some(), row.hold, row.may_expire, state)?;
        left.without_keeper += u32::from(settled.is_none_or(|one| one.agreed.is_none()));
        Some(why)
    }
}

/// The server's rule, and why as this browser knows it.
fn stays(opened: bool, hold: bool, may_expire: bool, state: Option<State>) -> Option<Stays> {
    if !opened {
        Some(Stays::Unread)
    } else if hold {
        Some(Stays::Held)
    } else if may_expire {
        None
    } else if state == Some(State::Closed) {
        Some(Stays::ByHand)
    } else {
        Some(Stays::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-22: no day destroys what nobody read, what is held, what is open, or what only people may let go.
    #[test]
    fn what_stays_says_why() {
        let closed = Some(State::Closed);
        assert_eq!(stays(true, false, true, closed), None);
        assert_eq!(stays(true, true, true, closed), Some(Stays::Held));
        assert_eq!(stays(true, false, false, closed), Some(Stays::ByHand));
        assert_eq!(
            stays(true, false, false, Some(State::Open)),
            Some(Stays::Open)
        );
        assert_eq!(stays(true, false, false, None), Some(Stays::Open));
        assert_eq!(stays(false, true, true, None), Some(Stays::Unread));
    }
}
