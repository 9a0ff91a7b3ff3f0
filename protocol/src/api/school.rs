//! What anyone may know of a school before saying anything: the same for every visitor but for a fresh puzzle.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use super::SignedDirectory;
use crate::encoding::Bytes;
use crate::id::{KeyId, SchoolId};
use crate::packed;
use crate::puzzle::Challenge;

/// `GET /api/v1/schools/{slug}` in JSON, `GET /api/v1/schools/{slug}/packed` in a fixed order (protocol 2.5), which is
/// what pages read. `-` as slug means: the school of this host name, or the only one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SchoolView {
    /// Which school this is; the directory must name the same.
    pub school: SchoolId,
    /// Short name in addresses, `[a-z0-9-]{1,40}`.
    pub slug: String,
    /// The school's name as people say it.
    pub name: String,
    /// True when everything here is made up.
    pub demo: bool,
    /// Which pack of helplines applies, such as `gb-eng`.
    pub region: String,
    /// When an adult next looks, in the school's own time; `None` while nobody is planned.
    pub next_look: Option<NextLook>,
    /// Reports marked not in danger appear to staff after a random delay of at most this many minutes.
    pub publication_delay_minutes: u32,
    /// The signed list of who can read, and the keys it names.
    pub directory: SignedDirectory,
    /// X-Wing public keys (1216 bytes each) of the directory's readers and of the gateway, in any order;
    /// each is checked against its SHA-256 in the directory.
    pub public_keys: Vec<Bytes>,
    /// Keys taken out of use since the directory was signed. Clients seal dummies to them.
    pub withdrawn: Vec<KeyId>,
    /// A fresh challenge for the sealed request that may follow (protocol 7). It is the one thing here that differs
    /// from visitor to visitor; it says nothing about them, and asks for more work while much comes at once.
    pub challenge: Challenge,
    /// Bits to add to it without this term's code from a poster. 0: this school's posters carry none.
    pub bits_without_code: u8,
    /// The school takes no more reports: answers can be read before this day (days since 1970). `None`: it takes them.
    pub ends_day: Option<u32>,
    /// False until the school went through its gate: nothing new is taken in, and pages offer helplines only.
    pub open: bool,
}

/// A moment in the school's own calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NextLook {
    /// True while someone is looking now.
    pub now: bool,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// `HH:MM`.
    pub time: String,
}

packed!(struct SchoolView {
    school,
    slug,
    name,
    demo,
    region,
    next_look,
    publication_delay_minutes,
    directory,
    public_keys,
    withdrawn,
    challenge,
    bits_without_code,
    ends_day,
    open,
});
packed!(struct NextLook { now, date, time });
