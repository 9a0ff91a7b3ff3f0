//! Handing cases over before a reader leaves, giving one case to a colleague, and stepping aside from one (2d.8, XAM-8).
//!
//! Promises: every case is opened against an entry in the log and sealed to others by a signed re-wrap; nobody the pupil
//! left out, and nobody who stepped aside, is ever given one, under whatever new key; what cannot be handed over is counted, not hidden.

use protocol::api::{HandOver, MessagesAnswer, MessagesRequest, Release};
use protocol::day::Timestamp;
use protocol::directory::{Entry, Inbox, LEAST_READERS};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::envelope::Envelope;
use protocol::hand_over::sign_hand_over;
use protocol::header::Place;
use protocol::id::{CaseId, KeyId, MessageId};
use protocol::message::{InThread, seal_note};
use protocol::plaintext::Noted;
use protocol::rewrap::seal_rewrap;
use rand_core::CryptoRng;

use super::adult::named;
use super::fault::field;
use super::message::{Case, Event, Failure, HandedOver, Happened, Reason, Stage};
use super::session::Session;
use super::unlock::Unlocked;
use crate::call::{self, Once};
use crate::recipients::recipients;
use crate::school::KnownSchool;
use crate::text;
use crate::transport::{Method, Transport};

/// What became of one case.
enum Outcome {
    /// Two others read it already.
    Enough,
    /// It was sealed to others, and two read it now.
    Handed,
    /// Fewer than two others can be given it.
    Alone,
    /// It was sealed to somebody, and still fewer than two read it.
    HandedAlone,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Goes through every case this reader can open, seals each to others until two of them read it, and signs how
    /// many there were. Saying it twice does nothing twice: what two others read is left as it is.
    pub(super) async fn hand_over(
        &mut self,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<HandedOver, Failure> {
        self.refresh(now).await?;
        self.load_cases().await?;
        let cases: Vec<CaseId> = self.desk()?.cases.iter().map(|known| known.case).collect();
        let of = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        let (mut handed, mut alone) = (0, Vec::new());
        for (done, case) in (0..).zip(cases) {
            stage(Stage::HandingOver { done, of });
            match self.hand_over_case(case, now).await? {
                Outcome::Enough => {}
                Outcome::Handed => handed += 1,
                Outcome::Alone => alone.push(case),
                Outcome::HandedAlone => {
                    handed += 1;
                    alone.push(case);
                }
            }
        }
        stage(Stage::HandingOver { done: of, of });
        let (school, desk, _) = self.parts()?;
        let statement = HandOver {
            key: FixedBytes([0; 16]),
            cases: of,
            handed,
            alone: u32::try_from(alone.len()).unwrap_or(u32::MAX),
            log_size: desk.log.size(),
            hour: now.hour(),
            signature: FixedBytes([0; 64]),
        };
        let statement = sign_hand_over(statement, school.directory().school, &desk.secret);
        let token = desk.token.clone();
        let path = "/api/v1/hand-over".into();
        call::tell(
            &self.transport,
            Method::Put,
            Some(&token),
            path,
            Some(&statement),
        )
        .await?;
        Ok(HandedOver { statement, alone })
    }

    async fn hand_over_case(&mut self, case: CaseId, now: Timestamp) -> Result<Outcome, Failure> {
        let release = self.ask_release(case, Reason::HandingOver, now).await?;
        self.check_release(case, Reason::HandingOver, &release)?;
        let (school, desk, _) = self.parts()?;
        let me = desk.secret.kem.public().id();
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let unlocked =
            Unlocked::open(&release, school, &desk.secret, known).ok_or(Failure::Broken)?;
        let mut to: Vec<KeyId> = works(school, &unlocked.readers, me);
        if to.len() >= LEAST_READERS {
            return Ok(Outcome::Enough);
        }
        let more = candidates(school, &unlocked, me);
        let missing = LEAST_READERS - to.len();
        let chosen: Vec<KeyId> = more.into_iter().take(missing).collect();
        if chosen.is_empty() {
            return Ok(Outcome::Alone);
        }
        to.extend(&chosen);
        // The leaver is among the readers until the end, and must know whom the case was given to.
        let readers = [&to[..], &[me]].concat();
        let envelope = self.seal_to(case, &release, &readers)?;
        self.post_to_case(case, "/messages", envelope).await?;
        Ok(if to.len() >= LEAST_READERS {
            Outcome::Handed
        } else {
            Outcome::HandedAlone
        })
    }

    /// Lets one more colleague read an open case.
    pub(super) async fn give(
        &mut self,
        case: CaseId,
        to: KeyId,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        self.refresh(now).await?;
        let known = self.desk()?.case(case).ok_or(Failure::NotFound)?;
        let open = known.open.as_ref().ok_or(Failure::NotFound)?;
        if !open.view.can_be_given.iter().any(|adult| adult.key == to) {
            return Err(field("colleague"));
        }
        stage(Stage::Logging);
        let release = self.ask_release(case, Reason::HandingOver, now).await?;
        stage(Stage::Verifying);
        let entries = self.check_release(case, Reason::HandingOver, &release)?;
        self.decrypt(case, &release, &entries, now)?;
        stage(Stage::Sealing);
        let (school, desk, _) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let unlocked =
            Unlocked::open(&release, school, &desk.secret, known).ok_or(Failure::Broken)?;
        let allowed = later_readers(school, &unlocked).any(|entry| entry.key_id == to);
        if !allowed {
            return Err(field("colleague"));
        }
        let mut readers = works(school, &unlocked.readers, NOBODY);
        readers.push(to);
        let envelope = self.seal_to(case, &release, &readers)?;
        stage(Stage::Sending);
        self.post_to_case(case, "/messages", envelope).await?;
        let (school, desk, _) = self.parts()?;
        let by = super::adult::adult(school, &desk.secret.kem.public().id());
        let adult = school.directory().entry(&to).map(named);
        let open = desk
            .case_mut(case)?
            .open
            .as_mut()
            .ok_or(Failure::NotFound)?;
        open.readers.push(to);
        open.view.can_be_given.retain(|one| one.key != to);
        open.view.readers.extend(adult);
        open.view.chronology.push(Happened {
            hour: now.hour(),
            by,
            what: Event::Rewrapped,
            pupil_sees: true,
        });
        Ok(open.view.clone())
    }

    /// Steps aside from a case: says why to those who stay, and gives up every key to it.
    pub(super) async fn step_aside(
        &mut self,
        case: CaseId,
        why: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<(), Failure> {
        let why = text::clean(why);
        if why.is_empty() || why.len() > text::STAFF_LIMIT {
            return Err(field("why"));
        }
        self.refresh(now).await?;
        stage(Stage::Sealing);
        let (school, desk, rng) = self.parts()?;
        let me = desk.secret.kem.public().id();
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let (Some(open), Some(thread)) = (&known.open, &known.thread) else {
            return Err(Failure::NotFound);
        };
        let stay = works(school, &open.readers, me);
        // Otherwise a case could end up with one person alone, or with nobody.
        if stay.len() < LEAST_READERS {
            return Err(Failure::TooFewReaders);
        }
        let to = recipients(school, &stay);
        let to = InThread {
            place: place(school, case, rng),
            recipients: &to,
            thread,
        };
        let mut notice = known.notice();
        notice.owner = notice.owner.filter(|owner| *owner != me);
        let what = Noted::SteppedAside { why };
        let envelope =
            seal_note(to, &desk.secret, what, notice, rng).map_err(|_| Failure::Broken)?;
        stage(Stage::Sending);
        self.post_to_case(case, "/step-aside", envelope).await?;
        let (_, desk, _) = self.parts()?;
        desk.cases.retain(|known| known.case != case);
        // The page has dropped its row as well.
        desk.told.remove(&case);
        Ok(())
    }

    fn seal_to(
        &mut self,
        case: CaseId,
        release: &Release,
        readers: &[KeyId],
    ) -> Result<Envelope, Failure> {
        let (school, desk, rng) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let unlocked =
            Unlocked::open(release, school, &desk.secret, known).ok_or(Failure::Broken)?;
        let to = recipients(school, readers);
        let to = InThread {
            place: place(school, case, rng),
            recipients: &to,
            thread: &unlocked.opened.thread,
        };
        let notice = known.report.clone();
        seal_rewrap(to, &desk.secret, notice, &unlocked.keys(), rng).map_err(|_| Failure::Broken)
    }

    async fn post_to_case(
        &mut self,
        case: CaseId,
        act: &str,
        envelope: Envelope,
    ) -> Result<(), Failure> {
        let request = MessagesRequest {
            envelopes: vec![Bytes(envelope.encode())],
            destroy_after_day: None,
            may_expire: None,
            due_day: None,
        };
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), act].concat();
        let once = Once::make(&mut self.rng);
        let _: MessagesAnswer =
            call::send_once(&self.transport, Some(&token), path, &request, once).await?;
        Ok(())
    }
}

const NOBODY: KeyId = FixedBytes([0; 16]);

fn place(school: &KnownSchool, case: CaseId, rng: &mut impl CryptoRng) -> Place {
    Place {
        school: school.directory().school,
        case,
        message: MessageId::make(rng),
        directory: school.directory_ref(),
    }
}

/// Those of `readers`, but one, whose key receives today.
fn works(school: &KnownSchool, readers: &[KeyId], but: KeyId) -> Vec<KeyId> {
    let receives = school.readers().map(|entry| entry.key_id);
    receives
        .filter(|key| *key != but && readers.contains(key))
        .collect()
}

/// Colleagues who could be given the case: they receive today, do not read it yet, were not left out by the pupil and
/// did not step aside, neither by this key nor under the same name by an older one. The server gives nothing out to
/// who stepped aside, so counting on them would leave a case alone.
pub fn later_readers<'a>(
    school: &'a KnownSchool,
    unlocked: &'a Unlocked<'_>,
) -> impl Iterator<Item = &'a Entry> {
    let barred = |entry: &Entry| {
        unlocked.left_out.iter().chain(&unlocked.aside).any(|key| {
            let older = school.directory().entry(key);
            *key == entry.key_id || older.is_none_or(|older| same_name(&older.name, &entry.name))
        })
    };
    school
        .readers()
        .filter(|entry| !unlocked.readers.contains(&entry.key_id))
        .filter(move |entry| !barred(entry))
}

fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Of those, whom a leaver's browser chooses by itself: who looks after an inbox that reads the case already.
fn candidates(school: &KnownSchool, unlocked: &Unlocked<'_>, me: KeyId) -> Vec<KeyId> {
    let inboxes: Vec<Inbox> = unlocked
        .readers
        .iter()
        .filter_map(|key| school.directory().entry(key))
        .map(|entry| entry.inbox)
        .collect();
    later_readers(school, unlocked)
        .filter(|entry| entry.key_id != me && inboxes.contains(&entry.inbox))
        .map(|entry| entry.key_id)
        .collect()
}
