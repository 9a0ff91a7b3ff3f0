//! Codes of a term on posters: whoever has an old one, or none, still gets through.

use client::reporter::message::{Answer, Ask, Poster};
use client::staff::message::{Answer as StaffAnswer, Ask as StaffAsk};
use demo::people::SLUG;
use protocol::api::{LimitsRequest, Role};

use crate::fixture::{Adult, Fixture, draft, fixture};

/// The admin puts up posters of this term; gives their code, if they have one.
async fn put_up(admin: &mut Adult<'_>, term: u32) -> Option<String> {
    let request = LimitsRequest {
        daily_budget: 500,
        term,
    };
    let StaffAnswer::People(people) = admin.ask(StaffAsk::SetLimits(request)).await else {
        panic!("the limits were not set");
    };
    let (_, code) = people.poster_path.split_once("&c=")?;
    Some(code.to_owned())
}

async fn sends(school: &Fixture, term_code: Option<String>) {
    let mut pupil = school.pupil().await;
    let poster = Poster {
        term_code,
        ..school.poster()
    };
    let start = Ask::Start {
        slug: SLUG.into(),
        poster: Some(poster),
    };
    let Answer::School(shown) = pupil.ask(start).await else {
        panic!("the school was not shown");
    };
    let draft = draft(&shown, "The light is broken.", &[]);
    let answer = pupil.ask(Ask::Send(draft)).await;
    assert!(matches!(answer, Answer::Sent { .. }), "not sent");
}

// F11: a new term's code makes old posters slower, and silences nobody.
#[tokio::test]
async fn an_old_poster_is_slower_and_no_wall() {
    let school = fixture().await;
    let mut admin = school.adult(Role::Admin).await;
    let first = put_up(&mut admin, 1).await;
    let second = put_up(&mut admin, 2).await;
    assert!(first.is_some() && first != second);
    sends(&school, None).await;
    sends(&school, second).await;
    // Several, because luck alone gets one of four through.
    for _ in 0..3 {
        sends(&school, first.clone()).await;
    }
}
