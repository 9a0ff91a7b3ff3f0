//! What the audit page tells apart.

use super::*;
use client::staff::message::Reason;

fn audit(rows: &[u64], broken: Option<u64>, consistent: bool) -> Audit {
    Audit {
        rows: rows
            .iter()
            .map(|index| AuditRow {
                index: *index,
                hour: 0,
                by: None,
                what: Entry::Message,
                case: None,
            })
            .collect(),
        size: 10,
        hour: None,
        broken,
        consistent,
        next: rows.last().copied().filter(|index| *index > 0),
    }
}

// XAM-12: openings can be looked at alone.
#[test]
fn filters_keep_their_kind() {
    let opening = Entry::Case(Event::Opened {
        reason: Reason::OnDuty,
    });
    assert!(What::Everything.keeps(&opening) && What::Openings.keeps(&opening));
    assert!(!What::People.keeps(&opening) && !What::Messages.keeps(&opening));
    assert!(What::People.keeps(&Entry::Invited));
}

#[test]
fn an_older_page_goes_below_and_its_faults_stay() {
    let mut page = audit(&[9, 8], None, true);
    page.append(audit(&[7, 0], Some(3), true));
    assert_eq!(page.rows.len(), 4);
    assert_eq!(page.next, None);
    assert_eq!(page.broken, Some(3));
    page.append(audit(&[], Some(5), false));
    assert_eq!(page.broken, Some(3));
    assert!(!page.consistent);
}
