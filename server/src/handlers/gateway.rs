//! The pupil's one address: a sealed request of one of two sizes, a sealed answer (protocol 3.5).
//!
//! Promise: whoever watches the line sees neither what is asked nor whether it worked; a captured request is
//! refused within ten minutes and harmless afterwards, because every act is idempotent by mailbox and message;
//! a mailbox that does not exist costs the same work as one whose token is wrong.

mod acts;

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use protocol::api::limit::GATEWAY;
use protocol::gateway::{AnswerKey, GatewayAnswer, MailboxView, Op, open_request, school_of};
use protocol::plaintext::Danger;

use crate::app::App;
use crate::extract::{HostName, Path, Sealed};
use crate::handlers::schools;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::replay::Seen;

/// Takes a sealed request and gives a sealed answer.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/gateway", tag = "pupil",
    params(("slug" = String, Path, description = "school")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream",
        description = "exactly 32 KiB or 96 KiB, sealed to the gateway key in the signed directory"),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>,
            description = "sealed; a power of two from 32 KiB to 1 MiB"),
        (status = 400, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 415, body = ProblemDocument), (status = 422, body = ProblemDocument),
        (status = 503, body = ProblemDocument), (status = 507, body = ProblemDocument)))]
pub async fn answer(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    Sealed(frame): Sealed,
) -> Result<impl IntoResponse, ApiError> {
    if !GATEWAY.contains(&frame.len()) {
        return Err(Problem::WrongSize.into());
    }
    let mut transaction = app.read().await?;
    let school = schools::find(&mut transaction, &slug, &host).await?;
    drop(transaction);
    if school_of(&frame).map_err(|_| Problem::NotSealedToUs)? != school.id {
        return Err(Problem::WrongSchool.into());
    }
    let key = app.server_key.derive_gateway_key(school.id);
    let opened = open_request(&frame, school.id, &key).map_err(|_| Problem::NotSealedToUs)?;
    match app.replays.look(school.id, opened.nonce, app.now()) {
        Seen::First => {}
        Seen::Again => return Err(Problem::Replayed.into()),
        Seen::Full => return Err(Problem::Busy.into()),
    }
    let request = opened.request;
    let answer = match &request.op {
        Op::Submit {
            danger,
            audit_key,
            envelope,
        } => {
            let submit = || acts::submit(&app, &school, &request, *danger, audit_key, envelope);
            match submit().await {
                // R14: the first to meet a full disk makes room, so that this one need not come back.
                Err(error)
                    if *danger != Danger::No
                        && error.problem() == Problem::StorageFull
                        && app.reserve.spend() =>
                {
                    submit().await?
                }
                answered => answered?,
            }
        }
        Op::Check => acts::check(&app, &school, &request).await?,
        Op::Say { envelope } => acts::say(&app, &school, &request, envelope).await?,
        Op::Withdraw => acts::withdraw(&app, &school, &request).await?,
    };
    let sealed = seal(&app, &opened.answer, answer)?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], sealed))
}

/// Seals the answer. A thread too long for one answer loses its oldest messages, never the newest or the report.
fn seal(app: &App, key: &AnswerKey, mut answer: GatewayAnswer) -> Result<Vec<u8>, ApiError> {
    let mut rng = app.randomness.make_rng();
    loop {
        if let Ok(sealed) = key.seal(&answer, &mut rng) {
            return Ok(sealed);
        }
        match &mut answer {
            GatewayAnswer::Mailbox(MailboxView { messages, .. }) if messages.len() > 2 => {
                drop(messages.remove(1))
            }
            _ => return Err(ApiError::internal("an answer does not fit its frame")),
        }
    }
}
