//! Keeping a case past its day, and letting it go again: one person sets a hold, two lift it.

use protocol::api::{HoldAnswer, HoldRequest, HoldView, LiftRequest};
use protocol::day::Timestamp;
use protocol::encoding::Bytes;
use protocol::id::{CaseId, KeyId};
use protocol::plaintext::Noted;
use rand_core::CryptoRng;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::adult::adult;
use super::change::{Change, Words};
use super::fault::field;
use super::message::{Case, Event, Failure, Happened, Held, Noted as NotedLine, Stage};
use super::session::Session;
use super::write::needed;
use crate::call;
use crate::school::KnownSchool;
use crate::transport::{Method, Transport};

/// A hold is looked at again within this many days.
pub const MOST_DAYS: u32 = 366;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Sets a hold with its reason and the day to look again.
    pub(super) async fn hold(
        &mut self,
        case: CaseId,
        review_day: u32,
        reason: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let today = now.day().0;
        if review_day <= today || review_day > today.saturating_add(MOST_DAYS) {
            return Err(field("review"));
        }
        let reason = needed("reason", reason)?;
        let note = self.reason(case, &reason, now, stage).await?;
        let request = HoldRequest { review_day, note };
        let answer: HoldAnswer = self.post_about(case, "/hold", &request).await?;
        let (_, desk, _) = self.parts()?;
        let me = desk.secret.kem.public().id();
        let held = HoldView {
            review_day,
            set_hour: now.hour(),
            set_by: Some(me),
            lift_asked_by: None,
        };
        let event = Event::HoldSet {
            reason: reason.clone(),
        };
        self.held_now(case, answer.hold.then_some(held), event, reason, now)
    }

    /// Asks to lift the hold. The hold stays until a second person asks too.
    pub(super) async fn lift(
        &mut self,
        case: CaseId,
        reason: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let reason = needed("reason", reason)?;
        let note = self.reason(case, &reason, now, stage).await?;
        let answer: HoldAnswer = self
            .post_about(case, "/hold/lift", &LiftRequest { note })
            .await?;
        let (_, desk, _) = self.parts()?;
        let me = desk.secret.kem.public().id();
        let mut held = desk.case(case).ok_or(Failure::NotFound)?.row.held.clone();
        if let Some(held) = &mut held {
            held.lift_asked_by = Some(me);
        }
        let event = if answer.hold {
            Event::NoteAdded
        } else {
            Event::HoldLifted {
                reason: reason.clone(),
            }
        };
        self.held_now(case, held.filter(|_| answer.hold), event, reason, now)
    }

    /// The reason as a sealed note of the case.
    pub(super) async fn reason(
        &mut self,
        case: CaseId,
        reason: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Bytes, Failure> {
        self.refresh(now).await?;
        stage(Stage::Sealing);
        let notice = self.notice(case)?;
        let change = Change {
            words: vec![Words::Note(Noted::Remark {
                text: reason.to_owned(),
            })],
            notice,
            closed: None,
            moved: false,
            due_day: None,
        };
        let sealed = self.seal(case, &change)?;
        stage(Stage::Sending);
        let envelope = sealed.first().ok_or(Failure::Broken)?;
        Ok(Bytes(envelope.encode()))
    }

    /// Posts something about a case.
    pub(super) async fn post_about<B: Serialize, A: DeserializeOwned>(
        &self,
        case: CaseId,
        act: &str,
        request: &B,
    ) -> Result<A, Failure> {
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), act].concat();
        Ok(call::send(&self.transport, Method::Post, Some(&token), path, request).await?)
    }

    fn held_now(
        &mut self,
        case: CaseId,
        held: Option<HoldView>,
        event: Event,
        reason: String,
        now: Timestamp,
    ) -> Result<Case, Failure> {
        let (school, desk, _) = self.parts()?;
        let known = desk.case_mut(case)?;
        known.row.hold = held.is_some();
        known.row.held = held;
        let held = self::held(school, known.row.held.as_ref());
        let hold = known.row.hold;
        let view = &mut known.open.as_mut().ok_or(Failure::NotFound)?.view;
        view.hold = hold;
        view.held = held;
        self.noted_now(case, event, reason, now)
    }

    /// Shows a reason that was just taken in as a note, and what it did.
    pub(super) fn noted_now(
        &mut self,
        case: CaseId,
        event: Event,
        reason: String,
        now: Timestamp,
    ) -> Result<Case, Failure> {
        let (school, desk, _) = self.parts()?;
        let me: KeyId = desk.secret.kem.public().id();
        let known = desk.case_mut(case)?;
        let view = &mut known.open.as_mut().ok_or(Failure::NotFound)?.view;
        view.notes.push(NotedLine {
            by: adult(school, &me),
            hour: now.hour(),
            text: reason,
        });
        view.chronology.push(Happened {
            hour: now.hour(),
            by: adult(school, &me),
            pupil_sees: matches!(event, Event::HoldSet { .. } | Event::HoldLifted { .. }),
            what: event,
        });
        Ok(view.clone())
    }
}

/// The hold as the page shows it.
pub fn held(school: &KnownSchool, row: Option<&HoldView>) -> Option<Held> {
    let named = |key: &Option<KeyId>| key.as_ref().and_then(|key| adult(school, key));
    row.map(|row| Held {
        review_day: row.review_day,
        set_hour: row.set_hour,
        set_by: named(&row.set_by),
        lift_asked_by: named(&row.lift_asked_by),
    })
}
