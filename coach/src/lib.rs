//! The writing coach: looks at a pupil's words and says what they tell already, what in them may show who wrote them, and
//! whether someone should be called now (S1.7, S1.8, S7).
//!
//! Promises: text in, findings out, nothing kept and nothing changed; never panics on any text; ranges lie on character
//! boundaries, in order, without overlap; the time grows with the length of the text and no faster. It knows patterns, not people:
//! finding nothing never means that nothing is there.

mod marks;
mod phrases;
mod rules;
mod words;

use rules::Rules;

/// Why a piece of text may show who wrote it. The numbers are what crosses from module to module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Name = 0,
    /// E-mail, phone, handle, link: ways to reach or look up somebody.
    Reach = 1,
    /// Form, class, team, post held in school.
    Group = 2,
    Family = 3,
    /// A day or time so exact that few were there.
    Moment = 4,
    /// Few people know it, or few people are like this.
    Rare = 5,
    /// A postcode.
    Place = 6,
}

/// A piece of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clue {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// What the words tell already, one bit each.
pub mod told {
    pub const WHAT: u8 = 1;
    pub const WHO: u8 = 2;
    pub const WHERE: u8 = 4;
    pub const WHEN: u8 = 8;
    pub const STILL: u8 = 16;
    /// Words of danger: a helpline belongs beside the text.
    pub const CRISIS: u8 = 32;
}

/// All that was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub told: u8,
    pub clues: Vec<Clue>,
}

/// Looks at a text. In a language other than English only what works everywhere is looked for: numbers, addresses, handles, links.
#[must_use]
pub fn look(text: &str, english: bool) -> Found {
    let mut clues = marks::look(text);
    let mut told = 0;
    if english {
        let words = words::split(text);
        told = phrases::look(Rules::english(), text, &words, &mut clues);
    }
    clues.sort_by_key(|clue| (clue.start, core::cmp::Reverse(clue.end)));
    let mut free = 0;
    clues.retain(|clue| {
        let stays = clue.start >= free;
        if stays {
            free = clue.end;
        }
        stays
    });
    Found { told, clues }
}

impl Found {
    /// As it crosses from one module to the other: what is told, then for each clue its kind, start and end (little end first).
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut out = vec![self.told];
        for clue in &self.clues {
            out.push(clue.kind as u8);
            for at in [clue.start, clue.end] {
                out.extend(u32::try_from(at).unwrap_or(u32::MAX).to_le_bytes());
            }
        }
        out
    }
}
