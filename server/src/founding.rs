//! A school's founding as it lies on the server between its steps (`protocol::founding`).
//!
//! Promise: the one link on the console names the founders and nothing else; what makes a school is the signature of two of
//! their three root keys under one list. Every step is kept whole or not at all, sealed under the server's key. A link is
//! known by its hash. Does not know who holds a link: whoever starts the server can hand all of them to one person.

mod link;
mod people;
mod whole;

use protocol::api::{FoundingView, PasswordRule, SchoolSettings, SignedDirectory};
use protocol::directory::Directory;
use protocol::founding;
use protocol::id::{Hash, SchoolId};
use protocol::keys;
use protocol::label::Label;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::app::App;
use crate::problem::{ApiError, Problem};
use crate::store::Transaction;

pub use link::{ConsoleLink, invite, token_hash};
pub use people::{Account, Named};

use people::Founder;

/// Days a link works, the first included.
const GOOD_FOR_DAYS: u32 = 14;

/// Everything of a founding on its way. Has no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub struct Founding {
    /// The school to be.
    pub school: SchoolId,
    /// Last day its links work.
    pub last_day: u32,
    console: Hash,
    slug: String,
    settings: Option<SchoolSettings>,
    founders: Vec<Founder>,
    proposed: Option<SignedDirectory>,
    founded: bool,
}

impl Founding {
    /// One that nobody began.
    const fn new(school: SchoolId, console: Hash, today: u32) -> Self {
        Self {
            school,
            last_day: last_day(today),
            console,
            slug: String::new(),
            settings: None,
            founders: Vec::new(),
            proposed: None,
            founded: false,
        }
    }

    /// The founding there is, and its sealed form, if this token is of one of its links and no other school came meanwhile.
    pub async fn find(
        app: &App,
        transaction: &mut Transaction,
        token: &[u8; 32],
    ) -> Result<(Self, Vec<u8>), ApiError> {
        let found = transaction.founding(app.now().day()).await?;
        let (school, sealed) = found.ok_or(Problem::ExpiredInvite)?;
        let founding = Self::open(app, school, &sealed)?;
        let hash = token_hash(token);
        let known = founding.console == hash || founding.place_of(&hash).is_some();
        // `sotto school import` may have been quicker: this link founds the first school or none.
        if !known || !founding.founded && !transaction.schools().await?.is_empty() {
            return Err(Problem::ExpiredInvite.into());
        }
        Ok((founding, sealed))
    }

    fn open(app: &App, school: SchoolId, sealed: &[u8]) -> Result<Self, ApiError> {
        let text = app.server_key.open_founding(school, sealed);
        let text = text.ok_or(Problem::Damaged)?;
        serde_json::from_slice(&text).map_err(ApiError::internal)
    }

    /// For its row.
    pub fn seal(&self, app: &App) -> Result<Vec<u8>, ApiError> {
        let text = Zeroizing::new(serde_json::to_vec(self).map_err(ApiError::internal)?);
        let mut rng = app.randomness.make_rng();
        Ok(app.server_key.seal_founding(self.school, &text, &mut rng))
    }

    /// Refuses whoever does not hold the console's link, or comes when it is done.
    pub fn check_console(&self, token: &[u8; 32]) -> Result<(), ApiError> {
        if self.console != token_hash(token) {
            return Err(Problem::Refused.into());
        }
        if self.founded {
            return Err(ApiError::from(Problem::Conflict).with_detail("The school is there."));
        }
        Ok(())
    }

    /// Whether the school is there.
    #[must_use]
    pub const fn is_founded(&self) -> bool {
        self.founded
    }

    /// Whether enough signed and the school is not there yet.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        let signatures = self.proposed.as_ref().map_or(0, |one| one.signatures.len());
        !self.founded && signatures >= usize::from(founding::THRESHOLD)
    }

    /// The place of the founder whose link this is.
    pub fn founder(&self, token: &[u8; 32]) -> Result<usize, ApiError> {
        let place = self.place_of(&token_hash(token));
        place.ok_or_else(|| Problem::Refused.into())
    }

    fn place_of(&self, hash: &Hash) -> Option<usize> {
        self.founders.iter().position(|one| one.token == *hash)
    }

    /// Says what is founded and by whom; whoever joined before has to do so again.
    pub fn begin(
        &mut self,
        (slug, settings): (String, SchoolSettings),
        people: impl IntoIterator<Item = Named>,
        today: u32,
    ) {
        self.slug = slug;
        self.settings = Some(settings);
        self.proposed = None;
        self.last_day = last_day(today);
        let people = people.into_iter().zip(founding::ROLES);
        self.founders = people
            .map(|(named, role)| Founder::new(named, role))
            .collect();
    }

    /// Adds a founder's signature under the one list there can be.
    pub fn sign(
        &mut self,
        app: &App,
        place: usize,
        signed: &SignedDirectory,
    ) -> Result<(), ApiError> {
        if self.founded {
            return Ok(());
        }
        let own = self.founders.get(place).and_then(Founder::root_key);
        let own = own.ok_or_else(|| early("Make your own keys first."))?;
        let [signature] = signed.signatures.as_slice() else {
            return Err(ApiError::from(Problem::Invalid).with_detail("One signature at a time."));
        };
        let directory = Directory::decode(&signed.directory.0).map_err(|_| Problem::Invalid)?;
        // A proposal of yesterday is still signed by whoever comes today.
        let today = app.now().day();
        if directory.issued_day.0.abs_diff(today) > 1 && self.proposed.is_none() {
            return Err(ApiError::from(Problem::Invalid).with_detail("The list is not of today."));
        }
        let (root, expected) = founding::first(&self.view(app, None), directory.issued_day)
            .ok_or_else(|| early("Somebody has not joined yet."))?;
        if root.encode() != signed.root.0 || expected != directory {
            return Err(early("This is not the list that the founders' keys make."));
        }
        let hash = expected.hash();
        keys::verify(&own, Label::DirectorySig, &[&hash.0], &signature.signature)
            .map_err(|_| Problem::BadSignature)?;
        if signature.root_key != own {
            return Err(Problem::BadSignature.into());
        }
        let proposed = self.proposed.get_or_insert_with(|| SignedDirectory {
            signatures: Vec::new(),
            ..signed.clone()
        });
        if proposed.directory != signed.directory {
            return Err(early("Somebody signed a list of another day."));
        }
        proposed.signatures.retain(|one| one.root_key != own);
        proposed.signatures.push(signature.clone());
        Ok(())
    }

    /// As its people see it.
    #[must_use]
    pub fn view(&self, app: &App, you: Option<usize>) -> FoundingView {
        let founder = you.and_then(|place| self.founders.get(place));
        let name = self.settings.as_ref().map_or("", |one| one.name.as_str());
        let gateway = app.server_key.derive_gateway_key(self.school).public();
        FoundingView {
            school: self.school,
            you: founder.map(|founder| founder.staff),
            settings: self.settings.clone(),
            slug: self.slug.clone(),
            founders: self.founders.iter().map(Founder::view).collect(),
            otpauth: founder
                .filter(|_| !self.founded)
                .and_then(|one| one.otpauth(name)),
            password_rule: password_rule(app),
            last_day: self.last_day,
            gateway_key_hash: gateway.hash(),
            log_key: app.log.verifying_key(),
            proposed: self.proposed.clone(),
            founded: self.founded,
        }
    }
}

const fn last_day(today: u32) -> u32 {
    today.saturating_add(GOOD_FOR_DAYS - 1)
}

fn password_rule(app: &App) -> PasswordRule {
    app.parts.settings.password_rule
}

fn early(why: &'static str) -> ApiError {
    ApiError::from(Problem::Conflict).with_detail(why)
}
