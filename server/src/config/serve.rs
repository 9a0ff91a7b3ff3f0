//! Settings of the running server.

use std::net::SocketAddr;

use clap::{Args, ValueEnum};
use ipnet::IpNet;
use protocol::api::PasswordRule;

use super::{LogName, Settings, Store};

/// Settings of `serve`.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// Address for visitors. Plain HTTP: put a TLS proxy in front, or stay on this machine.
    #[arg(
        long,
        env = "SOTTO_LISTEN",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: SocketAddr,
    /// Address for the people who run this machine: `/healthz`, `/readyz`, `/api/v1/openapi.json`.
    ///
    /// Keep it off the network that visitors come from.
    #[arg(
        long,
        env = "SOTTO_ADMIN_LISTEN",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8081"
    )]
    pub admin_listen: SocketAddr,
    /// Longest wait before a report marked "not in danger" appears to staff. Overrides each school's own setting.
    ///
    /// The wait is random up to this many minutes, so that nobody can tell from the board who was on a phone
    /// just now. A report marked as danger never waits. Default: what the school's bundle says, usually 30.
    #[arg(long, env = "SOTTO_PUBLICATION_DELAY_MINUTES", value_name = "MINUTES")]
    pub publication_delay_minutes: Option<u32>,
    /// A signed-in adult is signed out after this long without a request.
    #[arg(long, env = "SOTTO_SESSION_IDLE_SECONDS", value_name = "SECONDS", default_value_t = 900,
          value_parser = clap::value_parser!(u32).range(60..=3600))]
    pub session_idle_seconds: u32,
    /// A signed-in adult is signed out after this long in any case.
    #[arg(long, env = "SOTTO_SESSION_HOURS", value_name = "HOURS", default_value_t = 10,
          value_parser = clap::value_parser!(u32).range(1..=24))]
    pub session_hours: u32,
    /// What is asked of adults' passwords.
    ///
    /// `length`, as national guidance has it: twelve characters or more that are no common password in disguise, whatever they
    /// are; after wrong tries the next one waits a little longer each time. `kinds`, for forms that ask for composition rules and
    /// a lockout: the same, and a small letter, a capital letter and a digit; the tenth wrong try locks for ten minutes. Holds for
    /// passwords chosen from now on.
    #[arg(long, env = "SOTTO_PASSWORD_RULE", value_enum, default_value_t = Passwords::Length)]
    pub password_rule: Passwords,
    /// Say when visitors reach this server over https only: adds `Strict-Transport-Security` to every answer.
    #[arg(long, env = "SOTTO_BEHIND_TLS")]
    pub behind_tls: bool,
    /// Network of the proxy in front of this server, such as `10.0.0.2/32`; may be given more than once.
    ///
    /// Only from there is `X-Forwarded-For` believed, and only its last hop that is no proxy named here. Addresses are
    /// used for nothing but the price of a puzzle, as a keyed hash of their network that is kept in memory only. Behind a
    /// proxy that is not named, all visitors share one price.
    #[arg(
        long,
        env = "SOTTO_TRUSTED_PROXY",
        value_name = "CIDR",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<IpNet>,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
    /// Connections held at once; more wait in the kernel's queue.
    #[arg(long, env = "SOTTO_CONNECTIONS", value_name = "COUNT", default_value_t = 4096,
          value_parser = clap::value_parser!(u32).range(8..))]
    pub connections: u32,
    /// What the public page says about who runs this server and where.
    #[command(flatten)]
    pub stated: Stated,
    /// Requests worked on at once of each of the two public kinds, and a quarter of it of each other kind; more are
    /// answered "busy, come back in a moment".
    #[arg(long, env = "SOTTO_REQUESTS", value_name = "COUNT", default_value_t = 512,
          value_parser = clap::value_parser!(u32).range(8..))]
    pub requests: u32,
    /// Megabytes of the disk kept free for a bad day, in the file `reserve` of the data folder.
    ///
    /// When the disk is full the file is given up: reports marked as danger, signing in and opening cases go on,
    /// everything else is refused until there is room again. Only for the embedded database; 0 keeps none.
    #[arg(
        long,
        env = "SOTTO_RESERVE_MEGABYTES",
        value_name = "MEGABYTES",
        default_value_t = 64
    )]
    pub reserve_megabytes: u32,
    /// How logs are written. They go to standard error and never hold addresses, paths, names or ids.
    #[arg(long, env = "SOTTO_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// How much is logged: `error`, `warn`, `info`, `debug` or `trace`.
    #[arg(
        long,
        env = "SOTTO_LOG_LEVEL",
        value_name = "LEVEL",
        default_value = "info"
    )]
    pub log_level: tracing::Level,
}

/// What whoever runs this server states about it, for the public page and `sotto check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Stated {
    /// Who runs this server, for the page "what we keep": a name people can ask for.
    #[arg(long, env = "SOTTO_OPERATOR", value_name = "NAME")]
    pub operator: Option<String>,
    /// Where this server and its database stand, such as `Leeds, England`.
    #[arg(long, env = "SOTTO_STANDS_IN", value_name = "PLACE")]
    pub stands_in: Option<String>,
    /// Where backups lie, such as `Glasgow, Scotland, on the trust's own disks`.
    #[arg(long, env = "SOTTO_BACKUPS_IN", value_name = "PLACE")]
    pub backups_in: Option<String>,
}

/// What is asked of adults' passwords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Passwords {
    /// Twelve characters that are no common password.
    Length,
    /// A small letter, a capital letter and a digit too, and a lock after ten wrong tries.
    Kinds,
}

impl From<Passwords> for PasswordRule {
    fn from(passwords: Passwords) -> Self {
        match passwords {
            Passwords::Length => Self::Length,
            Passwords::Kinds => Self::Kinds,
        }
    }
}

/// Shape of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One line of text each.
    Text,
    /// One JSON object each.
    Json,
}

impl Serve {
    /// The part the router uses.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            publication_delay_minutes: self.publication_delay_minutes,
            session_idle_seconds: self.session_idle_seconds,
            session_hours: self.session_hours,
            password_rule: self.password_rule.into(),
            behind_tls: self.behind_tls,
            requests: self.requests,
            stated: self.stated.clone(),
            trusted_proxies: self.trusted_proxy.clone(),
        }
    }
}
