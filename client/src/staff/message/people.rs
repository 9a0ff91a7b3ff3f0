//! Adults, invitations and directories as the page shows them.

use protocol::api::{HandOver, InviteAnswer, PasswordRule, PeopleView, Role};
use protocol::id::{CaseId, Hash, KeyId};
use serde::{Deserialize, Serialize};

use super::Adult;

/// Adults page.
#[derive(Clone, Serialize, Deserialize)]
pub struct People {
    pub list: PeopleView,
    /// The school's pack of helplines, such as `gb-eng`.
    pub region: String,
    pub version: u32,
    pub expires_day: u32,
    pub threshold: u8,
    pub root_keys: u8,
    pub fingerprint: String,
    pub fingerprint_words: Vec<String>,
    /// The poster's address after the origin, with the fingerprint.
    pub poster_path: String,
    pub readers: Vec<Adult>,
    /// Six words of each key in the signed directory or on an account, to compare face to face.
    pub key_words: Vec<(KeyId, Vec<String>)>,
    pub drafts: Vec<Draft>,
    /// True when the people there are and the signed directory differ.
    pub needs_draft: bool,
}

/// A proposed directory in words.
#[derive(Clone, Serialize, Deserialize)]
pub struct Draft {
    pub hash: Hash,
    pub version: u32,
    pub added: Vec<Adult>,
    pub removed: Vec<Adult>,
    /// Six words of each added key, to compare face to face.
    pub words: Vec<(KeyId, Vec<String>)>,
    pub signatures: u8,
    /// Root keys that must sign: one more than usual when a key would receive before everyone had time to object.
    pub needed: u8,
    /// Last of the first days of the added keys; `None` when nobody is added.
    pub from_day: Option<u32>,
    pub drafted_by: String,
    pub drafted_hour: u32,
}

/// A change of the list of readers, as every reader is told.
#[derive(Clone, Serialize, Deserialize)]
pub struct News {
    pub version: u32,
    pub added: Vec<Adult>,
    pub removed: Vec<Adult>,
    /// Six words of each added key.
    pub words: Vec<(KeyId, Vec<String>)>,
}

/// What became of a reader's cases.
#[derive(Clone, Serialize, Deserialize)]
pub struct HandedOver {
    /// The reader's signed word, as it stands in the certificate.
    pub statement: HandOver,
    /// Cases that fewer than two others can open.
    pub alone: Vec<CaseId>,
}

/// A fresh invitation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Invited {
    pub answer: InviteAnswer,
    /// Path and fragment of the one-time link.
    pub link: String,
}

/// What an invited person sees.
#[derive(Clone, Serialize, Deserialize)]
pub struct Invitation {
    pub school_name: String,
    pub name: String,
    pub role: Role,
    pub otpauth: String,
    pub password_rule: PasswordRule,
}

/// The printed page for the school safe.
#[derive(Clone, Serialize, Deserialize)]
pub struct Kit {
    pub name: String,
    pub user: String,
    pub account_secret: String,
    /// Path and fragment that fills the account secret in.
    pub link: String,
    pub key: Option<KeyId>,
    pub key_words: Vec<String>,
    pub fingerprint: String,
}
