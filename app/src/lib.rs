//! What people see: the pupil's journey and the staff's desk.
//!
//! This crate has no network and no cryptography. It asks a worker (`worker`) and shows what comes back; keys never
//! reach it. Words come from `packs/text` through `text`, categories from `packs/categories` through `category`.

#![recursion_limit = "512"] // staff views are deep types when they are not erased

pub mod category;
pub mod components;
pub mod moment;
pub mod reporter;
pub mod staff;
pub mod text;
pub mod worker;
