//! The school's first day: root keys on paper, a directory signed by enough of them, accounts made by their people.

use std::collections::BTreeMap;

use client::staff::account::make_account;
use client::staff::inbox;
use protocol::api::{Contacts, SignedDirectory};
use protocol::day::Timestamp;
use protocol::directory::{Directory, Entry, KeyStatus, MAX_LIFE_DAYS, Profile};
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::id::{SchoolId, StaffId};
use protocol::keys::{KemPublic, SUITE, SigningSecret};
use protocol::kit::write_root;
use protocol::root::{RootSet, sign_directory};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use server::import::{Bundle, BundleSchool, BundleStaff};
use server::look::{Calendar, Look};
use totp_rs::Secret;
use zeroize::Zeroizing;

use crate::fault::{During, Fault, Needed};
use crate::file::{DemoFile, Person};
use crate::people::{ADULTS, Adult, SCHOOL, SLUG, THRESHOLD};
use crate::world::World;

/// Years a key may receive.
const KEY_YEARS: u32 = 2;

/// Everything that was made on the first day.
pub struct Made {
    pub bundle: Bundle,
    pub file: DemoFile,
}

/// Makes the school's bundle and the file that says how to be its people.
pub async fn make(world: &World, open: bool) -> Result<Made, Fault> {
    let mut rng = world.make_rng().await;
    let id = SchoolId::make(&mut rng);
    let mut roots: Vec<(SigningSecret, String)> = Vec::new();
    let mut staff = Vec::new();
    let mut entries = Vec::new();
    let mut public_keys = Vec::new();
    let mut people = Vec::new();
    for adult in &ADULTS {
        let root_key = adult.root.then(|| make_root(&mut rng));
        let (account, entry, secret) = account(adult, id, world.now(), &mut rng)?;
        if let Some((entry, key)) = entry {
            entries.push(entry);
            public_keys.push(key);
        }
        let person = Person {
            role: adult.role,
            name: adult.name.into(),
            user: adult.user.into(),
            password: adult.password.into(),
            account_secret: secret.to_string(),
            totp_secret: Secret::from(account.totp_secret.0.as_slice()).to_base32(),
            root_key: root_key.as_ref().map(|(_, text)| text.clone()),
            link: String::new(),
        };
        people.push(person.with_link(SLUG)?);
        roots.extend(root_key);
        staff.push(account);
    }
    let keys = roots.iter().map(|(key, _)| key.public()).collect();
    let root = RootSet::new(id, THRESHOLD, keys).during("making the root set")?;
    let directory = directory(world, id, entries);
    let signed = SignedDirectory {
        root: Bytes(root.encode()),
        directory: Bytes(directory.encode().needed("a sound directory")?),
        signatures: roots
            .iter()
            .take(usize::from(THRESHOLD))
            .map(|(key, _)| sign_directory(key, &directory.hash()))
            .collect(),
    };
    let fingerprint = to_base64url(&root.fingerprint().0);
    let bundle = Bundle {
        school: school(id, open),
        directory: signed,
        public_keys,
        staff,
    };
    let file = DemoFile {
        slug: SLUG.into(),
        school_name: SCHOOL.into(),
        poster_path: format!("/s/{SLUG}#k={fingerprint}&v=1"),
        people,
        codes: BTreeMap::new(),
    };
    Ok(Made { bundle, file })
}

fn make_root(rng: &mut ChaCha20Rng) -> (SigningSecret, String) {
    let mut seed = Zeroizing::new([0; 32]);
    rng.fill_bytes(seed.as_mut());
    let text = write_root(&seed).to_string();
    (SigningSecret::from_seed(seed), text)
}

type Made1 = (BundleStaff, Option<(Entry, Bytes)>, Zeroizing<String>);

fn account(
    adult: &Adult,
    school: SchoolId,
    now: Timestamp,
    rng: &mut ChaCha20Rng,
) -> Result<Made1, Fault> {
    let staff = StaffId::make(rng);
    let account =
        make_account(school, staff, adult.password, rng).during("stretching a password")?;
    let public = KemPublic::from_bytes(&account.public_keys.kem.0).during("making a key")?;
    let entry = Entry {
        key_id: public.id(),
        suite: SUITE,
        kem_hash: public.hash(),
        signing: account.public_keys.signing,
        role: adult.role,
        inbox: inbox(adult.role),
        status: KeyStatus::Active,
        from: now.day(),
        to: now.day().plus_years(KEY_YEARS),
        name: adult.name.into(),
        place: adult.place.into(),
    };
    let reads = adult.role.reads();
    let mut totp_secret = vec![0; server::second_factor::SECRET_LEN];
    rng.fill_bytes(&mut totp_secret);
    let bundle = BundleStaff {
        staff,
        user: adult.user.into(),
        name: adult.name.into(),
        place: adult.place.into(),
        role: adult.role,
        admin: adult.admin,
        salt: account.salt,
        auth: account.auth,
        vault: Bytes(account.vault),
        totp_secret: Bytes(totp_secret),
        public_keys: reads.then_some(account.public_keys),
    };
    let entry = reads.then(|| (entry, Bytes(public.to_bytes())));
    Ok((bundle, entry, account.account_secret))
}

fn directory(world: &World, school: SchoolId, entries: Vec<Entry>) -> Directory {
    let today = world.now().day();
    let parts = &world.app().parts;
    Directory {
        school,
        version: 1,
        prev_hash: FixedBytes([0; 32]),
        issued_day: today,
        // A demo is looked at weeks after it was made.
        expires_day: today.plus_days(MAX_LIFE_DAYS),
        gateway_key_hash: parts.server_key.derive_gateway_key(school).public().hash(),
        log_key: parts.log.verifying_key(),
        quorum: 0,
        witnesses: Vec::new(),
        profile: Profile::V1,
        entries,
    }
}

/// Someone looks on school days from a quarter past eight to half past four.
fn school(id: SchoolId, open: bool) -> BundleSchool {
    let look = |weekday| Look {
        weekday,
        from: "08:15".into(),
        to: "16:30".into(),
    };
    BundleSchool {
        id,
        slug: SLUG.into(),
        name: SCHOOL.into(),
        demo: true,
        region: "gb-eng".into(),
        host: None,
        contacts: Some(Contacts {
            controller: "Thornmere School (made up)".into(),
            officer: "Ms Ada Data (made up), dpo@thornmere.example".into(),
            complaints: "The school office first; then the regulator for data protection".into(),
        }),
        open,
        calendar: Calendar {
            time_zone: "Europe/London".into(),
            looks: (1..=5).map(look).collect(),
            closed: Vec::new(),
        },
        publication_delay_minutes: 30,
    }
}
