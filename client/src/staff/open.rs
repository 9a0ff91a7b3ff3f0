//! Opening a case: a signed reason goes into the log first, its proof is checked, and only then is anything opened.

use protocol::api::{BookmarkRequest, MessageRow, Release};
use protocol::audit::{self, Entry, Kind, verify_case, verify_proven};
use protocol::bookmark::Bookmark;
use protocol::checkpoint::Checkpoint;
use protocol::day::Timestamp;
use protocol::encoding::Bytes;
use protocol::id::CaseId;
use protocol::plaintext::Noted;
use protocol::received::OpenedReport;
use protocol::release::{Asked, sign_release};
use rand_core::CryptoRng;

use super::adult::named;
use super::fault::field;
use super::hand_over::later_readers;
use super::message::{Case, Failure, Reason, Spoken, Stage};
use super::open_case::{OpenCase, chronology, show};
use super::session::Session;
use super::unlock::Unlocked;
use crate::transport::{Method, Transport};
use crate::{call, category, text};

impl From<Reason> for audit::Reason {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::OnDuty => Self::OnDuty,
            Reason::SecondOpinion => Self::SecondOpinion,
            Reason::TakingOver => Self::TakingOver,
            Reason::FollowUp => Self::FollowUp,
            Reason::Other => Self::Other,
            Reason::HandingOver => Self::HandingOver,
        }
    }
}

impl From<audit::Reason> for Reason {
    fn from(reason: audit::Reason) -> Self {
        match reason {
            audit::Reason::OnDuty => Self::OnDuty,
            audit::Reason::SecondOpinion => Self::SecondOpinion,
            audit::Reason::TakingOver => Self::TakingOver,
            audit::Reason::FollowUp => Self::FollowUp,
            audit::Reason::Other => Self::Other,
            audit::Reason::HandingOver => Self::HandingOver,
        }
    }
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Asks for release, verifies the log, decrypts, remembers.
    pub(super) async fn open(
        &mut self,
        case: CaseId,
        reason: Reason,
        detail: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let detail = text::clean(detail);
        if (reason == Reason::Other && detail.is_empty()) || detail.len() > text::STAFF_LIMIT {
            return Err(field("detail"));
        }
        // Whom it could be given to are readers of now, not of the last look at the board.
        self.refresh(now).await?;
        if self.desk()?.case(case).is_none() {
            self.load_cases().await?;
        }
        stage(Stage::Logging);
        let release = self.ask_release(case, reason, now).await?;
        stage(Stage::Verifying);
        let entries = self.check_release(case, reason, &release)?;
        let view = self.decrypt(case, &release, &entries, now)?;
        self.keep_bookmark(case).await?;
        if detail.is_empty() {
            return Ok(view);
        }
        self.add_note(case, Noted::Opening { text: detail }, now, stage)
            .await
    }

    pub(super) async fn ask_release(
        &mut self,
        case: CaseId,
        reason: Reason,
        now: Timestamp,
    ) -> Result<Release, Failure> {
        let (_, desk, rng) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let asked = Asked {
            thread: known.thread_id,
            reason: audit::Reason::from(reason).to_byte(),
            hour: now.hour(),
            log_size: desk.log.size(),
        };
        let request = sign_release(asked, &desk.secret, rng);
        let token = desk.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), "/release"].concat();
        Ok(call::send(&self.transport, Method::Post, Some(&token), path, &request).await?)
    }

    /// The log extends what was seen, every entry of the case is in it, none is missing, and the last ones say
    /// that this reader opened it for this reason. Otherwise nothing is decrypted.
    pub(super) fn check_release(
        &mut self,
        case: CaseId,
        reason: Reason,
        release: &Release,
    ) -> Result<Vec<Entry>, Failure> {
        let (school, desk, _) = self.parts()?;
        let key = &school.directory().log_key;
        let checkpoint = desk
            .log
            .advance(&release.checkpoint, key, &release.consistency)
            .map_err(|_| Failure::LogBroken { first: None })?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let entries =
            verify_case(&known.report.audit_key, &release.entries, &checkpoint).map_err(|_| {
                Failure::LogBroken {
                    first: first_broken(release, &checkpoint),
                }
            })?;
        let me = desk.secret.kem.public().id();
        let received = entries
            .first()
            .is_some_and(|entry| entry.kind == Kind::Received);
        let logged = entries.last().is_some_and(|entry| {
            entry.kind == Kind::Released
                && entry.key_id == me
                && entry.reason == Some(reason.into())
        });
        if received && logged {
            Ok(entries)
        } else {
            Err(Failure::LogBroken { first: None })
        }
    }

    pub(super) fn decrypt(
        &mut self,
        case: CaseId,
        release: &Release,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<Case, Failure> {
        let (school, desk, _) = self.parts()?;
        let id = school.directory().school;
        let first = release.messages.first().ok_or(Failure::Broken)?;
        let secret = desk.secret.clone();
        let asked = desk.case(case).ok_or(Failure::NotFound)?;
        // The report must be the one that was listed and logged, not another under the same case.
        let unlocked = Unlocked::open(release, school, &secret, asked).ok_or(Failure::Broken)?;
        let can_be_given = later_readers(school, &unlocked).map(named).collect();
        let Unlocked {
            opened,
            said,
            readers,
            unreadable,
            ..
        } = unlocked;
        let (happened, agrees) = chronology(school, entries, &said);
        let known = desk.case_mut(case)?;
        let listed: Vec<MessageRow> = release
            .messages
            .iter()
            .map(|message| message.row.clone())
            .collect();
        known.row.opened_day.get_or_insert(now.day().0);
        known.row.danger = false;
        known.row.urgent_minute = None;
        known.thread = Some(opened.thread.clone());
        known.fold_messages(&listed, id, &secret);

        let OpenedReport { report, .. } = opened;
        let notice = known.notice();
        let mut view = Case {
            case,
            title: notice.title,
            state: notice.state,
            urgency: notice.urgency,
            categories: category::ids(known.categories()),
            owner: notice
                .owner
                .and_then(|key| super::adult::adult(school, &key)),
            due_day: known.row.due_day,
            destroy_after_day: known.row.destroy_after_day,
            may_expire: known.row.may_expire,
            hold: known.row.hold,
            held: super::hold::held(school, known.row.held.as_ref()),
            withdrawn: known.row.withdrawn,
            danger: report.danger,
            about: report.about,
            readers: readers
                .iter()
                .filter_map(|key| school.directory().entry(key).map(named))
                .collect(),
            can_be_given,
            conversation: vec![Spoken {
                by: None,
                hour: first.row.hour,
                text: report.text.clone(),
                feel_safer: false,
                another_adult: false,
                answers: Vec::new(),
            }],
            notes: Vec::new(),
            outcome: None,
            moved: None,
            chronology: happened,
            log_holds: agrees,
            unreadable,
            log_size: 0,
        };
        for message in &said {
            if let Some(content) = &message.content {
                show(&mut view, school, message.hour, content);
            }
        }
        known.open = Some(Box::new(OpenCase {
            report,
            readers,
            view: view.clone(),
        }));
        view.log_size = desk.log.size();
        let known = desk.case_mut(case)?;
        if let Some(open) = &mut known.open {
            open.view.log_size = view.log_size;
        }
        Ok(view)
    }

    /// Stores this reader's own sealed note of the case, so that the board can say more after a new sign-in.
    async fn keep_bookmark(&mut self, case: CaseId) -> Result<(), Failure> {
        let (_, desk, rng) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let thread = known.thread.clone().ok_or(Failure::Broken)?;
        let bookmark = Bookmark {
            thread,
            audit_key: known.report.audit_key.clone(),
        };
        let sealed = Bytes(bookmark.seal(&desk.secret, case, rng));
        let token = desk.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), "/bookmark"].concat();
        let request = BookmarkRequest { bookmark: sealed };
        let kept = call::tell(
            &self.transport,
            Method::Put,
            Some(&token),
            path,
            Some(&request),
        )
        .await;
        // Without it the board says less next time; the case itself is open, so that is no reason to fail.
        let _: Result<(), call::CallError> = kept;
        Ok(())
    }
}

fn first_broken(release: &Release, checkpoint: &Checkpoint) -> Option<u64> {
    let broken = |entry: &&protocol::api::ProvenEntry| verify_proven(entry, checkpoint).is_err();
    release.entries.iter().find(broken).map(|entry| entry.index)
}
