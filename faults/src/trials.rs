//! The trials. Each file is one family of faults; `trial.rs` has the table.

pub mod clients;
pub mod clock;
pub mod crash_points;
pub mod disk;
pub mod flips;
pub mod kill;
pub mod large;
pub mod memory;
pub mod migration;
pub mod postgres;
pub mod power_cut;
pub mod purge;
pub mod small_disk;
pub mod trace;
pub mod two_nodes;
