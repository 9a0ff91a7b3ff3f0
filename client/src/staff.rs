//! The adult's side: unlock, list from notices, open against a reason, answer, close, audit, manage people.

pub mod message;
