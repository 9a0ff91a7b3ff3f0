//! Cases as staff reach them: the inbox from notices, release against a reason, new messages.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use super::{Consistency, ProvenEntry};
use crate::encoding::{Bytes, FixedBytes};
use crate::id::{CaseId, Hash, KeyId, MessageId, SignatureBytes};

/// One page of the inbox. `GET /api/v1/cases?after=CASE`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CasePage {
    /// At most `limit::CASES_PAGE`, danger first, then newest half-day first.
    pub cases: Vec<CaseRow>,
    /// Give this as `after` for the next page; `None` at the end.
    pub next: Option<CaseId>,
}

/// What the server knows of a case: dates, flags and sealed notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// Half-day of arrival: seconds since 1970 divided by 43,200.
    pub received_half_day: u32,
    /// Minute of arrival (since 1970), only while marked danger and unopened.
    pub urgent_minute: Option<u32>,
    /// The pupil said someone is in danger; dropped after the first opening.
    pub danger: bool,
    /// Day of the first opening by anyone.
    pub opened_day: Option<u32>,
    /// Day staff said something is next due.
    pub due_day: Option<u32>,
    /// First day on which the case may be destroyed.
    pub destroy_after_day: u32,
    /// A reader's browser found nothing in the way of destroying it then.
    pub may_expire: bool,
    /// A hold keeps the case past that day.
    pub hold: bool,
    /// The hold, if there is one.
    pub held: Option<HoldView>,
    /// The pupil took it back before or after it was read.
    pub withdrawn: bool,
    /// Envelopes in the order they arrived; only this reader's slot of each.
    pub messages: Vec<MessageRow>,
    /// This reader's own sealed note of the case, if they opened it before.
    pub bookmark: Option<Bytes>,
}

/// A hold on a case. Why is in a sealed note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldView {
    /// Day on which somebody is to look whether it is still needed. It does not end by itself.
    pub review_day: u32,
    /// Hour it was set.
    pub set_hour: u32,
    /// Key of who set it, while they have an account.
    pub set_by: Option<KeyId>,
    /// Key of the first of the two people who must ask before it is lifted.
    pub lift_asked_by: Option<KeyId>,
}

/// `POST /api/v1/cases/{case}/hold`: keeps a case past its day. One person is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// Day on which somebody is to look at it again.
    pub review_day: u32,
    /// Canonical envelope of kind 4: why.
    pub note: Bytes,
}

/// `POST /api/v1/cases/{case}/hold/lift`: asks to let the case go. Two people must.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LiftRequest {
    /// Canonical envelope of kind 4: why.
    pub note: Bytes,
}

/// How a case is held now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldAnswer {
    /// True while the hold is on.
    pub hold: bool,
}

/// Certificates of destruction, newest first. `GET /api/v1/certificates`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CertificatesPage {
    /// At most `limit::CERTIFICATES`.
    pub certificates: Vec<CertificateView>,
}

/// What was destroyed on a day. Names no case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CertificateView {
    /// Day.
    pub day: u32,
    /// How many cases.
    pub cases: u32,
    /// The certificate in words. Log entries of kind 8 carry its SHA-256.
    pub statement: String,
}

/// One envelope as listed: enough to open its notice, not its content.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageRow {
    /// Canonical header bytes.
    pub header: Bytes,
    /// Key commitment.
    pub commitment: Hash,
    /// SHA-256 of the body ciphertext.
    pub body_hash: Hash,
    /// Place of this reader's slot in the envelope; `None` if this key has none.
    pub slot: Option<SlotRow>,
    /// Hour (staff messages) or first hour of the half-day (pupil messages) it arrived.
    pub hour: u32,
}

/// The part of a slot that the server gives out freely.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SlotRow {
    /// Index in the header's key list.
    pub index: u8,
    /// HPKE encapsulation, 1120 bytes.
    pub enc: Bytes,
    /// Sealed notice, 80 bytes.
    pub notice: FixedBytes<80>,
}

/// `POST /api/v1/cases/{case}/release`: signed by the reader, logged before anything is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReleaseRequest {
    /// Thread id of the case's first report.
    pub thread: Hash,
    /// The reader's key.
    pub key: KeyId,
    /// Why, as in `protocol::audit::Reason`.
    pub reason: u8,
    /// The client's hour; the server refuses more than one hour of difference.
    pub hour: u32,
    /// Size of the log the client last saw; the answer proves that nothing before it changed.
    pub log_size: u64,
    /// Fresh; works once.
    pub nonce: FixedBytes<16>,
    /// Ed25519 over the above, label "reports/v1/release-request".
    pub signature: SignatureBytes,
}

/// What a release gives out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Every envelope of the case for this reader, in order.
    pub messages: Vec<ReleasedMessage>,
    /// Every entry of the case, this opening last; each with its proof.
    pub entries: Vec<ProvenEntry>,
    /// Signed checkpoint (C2SP note) the proofs lead to.
    pub checkpoint: String,
    /// Proof that this checkpoint extends the one the client named.
    pub consistency: Consistency,
}

/// One envelope given out in full for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReleasedMessage {
    /// As listed.
    pub row: MessageRow,
    /// Wrapped content key of this reader's slot.
    pub wrap: Option<FixedBytes<48>>,
    /// Body ciphertext.
    pub body: Bytes,
}

/// `PUT /api/v1/cases/{case}/bookmark`: the reader's own sealed note of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BookmarkRequest {
    /// Sealed to the reader alone; always `protocol::bookmark::SEALED_LEN` bytes.
    pub bookmark: Bytes,
}

/// `POST /api/v1/cases/{case}/messages`: replies and notes, all or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessagesRequest {
    /// Canonical envelopes of kind 3, 4 or 5, in order.
    pub envelopes: Vec<Bytes>,
    /// New earliest day of destruction, computed in the browser from the sealed retention class.
    pub destroy_after_day: Option<u32>,
    /// Whether nothing but time stands in the way of destroying it then, as far as that lies sealed. A new day without
    /// this means no.
    pub may_expire: Option<bool>,
    /// New day on which something is due.
    pub due_day: Option<u32>,
}

/// What the server took in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessagesAnswer {
    /// Ids taken in; the same ids when the request is repeated.
    pub messages: Vec<MessageId>,
}
