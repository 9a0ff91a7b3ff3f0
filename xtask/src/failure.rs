//! One sentence about what went wrong. Promises that every error says what was being done, not only what the system answered.

use std::fmt;

/// Why a step stopped.
#[derive(Debug)]
pub struct Failure(String);

/// What every step of this program returns.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// For a step that has already said everything.
    pub fn silent() -> Self {
        Self(String::new())
    }

    pub fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Puts "what was being done" before the error of a lower layer.
pub trait During<T> {
    fn during(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{what}: {error}")))
    }
}
