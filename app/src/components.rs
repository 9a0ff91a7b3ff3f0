//! Pieces both pages use. Plain functions: a view in, a view out.

pub mod error_summary;
pub mod focus;
pub mod icon;
