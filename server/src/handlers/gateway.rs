//! The pupil's one address: a sealed request of one of two sizes, a sealed answer (protocol 3.5).
//!
//! Promise: whoever watches the line sees neither what is asked nor whether it worked; a captured request is
//! refused within ten minutes and harmless afterwards, because every act is idempotent by mailbox and message;
//! a mailbox that does not exist costs the same work and the same pause as one whose token is wrong; a report that says
//! danger is taken whatever the load, with or without a puzzle.

mod acts;

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use protocol::api::Alarm;
use protocol::api::limit::GATEWAY;
use protocol::gateway::{
    AnswerKey, GatewayAnswer, MailboxView, Op, Problem as Why, Request, school_of,
};
use protocol::plaintext::Danger;
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::budget::{self, Today};
use crate::crowd::Place;
use crate::even::Came;
use crate::extract::{HostName, Path, Sealed};
use crate::gate::{self, BITS_WITHOUT_CODE, Passed};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::register;
use crate::replay::Seen;
use crate::store::{Limits, School};

/// The longest pause before "no mailbox" is said.
const LONGEST_PAUSE_SECONDS: u32 = 8;

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
        (status = 428, body = ProblemDocument),
        (status = 503, body = ProblemDocument), (status = 507, body = ProblemDocument)))]
pub async fn answer(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    place: Place,
    Sealed(frame): Sealed,
) -> Result<impl IntoResponse, ApiError> {
    if !GATEWAY.contains(&frame.len()) {
        return Err(Problem::WrongSize.into());
    }
    let came = Came::now();
    let school = register::find(&app, &slug, &host).await?;
    if school_of(&frame).map_err(|_| Problem::NotSealedToUs)? != school.id {
        return Err(Problem::WrongSchool.into());
    }
    let today = budget::today(&app, school.id).await?;
    let steps = app.crowd.arrive(place, app.now()).max(today.steps());
    let Passed { opened, spare_bits } = gate::pass(&app, school.id, frame, steps).await?;
    let request = opened.request;
    let lane = Lane::new(&app, &school, &today, &request, spare_bits);
    if !lane.is_paid && !acts::is_danger(&request) {
        // Not remembered as seen: the same request may come again with a better answer.
        let answer = GatewayAnswer::Work {
            challenge: gate::challenge(&app, school.id, steps),
        };
        return seal(&app, &opened.answer, answer).map(octets);
    }
    match app.replays.look(school.id, opened.nonce, app.now()) {
        Seen::First => {}
        Seen::Again => return Err(Problem::Replayed.into()),
        // Danger is taken with a full memory too: doing it twice does nothing (`acts::submit`).
        Seen::Full if acts::is_danger(&request) => {}
        Seen::Full => return Err(Problem::Busy.into()),
    }
    let answer = match &request.op {
        Op::Submit {
            danger,
            audit_key,
            envelope,
        } => {
            // Nothing that nobody would read: the page says so and shows who answers now (XAM-23).
            if !app.open_schools.is_open(&app, school.id).await? {
                let answer = GatewayAnswer::Refused {
                    problem: Why::NotOpen,
                };
                return seal(&app, &opened.answer, answer).map(octets);
            }
            let submit =
                || acts::submit(&app, &school, lane, &request, *danger, audit_key, envelope);
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
        Op::Say { envelope } => acts::say(&app, &school, lane, &request, envelope).await?,
        Op::Withdraw => acts::withdraw(&app, &school, &request).await?,
        // A school that takes nothing new still lets seven words move: what is in a mailbox can be read for a while.
        Op::Leave { sealed } => app
            .moves
            .leave(school.id, request.mailbox, sealed, app.now()),
        Op::Take => app.moves.take(school.id, request.mailbox, app.now()),
        Op::Look => app.moves.look(school.id, request.mailbox, app.now()),
    };
    if answer == GatewayAnswer::NoMailbox {
        slow_down(&app, &school, &request).await;
        came.even().await;
    }
    seal(&app, &opened.answer, answer).map(octets)
}

fn octets(sealed: Vec<u8>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/octet-stream")], sealed)
}

/// How a request came in.
#[derive(Clone, Copy)]
pub struct Lane {
    /// The puzzle was as hard as it had to be, poster code or not.
    is_paid: bool,
    /// The school's posters carry a code, and this request did not have it.
    lacks_code: bool,
    /// The day took in so much that only danger and poster codes are taken.
    is_stopped: bool,
    /// The school's service ends, and nothing new is taken.
    is_ended: bool,
    limits: Limits,
}

impl Lane {
    fn new(
        app: &App,
        school: &School,
        today: &Today,
        request: &Request,
        spare_bits: Option<u8>,
    ) -> Self {
        let Limits { term, .. } = today.limits;
        let code = app.server_key.derive_term_code(school.id, term);
        let same = bool::from(code.0.ct_eq(&request.term_code.0));
        let lacks_code = today.has_codes() && !same;
        let needed = if lacks_code { BITS_WITHOUT_CODE } else { 0 };
        Self {
            is_paid: spare_bits.is_some_and(|spare| spare >= needed),
            lacks_code,
            limits: today.limits,
            is_ended: today.ends_day.is_some(),
            is_stopped: today.alarm() == Alarm::Stopped && !(today.has_codes() && same),
        }
    }
}

/// The answer "no mailbox" takes longer each time it is given for one mailbox: the same whether there is none or the
/// token is wrong. The right token never waits, so a guesser keeps nobody out.
async fn slow_down(app: &App, school: &School, request: &Request) {
    let who = (school.id, request.mailbox);
    let seconds = app.patience.mistaken(who, app.now());
    let seconds = seconds.min(LONGEST_PAUSE_SECONDS);
    // A flood of guesses does not get to hold more than so many requests open.
    let Ok(_place) = app.gate.pauses.try_acquire() else {
        return;
    };
    tokio::time::sleep(std::time::Duration::from_secs(seconds.into())).await;
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
