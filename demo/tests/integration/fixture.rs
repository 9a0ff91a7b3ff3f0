//! A demo school without cases, and people in it whose network a test holds.

use client::reporter;
use client::reporter::message::{About, Danger, Draft, Poster, School};
use client::staff;
use client::staff::demo_code::code;
use client::staff::message::{Answer, Ask, Board, BoardRow, Case, Failure, Me, Reason};
use demo::file::{DemoFile, Person};
use demo::make::{Options, Size, begin};
use demo::people::SLUG;
use demo::world::World;
use protocol::api::Role;
use protocol::day::Timestamp;
use protocol::id::CaseId;
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::network::Network;

/// A Saturday, 20:00 UTC.
pub const NOW: Timestamp = Timestamp(1_795_291_200);

pub struct Fixture {
    pub world: World,
    pub file: DemoFile,
    _folder: TempDir,
}

/// The school's first day, made once: stretching everyone's password is most of the work of a test.
static FIRST_DAY: OnceCell<(TempDir, DemoFile)> = OnceCell::const_new();

async fn first_day() -> (TempDir, DemoFile) {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        data: folder.path(),
        database: None,
        size: Size::Bare,
        now: NOW,
        seed: [7; 32],
    };
    let (world, file) = begin(&options).await.unwrap();
    world.close().await;
    (folder, file)
}

pub async fn fixture() -> Fixture {
    let (first, file) = FIRST_DAY.get_or_init(first_day).await;
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(first.path()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let world = World::open(folder.path(), None, NOW, [8; 32])
        .await
        .unwrap();
    Fixture {
        world,
        file: file.clone(),
        _folder: folder,
    }
}

impl Fixture {
    pub fn minutes_pass(&self, minutes: u64) {
        self.world.set(Timestamp(self.world.now().0 + minutes * 60));
    }

    pub fn person(&self, role: Role) -> &Person {
        self.file
            .people
            .iter()
            .find(|person| person.role == role)
            .unwrap()
    }

    pub fn poster(&self) -> Poster {
        let (_, fragment) = self.file.poster_path.split_once("#k=").unwrap();
        let (fingerprint, version) = fragment.split_once("&v=").unwrap();
        Poster {
            fingerprint: fingerprint.into(),
            least_version: version.parse().unwrap(),
            term_code: None,
        }
    }

    pub async fn pupil(&self) -> Pupil<'_> {
        let network = Network::to(self.world.transport());
        let session = reporter::Session::new(network.clone(), self.world.make_rng().await);
        Pupil {
            fixture: self,
            network,
            session,
        }
    }

    /// An adult, signed in.
    pub async fn adult(&self, role: Role) -> Adult<'_> {
        self.minutes_pass(1);
        let mut adult = self.visitor().await;
        adult.sign_in(self.person(role)).await;
        adult.network.take_sent();
        adult
    }

    /// Someone at a staff page who has not signed in.
    pub async fn visitor(&self) -> Adult<'_> {
        let network = Network::to(self.world.transport());
        let session = staff::Session::new(network.clone(), self.world.make_rng().await);
        Adult {
            fixture: self,
            network,
            session,
            totp_secret: None,
        }
    }

    /// The root set as the poster's fingerprint is made from.
    pub async fn root(&self) -> protocol::root::RootSet {
        let path = format!("/api/v1/schools/{SLUG}");
        let transport = self.world.transport();
        let view: protocol::api::SchoolView =
            client::call::get(&transport, None, path).await.unwrap();
        protocol::root::RootSet::decode(&view.directory.root.0).unwrap()
    }

    /// A pupil reports and is gone; gives back the receipt code.
    pub async fn report(&self, text: &str, leave_out: &[Role]) -> String {
        let mut pupil = self.pupil().await;
        let school = pupil.start().await;
        let words = pupil.send(draft(&school, text, leave_out)).await;
        self.minutes_pass(45);
        words
    }
}

/// Danger so that it is visible at once; the usual readers but those left out.
pub fn draft(school: &School, text: &str, leave_out: &[Role]) -> Draft {
    let chosen = school
        .readers
        .iter()
        .filter(|one| one.usual && !leave_out.contains(&one.role));
    Draft {
        danger: Danger::No,
        about: About::Me,
        categories: vec!["bullying".into()],
        readers: chosen.map(|one| one.key).collect(),
        text: text.into(),
    }
}

pub struct Pupil<'a> {
    pub fixture: &'a Fixture,
    pub network: Network,
    pub session: reporter::Session<Network, ChaCha20Rng>,
}

impl Pupil<'_> {
    pub async fn ask(&mut self, ask: reporter::message::Ask) -> reporter::message::Answer {
        self.session
            .answer(ask, self.fixture.world.now(), &mut |_| {})
            .await
    }

    pub async fn try_start(&mut self) -> reporter::message::Answer {
        let poster = Some(self.fixture.poster());
        self.ask(reporter::message::Ask::Start {
            slug: SLUG.into(),
            poster,
        })
        .await
    }

    pub async fn start(&mut self) -> School {
        match self.try_start().await {
            reporter::message::Answer::School(school) => school,
            other => panic!("{:?}", pupil_failure(&other)),
        }
    }

    pub async fn send(&mut self, draft: Draft) -> String {
        match self.ask(reporter::message::Ask::Send(draft)).await {
            reporter::message::Answer::Sent { words } => words.join(" "),
            other => panic!("{:?}", pupil_failure(&other)),
        }
    }

    pub async fn come_back(&mut self, words: &str) -> reporter::message::Mailbox {
        self.start().await;
        let ask = reporter::message::Ask::Return {
            words: words.into(),
        };
        mailbox(self.ask(ask).await)
    }
}

pub fn mailbox(answer: reporter::message::Answer) -> reporter::message::Mailbox {
    match answer {
        reporter::message::Answer::Mailbox(mailbox) => mailbox,
        other => panic!("{:?}", pupil_failure(&other)),
    }
}

pub fn pupil_failure(answer: &reporter::message::Answer) -> Option<&reporter::message::Failure> {
    match answer {
        reporter::message::Answer::Failed(failure) => Some(failure),
        _ => None,
    }
}

pub struct Adult<'a> {
    pub fixture: &'a Fixture,
    pub network: Network,
    pub session: staff::Session<Network, ChaCha20Rng>,
    /// Of whoever signed in.
    totp_secret: Option<String>,
}

impl Adult<'_> {
    /// Asks as the page does: what needs a fresh second factor is asked again with one.
    pub async fn ask(&mut self, ask: Ask) -> Answer {
        let answer = self.ask_once(ask.clone()).await;
        let (Some(Failure::ProofNeeded), Some(secret)) = (failure(&answer), &self.totp_secret)
        else {
            return answer;
        };
        self.fixture.minutes_pass(1);
        let code = code(secret, self.fixture.world.now()).unwrap();
        let proved = self
            .ask_once(Ask::Prove {
                code,
                passkey: None,
            })
            .await;
        assert!(matches!(proved, Answer::Proved));
        self.ask_once(ask).await
    }

    async fn ask_once(&mut self, ask: Ask) -> Answer {
        self.session
            .answer(ask, self.fixture.world.now(), &mut |_| {})
            .await
    }

    pub fn sign_in_ask(&self, person: &Person) -> Ask {
        Ask::SignIn {
            slug: SLUG.into(),
            user: person.user.clone(),
            password: person.password.clone(),
            account_secret: person.account_secret.clone(),
            code: code(&person.totp_secret, self.fixture.world.now()).unwrap(),
            passkey: None,
        }
    }

    pub async fn sign_in(&mut self, person: &Person) -> Me {
        match self.ask(self.sign_in_ask(person)).await {
            Answer::SignedIn(me) => {
                self.totp_secret = Some(person.totp_secret.clone());
                me
            }
            other => panic!("{:?}", failure(&other)),
        }
    }

    pub async fn board(&mut self) -> Board {
        match self.ask(Ask::Board { whole: true }).await {
            Answer::Board(changes) => {
                let mut board = Board::empty();
                board.change(changes);
                board
            }
            other => panic!("{:?}", failure(&other)),
        }
    }

    /// The only case on the board.
    pub async fn only_row(&mut self) -> BoardRow {
        let mut rows = self.board().await.rows;
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    pub async fn try_open(&mut self, case: CaseId) -> Answer {
        self.ask(Ask::Open {
            case,
            reason: Reason::OnDuty,
            detail: String::new(),
        })
        .await
    }

    pub async fn open(&mut self, case: CaseId) -> Case {
        case_of(self.try_open(case).await)
    }

    pub async fn on_case(&mut self, ask: Ask) -> Case {
        case_of(self.ask(ask).await)
    }
}

pub fn case_of(answer: Answer) -> Case {
    match answer {
        Answer::Case(case) => *case,
        other => panic!("{:?}", failure(&other)),
    }
}

pub fn failure(answer: &Answer) -> Option<&Failure> {
    match answer {
        Answer::Failed(failure) => Some(failure),
        _ => None,
    }
}
