//! Pupils and adults: the same sessions that run in browsers, over real sockets.

use client::reporter::message::{
    About, Answer as PupilAnswer, Ask as PupilAsk, Danger, Draft, Failure as PupilFailure, Mailbox,
    Poster, Say, School,
};
use client::staff::demo_code::code;
use client::staff::message::{Answer, Ask, Board, Case, Failure, Question, Reason};
use client::{reporter, staff};
use demo::file::{DemoFile, Person};
use protocol::api::Role;
use protocol::id::CaseId;
use rand_chacha::ChaCha20Rng;

use crate::http::{Door, Http, Refusal};
use crate::outcome::Outcome;
use crate::watch::now;

/// Waits for a future on this thread. Sessions are bound to one thread, as in a browser.
pub fn wait_for<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime of one thread needs only file descriptors")
        .block_on(future)
}

/// A phone that opens the poster's address.
pub struct Pupil {
    session: reporter::Session<Http, ChaCha20Rng>,
    http: Http,
    slug: String,
    poster: Poster,
}

impl Pupil {
    pub fn new(door: &Door, file: &DemoFile, rng: ChaCha20Rng) -> Outcome<Self> {
        let parts = file
            .poster_path
            .split_once("#k=")
            .and_then(|(_, fragment)| fragment.split_once("&v="));
        let (fingerprint, version) = parts.ok_or("the poster's address is not one")?;
        let http = Http::through(door);
        Ok(Self {
            session: reporter::Session::new(http.clone(), rng),
            http,
            slug: file.slug.clone(),
            poster: Poster {
                fingerprint: fingerprint.into(),
                least_version: version.parse()?,
                term_code: None,
            },
        })
    }

    fn ask(&mut self, ask: PupilAsk) -> PupilAnswer {
        wait_for(self.session.answer(ask, now(), &mut |_| {}))
    }

    pub fn start(&mut self) -> Result<School, PupilFailure> {
        let ask = PupilAsk::Start {
            slug: self.slug.clone(),
            poster: Some(self.poster.clone()),
        };
        match self.ask(ask) {
            PupilAnswer::School(school) => Ok(school),
            other => Err(pupil_failure(other)),
        }
    }

    /// Opens the page and tells the usual readers. Gives back the receipt code: then it was acknowledged.
    pub fn report(&mut self, text: &str, danger: Danger) -> Result<String, PupilFailure> {
        let school = self.start()?;
        let usual = school.readers.iter().filter(|reader| reader.usual);
        let draft = Draft {
            danger,
            about: About::Me,
            categories: vec!["bullying".into()],
            readers: usual.map(|reader| reader.key).collect(),
            text: text.into(),
        };
        match self.ask(PupilAsk::Send(draft)) {
            PupilAnswer::Sent { words } => Ok(words.join(" ")),
            other => Err(pupil_failure(other)),
        }
    }

    pub fn come_back(&mut self, words: &str) -> Result<Mailbox, PupilFailure> {
        self.start()?;
        let words = words.into();
        self.mailbox(PupilAsk::Return { words })
    }

    pub fn say(&mut self, text: &str) -> Result<Mailbox, PupilFailure> {
        self.mailbox(PupilAsk::Say(Say {
            text: text.into(),
            feel_safer: false,
            another_adult: false,
        }))
    }

    pub fn withdraw(&mut self) -> Result<Mailbox, PupilFailure> {
        self.mailbox(PupilAsk::Withdraw)
    }

    /// What the server refused since the last call.
    pub fn take_refused(&self) -> Vec<Refusal> {
        self.http.take_refused()
    }

    fn mailbox(&mut self, ask: PupilAsk) -> Result<Mailbox, PupilFailure> {
        match self.ask(ask) {
            PupilAnswer::Mailbox(mailbox) => Ok(mailbox),
            other => Err(pupil_failure(other)),
        }
    }
}

fn pupil_failure(answer: PupilAnswer) -> PupilFailure {
    match answer {
        PupilAnswer::Failed(failure) => failure,
        _ => PupilFailure::Broken,
    }
}

/// An adult at a desk.
pub struct Adult {
    session: staff::Session<Http, ChaCha20Rng>,
    http: Http,
    slug: String,
    person: Person,
}

impl Adult {
    pub fn new(door: &Door, file: &DemoFile, role: Role, rng: ChaCha20Rng) -> Outcome<Self> {
        let person = file.people.iter().find(|person| person.role == role);
        let http = Http::through(door);
        Ok(Self {
            session: staff::Session::new(http.clone(), rng),
            http,
            slug: file.slug.clone(),
            person: person.ok_or("no such person at the school")?.clone(),
        })
    }

    pub fn ask(&mut self, ask: Ask) -> Answer {
        wait_for(self.session.answer(ask, now(), &mut |_| {}))
    }

    /// The token of this adult's session, once something was asked with it.
    pub fn token(&self) -> Option<String> {
        self.http.session()
    }

    /// What this adult sent to sign in.
    pub fn signed_in_by(&self) -> Option<Vec<u8>> {
        self.http.signed_in_by()
    }

    /// A one-time code is good once, so an adult signs in once in half a minute.
    pub fn sign_in(&mut self) -> Result<(), Failure> {
        let ask = Ask::SignIn {
            slug: self.slug.clone(),
            user: self.person.user.clone(),
            password: self.person.password.clone(),
            account_secret: self.person.account_secret.clone(),
            code: code(&self.person.totp_secret, now()).ok_or(Failure::Broken)?,
            passkey: None,
        };
        match self.ask(ask) {
            Answer::SignedIn(_) => Ok(()),
            other => Err(failure(other)),
        }
    }

    /// The whole board: an answer about many cases may be only a part, and says so.
    pub fn board(&mut self) -> Result<Board, Failure> {
        let mut board = Board::empty();
        let mut whole = true;
        loop {
            match self.ask(Ask::Board { whole }) {
                Answer::Board(changes) => board.change(changes),
                other => return Err(failure(other)),
            }
            if !board.more {
                return Ok(board);
            }
            whole = false;
        }
    }

    pub fn open(&mut self, case: CaseId) -> Result<Case, Failure> {
        self.on_case(Ask::Open {
            case,
            reason: Reason::OnDuty,
            detail: String::new(),
        })
    }

    pub fn reply(&mut self, case: CaseId, text: &str) -> Result<Case, Failure> {
        self.on_case(Ask::Reply {
            case,
            text: text.into(),
            question: Question::Nothing,
        })
    }

    fn on_case(&mut self, ask: Ask) -> Result<Case, Failure> {
        match self.ask(ask) {
            Answer::Case(case) => Ok(*case),
            other => Err(failure(other)),
        }
    }
}

fn failure(answer: Answer) -> Failure {
    match answer {
        Answer::Failed(failure) => failure,
        _ => Failure::Broken,
    }
}
