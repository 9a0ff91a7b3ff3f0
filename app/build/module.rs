//! Writes English messages as Rust functions: `landing-title` becomes `landing_title() -> &'static str`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::message::{Kind, Message};
use crate::packed::pack_all;

/// The whole module.
pub fn write(messages: &BTreeMap<String, Message>) -> Result<String, String> {
    let mut out = String::new();
    let mut samples = String::new();
    let packed = pack_all(messages)?;
    for (id, message) in messages {
        let name = id.replace(['-', '.'], "_");
        let text = &packed[id];
        writeln!(out, "/// `{id}`\n#[must_use]").expect("strings grow");
        let mut kinds = Vec::new();
        if message.arguments.is_empty() {
            writeln!(out, "pub fn {name}() -> &'static str {{ {text:?} }}").expect("strings grow");
        } else {
            let mut parameters = Vec::new();
            let mut values = Vec::new();
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
            let (parameters, values) = (parameters.join(", "), values.join(", "));
            writeln!(
                out,
                "pub fn {name}({parameters}) -> String {{ fill({text:?}, &[{values}]) }}"
            )
            .expect("strings grow");
        }
        let kinds = kinds.join(", ");
        writeln!(
            samples,
            "    Sample {{ id: {id:?}, arguments: &[{kinds}], text: {text:?} }},"
        )
        .expect("strings grow");
    }
    writeln!(out, "/// Every message, for the tests that compare them with the reference implementation.\n#[cfg(test)]\npub static SAMPLES: &[Sample] = &[\n{samples}];").expect("strings grow");
    Ok(out)
}
