//! A server that lies to staff. P65: unless the opening is proven in the log, nothing is decrypted.

use client::staff::message::{Answer, Ask, Failure, Stage};
use client::transport::Response;
use protocol::api::{Release, Role};
use protocol::encoding::Bytes;

use crate::fixture::{Adult, Fixture, failure, fixture};
use crate::network::changing;

/// Opens against a changed release.
async fn opened_under(
    lead: &mut Adult<'_>,
    change: impl Fn(&mut Release) + 'static,
) -> Option<Failure> {
    let case = lead.only_row().await.case;
    lead.network.lie(changing("/release", change));
    let answer = lead.try_open(case).await;
    lead.network.be_honest();
    failure(&answer).cloned()
}

async fn reported(school: &Fixture) {
    school.report("Words that must stay shut.", &[]).await;
}

// P64, P65: the log must extend what was seen, hold every entry, and end with this opening.
#[tokio::test]
async fn an_opening_that_is_not_proven_opens_nothing() {
    let school = fixture().await;
    reported(&school).await;
    let lies: [fn(&mut Release); 8] = [
        |release| drop(release.entries.pop()),
        |release| drop(release.entries.remove(0)),
        |release| release.entries.swap(0, 1),
        |release| release.entries[1].salt.0[0] ^= 1,
        |release| release.entries[1].proof.clear(),
        |release| release.consistency.from = 0,
        |release| release.consistency.proof.push(release.entries[0].salt),
        |release| release.checkpoint = release.checkpoint.replacen("sotto", "sotta", 1),
    ];
    for lie in lies {
        let mut lead = school.adult(Role::Lead).await;
        let fault = opened_under(&mut lead, lie).await;
        assert!(
            matches!(fault, Some(Failure::LogBroken { .. })),
            "{fault:?}"
        );
        // Nothing was opened: nothing can be written either.
        let case = lead.only_row().await.case;
        let note = lead
            .ask(Ask::Note {
                case,
                text: "x".into(),
            })
            .await;
        assert_eq!(failure(&note), Some(&Failure::NotFound));
    }
}

// P26: another body, another content key, another report under the same case.
#[tokio::test]
async fn changed_content_does_not_open() {
    let school = fixture().await;
    reported(&school).await;
    let lies: [fn(&mut Release); 4] = [
        |release| release.messages[0].body.0[9] ^= 1,
        |release| release.messages[0].row.commitment.0[0] ^= 1,
        |release| release.messages[0].wrap = None,
        |release| {
            let body = &mut release.messages[0].body;
            *body = Bytes(body.0.iter().rev().copied().collect());
        },
    ];
    for lie in lies {
        let mut lead = school.adult(Role::Lead).await;
        assert_eq!(opened_under(&mut lead, lie).await, Some(Failure::Broken));
    }
}

// The log is checked before the content: the stages say so, and no case comes out.
#[tokio::test]
async fn the_log_comes_first() {
    let school = fixture().await;
    reported(&school).await;
    let mut lead = school.adult(Role::Lead).await;
    let case = lead.only_row().await.case;
    let mut stages = Vec::new();
    let ask = Ask::Open {
        case,
        reason: client::staff::message::Reason::Other,
        detail: "Asked by the head.".into(),
    };
    let now = school.world.now();
    let answer = lead
        .session
        .answer(ask, now, &mut |stage| stages.push(stage))
        .await;
    let Answer::Case(case) = answer else {
        panic!("{:?}", failure(&answer))
    };
    assert_eq!(&stages[..2], [Stage::Logging, Stage::Verifying]);
    assert_eq!(case.notes[0].text, "Asked by the head.");
    let bare = Ask::Open {
        case: case.case,
        reason: client::staff::message::Reason::Other,
        detail: " ".into(),
    };
    assert!(matches!(
        failure(&lead.ask(bare).await),
        Some(Failure::Field { .. })
    ));
}

// A session the server ended is over here too, keys included.
#[tokio::test]
async fn an_ended_session_forgets_its_keys() {
    let school = fixture().await;
    reported(&school).await;
    let mut lead = school.adult(Role::Lead).await;
    lead.only_row().await;
    lead.network.lie(|sent, answer| {
        if sent.path.starts_with("/api/v1/cases") {
            return Response {
                status: 401,
                body: b"{\"type\":\"/problems/session-ended\",\"title\":\"\",\"status\":401}"
                    .to_vec(),
            };
        }
        answer
    });
    assert_eq!(
        failure(&lead.ask(Ask::Board { whole: true }).await),
        Some(&Failure::SessionEnded)
    );
    lead.network.be_honest();
    assert_eq!(
        failure(&lead.ask(Ask::Board { whole: true }).await),
        Some(&Failure::SessionEnded)
    );
}
