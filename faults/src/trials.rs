//! The trials. Each file is one family of faults; `trial.rs` has the table.

pub mod kill;
