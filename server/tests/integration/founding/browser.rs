//! One person at one browser while a school is founded: the very sessions that run there.

use client::staff::Session;
use client::staff::message::{Answer, Ask, Failure, FounderKit, Founding, FoundingStep, Me};
use protocol::api::{
    ClosedDays, Contacts, FounderName, FoundingBeginRequest, GateView, LookingHour, LookingHours,
    SchoolSettings,
};
use protocol::encoding::{FixedBytes, from_base64url};
use protocol::id::Hash;
use rand_chacha::ChaCha20Rng;
use server::founding;
use totp_rs::Builder;

use crate::asking::{Asking, post};
use crate::story::InMemory;
use crate::world::{World, rng};

pub const PASSWORD: &str = "a long enough passphrase";

pub struct Browser<'a> {
    world: &'a World,
    session: Session<InMemory, ChaCha20Rng>,
    pub token: String,
    otpauth: String,
}

impl<'a> Browser<'a> {
    pub fn new(world: &'a World, token: String, seed: u64) -> Self {
        Self {
            world,
            session: Session::new(InMemory(world.router.clone()), rng(seed)),
            token,
            otpauth: String::new(),
        }
    }

    /// One for each link.
    pub fn each(world: &'a World, links: &[String]) -> Vec<Self> {
        let links = (10..).zip(links);
        links
            .map(|(seed, link)| Self::new(world, link.clone(), seed))
            .collect()
    }

    async fn ask(&mut self, ask: Ask) -> Result<Answer, Failure> {
        let now = self.world.timestamp();
        match self.session.answer(ask, now, &mut |_| {}).await {
            Answer::Failed(failure) => Err(failure),
            answer => Ok(answer),
        }
    }

    async fn step(&mut self, step: FoundingStep) -> Result<Answer, Failure> {
        let token = self.token.clone();
        let step = Box::new(step);
        self.ask(Ask::Founding { token, step }).await
    }

    pub async fn look(&mut self) -> Founding {
        match self.step(FoundingStep::Look).await {
            Ok(Answer::Founding(founding)) => *founding,
            _ => panic!("the link works"),
        }
    }

    /// The three tokens.
    pub async fn begin(&mut self) -> Vec<String> {
        let step = FoundingStep::Begin {
            slug: "st-hilda".to_owned(),
            settings: Box::new(settings()),
            founders: founders(),
        };
        let Ok(Answer::FounderLinks(links)) = self.step(step).await else {
            panic!("three links")
        };
        let token = |link: &str| link.strip_prefix("/staff#found=").unwrap().to_owned();
        links.iter().map(|link| token(&link.link)).collect()
    }

    pub async fn try_join(&mut self, user: &str) -> Result<FounderKit, Failure> {
        self.otpauth = self.look().await.otpauth.expect("no keys yet");
        let step = FoundingStep::Join {
            user: user.to_owned(),
            password: PASSWORD.to_owned(),
            code: code(self.world, &self.otpauth),
        };
        match self.step(step).await? {
            Answer::FounderKit(kit) => Ok(*kit),
            _ => panic!("a kit"),
        }
    }

    pub async fn join(&mut self, user: &str) -> FounderKit {
        let joined = self.try_join(user).await;
        joined.unwrap_or_else(|failure| panic!("{failure:?}"))
    }

    pub async fn sign(&mut self, root_key: &str, compared: Vec<Hash>) -> Result<Founding, Failure> {
        let root_key = root_key.to_owned();
        match self.step(FoundingStep::Sign { root_key, compared }).await? {
            Answer::Founding(founding) => Ok(*founding),
            _ => panic!("how it stands"),
        }
    }

    /// What stands for the words of the others.
    pub async fn others(&mut self) -> Vec<Hash> {
        let founders = self.look().await.founders;
        let others = founders.into_iter().filter(|founder| !founder.you);
        others.filter_map(|founder| founder.keys).collect()
    }

    pub async fn gate(&mut self) -> GateView {
        match self.ask(Ask::Gate).await {
            Ok(Answer::Gate(gate)) => gate,
            _ => panic!("signed in"),
        }
    }

    /// With the kit, the password, and the code that was shown when joining: it is good for one first sign-in.
    pub async fn sign_in(&mut self, kit: &FounderKit) -> Me {
        let ask = Ask::SignIn {
            slug: "st-hilda".to_owned(),
            user: kit.user.clone(),
            password: PASSWORD.to_owned(),
            account_secret: kit.account_secret.clone(),
            code: code(self.world, &self.otpauth),
            passkey: None,
        };
        match self.ask(ask).await {
            Ok(Answer::SignedIn(me)) => me,
            Ok(_) => panic!("signed in"),
            Err(failure) => panic!("{failure:?}"),
        }
    }
}

/// Names everybody and lets all three join.
pub async fn found<'a>(console: &mut Browser<'a>) -> (Vec<Browser<'a>>, Vec<FounderKit>) {
    let links = console.begin().await;
    let mut people = Browser::each(console.world, &links);
    let mut kits = Vec::new();
    for (person, user) in people.iter_mut().zip(["lead", "deputy", "admin"]) {
        kits.push(person.join(user).await);
    }
    (people, kits)
}

/// The token on the console of a server that has just started.
pub async fn link(world: &World) -> String {
    let link = founding::invite(&world.app).await.unwrap();
    link.expect("no school is here").token.to_string()
}

pub fn parsed(token: &str) -> FixedBytes<32> {
    FixedBytes(from_base64url(token).unwrap().try_into().unwrap())
}

pub fn begin_with(token: &str, change: impl Fn(&mut FoundingBeginRequest)) -> Asking {
    let mut request = FoundingBeginRequest {
        token: parsed(token),
        slug: "st-hilda".to_owned(),
        settings: settings(),
        founders: founders(),
    };
    change(&mut request);
    post("/api/v1/founding/begin").json(&request)
}

pub fn code(world: &World, otpauth: &str) -> String {
    let secret = otpauth.split_once("secret=").unwrap().1;
    let secret = secret.split('&').next().unwrap();
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let generator = Builder::new().with_secret(secret).build().unwrap();
    generator.generate(world.now().seconds()).to_string()
}

fn settings() -> SchoolSettings {
    SchoolSettings {
        name: "St Hilda".to_owned(),
        region: "gb-eng".to_owned(),
        hours: LookingHours {
            time_zone: "Europe/London".to_owned(),
            looks: vec![LookingHour {
                weekday: 1,
                from: "08:15".to_owned(),
                to: "16:30".to_owned(),
            }],
            closed: vec![ClosedDays {
                from: "2026-12-21".to_owned(),
                to: "2027-01-01".to_owned(),
            }],
        },
        contacts: Contacts {
            controller: "St Hilda Trust, ZA000000".to_owned(),
            officer: "Ada Data, dpo@st-hilda.example".to_owned(),
            complaints: "The school office, then the regulator".to_owned(),
        },
    }
}

fn founders() -> [FounderName; 3] {
    ["Ms Lead", "Mr Deputy", "Ms Admin"].map(|name| FounderName {
        name: name.to_owned(),
        place: String::new(),
    })
}
