//! Which language the page speaks, and what it says for an English text.
//!
//! The table is with the script that fetched it (`frontend/extras/boot.js`), so a pupil's module carries none and no code that reads one. Only
//! texts of the packs may be looked up: what a person wrote is never handed to `say`.

use std::borrow::Cow;
use std::cell::Cell;

thread_local! {
    static TAG: Cell<&'static str> = const { Cell::new("en") };
}

/// From now on in this language. A name of a few letters stays for the page's life.
pub fn speak(tag: String) {
    TAG.set(tag.leak());
}

/// The language of the page, such as `en`.
#[must_use]
pub fn language() -> &'static str {
    TAG.get()
}

/// Not the language that every word was written in.
#[must_use]
pub fn foreign() -> bool {
    language() != "en"
}

/// An English text of the packs in the page's language, or itself where that has none.
#[must_use]
#[inline(never)]
pub fn say(words: &str) -> Cow<'_, str> {
    let found = if foreign() { table::say(words) } else { None };
    found.map_or(Cow::Borrowed(words), Cow::Owned)
}

#[cfg(target_arch = "wasm32")]
mod table {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// The extras put it there before they say which language it is.
        #[wasm_bindgen(js_namespace = window)]
        pub fn say(words: &str) -> Option<String>;
    }
}

/// A language of the pupil's page as the packs have it: for the program that writes its file, and for tests.
#[cfg(not(target_arch = "wasm32"))]
pub struct Language {
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// English and translation, packed, ordered by the English.
    pub rows: &'static [(&'static str, &'static str)],
    /// What it lacks, and what it says that English does not.
    pub problems: &'static [&'static str],
}

/// All but English.
#[cfg(not(target_arch = "wasm32"))]
pub static LANGUAGES: &[Language] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

#[cfg(not(target_arch = "wasm32"))]
mod table {
    use super::{LANGUAGES, language};

    pub fn say(words: &str) -> Option<String> {
        // For tests: a language in which everything that came from the packs can be seen.
        if language() == "marked" {
            let rows = LANGUAGES.first()?.rows;
            let known = rows.binary_search_by(|(english, _)| (*english).cmp(words));
            // What is put into it stands outside, and must be marked itself.
            let holes = (0..9).fold(words.to_owned(), |text, hole| {
                let mark = format!("\u{1}{hole}");
                text.replace(&mark, &["⟧", &mark, "⟦"].concat())
            });
            return known.ok().map(|_| ["⟦", &holes, "⟧"].concat());
        }
        let rows = LANGUAGES.iter().find(|one| one.tag == language())?.rows;
        let found = rows.binary_search_by(|(english, _)| (*english).cmp(words));
        found.ok().map(|at| rows[at].1.to_owned())
    }
}
