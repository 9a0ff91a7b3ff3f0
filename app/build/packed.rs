//! A message as one text: words, with marks of one byte where an argument or a choice stands.
//!
//! | bytes | means |
//! | --- | --- |
//! | `1 n` | argument `n` |
//! | `2 n` arms `5` | choose by argument `n`; an arm is its key, `3`, its words, and `4` before the next; the last is the default |
//!
//! A message without arguments is itself. So one table holds them all, and English is found by its own words.

use std::collections::{BTreeMap, BTreeSet};

use crate::message::{Key, Message, Part};

/// Every English message packed, by its id. What stands in two messages with arguments is told apart by an argument that nobody
/// gives; what stands in two messages without is one text, and every language says it one way.
pub fn pack_all(english: &BTreeMap<String, Message>) -> Result<BTreeMap<String, String>, String> {
    let (mut all, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for (id, message) in english {
        let order: Vec<usize> = (0..message.arguments.len()).collect();
        let mut text = pack(message, &order).map_err(|problem| format!("{id}: {problem}"))?;
        while !message.arguments.is_empty() && !seen.insert(text.clone()) {
            text.push_str("\u{1}9");
        }
        all.insert(id.clone(), text);
    }
    Ok(all)
}

/// The packed message. `order` says which of English's arguments each of its own is.
pub fn pack(message: &Message, order: &[usize]) -> Result<String, String> {
    let mut out = String::new();
    write(&message.parts, order, false, &mut out)?;
    Ok(out)
}

fn write(parts: &[Part], order: &[usize], inside: bool, out: &mut String) -> Result<(), String> {
    for part in parts {
        match part {
            Part::Text(text) if text.contains(|letter: char| letter.is_control()) => {
                return Err("a message is one line".to_owned());
            }
            Part::Text(text) => out.push_str(text),
            Part::Argument(argument) => mark(1, order, *argument, out)?,
            Part::Select { .. } if inside => return Err("a choice inside a choice".to_owned()),
            Part::Select {
                argument,
                arms,
                default,
            } => {
                if default + 1 != arms.len() {
                    return Err("the default stands last".to_owned());
                }
                mark(2, order, *argument, out)?;
                for (at, (key, inner)) in arms.iter().enumerate() {
                    if at > 0 {
                        out.push('\u{4}');
                    }
                    match key {
                        Key::Exactly(number) => out.push_str(&number.to_string()),
                        Key::Word(word) => out.push_str(word),
                    }
                    out.push('\u{3}');
                    write(inner, order, true, out)?;
                }
                out.push('\u{5}');
            }
        }
    }
    Ok(())
}

fn mark(kind: u8, order: &[usize], argument: usize, out: &mut String) -> Result<(), String> {
    let digit = u32::try_from(order[argument]).ok();
    let digit = digit.and_then(|number| char::from_digit(number, 9));
    out.push(char::from(kind));
    out.push(digit.ok_or("nine arguments at most")?);
    Ok(())
}
