//! What both workers share: the browser's fetch as transport, its entropy and clock, and answers to the page.
//!
//! This is the only place where a session meets a real network, clock or random source. It promises that no
//! request carries a cookie, a referrer or a cached answer. It holds no secrets.

mod edge;
mod fetch;
mod page;

pub use edge::{BrowserRng, entropy, now};
pub use fetch::{Fetch, go_on, stop};
pub use page::{parse, post, post_fatal};
