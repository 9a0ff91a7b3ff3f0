//! R49, XAM-18: no address is in any file, table or log, at the most talkative level, whatever happened.

use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderName;
use protocol::gateway::Op;
use protocol::plaintext::Danger;
use server::config::Settings;
use server::logs;
use server::store::On;
use tracing::Level;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

use crate::asking::{get, post};
use crate::database::Fresh;
use crate::limits::send_as;
use crate::logs::LISTENING;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

/// Text, as it would be printed, of the visitor, its network and the proxy.
const TEXTS: [&str; 6] = [
    "2001:db8:6e5f",
    "203.0.113",
    "198.51.100",
    "10.77.0.2",
    "CANARY-AGENT",
    "CANARY-HOP",
];
const VISITOR: &str = "2001:db8:6e5f:1::7";
const HOP: &str = "203.0.113.7";
const PROXY: &str = "10.77.0.2";

fn written(story: impl Future<Output = Vec<u8>>) -> Vec<u8> {
    let _alone = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
    let _deaf = tracing::Dispatch::new(Registry::default());
    let kept = Arc::new(Mutex::new(Vec::new()));
    let writer = Arc::clone(&kept);
    let lines = fmt::layer()
        .with_writer(move || Line(Arc::clone(&writer)))
        .with_filter(logs::filter(Level::TRACE));
    let subscriber = Registry::default().with(lines);
    let stored = tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(story)
    });
    let log = kept.lock().unwrap().clone();
    assert!(!log.is_empty(), "the log works at all");
    [log, stored].concat()
}

struct Line(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Line {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_address_is_kept_in_files() {
    let bytes = written(async {
        let fresh = Fresh::sqlite().await;
        story(&fresh).await;
        let mut bytes = Vec::new();
        for file in std::fs::read_dir(fresh.folder.path()).unwrap() {
            bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
        }
        assert!(bytes.len() > 100_000, "the database is there");
        fresh.finish().await;
        bytes
    });
    search(&bytes);
}

#[test]
fn no_address_is_kept_in_tables() {
    let bytes = written(async {
        let fresh = Fresh::postgres().await;
        story(&fresh).await;
        let mut bytes = Vec::new();
        for (table, _) in fresh.database.row_counts().await.unwrap() {
            let mut transaction = fresh.database.read().await.unwrap();
            let On::Postgres(inner) = &mut transaction.on else {
                panic!("this is PostgreSQL");
            };
            let text = format!("select t::text from {table} t");
            let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(text.as_str()))
                .fetch_all(&mut **inner)
                .await
                .unwrap();
            bytes.extend(rows.concat().into_bytes());
        }
        assert!(bytes.len() > 10_000, "the rows are there");
        fresh.finish().await;
        bytes
    });
    search(&bytes);
    // Binary columns are printed in hexadecimal.
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("20010db86e5f"));
}

fn search(bytes: &[u8]) {
    let holds = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    for text in TEXTS {
        assert!(!holds(text.as_bytes()), "{text}");
    }
    // The visitor's network as bytes.
    assert!(!holds(&[0x20, 0x01, 0x0d, 0xb8, 0x6e, 0x5f]));
}

async fn story(fresh: &Fresh) {
    let settings = Settings {
        trusted_proxies: vec!["10.77.0.0/16".parse().unwrap()],
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let mut school = School::bring_in(&world, "one", 1).await;
    let headers = [
        ("x-forwarded-for", "CANARY-HOP, 203.0.113.7, 198.51.100.9"),
        ("forwarded", "for=203.0.113.7"),
        ("x-real-ip", "203.0.113.7"),
        ("user-agent", "CANARY-AGENT"),
    ];
    for peer in [VISITOR, HOP, PROXY] {
        let pupil = Pupil::write(&mut school, Danger::Yes);
        send_as(&world, &mut school, &pupil.request(pupil.submit()), peer).await;
        send_as(&world, &mut school, &pupil.request(Op::Check), peer).await;
        let (frame, _) = pupil.frame(&world, &mut school, Op::Check);
        let wrong =
            r#"{"user":"lead","auth":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","code":"1"}"#;
        for asking in [
            get("/"),
            get("/nowhere"),
            get(school.path("")),
            post(school.path("/gateway")).sealed(frame),
            post(school.path("/gateway")).sealed(vec![7; 32 * 1024]),
            post(school.path("/sign-in")).text(wrong),
            post(school.path("/sign-in")).text("{"),
        ] {
            let mut asking = asking.from(peer);
            for (name, value) in headers {
                asking = asking.header(HeaderName::from_static(name), value);
            }
            asking.of(&world).await;
        }
    }
}
