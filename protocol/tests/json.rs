//! The small reader and `serde_json` agree on every document our types can have, and on which texts are none.

use proptest::prelude::*;
use protocol::json::from_str;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everything {
    flag: bool,
    small: u8,
    large: u64,
    signed: i64,
    text: String,
    maybe: Option<u16>,
    pair: (u32, String),
    choices: Vec<Choice>,
    nested: Option<Box<Everything>>,
}

#[derive(Debug, PartialEq, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Plain,
    Wrapped(String),
    Tuple(u8, u8),
    Named { word: String },
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Plain),
        any::<String>().prop_map(Choice::Wrapped),
        any::<(u8, u8)>().prop_map(|(a, b)| Choice::Tuple(a, b)),
        any::<String>().prop_map(|word| Choice::Named { word }),
    ]
}

fn everything() -> impl Strategy<Value = Everything> {
    let fields = (
        any::<bool>(),
        any::<u8>(),
        any::<u64>(),
        any::<i64>(),
        any::<String>(),
        any::<Option<u16>>(),
        any::<(u32, String)>(),
        prop::collection::vec(choice(), 0..4),
    );
    let leaf =
        fields.prop_map(
            |(flag, small, large, signed, text, maybe, pair, choices)| Everything {
                flag,
                small,
                large,
                signed,
                text,
                maybe,
                pair,
                choices,
                nested: None,
            },
        );
    leaf.prop_recursive(3, 4, 1, |inner| {
        (inner.clone(), inner).prop_map(|(outer, inner)| Everything {
            nested: Some(Box::new(inner)),
            ..outer
        })
    })
}

proptest! {
    #[test]
    fn what_serde_json_writes_is_read_back(value in everything()) {
        let compact = serde_json::to_string(&value).expect("plain data");
        let spaced = serde_json::to_string_pretty(&value).expect("plain data");
        prop_assert_eq!(from_str::<Everything>(&compact), Ok(value.clone()));
        prop_assert_eq!(from_str::<Everything>(&spaced), Ok(value));
    }

    /// A document with one byte changed, cut or doubled is accepted by both readers or by neither.
    #[test]
    fn damaged_documents_are_judged_alike(value in everything(), at in any::<prop::sample::Index>(), byte in 0x20u8..0x7f, how in 0..3) {
        let mut bytes = serde_json::to_vec(&value).expect("plain data");
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] = byte,
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, byte),
        }
        let ours = protocol::json::from_slice::<Everything>(&bytes).ok();
        prop_assert_eq!(ours, serde_json::from_slice::<Everything>(&bytes).ok());
    }

    #[test]
    fn foreign_text_never_panics(text in any::<String>()) {
        let _ = from_str::<Everything>(&text);
        let _ = from_str::<Vec<Choice>>(&text);
    }
}

#[test]
fn escapes_and_odd_documents_are_judged_alike() {
    let texts = [
        r#""\u00e9\ud83d\ude00\n\"\\\/\b\f\r\t""#,
        r#""\ud83d""#,
        r#""\ude00\ud83d""#,
        r#""\uD83Dx""#,
        "\"tab\there\"",
        "\"open",
        "\"\\",
        "\"\\u12\"",
        "",
        " ",
        "\"a\" \"b\"",
        "[\"a\"]",
        "null",
    ];
    for text in texts {
        assert_eq!(
            from_str::<String>(text).ok(),
            serde_json::from_str::<String>(text).ok(),
            "{text}"
        );
    }
    for text in [
        "0",
        "-0",
        "00",
        "-1",
        "1.0",
        "1e3",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "-",
        "+1",
    ] {
        assert_eq!(
            from_str::<i64>(text).ok(),
            serde_json::from_str::<i64>(text).ok(),
            "{text}"
        );
        assert_eq!(
            from_str::<u8>(text).ok(),
            serde_json::from_str::<u8>(text).ok(),
            "{text}"
        );
    }
    for text in ["[1,2]", "[1,2,3]", "[1]", "[1,]", "[,]", "[1 2]", "[]"] {
        assert_eq!(
            from_str::<(u8, u8)>(text).ok(),
            serde_json::from_str::<(u8, u8)>(text).ok(),
            "{text}"
        );
        assert_eq!(
            from_str::<Vec<u8>>(text).ok(),
            serde_json::from_str::<Vec<u8>>(text).ok(),
            "{text}"
        );
    }
    for text in [
        r#""plain""#,
        r#"{"plain":null}"#,
        r#"{"wrapped":"x"}"#,
        r#""wrapped""#,
        r#"{"tuple":[1,2]}"#,
        r#"{"named":{"word":"x"}}"#,
        r#"{"plain":1}"#,
        r#"{"a":1,"b":2}"#,
        "{}",
    ] {
        assert_eq!(
            from_str::<Choice>(text).ok(),
            serde_json::from_str::<Choice>(text).ok(),
            "{text}"
        );
    }
}

#[test]
fn nesting_is_bounded() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(from_str::<Vec<u8>>(&deep).is_err());
}
