//! The OpenAPI document, made from the handlers' own annotations and the types of `protocol::api`.
//!
//! Promise: it lists every route of the table and no other; a snapshot in the repository shows each change.

use axum::http::header;
use axum::response::IntoResponse;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use crate::handlers::{
    audit, bookmarks, cases, certificates, copies, directory, founding, gateway, holds, invites,
    kept, leavers, limits, messages, opening, own_sign_in, passkeys, people, readiness, recovery,
    regain, releases, review, schools, settings, sign_in, wind_down,
};

use crate::problem::Problem;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sotto",
        description = "Anonymous, end-to-end encrypted reporting for schools. Every text in these messages is \
sealed in a browser; the server sees dates, sizes and flags. Binary fields are base64url without padding. Errors \
are RFC 9457 problem documents with a stable `type`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        schools::show, schools::show_packed, kept::show, gateway::answer, audit::checkpoint, audit::leaves, audit::consistency,
        sign_in::salt, sign_in::sign_in, invites::look, invites::accept, sign_in::sign_out, audit::page,
        certificates::list, people::list, copies::show, readiness::show, opening::show, opening::sign, opening::open, settings::show, settings::change, directory::versions, directory::drafts, directory::sign, cases::page,
        releases::release, bookmarks::keep, messages::add, holds::set, holds::lift, directory::draft, invites::invite,
        invites::cancel, limits::set, people::end, messages::step_aside, leavers::hand_over, leavers::leaving,
        directory::told, recovery::list, recovery::share, recovery::drill, recovery::give, recovery::stop,
        founding::look, founding::begin, founding::join, founding::sign,
        regain::ask, regain::look, regain::finish, review::show, review::close,
        own_sign_in::show, own_sign_in::name, own_sign_in::end, own_sign_in::end_all, own_sign_in::prove,
        own_sign_in::renew_codes, audit::export,
        passkeys::ask, passkeys::ask_again, passkeys::options, passkeys::add, passkeys::remove,
        wind_down::show, wind_down::cases::page, wind_down::ask, wind_down::agree, wind_down::call_back, wind_down::keeper,
    ),
    modifiers(&Session),
    tags(
        (name = "pupil", description = "Anyone. No session, no cookie."),
        (name = "log", description = "The audit log."),
        (name = "sign-in", description = "Sessions of adults."),
        (name = "people", description = "Accounts and invitations."),
        (name = "founding", description = "From an empty server to a school."),
        (name = "recovery", description = "Getting keys back with colleagues."),
        (name = "directory", description = "The signed list of who can read."),
        (name = "end", description = "The end of a school's service."),
        (name = "cases", description = "Reports as readers reach them."),
    )
)]
struct ApiDoc;

struct Session;

impl Modify for Session {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("session", SecurityScheme::Http(scheme));
        let description = document.info.description.get_or_insert_default();
        description.push_str(&problem_table());
    }
}

/// Every problem type with its status and when it is answered, from the one table of `problem.rs`.
fn problem_table() -> String {
    let mut table = String::from("\n\n| type | status | answered when |\n| --- | --- | --- |\n");
    for problem in Problem::ALL {
        let (uri, status) = (problem.uri(), problem.status());
        let when = problem.explanation().trim().replace('\n', " ");
        table.push_str(&format!("| `{uri}` | {status} | {when} |\n"));
    }
    table
}

/// The document as a value.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    ApiDoc::openapi()
}

/// The document as text.
#[must_use]
pub fn text() -> String {
    let mut text = document()
        .to_pretty_json()
        .expect("an OpenAPI document always serializes");
    text.push('\n');
    text
}

/// `GET /api/v1/openapi.json` on the admin listener.
pub async fn serve() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text())
}
