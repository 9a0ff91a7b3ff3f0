//! The next signed directory: drafted in the open, refused when it does not follow, in force at the threshold.

use protocol::api::{
    CasePage, DirectoryVersion, DraftRequest, DraftView, EndStaffRequest, RootSignature,
    SchoolView, SignatureAnswer,
};
use protocol::directory::{Directory, KeyStatus, Known, verify};
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::keys::SigningSecret;
use protocol::plaintext::Danger;
use protocol::root::sign_directory;
use server::problem::Problem;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(
    a_draft_comes_into_force_at_the_threshold,
    drafts_that_do_not_follow_are_refused,
    only_root_keys_sign,
    an_ended_reader_stays_out,
);

fn draft(token: &str, directory: &Directory) -> Asking {
    let request = DraftRequest {
        directory: Bytes(directory.encode().unwrap()),
        public_keys: Vec::new(),
    };
    post("/api/v1/directory/drafts")
        .session(token)
        .json(&request)
}

fn sign(token: &str, draft: &DraftView, signature: &RootSignature) -> Asking {
    let path = format!(
        "/api/v1/directory/drafts/{}/signatures",
        to_base64url(&draft.hash.0)
    );
    post(path).session(token).json(signature)
}

async fn a_draft_comes_into_force_at_the_threshold(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let mut next = school.directory.successor(school.directory.issued_day);
    next.entries[1].status = KeyStatus::DecryptOnly;
    let view: DraftView = draft(&admin, &next).of(&world).await.ok();
    let again: DraftView = draft(&admin, &next).of(&world).await.ok();
    assert_eq!(view, again, "the same bytes are one draft");

    // Any signed-in adult may bring a root signature; one root key counts once.
    let first = sign_directory(&school.roots[0], &view.hash);
    for _ in 0..2 {
        let answer: SignatureAnswer = sign(&lead, &view, &first).of(&world).await.ok();
        assert_eq!((answer.signatures, answer.in_force), (1, false));
    }
    let second = sign_directory(&school.roots[1], &view.hash);
    let answer: SignatureAnswer = sign(&admin, &view, &second).of(&world).await.ok();
    assert_eq!((answer.signatures, answer.in_force), (2, true));

    let view: SchoolView = get(school.path("")).of(&world).await.ok();
    let known = Known {
        fingerprint: Some(school.root.fingerprint()),
        least_version: 2,
        last_seen: None,
    };
    let verified = verify(&view.directory, &known, next.issued_day).unwrap();
    assert_eq!(verified.directory(), &next);
    let versions: Vec<DirectoryVersion> = get("/api/v1/directory/versions")
        .session(&lead)
        .of(&world)
        .await
        .ok();
    assert_eq!(versions.len(), 2);
    assert!(versions[0].log_index < versions[1].log_index);
    let drafts: Vec<DraftView> = get("/api/v1/directory/drafts")
        .session(&lead)
        .of(&world)
        .await
        .ok();
    assert!(drafts.is_empty());
    // Whoever lost that last answer is told so again; a signature that was not needed finds no draft.
    let told: SignatureAnswer = sign(&admin, &again, &second).of(&world).await.ok();
    assert_eq!((told.signatures, told.in_force), (2, true));
    let third = sign_directory(&school.roots[2], &again.hash);
    sign(&admin, &again, &third)
        .refused(&world, Problem::NotFound)
        .await;
}

// Bad input: stale, rolled-back and forked directory; another school's.
async fn drafts_that_do_not_follow_are_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let good = school.directory.successor(school.directory.issued_day);

    draft(&admin, &school.directory)
        .refused(&world, Problem::StaleDirectory)
        .await;
    let skips = Directory {
        version: 3,
        ..good.clone()
    };
    draft(&admin, &skips)
        .refused(&world, Problem::StaleDirectory)
        .await;
    let mut forked = good.clone();
    forked.prev_hash.0[0] ^= 1;
    draft(&admin, &forked)
        .refused(&world, Problem::StaleDirectory)
        .await;
    let foreign = Directory {
        school: other.id,
        ..good.clone()
    };
    draft(&admin, &foreign)
        .refused(&world, Problem::WrongSchool)
        .await;
    let gateway = Directory {
        gateway_key_hash: FixedBytes([1; 32]),
        ..good.clone()
    };
    draft(&admin, &gateway)
        .refused(&world, Problem::Invalid)
        .await;
    let log = Directory {
        log_key: FixedBytes([1; 32]),
        ..good.clone()
    };
    draft(&admin, &log).refused(&world, Problem::Invalid).await;
    let mut unknown = good.clone();
    unknown.entries[0] = other.lead.entry(good.issued_day);
    draft(&admin, &unknown)
        .refused(&world, Problem::Invalid)
        .await;

    let path = "/api/v1/directory/drafts";
    let bytes = good.encode().unwrap();
    let truncated = DraftRequest {
        directory: Bytes(bytes[..bytes.len() - 1].to_vec()),
        public_keys: Vec::new(),
    };
    post(path)
        .session(&admin)
        .json(&truncated)
        .refused(&world, Problem::Invalid)
        .await;
    let not_a_key = DraftRequest {
        directory: Bytes(bytes.clone()),
        public_keys: vec![Bytes(vec![1; 10])],
    };
    post(path)
        .session(&admin)
        .json(&not_a_key)
        .refused(&world, Problem::Invalid)
        .await;
    let stray = Bytes(other.lead.secret().kem.public().to_bytes());
    let stray = DraftRequest {
        directory: Bytes(bytes),
        public_keys: vec![stray],
    };
    post(path)
        .session(&admin)
        .json(&stray)
        .refused(&world, Problem::Invalid)
        .await;
    let lead = school.sign_in(&world, &school.lead).await;
    draft(&lead, &good).refused(&world, Problem::Refused).await;
}

async fn only_root_keys_sign(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let next = school.directory.successor(school.directory.issued_day);
    let view: DraftView = draft(&admin, &next).of(&world).await.ok();

    let stranger = SigningSecret::make(&mut crate::world::rng(77));
    let by_stranger = sign_directory(&stranger, &view.hash);
    sign(&admin, &view, &by_stranger)
        .refused(&world, Problem::BadSignature)
        .await;
    let by_other_school = sign_directory(&other.roots[0], &view.hash);
    sign(&admin, &view, &by_other_school)
        .refused(&world, Problem::BadSignature)
        .await;
    let of_other_hash = sign_directory(&school.roots[0], &school.directory.hash());
    sign(&admin, &view, &of_other_hash)
        .refused(&world, Problem::BadSignature)
        .await;
    let unknown = DraftView {
        hash: FixedBytes([3; 32]),
        ..view.clone()
    };
    let good = sign_directory(&school.roots[0], &view.hash);
    sign(
        &admin,
        &unknown,
        &sign_directory(&school.roots[0], &unknown.hash),
    )
    .refused(&world, Problem::NotFound)
    .await;
    let elsewhere = other.sign_in(&world, &other.admin).await;
    sign(&elsewhere, &view, &by_other_school)
        .refused(&world, Problem::NotFound)
        .await;
    post("/api/v1/directory/drafts/short/signatures")
        .session(&admin)
        .json(&good)
        .refused(&world, Problem::NotFound)
        .await;
}

// Removing a reader stops them at once, and no later directory can quietly bring the key back.
async fn an_ended_reader_stays_out(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    Pupil::report(&world, &mut school, Danger::Yes).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let page: CasePage = get("/api/v1/cases").session(&deputy).of(&world).await.ok();
    assert_eq!(page.cases.len(), 1);
    let admin = school.sign_in(&world, &school.admin).await;
    let with_deputy = school.directory.successor(school.directory.issued_day);
    let view: DraftView = draft(&admin, &with_deputy).of(&world).await.ok();

    let end = EndStaffRequest {
        reason: "Left".to_owned(),
        key: Some(school.deputy.key()),
        destroy: false,
    };
    let path = format!("/api/v1/staff/{}/end", school.deputy.staff.0);
    post(path)
        .session(&admin)
        .json(&end)
        .of(&world)
        .await
        .done();
    get("/api/v1/cases")
        .session(&deputy)
        .refused(&world, Problem::SessionEnded)
        .await;
    let public: SchoolView = get(school.path("")).of(&world).await.ok();
    assert_eq!(public.withdrawn, [school.deputy.key()]);

    // A draft made before, signed after: the last signature is refused.
    let first = sign_directory(&school.roots[0], &view.hash);
    assert_eq!(sign(&admin, &view, &first).of(&world).await.status, 200);
    let second = sign_directory(&school.roots[1], &view.hash);
    sign(&admin, &view, &second)
        .refused(&world, Problem::Invalid)
        .await;
    draft(&admin, &with_deputy)
        .refused(&world, Problem::Invalid)
        .await;

    let mut without = with_deputy;
    without.entries.remove(1);
    school.put_in_force(&world, without).await;
    let public: SchoolView = get(school.path("")).of(&world).await.ok();
    assert!(public.withdrawn.is_empty(), "the directory has caught up");
}
