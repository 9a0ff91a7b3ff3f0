//! Stepping aside over HTTP: from one case, for good, whatever is written to it later.

use protocol::api::{CasePage, MessagesAnswer, MessagesRequest, Release};
use protocol::encoding::Bytes;
use protocol::gateway::{GatewayAnswer, Op};
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::message::{InThread, seal_note};
use protocol::notice::StaffNotice;
use protocol::plaintext::{Danger, Noted, State};
use protocol::release::{Asked, sign_release};
use protocol::slot::Recipient;
use server::problem::Problem;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::World;

both!(who_stepped_aside_is_never_given_the_case_again);

/// A note of somebody, sealed to every reader of the school as a careless browser would.
fn note(school: &mut School, pupil: &Pupil, by: fn(&School) -> &Person, what: Noted) -> Bytes {
    let place = Place {
        message: MessageId::make(&mut school.rng),
        directory: school.directory_ref(),
        ..pupil.place
    };
    let readers = school.readers();
    let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
    let to = InThread {
        place,
        recipients: &recipients,
        thread: &pupil.sealed.thread,
    };
    let notice = StaffNotice {
        state: State::Open,
        urgency: None,
        owner: None,
        due_day: None,
        title: String::new(),
        categories: Vec::new(),
    };
    let mut rng = school.rng.clone();
    let sealed = seal_note(to, by(school).secret(), what, notice, &mut rng).unwrap();
    school.rng = rng;
    Bytes(sealed.encode())
}

fn act(token: &str, case: CaseId, what: &str, envelope: Bytes) -> Asking {
    let request = MessagesRequest {
        envelopes: vec![envelope],
        destroy_after_day: None,
        may_expire: None,
        due_day: None,
    };
    post(format!("/api/v1/cases/{}/{what}", case.0))
        .session(token)
        .json(&request)
}

fn open(world: &World, school: &School, token: &str, pupil: &Pupil, by: &Person) -> Asking {
    let asked = Asked {
        thread: pupil.sealed.thread.id(),
        reason: 1,
        hour: world.now().hour(),
        log_size: 1,
    };
    let signed = sign_release(asked, by.secret(), &mut school.rng.clone());
    post(format!("/api/v1/cases/{}/release", pupil.place.case.0))
        .session(token)
        .json(&signed)
}

async fn cases(world: &World, token: &str) -> Vec<CaseId> {
    let page: CasePage = get("/api/v1/cases").session(token).of(world).await.ok();
    page.cases.iter().map(|row| row.case).collect()
}

// 2c, 2c.6, XAM-3: not by the pupil's next words, a colleague's, a report sent again, or one that is taken back.
async fn who_stepped_aside_is_never_given_the_case_again(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let case = pupil.place.case;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let _: Release = open(&world, &school, &deputy, &pupil, &school.deputy)
        .of(&world)
        .await
        .ok();
    let why = Noted::SteppedAside {
        why: "My nephew is in this.".to_owned(),
    };
    let note_of_deputy = note(&mut school, &pupil, |school| &school.deputy, why);
    let _: MessagesAnswer = act(&deputy, case, "step-aside", note_of_deputy)
        .of(&world)
        .await
        .ok();
    assert!(cases(&world, &deputy).await.is_empty());

    let follow_up = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    // The pupil cannot know who stepped aside, and seals to everyone the school names.
    let said = pupil.ask(&world, &mut school, follow_up).await;
    assert_eq!(said, GatewayAnswer::Accepted {});
    let text = "Spoke to the form tutor".to_owned();
    let remark = note(
        &mut school,
        &pupil,
        |school| &school.lead,
        Noted::Remark { text },
    );
    let _: MessagesAnswer = act(&lead, case, "messages", remark).of(&world).await.ok();
    // The same report once more, beside a new one.
    let again = pupil.ask(&world, &mut school, pupil.submit()).await;
    assert_eq!(again, GatewayAnswer::Accepted {});
    let other = Pupil::report(&world, &mut school, Danger::Yes).await;
    assert_eq!(cases(&world, &deputy).await, [other.place.case]);
    assert_eq!(cases(&world, &lead).await.len(), 2);

    open(&world, &school, &deputy, &pupil, &school.deputy)
        .refused(&world, Problem::NotFound)
        .await;
    let text = "One more thing".to_owned();
    let remark = note(
        &mut school,
        &pupil,
        |school| &school.deputy,
        Noted::Remark { text },
    );
    act(&deputy, case, "messages", remark)
        .refused(&world, Problem::NotFound)
        .await;

    let taken = pupil.ask(&world, &mut school, Op::Withdraw).await;
    assert_eq!(taken, GatewayAnswer::Accepted {});
    assert_eq!(cases(&world, &deputy).await, [other.place.case]);
    assert_eq!(cases(&world, &lead).await.len(), 2);
}
