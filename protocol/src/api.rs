//! The REST interface `/api/v1` as types: what server and clients say to each other in JSON.
//!
//! The server learns nothing from these that `requirements/schools.md` 2g does not allow. Times are whole
//! hours, half-days or days since 1970, in UTC. Unknown fields are refused.

mod copies;
mod directory;
mod founding;
mod log;
mod opening;
mod people;
mod readiness;
mod recovery;
mod review;
mod school;
mod settings;
mod sign_in;
mod staff_case;
mod wind_down;

pub use copies::*;
pub use directory::*;
pub use founding::*;
pub use log::*;
pub use opening::*;
pub use people::*;
pub use readiness::*;
pub use recovery::*;
pub use review::*;
pub use school::*;
pub use settings::*;
pub use sign_in::*;
pub use staff_case::*;
pub use wind_down::*;

/// Body limits in bytes. One table, cited by the route table and by the tests.
pub mod limit {
    /// A sealed reporter request: the small and the large size. No other length is accepted.
    pub const GATEWAY: [usize; 2] = [32 * 1024, 96 * 1024];
    /// Sign-in and other small JSON bodies.
    pub const SMALL: usize = 16 * 1024;
    /// JSON with a few envelopes in base64url.
    pub const MESSAGES: usize = 512 * 1024;
    /// A drafted directory with its public keys.
    pub const DIRECTORY: usize = 512 * 1024;
    /// Leaf hashes a client may ask for at once.
    pub const LEAVES_PAGE: u64 = 1_000;
    /// Cases on one page of the inbox.
    pub const CASES_PAGE: u32 = 50;
    /// Cases on one page of what is settled for a school's end.
    pub const ENDING_PAGE: u32 = 1_000;
    /// Certificates of destruction given out at once.
    pub const CERTIFICATES: u32 = 200;
    /// Hours in which colleagues can give their shares to whoever asked.
    pub const RECOVERY_HOURS: u32 = 72;
    /// Audit openings on one page.
    pub const OPENINGS_PAGE: u32 = 200;
}
