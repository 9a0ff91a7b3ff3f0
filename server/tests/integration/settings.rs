//! What an administrator changes of a school, who may, and what is refused whole.

use protocol::api::{
    AuditPage, ClosedDays, GateItem, GateView, SchoolSettings, SchoolView, SettingsChange,
};
use protocol::audit::{Entry, Kind};
use server::problem::Problem;

use crate::asking::{Asking, ask, get};
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(
    an_admin_says_who_answers_for_the_data_and_everyone_can_read_it,
    two_admins_do_not_overwrite_one_another,
);

pub fn change(token: &str, was: &SchoolSettings, settings: &SchoolSettings) -> Asking {
    let change = SettingsChange {
        was: was.clone(),
        settings: settings.clone(),
    };
    ask("PUT", "/api/v1/settings").session(token).json(&change)
}

pub async fn settings(world: &World, token: &str) -> SchoolSettings {
    let asked = get("/api/v1/settings").session(token).of(world).await;
    asked.ok()
}

/// Says who answers for the data.
pub async fn answer(world: &World, token: &str) {
    let was = settings(world, token).await;
    let said = change(token, &was, &answered(&was)).of(world).await;
    said.done();
}

/// As they were, with somebody who answers for the data.
fn answered(was: &SchoolSettings) -> SchoolSettings {
    let mut wanted = was.clone();
    wanted.contacts.controller = "St Hilda Trust, ZA000000".to_owned();
    wanted.contacts.officer = "Ada Data, dpo@st-hilda.example".to_owned();
    wanted.contacts.complaints = "The school office, then the regulator".to_owned();
    wanted
}

fn one_day() -> ClosedDays {
    ClosedDays {
        from: "2026-12-24".to_owned(),
        to: "2026-12-24".to_owned(),
    }
}

async fn entries(world: &World, token: &str) -> Vec<Kind> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let kind = |entry: &[u8]| Entry::decode(entry).unwrap().kind;
    page.entries.iter().map(|one| kind(&one.entry.0)).collect()
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
    let was = settings(&world, &admin).await;
    let mut wanted = answered(&was);
    change(&lead, &was, &wanted)
        .refused(&world, Problem::Refused)
        .await;
    let wrong: [fn(&mut SchoolSettings); 9] = [
        |settings| settings.name = String::new(),
        |settings| settings.contacts.officer = String::new(),
        |settings| settings.contacts.controller = "two\nlines".to_owned(),
        |settings| settings.contacts.complaints = "x".repeat(201),
        |settings| settings.region = "atlantis".to_owned(),
        |settings| settings.hours.looks[0].to = "07:00".to_owned(),
        |settings| settings.hours.time_zone = "Europe/Atlantis".to_owned(),
        |settings| settings.hours.looks = vec![settings.hours.looks[0].clone(); 29],
        |settings| settings.hours.closed = vec![one_day(); 61],
    ];
    for spoil in wrong {
        let mut half = wanted.clone();
        spoil(&mut half);
        change(&admin, &was, &half)
            .refused(&world, Problem::Invalid)
            .await;
    }
    assert!(waits().await);
    wanted.name = "St Hilda".to_owned();
    change(&admin, &was, &wanted).of(&world).await.done();
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
    assert_eq!(entries(&world, &lead).await[0], Kind::SettingsChanged);
}

// Two administrators at the same moment: one is told, and neither is overwritten unseen. A lost answer can be asked for again.
async fn two_admins_do_not_overwrite_one_another(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let was = settings(&world, &admin).await;
    let mut first = answered(&was);
    first.name = "First".to_owned();
    let mut second = answered(&was);
    second.name = "Second".to_owned();
    let (one, other) = tokio::join!(
        change(&admin, &was, &first).of(&world),
        change(&admin, &was, &second).of(&world)
    );
    let (kept, refused, late) = if one.status == 204 {
        (&first, other, &second)
    } else {
        (&second, one, &first)
    };
    refused.is_problem(Problem::Conflict, "whoever came later");
    assert_eq!(settings(&world, &admin).await, *kept);
    change(&admin, &was, kept).of(&world).await.done();
    let changes = entries(&world, &admin).await;
    let count = |kinds: &[Kind]| {
        kinds
            .iter()
            .filter(|kind| **kind == Kind::SettingsChanged)
            .count()
    };
    assert_eq!(count(&changes), 1, "sent again is not done again");
    change(&admin, &was, late)
        .refused(&world, Problem::Conflict)
        .await;
    change(&admin, kept, late).of(&world).await.done();
    assert_eq!(settings(&world, &admin).await, *late);
}
