//! A school in one file, as `school import` reads it. It holds derived sign-in secrets and second factors.

use protocol::api::{Contacts, Role, SignedDirectory, StaffPublicKeys};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{SchoolId, StaffId};
use serde::{Deserialize, Serialize};

use crate::look::Calendar;

/// A school in one file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The school.
    pub school: BundleSchool,
    /// Version 1 of its directory, signed by at least the threshold of root keys.
    pub directory: SignedDirectory,
    /// The X-Wing public key of every reader the directory names.
    pub public_keys: Vec<Bytes>,
    /// Accounts.
    pub staff: Vec<BundleStaff>,
}

/// What a school is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleSchool {
    /// Random id.
    pub id: SchoolId,
    /// Short name in addresses.
    pub slug: String,
    /// Name as people say it.
    pub name: String,
    /// True when everything is made up.
    pub demo: bool,
    /// Pack of helplines, such as `gb-eng`.
    pub region: String,
    /// Host name of its own, if it has one.
    #[serde(default)]
    pub host: Option<String>,
    /// When someone looks.
    pub calendar: Calendar,
    /// Who answers for its data; can be said afterwards too.
    #[serde(default)]
    pub contacts: Option<Contacts>,
    /// Open at once, without the gate: for a demo school only.
    #[serde(default)]
    pub open: bool,
    /// Longest random wait before a report marked "not in danger" appears to staff.
    pub publication_delay_minutes: u32,
}

/// One account.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleStaff {
    /// Random id.
    pub staff: StaffId,
    /// Sign-in name.
    pub user: String,
    /// Name as people see it.
    pub name: String,
    /// Where they are found.
    pub place: String,
    /// What they are to the school.
    pub role: Role,
    /// Whether they may invite, draft and end.
    pub admin: bool,
    /// Argon2id salt of the password.
    pub salt: FixedBytes<16>,
    /// Derived sign-in secret.
    pub auth: FixedBytes<32>,
    /// Sealed keys.
    pub vault: Bytes,
    /// Secret of the second factor, 20 bytes.
    pub totp_secret: Bytes,
    /// Public halves; absent for an admin.
    pub public_keys: Option<StaffPublicKeys>,
}
