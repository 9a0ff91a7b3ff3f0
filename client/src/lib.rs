//! The two sides of a conversation, each as a state machine over any transport.
//!
//! The browser's workers, the demo and the tests all speak to the server through this crate, so what a test
//! proves is what a browser runs. It has no clock, entropy or network of its own.

pub mod call;
pub mod category;
mod fold;
pub mod frame;
mod recipients;
pub mod reporter;
pub mod school;
pub mod staff;
mod text;
pub mod transport;
