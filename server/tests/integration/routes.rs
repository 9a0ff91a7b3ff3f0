//! The route table against the OpenAPI document, and against callers without the right.

use std::collections::BTreeSet;

use server::openapi;
use server::problem::Problem;
use server::route_table::{Body, Caller, ROUTES};

use crate::asking::ask;
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(every_route_asks_who_is_calling);

// R39: each row is called by everyone who may not.
async fn every_route_asks_who_is_calling(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let admin = school.sign_in(&world, &school.admin).await;
    for route in ROUTES.iter().filter(|route| route.caller != Caller::Anyone) {
        let path = route.path.replace("{hash}", "AA");
        let path = path.replace(['{', '}'], "");
        let call = || ask(route.method, &path);
        call().refused(&world, Problem::SessionEnded).await;
        match route.caller {
            Caller::Admin => drop(
                call()
                    .session(&lead)
                    .refused(&world, Problem::Refused)
                    .await,
            ),
            Caller::Reader => drop(
                call()
                    .session(&admin)
                    .refused(&world, Problem::Refused)
                    .await,
            ),
            Caller::Anyone | Caller::SignedIn => {}
        }
    }
}

#[test]
fn the_table_and_the_document_name_the_same_routes() {
    let document: serde_json::Value = serde_json::from_str(&openapi::text()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let documented: BTreeSet<_> = paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(move |method| (method.to_uppercase(), path.clone()))
        })
        .collect();
    let routed: BTreeSet<_> = ROUTES
        .iter()
        .map(|route| (route.method.to_owned(), route.path.to_owned()))
        .collect();
    assert_eq!(
        routed.len(),
        ROUTES.len(),
        "a route stands twice in the table"
    );
    assert_eq!(documented, routed);
    for route in ROUTES {
        let operation = &paths[route.path][&route.method.to_lowercase()];
        let signed = operation.get("security").is_some();
        assert_eq!(
            signed,
            route.caller != Caller::Anyone,
            "{} {}",
            route.method,
            route.path
        );
        let body = operation.get("requestBody").is_some();
        assert_eq!(
            body,
            route.body != Body::Nothing,
            "{} {}",
            route.method,
            route.path
        );
        let kept = operation["responses"]
            .as_object()
            .unwrap()
            .keys()
            .any(|status| status.starts_with('2'));
        assert!(kept, "{} {}", route.method, route.path);
    }
    assert_eq!(document["info"]["title"], "Sotto");
    assert!(
        document["info"].get("contact").is_none(),
        "no one else's name in our document"
    );
}

/// The committed document shows each change of the interface in review. To accept one:
/// `cargo run -p server -- openapi > server/openapi.json`.
#[test]
fn the_committed_document_is_current() {
    let committed = include_str!("../../openapi.json");
    assert!(
        committed == openapi::text(),
        "run: cargo run -p server -- openapi > server/openapi.json"
    );
}

both!(every_problem_is_explained);

async fn every_problem_is_explained(fresh: &Fresh) {
    let world = World::new(fresh);
    for problem in Problem::ALL {
        let page = ask("GET", problem.uri()).of(&world).await;
        assert_eq!(page.status, 200);
        assert!(page.body.starts_with(problem.title().as_bytes()));
        assert!(openapi::text().contains(problem.uri()));
    }
    ask("GET", "/problems/none")
        .refused(&world, Problem::NotFound)
        .await;
}
