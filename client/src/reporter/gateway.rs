//! Asking the school's gateway: one path, sealed both ways, the same for every operation.

use protocol::gateway::{AnswerKey, GatewayAnswer, Op, Request, seal_request};
use protocol::id::MailboxId;
use protocol::mailbox::Mailbox;
use protocol::moved::MoveSecret;
use protocol::plaintext::Danger;
use protocol::puzzle::Challenge;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::message::{Failure, Stage};
use super::puzzle::{self, Task};
use super::session::Session;
use crate::call::{self, CallError};
use crate::school;
use crate::transport::Transport;

/// How often one request is sent before the pupil is told that it did not work.
const TRIES: u32 = 3;
/// The same for someone in danger.
const TRIES_IN_DANGER: u32 = 8;
/// Seconds a request waits by itself when the server is busy; a random part is added, so that those who were
/// turned away together do not come back together.
const WAIT: u32 = 4;

/// Who asks: a mailbox with its token, or something that moves, whose id is all it takes.
pub(super) struct Asker {
    id: MailboxId,
    token: Zeroizing<[u8; 32]>,
}

impl Asker {
    pub(super) fn mailbox(mailbox: &Mailbox) -> Self {
        Self {
            id: mailbox.id(),
            token: mailbox.token().clone(),
        }
    }

    pub(super) fn moving(secret: &MoveSecret) -> Self {
        Self {
            id: secret.id(),
            token: Zeroizing::default(),
        }
    }
}

/// How one try went.
enum Tried {
    Answered(GatewayAnswer),
    /// A harder puzzle first.
    Harder(Challenge),
    /// No answer came, or "come back later".
    Again {
        failure: Failure,
        seconds: u32,
    },
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Asks and opens the answer. If no answer came, asks once more: every operation may be repeated, and a pupil
    /// whose first try did arrive must not be told that it did not. A harder puzzle is solved without asking the pupil.
    pub(super) async fn ask_gateway(
        &mut self,
        asker: &Asker,
        op: Op,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<GatewayAnswer, Failure> {
        let urgent = matches!(&op, Op::Submit { danger, .. } if *danger != Danger::No);
        // Asked again, it could not be told from somebody else's fetch.
        let once = matches!(op, Op::Take);
        let request = Request {
            mailbox: asker.id,
            token: asker.token.clone(),
            term_code: self.term_code,
            op,
        };
        let school = self.school()?;
        let mut challenge = school.challenge;
        let has_code = self.term_code != protocol::term_code::NO_TERM_CODE;
        let mut extra = if has_code {
            0
        } else {
            school.bits_without_code
        };
        let mut tries = if urgent { TRIES_IN_DANGER } else { TRIES };
        loop {
            tries -= 1;
            let work = Task {
                challenge: &challenge,
                extra,
                dearest: self.school()?.dearest(),
                urgent,
            };
            match self.ask_once(&request, &work, stage).await? {
                Tried::Answered(answer) => return Ok(answer),
                Tried::Again { failure, .. } if tries == 0 => return Err(failure),
                Tried::Again {
                    failure: Failure::Unreachable,
                    ..
                } if once => return Err(Failure::Unreachable),
                Tried::Harder(_) if tries == 0 => return Err(Failure::Busy),
                Tried::Harder(harder) => {
                    challenge = harder;
                    // A poster of an earlier term, or codes that came after this page was opened: the code does not
                    // count, and without one there is more to do.
                    extra = self.bits_without_code().await?;
                }
                Tried::Again { failure, seconds } => {
                    // Without an answer, once more; someone in danger is not given up so soon.
                    if failure == Failure::Unreachable && !urgent {
                        tries = tries.min(1);
                    }
                    let pause = self.transport.pause(seconds * 1_000).await;
                    if pause.stop {
                        return Err(Failure::Stopped);
                    }
                    // The seed of the last puzzle may be used up.
                    match self.fresh_challenge().await {
                        Some(fresh) => challenge = fresh,
                        None if tries == 0 || !urgent => return Err(failure),
                        None => {}
                    }
                }
            }
        }
    }

    async fn ask_once(
        &mut self,
        request: &Request,
        task: &Task<'_>,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Tried, Failure> {
        let (mut frame, key) = self.seal_frame(request)?;
        puzzle::solve(&self.transport, &mut frame, task, stage).await?;
        stage(Stage::Sending);
        let path = ["/api/v1/schools/", &self.school()?.slug, "/gateway"].concat();
        match call::send_bytes(&self.transport, path, frame).await {
            Ok(answer) => match key.open(&answer).map_err(|_| Failure::Broken)? {
                GatewayAnswer::Work { challenge } => Ok(Tried::Harder(challenge)),
                answer => Ok(Tried::Answered(answer)),
            },
            // Unopened, for even the narrow lane was full: look for the harder puzzle at once.
            Err(CallError::Refused { status: 428, .. }) => Ok(Tried::Again {
                failure: Failure::Busy,
                seconds: 0,
            }),
            Err(CallError::Unreachable) => Ok(Tried::Again {
                failure: Failure::Unreachable,
                seconds: 0,
            }),
            Err(CallError::Refused {
                status: 429 | 503, ..
            }) => Ok(Tried::Again {
                failure: Failure::Busy,
                seconds: self.wait(),
            }),
            Err(error) => Err(error.into()),
        }
    }

    fn wait(&mut self) -> u32 {
        let mut byte = [0];
        self.rng.fill_bytes(&mut byte);
        WAIT + u32::from(byte[0] % 4)
    }

    fn seal_frame(&mut self, request: &Request) -> Result<(Vec<u8>, AnswerKey), Failure> {
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let id = school.directory().school;
        seal_request(id, school.gateway(), request, &mut self.rng).map_err(|_| Failure::Broken)
    }

    /// Bits that a request without this term's code must add, as the school says now.
    async fn bits_without_code(&self) -> Result<u8, Failure> {
        let school = self.school()?;
        let fetched = school::fetch(&self.transport, &school.slug, &self.known, self.now).await;
        Ok(fetched.map_or(school.bits_without_code, |fresh| fresh.bits_without_code))
    }

    /// A challenge for the next try. Nothing else of the answer is taken: what the page has shown stays as it is.
    async fn fresh_challenge(&self) -> Option<Challenge> {
        let school = self.school.as_ref()?;
        let fetched = school::fetch(&self.transport, &school.slug, &self.known, self.now).await;
        fetched.ok().map(|fresh| fresh.challenge)
    }
}
