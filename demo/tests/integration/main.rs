//! Both sides against the real server in one process: the whole story, and servers that lie.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accounts;
mod audit;
mod fixture;
mod leaving;
mod lying_gateway;
mod lying_school;
mod lying_staff;
mod moving;
mod network;
mod posters;
mod readers;
mod recovery;
mod scene;
mod story;
mod told;
