//! The end of a school's service (XAM-22): asked for by an admin, agreed to by a reader who is somebody else.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::encoding::Bytes;
use crate::id::{CaseId, StaffId};

/// Days of reading between agreement and destruction, unless it is to be at once.
pub const READING_DAYS: u32 = 31;

/// `GET /api/v1/wind-down`: how far the end of this school's service has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WindDownView {
    /// `None` while nobody asks for it.
    pub ending: Option<Ending>,
    /// What is left, as numbers, for adults who read nothing. A reader's browser counts what it can see: the server does not
    /// know whom a pupil left out.
    pub left: Option<EndingLeft>,
}

/// Cases of a school that are still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndingLeft {
    /// How many.
    pub cases: u32,
    /// Those of which the newest take-out lacks a message, or everything.
    pub not_taken_out: u32,
    /// Those that stay until two readers named who keeps them.
    pub without_keeper: u32,
}

/// One page of what stands in the way of the end. `GET /api/v1/wind-down/cases?after=CASE`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndingCases {
    /// At most `limit::ENDING_PAGE` cases of this reader's inbox, by id.
    pub cases: Vec<EndingCase>,
    /// Give this as `after` for the next page; `None` at the end.
    pub next: Option<CaseId>,
}

/// What is settled of a case for the school's end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndingCase {
    /// The case.
    pub case: CaseId,
    /// The newest take-out has every message of it.
    pub taken_out: bool,
    /// The first of the two readers who must say who keeps it.
    pub named: Option<SaidBy>,
    /// The second one: it has a keeper.
    pub agreed: Option<SaidBy>,
}

/// An end that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Days of reading that were asked for: 31, or 0 for at once.
    pub days: u32,
    /// The admin who asked.
    pub asked: SaidBy,
    /// The reader who agreed. From then on nothing new comes in from pupils.
    pub agreed: Option<SaidBy>,
    /// First day on which cases are destroyed, once it is agreed.
    pub destroy_day: Option<u32>,
    /// Who asked to call it back.
    pub stop_asked: Option<SaidBy>,
    /// Day of the newest take-out since it was agreed. Nothing is destroyed that was not taken out.
    pub taken_out_day: Option<u32>,
    /// Day on which nothing was left.
    pub over_day: Option<u32>,
}

/// An adult, and the hour in which they said something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaidBy {
    /// Account.
    pub staff: StaffId,
    /// Their name today.
    pub name: String,
    /// Hours since 1970.
    pub hour: u32,
}

/// `POST /api/v1/wind-down` asks for it, `POST /api/v1/wind-down/agree` agrees to exactly that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WindDownRequest {
    /// 31, or 0 for at once.
    pub days: u32,
}

/// `POST /api/v1/cases/{case}/keeper`: says who keeps a case after this school's end. Two readers must.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KeeperRequest {
    /// Canonical envelope of kind 4: who keeps it, and why.
    pub note: Bytes,
}

/// Whether a case has a keeper now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KeeperAnswer {
    /// True once two readers have said so.
    pub agreed: bool,
}
