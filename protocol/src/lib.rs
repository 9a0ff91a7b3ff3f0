#![doc = include_str!("../README.md")]
// The schema derive of utoipa writes `Vec` and `Box` without a path; only the server asks for it.
#![cfg_attr(not(feature = "openapi"), no_std)]

extern crate alloc;

pub mod api;
pub mod audit;
pub mod bookmark;
pub mod checkpoint;
pub mod content;
pub mod cursor;
pub mod day;
pub mod directory;
pub mod encoding;
pub mod envelope;
pub mod error;
pub mod gateway;
pub mod hand_over;
pub mod header;
pub mod id;
pub mod kdf;
pub mod keys;
pub mod kit;
pub mod label;
pub mod mailbox;
pub mod message;
pub mod notice;
pub mod own_slot;
pub mod pack;
pub mod padding;
pub mod plaintext;
pub mod puzzle;
pub mod receipt_code;
pub mod received;
pub mod recovery;
pub mod recovery_code;
pub mod release;
pub mod retention;
pub mod rewrap;
pub mod root;
pub mod slot;
pub mod stream;
pub mod term_code;
pub mod thread;
pub mod tree;
pub mod vault;
pub mod word_list;
