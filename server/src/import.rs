//! `sotto school import`: brings in a school whose root keys and first directory were made elsewhere.
//!
//! Promise: everything is checked before anything is kept, in one transaction, with the log entry of the first
//! directory. A bundle holds derived sign-in secrets and second factors: destroy the file afterwards.

mod bundle;
mod keep;

use std::process::ExitCode;

pub use bundle::{Bundle, BundleSchool, BundleStaff};
pub use keep::{Parts, keep};
use protocol::api::{StaffState, StaffView};
use protocol::audit::Kind;
use protocol::day::Day;
use protocol::directory::{Directory, DirectoryFault, KeyStatus, Known, verify};
use protocol::encoding::to_base64url;
use protocol::id::SchoolId;
use protocol::keys::verify_possession;
use zeroize::Zeroizing;

use crate::argon::SlowHash;
use crate::clock::{Clock, Moment, SystemClock};
use crate::config;
use crate::data_folder::DataFolder;
use crate::log_keeper::{LogKeeper, Recorded};
use crate::look::{Calendar, CalendarError};
use crate::names::{self, BadName};
use crate::opening::opened_hash;
use crate::randomness::Randomness;
use crate::serve::{self, Failure};
use crate::server_key::ServerKey;
use crate::settings;
use crate::store::{Database, How, NewStaff, Opening, School, StoreError, Transaction};

/// Why a bundle is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The directory does not hold.
    #[error(transparent)]
    Directory(#[from] DirectoryFault),
    /// Something else in the bundle.
    #[error("{0}")]
    Wrong(String),
    /// A name breaks a rule.
    #[error("{0}")]
    Name(#[from] BadName),
    /// The calendar.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where a school is brought in.
pub struct Into<'a> {
    /// The data.
    pub database: &'a Database,
    /// Derives the gateway key and seals second factors.
    pub server_key: &'a ServerKey,
    /// Logs the first directory.
    pub log: &'a LogKeeper,
    /// When.
    pub now: Moment,
    /// Random bytes.
    pub randomness: &'a Randomness,
}

/// Checks a bundle and brings it in, all or nothing.
pub async fn import(bundle: &Bundle, into: &Into<'_>) -> Result<(), ImportError> {
    let school = School {
        id: bundle.school.id,
        slug: bundle.school.slug.clone(),
        name: bundle.school.name.clone(),
        demo: bundle.school.demo,
        region: bundle.school.region.clone(),
        host: bundle.school.host.clone(),
        calendar: serde_json::to_string(&bundle.school.calendar)
            .map_err(|error| wrong(&error.to_string()))?,
        publication_delay_minutes: bundle.school.publication_delay_minutes,
    };
    if bundle.school.open && !school.demo {
        return Err(wrong(
            "only a demo school opens without going through the gate",
        ));
    }
    names::check_slug(&school.slug)?;
    names::check_person(&school.name)?;
    Calendar::parse(&school.calendar)?;
    if let Some(contacts) = &bundle.school.contacts {
        settings::check_contacts(contacts)?;
    }
    let verified = verify(&bundle.directory, &Known::default(), Day(into.now.day()))?;
    check_directory(bundle, verified.directory(), into)?;
    let mut accounts = Vec::new();
    for person in &bundle.staff {
        accounts.push(account(bundle, person, verified.directory(), into).await?);
    }
    let mut transaction = into.database.write().await?;
    let parts = Parts {
        school: &school,
        directory: &bundle.directory,
        public_keys: &bundle.public_keys,
        accounts: &accounts,
        contacts: bundle.school.contacts.as_ref(),
    };
    let mut recorded = keep(&mut transaction, &parts, &verified, into).await?;
    if bundle.school.open {
        recorded = open_demo(&mut transaction, school.id, into).await?;
    }
    Ok(into.log.commit(transaction, &recorded).await?)
}

/// A demo school is looked at, not gone live with. The log says that it did not go through the gate.
async fn open_demo(
    transaction: &mut Transaction,
    school: SchoolId,
    into: &Into<'_>,
) -> Result<Recorded, ImportError> {
    let opening = Opening {
        how: How::Demo,
        day: into.now.day(),
        by: None,
        in_log: true,
    };
    transaction.open_school(school, &opening).await?;
    let what = opened_hash(school, &opening);
    keep::record(transaction, school, Kind::SchoolOpened, what, into).await
}

fn check_directory(
    bundle: &Bundle,
    directory: &Directory,
    into: &Into<'_>,
) -> Result<(), ImportError> {
    let gateway = into
        .server_key
        .derive_gateway_key(bundle.school.id)
        .public();
    if directory.school != bundle.school.id || directory.version != 1 {
        return Err(wrong("the directory must be version 1 of this school"));
    }
    if directory.gateway_key_hash != gateway.hash() || directory.log_key != into.log.verifying_key()
    {
        return Err(wrong(
            "the directory names another server's keys; see `sotto school keys`",
        ));
    }
    let missing = directory
        .entries
        .iter()
        .find(|entry| entry.find_key(&bundle.public_keys).is_none());
    missing.map_or(Ok(()), |entry| {
        Err(wrong(&format!(
            "the public key of {:?} is missing",
            entry.name
        )))
    })
}

async fn account(
    bundle: &Bundle,
    person: &BundleStaff,
    directory: &Directory,
    into: &Into<'_>,
) -> Result<NewStaff, ImportError> {
    names::check_user(&person.user)?;
    names::check_person(&person.name)?;
    names::check_place(&person.place)?;
    names::check_vault(&person.vault.0)?;
    if person.role.reads() != person.public_keys.is_some() {
        return Err(wrong(&format!(
            "{:?}: readers have keys, admins have none",
            person.user
        )));
    }
    let school = bundle.school.id;
    let possession = person
        .public_keys
        .as_ref()
        .map(|keys| verify_possession(keys, school, person.staff));
    let key = possession
        .transpose()
        .map_err(|_| wrong(&format!("{:?}: the keys are not proven", person.user)))?;
    let key = key.map(|key| key.id());
    let entry = key.and_then(|key| directory.entry(&key));
    let named = entry.is_some_and(|entry| entry.status == KeyStatus::Active);
    let hashed = SlowHash::default()
        .make(Zeroizing::new(person.auth.0), into.randomness.bytes())
        .await;
    let mut rng = into.randomness.make_rng();
    Ok(NewStaff {
        view: StaffView {
            staff: person.staff,
            school,
            name: person.name.clone(),
            place: person.place.clone(),
            user: person.user.clone(),
            role: person.role,
            admin: person.admin,
            key,
            public_keys: person.public_keys.clone(),
            state: if named || key.is_none() {
                StaffState::Active
            } else {
                StaffState::Waiting
            },
        },
        salt: person.salt.0,
        verifier: hashed.map_err(|_| wrong("hashing failed"))?,
        vault: person.vault.0.clone(),
        second_factor: into.server_key.seal_second_factor(
            school,
            person.staff,
            &person.totp_secret.0,
            &mut rng,
        ),
    })
}

fn wrong(what: &str) -> ImportError {
    ImportError::Wrong(what.to_owned())
}

/// The command.
pub async fn run(options: &config::Import) -> Result<ExitCode, Failure> {
    let text = Zeroizing::new(std::fs::read(&options.file)?);
    let bundle: Bundle = serde_json::from_slice(&text)?;
    let opened = serve::open(&options.store).await?;
    let into = Into {
        database: &opened.database,
        server_key: &opened.server_key,
        log: &opened
            .log_keeper(&options.store, &options.log.origin)
            .await?,
        now: SystemClock.now(),
        randomness: &opened.randomness,
    };
    import(&bundle, &into).await?;
    opened.database.close().await;
    println!("{} is here: /s/{}", bundle.school.name, bundle.school.slug);
    println!(
        "The bundle holds sign-in secrets. Destroy {} now.",
        options.file.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// The command that prints which keys a first directory must name.
pub fn print_keys(options: &config::Keys) -> Result<ExitCode, Failure> {
    let folder = DataFolder::open(&options.data)?;
    let server_key = ServerKey::load_or_make(&folder, &mut Randomness::system().make_rng())?;
    let gateway = server_key
        .derive_gateway_key(SchoolId(options.school))
        .public();
    let log = server_key.derive_log_key().public();
    let (gateway, log) = (to_base64url(&gateway.to_bytes()), to_base64url(&log.0));
    println!("{{\"gateway\":\"{gateway}\",\"log_key\":\"{log}\"}}");
    Ok(ExitCode::SUCCESS)
}
