//! The public face of a school, in JSON for any program and in a fixed order for the pages: the same for every visitor
//! but for a fresh puzzle (protocol 7).

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use protocol::api::SchoolView;
use protocol::encoding::Bytes;
use protocol::id::SchoolId;
use protocol::pack::pack;

use crate::app::App;
use crate::budget;
use crate::crowd::Place;
use crate::extract::{HostName, Path};
use crate::gate;
use crate::in_force::InForce;
use crate::look::Calendar;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::store::{School, Transaction};

/// Who can read here, with which keys, and when someone next looks.
#[utoipa::path(get, path = "/api/v1/schools/{slug}", tag = "pupil",
    params(("slug" = String, Path, description = "`-`: the school of this host name, or the only one")),
    responses((status = 200, body = SchoolView), (status = 404, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    place: Place,
) -> Result<axum::Json<SchoolView>, ApiError> {
    view(&app, &slug, &host, place).await.map(axum::Json)
}

/// The same in a fixed order (protocol 2.5), a quarter smaller: what the pages read.
#[utoipa::path(get, path = "/api/v1/schools/{slug}/packed", tag = "pupil",
    params(("slug" = String, Path, description = "`-`: the school of this host name, or the only one")),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>,
        description = "The fields of `SchoolView` in its order, as protocol 2.5 packs them"),
        (status = 404, body = ProblemDocument)))]
pub async fn show_packed(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    place: Place,
) -> Result<impl IntoResponse, ApiError> {
    let view = view(&app, &slug, &host, place).await?;
    let octets = [(CONTENT_TYPE, "application/octet-stream")];
    Ok((octets, pack(&view).to_vec()))
}

async fn view(app: &App, slug: &str, host: &str, place: Place) -> Result<SchoolView, ApiError> {
    let mut transaction = app.read().await?;
    let school = find(&mut transaction, slug, host).await?;
    let in_force = InForce::load(&mut transaction, school.id).await?;
    let known = transaction.public_keys(school.id).await?;
    let withdrawn = transaction.withdrawn_keys(school.id).await?;
    drop(transaction);
    let open = app.open_schools.is_open(app, school.id).await?;

    let gateway = app.server_key.derive_gateway_key(school.id).public();
    let entries = in_force.directory.entries.iter();
    let public_keys = entries
        .filter_map(|entry| known.iter().find(|(id, _)| *id == entry.key_id))
        .map(|(_, key)| Bytes(key.clone()))
        .chain([Bytes(gateway.to_bytes())])
        .collect();
    let today = budget::today(app, school.id).await?;
    let steps = app.crowd.steps(place, app.now()).max(today.steps());
    let calendar = Calendar::parse(&school.calendar).map_err(ApiError::internal)?;
    Ok(SchoolView {
        school: school.id,
        slug: school.slug,
        name: school.name,
        demo: school.demo,
        region: school.region,
        next_look: calendar.next_look(app.now()),
        publication_delay_minutes: app
            .settings
            .publication_delay_minutes
            .unwrap_or(school.publication_delay_minutes),
        directory: in_force.stored.signed,
        public_keys,
        withdrawn,
        challenge: gate::challenge(app, school.id, steps),
        bits_without_code: today.bits_without_code(),
        ends_day: today.ends_day,
        open,
    })
}

/// The school a slug means; `-` is the school of the host name, or the only one.
pub async fn find(
    transaction: &mut Transaction,
    slug: &str,
    host: &str,
) -> Result<School, ApiError> {
    let found = if slug == "-" {
        match transaction.school_by_host(host).await? {
            Some(school) => Some(school),
            None => transaction.only_school().await?,
        }
    } else {
        transaction.school_by_slug(slug).await?
    };
    found.ok_or_else(|| Problem::NotFound.into())
}

/// The school of somebody who is signed in.
pub async fn of(transaction: &mut Transaction, school: SchoolId) -> Result<School, ApiError> {
    let found = transaction.school_by_id(school).await?;
    found.ok_or_else(|| Problem::NotFound.into())
}
