//! The school as a pupil sees it: who can read, and whether the poster vouches for the list.

use protocol::directory::{Entry, Inbox};
use protocol::gateway::text_limit;

use super::message::{Reader, School};
use crate::school::KnownSchool;
use crate::text;

/// What the page shows of a checked school.
#[must_use]
pub fn shown(school: &KnownSchool) -> School {
    let root = school.verified().root();
    School {
        name: school.name.clone(),
        demo: school.demo,
        region: school.region.clone(),
        next_look: school.next_look.clone(),
        publication_delay_minutes: school.publication_delay_minutes,
        readers: school.readers().map(reader).collect(),
        poster_checked: school.verified().is_pinned(),
        fingerprint_words: text::six_words(&root.fingerprint().0),
        text_limit: limit(school),
        ends_day: school.ends_day,
        open: school.open,
    }
}

/// UTF-8 bytes a text may have.
#[must_use]
pub fn limit(school: &KnownSchool) -> u32 {
    text_limit(school.slots().count())
}

fn reader(entry: &Entry) -> Reader {
    Reader {
        key: entry.key_id,
        name: entry.name.clone(),
        role: entry.role,
        place: entry.place.clone(),
        usual: entry.inbox == Inbox::Safeguarding,
    }
}
