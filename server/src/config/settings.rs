//! The settings that the router works by, without where anything lies or listens.

use ipnet::IpNet;
use protocol::api::PasswordRule;

use super::Stated;

/// What the running server needs to know of all this.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Overrides each school's own delay.
    pub publication_delay_minutes: Option<u32>,
    /// Idle limit of a session.
    pub session_idle_seconds: u32,
    /// Absolute limit of a session.
    pub session_hours: u32,
    /// What browsers ask of a new password; with `Kinds` the door also locks for a while.
    pub password_rule: PasswordRule,
    /// Adds HSTS.
    pub behind_tls: bool,
    /// Requests worked on at once.
    pub requests: u32,
    /// For the public page.
    pub stated: Stated,
    /// Proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpNet>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            publication_delay_minutes: None,
            session_idle_seconds: 900,
            session_hours: 10,
            password_rule: PasswordRule::Length,
            behind_tls: false,
            requests: 512,
            stated: Stated::default(),
            trusted_proxies: Vec::new(),
        }
    }
}
