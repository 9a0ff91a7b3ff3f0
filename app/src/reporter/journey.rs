//! The journey as a state machine: answers, what comes next, what is missing. No browser in here.
//!
//! Promises: going back keeps every answer; a report always has at least one reader; nothing here is ever stored.

use client::reporter::message::{About, Danger, Draft, Reader, School};
use protocol::api::Role;
use protocol::id::KeyId;
use zeroize::Zeroize;

use super::coach::{self, Found};
use crate::category;

/// What is on the page. Questions in the order they are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The static landing.
    #[default]
    Start,
    /// The static help hub.
    Help,
    Danger,
    /// Who to call first, after "yes" or "not sure".
    Calls,
    About,
    What,
    /// Asked only if something urgent was picked but nobody is said to be in danger.
    Sooner,
    Readers,
    /// Which device this is. Never sent.
    Device,
    Words,
    /// Words that may show who wrote them; only if there are some.
    Clues,
    Check,
    Sending,
    Sent,
    Done,
    /// Typing the receipt code.
    Code,
    Mailbox,
}

/// Questions a pupil counts; `Calls`, `Sooner` and `Clues` belong to the question before them.
pub const QUESTIONS: i64 = 6;

impl Screen {
    /// Number of the question, from 1; the check page is one more.
    #[must_use]
    pub const fn number(self) -> Option<i64> {
        Some(match self {
            Self::Danger | Self::Calls => 1,
            Self::About => 2,
            Self::What | Self::Sooner => 3,
            Self::Readers => 4,
            Self::Device => 5,
            Self::Words | Self::Clues => 6,
            Self::Check => 7,
            _ => return None,
        })
    }
}

/// What a pupil says they are on (S1.6). Changes words on the screen and nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Device {
    School,
    Shared,
    Own,
    NotSure,
}

/// Why the next screen cannot come yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    ChooseOne,
    PickSomething,
    /// Nobody could read it.
    NoReader,
    Empty,
    TooLong {
        over: u32,
    },
}

/// Picking a fourth thing was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// Most things a report can be about.
pub const MOST: usize = 3;

/// Stands where something was taken out.
const GAP: &str = "…";

/// Everything a pupil has answered so far. Lives in memory only.
#[derive(Default)]
pub struct Journey {
    pub danger: Option<Danger>,
    pub about: Option<About>,
    pub categories: Vec<&'static str>,
    /// "Should someone look sooner?"
    pub sooner: Option<bool>,
    /// Keys of those who shall read it.
    pub readers: Vec<KeyId>,
    /// Stays in the page: it is no part of a draft.
    pub device: Option<Device>,
    pub text: String,
    /// What the coach finds in the text; nothing if it has not come.
    pub found: Option<Found>,
    /// Came from the check page and goes back there.
    pub changing: bool,
}

impl Drop for Journey {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Journey {
    /// A school's list has arrived. The usual readers are chosen; a choice made before survives where it can.
    pub fn meet(&mut self, school: &School) {
        self.readers
            .retain(|key| school.readers.iter().any(|reader| reader.key == *key));
        if self.readers.is_empty() {
            self.readers = school
                .readers
                .iter()
                .filter(|reader| reader.usual)
                .map(|reader| reader.key)
                .collect();
        }
    }

    /// What is typed, and what the coach finds in it.
    pub fn write(&mut self, text: String) {
        self.text.zeroize();
        self.text = text;
        self.found = coach::look(&self.text);
    }

    /// A clue is taken out of the text, or kept. The others stay where they are.
    pub fn decide(&mut self, at: usize, take: bool) {
        let Some(found) = self.found.as_mut().filter(|found| at < found.clues.len()) else {
            return;
        };
        let clue = found.clues.remove(at);
        if !take {
            return;
        }
        let (before, after) = (self.text.get(..clue.start), self.text.get(clue.end..));
        let (Some(before), Some(after)) = (before, after) else {
            return;
        };
        let text = [before, GAP, after].concat();
        self.text.zeroize();
        self.text = text;
        for later in &mut found.clues[at..] {
            later.start = later.start - clue.end + clue.start + GAP.len();
            later.end = later.end - clue.end + clue.start + GAP.len();
        }
    }

    /// True if this adult can read what is sent.
    #[must_use]
    pub fn reads(&self, reader: &Reader) -> bool {
        self.readers.contains(&reader.key)
    }

    /// Lets an adult read, or leaves them out. The last reader stays: `false` means nothing changed.
    pub fn set_reader(&mut self, key: KeyId, reads: bool) -> bool {
        let there = self.readers.contains(&key);
        match (there, reads) {
            (true, false) if self.readers.len() == 1 => return false,
            (true, false) => self.readers.retain(|other| *other != key),
            (false, true) => self.readers.push(key),
            _ => {}
        }
        true
    }

    /// It is about this adult, so they are left out. What is about the lead goes to the head and to nobody else, what is about
    /// the head to the chair (S1.5, F5): those who work for an adult do not read about them unless the pupil says so.
    /// `false` means nothing changed, because nobody else could read it.
    pub fn set_concern(&mut self, key: KeyId, school: &School) -> bool {
        let of = |key| school.readers.iter().find(|reader| reader.key == key);
        let above = match of(key).map(|reader| reader.role) {
            Some(Role::Lead) => Role::Head,
            Some(Role::Head) => Role::Chair,
            _ => return self.set_reader(key, false),
        };
        let above = school.readers.iter().filter(|reader| reader.role == above);
        let above: Vec<KeyId> = above.map(|reader| reader.key).collect();
        if above.is_empty() {
            return self.set_reader(key, false);
        }
        self.readers = above;
        true
    }

    /// Picks a category or takes it away. "I'm not sure" and anything else can stand together: a guess is welcome.
    ///
    /// # Errors
    /// `Full` when three are picked.
    pub fn set_category(&mut self, id: &'static str, picked: bool) -> Result<(), Full> {
        if !picked {
            self.categories.retain(|other| *other != id);
        } else if !self.categories.contains(&id) {
            if self.categories.len() == MOST {
                return Err(Full);
            }
            self.categories.push(id);
        }
        Ok(())
    }

    /// Something urgent was picked though nobody is said to be in danger (schools 3b).
    #[must_use]
    pub fn asks_sooner(&self) -> bool {
        self.danger == Some(Danger::No)
            && self
                .categories
                .iter()
                .any(|id| category::find(id).is_some_and(|category| category.urgent))
    }

    /// The danger answer as it is sent: "look sooner" counts as "not sure".
    #[must_use]
    pub fn sent_danger(&self) -> Danger {
        match self.danger {
            Some(Danger::No) if self.asks_sooner() && self.sooner == Some(true) => Danger::NotSure,
            Some(danger) => danger,
            None => Danger::NotSure,
        }
    }

    /// The screen after this one, or why not.
    ///
    /// # Errors
    /// What is missing; the answers stay.
    pub fn next(&mut self, from: Screen, limit: Option<u32>) -> Result<Screen, Problem> {
        self.complete(from, limit)?;
        if from == Screen::Danger && self.danger != Some(Danger::No) {
            return Ok(Screen::Calls);
        }
        if from == Screen::Words {
            // The coach may have come after the last letter.
            if self.found.is_none() {
                self.found = coach::look(&self.text);
            }
            if self
                .found
                .as_ref()
                .is_some_and(|found| !found.clues.is_empty())
            {
                return Ok(Screen::Clues);
            }
        }
        // A changed answer can make the urgent question arise, so it is asked on the way back too.
        let unasked = self.asks_sooner() && self.sooner.is_none();
        if unasked && (from == Screen::What || (self.changing && from == Screen::Danger)) {
            return Ok(Screen::Sooner);
        }
        if self.changing {
            self.changing = false;
            return Ok(Screen::Check);
        }
        Ok(match from {
            Screen::Danger | Screen::Calls => Screen::About,
            Screen::About => Screen::What,
            Screen::What if self.asks_sooner() => Screen::Sooner,
            Screen::What | Screen::Sooner => Screen::Readers,
            Screen::Readers => Screen::Device,
            Screen::Device => Screen::Words,
            Screen::Words | Screen::Clues => Screen::Check,
            other => other,
        })
    }

    /// The screen before this one. Every answer is kept.
    #[must_use]
    pub fn back(&mut self, from: Screen) -> Screen {
        if self.changing && !matches!(from, Screen::Calls | Screen::Sooner | Screen::Clues) {
            self.changing = false;
            return Screen::Check;
        }
        match from {
            Screen::Calls => Screen::Danger,
            Screen::About if self.danger != Some(Danger::No) => Screen::Calls,
            Screen::About => Screen::Danger,
            Screen::What => Screen::About,
            Screen::Sooner => Screen::What,
            Screen::Readers if self.asks_sooner() => Screen::Sooner,
            Screen::Readers => Screen::What,
            Screen::Device => Screen::Readers,
            Screen::Words => Screen::Device,
            Screen::Clues => Screen::Words,
            Screen::Check => Screen::Words,
            _ => Screen::Start,
        }
    }

    /// Is this screen's answer there?
    ///
    /// # Errors
    /// What is missing.
    pub fn complete(&self, screen: Screen, limit: Option<u32>) -> Result<(), Problem> {
        match screen {
            Screen::Danger if self.danger.is_none() => Err(Problem::ChooseOne),
            Screen::About if self.about.is_none() => Err(Problem::ChooseOne),
            Screen::What if self.categories.is_empty() => Err(Problem::PickSomething),
            Screen::Sooner if self.sooner.is_none() => Err(Problem::ChooseOne),
            Screen::Readers if self.readers.is_empty() => Err(Problem::NoReader),
            Screen::Words if self.text.trim().is_empty() => Err(Problem::Empty),
            Screen::Words => match room(&self.text, limit) {
                left if left < 0 => Err(Problem::TooLong {
                    over: u32::try_from(-left).unwrap_or(u32::MAX),
                }),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// First screen that still lacks an answer, so that a report is never sent half.
    #[must_use]
    pub fn first_gap(&self, limit: Option<u32>) -> Option<(Screen, Problem)> {
        [
            Screen::Danger,
            Screen::About,
            Screen::What,
            Screen::Readers,
            Screen::Words,
        ]
        .into_iter()
        .find_map(|screen| {
            self.complete(screen, limit)
                .err()
                .map(|problem| (screen, problem))
        })
    }

    /// What the worker seals and sends.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            danger: self.sent_danger(),
            about: self.about.unwrap_or(About::NotSure),
            categories: self.categories.iter().map(|id| (*id).to_owned()).collect(),
            readers: self.readers.clone(),
            text: self.text.trim().to_owned(),
        }
    }
}

/// Bytes still free; below zero when too long. Letters outside ASCII count for more than one.
#[must_use]
pub fn room(text: &str, limit: Option<u32>) -> i64 {
    let used = i64::try_from(text.trim().len()).unwrap_or(i64::MAX);
    limit.map_or(i64::MAX, |limit| i64::from(limit) - used)
}

#[cfg(test)]
mod tests;
