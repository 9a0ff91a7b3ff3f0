//! The pupil's side: read who can read, seal and send, return with the receipt code.

pub mod message;
