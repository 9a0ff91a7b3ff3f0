//! The next directory from the people there are: made in the browser, so that the server cannot choose the keys.

use protocol::api::{DraftRequest, PeopleView, Role, StaffState, StaffView};
use protocol::day::{Day, Timestamp};
use protocol::directory::{ACTIVATION_DAYS, Directory, Entry, Inbox, KeyStatus, MAX_LIFE_DAYS};
use protocol::encoding::Bytes;
use protocol::keys::{SUITE, verify_possession};

use super::message::Failure;
use crate::school::KnownSchool;

/// A directory that ends within this many days should be signed again.
const RENEW_DAYS: u32 = 7;
/// Years a key may receive before it must be replaced.
const KEY_YEARS: u32 = 2;

/// A draft of the next version with the public keys it names for the first time.
pub fn next_directory(
    school: &KnownSchool,
    people: &PeopleView,
    now: Timestamp,
    at_once: bool,
) -> Result<DraftRequest, Failure> {
    let (directory, public_keys) = draft(school, people, now.day(), at_once);
    let bytes = directory.encode().ok_or(Failure::Conflict)?;
    Ok(DraftRequest {
        directory: Bytes(bytes),
        public_keys,
    })
}

/// True when the people there are and the signed directory differ, or the directory ends soon.
#[must_use]
pub fn needs_draft(school: &KnownSchool, people: &PeopleView, now: Timestamp) -> bool {
    let current = school.directory();
    let (next, _) = draft(school, people, now.day(), false);
    next.entries != current.entries || current.expires_day.days_since(now.day()) <= RENEW_DAYS
}

fn draft(
    school: &KnownSchool,
    people: &PeopleView,
    today: Day,
    at_once: bool,
) -> (Directory, Vec<Bytes>) {
    let mut directory = school.directory().successor(today);
    if school.demo {
        // A demo is looked at weeks after it was made, and nobody is there to sign again.
        directory.expires_day = today.plus_days(MAX_LIFE_DAYS);
    }
    for entry in &mut directory.entries {
        let account = people
            .staff
            .iter()
            .find(|person| person.key == Some(entry.key_id));
        if let Some(person) = account {
            follow(entry, person);
        }
        // Never taken out: older replies must still find the key that signed them.
        if school.is_withdrawn(entry.key_id) {
            entry.status = KeyStatus::Revoked;
        }
    }
    let mut public_keys = Vec::new();
    for person in &people.staff {
        if let Some((entry, key)) = newcomer(school, &directory, person, today, at_once) {
            directory.entries.push(entry);
            public_keys.push(key);
        }
    }
    (directory, public_keys)
}

/// The account decides what the entry says of the person, not which key it names.
fn follow(entry: &mut Entry, person: &StaffView) {
    if person.state == StaffState::Ended {
        entry.status = KeyStatus::Revoked;
        return;
    }
    entry.name.clone_from(&person.name);
    entry.place.clone_from(&person.place);
    entry.role = person.role;
    entry.inbox = inbox(person.role);
}

/// An entry for someone with keys whom the directory does not name yet, if they proved that the keys are theirs.
fn newcomer(
    school: &KnownSchool,
    directory: &Directory,
    person: &StaffView,
    today: Day,
    at_once: bool,
) -> Option<(Entry, Bytes)> {
    let keys = person.public_keys.as_ref()?;
    let public = verify_possession(keys, school.directory().school, person.staff).ok()?;
    let named = directory.entry(&public.id()).is_some();
    if named || person.state == StaffState::Ended || !person.role.reads() {
        return None;
    }
    // 48 hours to object to a key, or one signature more (protocol 5).
    let from = today.plus_days(if at_once { 0 } else { ACTIVATION_DAYS });
    let entry = Entry {
        key_id: public.id(),
        suite: SUITE,
        kem_hash: public.hash(),
        signing: keys.signing,
        role: person.role,
        inbox: inbox(person.role),
        status: KeyStatus::Active,
        from,
        to: from.plus_years(KEY_YEARS),
        name: person.name.clone(),
        place: person.place.clone(),
    };
    Some((entry, keys.kem.clone()))
}

/// Who looks after which inbox.
#[must_use]
pub const fn inbox(role: Role) -> Inbox {
    match role {
        Role::Head => Inbox::Head,
        Role::Chair => Inbox::Chair,
        Role::Lead | Role::Deputy | Role::Reader | Role::Admin => Inbox::Safeguarding,
    }
}
