//! Makes a demo school by being its people: a clock that is moved by hand, the real server in this process, and the
//! real sessions of pupils and adults over it. Everyone and everything in it is made up.
//!
//! Promises that every byte in the database came the way it comes from a browser. Never part of a release binary.

pub mod fault;
pub mod file;
mod joins;
pub mod make;
pub mod people;
mod play;
pub mod pupil;
pub mod scene;
mod school;
pub mod staff;
pub mod transport;
pub mod world;
