//! The whole server through its router: every act, and every way of doing it wrong, on both engines.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[macro_use]
#[path = "../support/database.rs"]
mod database;
mod admin_acts;
mod asking;
mod copies;
mod device;
mod pupil;
mod school;
mod world;

mod aside;
mod binary;
mod bookmarks;
mod callers;
mod ciphertext;
mod directory;
mod everyone;
mod expiry;
mod founding;
mod gateway;
mod generated;
mod groups;
mod http;
mod import;
mod invites;
mod keeping;
mod kept;
mod leavers;
mod limits;
mod limits_flood;
mod limits_guess;
mod limits_trace;
mod logs;
mod messages;
mod moves;
mod once;
mod opening;
mod opening_whole;
mod own_sign_in;
mod passkeys;
mod passkeys_lies;
mod people;
mod readiness;
mod recovery;
mod releases;
mod review;
mod routes;
mod settings;
mod sign_in;
mod site;
mod story;
mod wind_down;
mod wind_down_left;
mod wind_down_who;
