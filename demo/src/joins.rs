//! A reader joins: invited by a link, keys made in her own session, a second directory signed by two people on paper.

use client::staff::demo_code::code;
use client::staff::message::{Answer, Ask, Kit};
use protocol::api::{InviteRequest, Role};

use crate::fault::{Fault, Needed};
use crate::file::Person;
use crate::people::{JOINS, SLUG};
use crate::staff::Desk;
use crate::world::World;

/// Invites, accepts, drafts and signs; the person is in the demo file afterwards.
pub async fn join(world: &World, desks: &mut Vec<Desk>) -> Result<(), Fault> {
    let token = invite(world, desk(desks, Role::Admin)?).await?;
    let newcomer = accept(world, &token).await?;
    let desk_of_newcomer = Desk::new(world, newcomer).await;
    let admin = desk(desks, Role::Admin)?;
    let people = admin
        .on_people(world, "draft a directory", Ask::Draft { at_once: true })
        .await?;
    let draft = people.drafts.first().needed("the draft")?.clone();
    let compared: Vec<_> = draft.added.iter().map(|adult| adult.key).collect();
    let holders = desks
        .iter_mut()
        .filter(|desk| desk.person.root_key.is_some());
    // One signature more than usual, so that she reads today.
    for holder in holders.take(usize::from(draft.needed)) {
        let root_key = holder.person.root_key.clone().needed("a root key")?;
        holder.sign_in(world).await?;
        holder
            .on_people(
                world,
                "sign",
                Ask::Sign {
                    draft: draft.hash,
                    root_key,
                    compared: compared.clone(),
                },
            )
            .await?;
    }
    desks.push(desk_of_newcomer);
    Ok(())
}

fn desk(desks: &mut [Desk], role: Role) -> Result<&mut Desk, Fault> {
    desks
        .iter_mut()
        .find(|desk| desk.person.role == role)
        .needed("an adult")
}

async fn invite(world: &World, admin: &mut Desk) -> Result<String, Fault> {
    admin.sign_in(world).await?;
    let request = InviteRequest {
        name: JOINS.name.into(),
        role: JOINS.role,
        place: JOINS.place.into(),
    };
    match admin.ask(world, Ask::Invite(request)).await {
        Answer::Invited(invited) => {
            let token = invited
                .link
                .split_once("#invite=")
                .map(|(_, token)| token.into());
            token.needed("the token of the invitation")
        }
        other => Err(admin.unexpected("invite", &other)),
    }
}

async fn accept(world: &World, token: &str) -> Result<Person, Fault> {
    let person = Person {
        role: JOINS.role,
        name: JOINS.name.into(),
        user: JOINS.user.into(),
        password: JOINS.password.into(),
        account_secret: String::new(),
        totp_secret: String::new(),
        root_key: None,
        link: String::new(),
    };
    let mut desk = Desk::new(world, person).await;
    let otpauth = match desk
        .ask(
            world,
            Ask::LookInvite {
                token: token.into(),
            },
        )
        .await
    {
        Answer::Invitation(invitation) => invitation.otpauth,
        other => return Err(desk.unexpected("look at the invitation", &other)),
    };
    let secret = otpauth.split_once("secret=").needed("the second factor")?.1;
    let secret = secret.split('&').next().unwrap_or_default();
    let accept = Ask::AcceptInvite {
        token: token.into(),
        user: JOINS.user.into(),
        password: JOINS.password.into(),
        code: code(secret, world.now()).needed("a code")?,
    };
    let kit: Kit = match desk.ask(world, accept).await {
        Answer::Kit(kit) => kit,
        other => return Err(desk.unexpected("accept the invitation", &other)),
    };
    let person = Person {
        account_secret: kit.account_secret,
        totp_secret: secret.into(),
        ..desk.person
    };
    person.with_link(SLUG)
}
