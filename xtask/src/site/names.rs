//! Short names for what a module imports, and for the closures it exports. wasm-bindgen's carry a hash each, which no compression can shrink and every
//! pupil would download twice: in the module and in its script.

use std::collections::BTreeMap;

/// `i0`, `i1`, … in the order of the module's imports.
pub fn short(number: usize) -> String {
    format!("i{number}")
}

/// Those of closures are made of types and hashes, and nobody but the glue calls them.
pub fn is_long(export: &str) -> bool {
    export.len() > 40
}

/// `e0`, `e1`, … in the order of the module's exports.
pub fn short_export(number: usize) -> String {
    format!("e{number}")
}

/// The script with every whole word of the map replaced.
pub fn replace(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_word =
        |character: char| character.is_ascii_alphanumeric() || character == '_' || character == '$';
    let mut replaced = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|character| is_word(character) != is_word(first))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        replaced.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_change() {
        let names = BTreeMap::from([
            ("__wbg_log_1f".to_owned(), short(0)),
            ("__wbg_log_1f2".to_owned(), short(1)),
        ]);
        let script = "{ __wbg_log_1f: a, __wbg_log_1f2: b, x__wbg_log_1f: c, é: '…' }";
        assert_eq!(
            replace(script, &names),
            "{ i0: a, i1: b, x__wbg_log_1f: c, é: '…' }"
        );
    }
}
