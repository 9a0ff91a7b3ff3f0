//! The two things a session may not make for itself: time and randomness.

use getrandom::SysRng;
use protocol::day::Timestamp;
use rand_core::UnwrapErr;

/// The browser's `crypto.getRandomValues`. Its failure ends the worker: nothing may be sealed without entropy.
pub type BrowserRng = UnwrapErr<SysRng>;

/// The browser's entropy.
#[must_use]
pub fn entropy() -> BrowserRng {
    UnwrapErr(SysRng)
}

/// The device's clock, to the millisecond, for nothing but how long something takes.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "Date.now is a whole number of milliseconds far below 2^53"
)]
pub fn now_milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// The device's clock, to the second. It may be wrong: sessions only use it for expiry and whole hours.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "Date.now is a whole number of milliseconds far below 2^53"
)]
pub fn now() -> Timestamp {
    Timestamp((js_sys::Date::now() / 1000.0) as u64)
}
