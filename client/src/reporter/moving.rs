//! From one device to another (protocol 3.6): leave it sealed with the server, look whether it was fetched, fetch it.
//!
//! Promises: the secret that opens it is in no request; what was left stays on the first device's page as it was; a fetch
//! is tried once, because a second one could not tell a lost answer from somebody else's.

use protocol::encoding::Bytes;
use protocol::gateway::{GatewayAnswer, Op, Problem};
use protocol::id::KeyId;
use protocol::moved::{MOST, MoveSecret};
use protocol::pack::{pack, unpack};
use protocol::packed;
use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::gateway::Asker;
use super::message::{About, Answer, Danger, Failure, Stage};
use super::session::Session;
use crate::transport::Transport;

/// Version of what is inside.
const VERSION: u8 = 1;

/// What moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// A report that was not sent, however far it got.
    Draft(Unsent),
    /// The seven words.
    Words { words: Vec<String> },
}

/// Answers so far. Nothing is required, nothing is worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsent {
    pub danger: Option<Danger>,
    pub about: Option<About>,
    /// Category ids from the pack.
    pub categories: Vec<String>,
    /// "Should someone look sooner?"
    pub sooner: Option<bool>,
    pub readers: Vec<KeyId>,
    pub text: String,
}

impl Drop for Unsent {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Where a move stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It waits for the device that has this secret.
    Left { secret: String },
    /// Nobody has fetched it yet.
    Waiting,
    /// Somebody has fetched it.
    Taken,
    /// Its ten minutes are over, or it never was.
    Over,
    /// Fetched.
    Here(Moved),
}

packed!(enum Moved {
    1 => Draft(draft),
    2 => Words { words },
});
packed!(struct Unsent { danger, about, categories, sooner, readers, text });
packed!(enum Step {
    1 => Left { secret },
    2 => Waiting,
    3 => Taken,
    4 => Over,
    5 => Here(moved),
});
packed!(struct Inside { version, moved });

/// What is sealed.
struct Inside {
    version: u8,
    moved: Moved,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Seals and leaves it for ten minutes, under a new secret.
    pub(super) async fn leave(
        &mut self,
        moved: Moved,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        let secret = MoveSecret::make(&mut self.rng);
        let school = self.school()?.directory().school;
        let version = VERSION;
        let inside = pack(&Inside { version, moved });
        let limit = u32::try_from(MOST).unwrap_or(u32::MAX);
        let sealed = secret.seal(school, &inside);
        let sealed = Bytes(sealed.map_err(|_| Failure::TooLong { limit })?);
        let asker = Asker::moving(&secret);
        let step = match self
            .ask_gateway(&asker, Op::Leave { sealed }, stage)
            .await?
        {
            GatewayAnswer::Accepted {} => Step::Left {
                secret: secret.write().as_str().to_owned(),
            },
            GatewayAnswer::Refused {
                problem: Problem::Busy,
            } => return Err(Failure::Busy),
            _ => return Err(Failure::Broken),
        };
        self.moving = Some(secret);
        Ok(Answer::Move(step))
    }

    /// What became of what was left last.
    pub(super) async fn look_after(
        &mut self,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        let secret = self.moving.take().ok_or(Failure::Broken)?;
        let asker = Asker::moving(&secret);
        let answer = self.ask_gateway(&asker, Op::Look, stage).await;
        self.moving = Some(secret);
        Ok(Answer::Move(match answer? {
            GatewayAnswer::Waiting => Step::Waiting,
            GatewayAnswer::Taken => Step::Taken,
            GatewayAnswer::NothingLeft => Step::Over,
            _ => return Err(Failure::Broken),
        }))
    }

    /// Fetches what another device left, with the secret from the address.
    pub(super) async fn fetch_moved(
        &mut self,
        secret: &str,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        // Half an address, or one that was typed, is nobody's.
        let Some(secret) = MoveSecret::read(secret) else {
            return Ok(Answer::Move(Step::Over));
        };
        let school = self.school()?.directory().school;
        let asker = Asker::moving(&secret);
        Ok(Answer::Move(
            match self.ask_gateway(&asker, Op::Take, stage).await? {
                GatewayAnswer::Here { sealed } => {
                    let inside = secret.open(school, &sealed.0).ok();
                    let inside = inside.and_then(|inside| read(&inside));
                    Step::Here(inside.ok_or(Failure::Broken)?)
                }
                GatewayAnswer::Taken => Step::Taken,
                GatewayAnswer::NothingLeft => Step::Over,
                _ => return Err(Failure::Broken),
            },
        ))
    }
}

fn read(inside: &Zeroizing<Vec<u8>>) -> Option<Moved> {
    let Inside { version, moved } = unpack(inside)?;
    (version == VERSION).then_some(moved)
}
