//! The writing coach as the page knows it: what it found in the words. Its rules are in the extras, which come after the first
//! visit; without them nothing is found and nothing is claimed.
//!
//! Promise (M3): a call in this page, from memory to memory. No request, no worker, nothing kept.

use crate::text;

/// Bits of what is told, and of danger (`coach::told`).
pub const WHAT: u8 = 1;
pub const WHO: u8 = 2;
pub const WHERE: u8 = 4;
pub const WHEN: u8 = 8;
pub const STILL: u8 = 16;
pub const CRISIS: u8 = 32;

/// A piece of the words that may show who wrote them.
pub struct Clue {
    /// `coach::Kind`.
    pub kind: u8,
    pub start: usize,
    pub end: usize,
}

/// What was found.
#[derive(Default)]
pub struct Found {
    pub told: u8,
    /// Those the pupil has not decided about.
    pub clues: Vec<Clue>,
    /// There was at least one.
    pub any: bool,
}

#[cfg(not(test))]
mod extras {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// An error when the extras have not come.
        #[wasm_bindgen(js_name = coachLook, catch)]
        pub fn look(text: &str, english: bool) -> Result<Vec<u8>, JsValue>;
    }
}

/// True if all rules fit the page's language.
pub fn speaks() -> bool {
    text::language() == "en"
}

/// Looks at the words. Nothing if the extras are not there.
pub fn look(text: &str) -> Option<Found> {
    unpack(&extras::look(text, speaks()).ok()?, text)
}

/// Reads what the extras packed. A range that is none of this text counts as no answer at all.
fn unpack(bytes: &[u8], text: &str) -> Option<Found> {
    let (told, rest) = bytes.split_first()?;
    let (clues, _) = rest.as_chunks::<9>();
    let mut found = Found {
        told: *told,
        any: !clues.is_empty(),
        ..Found::default()
    };
    for [kind, at @ ..] in clues {
        let [a, b, c, d, e, f, g, h] = *at;
        let place = |bytes| u32::from_le_bytes(bytes) as usize;
        let (start, end) = (place([a, b, c, d]), place([e, f, g, h]));
        text.get(start..end)?;
        found.clues.push(Clue {
            kind: *kind,
            start,
            end,
        });
    }
    Some(found)
}

#[cfg(test)]
mod extras {
    /// The same rules without a browser between.
    pub fn look(text: &str, english: bool) -> Result<Vec<u8>, ()> {
        Ok(::coach::look(text, english).pack())
    }
}
