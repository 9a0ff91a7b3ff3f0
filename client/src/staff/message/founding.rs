//! What the page and the worker say to each other while a school is founded.

use protocol::api::{FounderName, PasswordRule, Role, SchoolSettings};
use protocol::id::Hash;
use serde::{Deserialize, Serialize};

/// What somebody with one of the links asks for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundingStep {
    Look,
    /// With the console's link: names the school and its three founders.
    Begin {
        slug: String,
        settings: Box<SchoolSettings>,
        founders: [FounderName; 3],
    },
    /// A founder: make keys here and join.
    Join {
        user: String,
        password: String,
        code: String,
    },
    /// A founder: sign the first list with the root key typed from the printed kit.
    Sign {
        root_key: String,
        /// What the words of both others stand for, which were compared face to face.
        compared: Vec<Hash>,
    },
}

/// How a founding stands.
#[derive(Clone, Serialize, Deserialize)]
pub struct Founding {
    /// Lead, deputy and administrator; empty before they were named.
    pub founders: Vec<Founder>,
    pub slug: String,
    pub settings: Option<SchoolSettings>,
    /// Address of the second factor, for a founder who has no keys yet.
    pub otpauth: Option<String>,
    /// Whether passwords need several kinds of letters.
    pub password_rule: PasswordRule,
    /// Last day its links work.
    pub last_day: u32,
    pub founded: bool,
    /// Of the three root keys, once all are there.
    pub fingerprint: Option<String>,
}

/// One of the three.
#[derive(Clone, Serialize, Deserialize)]
pub struct Founder {
    pub name: String,
    pub place: String,
    pub role: Role,
    /// Whose link this is.
    pub you: bool,
    /// What the words stand for; `None` while there are no keys.
    pub keys: Option<Hash>,
    pub words: Vec<String>,
    pub signed: bool,
}

/// A link to hand to a founder. Shown once.
#[derive(Clone, Serialize, Deserialize)]
pub struct FounderLink {
    pub name: String,
    pub role: Role,
    /// Path and fragment.
    pub link: String,
}

/// The printed page of a founder. Shown once.
#[derive(Clone, Serialize, Deserialize)]
pub struct FounderKit {
    pub name: String,
    pub role: Role,
    pub user: String,
    pub account_secret: String,
    /// Path and fragment that fills the account secret in.
    pub link: String,
    pub root_key: String,
    pub words: Vec<String>,
}
