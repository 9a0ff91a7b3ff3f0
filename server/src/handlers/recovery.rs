//! Shares of adults' keys, for those who are signed in: make them, try them in a drill, give one to whoever asks.
//!
//! Promise: a set is the reader's own, signed by them, held by people who read today, and never by somebody whom their
//! inbox is there to hear about; each share is given once, by its holder; every act is an entry of the log.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    RecoveryAskView, RecoveryGiftRequest, RecoveryPieceRequest, RecoverySetRequest,
    RecoverySetView, RecoveryView, limit,
};
use protocol::audit::Kind;
use protocol::day::Day;
use protocol::directory::Entry;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{Hash, KeyId, SchoolId, StaffId, VerifyingKeyBytes};
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::Piece;
use protocol::recovery::gift::Gift;
use protocol::recovery::{ShareSet, may_hold};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::extract::{Json, Path};
use crate::handlers::leavers::working_keys;
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Reader, StaffMember};
use crate::step_up::Fresh;
use crate::store::{RecoveryAsk, RecoverySet, Transaction};

/// Whose keys could be recovered by whom, who is asking, and when it was done.
#[utoipa::path(get, path = "/api/v1/recovery", tag = "recovery", security(("session" = [])),
    responses((status = 200, body = RecoveryView), (status = 401, body = ProblemDocument)))]
pub async fn list(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<RecoveryView>, ApiError> {
    let school = member.school;
    let mut transaction = app.read().await?;
    let mut sets = Vec::new();
    for set in transaction.recovery_sets(school).await? {
        let pieces = transaction.recovery_pieces(school, set.staff).await?;
        sets.push(RecoverySetView {
            staff: set.staff,
            set: Bytes(set.shares),
            pieces: pieces.into_iter().map(Bytes).collect(),
        });
    }
    let mut asks = Vec::new();
    for ask in transaction.recovery_asks(school, lapsed(&app)).await? {
        let gifts = transaction.recovery_gifts(school, ask.staff).await?;
        asks.push(RecoveryAskView {
            staff: ask.staff,
            ask: Bytes(ask.ask),
            asked_hour: ask.asked_hour,
            ends_hour: ask.asked_hour.saturating_add(limit::RECOVERY_HOURS),
            given: gifts
                .iter()
                .filter_map(|gift| Some(Gift::decode(gift).ok()?.place()))
                .collect(),
        });
    }
    let uses = transaction.recovery_uses(school).await?;
    Ok(axum::Json(RecoveryView { sets, asks, uses }))
}

/// Keeps a reader's shares in place of their earlier ones.
#[utoipa::path(put, path = "/api/v1/recovery/set", tag = "recovery", security(("session" = [])),
    request_body = RecoverySetRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn share(
    State(app): State<App>,
    Fresh(reader): Fresh<Reader>,
    Json(request): Json<RecoverySetRequest>,
) -> Result<StatusCode, ApiError> {
    let (school, staff) = (reader.member.school, reader.member.view.staff);
    let mut transaction = app.write().await?;
    let stored = transaction.recovery_set(school, staff).await?;
    if stored.is_some_and(|stored| stored.shares == request.set.0) {
        // The answer was lost; it was done.
        return Ok(StatusCode::NO_CONTENT);
    }
    let act = keep_set(
        &app,
        &mut transaction,
        (school, staff),
        &reader.key,
        request,
    )
    .await?;
    record(&app, transaction, school, &act).await
}

/// Checks a set and puts it in place. What is to be logged comes back, for the log is written last.
pub(super) async fn keep_set(
    app: &App,
    transaction: &mut Transaction,
    (school, staff): (SchoolId, StaffId),
    key: &KeyId,
    request: RecoverySetRequest,
) -> Result<Act, ApiError> {
    let invalid = |why: &'static str| ApiError::from(Problem::Invalid).with_detail(why);
    let set = ShareSet::decode(&request.set.0).map_err(|_| invalid("These are not shares."))?;
    let in_force = InForce::load(transaction, school).await?;
    let owner = in_force.directory.entry(key).ok_or(Problem::Refused)?;
    set.verify((school, staff), key, &owner.signing)
        .map_err(|_| Problem::BadSignature)?;
    if set.hour().abs_diff(app.now().hour()) > 1 {
        return Err(Problem::WrongHour.into());
    }
    if !set.is_copy(&request.copy.0) {
        return Err(invalid("The copy is not the one the shares open."));
    }
    let working = working_keys(transaction, school).await?;
    let today = Day(app.now().day());
    for holder in set.holders() {
        let entry = in_force.directory.entry(holder);
        let reads = |entry: &&Entry| entry.receives(today) && working.contains(holder);
        let entry = entry
            .filter(reads)
            .ok_or_else(|| invalid("A colleague in it does not read at this school."))?;
        if !may_hold(entry, owner) {
            return Err(invalid(
                "The head holds no share of an inbox for concerns about the head.",
            ));
        }
    }
    let hour = app.now().hour();
    let what = FixedBytes(Sha256::digest(&request.set.0).into());
    let set = RecoverySet {
        staff,
        shares: request.set.0,
        key_copy: request.copy.0,
    };
    transaction.put_recovery_set(school, &set, hour).await?;
    Ok(Act::School {
        kind: Kind::SharesMade,
        key: *key,
        hour,
        what,
    })
}

/// Keeps what a holder shows of their share in a drill.
#[utoipa::path(put, path = "/api/v1/recovery/piece", tag = "recovery", security(("session" = [])),
    request_body = RecoveryPieceRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn drill(
    State(app): State<App>,
    reader: Reader,
    Json(request): Json<RecoveryPieceRequest>,
) -> Result<StatusCode, ApiError> {
    let school = reader.member.school;
    let piece = Piece::decode(&request.piece.0).map_err(|_| Problem::Invalid)?;
    if piece.hour().abs_diff(app.now().hour()) > 1 {
        return Err(Problem::WrongHour.into());
    }
    let mut transaction = app.write().await?;
    let pieces = transaction.recovery_pieces(school, request.staff).await?;
    if pieces.contains(&request.piece.0) {
        return Ok(StatusCode::NO_CONTENT);
    }
    let (set, signing) = held(&mut transaction, &reader, request.staff, piece.place()).await?;
    piece
        .verify(&set, &signing)
        .map_err(|_| Problem::BadSignature)?;
    transaction
        .put_recovery_piece(school, request.staff, piece.place(), &request.piece.0)
        .await?;
    let act = by(&app, &reader, Kind::ShareDrilled, &request.piece.0);
    record(&app, transaction, school, &act).await
}

/// Takes a share for whoever asked.
#[utoipa::path(put, path = "/api/v1/recovery/gift", tag = "recovery", security(("session" = [])),
    request_body = RecoveryGiftRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn give(
    State(app): State<App>,
    Fresh(reader): Fresh<Reader>,
    Json(request): Json<RecoveryGiftRequest>,
) -> Result<StatusCode, ApiError> {
    let school = reader.member.school;
    let gift = Gift::decode(&request.gift.0).map_err(|_| Problem::Invalid)?;
    let mut transaction = app.write().await?;
    let (_, ask) = asked(&app, &mut transaction, school, request.staff).await?;
    if ask.id() != request.ask {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("There is another request by now. Compare the six words again."));
    }
    let (set, signing) = held(&mut transaction, &reader, request.staff, gift.place()).await?;
    gift.verify(&set, &ask, &signing)
        .map_err(|_| Problem::BadSignature)?;
    if !transaction
        .insert_recovery_gift(school, request.staff, gift.place(), &request.gift.0)
        .await?
    {
        return Ok(StatusCode::NO_CONTENT);
    }
    let act = by(&app, &reader, Kind::ShareGiven, &request.gift.0);
    record(&app, transaction, school, &act).await
}

/// Stops a request. Any reader may: whoever did not ask must be able to say so, and their colleagues for them.
#[utoipa::path(delete, path = "/api/v1/recovery/asks/{staff}", tag = "recovery", security(("session" = [])),
    params(("staff" = String, Path, description = "account")),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument)))]
pub async fn stop(
    State(app): State<App>,
    reader: Reader,
    Path(staff): Path<StaffId>,
) -> Result<StatusCode, ApiError> {
    let school = reader.member.school;
    let mut transaction = app.write().await?;
    let stored = transaction
        .recovery_ask(school, staff, lapsed(&app))
        .await?
        .ok_or(Problem::NotFound)?;
    transaction.delete_recovery_ask(school, staff).await?;
    let act = by(&app, &reader, Kind::RecoveryStopped, &stored.ask);
    record(&app, transaction, school, &act).await
}

/// The set of an account, and the key with which the holder of this place signs: the caller's own, or nobody's.
async fn held(
    transaction: &mut Transaction,
    reader: &Reader,
    staff: StaffId,
    place: u8,
) -> Result<(ShareSet, VerifyingKeyBytes), ApiError> {
    let school = reader.member.school;
    let set = transaction.recovery_set(school, staff).await?;
    let set = decode_set(&set.ok_or(Problem::NoShares)?)?;
    if set.place_of(&reader.key) != Some(place) {
        return Err(Problem::Refused.into());
    }
    let in_force = InForce::load(transaction, school).await?;
    let entry = in_force.directory.entry(&reader.key);
    Ok((set, entry.ok_or(Problem::Refused)?.signing))
}

/// What is stored was checked when it came in.
pub(super) fn decode_set(set: &RecoverySet) -> Result<ShareSet, ApiError> {
    ShareSet::decode(&set.shares).map_err(|_| ApiError::internal("stored shares do not decode"))
}

/// A request that has not lapsed.
pub(super) async fn asked(
    app: &App,
    transaction: &mut Transaction,
    school: SchoolId,
    staff: StaffId,
) -> Result<(RecoveryAsk, Ask), ApiError> {
    let stored = transaction
        .recovery_ask(school, staff, lapsed(app))
        .await?
        .ok_or(Problem::NoShares)?;
    let ask = Ask::decode(&stored.ask)
        .map_err(|_| ApiError::internal("a stored request does not decode"))?;
    Ok((stored, ask))
}

/// Requests made in this hour or before have lapsed.
fn lapsed(app: &App) -> u32 {
    app.now().hour().saturating_sub(limit::RECOVERY_HOURS)
}

fn by(app: &App, reader: &Reader, kind: Kind, what: &[u8]) -> Act {
    let what: Hash = FixedBytes(Sha256::digest(what).into());
    Act::School {
        kind,
        key: reader.key,
        hour: app.now().hour(),
        what,
    }
}

async fn record(
    app: &App,
    transaction: Transaction,
    school: SchoolId,
    act: &Act,
) -> Result<StatusCode, ApiError> {
    app.commit_act(transaction, school, act).await?;
    Ok(StatusCode::NO_CONTENT)
}
