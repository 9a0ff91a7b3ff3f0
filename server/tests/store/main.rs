//! Every test of the store runs on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[macro_use]
#[path = "../support/database.rs"]
mod database;
mod fixtures;

mod allowed;
mod backup;
mod cases;
mod damage;
mod data_classes;
mod directories;
mod durability;
mod every_column;
mod expiry;
mod groups;
mod inbox;
mod isolation;
mod last_signed;
mod log;
mod mailboxes;
mod opening;
mod people;
mod schema;
mod schools;
mod transactions;
