//! How a trial ends: well, or with a sentence that says what did not hold.

/// A failed expectation or a broken tool. Its text is for whoever reads the run.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// What a step of a trial comes to.
pub type Outcome<T = ()> = Result<T, Fault>;

/// Ends the trial with a sentence unless the condition holds.
macro_rules! ensure {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+).into());
        }
    };
}

pub(crate) use ensure;
