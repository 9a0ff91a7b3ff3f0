//! R49: at the most talkative level, a whole story leaves no name, id, word or address in the log.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use protocol::encoding::{Bytes, to_base64url};
use protocol::gateway::Op;
use protocol::plaintext::Danger;
use server::logs;
use tracing::Level;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

use crate::asking::{get, post};
use crate::database::Fresh;
use crate::device::Device;
use crate::passkeys;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

/// Two tests that listen at the same time would decide for each other what is worth a line. Whoever listens also
/// holds a second, deaf subscriber: with one alone, a place first reached by a thread that does not listen is never
/// asked again.
pub static LISTENING: Mutex<()> = Mutex::new(());

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn logs_hold_nothing_about_anyone() {
    let _alone = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
    let _deaf = tracing::Dispatch::new(Registry::default());
    let kept = Kept::default();
    let lines = fmt::layer()
        .with_writer(kept.clone())
        .with_filter(logs::filter(Level::TRACE));
    let subscriber = Registry::default().with(lines);
    let canaries = tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(story())
    });
    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("a sign-in was refused"),
        "the log works at all: {log}"
    );
    for canary in canaries {
        assert!(!log.contains(&canary), "{canary} in:\n{log}");
    }
}

async fn story() -> Vec<String> {
    let fresh = Fresh::sqlite().await;
    let world = World::new(&fresh);
    let mut school = School::bring_in(&world, "canary-school", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    pupil.ask(&world, &mut school, Op::Check).await;
    let token = school.sign_in(&world, &school.lead).await;
    get("/api/v1/cases").session(&token).of(&world).await;
    get("/api/v1/cases?after=CANARY-QUERY")
        .session(&token)
        .of(&world)
        .await;
    get("/CANARY-PATH").of(&world).await;
    let wrong = r#"{"user":"canary.user","auth":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","code":"123456"}"#;
    post(school.path("/sign-in")).text(wrong).of(&world).await;
    post(school.path("/sign-in"))
        .text("{\"CANARY-FIELD\":1}")
        .of(&world)
        .await;
    let mut device = Device::new(1);
    passkeys::add(&world, &token, &mut device).await;
    let mut shown = device.show(&passkeys::asked(&world, &school).await);
    shown.authenticator_data = Bytes(b"CANARY".to_vec());
    let unreadable = passkeys::with(&school.lead, shown);
    passkeys::sign_in(&school, &unreadable).of(&world).await;
    get("/")
        .header(axum::http::header::USER_AGENT, "CANARY-AGENT")
        .of(&world)
        .await;
    let canaries = vec![
        "CANARY".to_owned(),
        "canary".to_owned(),
        format!("{:?}", b"CANARY").replace(['[', ']'], ""),
        to_base64url(&device.credential),
        token,
        pupil.place.case.0.to_string(),
        to_base64url(&pupil.mailbox.id().0),
        school.id.0.to_string(),
        school.lead.staff.0.to_string(),
        "lead".to_owned(),
        "/api/".to_owned(),
        "127.0.0.1".to_owned(),
        "insert into".to_owned(),
        "select".to_owned(),
    ];
    fresh.finish().await;
    canaries
}
