//! Text that people type and JSON that the other side sends.

use protocol::api;
use protocol::day::Day;
use protocol::encoding::{from_base64url, to_base64url};
use protocol::kit::{read_account, read_root};
use protocol::pack::{Pack, pack, unpack};
use protocol::plaintext::{FollowUp, Note, Plaintext, Reply, Report};
use protocol::receipt_code::ReceiptCode;
use protocol::received::Received;
use protocol::word_list;

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Seven words.
pub fn receipt_code(bytes: &[u8]) {
    let _ = ReceiptCode::parse(&text(bytes));
}

/// Printed secrets.
pub fn kit(bytes: &[u8]) {
    let _ = read_account(&text(bytes));
    let _ = read_root(&text(bytes));
}

/// Help with words.
pub fn words(bytes: &[u8]) {
    let typed = text(bytes);
    if let Some(index) = word_list::find(&typed) {
        assert!(word_list::word(index).starts_with(&*typed));
    }
    assert!(word_list::suggest(&typed, 5).len() <= 5);
    assert!(word_list::near(&typed).len() <= 3);
}

/// A date.
pub fn day(bytes: &[u8]) {
    let typed = text(bytes);
    if let Some(day) = Day::parse(&typed) {
        assert_eq!(day.to_string(), typed);
    }
}

/// Bytes inside JSON.
pub fn base64url(bytes: &[u8]) {
    let typed = text(bytes);
    if let Some(decoded) = from_base64url(&typed) {
        assert_eq!(to_base64url(&decoded), typed);
    }
}

/// The words inside an envelope.
pub fn plaintext(bytes: &[u8]) {
    fn one<P: Plaintext>(bytes: &[u8]) {
        if let Ok(words) = P::from_bytes(bytes) {
            assert_eq!(words.to_bytes().as_slice(), bytes);
        }
    }
    one::<Report>(bytes);
    one::<FollowUp>(bytes);
    one::<Reply>(bytes);
    one::<Note>(bytes);
}

/// Values in a fixed order: what the pages read of a school, and each kind of field.
pub fn packed(bytes: &[u8]) {
    same::<api::SchoolView>(bytes);
    same::<api::ProvenEntry>(bytes);
    same::<Vec<Option<String>>>(bytes);
    same::<Option<Box<bool>>>(bytes);
}

/// What is read is written back the same: a value has one form.
pub(crate) fn same<T: Pack>(bytes: &[u8]) -> Option<T> {
    let value = unpack::<T>(bytes)?;
    assert_eq!(pack(&value).as_slice(), bytes);
    Some(value)
}

/// What a server answers and a client asks, in JSON.
pub fn api(bytes: &[u8]) {
    let _ = serde_json::from_slice::<api::SchoolView>(bytes);
    let _ = serde_json::from_slice::<api::SignInAnswer>(bytes);
    let _ = serde_json::from_slice::<api::PeopleView>(bytes);
    let _ = serde_json::from_slice::<api::InviteAcceptRequest>(bytes);
    let _ = serde_json::from_slice::<api::ReleaseRequest>(bytes);
    let _ = serde_json::from_slice::<api::MessagesRequest>(bytes);
    let _ = serde_json::from_slice::<api::AuditPage>(bytes);
    let _ = serde_json::from_slice::<api::DirectoryVersion>(bytes);
    if let Ok(page) = serde_json::from_slice::<api::CasePage>(bytes) {
        for case in &page.cases {
            let school = protocol::id::SchoolId::from_bytes([0x11; 16]);
            for row in &case.messages {
                let _ = Received::from_row(row, school, case.case);
            }
        }
    }
    let _ = serde_json::from_slice::<api::Release>(bytes);
}
