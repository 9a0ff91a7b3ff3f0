//! Why a demo school could not be made. Its text is for the person at the terminal.

/// Something the demo needed did not happen.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Fault(pub String);

impl Fault {
    /// A fault in words.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

/// Says what was being done when something failed.
pub trait During<T> {
    /// The value, or a fault that begins with `what`.
    fn during(self, what: &str) -> Result<T, Fault>;
}

impl<T, E: std::fmt::Display> During<T> for Result<T, E> {
    fn during(self, what: &str) -> Result<T, Fault> {
        self.map_err(|error| Fault(format!("{what}: {error}")))
    }
}

/// Says what was missing.
pub trait Needed<T> {
    /// The value, or a fault that says `what` is missing.
    fn needed(self, what: &str) -> Result<T, Fault>;
}

impl<T> Needed<T> for Option<T> {
    fn needed(self, what: &str) -> Result<T, Fault> {
        self.ok_or_else(|| Fault(format!("{what} is missing")))
    }
}
