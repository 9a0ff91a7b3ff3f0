//! The oracle: what people tried to say, written down before they said it, and what was acknowledged.
//!
//! A text that was acknowledged must be there once; one whose answer never came may be there once or not at all;
//! nothing may be there twice, and nothing that nobody said.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::outcome::{Outcome, ensure};
use crate::watch::moment;

/// One thing somebody tried to say.
#[derive(Clone, Debug)]
struct Tried {
    /// When, since 1970.
    acknowledged: Option<Duration>,
    /// Acts of another kind belong to a report.
    report: String,
}

/// What must be there of a report that was acknowledged at some moment: from what was acknowledged by then, to what was
/// ever tried.
#[derive(Debug)]
pub struct Standing {
    pub text: String,
    pub words: String,
    /// The report and its follow-ups.
    pub own: RangeInclusive<usize>,
    pub replies: RangeInclusive<usize>,
}

/// Everything of one run. Texts are unique.
#[derive(Default)]
pub struct Ledger(Mutex<Book>);

#[derive(Default)]
struct Book {
    tried: HashMap<String, Tried>,
    /// Receipt code of each acknowledged report.
    codes: Vec<(String, String)>,
}

impl Ledger {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody is about to say this in the conversation of a report (itself, for a first report).
    pub fn tries(&self, text: &str, report: &str) {
        let tried = Tried {
            acknowledged: None,
            report: report.to_owned(),
        };
        self.book().tried.insert(text.to_owned(), tried);
    }

    /// It was acknowledged.
    pub fn acknowledged(&self, text: &str) {
        if let Some(tried) = self.book().tried.get_mut(text) {
            tried.acknowledged = Some(moment());
        }
    }

    /// The report was acknowledged and this is its receipt code.
    pub fn code(&self, text: &str, words: &str) {
        self.acknowledged(text);
        self.book().codes.push((text.to_owned(), words.to_owned()));
    }

    /// Taken back by its pupil before anyone read it: it is gone and may never come again.
    pub fn withdrawn(&self, text: &str) {
        let mut book = self.book();
        book.tried.retain(|_, tried| tried.report != text);
        book.codes.retain(|(report, _)| report != text);
    }

    /// Text and receipt code of every acknowledged report, oldest first.
    pub fn codes(&self) -> Vec<(String, String)> {
        self.book().codes.clone()
    }

    /// Reports that were acknowledged by a moment, oldest first. Texts of a [`crate::load::Load`].
    pub fn at(&self, moment: Duration) -> Vec<Standing> {
        let book = self.book();
        let by_then = |tried: &Tried| tried.acknowledged.is_some_and(|at| at <= moment);
        let reports = book
            .codes
            .iter()
            .filter(|(text, _)| book.tried.get(text).is_some_and(by_then));
        let standing = reports.map(|(text, words)| {
            let of_report = || book.tried.iter().filter(|(_, tried)| tried.report == *text);
            let range = |is_reply: bool| {
                let these =
                    || of_report().filter(|(text, _)| text.starts_with("answer ") == is_reply);
                these().filter(|(_, tried)| by_then(tried)).count()..=these().count()
            };
            Standing {
                text: text.clone(),
                words: words.clone(),
                own: range(false),
                replies: range(true),
            }
        });
        standing.collect()
    }

    /// How many acts were tried, and how many of them acknowledged.
    pub fn counts(&self) -> (usize, usize) {
        let book = self.book();
        let acknowledged = book
            .tried
            .values()
            .filter(|tried| tried.acknowledged.is_some());
        (book.tried.len(), acknowledged.count())
    }

    /// A conversation as a reader or the pupil sees it: it must hold everything acknowledged in it, nothing
    /// twice, nothing foreign. The first text is the report.
    pub fn check_conversation(&self, texts: &[String]) -> Outcome {
        let book = self.book();
        let report = texts.first().ok_or("a case without its report")?;
        for text in texts {
            let count = texts.iter().filter(|other| *other == text).count();
            ensure!(count == 1, "{text:?} is there {count} times");
            let tried = book.tried.get(text);
            let tried = tried.ok_or_else(|| format!("nobody ever said {text:?}"))?;
            ensure!(tried.report == *report, "{text:?} is in another's case");
        }
        for (text, tried) in &book.tried {
            let lost =
                tried.acknowledged.is_some() && tried.report == *report && !texts.contains(text);
            ensure!(!lost, "LOST: {text:?} was acknowledged and is not there");
        }
        Ok(())
    }

    /// First texts of all cases: every acknowledged report exactly once.
    pub fn check_reports<'a>(&self, firsts: impl IntoIterator<Item = &'a String>) -> Outcome {
        let mut seen: HashMap<&String, u32> = HashMap::new();
        for text in firsts {
            *seen.entry(text).or_default() += 1;
        }
        let book = self.book();
        for (text, count) in &seen {
            ensure!(*count == 1, "DOUBLED: {text:?} is {count} cases");
            ensure!(book.tried.contains_key(*text), "nobody ever said {text:?}");
        }
        for (text, tried) in &book.tried {
            let is_report = tried.report == *text;
            let lost = is_report && tried.acknowledged.is_some() && !seen.contains_key(text);
            ensure!(!lost, "LOST: {text:?} was acknowledged and is not there");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger() -> Ledger {
        let ledger = Ledger::default();
        ledger.tries("one", "one");
        ledger.code("one", "words");
        ledger.tries("more", "one");
        ledger.acknowledged("more");
        ledger.tries("two", "two");
        ledger
    }

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| String::from(*text)).collect()
    }

    // R10: the oracle sees what is lost, doubled, foreign or misplaced, and lets an unanswered act be either way.
    #[test]
    fn the_oracle_can_fail() {
        let ledger = ledger();
        ledger.check_reports(&texts(&["one"])).unwrap();
        ledger.check_reports(&texts(&["one", "two"])).unwrap();
        ledger.check_conversation(&texts(&["one", "more"])).unwrap();
        for bad in [&["two"][..], &["one", "one"], &["one", "three"]] {
            assert!(ledger.check_reports(&texts(bad)).is_err(), "{bad:?}");
        }
        for bad in [
            &["one"][..],
            &["one", "more", "more"],
            &["one", "more", "two"],
            &[],
        ] {
            assert!(ledger.check_conversation(&texts(bad)).is_err(), "{bad:?}");
        }
    }
}
