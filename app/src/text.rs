//! Words on screens. Every English message is a function made at build time from `packs/text/en/*.ftl`.
//!
//! The other languages are not compiled in: a table from English to each of them is fetched when somebody opens the list of
//! languages (`language`). A message is found in it by its English, so a function costs what its words weigh and no more.
//!
//! Promises: the same output as the Fluent reference implementation for every message in every language (tested), with
//! plural rules from the browser's `Intl`; what the table lacks is said in English. Does not parse Fluent.

mod language;
mod plural;

#[cfg(not(target_arch = "wasm32"))]
pub use language::{LANGUAGES, Language};
pub use language::{foreign, language, say, speak};

/// What pupils read. What these functions give is English; it becomes the page's language where it enters a view (`say`).
pub mod pupil {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/pupil.rs"));
}

/// What staff read. A pupil's page never calls it, so it is not in a pupil's bundle.
pub mod staff {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/staff.rs"));
}

/// What stands on posters and cards, which staff print and pupils read.
#[cfg(feature = "staff")]
pub mod poster {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/poster.rs"));
}

/// A value put into a message.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

/// A message as the tests see it.
#[cfg(test)]
pub struct Sample {
    pub id: &'static str,
    /// Name, and whether it is a number.
    pub arguments: &'static [(&'static str, bool)],
    /// English, packed.
    pub text: &'static str,
}

/// An English text of the packs in the page's language, to go on with.
#[must_use]
#[inline(never)]
pub fn said(words: &str) -> String {
    say(words).into_owned()
}

/// A packed message (app/build/packed.rs) in the page's language, with its values.
fn fill(packed: &str, values: &[Value<'_>]) -> String {
    let mut out = String::new();
    write(&mut out, &say(packed), values, true);
    out
}

/// Whatever the text is, this ends and does not panic: a table comes over the network.
fn write(out: &mut String, mut rest: &str, values: &[Value<'_>], choices: bool) {
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, 1 | 2)) {
        let (words, code) = rest.split_at(at);
        out.push_str(words);
        let place = code.as_bytes().get(1).map(|digit| digit.wrapping_sub(b'0'));
        let value = place.and_then(|place| values.get(usize::from(place)).copied());
        let argument = code.starts_with('\u{1}');
        rest = code.get(2..).unwrap_or("");
        if argument {
            match value {
                Some(Value::Text(text)) => out.push_str(text),
                Some(Value::Number(number)) => push_number(out, number),
                None => {}
            }
        } else if choices {
            let (arms, after) = rest.split_once('\u{5}').unwrap_or((rest, ""));
            rest = after;
            // In order, as Fluent does; the last one is for whatever fits no other.
            let mut chosen = "";
            for arm in arms.split('\u{4}') {
                let (key, words) = arm.split_once('\u{3}').unwrap_or(("", arm));
                chosen = words;
                if value.is_some_and(|value| matches(key, value)) {
                    break;
                }
            }
            write(out, chosen, values, false);
        }
    }
    out.push_str(rest);
}

/// A key of digits is exactly this number; a word beside a number is a plural category.
fn matches(key: &str, value: Value<'_>) -> bool {
    match value {
        Value::Text(text) => key == text,
        Value::Number(wanted) if key.starts_with(|first: char| first.is_ascii_digit()) => {
            key == number(wanted)
        }
        Value::Number(number) => key == plural::category(language(), number),
    }
}

/// Whole numbers without the formatting machinery, which would outweigh this module.
fn push_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[at..].iter().map(|digit| char::from(*digit)));
}

/// A whole number as text.
#[must_use]
pub fn number(number: i64) -> String {
    let mut out = String::new();
    push_number(&mut out, number);
    out
}

#[cfg(test)]
mod contrast;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod translations;
