//! Opening a case: a signed reason goes into the log first, content comes out afterwards (protocol 6.2).
//!
//! Promise: entry, leaf and checkpoint are committed together before a single wrapped key leaves; the answer
//! proves that the entry is in the log and that the log extends what the reader saw before.

use axum::extract::State;
use protocol::api::{MessageRow, ProvenEntry, Release, ReleaseRequest};
use protocol::audit::{Entry, Kind, Reason};
use protocol::header::Header;
use protocol::id::{CaseId, Hash, KeyId};
use protocol::release::verify_release;
use protocol::thread::derive_thread_id;

use crate::app::App;
use crate::extract::{Json, Path};
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::Reader;

/// Logs why, then gives out every envelope of the case for this reader.
#[utoipa::path(post, path = "/api/v1/cases/{case}/release", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = ReleaseRequest,
    responses((status = 200, body = Release), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn release(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    Json(request): Json<ReleaseRequest>,
) -> Result<axum::Json<Release>, ApiError> {
    let school = reader.member.school;
    let now = app.now();
    let Some(reason) = Reason::from_byte(request.reason) else {
        return Err(ApiError::from(Problem::Invalid).with_detail("There is no such reason."));
    };
    if request.key != reader.key {
        return Err(Problem::BadSignature.into());
    }
    if request.hour.abs_diff(now.hour()) > 1 {
        return Err(Problem::WrongHour.into());
    }
    let mut transaction = app.write().await?;
    let state = transaction
        .case_for_reader(school, case, &reader.key, now.minute())
        .await?
        .ok_or(Problem::NotFound)?;
    let in_force = InForce::load(&mut transaction, school).await?;
    if !in_force.may_open(&reader.key) {
        return Err(Problem::Refused.into());
    }
    let entry = in_force
        .directory
        .entry(&reader.key)
        .ok_or(Problem::Refused)?;
    verify_release(&request, &entry.signing).map_err(|_| Problem::BadSignature)?;

    let messages = transaction
        .released_messages(school, case, &reader.key)
        .await?;
    let first = messages.first().ok_or(Problem::NotFound)?;
    // The signature names the thread, so it cannot be used to log an opening of another case.
    if thread_of(&first.row)? != request.thread {
        return Err(Problem::BadSignature.into());
    }
    let first_time = transaction
        .use_release_nonce(school, &reader.key, &request.nonce.0, now.hour())
        .await?;
    let mut recorded = None;
    if first_time {
        // Sealing a case to somebody else is not reading it: danger stays marked until somebody does.
        let there = if reason == Reason::HandingOver {
            !state.is_erased()
        } else {
            transaction.mark_opened(school, case, now.day()).await?
        };
        if !there {
            return Err(Problem::NotFound.into());
        }
        let act = Act::Case {
            case,
            kind: Kind::Released,
            key: reader.key,
            reason: Some(reason),
            hour: now.hour(),
            envelope: protocol::encoding::FixedBytes([0; 32]),
        };
        let mut rng = app.randomness.make_rng();
        let written = app
            .log
            .record(&mut transaction, school, &act, &mut rng)
            .await?;
        recorded = Some(written);
    }
    let (entries, checkpoint) = app.log.case_entries(&mut transaction, school, case).await?;
    // A reader whose answer was lost asks again with the same signed request and is answered again from the entry
    // it made (R25): one opening, one entry. Once anything else has happened to the case, it must be a new request.
    if !first_time && !newest_is_opening(&entries, &reader.key, reason) {
        return Err(Problem::Replayed.into());
    }
    let consistency = app
        .log
        .consistency(&mut transaction, request.log_size, None)
        .await?;
    let consistency = consistency.ok_or_else(|| {
        ApiError::from(Problem::Conflict).with_detail("The log is shorter than the one named.")
    })?;
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(Release {
        messages,
        entries,
        checkpoint,
        consistency,
    }))
}

/// Whether the last thing that happened to the case is that this reader opened it for this reason.
fn newest_is_opening(entries: &[ProvenEntry], key: &KeyId, reason: Reason) -> bool {
    let newest = entries
        .last()
        .and_then(|proven| Entry::decode(&proven.entry.0).ok());
    newest.is_some_and(|entry| {
        entry.kind == Kind::Released && entry.key_id == *key && entry.reason == Some(reason)
    })
}

fn thread_of(first: &MessageRow) -> Result<Hash, ApiError> {
    let header = Header::decode(&first.header.0).map_err(ApiError::internal)?;
    Ok(derive_thread_id(
        &header.hash(),
        &first.commitment,
        &first.body_hash,
    ))
}
