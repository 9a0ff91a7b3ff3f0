//! Founding a school from an empty database: a link on the console, three people, two signatures (`founding.rs`).
//!
//! Promise: each step is done once however often it comes, and two founders who act at the same moment both succeed.

use axum::extract::State;
use protocol::api::{
    FoundingBeginAnswer, FoundingBeginRequest, FoundingJoinRequest, FoundingLookRequest,
    FoundingSignAnswer, FoundingSignRequest, FoundingView,
};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::StaffId;
use zeroize::Zeroizing;

use crate::app::App;
use crate::extract::Json;
use crate::founding::{Account, Founding, Named, token_hash};
use crate::names;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::second_factor;
use crate::settings;

/// How often a step is tried while others are quicker. Three people have one turn each.
const TRIES: u32 = 6;

/// How the founding stands, for whoever has one of its links.
#[utoipa::path(post, path = "/api/v1/founding/look", tag = "founding", request_body = FoundingLookRequest,
    responses((status = 200, body = FoundingView), (status = 410, body = ProblemDocument)))]
pub async fn look(
    State(app): State<App>,
    Json(request): Json<FoundingLookRequest>,
) -> Result<axum::Json<FoundingView>, ApiError> {
    let mut transaction = app.read().await?;
    let (founding, _) = Founding::find(&app, &mut transaction, &request.token.0).await?;
    let you = founding.founder(&request.token.0).ok();
    Ok(axum::Json(founding.view(&app, you)))
}

/// Names the school and its founders; said again, everyone who joined starts anew. Only with the console's link.
#[utoipa::path(post, path = "/api/v1/founding/begin", tag = "founding", request_body = FoundingBeginRequest,
    responses((status = 200, body = FoundingBeginAnswer), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 410, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn begin(
    State(app): State<App>,
    Json(request): Json<FoundingBeginRequest>,
) -> Result<axum::Json<FoundingBeginAnswer>, ApiError> {
    check_names(&request)?;
    let tokens: [FixedBytes<32>; 3] = std::array::from_fn(|_| FixedBytes(app.randomness.bytes()));
    step(&app, &request.token.0, |founding| {
        founding.check_console(&request.token.0)?;
        let mut rng = app.randomness.make_rng();
        let secret = || {
            Bytes(
                app.randomness
                    .bytes::<{ second_factor::SECRET_LEN }>()
                    .to_vec(),
            )
        };
        let people = request.founders.iter().zip(&tokens);
        let people: Vec<Named> = people
            .map(|(person, token)| Named {
                staff: StaffId::make(&mut rng),
                token: token_hash(&token.0),
                name: person.name.clone(),
                place: person.place.clone(),
                secret: secret(),
            })
            .collect();
        let school = (request.slug.clone(), request.settings.clone());
        founding.begin(school, people, app.now().day());
        Ok(())
    })
    .await?;
    Ok(axum::Json(FoundingBeginAnswer { tokens }))
}

fn check_names(request: &FoundingBeginRequest) -> Result<(), ApiError> {
    names::check_slug(&request.slug)?;
    settings::check(&request.settings)?;
    for (at, founder) in request.founders.iter().enumerate() {
        names::check_person(&founder.name)?;
        names::check_place(&founder.place)?;
        let mut before = request.founders.iter().take(at);
        if before.any(|other| other.name.to_lowercase() == founder.name.to_lowercase()) {
            return Err(ApiError::from(Problem::Invalid)
                .with_detail("Name three different people: nobody founds a school alone."));
        }
    }
    Ok(())
}

/// A founder's account: keys made in their browser, code good. Once; the very same request is answered alike.
#[utoipa::path(post, path = "/api/v1/founding/join", tag = "founding", request_body = FoundingJoinRequest,
    responses((status = 200, body = FoundingView), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 410, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn join(
    State(app): State<App>,
    Json(request): Json<FoundingJoinRequest>,
) -> Result<axum::Json<FoundingView>, ApiError> {
    let mut transaction = app.read().await?;
    let (founding, _) = Founding::find(&app, &mut transaction, &request.token.0).await?;
    drop(transaction);
    let place = founding.founder(&request.token.0)?;
    if founding.has_joined_with(place, &request.user, &request.keys) {
        return Ok(axum::Json(founding.view(&app, Some(place))));
    }
    names::check_user(&request.user)?;
    names::check_vault(&request.vault.0)?;
    let secret = founding.secret(place)?;
    let code_step =
        second_factor::check(&secret, &request.code, app.now()).ok_or(Problem::WrongCode)?;
    let salt = app.randomness.bytes();
    let verifier = app
        .slow_hash
        .make(Zeroizing::new(request.auth.0), salt)
        .await?;
    let account = Account {
        user: request.user,
        salt: request.salt,
        verifier,
        vault: request.vault,
        keys: request.keys,
        step: code_step,
    };
    let founding = step(&app, &request.token.0, |founding| {
        let place = founding.founder(&request.token.0)?;
        founding.join(place, &account)
    })
    .await?;
    Ok(axum::Json(founding.view(&app, Some(place))))
}

/// A founder's signature. With the second the school is there, in the same transaction as its first entry in the log.
#[utoipa::path(post, path = "/api/v1/founding/sign", tag = "founding", request_body = FoundingSignRequest,
    responses((status = 200, body = FoundingSignAnswer), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 410, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn sign(
    State(app): State<App>,
    Json(request): Json<FoundingSignRequest>,
) -> Result<axum::Json<FoundingSignAnswer>, ApiError> {
    let founding = step(&app, &request.token.0, |founding| {
        let place = founding.founder(&request.token.0)?;
        founding.sign(&app, place, &request.signed)
    })
    .await?;
    Ok(axum::Json(FoundingSignAnswer {
        founded: founding.is_founded(),
    }))
}

/// Does a step with the founding as it is now, and again when somebody else was quicker. The last one makes the school.
async fn step(
    app: &App,
    token: &[u8; 32],
    act: impl Fn(&mut Founding) -> Result<(), ApiError>,
) -> Result<Founding, ApiError> {
    for _ in 0..TRIES {
        let mut transaction = app.write().await?;
        let (mut founding, before) = Founding::find(app, &mut transaction, token).await?;
        act(&mut founding)?;
        let whole = if founding.is_signed() {
            Some(founding.close(app)?)
        } else {
            None
        };
        let after = founding.seal(app)?;
        // First of all: whoever comes second waits here, and then sees what the first did.
        let kept = transaction
            .advance_founding(founding.school, &before, (&after, founding.last_day))
            .await?;
        if !kept {
            continue;
        }
        match whole {
            Some(whole) => {
                let recorded = whole.keep(app, &mut transaction).await?;
                app.log.commit(transaction, &recorded).await?;
            }
            None => transaction.commit().await?,
        }
        return Ok(founding);
    }
    Err(ApiError::from(Problem::Conflict)
        .with_detail("Somebody else did something at the same moment. Look again."))
}
