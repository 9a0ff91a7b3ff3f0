//! Bookmarks: one size, one's own, for a case one can see.

use protocol::api::{BookmarkRequest, CasePage};
use protocol::bookmark::SEALED_LEN;
use protocol::encoding::Bytes;
use protocol::id::CaseId;
use protocol::plaintext::Danger;
use server::problem::Problem;

use crate::asking::{Asking, ask, get};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(a_bookmark_is_its_owners);

fn keep(token: &str, case: CaseId, bytes: usize) -> Asking {
    let request = BookmarkRequest {
        bookmark: Bytes(vec![8; bytes]),
    };
    ask("PUT", format!("/api/v1/cases/{}/bookmark", case.0))
        .session(token)
        .json(&request)
}

async fn a_bookmark_is_its_owners(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let case = pupil.place.case;
    keep(&lead, case, SEALED_LEN - 1)
        .refused(&world, Problem::Invalid)
        .await;
    let nowhere = CaseId::make(&mut school.rng);
    keep(&lead, nowhere, SEALED_LEN)
        .refused(&world, Problem::NotFound)
        .await;
    for _ in 0..2 {
        keep(&lead, case, SEALED_LEN).of(&world).await.done();
    }
    let mine: CasePage = get("/api/v1/cases").session(&lead).of(&world).await.ok();
    assert_eq!(mine.cases[0].bookmark, Some(Bytes(vec![8; SEALED_LEN])));
    let theirs: CasePage = get("/api/v1/cases").session(&deputy).of(&world).await.ok();
    assert_eq!(theirs.cases[0].bookmark, None);
}
