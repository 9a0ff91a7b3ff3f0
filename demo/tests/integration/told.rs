//! A page that is told only what changed has the board that the worker has.

use client::staff::message::{Answer, Ask, Board, BoardChanges};
use protocol::api::{CasePage, Role};

use crate::fixture::{Adult, draft, failure, fixture};
use crate::network::changing;

async fn changes(adult: &mut Adult<'_>, whole: bool) -> BoardChanges {
    match adult.ask(Ask::Board { whole }).await {
        Answer::Board(changes) => changes,
        other => panic!("{:?}", failure(&other)),
    }
}

fn shown(board: &Board) -> Vec<String> {
    let mut rows: Vec<String> = board
        .rows
        .iter()
        .map(|row| serde_json::to_string(row).unwrap())
        .collect();
    // Equally urgent rows stand in the order in which they were told.
    rows.sort();
    rows
}

// D1: each row once, then nothing until something happens to it.
#[tokio::test]
async fn a_page_is_told_each_row_once_and_then_what_changes() {
    let school = fixture().await;
    school.report("The first.", &[]).await;
    school.report("The second.", &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let mut page = Board::empty();

    let first = changes(&mut lead, true).await;
    assert_eq!((first.rows.len(), first.gone.len()), (2, 0));
    page.change(first);
    let quiet = changes(&mut lead, false).await;
    assert_eq!((quiet.rows.len(), quiet.gone.len()), (0, 0));
    page.change(quiet);
    assert_eq!(shown(&page), shown(&lead.board().await));

    // Opened by this reader, and another arrives within the hour: two rows of three, once each.
    let case = page.rows[0].case;
    lead.open(case).await;
    let mut pupil = school.pupil().await;
    let start = pupil.start().await;
    pupil.send(draft(&start, "The third.", &[])).await;
    let mut later = Vec::new();
    for _ in 0..5 {
        school.minutes_pass(10);
        let told = changes(&mut lead, false).await;
        assert!(told.gone.is_empty());
        later.extend(told.rows.iter().map(|row| row.case));
        page.change(told);
    }
    assert_eq!((page.rows.len(), later.len()), (3, 2));
    assert!(later.contains(&case));
    assert_eq!(shown(&page), shown(&lead.board().await));
    let order: Vec<_> = page
        .rows
        .iter()
        .map(client::staff::message::BoardRow::order)
        .collect();
    assert!(order.is_sorted(), "{order:?}");

    // A page that begins anew is told everything.
    assert_eq!(changes(&mut lead, true).await.rows.len(), 3);

    // A case that the server lists no more leaves the page, and comes back as a new one.
    lead.network
        .lie(changing::<CasePage>("/api/v1/cases", move |listed| {
            listed.cases.retain(|row| row.case != case);
        }));
    let without = changes(&mut lead, false).await;
    assert_eq!(
        (without.rows.len(), without.gone.as_slice()),
        (0, &[case][..])
    );
    page.change(without);
    assert_eq!(page.rows.len(), 2);
    assert_eq!(shown(&page), shown(&lead.board().await));
    lead.network.be_honest();
    page.change(changes(&mut lead, false).await);
    assert_eq!(page.rows.len(), 3);
    assert_eq!(shown(&page), shown(&lead.board().await));
}
