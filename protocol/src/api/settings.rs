//! What an administrator can change of a school: its name, region, hours, and who answers for its data.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// When an adult looks, and on which days nobody does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookingHours {
    /// IANA name, such as `Europe/London`.
    pub time_zone: String,
    /// Hours in which someone looks, in order within a day.
    pub looks: Vec<LookingHour>,
    /// Days on which nobody looks, both ends included.
    pub closed: Vec<ClosedDays>,
}

/// Someone looks on this weekday between these times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookingHour {
    /// 1 Monday to 7 Sunday.
    pub weekday: i8,
    /// First minute, `HH:MM`.
    pub from: String,
    /// Minute after the last, `HH:MM`.
    pub to: String,
}

/// Days on which nobody looks, such as a holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClosedDays {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
}

/// Who answers for the data, and where to complain. Everyone can read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// The controller, as registered; 2 to 200 bytes.
    pub controller: String,
    /// How to reach the data protection officer; 2 to 200 bytes.
    pub officer: String,
    /// How to complain, to the school and beyond; 2 to 200 bytes.
    pub complaints: String,
}

/// `GET /api/v1/settings`: what an administrator can change of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SchoolSettings {
    /// The name people use.
    pub name: String,
    /// Pack of helplines, such as `gb-eng`.
    pub region: String,
    /// When someone looks.
    pub hours: LookingHours,
    /// Who answers for the data.
    pub contacts: Contacts,
}

/// `PUT /api/v1/settings`. Refused when the settings are no longer what whoever changes them saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SettingsChange {
    /// What they were when whoever changes them began.
    pub was: SchoolSettings,
    /// What they shall be.
    pub settings: SchoolSettings,
}
