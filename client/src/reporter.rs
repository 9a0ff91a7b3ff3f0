//! The pupil's side: read who can read, seal and send, return with the receipt code.

mod fault;
mod gateway;
mod log;
mod mailbox;
pub mod message;
pub mod moving;
mod puzzle;
mod say;
mod send;
mod session;
mod start;
mod words;

pub use session::Session;
