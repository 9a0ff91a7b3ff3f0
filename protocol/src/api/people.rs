//! Accounts of adults: invitation, sign-in, the list of people.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use super::PasskeyProof;
use crate::cursor::Cursor;
use crate::encoding::{Bytes, FixedBytes};
use crate::id::{InviteId, KeyId, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::pack::{Pack, Writer};
use crate::term_code::TermCode;

/// What someone is to the school. Decides words on screens; reading follows keys, not roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Designated safeguarding lead.
    Lead,
    /// Deputy safeguarding lead.
    Deputy,
    /// Another adult who reads: counsellor, head of year.
    Reader,
    /// Head teacher.
    Head,
    /// Chair of governors.
    Chair,
    /// Configures, never reads.
    Admin,
}

impl Role {
    /// The byte inside the signed directory.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Lead => 1,
            Self::Deputy => 2,
            Self::Reader => 3,
            Self::Head => 4,
            Self::Chair => 5,
            Self::Admin => 6,
        }
    }

    /// The role a byte of the signed directory stands for.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::Lead,
            2 => Self::Deputy,
            3 => Self::Reader,
            4 => Self::Head,
            5 => Self::Chair,
            6 => Self::Admin,
            _ => return None,
        })
    }

    /// True for roles that are given an encryption key and a place in the directory.
    #[must_use]
    pub const fn reads(self) -> bool {
        !matches!(self, Self::Admin)
    }
}

impl Pack for Role {
    fn put(&self, to: &mut Writer) {
        to.bytes(&[self.to_byte()]);
    }

    fn take(from: &mut Cursor<'_>) -> Option<Self> {
        Self::from_byte(from.u8()?)
    }
}

/// `POST /api/v1/schools/{slug}/sign-in/salt`. An unknown name gets an answer of the same shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaltRequest {
    /// Sign-in name, lower case.
    pub user: String,
}

/// What a browser asks of a new password. Twelve characters that are no common password in disguise are always asked for, so
/// this can only add to it: whoever changes it on its way weakens nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PasswordRule {
    /// Nothing else.
    #[default]
    Length,
    /// A small letter, a capital letter and a digit too, as forms of procurement ask for.
    Kinds,
}

/// What the browser needs before it can stretch the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaltAnswer {
    /// The account; context of the derivation.
    pub staff: StaffId,
    /// Argon2id salt.
    pub salt: FixedBytes<16>,
    /// For whoever chooses a new password.
    pub password_rule: PasswordRule,
}

/// `POST /api/v1/schools/{slug}/sign-in`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    /// Sign-in name, lower case.
    pub user: String,
    /// The derived sign-in secret; not the password (protocol 4).
    pub auth: FixedBytes<32>,
    /// Six digits of the second factor, or a printed recovery code. Empty with a passkey.
    pub code: String,
    /// What a passkey showed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passkey: Option<PasskeyProof>,
}

/// A session and what the browser needs to unlock its keys.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInAnswer {
    /// Bearer token for the other staff routes, base64url. Kept in memory only.
    pub session: FixedBytes<32>,
    /// Who signed in.
    pub staff: StaffView,
    /// Their keys, sealed under the key derived from password and account secret.
    pub vault: Bytes,
    /// Seconds without a request after which the session ends.
    pub idle_seconds: u32,
    /// Version of the list of readers this person was last told about; 0 for never.
    pub told_version: u32,
    /// Their last day, if they are leaving.
    pub last_day: Option<u32>,
}

/// A person with an account. `GET /api/v1/staff`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffView {
    /// The account.
    pub staff: StaffId,
    /// School they belong to.
    pub school: SchoolId,
    /// Name as pupils and colleagues see it.
    pub name: String,
    /// Sign-in name.
    pub user: String,
    /// What they are to the school.
    pub role: Role,
    /// Where pupils find them, such as "Room 4"; may be empty.
    pub place: String,
    /// Whether they may invite, draft and end (an admin, and whoever the admin made one).
    pub admin: bool,
    /// Their encryption key, if they have one.
    pub key: Option<KeyId>,
    /// Public halves, for drafting a directory.
    pub public_keys: Option<StaffPublicKeys>,
    /// Where their access stands.
    pub state: StaffState,
}

/// Where a person's access stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StaffState {
    /// Has an account; no directory names their key yet.
    Waiting,
    /// Works.
    Active,
    /// Ended: no session, no slot, no release.
    Ended,
}

/// Public halves of an adult's keys with proof that they hold the private ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffPublicKeys {
    /// X-Wing, 1216 bytes.
    pub kem: Bytes,
    /// Ed25519.
    pub signing: VerifyingKeyBytes,
    /// Ed25519 over "reports/v1/key-proof" | school | staff | SHA-256(kem).
    pub proof: SignatureBytes,
}

/// `POST /api/v1/invites` by an admin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteRequest {
    /// Name as pupils will see it.
    pub name: String,
    /// What they will be.
    pub role: Role,
    /// Where pupils find them, such as "Room 4"; may be empty.
    pub place: String,
}

/// The invitation; the token is shown once and stored only as a hash.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteAnswer {
    /// Names the invitation.
    pub invite: InviteId,
    /// Goes into the fragment of the one-time link.
    pub token: FixedBytes<32>,
    /// Last day it works.
    pub expires_day: u32,
}

/// An open invitation in the admin's list. `GET /api/v1/invites`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteView {
    /// Names the invitation.
    pub invite: InviteId,
    /// Name as pupils will see it.
    pub name: String,
    /// What they will be.
    pub role: Role,
    /// Where pupils find them.
    pub place: String,
    /// Last day it works.
    pub expires_day: u32,
}

/// `POST /api/v1/invites/look`: what the invited person sees first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteLookRequest {
    /// From the fragment of the link.
    pub token: FixedBytes<32>,
}

/// What the invited person needs to make keys and a second factor.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteLookAnswer {
    /// The school.
    pub school: SchoolId,
    /// Its slug, for the sign-in that follows.
    pub slug: String,
    /// The account that accepting will make.
    pub staff: StaffId,
    /// Name as pupils will see it.
    pub name: String,
    /// What they will be.
    pub role: Role,
    /// `otpauth://` address of the second factor, for a QR code.
    pub otpauth: String,
    /// For the password they choose.
    pub password_rule: PasswordRule,
}

/// `POST /api/v1/invites/accept`. Keys were made in the invited person's browser.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InviteAcceptRequest {
    /// From the fragment of the link; works once.
    pub token: FixedBytes<32>,
    /// Sign-in name they chose, `[a-z0-9.-]{2,40}`.
    pub user: String,
    /// Argon2id salt, made in the browser.
    pub salt: FixedBytes<16>,
    /// Derived sign-in secret.
    pub auth: FixedBytes<32>,
    /// Sealed keys.
    pub vault: Bytes,
    /// Public halves, absent for an admin who never reads.
    pub public_keys: Option<StaffPublicKeys>,
    /// Six digits, proving the second factor works.
    pub code: String,
}

/// `PUT /api/v1/hand-over`: a reader's signed word about the cases they can open. It is their leaver's certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The reader's key.
    pub key: KeyId,
    /// Live cases this reader can open.
    pub cases: u32,
    /// How many of them were sealed to another reader for it.
    pub handed: u32,
    /// How many fewer than two others can open. Only with none of these may a leaver's key be destroyed.
    pub alone: u32,
    /// Size of the log when it was said; a report that came later is not in it.
    pub log_size: u64,
    /// The reader's hour.
    pub hour: u32,
    /// Ed25519 over the above and the school, label "reports/v1/hand-over".
    pub signature: SignatureBytes,
}

/// `PUT /api/v1/staff/{staff}/leaving` by an admin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LeavingRequest {
    /// Their last day; `None` takes it back.
    pub last_day: Option<u32>,
}

/// Everyone with an account, and who is still invited. `GET /api/v1/staff`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PeopleView {
    /// Accounts.
    pub staff: Vec<StaffView>,
    /// Open invitations; empty for callers who are not admins.
    pub invites: Vec<InviteView>,
    /// How the day goes, measured against what a day usually brings.
    pub today: TodayView,
    /// Everyone whose leaving is prepared or done.
    pub leavers: Vec<LeaverView>,
}

/// How many reports a school has taken in today, and what its posters carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TodayView {
    /// Reports since midnight UTC.
    pub reports: u32,
    /// What a day usually brings at most.
    pub daily_budget: u32,
    /// Whether someone should look into it.
    pub alarm: Alarm,
    /// Which posters are up; 0: posters carry no code.
    pub term: u32,
    /// What this term's posters carry after `c=`, if they carry a code.
    pub term_code: Option<TermCode>,
}

/// How full a day is. A report that says "danger" is taken at any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Alarm {
    /// Nothing unusual.
    None,
    /// Half of the budget is used.
    Half,
    /// All of it: puzzles are harder for everyone.
    Full,
    /// Ten times as much: without the poster's code, only reports that say "danger" are taken until midnight.
    Stopped,
}

/// `PUT /api/v1/limits`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LimitsRequest {
    /// From 10 to 1,000,000.
    pub daily_budget: u32,
    /// The term of the posters that are up: the same as now, one more for new posters, or 0 for posters without a code.
    pub term: u32,
}

/// How far an adult's leaving has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LeaverView {
    /// The account.
    pub staff: StaffId,
    /// Their last day, if one is set.
    pub last_day: Option<u32>,
    /// Their own signed word about their cases.
    pub statement: Option<HandOver>,
    /// Hour in which their keys were destroyed.
    pub destroyed_hour: Option<u32>,
}
