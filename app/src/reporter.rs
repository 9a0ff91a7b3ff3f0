//! What a pupil sees: one address, one question a screen, nothing stored.
//!
//! `journey` decides what comes next and is tested without a browser. `page` holds the state and the line to the
//! worker; the other rooms are screens: functions from the state to a `View`, see app/README.md. `strip`, `landing` and `help` are rendered at build time and need no script.
//! No request leaves before "Send" but the one for the school, which is the same for everyone.

pub mod calls;
pub mod check;
pub mod choices;
pub mod clues;
pub mod coach;
pub mod code;
pub mod device;
pub mod ended;
pub mod failure;
pub mod frame;
pub mod help;
pub mod helpline;
pub mod here;
pub mod journey;
pub mod landing;
pub mod look;
pub mod mailbox;
pub mod mount;
pub mod not_open;
mod opened;
pub mod page;
pub mod place;
pub mod readers;
pub mod sent;
pub mod side;
pub mod strip;
pub mod tap;
pub mod what;
pub mod words;
