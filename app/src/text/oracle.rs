//! Our resolver against the reference implementation, for every message of all bundles.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::{Sample, Value, poster, pupil, staff};

const WORDS: [&str; 9] = [
    "",
    "Ms Kaur",
    "a",
    "lead",
    "deputy",
    "head",
    "yes",
    "ملاحظة",
    "{ $x }",
];
const NUMBERS: [i64; 9] = [0, 1, 2, 3, 5, 7, 21, 100, 12_345];

fn compare(file: &str, samples: &[Sample]) {
    let path = format!("{}/../packs/text/en/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let Ok(source) = std::fs::read_to_string(&path) else {
        return;
    };
    let resource = FluentResource::try_new(source).expect("the file parsed at build time");
    let mut bundle = FluentBundle::new(vec!["en".parse().expect("en is a language")]);
    bundle.set_use_isolating(false);
    bundle.add_builtins().expect("NUMBER is not there yet");
    bundle.add_resource(resource).expect("no id twice");

    for sample in samples {
        let (id, attribute) = sample
            .id
            .split_once('.')
            .map_or((sample.id, None), |(id, attribute)| (id, Some(attribute)));
        let message = bundle.get_message(id).unwrap_or_else(|| panic!("{id}"));
        let pattern = match attribute {
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
            None => message.value(),
        };
        for round in 0..9 {
            let mut args = FluentArgs::new();
            let mut values = Vec::new();
            for (place, (name, number)) in sample.arguments.iter().enumerate() {
                let at = (round * 2 + place * 5) % 9;
                if *number {
                    args.set(*name, NUMBERS[at]);
                    values.push(Value::Number(NUMBERS[at]));
                } else {
                    args.set(*name, WORDS[at]);
                    values.push(Value::Text(WORDS[at]));
                }
            }
            let mut problems = Vec::new();
            let wanted = bundle.format_pattern(
                pattern.expect("a message has text"),
                Some(&args),
                &mut problems,
            );
            assert!(problems.is_empty(), "{}: {problems:?}", sample.id);
            assert_eq!((sample.say)(&values), wanted, "{}", sample.id);
        }
    }
}

#[test]
fn pupil_texts_equal_the_reference() {
    compare("pupil", pupil::SAMPLES);
}

#[test]
fn staff_texts_equal_the_reference() {
    compare("staff", staff::SAMPLES);
}

#[test]
fn poster_texts_equal_the_reference() {
    compare("poster", poster::SAMPLES);
}
