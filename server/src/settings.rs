//! What an administrator can change of a school: name, region, hours, contacts.
//!
//! Promise: nothing half checked is kept. The short name is in the addresses on posters and stays.

use protocol::api::{Contacts, LookingHours, SchoolSettings};
use protocol::id::SchoolId;

use crate::check;
use crate::look::Calendar;
use crate::names;
use crate::problem::{ApiError, Problem};
use crate::store::{School, Transaction};

const LINE: std::ops::RangeInclusive<usize> = 2..=200;

/// Checks settings; gives the calendar as it is stored.
pub fn check(settings: &SchoolSettings) -> Result<String, ApiError> {
    names::check_person(&settings.name)?;
    if !check::knows_region(&settings.region) {
        return Err(invalid("There is no pack for this region."));
    }
    for line in lines(&settings.contacts) {
        let is_plain = line.trim() == line && !line.chars().any(char::is_control);
        if !LINE.contains(&line.len()) || !is_plain {
            return Err(invalid(
                "Controller, data protection officer and complaints need one line of 2 to 200 bytes each.",
            ));
        }
    }
    let text = serde_json::to_string(&settings.hours).map_err(ApiError::internal)?;
    Calendar::parse(&text)
        .map_err(|error| ApiError::from(Problem::Invalid).with_detail(error.to_string()))?;
    Ok(text)
}

/// The settings as they are. A school from before contacts has empty ones.
pub async fn load(
    transaction: &mut Transaction,
    school: &School,
) -> Result<SchoolSettings, ApiError> {
    let hours: LookingHours = serde_json::from_str(&school.calendar).map_err(ApiError::internal)?;
    let contacts = transaction.contacts(school.id).await?;
    Ok(SchoolSettings {
        name: school.name.clone(),
        region: school.region.clone(),
        hours,
        contacts: contacts.unwrap_or_default(),
    })
}

/// Keeps checked settings of a school that is there.
pub async fn keep(
    transaction: &mut Transaction,
    id: SchoolId,
    settings: &SchoolSettings,
    calendar: String,
) -> Result<(), ApiError> {
    let school = transaction
        .school_by_id(id)
        .await?
        .ok_or(Problem::NotFound)?;
    let changed = School {
        name: settings.name.clone(),
        region: settings.region.clone(),
        calendar,
        ..school
    };
    transaction.update_school(&changed).await?;
    transaction.set_contacts(id, &settings.contacts).await?;
    Ok(())
}

fn lines(contacts: &Contacts) -> [&str; 3] {
    [
        &contacts.controller,
        &contacts.officer,
        &contacts.complaints,
    ]
}

fn invalid(why: &'static str) -> ApiError {
    ApiError::from(Problem::Invalid).with_detail(why)
}
