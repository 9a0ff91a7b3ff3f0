//! Counts of tests, read from what their runners print. Promises never to count what did not run.

use std::fmt;
use std::ops::Add;

/// How many tests ran and how they ended.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds up cargo's and nextest's summaries, and lines in our own words.
    pub fn read(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines() {
            let line = bare(line);
            let line = line.trim();
            if let Some(counts) = line.strip_prefix("test result:") {
                sum = sum + count(counts);
            } else if line.starts_with("Summary [") || is_closing(line) {
                sum = sum + count(line);
            }
        }
        sum
    }
}

/// `12 passed, 0 failed`, with `, 1 skipped` or not.
fn is_closing(line: &str) -> bool {
    line.split(", ").all(|part| {
        part.split_once(' ').is_some_and(|(number, word)| {
            number.parse::<u64>().is_ok() && ["passed", "failed", "skipped"].contains(&word)
        })
    })
}

/// Reads every "number word" pair that is about tests.
fn count(line: &str) -> Tally {
    let mut tally = Tally::default();
    let words: Vec<&str> = line
        .split([' ', ',', ';', ':'])
        .filter(|word| !word.is_empty())
        .collect();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse::<u64>() else {
            continue;
        };
        match pair[1].trim_end_matches('.') {
            "passed" => tally.passed += number,
            "failed" | "timed" => tally.failed += number,
            "skipped" | "ignored" => tally.skipped += number,
            _ => {}
        }
    }
    tally
}

/// The line without terminal colours.
fn bare(line: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for character in line.chars() {
        match character {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            _ if inside => {}
            _ => kept.push(character),
        }
    }
    kept
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runner_is_read() {
        let output = "\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            \u{1b}[32m     Summary\u{1b}[0m [   4.2s] 30 tests run: 29 passed (2 slow), 1 failed, 3 skipped\n\
            7 passed, 0 failed\n\
            the other 99 passed by\n";
        assert_eq!(
            Tally::read(output),
            Tally {
                passed: 48,
                failed: 1,
                skipped: 4
            }
        );
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(
            Tally {
                passed: 3,
                failed: 0,
                skipped: 0
            }
            .to_string(),
            "3 passed, 0 failed"
        );
        assert_eq!(
            Tally {
                passed: 3,
                failed: 1,
                skipped: 2
            }
            .to_string(),
            "3 passed, 1 failed, 2 skipped"
        );
    }
}
