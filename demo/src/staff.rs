//! Being an adult: the same session a staff browser runs, signed in with everything the demo file says.

use client::staff::Session;
use client::staff::demo_code::code;
use client::staff::message::{Answer, Ask, Board, Case, Failure, People};
use protocol::day::Timestamp;
use protocol::id::CaseId;
use rand_chacha::ChaCha20Rng;

use crate::fault::{Fault, Needed};
use crate::file::Person;
use crate::people::SLUG;
use crate::transport::InMemory;
use crate::world::World;

/// Well within the idle limit of a session.
const FRESH_SECONDS: u64 = 600;

/// One adult at a desk.
pub struct Desk {
    pub person: Person,
    session: Session<InMemory, ChaCha20Rng>,
    signed_in: Option<Timestamp>,
    opened: Vec<CaseId>,
}

impl Desk {
    /// An adult who has not signed in yet.
    pub async fn new(world: &World, person: Person) -> Self {
        let session = Session::new(world.transport(), world.make_rng().await);
        Self {
            person,
            session,
            signed_in: None,
            opened: Vec::new(),
        }
    }

    /// Asks and takes whatever comes.
    pub async fn ask(&mut self, world: &World, ask: Ask) -> Answer {
        self.session.answer(ask, world.now(), &mut |_| {}).await
    }

    /// Signs in unless that was done a moment ago.
    pub async fn sign_in(&mut self, world: &World) -> Result<(), Fault> {
        let now = world.now();
        if self
            .signed_in
            .is_some_and(|then| now.0.saturating_sub(then.0) < FRESH_SECONDS)
        {
            return Ok(());
        }
        let code = code(&self.person.totp_secret, now).needed("a second factor")?;
        let ask = Ask::SignIn {
            slug: SLUG.into(),
            user: self.person.user.clone(),
            password: self.person.password.clone(),
            account_secret: self.person.account_secret.clone(),
            code,
            passkey: None,
        };
        match self.ask(world, ask).await {
            Answer::SignedIn(_) => {
                self.signed_in = Some(now);
                self.opened.clear();
                Ok(())
            }
            other => Err(self.unexpected("sign in", &other)),
        }
    }

    /// True until a case was opened after the last sign-in.
    #[must_use]
    pub fn must_open(&self, case: CaseId) -> bool {
        !self.opened.contains(&case)
    }

    /// Remembers that a case is open.
    pub fn opened(&mut self, case: CaseId) {
        self.opened.push(case);
    }

    /// The board.
    pub async fn board(&mut self, world: &World) -> Result<Board, Fault> {
        match self.ask(world, Ask::Board { whole: true }).await {
            Answer::Board(changes) => {
                let mut board = Board::empty();
                board.change(changes);
                Ok(board)
            }
            other => Err(self.unexpected("see the board", &other)),
        }
    }

    /// Anything that answers with a case.
    pub async fn on_case(&mut self, world: &World, what: &str, ask: Ask) -> Result<Case, Fault> {
        match self.ask(world, ask).await {
            Answer::Case(case) => Ok(*case),
            other => Err(self.unexpected(what, &other)),
        }
    }

    /// Anything that answers with the adults page.
    pub async fn on_people(
        &mut self,
        world: &World,
        what: &str,
        ask: Ask,
    ) -> Result<People, Fault> {
        match self.ask(world, ask).await {
            Answer::People(people) => Ok(people),
            other => Err(self.unexpected(what, &other)),
        }
    }

    /// A fault that names who could not do what, and why.
    #[must_use]
    pub fn unexpected(&self, what: &str, answer: &Answer) -> Fault {
        let why: Option<&Failure> = match answer {
            Answer::Failed(failure) => Some(failure),
            _ => None,
        };
        Fault::new(format!("{} could not {what}: {why:?}", self.person.name))
    }
}
