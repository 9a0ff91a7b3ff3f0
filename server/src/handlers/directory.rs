//! Making the next version of the signed directory, in the open: drafted by an admin, signed by root holders,
//! in force at the threshold, logged in the same transaction.
//!
//! Promise: the server can hold a draft back, but it cannot make, change or reorder one. A draft that does not
//! follow the version in force (older, forked, another school's) is refused before anyone is asked to sign it.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    DirectoryVersion, DraftRequest, DraftView, RootSignature, SignatureAnswer, ToldRequest,
};
use protocol::audit::{Kind, NO_KEY};
use protocol::day::Day;
use protocol::directory::{Directory, KeyStatus, LEAST_READERS, SuccessorFault};
use protocol::encoding::Bytes;
use protocol::id::{Hash, KeyId, SchoolId};
use protocol::keys::{KemPublic, verify};
use protocol::label::Label;

use crate::app::App;
use crate::extract::{Json, Path};
use crate::handlers::leavers;
use crate::in_force::InForce;
use crate::log_keeper::{Act, Recorded};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Admin, StaffMember};
use crate::step_up::Fresh;
use crate::store::{NewDraft, StoredDraft, Transaction};

const HOURS_PER_DAY: u32 = 24;

/// Every version there was, oldest first.
#[utoipa::path(get, path = "/api/v1/directory/versions", tag = "directory", security(("session" = [])),
    responses((status = 200, body = [DirectoryVersion]), (status = 401, body = ProblemDocument)))]
pub async fn versions(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<Vec<DirectoryVersion>>, ApiError> {
    let versions = app
        .read()
        .await?
        .directory_versions(member.school)
        .await?
        .into_iter();
    let views = versions.map(|version| DirectoryVersion {
        signed: version.signed,
        log_index: version.log_index,
    });
    Ok(axum::Json(views.collect()))
}

/// Proposals that wait for signatures.
#[utoipa::path(get, path = "/api/v1/directory/drafts", tag = "directory", security(("session" = [])),
    responses((status = 200, body = [DraftView]), (status = 401, body = ProblemDocument)))]
pub async fn drafts(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<Vec<DraftView>>, ApiError> {
    let drafts = app.read().await?.drafts(member.school).await?;
    Ok(axum::Json(
        drafts.into_iter().map(|draft| draft.view).collect(),
    ))
}

/// Proposes the next version.
#[utoipa::path(post, path = "/api/v1/directory/drafts", tag = "directory", security(("session" = [])),
    request_body = DraftRequest,
    responses((status = 200, body = DraftView), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn draft(
    State(app): State<App>,
    Fresh(Admin(admin)): Fresh<Admin>,
    Json(request): Json<DraftRequest>,
) -> Result<axum::Json<DraftView>, ApiError> {
    let next = Directory::decode(&request.directory.0).map_err(|_| invalid("Not a directory."))?;
    let mut transaction = app.write().await?;
    let in_force = InForce::load(&mut transaction, admin.school).await?;
    check_follows(&in_force, &next)?;
    check_ours(&app, &next)?;
    for bytes in &request.public_keys {
        let key = KemPublic::from_bytes(&bytes.0).map_err(|_| invalid("Not a public key."))?;
        if next
            .entry(&key.id())
            .is_none_or(|entry| entry.kem_hash != key.hash())
        {
            return Err(invalid("A public key is not one the directory names."));
        }
        transaction
            .put_public_key(admin.school, &key.id(), &bytes.0)
            .await?;
    }
    check_keys(&mut transaction, admin.school, &next).await?;
    check_readers_left(&mut transaction, admin.school, &next, Day(app.now().day())).await?;
    let hash = next.hash();
    let draft = NewDraft {
        hash,
        version: next.version,
        directory: request.directory.0,
        drafted_by: admin.view.staff,
        drafted_hour: app.now().hour(),
    };
    // The same bytes proposed twice are one draft.
    transaction.insert_draft(admin.school, &draft).await?;
    let stored = transaction.draft(admin.school, &hash).await?;
    transaction.commit().await?;
    let stored = stored.ok_or_else(|| ApiError::internal("a draft vanished"))?;
    Ok(axum::Json(stored.view))
}

/// Adds a root key's signature; the last one needed puts the version in force.
#[utoipa::path(post, path = "/api/v1/directory/drafts/{hash}/signatures", tag = "directory",
    security(("session" = [])), params(("hash" = String, Path, description = "draft")),
    request_body = RootSignature,
    responses((status = 200, body = SignatureAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument)))]
pub async fn sign(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
    Path(hash): Path<Hash>,
    Json(signature): Json<RootSignature>,
) -> Result<axum::Json<SignatureAnswer>, ApiError> {
    let school = member.school;
    let mut transaction = app.write().await?;
    let in_force = InForce::load(&mut transaction, school).await?;
    let draft = transaction.draft(school, &hash).await?;
    let valid = in_force.root.contains(&signature.root_key)
        && verify(
            &signature.root_key,
            Label::DirectorySig,
            &[&hash.0],
            &signature.signature,
        )
        .is_ok();
    if !valid {
        return Err(Problem::BadSignature.into());
    }
    let Some(draft) = draft else {
        // The last signature turns the draft into the version in force; whoever lost the answer is told so again.
        let signed = in_force.stored.signed.signatures;
        if in_force.directory.hash() == hash && signed.contains(&signature) {
            return Ok(axum::Json(SignatureAnswer {
                signatures: u8::try_from(signed.len()).expect("a root set has at most 16 keys"),
                in_force: true,
            }));
        }
        return Err(Problem::NotFound.into());
    };
    // The same signature again changes nothing and is answered like the first.
    let new = transaction
        .add_directory_signature(school, &hash, &signature)
        .await?;
    let signatures = draft.view.signatures.len() + usize::from(new);
    let next = Directory::decode(&draft.view.directory.0).map_err(ApiError::internal)?;
    // A key that would receive before everyone had time to object takes one signature more (protocol 5).
    let proposed = Day(draft.view.drafted_hour / HOURS_PER_DAY);
    let needed = in_force
        .directory
        .signatures_needed(&next, in_force.root.threshold(), proposed);
    let in_force_now = signatures >= usize::from(needed);
    let mut recorded = None;
    if in_force_now {
        recorded = Some(put_in_force(&app, &mut transaction, &in_force, &draft, next).await?);
    }
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(SignatureAnswer {
        signatures: u8::try_from(signatures).expect("a root set has at most 16 keys"),
        in_force: in_force_now,
    }))
}

async fn put_in_force(
    app: &App,
    transaction: &mut Transaction,
    before: &InForce,
    draft: &StoredDraft,
    next: Directory,
) -> Result<Recorded, ApiError> {
    let school = before.directory.school;
    // Between draft and last signature another version may have come, or a reader may have been ended.
    check_follows(before, &next)?;
    check_keys(transaction, school, &next).await?;
    check_readers_left(transaction, school, &next, Day(app.now().day())).await?;
    if next.expires_day < Day(app.now().day()) {
        return Err(ApiError::from(Problem::StaleDirectory)
            .with_detail("The draft has expired. Draft it again."));
    }
    let hash = draft.view.hash;
    let act = Act::School {
        kind: Kind::DirectoryVersion,
        key: NO_KEY,
        hour: app.now().hour(),
        what: hash,
    };
    let mut rng = app.randomness.make_rng();
    let recorded = app.log.record(transaction, school, &act, &mut rng).await?;
    let index = recorded.index;
    let root = &before.stored.signed.root.0;
    let directory = &draft.view.directory.0;
    if !transaction
        .insert_directory(school, next.version, &hash, root, directory, index)
        .await?
    {
        return Err(Problem::StaleDirectory.into());
    }
    let active = active_keys(&next);
    transaction.activate_keys(school, &active).await?;
    for key in transaction.withdrawn_keys(school).await? {
        if !active.contains(&key) {
            transaction.forget_withdrawn_key(school, &key).await?;
        }
    }
    transaction.delete_drafts(school).await?;
    Ok(recorded)
}

fn check_follows(in_force: &InForce, next: &Directory) -> Result<(), ApiError> {
    in_force.directory.allows_successor(next).map_err(|fault| {
        let problem = match fault {
            SuccessorFault::OtherSchool => Problem::WrongSchool,
            SuccessorFault::Version | SuccessorFault::PrevHash | SuccessorFault::Issued => {
                Problem::StaleDirectory
            }
        };
        ApiError::from(problem).with_detail(fault.to_string())
    })
}

/// A version under which this server could not open requests or sign the log would cut the school off.
fn check_ours(app: &App, next: &Directory) -> Result<(), ApiError> {
    let gateway = app.server_key.derive_gateway_key(next.school).public();
    if next.gateway_key_hash != gateway.hash() {
        return Err(invalid("The gateway key is not this server's."));
    }
    if next.log_key != app.log.verifying_key() {
        return Err(invalid("The log key is not this server's."));
    }
    Ok(())
}

/// Every key must be known in full, and none that was taken out of use may come back.
async fn check_keys(
    transaction: &mut Transaction,
    school: SchoolId,
    next: &Directory,
) -> Result<(), ApiError> {
    let known = transaction.public_keys(school).await?;
    let known: Vec<_> = known.into_iter().map(|(_, key)| Bytes(key)).collect();
    let missing = next
        .entries
        .iter()
        .any(|entry| entry.find_key(&known).is_none());
    if missing {
        return Err(invalid("A key the directory names was never sent."));
    }
    let withdrawn = transaction.withdrawn_keys(school).await?;
    if active_keys(next).iter().any(|key| withdrawn.contains(key)) {
        return Err(invalid(
            "The directory names someone whose access has ended.",
        ));
    }
    Ok(())
}

/// Two people must be able to read under it from its first day, so that no case is alone with one person or none.
async fn check_readers_left(
    transaction: &mut Transaction,
    school: SchoolId,
    next: &Directory,
    today: Day,
) -> Result<(), ApiError> {
    let working = leavers::working_keys(transaction, school).await?;
    let able = next
        .readers(today)
        .filter(|entry| working.contains(&entry.key_id));
    if able.count() < LEAST_READERS {
        return Err(Problem::TooFewReaders.into());
    }
    Ok(())
}

/// Remembers that this adult was shown what changed.
#[utoipa::path(put, path = "/api/v1/directory/told", tag = "directory", security(("session" = [])),
    request_body = ToldRequest, responses((status = 204), (status = 401, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn told(
    State(app): State<App>,
    member: StaffMember,
    Json(request): Json<ToldRequest>,
) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write().await?;
    let in_force = InForce::load(&mut transaction, member.school).await?;
    if request.version > in_force.stored.version {
        return Err(invalid("There is no such version yet."));
    }
    transaction
        .set_told_version(member.school, member.view.staff, request.version)
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn active_keys(directory: &Directory) -> Vec<KeyId> {
    let active = directory
        .entries
        .iter()
        .filter(|entry| entry.status == KeyStatus::Active);
    active.map(|entry| entry.key_id).collect()
}

fn invalid(why: &'static str) -> ApiError {
    ApiError::from(Problem::Invalid).with_detail(why)
}
