//! What an administrator changes of a school, who may, and what is refused whole.

use protocol::api::{AuditPage, GateItem, GateView, SchoolSettings, SchoolView};
use protocol::audit::{Entry, Kind};
use server::problem::Problem;

use crate::asking::{Asking, ask, get};
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(an_admin_says_who_answers_for_the_data_and_everyone_can_read_it);

pub fn change(token: &str, settings: &SchoolSettings) -> Asking {
    ask("PUT", "/api/v1/settings").session(token).json(settings)
}

pub async fn settings(world: &World, token: &str) -> SchoolSettings {
    let asked = get("/api/v1/settings").session(token).of(world).await;
    asked.ok()
}

/// As they are, with somebody who answers for the data.
pub async fn answered(world: &World, token: &str) -> SchoolSettings {
    let mut wanted = settings(world, token).await;
    wanted.contacts.controller = "St Hilda Trust, ZA000000".to_owned();
    wanted.contacts.officer = "Ada Data, dpo@st-hilda.example".to_owned();
    wanted.contacts.complaints = "The school office, then the regulator".to_owned();
    wanted
}

// XAM-3: the gate waits for controller, officer and complaints; half of them is refused; then everyone can read them.
async fn an_admin_says_who_answers_for_the_data_and_everyone_can_read_it(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in_closed(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let waits = async || {
        let gate: GateView = get("/api/v1/gate").session(&lead).of(&world).await.ok();
        let mut lines = gate.lines.into_iter();
        !lines.any(|line| line.item == GateItem::Contacts && line.done)
    };
    assert!(waits().await);
    let wanted = answered(&world, &admin).await;
    change(&lead, &wanted)
        .refused(&world, Problem::Refused)
        .await;
    let wrong: [fn(&mut SchoolSettings); 6] = [
        |settings| settings.contacts.officer = String::new(),
        |settings| settings.contacts.controller = "two\nlines".to_owned(),
        |settings| settings.contacts.complaints = "x".repeat(201),
        |settings| settings.region = "atlantis".to_owned(),
        |settings| settings.hours.looks[0].to = "07:00".to_owned(),
        |settings| settings.hours.time_zone = "Europe/Atlantis".to_owned(),
    ];
    for spoil in wrong {
        let mut half = wanted.clone();
        spoil(&mut half);
        change(&admin, &half)
            .refused(&world, Problem::Invalid)
            .await;
    }
    assert!(waits().await);
    let mut wanted = wanted;
    wanted.name = "St Hilda".to_owned();
    change(&admin, &wanted).of(&world).await.done();
    assert!(!waits().await);
    assert_eq!(settings(&world, &lead).await, wanted);
    let view: SchoolView = get("/api/v1/schools/one").of(&world).await.ok();
    assert_eq!(view.name, "St Hilda");
    let kept = get("/api/v1/schools/one/kept").of(&world).await;
    let kept: serde_json::Value = kept.ok();
    assert_eq!(
        kept["contacts"]["officer"],
        "Ada Data, dpo@st-hilda.example"
    );
    let page: AuditPage = get("/api/v1/audit").session(&lead).of(&world).await.ok();
    let newest = Entry::decode(&page.entries[0].entry.0).unwrap();
    assert_eq!(newest.kind, Kind::SettingsChanged);
}
