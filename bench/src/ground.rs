//! A school with as many readers as asked for, brought into a fresh data folder as an installation would.

use std::path::Path;

use client::staff::account::make_account;
use protocol::api::{Role, SignedDirectory};
use protocol::day::Day;
use protocol::directory::{Directory, Entry, Inbox, KeyStatus, MAX_LIFE_DAYS, Profile};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::header::DirectoryRef;
use protocol::id::{SchoolId, StaffId};
use protocol::keys::{KemPublic, SUITE, SigningSecret, StaffSecret};
use protocol::root::{RootSet, sign_directory};
use protocol::vault::SEALED_LEN;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use server::clock::{Clock, Moment, SystemClock};
use server::data_folder::DataFolder;
use server::import::{Bundle, BundleSchool, BundleStaff, Into, import};
use server::log_keeper::LogKeeper;
use server::look::{Calendar, Look};
use server::randomness::Randomness;
use server::server_key::ServerKey;
use server::store::{Database, Limits, Location};

use crate::Failure;

/// What `sotto serve` calls its log when it is not told another name.
const LOG_ORIGIN: &str = "sotto.local/log";
/// Of the lead, who can sign in from a browser.
pub const PASSWORD: &str = "a long password for measuring";

/// Somebody who signs in.
pub struct Lead {
    /// Account.
    pub staff: StaffId,
    /// Sign-in name.
    pub user: String,
    /// As in the recovery kit.
    pub account_secret: String,
    /// What the browser derives from password and kit.
    pub auth: [u8; 32],
    /// Secret of the one-time codes.
    pub totp: [u8; 20],
}

/// A school that was brought in.
pub struct School {
    /// Id.
    pub id: SchoolId,
    /// Name in addresses.
    pub slug: String,
    /// The readers' keys in the directory's order; the lead's comes first.
    pub readers: Vec<KemPublic>,
    /// The directory in force.
    pub directory: DirectoryRef,
    /// Requests are sealed to it.
    pub gateway: KemPublic,
    /// Makes challenges of puzzles, as another node would.
    pub server_key: ServerKey,
    /// The lead.
    pub lead: Lead,
}

/// The data folder, opened in this process.
pub struct Ground {
    /// The database.
    pub database: Database,
    /// The server's secret.
    pub server_key: ServerKey,
    /// Writes the log.
    pub log: LogKeeper,
    /// Fresh randomness.
    pub randomness: Randomness,
}

impl Ground {
    /// Opens data folder and database, making what is not there.
    pub async fn open(data: &Path, database: Option<&str>) -> Result<Self, Failure> {
        let randomness = Randomness::system();
        let folder = DataFolder::open(data)?;
        let server_key = ServerKey::load_or_make(&folder, &mut randomness.make_rng())?;
        let location = Location::parse(database, folder.path())?;
        let shreds = Location::shred(None, &location, folder.path())?;
        let shreds = server::shred::Shreds::open(&shreds, Randomness::system()).await?;
        let database = Database::open(&location, shreds).await?;
        let log =
            LogKeeper::new(server_key.derive_log_key(), LOG_ORIGIN).ok_or("the log has no name")?;
        Ok(Self {
            database,
            server_key,
            log,
            randomness,
        })
    }

    /// Now.
    pub fn now(&self) -> Moment {
        SystemClock.now()
    }

    /// Brings in a school with so many readers.
    pub async fn school(&self, slug: &str, readers: usize) -> Result<School, Failure> {
        self.school_with(slug, readers, 0).await
    }

    /// The same, with keys of people who read no more: their entries stay in the directory, since older words are theirs.
    pub async fn school_with(
        &self,
        slug: &str,
        readers: usize,
        former: usize,
    ) -> Result<School, Failure> {
        let mut rng = self.randomness.make_rng();
        let id = SchoolId::make(&mut rng);
        let today = Day(self.now().day());
        let (lead, account, public) = lead(id, &mut rng)?;
        let mut people = vec![(account, public)];
        for number in 1..readers + former {
            people.push(reader(id, number, &mut rng));
        }
        let mut entries = people
            .iter()
            .map(|(account, key)| entry(account, key, today))
            .collect::<Result<Vec<_>, _>>()?;
        for entry in &mut entries[readers..] {
            entry.status = KeyStatus::DecryptOnly;
        }
        let roots: Vec<_> = (0..3).map(|_| SigningSecret::make(&mut rng)).collect();
        let root = RootSet::new(id, 2, roots.iter().map(SigningSecret::public).collect())?;
        let gateway = self.server_key.derive_gateway_key(id).public();
        let directory = Directory {
            school: id,
            version: 1,
            prev_hash: FixedBytes([0; 32]),
            issued_day: today,
            expires_day: today.plus_days(MAX_LIFE_DAYS),
            gateway_key_hash: gateway.hash(),
            log_key: self.log.verifying_key(),
            quorum: 0,
            witnesses: Vec::new(),
            profile: Profile::V1,
            entries,
        };
        let bundle = bundle(slug, &directory, &root, &roots, &people)?;
        let into = Into {
            database: &self.database,
            server_key: &self.server_key,
            log: &self.log,
            now: self.now(),
            randomness: &self.randomness,
        };
        import(&bundle, &into).await?;
        // A day as busy as this machine can make it is what is measured here.
        let limits = Limits {
            daily_budget: 1_000_000,
            term: 0,
        };
        let mut transaction = self.database.write().await?;
        transaction.set_limits(id, &limits).await?;
        transaction.commit().await?;
        Ok(School {
            id,
            slug: slug.to_owned(),
            readers: people
                .into_iter()
                .take(readers)
                .map(|(_, key)| key)
                .collect(),
            directory: DirectoryRef {
                version: 1,
                hash: directory.hash(),
            },
            gateway,
            server_key: self.server_key.clone(),
            lead,
        })
    }
}

impl Ground {
    /// The lead's last day is so many days ahead.
    pub async fn leaves(&self, school: &School, days: u32) -> Result<(), Failure> {
        let last_day = Some(self.now().day() + days);
        let mut transaction = self.database.write().await?;
        let staff = school.lead.staff;
        transaction.set_last_day(school.id, staff, last_day).await?;
        Ok(transaction.commit().await?)
    }
}

type Reader = (BundleStaff, KemPublic);

/// An account as a browser makes it.
fn lead(
    school: SchoolId,
    rng: &mut ChaCha20Rng,
) -> Result<(Lead, BundleStaff, KemPublic), Failure> {
    let staff = StaffId::make(rng);
    let made = make_account(school, staff, PASSWORD, rng).map_err(|error| error.to_string())?;
    let key = KemPublic::from_bytes(&made.public_keys.kem.0)?;
    let mut totp = [0; 20];
    rng.fill_bytes(&mut totp);
    let lead = Lead {
        staff,
        user: "lead".to_owned(),
        account_secret: made.account_secret.to_string(),
        auth: made.auth.0,
        totp,
    };
    let account = BundleStaff {
        staff,
        user: lead.user.clone(),
        name: "Lead".to_owned(),
        place: "Room 1".to_owned(),
        role: Role::Lead,
        admin: true,
        salt: made.salt,
        auth: made.auth,
        vault: Bytes(made.vault),
        totp_secret: Bytes(totp.to_vec()),
        public_keys: Some(made.public_keys),
    };
    Ok((lead, account, key))
}

/// Somebody who has keys and never signs in.
fn reader(school: SchoolId, number: usize, rng: &mut ChaCha20Rng) -> Reader {
    let staff = StaffId::make(rng);
    let secret = StaffSecret::make(rng);
    let account = BundleStaff {
        staff,
        user: format!("reader{number}"),
        name: format!("Reader {number}"),
        place: format!("Room {number}"),
        role: Role::Deputy,
        admin: false,
        salt: FixedBytes([5; 16]),
        auth: FixedBytes([6; 32]),
        vault: Bytes(vec![6; SEALED_LEN]),
        totp_secret: Bytes(vec![7; 20]),
        public_keys: Some(secret.public(school, staff)),
    };
    (account, secret.kem.public())
}

fn entry(account: &BundleStaff, key: &KemPublic, today: Day) -> Result<Entry, Failure> {
    let public = account.public_keys.as_ref().ok_or("a reader has keys")?;
    Ok(Entry {
        key_id: key.id(),
        suite: SUITE,
        kem_hash: key.hash(),
        signing: public.signing,
        role: account.role,
        inbox: Inbox::Safeguarding,
        status: KeyStatus::Active,
        from: today,
        to: today.plus_years(2),
        name: account.name.clone(),
        place: account.place.clone(),
    })
}

fn bundle(
    slug: &str,
    directory: &Directory,
    root: &RootSet,
    roots: &[SigningSecret],
    people: &[Reader],
) -> Result<Bundle, Failure> {
    let calendar = Calendar {
        time_zone: "Europe/London".to_owned(),
        looks: vec![Look {
            weekday: 1,
            from: "08:15".to_owned(),
            to: "16:30".to_owned(),
        }],
        closed: Vec::new(),
    };
    Ok(Bundle {
        school: BundleSchool {
            id: directory.school,
            slug: slug.to_owned(),
            name: format!("School {slug}"),
            demo: true,
            region: "gb-eng".to_owned(),
            host: None,
            open: true,
            calendar,
            publication_delay_minutes: 0,
            contacts: None,
        },
        directory: SignedDirectory {
            root: Bytes(root.encode()),
            directory: Bytes(
                directory
                    .encode()
                    .ok_or("a directory that cannot be written")?,
            ),
            signatures: roots
                .iter()
                .take(2)
                .map(|key| sign_directory(key, &directory.hash()))
                .collect(),
        },
        public_keys: people
            .iter()
            .map(|(_, key)| Bytes(key.to_bytes()))
            .collect(),
        staff: people.iter().map(|(account, _)| account.clone()).collect(),
    })
}
