//! Words on screens. Every message is a function made at build time from `packs/text/<language>/*.ftl`.
//!
//! Promises: the same output as the Fluent reference implementation for every message (tested), with plural rules
//! from the browser's `Intl`. Does not parse Fluent, does not hold a language beyond those compiled in.

mod plural;

use core::sync::atomic::{AtomicUsize, Ordering};

/// What pupils read.
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

/// A piece of a message. References to other messages are inlined at build time.
pub enum Part {
    Text(&'static str),
    Argument(usize),
    Select {
        argument: usize,
        arms: &'static [(Key, &'static [Part])],
        default: usize,
    },
}

/// What an arm of a selector matches.
pub enum Key {
    Exactly(i64),
    Word(&'static str),
}

/// A message as the tests see it.
#[cfg(test)]
pub struct Sample {
    pub id: &'static str,
    /// Name, and whether it is a number.
    pub arguments: &'static [(&'static str, bool)],
    pub say: fn(&[Value<'_>]) -> String,
}

/// Index into the tables; English is 0.
static LANGUAGE: AtomicUsize = AtomicUsize::new(0);

/// The language of the page, such as `en`.
#[must_use]
pub fn language() -> &'static str {
    pupil::LANGUAGES
        .get(LANGUAGE.load(Ordering::Relaxed))
        .unwrap_or(&"en")
}

/// In place: a bundle in one language then has the words themselves where they are used and no table of them.
#[inline(always)]
fn plain(each: &'static [&'static str]) -> &'static str {
    if let [only] = each {
        return only;
    }
    each.get(LANGUAGE.load(Ordering::Relaxed))
        .unwrap_or(&each[0])
}

fn fill(each: &'static [&'static [Part]], values: &[Value<'_>]) -> String {
    let mut out = String::new();
    let parts = each
        .get(LANGUAGE.load(Ordering::Relaxed))
        .unwrap_or(&each[0]);
    write_parts(&mut out, parts, values);
    out
}

fn write_parts(out: &mut String, parts: &[Part], values: &[Value<'_>]) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Argument(at) => match values.get(*at) {
                Some(Value::Text(text)) => out.push_str(text),
                Some(Value::Number(number)) => push_number(out, *number),
                None => {}
            },
            Part::Select {
                argument,
                arms,
                default,
            } => {
                let chosen = values
                    .get(*argument)
                    .and_then(|value| arms.iter().find(|(key, _)| matches(key, *value)));
                if let Some((_, inner)) = chosen.or_else(|| arms.get(*default)) {
                    write_parts(out, inner, values);
                }
            }
        }
    }
}

/// Arms are tried in order, as Fluent does; a word beside a number is a plural category.
fn matches(key: &Key, value: Value<'_>) -> bool {
    match (key, value) {
        (Key::Exactly(wanted), Value::Number(number)) => *wanted == number,
        (Key::Word(word), Value::Text(text)) => *word == text,
        (Key::Word(word), Value::Number(number)) => *word == plural::category(language(), number),
        (Key::Exactly(_), Value::Text(_)) => false,
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
