//! A school with three root keys, a lead, a deputy, a head and an admin, brought in as an installation would.

use protocol::api::{
    DraftRequest, DraftView, Role, SignInAnswer, SignInRequest, SignatureAnswer, SignedDirectory,
};
use protocol::day::Day;
use protocol::directory::{Directory, Entry, Inbox, KeyStatus, Profile, USUAL_LIFE_DAYS};
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::header::DirectoryRef;
use protocol::id::{KeyId, SchoolId, StaffId};
use protocol::keys::{KemPublic, SUITE, SigningSecret, StaffSecret};
use protocol::root::{RootSet, sign_directory};
use protocol::vault::SEALED_LEN;
use rand_chacha::ChaCha20Rng;
use server::import::{Bundle, BundleSchool, BundleStaff, ImportError, Into, import};
use server::look::{Calendar, Look};
use server::randomness::Randomness;
use server::store::{How, Opening};
use totp_rs::Builder;

use crate::asking::post;
use crate::world::{World, keeper, rng};

pub struct Person {
    pub staff: StaffId,
    pub user: String,
    pub name: String,
    pub role: Role,
    pub auth: [u8; 32],
    pub totp: [u8; 20],
    pub vault: Vec<u8>,
    pub secret: Option<StaffSecret>,
}

pub struct School {
    pub id: SchoolId,
    pub slug: String,
    pub roots: Vec<SigningSecret>,
    pub root: RootSet,
    pub lead: Person,
    pub deputy: Person,
    pub head: Person,
    pub admin: Person,
    pub directory: Directory,
    pub rng: ChaCha20Rng,
}

impl Person {
    pub fn make(user: &str, role: Role, rng: &mut ChaCha20Rng) -> Self {
        use rand_core::Rng;
        let mut person = Self {
            staff: StaffId::make(rng),
            user: user.to_owned(),
            name: format!("Name of {user}"),
            role,
            auth: [0; 32],
            totp: [0; 20],
            vault: vec![6; SEALED_LEN],
            secret: role.reads().then(|| StaffSecret::make(rng)),
        };
        rng.fill_bytes(&mut person.auth);
        rng.fill_bytes(&mut person.totp);
        person
    }

    pub fn secret(&self) -> &StaffSecret {
        self.secret.as_ref().unwrap()
    }

    pub fn key(&self) -> KeyId {
        self.secret().kem.public().id()
    }

    pub fn code(&self, world: &World) -> String {
        code(&self.totp, world)
    }

    pub fn bundled(&self, school: SchoolId) -> BundleStaff {
        BundleStaff {
            staff: self.staff,
            user: self.user.clone(),
            name: self.name.clone(),
            place: "Room 4".to_owned(),
            role: self.role,
            admin: self.role == Role::Admin,
            salt: FixedBytes([5; 16]),
            auth: FixedBytes(self.auth),
            vault: Bytes(self.vault.clone()),
            totp_secret: Bytes(self.totp.to_vec()),
            public_keys: self
                .secret
                .as_ref()
                .map(|secret| secret.public(school, self.staff)),
        }
    }

    /// As a directory lists them.
    pub fn entry(&self, today: Day) -> Entry {
        let secret = self.secret();
        Entry {
            key_id: self.key(),
            suite: SUITE,
            kem_hash: secret.kem.public().hash(),
            signing: secret.signing.public(),
            role: self.role,
            inbox: Inbox::Safeguarding,
            status: KeyStatus::Active,
            from: today,
            to: today.plus_days(400),
            name: self.name.clone(),
            place: "Room 4".to_owned(),
        }
    }
}

impl School {
    /// Brings a school in.
    pub async fn bring_in(world: &World, slug: &str, seed: u64) -> Self {
        let school = Self::bring_in_closed(world, slug, seed).await;
        school.open(world).await;
        school
    }

    /// What a gate is for is tested in `opening`; everywhere else the school is open.
    pub async fn open(&self, world: &World) {
        let opening = Opening {
            how: How::Before,
            day: 0,
            by: None,
            in_log: true,
        };
        let mut transaction = world.database.write().await.unwrap();
        transaction.open_school(self.id, &opening).await.unwrap();
        transaction.commit().await.unwrap();
    }

    /// Brings a school in that did not go live.
    pub async fn bring_in_closed(world: &World, slug: &str, seed: u64) -> Self {
        let school = Self::make(world, slug, seed);
        school.import(world, &school.bundle()).await.unwrap();
        school
    }

    /// A school on paper: keys and a signed directory, unknown to the server.
    pub fn make(world: &World, slug: &str, seed: u64) -> Self {
        let mut rng = rng(seed);
        let id = SchoolId::make(&mut rng);
        let roots: Vec<_> = (0..3).map(|_| SigningSecret::make(&mut rng)).collect();
        let keys = roots.iter().map(SigningSecret::public).collect();
        let root = RootSet::new(id, 2, keys).unwrap();
        let lead = Person::make("lead", Role::Lead, &mut rng);
        let deputy = Person::make("deputy", Role::Deputy, &mut rng);
        let admin = Person::make("admin", Role::Admin, &mut rng);
        let head = Person::make("head", Role::Head, &mut rng);
        let today = Day(world.now().day());
        let directory = Directory {
            school: id,
            version: 1,
            prev_hash: FixedBytes([0; 32]),
            issued_day: today,
            expires_day: today.plus_days(USUAL_LIFE_DAYS),
            gateway_key_hash: world.server_key.derive_gateway_key(id).public().hash(),
            log_key: world.server_key.derive_log_key().public(),
            quorum: 0,
            witnesses: Vec::new(),
            profile: Profile::V1,
            entries: vec![lead.entry(today), deputy.entry(today), head.entry(today)],
        };
        Self {
            id,
            slug: slug.to_owned(),
            roots,
            root,
            lead,
            deputy,
            head,
            admin,
            directory,
            rng,
        }
    }

    pub async fn import(&self, world: &World, bundle: &Bundle) -> Result<(), ImportError> {
        let into = Into {
            database: &world.database,
            server_key: &world.server_key,
            log: &keeper(&world.server_key),
            now: world.now(),
            randomness: &Randomness::from_rng(rng(3)),
        };
        import(bundle, &into).await
    }

    pub fn bundle(&self) -> Bundle {
        let people = [&self.lead, &self.deputy, &self.head, &self.admin];
        let readers = [&self.lead, &self.deputy, &self.head];
        Bundle {
            school: BundleSchool {
                id: self.id,
                slug: self.slug.clone(),
                name: format!("School {}", self.slug),
                demo: false,
                region: "gb-eng".to_owned(),
                host: None,
                contacts: None,
                open: false,
                calendar: calendar(),
                publication_delay_minutes: 0,
            },
            directory: self.signed(&self.directory, &[0, 1]),
            public_keys: readers
                .map(|person| Bytes(person.secret().kem.public().to_bytes()))
                .to_vec(),
            staff: people.map(|person| person.bundled(self.id)).to_vec(),
        }
    }

    /// A directory signed by these root keys.
    pub fn signed(&self, directory: &Directory, signers: &[usize]) -> SignedDirectory {
        let sign = |signer: &usize| sign_directory(&self.roots[*signer], &directory.hash());
        SignedDirectory {
            root: Bytes(self.root.encode()),
            directory: Bytes(directory.encode().unwrap()),
            signatures: signers.iter().map(sign).collect(),
        }
    }

    pub fn directory_ref(&self) -> DirectoryRef {
        DirectoryRef {
            version: self.directory.version,
            hash: self.directory.hash(),
        }
    }

    /// Public keys of lead, deputy and head, in the directory's order.
    pub fn readers(&self) -> Vec<KemPublic> {
        [&self.lead, &self.deputy, &self.head]
            .map(|person| person.secret().kem.public())
            .to_vec()
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/schools/{}{rest}", self.slug)
    }

    /// Drafts a directory, signs it with two root keys and puts it in force.
    pub async fn put_in_force(&mut self, world: &World, next: Directory) {
        let admin = self.sign_in(world, &self.admin).await;
        let draft = DraftRequest {
            directory: Bytes(next.encode().unwrap()),
            public_keys: Vec::new(),
        };
        let view: DraftView = post("/api/v1/directory/drafts")
            .session(&admin)
            .json(&draft)
            .of(world)
            .await
            .ok();
        let path = format!(
            "/api/v1/directory/drafts/{}/signatures",
            to_base64url(&view.hash.0)
        );
        for (root, last) in [(&self.roots[0], false), (&self.roots[2], true)] {
            let signature = sign_directory(root, &view.hash);
            let answer: SignatureAnswer = post(&path)
                .session(&admin)
                .json(&signature)
                .of(world)
                .await
                .ok();
            assert_eq!(answer.in_force, last);
        }
        self.directory = next;
    }

    /// Signs in with the next code and gives the session token.
    pub async fn sign_in(&self, world: &World, person: &Person) -> String {
        world.clock.advance_seconds(30);
        let request = SignInRequest {
            user: person.user.clone(),
            auth: FixedBytes(person.auth),
            code: person.code(world),
            passkey: None,
        };
        let answer: SignInAnswer = post(self.path("/sign-in"))
            .json(&request)
            .of(world)
            .await
            .ok();
        to_base64url(&answer.session.0)
    }
}

/// The six digits of a second factor now.
pub fn code(secret: &[u8], world: &World) -> String {
    let generator = Builder::new().with_secret(secret).build_noncompliant();
    generator.generate(world.now().seconds()).to_string()
}

fn calendar() -> Calendar {
    Calendar {
        time_zone: "Europe/London".to_owned(),
        looks: vec![Look {
            weekday: 1,
            from: "08:00".to_owned(),
            to: "16:00".to_owned(),
        }],
        closed: Vec::new(),
    }
}
