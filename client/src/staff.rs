//! The adult's side: unlock, list from notices, open against a reason, answer, close, audit, manage people.

pub mod account;
mod adult;
mod audit;
mod board;
mod case_tags;
mod change;
pub mod demo_code;
mod destroyed;
mod draft;
mod fault;
mod hand_over;
mod hold;
mod invite;
mod known_case;
mod lane;
mod log;
pub mod message;
mod open;
mod open_case;
mod opening;
mod outcome;
mod own_sign_in;
mod people;
mod readiness;
mod recovery;
mod regain;
mod review;
mod session;
mod sign_in;
mod told;
mod unlock;
mod weak;
mod write;

pub use draft::inbox;
pub use own_sign_in::second_factor;
pub use session::Session;
