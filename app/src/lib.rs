//! What people see: the pupil's journey and the staff's desk.
//!
//! This crate has no network and no cryptography. It asks a worker (`worker`) and shows what comes back; keys never
//! reach it. Words come from `packs/text` through `text`, categories from `packs/categories` through `category`.

#![recursion_limit = "512"] // staff views are deep types when they are not erased

// What `view!` writes names this crate, inside it and outside alike.
extern crate self as app;

pub mod category;
#[cfg(feature = "pupil")]
pub mod components;
pub mod moment;
#[cfg(feature = "pupil")]
pub mod reporter;
#[cfg(feature = "staff")]
pub mod staff;
pub mod text;
#[cfg(feature = "pupil")]
pub mod view;
pub mod worker;
