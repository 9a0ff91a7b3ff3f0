#![doc = include_str!("../README.md")]
// The schema derive of utoipa writes `Vec` and `Box` without a path; only the server asks for it.
#![cfg_attr(not(feature = "openapi"), no_std)]

extern crate alloc;

pub mod api;
pub mod audit;
pub mod checkpoint;
pub mod cursor;
pub mod day;
pub mod directory;
pub mod encoding;
pub mod error;
pub mod error;
pub mod id;
pub mod plaintext;
pub mod kdf;
pub mod keys;
pub mod label;
pub mod retention;
pub mod root;
pub mod tree;
