//! One file per noun, one function per route of the table.

pub mod audit;
pub mod bookmarks;
pub mod cases;
pub mod certificates;
pub mod copies;
pub mod directory;
pub mod gateway;
pub mod holds;
pub mod invites;
pub mod kept;
pub mod leavers;
pub mod limits;
pub mod messages;
pub mod opening;
mod own_act;
pub mod own_sign_in;
pub mod passkeys;
pub mod people;
pub mod readiness;
pub mod recovery;
pub mod regain;
pub mod releases;
pub mod review;
pub mod schools;
pub mod settings;
pub mod sign_in;
pub mod wind_down;
