//! R39: every route that asks who is calling, called in each of twelve states. Nobody gets in who may not, and a refusal
//! changes nothing.

use protocol::api::{
    BookmarkRequest, EndStaffRequest, HoldRequest, KeeperRequest, LiftRequest, MessagesRequest,
    Role, SignInAnswer, SignInRequest,
};
use protocol::encoding::{Bytes, to_base64url};
use protocol::id::CaseId;
use protocol::keys::StaffSecret;
use protocol::plaintext::Danger;
use protocol::release::{Asked, sign_release};
use server::problem::Problem;
use server::route_table::{Caller, ROUTES, Route};

use crate::asking::{Asking, ask, post};
use crate::database::Fresh;
use crate::invites::{accept, acceptance, invite};
use crate::messages::note;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::{World, rng};

both!(nobody_gets_in_who_may_not);

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No session at all.
    Nobody,
    /// The secret of a mailbox in the place of a session.
    Pupil,
    /// The token of an invitation in its place.
    Invited,
    /// Accepted; no signed directory names the key yet.
    Unconfirmed,
    /// Knows name, password and kit, has no code: the sign-in secret in its place.
    PasswordOnly,
    Reader,
    /// A reader who stepped aside from the case.
    Excluded,
    /// A reader of another school on this server.
    Elsewhere,
    Admin,
    EndedYesterday,
    SignedOut,
    Expired,
}

use State::{
    Admin, Elsewhere, EndedYesterday, Excluded, Expired, Invited, Nobody, PasswordOnly, Reader,
    SignedOut, Unconfirmed,
};

/// What the caller presents, and the key they sign with.
struct Who {
    state: State,
    token: String,
    key: Option<StaffSecret>,
}

impl State {
    /// Whether a route of this kind lets them in at all.
    fn may(self, route: &Route) -> bool {
        let of_the_case = route.path.contains("{case}");
        match (route.caller, self) {
            (Caller::Anyone, _) => true,
            // Whoever has a key that nobody signed has no say in it.
            (Caller::SignedIn, Unconfirmed) if route.path.ends_with("/call-back") => false,
            (Caller::SignedIn, Unconfirmed | Reader | Excluded | Elsewhere | Admin) => true,
            (Caller::Reader, Reader) => true,
            (Caller::Reader, Excluded | Elsewhere) => !of_the_case,
            (Caller::Admin, Admin) => true,
            _ => false,
        }
    }

    /// What they are told: sign in; you may not; or, as for what is not there, nothing.
    fn refusal(self, route: &Route) -> Problem {
        match self {
            Unconfirmed | Admin => Problem::Refused,
            // One reader's access has ended here: nobody can step aside from anything now.
            Excluded if route.path.ends_with("/step-aside") => Problem::TooFewReaders,
            Reader | Excluded | Elsewhere if route.caller == Caller::Admin => Problem::Refused,
            Reader | Excluded | Elsewhere => Problem::NotFound,
            _ => Problem::SessionEnded,
        }
    }
}

/// A request that would do something if the rightful person sent it; without a body where that is another test's work.
fn request(world: &World, school: &mut School, pupil: &Pupil, route: &Route, who: &Who) -> Asking {
    let case = pupil.place.case;
    let path = route
        .path
        .replace("{case}", &case.0.to_string())
        .replace("{staff}", &school.deputy.staff.0.to_string())
        .replace("{hash}", &to_base64url(&[7; 32]))
        .replace("{session}", &to_base64url(&[7; 32]))
        .replace("{invite}", &CaseId::make(&mut school.rng).0.to_string());
    let mut asking = ask(route.method, path);
    if who.state != Nobody {
        asking = asking.session(&who.token);
    }
    let sealed = Bytes(note(school, pupil).encode());
    let say = |envelopes| MessagesRequest {
        envelopes,
        destroy_after_day: None,
        may_expire: None,
        due_day: Some(world.now().day() + 3),
    };
    match route.path.rsplit('/').next() {
        Some("release") => {
            let asked = Asked {
                thread: pupil.sealed.thread.id(),
                reason: 1,
                hour: world.now().hour(),
                log_size: 1,
            };
            let key = who.key.as_ref().unwrap_or(school.lead.secret());
            asking.json(&sign_release(asked, key, &mut school.rng))
        }
        Some("bookmark") => asking.json(&BookmarkRequest {
            bookmark: Bytes(vec![7; protocol::bookmark::SEALED_LEN]),
        }),
        Some("messages") => asking.json(&say(Vec::new())),
        Some("step-aside") => asking.json(&say(vec![sealed])),
        Some("hold") => asking.json(&HoldRequest {
            review_day: world.now().day() + 30,
            note: sealed,
        }),
        Some("lift") => asking.json(&LiftRequest { note: sealed }),
        Some("keeper") => asking.json(&KeeperRequest { note: sealed }),
        Some("end") => asking.json(&EndStaffRequest {
            reason: "Tried".to_owned(),
            key: Some(school.deputy.key()),
            destroy: false,
        }),
        _ => asking,
    }
}

async fn nobody_gets_in_who_may_not(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let callers = callers(&world, &mut school, &other, &pupil).await;
    assert_eq!(callers.len(), 12);

    let before = world.state().await;
    let mut wrong = Vec::new();
    for route in ROUTES.iter().filter(|route| route.caller != Caller::Anyone) {
        for who in callers.iter().filter(|who| !who.state.may(route)) {
            let asking = request(&world, &mut school, &pupil, route, who);
            let answer = asking.of(&world).await;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            let right = text.contains(who.state.refusal(route).uri());
            if !right || world.state().await != before {
                wrong.push(format!(
                    "{:?} {} {}: {text}",
                    who.state, route.method, route.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // The same requests do get in when they may, or the above would show nothing. What ends things comes last.
    let violence = |route: &&Route| {
        let ends = ["/step-aside", "/end", "/sign-out"];
        ends.iter().position(|end| route.path.ends_with(end))
    };
    end(&world, &school).await;
    let mut routes: Vec<_> = ROUTES.iter().collect();
    routes.sort_by_key(violence);
    let mut entered = 0;
    for route in routes {
        // Signing out everywhere ends what signing out is to be tried with; `own_sign_in.rs` plays it.
        if route.caller == Caller::Anyone || route.path == "/api/v1/me/sessions" {
            continue;
        }
        for who in callers.iter().filter(|who| who.state.may(route)) {
            let asking = request(&world, &mut school, &pupil, route, who);
            let status = asking.of(&world).await.status;
            let name = format!("{:?}: {} {}", who.state, route.method, route.path);
            let too_few = route.path.ends_with("/step-aside");
            let does = !too_few && route.path.contains("{case}") || route.method == "GET";
            if [401, 403, 500].contains(&status) || does && status >= 300 {
                wrong.push(format!("{name}: {status}"));
            }
            entered += u32::from(does);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(entered > 20, "only {entered}");
}

/// The school's end is agreed to, so that a keeper can be named.
async fn end(world: &World, school: &School) {
    let (id, now) = (school.id, world.now());
    let mut transaction = world.database.write().await.unwrap();
    let (asks, agrees) = (school.admin.staff, school.deputy.staff);
    let asked = transaction.ask_wind_down(id, asks, now.hour(), 31).await;
    assert!(asked.unwrap());
    transaction
        .agree_wind_down(id, agrees, now.hour(), now.day() + 31)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}

async fn callers(world: &World, school: &mut School, other: &School, pupil: &Pupil) -> Vec<Who> {
    let mut callers = Vec::new();
    let mut is = |state, token: &str, key: Option<&StaffSecret>| {
        let (token, key) = (token.to_owned(), key.cloned());
        callers.push(Who { state, token, key });
    };
    // Yesterday.
    let admin = school.sign_in(world, &school.admin).await;
    is(Expired, &school.sign_in(world, &school.lead).await, None);
    let head = school.sign_in(world, &school.head).await;
    is(EndedYesterday, &head, Some(school.head.secret()));
    let request = EndStaffRequest {
        reason: "Retired".to_owned(),
        key: Some(school.head.key()),
        destroy: false,
    };
    post(format!("/api/v1/staff/{}/end", school.head.staff.0))
        .session(&admin)
        .json(&request)
        .of(world)
        .await
        .done();
    world.clock.advance_seconds(86_400);

    // Today.
    let admin = school.sign_in(world, &school.admin).await;
    is(Nobody, "", None);
    is(
        State::Pupil,
        &to_base64url(&pupil.mailbox.token()[..]),
        None,
    );
    is(PasswordOnly, &to_base64url(&school.lead.auth), None);
    let invited = invite(world, &admin, Role::Reader).await;
    is(Invited, &to_base64url(&invited.token.0), None);
    let secret = StaffSecret::make(&mut rng(5));
    let accepting = invite(world, &admin, Role::Reader).await;
    let accepting = acceptance(world, accepting.token, &secret).await;
    accept(&accepting).of(world).await.done();
    let sign_in = SignInRequest {
        user: accepting.user.clone(),
        auth: accepting.auth,
        code: accepting.code.clone(),
        passkey: None,
    };
    let waits: SignInAnswer = post(school.path("/sign-in"))
        .json(&sign_in)
        .of(world)
        .await
        .ok();
    is(Unconfirmed, &to_base64url(&waits.session.0), Some(&secret));
    let out = school.sign_in(world, &school.lead).await;
    post("/api/v1/sign-out")
        .session(&out)
        .of(world)
        .await
        .done();
    is(SignedOut, &out, Some(school.lead.secret()));
    let lead = school.sign_in(world, &school.lead).await;
    is(Reader, &lead, Some(school.lead.secret()));
    let deputy = school.sign_in(world, &school.deputy).await;
    is(Excluded, &deputy, Some(school.deputy.secret()));
    let elsewhere = other.sign_in(world, &other.lead).await;
    is(Elsewhere, &elsewhere, Some(other.lead.secret()));
    is(Admin, &admin, None);

    let mut transaction = world.database.write().await.unwrap();
    let (staff, key) = (school.deputy.staff, school.deputy.key());
    let aside = transaction.forget_reader(school.id, pupil.place.case, staff, &key);
    aside.await.unwrap();
    transaction.commit().await.unwrap();
    callers
}
