//! What the server says about itself, and to whom.

use protocol::api::{Finding, ReadinessView, Verdict};
use server::problem::Problem;

use crate::asking::get;
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(admins_see_what_to_mend_and_nothing_of_other_schools);

fn line<'a>(view: &'a ReadinessView, what: &str) -> &'a Finding {
    let found = view.findings.iter().find(|finding| finding.what == what);
    found.unwrap_or_else(|| panic!("{what} in {:?}", view.findings))
}

// IMP-C2, XAM-8, XAM-15, R48: live, and never a pass for what nobody looked at.
async fn admins_see_what_to_mend_and_nothing_of_other_schools(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    School::bring_in(&world, "other", 2).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    get("/api/v1/readiness")
        .session(&lead)
        .refused(&world, Problem::Refused)
        .await;
    let view: ReadinessView = get("/api/v1/readiness")
        .session(&admin)
        .of(&world)
        .await
        .ok();
    assert_eq!(line(&view, "database").verdict, Verdict::Pass);
    assert_eq!(line(&view, "backup").verdict, Verdict::Fail);
    assert_eq!(line(&view, "restore drill").verdict, Verdict::Fail);
    assert_eq!(line(&view, "destruction").verdict, Verdict::Pass);
    assert_eq!(line(&view, "region").verdict, Verdict::Pass);
    assert_eq!(line(&view, "run by").verdict, Verdict::Fail);
    assert_eq!(line(&view, "mail").verdict, Verdict::Unknown);
    assert_eq!(line(&view, "one: directory").verdict, Verdict::Pass);
    let elsewhere = |finding: &Finding| format!("{finding:?}").contains("other:");
    assert!(!view.findings.iter().any(elsewhere));
    // Every line that is not a pass says why.
    assert!(view.findings.iter().all(|finding| finding.why.len() > 3));
}
