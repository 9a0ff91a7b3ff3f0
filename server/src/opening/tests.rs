//! What a school lacks before it may open.

use super::*;
use protocol::id::StaffId;

fn signed(what: SignOff, version: u32) -> (Signed, String) {
    let signed = Signed {
        what,
        version,
        by: StaffId(uuid::Uuid::nil()),
        words: "Ms Data".to_owned(),
        done_day: 20_000,
        signed_day: 20_001,
    };
    (signed, "Mrs Head".to_owned())
}

fn whole() -> Facts {
    Facts {
        readers: [2, 2, 2],
        untried: Vec::new(),
        copies: Vec::new(),
        next_look: Some("2026-11-23 08:15".to_owned()),
        contacts: true,
        packs: Vec::new(),
        signed: vec![
            signed(SignOff::Assessment, 0),
            signed(SignOff::Terms, terms::VERSION),
            signed(SignOff::Practice, 0),
        ],
    }
}

fn missing(facts: &Facts) -> Vec<GateItem> {
    let lines = facts.lines().into_iter();
    lines
        .filter(|line| !line.done)
        .map(|line| line.item)
        .collect()
}

// XAM-23: every item holds the gate by itself, and nothing else does.
#[test]
fn each_item_holds_the_gate() {
    assert_eq!(missing(&whole()), []);
    let with = |change: fn(&mut Facts)| {
        let mut facts = whole();
        change(&mut facts);
        missing(&facts)
    };
    assert_eq!(with(|f| f.readers = [1, 2, 2]), [GateItem::Readers]);
    assert_eq!(with(|f| f.readers = [2, 2, 1]), [GateItem::Readers]);
    let both = [GateItem::Readers, GateItem::Escalation];
    assert_eq!(with(|f| f.readers = [2, 0, 2]), both);
    assert_eq!(
        with(|f| f.untried = vec!["Mr Able".to_owned()]),
        [GateItem::Recovery]
    );
    assert_eq!(with(|f| f.copies = vec!["drill"]), [GateItem::Copies]);
    assert_eq!(with(|f| f.next_look = None), [GateItem::Hours]);
    assert_eq!(with(|f| f.contacts = false), [GateItem::Contacts]);
    let stale = |f: &mut Facts| f.packs = vec!["helplines gb-eng".to_owned()];
    assert_eq!(with(stale), [GateItem::Packs]);
    assert_eq!(with(|f| drop(f.signed.remove(0))), [GateItem::Assessment]);
    assert_eq!(with(|f| drop(f.signed.remove(1))), [GateItem::Terms]);
    assert_eq!(with(|f| drop(f.signed.remove(2))), [GateItem::Practice]);
}

// XAM-23, XAM-2: each word somebody signs for is in what the log commits to, the text of the terms too.
#[test]
fn the_log_commits_to_all_that_was_signed() {
    let school = SchoolId(uuid::Uuid::from_u128(1));
    let (terms, _) = signed(SignOff::Terms, terms::VERSION);
    let with = |change: fn(&mut Signed)| {
        let mut other = terms.clone();
        change(&mut other);
        signed_hash(school, &other)
    };
    let mut hashes = HashSet::from([
        with(|_| {}).0,
        with(|s| s.version += 1).0,
        with(|s| s.by = StaffId(uuid::Uuid::from_u128(2))).0,
        with(|s| s.words = "Mr Data".to_owned()).0,
        with(|s| s.done_day += 1).0,
        with(|s| s.what = SignOff::Practice).0,
        signed_hash(SchoolId(uuid::Uuid::from_u128(2)), &terms).0,
    ]);
    assert_eq!(hashes.len(), 7);
    // Made here once more, so that the text itself is seen to be in it.
    let parts: [&[u8]; 8] = [
        SIGNED_LABEL,
        &school.to_bytes(),
        &[crate::store::sign_off_number(terms.what)],
        &terms.version.to_be_bytes(),
        &terms.by.to_bytes(),
        &terms.done_day.to_be_bytes(),
        &Sha256::digest(&terms.words),
        terms::today().as_bytes(),
    ];
    let again: [u8; 32] = Sha256::digest(parts.concat()).into();
    assert!(!hashes.insert(again));
    let opening = |how, day| {
        let by = None;
        let opening = Opening {
            how,
            day,
            by,
            in_log: false,
        };
        opened_hash(school, &opening).0
    };
    let opened = [
        opening(How::Gate, 1),
        opening(How::Gate, 2),
        opening(How::Before, 1),
    ];
    assert_eq!(HashSet::from(opened).len(), 3);
}

// XAM-2: terms that changed are signed again.
#[test]
fn a_signature_under_an_older_text_is_none() {
    let mut facts = whole();
    facts.signed[1] = signed(SignOff::Terms, terms::VERSION - 1);
    assert_eq!(missing(&facts), [GateItem::Terms]);
    let lines = facts.lines();
    let line = lines.iter().find(|line| line.item == GateItem::Terms);
    assert_eq!(
        line.and_then(|line| line.signed_by.as_deref()),
        Some("Mrs Head")
    );
    // The one who signs again can read what it was.
    let before = facts.signed_before();
    assert_eq!(
        before.map(|before| (
            before.version,
            Some(before.text.as_str()) == terms::of(before.version)
        )),
        Some((terms::VERSION - 1, true))
    );
    assert_eq!(whole().signed_before(), None);
}
