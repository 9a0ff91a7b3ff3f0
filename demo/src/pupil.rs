//! Being a pupil: the same session a phone runs.

use client::reporter::Session;
use client::reporter::message::{
    Answer, Ask, Draft, Failure, Mailbox, Poster, Reader, Say, School,
};
use protocol::api::Role;
use protocol::id::KeyId;
use rand_chacha::ChaCha20Rng;

use crate::fault::Fault;
use crate::scene;
use crate::transport::InMemory;
use crate::world::World;

/// One visit of a pupil to the page.
pub struct Visit<'a> {
    world: &'a World,
    session: Session<InMemory, ChaCha20Rng>,
    pub school: School,
}

impl<'a> Visit<'a> {
    /// Opens the page by the poster.
    pub async fn begin(world: &'a World, poster_path: &str) -> Result<Self, Fault> {
        let mut session = Session::new(world.transport(), world.make_rng().await);
        let (slug, poster) = read_poster(poster_path)?;
        let ask = Ask::Start {
            slug,
            poster: Some(poster),
        };
        match session.answer(ask, world.now(), &mut |_| {}).await {
            Answer::School(school) => Ok(Self {
                world,
                session,
                school,
            }),
            other => Err(unexpected("start", &other)),
        }
    }

    /// Asks and takes whatever comes.
    pub async fn ask(&mut self, ask: Ask) -> Answer {
        self.session
            .answer(ask, self.world.now(), &mut |_| {})
            .await
    }

    /// Sends a report; gives back the receipt code.
    pub async fn report(
        &mut self,
        report: &scene::Report,
        leave_out: &[Role],
        add: &[Role],
    ) -> Result<String, Fault> {
        let chosen = |reader: &&Reader| {
            (reader.usual && !leave_out.contains(&reader.role)) || add.contains(&reader.role)
        };
        let readers: Vec<KeyId> = self
            .school
            .readers
            .iter()
            .filter(chosen)
            .map(|reader| reader.key)
            .collect();
        let draft = Draft {
            danger: report.danger,
            about: report.about,
            categories: report.categories.clone(),
            readers,
            text: report.text.clone(),
        };
        match self.ask(Ask::Send(draft)).await {
            Answer::Sent { words } => Ok(words.join(" ")),
            other => Err(unexpected("send", &other)),
        }
    }

    /// Comes back with the receipt code.
    pub async fn come_back(&mut self, words: &str) -> Result<Mailbox, Fault> {
        self.mailbox(
            "return",
            Ask::Return {
                words: words.into(),
            },
        )
        .await
    }

    /// Says more.
    pub async fn say(&mut self, say: &scene::Say) -> Result<Mailbox, Fault> {
        let say = Say {
            text: say.text.clone(),
            feel_safer: say.feel_safer,
            another_adult: say.another_adult,
        };
        self.mailbox("say", Ask::Say(say)).await
    }

    /// Takes the report back.
    pub async fn withdraw(&mut self) -> Result<Mailbox, Fault> {
        self.mailbox("withdraw", Ask::Withdraw).await
    }

    async fn mailbox(&mut self, what: &str, ask: Ask) -> Result<Mailbox, Fault> {
        match self.ask(ask).await {
            Answer::Mailbox(mailbox) => Ok(mailbox),
            other => Err(unexpected(what, &other)),
        }
    }
}

/// `/s/{slug}#k=…&v=…`
fn read_poster(path: &str) -> Result<(String, Poster), Fault> {
    let read = || {
        let (slug, fragment) = path.strip_prefix("/s/")?.split_once("#k=")?;
        let (fingerprint, version) = fragment.split_once("&v=")?;
        let poster = Poster {
            fingerprint: fingerprint.into(),
            least_version: version.parse().ok()?,
            term_code: None,
        };
        Some((String::from(slug), poster))
    };
    read().ok_or_else(|| Fault::new("the poster's address is not one"))
}

fn unexpected(what: &str, answer: &Answer) -> Fault {
    let why: Option<&Failure> = match answer {
        Answer::Failed(failure) => Some(failure),
        _ => None,
    };
    Fault::new(format!("a pupil could not {what}: {why:?}"))
}
