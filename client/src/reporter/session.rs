//! The pupil's session: one school, and one mailbox once the receipt code was typed.
//!
//! Promises: no request differs with what the pupil chose before sending; a list of readers that changed is shown
//! before anything is sealed to it; dropping the session wipes every key. It stores nothing anywhere.

use protocol::day::Timestamp;
use protocol::directory::Known;
use protocol::encoding::{FixedBytes, from_base64url};
use protocol::id::Hash;
use protocol::moved::MoveSecret;
use protocol::term_code::{NO_TERM_CODE, TermCode};
use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::mailbox::OpenMailbox;
use super::message::{Answer, Ask, DirectoryFault, Failure, Poster, School, Stage};
use super::{start, words};
use crate::school::{self, KnownSchool};
use crate::transport::Transport;

/// Everything a pupil's worker knows. `R` is the only source of randomness.
pub struct Session<T, R> {
    pub(super) transport: T,
    pub(super) rng: R,
    slug: String,
    pub(super) known: Known,
    /// From the poster; all zeros without one.
    pub(super) term_code: TermCode,
    /// When the page asked.
    pub(super) now: Timestamp,
    pub(super) school: Option<KnownSchool>,
    pub(super) mailbox: Option<OpenMailbox>,
    /// What was left for another device.
    pub(super) moving: Option<MoveSecret>,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// A session that knows nothing yet.
    pub fn new(transport: T, rng: R) -> Self {
        Self {
            transport,
            rng,
            slug: String::new(),
            known: Known::default(),
            term_code: NO_TERM_CODE,
            now: Timestamp(0),
            school: None,
            mailbox: None,
            moving: None,
        }
    }

    /// Answers the page. `stage` is told where a long step stands.
    pub async fn answer(
        &mut self,
        ask: Ask,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Answer {
        self.now = now;
        let answer = match ask {
            Ask::Start { slug, poster } => self.start(slug, poster, now).await.map(Answer::School),
            Ask::Send(mut draft) => {
                let sent = self.send(&draft, now, stage).await;
                draft.text.zeroize();
                sent
            }
            Ask::CheckWords { words } => Ok(Answer::Words(words::check(&Zeroizing::new(words)))),
            Ask::Suggest { prefix } => Ok(Answer::Suggestions {
                words: words::suggest(&prefix),
            }),
            Ask::Return { words } => {
                let words = Zeroizing::new(words);
                self.open_mailbox(&words, now, stage)
                    .await
                    .map(Answer::Mailbox)
            }
            Ask::Say(mut say) => {
                let said = self.say(&say, now, stage).await;
                say.text.zeroize();
                said.map(Answer::Mailbox)
            }
            Ask::Withdraw => self.withdraw(now, stage).await.map(Answer::Mailbox),
            Ask::Leave(moved) => self.leave(moved, stage).await,
            Ask::LookAfter => self.look_after(stage).await,
            Ask::Fetch { secret } => {
                let secret = Zeroizing::new(secret);
                self.fetch_moved(&secret, stage).await
            }
        };
        answer.unwrap_or_else(Answer::Failed)
    }

    async fn start(
        &mut self,
        slug: String,
        poster: Option<Poster>,
        now: Timestamp,
    ) -> Result<School, Failure> {
        if !school::is_slug(&slug) {
            return Err(Failure::Broken);
        }
        // What this session has seen of one school holds for that school only.
        if slug != self.slug {
            self.known = Known::default();
        }
        self.school = None;
        self.mailbox = None;
        self.moving = None;
        self.term_code = NO_TERM_CODE;
        if let Some(poster) = poster {
            let fingerprint = parse_fingerprint(&poster.fingerprint)
                .ok_or(Failure::Directory(DirectoryFault::Fingerprint))?;
            self.known.fingerprint = Some(fingerprint);
            self.known.least_version = poster.least_version;
            // A code that is not one is as good as none: the poster's list of adults still counts.
            let code = poster.term_code.as_deref().and_then(parse_term_code);
            self.term_code = code.unwrap_or(NO_TERM_CODE);
        }
        self.slug = slug;
        self.refresh(now).await?;
        Ok(start::shown(self.school()?))
    }

    /// Fetches the school again, checked against everything this session has seen.
    /// True if readers are still those that were shown.
    pub(super) async fn refresh(&mut self, now: Timestamp) -> Result<bool, Failure> {
        let school = school::fetch(&self.transport, &self.slug, &self.known, now).await?;
        self.known.last_seen = Some(school.seen());
        let same = self
            .school
            .as_ref()
            .is_some_and(|shown| shown.same_readers(&school));
        self.school = Some(school);
        Ok(same)
    }

    /// The school, if the page has asked for it.
    pub(super) fn school(&self) -> Result<&KnownSchool, Failure> {
        self.school.as_ref().ok_or(Failure::Broken)
    }
}

/// The fingerprint of a poster: 43 characters of base64url.
fn parse_fingerprint(text: &str) -> Option<Hash> {
    Some(FixedBytes(from_base64url(text)?.try_into().ok()?))
}

/// The term code of a poster: 16 characters of base64url.
fn parse_term_code(text: &str) -> Option<TermCode> {
    Some(FixedBytes(from_base64url(text)?.try_into().ok()?))
}
