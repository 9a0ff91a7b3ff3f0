//! The server: holds ciphertext, enforces the rules, keeps the audit log. It cannot read a report.
//!
//! `App` is the whole application without a network, a clock or entropy of its own; `main.rs` gives it real ones,
//! tests and the demo give it others.

pub mod accept;
pub mod accept_rollback;
mod app;
mod argon;
pub mod arrival;
pub mod backup;
mod budget;
pub mod check;
pub mod checkpoint_file;
pub mod clock;
pub mod config;
mod copies;
mod crowd;
pub mod data_classes;
pub mod data_folder;
pub mod even;
pub mod expiry;
mod extract;
pub mod founding;
pub mod gate;
mod handlers;
pub mod headers;
mod health;
pub mod import;
mod in_force;
mod intake;
pub mod jobs;
pub mod lane;
pub mod log_keeper;
pub mod logs;
pub mod look;
mod names;
mod no_dumps;
mod once;
pub mod openapi;
pub mod opening;
mod passkey;
mod patience;
pub mod problem;
mod proof;
pub mod randomness;
mod register;
mod replay;
mod reserve;
pub mod restore;
mod review;
pub mod route_table;
mod router;
pub mod scan;
pub mod second_factor;
pub mod serve;
pub mod server_key;
mod settings;
pub mod shred;
pub mod site;
mod staff;
pub mod step_up;
pub mod store;
pub mod take_out;
pub mod verify_audit;
pub mod visitor;
mod wrong_tries;

pub use app::{App, Parts};
