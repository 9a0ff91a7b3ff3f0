//! The gate a school goes through before its pupils can write: what must be done, looked at in the live state.
//!
//! Promise: an item is done only when it is seen to be. Once open a school stays open; what is undone afterwards is shown
//! again, but a pupil who knows the address is not turned away for it.

mod untried;

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use protocol::api::{GateItem, GateLine, SignOff, TermsText};
use protocol::audit::{Kind, NO_KEY};
use protocol::day::Day;
use protocol::directory::{Entry, Inbox};
use protocol::encoding::FixedBytes;
use protocol::id::{Hash, SchoolId};
use sha2::{Digest, Sha256};

use self::untried::untried;
use crate::app::App;
use crate::check;
use crate::copies::Copies;
use crate::handlers::leavers::working_keys;
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::look::Calendar;
use crate::problem::ApiError;
use crate::store::{How, Opening, School, Signed, Transaction};
use crate::terms;

/// Readers each inbox needs, so that one of them can be away.
const READERS: usize = 2;
const INBOXES: [Inbox; 3] = [Inbox::Safeguarding, Inbox::Head, Inbox::Chair];
const OPENED_LABEL: &[u8] = b"reports/v1/school-opened";
const SIGNED_LABEL: &[u8] = b"reports/v1/signed-off";

/// Schools known to be open. An open school stays open, so it need not be asked for again.
#[derive(Default)]
pub struct OpenSchools(Mutex<HashSet<SchoolId>>);

impl OpenSchools {
    /// Whether pupils can write.
    pub async fn is_open(&self, app: &App, school: SchoolId) -> Result<bool, ApiError> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known().contains(&school) {
            return Ok(true);
        }
        let open = app.read().await?.opening(school).await?.is_some();
        if open {
            known().insert(school);
        }
        Ok(open)
    }
}

/// What was found in the live state.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Readers of each inbox, in the order safeguarding, head, chair.
    pub readers: [usize; 3],
    /// Names of readers whose recovery is not sealed and tried.
    pub untried: Vec<String>,
    /// Which copies are missing, too old or untried.
    pub copies: Vec<&'static str>,
    /// When somebody next looks.
    pub next_look: Option<String>,
    /// Somebody answers for the data.
    pub contacts: bool,
    /// Packs that are missing or stale.
    pub packs: Vec<String>,
    /// Signatures with the name of who signed.
    pub signed: Vec<(Signed, String)>,
}

impl Facts {
    /// Looks.
    pub async fn look(
        app: &App,
        transaction: &mut Transaction,
        school: &School,
    ) -> Result<Self, ApiError> {
        let now = app.now();
        let working = working_keys(transaction, school.id).await?;
        let in_force = InForce::load(transaction, school.id).await?;
        let able: Vec<&Entry> = in_force
            .directory
            .readers(Day(now.day()))
            .filter(|entry| working.contains(&entry.key_id))
            .collect();
        let count = |inbox| able.iter().filter(|entry| entry.inbox == inbox).count();
        let calendar = Calendar::parse(&school.calendar).map_err(ApiError::internal)?;
        let next = calendar.next_look(now);
        let staff = transaction.staff_list(school.id).await?;
        let mut signed = Vec::new();
        for what in [SignOff::Assessment, SignOff::Terms, SignOff::Practice] {
            if let Some(found) = transaction.signed(school.id, what).await? {
                let by = staff.iter().find(|person| person.staff == found.by);
                let name = by.map(|person| person.name.clone()).unwrap_or_default();
                signed.push((found, name));
            }
        }
        Ok(Self {
            readers: INBOXES.map(count),
            untried: untried(transaction, school.id, &in_force.directory, &able).await?,
            copies: Copies::of(app, transaction).await?.wanting(now),
            next_look: next.map(|look| format!("{} {}", look.date, look.time)),
            contacts: transaction.contacts(school.id).await?.is_some(),
            packs: check::stale_packs(&school.region, Day(now.day())),
            signed,
        })
    }

    /// Every item, done or not.
    #[must_use]
    pub fn lines(&self) -> Vec<GateLine> {
        let none: Vec<&str> = self.inboxes(|readers| readers == 0);
        let few: Vec<&str> = self.inboxes(|readers| readers < READERS);
        vec![
            seen(GateItem::Readers, few.is_empty(), few.join(", ")),
            seen(GateItem::Escalation, none.is_empty(), none.join(", ")),
            seen(
                GateItem::Recovery,
                self.untried.is_empty() && self.readers != [0; 3],
                self.untried.join(", "),
            ),
            seen(
                GateItem::Copies,
                self.copies.is_empty(),
                self.copies.join(", "),
            ),
            seen(
                GateItem::Hours,
                self.next_look.is_some(),
                self.next_look.clone().unwrap_or_default(),
            ),
            seen(GateItem::Contacts, self.contacts, String::new()),
            seen(
                GateItem::Packs,
                self.packs.is_empty(),
                self.packs.join(", "),
            ),
            self.signature(GateItem::Assessment, SignOff::Assessment, 0),
            self.signature(GateItem::Terms, SignOff::Terms, terms::VERSION),
            self.signature(GateItem::Practice, SignOff::Practice, 0),
        ]
    }

    fn inboxes(&self, which: impl Fn(usize) -> bool) -> Vec<&'static str> {
        let names = ["safeguarding", "head", "chair"].into_iter();
        names
            .zip(self.readers)
            .filter(|(_, readers)| which(*readers))
            .map(|(name, _)| name)
            .collect()
    }

    /// What was signed, where it reads differently now.
    #[must_use]
    pub fn signed_before(&self) -> Option<TermsText> {
        let (signed, _) = self
            .signed
            .iter()
            .find(|(signed, _)| signed.what == SignOff::Terms)?;
        let version = signed.version;
        let text = terms::of(version).filter(|_| version != terms::VERSION)?;
        Some(TermsText {
            version,
            text: text.to_owned(),
        })
    }

    /// A signature under an older text is none.
    fn signature(&self, item: GateItem, what: SignOff, version: u32) -> GateLine {
        let found = self.signed.iter().find(|(signed, _)| signed.what == what);
        let holds = found.filter(|(signed, _)| signed.version == version);
        GateLine {
            item,
            done: holds.is_some(),
            found: found
                .map(|(signed, _)| signed.words.clone())
                .unwrap_or_default(),
            signed_by: found.map(|(_, name)| name.clone()),
            done_day: found.map(|(signed, _)| signed.done_day),
        }
    }
}

fn seen(item: GateItem, done: bool, found: String) -> GateLine {
    GateLine {
        item,
        done,
        found,
        signed_by: None,
        done_day: None,
    }
}

/// What the log commits to when a school opens.
pub fn opened_hash(school: SchoolId, opening: &Opening) -> Hash {
    let by = opening.by.map(|by| by.to_bytes()).unwrap_or_default();
    let hash = Sha256::new()
        .chain_update(OPENED_LABEL)
        .chain_update(school.to_bytes())
        .chain_update([opening.how as u8])
        .chain_update(opening.day.to_be_bytes())
        .chain_update(by);
    FixedBytes(hash.finalize().into())
}

/// What the log commits to when somebody signs: the text of the terms is in it.
pub fn signed_hash(school: SchoolId, signed: &Signed) -> Hash {
    let text: &[u8] = match signed.what {
        SignOff::Terms => terms::of(signed.version).unwrap_or_default().as_bytes(),
        SignOff::Assessment | SignOff::Practice => &[],
    };
    let hash = Sha256::new()
        .chain_update(SIGNED_LABEL)
        .chain_update(school.to_bytes())
        .chain_update([crate::store::sign_off_number(signed.what)])
        .chain_update(signed.version.to_be_bytes())
        .chain_update(signed.by.to_bytes())
        .chain_update(signed.done_day.to_be_bytes())
        .chain_update(Sha256::digest(&signed.words))
        .chain_update(text);
    FixedBytes(hash.finalize().into())
}

/// Writes into the log of each school that it was open before there was a gate, once.
pub async fn log_earlier(app: &App) -> Result<(), ApiError> {
    let schools = app.read().await?.openings_to_log().await?;
    for school in schools {
        let mut transaction = app.write().await?;
        let Some(opening) = transaction.opening(school).await? else {
            continue;
        };
        if !transaction.opening_logged(school).await? {
            continue;
        }
        let act = Act::School {
            kind: Kind::SchoolOpened,
            key: NO_KEY,
            hour: app.now().hour(),
            what: opened_hash(school, &opening),
        };
        app.commit_act(transaction, school, &act).await?;
        if opening.how == How::Before {
            tracing::info!("a school was open before there was a gate; its log says so now");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
