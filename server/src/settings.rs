//! What an administrator can change of a school: name, region, hours, contacts.
//!
//! Promise: nothing half checked is kept, and nothing that somebody else said meanwhile is overwritten. The short name is in the addresses on posters and stays.

use protocol::api::{Contacts, LookingHours, SchoolSettings, SettingsChange};
use protocol::id::SchoolId;

use crate::check;
use crate::look::Calendar;
use crate::names::{self, BadName};
use crate::problem::{ApiError, Problem};
use crate::store::{School, Transaction};

/// Looks of a week: some every day.
const MOST_LOOKS: usize = 28;
/// Holidays: some years of them.
const MOST_CLOSED: usize = 60;

/// Checks settings; gives the calendar as it is stored.
pub fn check(settings: &SchoolSettings) -> Result<String, ApiError> {
    names::check_person(&settings.name)?;
    if !check::knows_region(&settings.region) {
        return Err(invalid("There is no pack for this region."));
    }
    check_contacts(&settings.contacts)?;
    let hours = &settings.hours;
    if hours.looks.len() > MOST_LOOKS || hours.closed.len() > MOST_CLOSED {
        return Err(invalid("There are too many hours or holidays."));
    }
    let text = serde_json::to_string(&settings.hours).map_err(ApiError::internal)?;
    Calendar::parse(&text)
        .map_err(|error| ApiError::from(Problem::Invalid).with_detail(error.to_string()))?;
    Ok(text)
}

/// Who answers for the data: a plain line each.
pub fn check_contacts(contacts: &Contacts) -> Result<(), BadName> {
    [
        &contacts.controller,
        &contacts.officer,
        &contacts.complaints,
    ]
    .into_iter()
    .try_for_each(|line| names::check_line(line))
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

/// Checks and keeps a change of a school that is there. False when that is what it is already, so that a change whose
/// answer was lost can be sent again.
pub async fn change(
    transaction: &mut Transaction,
    id: SchoolId,
    change: &SettingsChange,
) -> Result<bool, ApiError> {
    let settings = &change.settings;
    let calendar = check(settings)?;
    let school = transaction.lock_school(id).await?;
    let school = school.ok_or(Problem::NotFound)?;
    let is = load(transaction, &school).await?;
    if is == *settings {
        return Ok(false);
    }
    if is != change.was {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("Somebody else changed these settings meanwhile."));
    }
    let changed = School {
        name: settings.name.clone(),
        region: settings.region.clone(),
        calendar,
        ..school
    };
    transaction.update_school(&changed).await?;
    transaction.set_contacts(id, &settings.contacts).await?;
    Ok(true)
}

fn invalid(why: &'static str) -> ApiError {
    ApiError::from(Problem::Invalid).with_detail(why)
}
