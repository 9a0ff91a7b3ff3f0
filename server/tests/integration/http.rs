//! What HTTP itself can get wrong: methods, types, sizes, JSON. And the headers of every answer.

use axum::http::header;
use protocol::api::{SaltAnswer, SchoolView};
use protocol::pack::unpack;
use server::config::Settings;
use server::headers::{ALWAYS, CONTENT_SECURITY_POLICY};
use server::problem::Problem;
use server::route_table::ROUTES;

use crate::asking::{Answer, ask, get, post};
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(
    json_is_read_strictly,
    unknown_addresses_and_methods,
    every_answer_carries_the_headers,
    a_school_is_found_by_slug_or_alone,
    queries_are_read_strictly,
    a_full_house_says_so,
);

// Bad input: malformed JSON, wrong content type, oversized body (R31, R35).
async fn json_is_read_strictly(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let salt = || post(school.path("/sign-in/salt"));
    let good = r#"{"user":"lead"}"#;
    assert_eq!(
        salt().text(good).of(&world).await.ok::<SaltAnswer>().staff,
        school.lead.staff
    );
    for text in [
        "",
        "{",
        "[]x",
        "{\"user\":\"lead\"} {}",
        "\u{feff}{}",
        "user=lead",
        "[\"lead\"]",
        "null",
    ] {
        salt().text(text).refused(&world, Problem::Malformed).await;
    }
    let invalid = [
        r#"{}"#,
        r#"{"user":7}"#,
        r#"{"user":"lead","user":"head"}"#,
        r#"{"user":"lead","extra":1}"#,
    ];
    for text in invalid {
        salt().text(text).refused(&world, Problem::Invalid).await;
    }
    let not_utf8 = b"{\"user\":\"\xff\"}".to_vec();
    salt()
        .raw("application/json", not_utf8)
        .refused(&world, Problem::Malformed)
        .await;
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json2",
        "multipart/form-data",
    ] {
        salt()
            .raw(kind, good.into())
            .refused(&world, Problem::WrongContentType)
            .await;
    }
    salt().refused(&world, Problem::WrongContentType).await;
    let with_charset = salt()
        .raw("Application/JSON; charset=utf-8", good.into())
        .of(&world)
        .await;
    assert_eq!(with_charset.status, 200);
    salt()
        .text(format!("{{\"user\":\"{}\"}}", "x".repeat(17 * 1024)))
        .refused(&world, Problem::TooLarge)
        .await;
    // Deep nesting ends in a refusal, not in a full stack.
    salt()
        .text("[".repeat(10_000))
        .refused(&world, Problem::Malformed)
        .await;
}

async fn unknown_addresses_and_methods(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    for path in [
        "/api/v1",
        "/api/v2/schools/one",
        "/nowhere",
        "/api/v1/openapi.json",
        "/healthz",
        "/s/one/other",
    ] {
        get(path).refused(&world, Problem::NoSuchRoute).await;
    }
    get("/assets/missing.js")
        .refused(&world, Problem::NotFound)
        .await;
    get("/assets/../index.html")
        .refused(&world, Problem::NotFound)
        .await;
    for method in ["DELETE", "PATCH", "TRACE", "OPTIONS", "PUT"] {
        let answer = ask(method, school.path(""))
            .refused(&world, Problem::MethodNotAllowed)
            .await;
        assert_eq!(answer.headers[header::ALLOW], "GET,HEAD");
        assert!(
            answer.headers.get("access-control-allow-origin").is_none(),
            "no other site may call"
        );
    }
    let answer = get(school.path("/gateway"))
        .refused(&world, Problem::MethodNotAllowed)
        .await;
    assert_eq!(answer.headers[header::ALLOW], "POST");
    let head = ask("HEAD", school.path("")).of(&world).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
}

// R45: on every route, whatever the answer.
async fn every_answer_carries_the_headers(fresh: &Fresh) {
    let settings = Settings {
        behind_tls: true,
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let school = School::bring_in(&world, "one", 1).await;
    let fill = |path: &str| path.replace("{slug}", &school.slug).replace(['{', '}'], "");
    for route in ROUTES {
        for method in [route.method, "OPTIONS"] {
            let answer = ask(method, fill(route.path)).of(&world).await;
            check_headers(&answer, &format!("{method} {}", route.path));
            assert_eq!(
                answer.headers[header::CACHE_CONTROL],
                "no-store",
                "{}",
                route.path
            );
        }
    }
    for path in [
        "/",
        "/s/one",
        "/staff",
        "/s/one/staff",
        "/assets/reporter.1234.js",
        "/assets/none",
        "/none",
    ] {
        for method in ["GET", "HEAD", "OPTIONS"] {
            check_headers(&ask(method, path).of(&world).await, path);
        }
    }
    for path in ["/healthz", "/readyz", "/api/v1/openapi.json", "/none"] {
        check_headers(&get(path).to(&world.app.admin_router()).await, path);
    }
}

fn check_headers(answer: &Answer, what: &str) {
    for (name, value) in ALWAYS {
        let all: Vec<_> = answer.headers.get_all(&name).iter().collect();
        assert_eq!(all, [value], "{what}: {name}");
    }
    assert!(
        answer.headers[header::STRICT_TRANSPORT_SECURITY]
            .to_str()
            .unwrap()
            .starts_with("max-age=63072000")
    );
    for unwanted in [
        "set-cookie",
        "server",
        "x-powered-by",
        "access-control-allow-origin",
        "date-of-server",
    ] {
        assert!(answer.headers.get(unwanted).is_none(), "{what}: {unwanted}");
    }
    for word in [
        "unsafe-inline",
        "unsafe-eval'",
        "http:",
        "*",
        "data:",
        "blob:",
    ] {
        let wasm_only = CONTENT_SECURITY_POLICY.replace("'wasm-unsafe-eval'", "");
        assert!(!wasm_only.contains(word), "{word}");
    }
}

async fn a_school_is_found_by_slug_or_alone(fresh: &Fresh) {
    let world = World::new(fresh);
    get("/api/v1/schools/-")
        .refused(&world, Problem::NotFound)
        .await;
    let one = School::bring_in(&world, "one", 1).await;
    let alone: SchoolView = get("/api/v1/schools/-").of(&world).await.ok();
    let named: SchoolView = get("/api/v1/schools/one").of(&world).await.ok();
    // The one thing that differs from visit to visit is a fresh puzzle.
    assert_ne!(alone.challenge, named.challenge);
    let same = SchoolView {
        challenge: alone.challenge,
        ..named.clone()
    };
    assert_eq!(alone, same);
    assert_eq!(named.school, one.id);
    // What the pages read is the same, in a fixed order and smaller.
    let text = get("/api/v1/schools/one").of(&world).await;
    let packed = get("/api/v1/schools/one/packed").of(&world).await;
    assert_eq!(
        packed.headers[header::CONTENT_TYPE],
        "application/octet-stream"
    );
    assert!(packed.body.len() < text.body.len() * 4 / 5);
    let read: SchoolView = unpack(&packed.body).unwrap();
    let same = SchoolView {
        challenge: read.challenge,
        ..named.clone()
    };
    assert_eq!(read, same);
    get("/api/v1/schools/nowhere/packed")
        .refused(&world, Problem::NotFound)
        .await;
    // It is Saturday evening; the next look is Monday at eight.
    let look = named.next_look.unwrap();
    assert_eq!(
        (look.now, look.date.as_str(), look.time.as_str()),
        (false, "2026-11-23", "08:00")
    );
    School::bring_in(&world, "two", 2).await;
    get("/api/v1/schools/-")
        .refused(&world, Problem::NotFound)
        .await;
    get("/api/v1/schools/nowhere")
        .refused(&world, Problem::NotFound)
        .await;
}

async fn queries_are_read_strictly(fresh: &Fresh) {
    let world = World::new(fresh);
    School::bring_in(&world, "one", 1).await;
    let log = |query: &str| get(format!("/api/v1/log/{query}"));
    for query in [
        "leaves",
        "leaves?from=x",
        "leaves?from=-1",
        "leaves?from=0&from=1",
        "leaves?from=0&more=1",
        "consistency",
    ] {
        log(query).refused(&world, Problem::Malformed).await;
    }
    for query in [
        "consistency?from=2&to=1",
        "consistency?from=0&to=99",
        "consistency?from=99",
    ] {
        log(query).refused(&world, Problem::Conflict).await;
    }
    for query in [
        "leaves?from=0",
        "leaves?from=99",
        "consistency?from=0",
        "consistency?from=0&to=1",
        "checkpoint",
    ] {
        assert_eq!(log(query).of(&world).await.status, 200, "{query}");
    }
}

async fn a_full_house_says_so(fresh: &Fresh) {
    let settings = Settings {
        requests: 0,
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let answer = get("/").refused(&world, Problem::Busy).await;
    assert_eq!(answer.headers[header::RETRY_AFTER], "4");
    // Whoever runs the machine still gets an answer.
    let health = get("/healthz").to(&world.app.admin_router()).await;
    assert_eq!(
        (health.status, health.body.as_slice()),
        (200, b"ok\n".as_slice())
    );
}
