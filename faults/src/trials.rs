//! The trials. Each file is one family of faults; `trial.rs` has the table.

pub mod disk;
pub mod kill;
pub mod small_disk;
