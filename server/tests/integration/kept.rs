//! The page "what we keep": the same bytes for everyone, and true.

use axum::http::header;
use server::config::{Settings, Stated};
use server::problem::Problem;

use crate::asking::get;
use crate::database::Fresh;
use crate::school::School;
use crate::world::{EVENING, KEPT_PAGE, World, run};

both!(
    what_is_kept_is_said_from_the_live_settings,
    the_page_and_its_data_tell_nothing_about_a_visitor
);

async fn what_is_kept_is_said_from_the_live_settings(fresh: &Fresh) {
    // IMP-C4, IMP-C5, IMP-C6, P65, P72
    let settings = Settings {
        session_hours: 4,
        stated: Stated {
            stands_in: Some("Leeds, England".to_owned()),
            ..Stated::default()
        },
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let school = School::bring_in(&world, "one", 1).await;
    let kept: serde_json::Value = get(school.path("/kept")).of(&world).await.ok();
    assert_eq!(kept["stands_in"], "Leeds, England");
    assert_eq!(kept["operator"], serde_json::Value::Null);
    assert_eq!(kept["sent_to"], serde_json::json!([]));
    assert_eq!(kept["readers"].as_array().unwrap().len(), 3);
    assert_eq!(kept["readers"][0]["place"], "Room 4");
    assert_eq!(kept["directory_version"], 1);
    assert_eq!(kept["last_drill"], serde_json::Value::Null);
    let classes = kept["classes"].as_array().unwrap();
    let sessions = classes.iter().find(|one| one["id"] == "sessions").unwrap();
    assert!(sessions["lifetime"].as_str().unwrap().contains("4 hours"));
    for class in classes {
        for part in ["what", "lifetime", "deletion", "readers", "basis"] {
            assert!(class[part].as_str().unwrap().len() > 2, "{class}");
        }
    }
    assert_eq!(kept["retention"]["classes"].as_array().unwrap().len(), 8);

    // A drill that went well counts; one that did not, does not.
    let id = match fresh.database.engine() {
        server::store::Engine::Sqlite => ["x'01'", "x'02'"],
        server::store::Engine::Postgres => [
            "'00000000-0000-4000-8000-000000000001'",
            "'00000000-0000-4000-8000-000000000002'",
        ],
    };
    for (place, fine) in [true, false].into_iter().enumerate() {
        let minute = u64::from(EVENING.minute()) + place as u64;
        let mut tx = fresh.database.write().await.unwrap();
        let row = format!(
            "insert into upkeep (upkeep_id, kind, done_minute, fine, cases, entries, remark) \
             values ({}, 4, {minute}, {fine}, 0, 0, 'x')",
            id[place]
        );
        run(&mut tx, row).await;
        tx.commit().await.unwrap();
        let kept: serde_json::Value = get(school.path("/kept")).of(&world).await.ok();
        let said = if fine {
            "2026-11-21".into()
        } else {
            serde_json::Value::Null
        };
        assert_eq!(kept["last_drill"], said);
    }
    get("/api/v1/schools/nowhere/kept")
        .refused(&world, Problem::NotFound)
        .await;
}

async fn the_page_and_its_data_tell_nothing_about_a_visitor(fresh: &Fresh) {
    // R47, R45: whoever asks, the bytes are the same, and no time finer than a day is in them.
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let before = world.state().await;
    let first = get(school.path("/kept")).of(&world).await;
    for (name, value) in [
        (header::USER_AGENT, "somebody"),
        (header::ACCEPT_LANGUAGE, "ar"),
        (header::COOKIE, "a=b"),
    ] {
        let again = get(school.path("/kept"))
            .header(name, value)
            .of(&world)
            .await;
        assert_eq!(again.body, first.body);
        assert!(again.headers.get(header::SET_COOKIE).is_none());
    }
    world.clock.advance_seconds(3 * 3600);
    assert_eq!(get(school.path("/kept")).of(&world).await.body, first.body);
    for path in ["/kept", "/s/one/kept", "/s/no-such-school/kept"] {
        let page = get(path).of(&world).await;
        assert_eq!((page.status, page.body.as_slice()), (200, KEPT_PAGE.bytes));
    }
    assert_eq!(world.state().await, before, "a visit writes nothing");
}
