//! What this server keeps, for how long, who can read it, where it lies, and when it was last destroyed: the live half
//! of the public page, and the whole of it for machines (IMP-C6).
//!
//! The same bytes for every visitor of a school. Days, never hours: it tells about the machine, not about a child.

use std::collections::BTreeMap;

use axum::extract::State;
use protocol::api::Contacts;
use protocol::day::Day;
use protocol::directory::{Directory, KeyStatus};
use protocol::id::SchoolId;
use protocol::retention::{ENGLAND_2026, Policy};
use serde::Serialize;

use crate::app::App;
use crate::backup;
use crate::config::Settings;
use crate::data_classes::{DataClass, DataClasses};
use crate::extract::{HostName, Path};
use crate::handlers::schools::find;
use crate::in_force::InForce;
use crate::problem::{ApiError, ProblemDocument};
use crate::store::{Transaction, UpkeepKind};

/// See the module.
#[derive(Serialize, utoipa::ToSchema)]
pub struct KeptView {
    /// The school's name.
    name: String,
    /// Its pack of helplines and rules, such as `gb-eng`.
    region: String,
    /// Who runs the server, as they state it.
    operator: Option<String>,
    /// Where the server stands, as they state it.
    stands_in: Option<String>,
    /// Where backups lie, as they state it.
    backups_in: Option<String>,
    /// The controller, the data protection officer, how to complain.
    contacts: Option<Contacts>,
    /// Destinations that data is sent to: none.
    sent_to: Vec<String>,
    /// Version of the signed list of readers.
    directory_version: u32,
    /// Day it was signed, `YYYY-MM-DD`.
    directory_issued: String,
    /// Who can read, as signed.
    readers: Vec<KeptReader>,
    /// Every class of data.
    classes: Vec<DataClass>,
    /// Day the list of classes was last read through.
    classes_dated: String,
    /// The data protection officer who confirmed it.
    classes_confirmed_by: Option<String>,
    /// The school's retention policy.
    #[schema(value_type = Object)]
    retention: Policy,
    /// Days after which a backup is deleted.
    backup_days: u32,
    /// Day cases were last destroyed.
    last_destruction: Option<String>,
    /// Day of the newest backup.
    last_backup: Option<String>,
    /// Day a backup was last restored on trial, if that went well.
    last_drill: Option<String>,
    /// Day an older copy was last put back.
    last_loss: Option<String>,
}

/// One adult of the signed list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct KeptReader {
    name: String,
    place: String,
    from: String,
    to: String,
}

/// What is kept here.
#[utoipa::path(get, path = "/api/v1/schools/{slug}/kept", tag = "pupil",
    params(("slug" = String, Path, description = "`-`: the school of this host name, or the only one")),
    responses((status = 200, body = KeptView), (status = 404, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
) -> Result<axum::Json<KeptView>, ApiError> {
    let mut transaction = app.read().await?;
    let school = find(&mut transaction, &slug, &host).await?;
    let directory = InForce::load(&mut transaction, school.id).await?.directory;
    let days = Days::load(&mut transaction, school.id).await?;
    let contacts = transaction.contacts(school.id).await?;
    drop(transaction);
    let classes = DataClasses::built_in().map_err(ApiError::internal)?;
    let stated = app.settings.stated.clone();
    Ok(axum::Json(KeptView {
        name: school.name,
        region: school.region,
        operator: stated.operator,
        stands_in: stated.stands_in,
        backups_in: stated.backups_in,
        contacts,
        sent_to: Vec::new(),
        directory_version: directory.version,
        directory_issued: directory.issued_day.to_string(),
        readers: readers(&directory),
        classes: classes.with(&settings(&app.settings)),
        classes_dated: classes.dated,
        classes_confirmed_by: classes.confirmed_by,
        retention: Policy::decode(ENGLAND_2026.as_bytes()).map_err(ApiError::internal)?,
        backup_days: backup::KEPT_DAYS,
        last_destruction: days.destruction,
        last_backup: days.backup,
        last_drill: days.drill,
        last_loss: days.loss,
    }))
}

fn readers(directory: &Directory) -> Vec<KeptReader> {
    let entries = directory.entries.iter();
    entries
        .filter(|entry| entry.status == KeyStatus::Active)
        .map(|entry| KeptReader {
            name: entry.name.clone(),
            place: entry.place.clone(),
            from: entry.from.to_string(),
            to: entry.to.to_string(),
        })
        .collect()
}

/// Settings that the texts name.
fn settings(settings: &Settings) -> BTreeMap<String, String> {
    let minutes = settings.session_idle_seconds.div_ceil(60);
    BTreeMap::from([
        (
            "session_hours".to_owned(),
            settings.session_hours.to_string(),
        ),
        ("session_minutes".to_owned(), minutes.to_string()),
    ])
}

struct Days {
    destruction: Option<String>,
    backup: Option<String>,
    drill: Option<String>,
    loss: Option<String>,
}

impl Days {
    async fn load(transaction: &mut Transaction, school: SchoolId) -> Result<Self, ApiError> {
        let newest = transaction.certificates(school, 1).await?;
        let restored = day(transaction, UpkeepKind::Restore).await?;
        let accepted = day(transaction, UpkeepKind::RollbackAccepted).await?;
        let loss = restored.max(accepted).map(|day| day.to_string());
        Ok(Self {
            destruction: newest.first().map(|one| Day(one.day).to_string()),
            backup: day(transaction, UpkeepKind::Backup)
                .await?
                .map(|day| day.to_string()),
            drill: day(transaction, UpkeepKind::Drill)
                .await?
                .map(|day| day.to_string()),
            loss,
        })
    }
}

/// Day something was last done, if it went well.
async fn day(transaction: &mut Transaction, kind: UpkeepKind) -> Result<Option<Day>, ApiError> {
    let last = transaction.last_upkeep(kind).await?;
    Ok(last
        .filter(|one| one.fine)
        .map(|one| Day(one.minute / (24 * 60))))
}
