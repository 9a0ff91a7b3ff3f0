//! Invitations: one link, one use, keys proven, code proven.

use protocol::api::{
    InviteAcceptRequest, InviteAnswer, InviteLookAnswer, InviteLookRequest, InviteRequest,
    PeopleView, Role, SignInAnswer, SignInRequest, StaffState,
};
use protocol::directory::ACTIVATION_DAYS;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::keys::StaffSecret;
use protocol::vault::SEALED_LEN;
use server::problem::Problem;
use totp_rs::{Builder, Secret};

use crate::asking::{Asking, ask, get, post};
use crate::database::Fresh;
use crate::school::{School, code};
use crate::world::{World, rng};

both!(
    an_invited_reader_waits_for_the_directory,
    bad_acceptances_change_nothing,
    links_end
);

pub async fn invite(world: &World, admin: &str, role: Role) -> InviteAnswer {
    let request = InviteRequest {
        name: "Ms New".to_owned(),
        role,
        place: "Room 2".to_owned(),
    };
    post("/api/v1/invites")
        .session(admin)
        .json(&request)
        .of(world)
        .await
        .ok()
}

fn look(token: FixedBytes<32>) -> Asking {
    post("/api/v1/invites/look").json(&InviteLookRequest { token })
}

pub fn accept(request: &InviteAcceptRequest) -> Asking {
    post("/api/v1/invites/accept").json(request)
}

fn secret_of(seen: &InviteLookAnswer) -> &str {
    let secret = seen.otpauth.split("secret=").nth(1).unwrap();
    secret.split('&').next().unwrap()
}

fn second_factor(seen: &InviteLookAnswer, world: &World) -> String {
    let secret = Secret::try_from_base32(secret_of(seen)).unwrap();
    code(secret.as_ref(), world)
}

pub async fn acceptance(
    world: &World,
    token: FixedBytes<32>,
    secret: &StaffSecret,
) -> InviteAcceptRequest {
    let seen: InviteLookAnswer = look(token).of(world).await.ok();
    InviteAcceptRequest {
        token,
        user: "new.reader".to_owned(),
        salt: FixedBytes([1; 16]),
        auth: FixedBytes([2; 32]),
        vault: Bytes(vec![3; SEALED_LEN]),
        public_keys: seen
            .role
            .reads()
            .then(|| secret.public(seen.school, seen.staff)),
        code: second_factor(&seen, world),
    }
}

async fn an_invited_reader_waits_for_the_directory(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let invited = invite(&world, &admin, Role::Reader).await;
    let seen: InviteLookAnswer = look(invited.token).of(&world).await.ok();
    assert_eq!(
        (seen.slug.as_str(), seen.name.as_str(), seen.role),
        ("one", "Ms New", Role::Reader)
    );
    let secret = StaffSecret::make(&mut rng(5));
    let request = acceptance(&world, invited.token, &secret).await;
    accept(&request).of(&world).await.done();
    accept(&request)
        .refused(&world, Problem::ExpiredInvite)
        .await;

    // The code of the invitation lets its owner in once, and no older one does.
    let sign_in = |code: &str| {
        let request = SignInRequest {
            user: request.user.clone(),
            auth: request.auth,
            code: code.to_owned(),
            passkey: None,
        };
        post(school.path("/sign-in")).json(&request)
    };
    let older = {
        let generator = Builder::new()
            .with_secret(Secret::try_from_base32(secret_of(&seen)).unwrap().as_ref())
            .build_noncompliant();
        generator.generate(world.now().seconds() - 30).to_string()
    };
    sign_in(&older)
        .refused(&world, Problem::SignInRefused)
        .await;
    let _: SignInAnswer = sign_in(&request.code).of(&world).await.ok();
    sign_in(&request.code)
        .refused(&world, Problem::SignInRefused)
        .await;

    let people: PeopleView = get("/api/v1/staff").session(&admin).of(&world).await.ok();
    let new = people
        .staff
        .iter()
        .find(|person| person.user == "new.reader")
        .unwrap();
    assert_eq!(new.state, StaffState::Waiting);
    assert!(people.invites.is_empty() && !new.admin);

    // Active once a signed directory names the key.
    let mut next = school.directory.successor(school.directory.issued_day);
    // From its third date on, so that two signatures are enough.
    let mut entry = school
        .lead
        .entry(next.issued_day.plus_days(ACTIVATION_DAYS));
    let public = secret.kem.public();
    (entry.key_id, entry.kem_hash, entry.signing) =
        (public.id(), public.hash(), secret.signing.public());
    next.entries.push(entry);
    school.put_in_force(&world, next).await;
    let people: PeopleView = get("/api/v1/staff").session(&admin).of(&world).await.ok();
    let new = people
        .staff
        .iter()
        .find(|person| person.user == "new.reader")
        .unwrap();
    assert_eq!(new.state, StaffState::Active);
}

// Bad input: wrong code, unproven keys, taken and impossible names.
async fn bad_acceptances_change_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let token = invite(&world, &admin, Role::Deputy).await.token;
    let secret = StaffSecret::make(&mut rng(5));
    let good = acceptance(&world, token, &secret).await;
    let wrong_code = if good.code == "123456" {
        "654321"
    } else {
        "123456"
    };
    let seen: InviteLookAnswer = look(token).of(&world).await.ok();
    let stolen = secret.public(seen.school, school.lead.staff);
    let mut swapped = secret.public(seen.school, seen.staff);
    swapped.kem = Bytes(school.lead.secret().kem.public().to_bytes());

    let cases = [
        (
            Problem::ExpiredInvite,
            InviteAcceptRequest {
                token: FixedBytes([9; 32]),
                ..good.clone()
            },
        ),
        (
            Problem::WrongCode,
            InviteAcceptRequest {
                code: wrong_code.to_owned(),
                ..good.clone()
            },
        ),
        (
            Problem::WrongCode,
            InviteAcceptRequest {
                code: String::new(),
                ..good.clone()
            },
        ),
        (
            Problem::NameTaken,
            InviteAcceptRequest {
                user: "lead".to_owned(),
                ..good.clone()
            },
        ),
        (
            Problem::Invalid,
            InviteAcceptRequest {
                user: "Upper Case".to_owned(),
                ..good.clone()
            },
        ),
        (
            Problem::Invalid,
            InviteAcceptRequest {
                vault: Bytes(vec![0; 5]),
                ..good.clone()
            },
        ),
        (
            Problem::Invalid,
            InviteAcceptRequest {
                public_keys: None,
                ..good.clone()
            },
        ),
        (
            Problem::BadSignature,
            InviteAcceptRequest {
                public_keys: Some(stolen),
                ..good.clone()
            },
        ),
        (
            Problem::BadSignature,
            InviteAcceptRequest {
                public_keys: Some(swapped),
                ..good.clone()
            },
        ),
    ];
    for (problem, request) in &cases {
        accept(request).refused(&world, *problem).await;
    }
    accept(&good).of(&world).await.done();

    // An admin brings no keys.
    let token = invite(&world, &admin, Role::Admin).await.token;
    let mut keys = acceptance(&world, token, &secret).await;
    keys.public_keys = good.public_keys.clone();
    keys.user = "second.admin".to_owned();
    accept(&keys).refused(&world, Problem::Invalid).await;

    for (name, place) in [
        ("", ""),
        (" x", ""),
        ("x", "a\u{202e}b"),
        (&*"n".repeat(65), ""),
    ] {
        let request = InviteRequest {
            name: name.to_owned(),
            role: Role::Reader,
            place: place.to_owned(),
        };
        post("/api/v1/invites")
            .session(&admin)
            .json(&request)
            .refused(&world, Problem::Invalid)
            .await;
    }
}

// Bad input: expired invite.
async fn links_end(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let withdrawn = invite(&world, &admin, Role::Reader).await;
    let path = format!("/api/v1/invites/{}", withdrawn.invite.0);
    ask("DELETE", &path).session(&admin).of(&world).await.done();
    ask("DELETE", &path)
        .session(&admin)
        .refused(&world, Problem::NotFound)
        .await;
    look(withdrawn.token)
        .refused(&world, Problem::ExpiredInvite)
        .await;

    let late = invite(&world, &admin, Role::Reader).await;
    assert_eq!(late.expires_day, world.now().day() + 6);
    let secret = StaffSecret::make(&mut rng(5));
    let request = acceptance(&world, late.token, &secret).await;
    world.clock.advance_seconds(7 * 86_400);
    look(late.token)
        .refused(&world, Problem::ExpiredInvite)
        .await;
    accept(&request)
        .refused(&world, Problem::ExpiredInvite)
        .await;
}
