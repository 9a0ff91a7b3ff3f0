//! R25: acts of adults whose answer got lost. The same request under the same key is answered again and done once, also
//! after a restart and by another node; the key means nothing on any other request.

use axum::http::HeaderName;
use protocol::api::{
    EndStaffRequest, InviteAcceptRequest, InviteAnswer, InviteLookAnswer, InviteLookRequest,
    InviteRequest, PeopleView, Role, SignInAnswer, SignInRequest,
};
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::vault::SEALED_LEN;
use server::problem::Problem;
use totp_rs::Secret;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::school::{School, code};
use crate::world::World;

both!(
    a_sign_in_whose_answer_was_lost_costs_no_code,
    an_invitation_is_made_once,
    an_account_is_made_once,
    access_ends_once,
    an_odd_key_is_refused
);

const ONCE: HeaderName = HeaderName::from_static("idempotency-key");

fn under(asking: Asking, key: u8) -> Asking {
    asking.header(ONCE, to_base64url(&[key; 16]))
}

async fn a_sign_in_whose_answer_was_lost_costs_no_code(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let request = SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(school.lead.auth),
        code: school.lead.code(&world),
        passkey: None,
    };
    let sign_in = |key: u8| under(post(school.path("/sign-in")).json(&request), key);
    let first: SignInAnswer = sign_in(1).of(&world).await.ok();
    let state = world.state().await;
    let again: SignInAnswer = sign_in(1).of(&world).await.ok();
    assert_eq!(again.session, first.session);
    assert_eq!(world.state().await, state, "a second session");
    let people = |session: &str| get("/api/v1/staff").session(session);
    let token = to_base64url(&first.session.0);
    assert_eq!(people(&token).of(&world).await.status, 200);

    // A code stays good once: under another key, without one, and for anybody who only saw the code.
    sign_in(2).refused(&world, Problem::SignInRefused).await;
    post(school.path("/sign-in"))
        .json(&request)
        .refused(&world, Problem::SignInRefused)
        .await;
    let guess = SignInRequest {
        auth: FixedBytes([9; 32]),
        ..request.clone()
    };
    under(post(school.path("/sign-in")).json(&guess), 1)
        .refused(&world, Problem::SignInRefused)
        .await;

    // Signed out is signed out: the same request begins nothing anew.
    post("/api/v1/sign-out")
        .session(&token)
        .of(&world)
        .await
        .done();
    world.clock.advance_seconds(2);
    sign_in(1).refused(&world, Problem::SignInRefused).await;
    assert_eq!(people(&token).of(&world).await.status, 401);
}

fn invitation(name: &str) -> InviteRequest {
    InviteRequest {
        name: name.to_owned(),
        role: Role::Admin,
        place: String::new(),
    }
}

async fn an_invitation_is_made_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let invite = |name: &str, key| {
        let asking = post("/api/v1/invites").session(&admin);
        under(asking.json(&invitation(name)), key)
    };
    let first: InviteAnswer = invite("Ms New", 1).of(&world).await.ok();
    let state = world.state().await;
    let again: InviteAnswer = invite("Ms New", 1).of(&world).await.ok();
    assert_eq!((again.invite, again.token), (first.invite, first.token));
    assert_eq!(world.state().await, state, "a second invitation");
    invite("Mr Other", 1)
        .refused(&world, Problem::Conflict)
        .await;
    // Meant twice, it is done twice.
    let other: InviteAnswer = invite("Ms New", 2).of(&world).await.ok();
    assert_ne!(other.token, first.token);
    // What was taken back does not come alive by being asked for again.
    let cancel = format!("/api/v1/invites/{}", first.invite.0);
    crate::asking::ask("DELETE", cancel)
        .session(&admin)
        .of(&world)
        .await
        .done();
    invite("Ms New", 1).refused(&world, Problem::Conflict).await;
    let people: PeopleView = get("/api/v1/staff").session(&admin).of(&world).await.ok();
    assert_eq!(people.invites.len(), 1);
}

async fn an_account_is_made_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let asking = post("/api/v1/invites").session(&admin);
    let invited: InviteAnswer = asking.json(&invitation("Ms New")).of(&world).await.ok();
    let token = invited.token;
    let look = post("/api/v1/invites/look").json(&InviteLookRequest { token });
    let seen: InviteLookAnswer = look.of(&world).await.ok();
    let secret = seen.otpauth.split("secret=").nth(1).unwrap();
    let secret = Secret::try_from_base32(secret.split('&').next().unwrap()).unwrap();
    let request = InviteAcceptRequest {
        token,
        user: "new.admin".to_owned(),
        salt: FixedBytes([1; 16]),
        auth: FixedBytes([2; 32]),
        vault: Bytes(vec![3; SEALED_LEN]),
        public_keys: None,
        code: code(secret.as_ref(), &world),
    };
    let accept = |request: &InviteAcceptRequest, key| {
        under(post("/api/v1/invites/accept").json(request), key)
    };
    accept(&request, 1).of(&world).await.done();
    let state = world.state().await;
    accept(&request, 1).of(&world).await.done();
    assert_eq!(world.state().await, state);
    // Only the very same request is told so: not another key, not another vault.
    accept(&request, 2)
        .refused(&world, Problem::ExpiredInvite)
        .await;
    let other = InviteAcceptRequest {
        vault: Bytes(vec![4; SEALED_LEN]),
        ..request
    };
    accept(&other, 1)
        .refused(&world, Problem::ExpiredInvite)
        .await;
}

async fn access_ends_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let end = |reason: &str, key| {
        let request = EndStaffRequest {
            reason: reason.to_owned(),
            key: Some(school.deputy.key()),
            destroy: false,
        };
        let path = format!("/api/v1/staff/{}/end", school.deputy.staff.0);
        under(post(path).session(&admin).json(&request), key)
    };
    end("Left", 1).of(&world).await.done();
    let state = world.state().await;
    end("Left", 1).of(&world).await.done();
    assert_eq!(world.state().await, state, "one entry in the log");
    end("Left for good", 1)
        .refused(&world, Problem::Conflict)
        .await;
    end("Left", 2).refused(&world, Problem::Conflict).await;
}

// R31
async fn an_odd_key_is_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let invite = || {
        let asking = post("/api/v1/invites").session(&admin);
        asking.json(&invitation("Ms New"))
    };
    for odd in ["", "short", "not base64url!", &"A".repeat(44)] {
        invite()
            .header(ONCE, odd)
            .refused(&world, Problem::Malformed)
            .await;
    }
    under(under(invite(), 1), 2)
        .refused(&world, Problem::Malformed)
        .await;
}
