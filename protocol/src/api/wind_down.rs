//! The end of a school's service (XAM-22): asked for by an admin, agreed to by a reader who is somebody else.

use alloc::string::String;
use serde::{Deserialize, Serialize};

use crate::encoding::Bytes;
use crate::id::StaffId;

/// Days of reading between agreement and destruction, unless it is to be at once.
pub const READING_DAYS: u32 = 31;

/// `GET /api/v1/wind-down`: how far the end of this school's service has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WindDownView {
    /// `None` while nobody asks for it.
    pub ending: Option<Ending>,
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
