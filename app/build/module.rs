//! Writes messages as Rust functions: `landing-title` becomes `landing_title() -> &'static str`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::message::{Key, Kind, Message, Part};

/// One language of a bundle.
pub struct Locale {
    pub name: String,
    pub messages: BTreeMap<String, Message>,
}

/// The whole module. The first language names the messages and their arguments.
pub fn write(locales: &[Locale]) -> String {
    let mut out = String::new();
    let names: Vec<&str> = locales.iter().map(|locale| locale.name.as_str()).collect();
    writeln!(out, "/// Languages of this bundle, in the order of every table here.\npub const LANGUAGES: &[&str] = &{names:?};").expect("strings grow");
    let Some(first) = locales.first() else {
        return out;
    };
    let mut samples = String::new();
    for (id, message) in &first.messages {
        let name = id.replace(['-', '.'], "_");
        let each: Vec<&Message> = locales
            .iter()
            .map(|locale| {
                locale
                    .messages
                    .get(id)
                    .filter(|other| same_arguments(other, message))
                    .unwrap_or(message)
            })
            .collect();
        writeln!(out, "/// `{id}`\n#[must_use]").expect("strings grow");
        if message.arguments.is_empty() {
            let texts: Vec<String> = each.iter().map(|one| plain(&one.parts)).collect();
            writeln!(
                out,
                "pub fn {name}() -> &'static str {{ plain(&{texts:?}) }}"
            )
            .expect("strings grow");
            writeln!(
                samples,
                "    Sample {{ id: {id:?}, arguments: &[], say: |_| {name}().into() }},"
            )
            .expect("strings grow");
        } else {
            write_pattern(&mut out, &mut samples, id, &name, message, &each);
        }
    }
    writeln!(out, "/// Every message, for the tests that compare them with the reference implementation.\n#[cfg(test)]\npub static SAMPLES: &[Sample] = &[\n{samples}];").expect("strings grow");
    out
}

fn write_pattern(
    out: &mut String,
    samples: &mut String,
    id: &str,
    name: &str,
    message: &Message,
    each: &[&Message],
) {
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    let mut kinds = Vec::new();
    for (argument, kind) in &message.arguments {
        let variable = argument.replace('-', "_");
        let (rust, value) = match kind {
            Kind::Text => ("&str", "Text"),
            Kind::Number => ("i64", "Number"),
        };
        parameters.push(format!("{variable}: {rust}"));
        values.push(format!("Value::{value}({variable})"));
        kinds.push(format!("({argument:?}, {})", *kind == Kind::Number));
    }
    let patterns: Vec<String> = each
        .iter()
        .map(|one| {
            // Another language may use the same arguments in another order.
            let order: Vec<usize> = one
                .arguments
                .iter()
                .map(|(name, _)| {
                    message
                        .arguments
                        .iter()
                        .position(|(known, _)| known == name)
                        .expect("checked by same_arguments")
                })
                .collect();
            parts(&one.parts, &order)
        })
        .collect();
    let constant = name.to_uppercase();
    writeln!(
        out,
        "pub fn {name}({}) -> String {{ fill({constant}, &[{}]) }}",
        parameters.join(", "),
        values.join(", ")
    )
    .expect("strings grow");
    writeln!(
        out,
        "const {constant}: &[&[Part]] = &[{}];",
        patterns.join(", ")
    )
    .expect("strings grow");
    writeln!(
        samples,
        "    Sample {{ id: {id:?}, arguments: &[{}], say: |values| fill({constant}, values) }},",
        kinds.join(", ")
    )
    .expect("strings grow");
}

fn same_arguments(one: &Message, other: &Message) -> bool {
    one.arguments
        .iter()
        .all(|argument| other.arguments.contains(argument))
}

fn plain(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| {
            if let Part::Text(text) = part {
                text.as_str()
            } else {
                ""
            }
        })
        .collect()
}

fn parts(list: &[Part], order: &[usize]) -> String {
    let mut out = String::from("&[");
    for part in list {
        match part {
            Part::Text(text) => write!(out, "Part::Text({text:?}), "),
            Part::Argument(argument) => write!(out, "Part::Argument({}), ", order[*argument]),
            Part::Select {
                argument,
                arms,
                default,
            } => {
                let arms: Vec<String> = arms
                    .iter()
                    .map(|(key, inner)| {
                        let key = match key {
                            Key::Exactly(number) => format!("Key::Exactly({number})"),
                            Key::Word(word) => format!("Key::Word({word:?})"),
                        };
                        format!("({key}, {})", parts(inner, order))
                    })
                    .collect();
                write!(
                    out,
                    "Part::Select {{ argument: {}, arms: &[{}], default: {default} }}, ",
                    order[*argument],
                    arms.join(", ")
                )
            }
        }
        .expect("strings grow");
    }
    out.push(']');
    out
}
