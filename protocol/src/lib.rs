#![doc = include_str!("../README.md")]
// The schema derive of utoipa writes `Vec` and `Box` without a path; only the server asks for it.
#![cfg_attr(not(feature = "openapi"), no_std)]

extern crate alloc;

pub mod api;
pub mod encoding;
pub mod id;
