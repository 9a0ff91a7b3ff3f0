//! Every command and setting. The doc comments here are the manual: `sotto serve --help` prints them.
//!
//! Each setting is a flag and an environment variable; a secret can also be given as the path of a file that
//! holds it (`_FILE`), so that it need not stand in a process list.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;

/// Anonymous, end-to-end encrypted reporting for schools.
///
/// This program holds sealed reports and gives them out against a logged reason. It cannot read them.
#[derive(Debug, Parser)]
#[command(name = "sotto", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pupil page, the staff page and the interface behind them.
    ///
    /// Once both listeners are open, prints `listening on http://ADDRESS` and `admin on http://ADDRESS` to
    /// standard output, one line each, and tells systemd that it is ready. On SIGTERM or SIGINT it answers what
    /// is in flight and stops; a second signal stops it at once.
    Serve(Box<Serve>),
    /// Make or change schools.
    #[command(subcommand)]
    School(School),
    /// Verify an audit log with nothing but mathematics.
    ///
    /// FILE is what the audit page saves. A URL is the address of a school on a server, such as
    /// `http://127.0.0.1:8080/s/thornmere`; only plain http is spoken here, so for a server behind https save
    /// the file from the audit page, or go through the proxy's inner address. Ends with 0 if everything holds,
    /// with 1 if not, naming the first broken entry, and with 2 if there was nothing to verify.
    VerifyAudit(VerifyAudit),
    /// Destroy now what has had its time, while the server is stopped. A running server does it by itself.
    ///
    /// Prints what was destroyed. Ends with 1 when it had to wait: after the clock jumped nothing is destroyed until the
    /// clock has gone on steadily for a day and somebody has signed in.
    Purge(Purge),
    /// Say pass, fail or unknown for everything this installation depends on.
    Check(Box<Check>),
    /// Write a verified backup of the database while the server works, and delete those older than 35 days.
    ///
    /// PLACE is a folder, best on another machine's disk. Each backup is a new folder in it, the same for SQLite and
    /// PostgreSQL: sealed reports, dates and hashes, signed with this server's key. `server.key` is not in it and
    /// must be kept apart; the checkpoint file must never be backed up with the database. Run it every night.
    Backup(Backup),
    /// Put a backup in the place of a database that is lost, or try whether one could be.
    ///
    /// SOURCE is one backup's folder. The database named by `--data` and `--database` must not be there yet, on
    /// SQLite, or must be empty, on PostgreSQL; it need not be the engine the backup was made from. Reports that came
    /// after the backup are lost, and the log of every school says so. With `--drill` nothing is replaced: the backup
    /// is restored into a temporary place, looked at and thrown away, and the result is noted in the database that
    /// is in use.
    Restore(Restore),
    /// Go on with a database that has gone back in time, and say so in the log.
    ///
    /// The server refuses to start when the database holds less than it has already signed: an old copy, a failover
    /// to a standby that had fallen behind, a backup put back by hand. Put the right database there if you have it.
    /// If what is lost is lost, stop every server of this database and run this with the settings of each. It writes
    /// into the log of every school that entries were lost; whoever saw more of the log will notice, and should.
    AcceptRollback(AcceptRollback),
    /// Print the OpenAPI document of the interface.
    Openapi,
    /// Look at the site inside this program.
    #[command(subcommand)]
    Site(Site),
}

/// Commands about schools.
#[derive(Debug, Subcommand)]
pub enum School {
    /// Bring in a school from a bundle: its name, root, first directory, keys and staff accounts.
    ///
    /// The bundle is JSON and was signed by the school's root keys before it came here. Everything in it is
    /// checked, and nothing is kept if anything is wrong.
    Import(Import),
    /// Print the public keys that a school's first directory must name: the gateway's and the log's.
    ///
    /// They follow from `server.key` in the data folder, which is made if it is not there yet.
    Keys(Keys),
}

/// Commands about the site.
#[derive(Debug, Subcommand)]
pub enum Site {
    /// Print the manifest: every file of the site with the SHA-256 of its bytes.
    Manifest,
}

/// Where the data lies.
#[derive(Clone, Debug, Args)]
pub struct Store {
    /// Folder for the server's own key and, unless `--database` says otherwise, the database.
    ///
    /// `server.key` in it opens what pupils send to this server and signs the audit log. Back it up apart from
    /// the database: whoever has both can see which mailbox asks when, though still no report.
    #[arg(long, env = "SOTTO_DATA", value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// Database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`. Default: `sotto.sqlite` in the data folder.
    #[arg(
        long,
        env = "SOTTO_DATABASE",
        value_name = "URL",
        hide_env_values = true,
        conflicts_with = "database_file"
    )]
    pub database: Option<String>,
    /// File that holds the database URL, so that its password stands in no process list.
    #[arg(long, env = "SOTTO_DATABASE_FILE", value_name = "FILE")]
    pub database_file: Option<PathBuf>,
    /// File that remembers the last signed checkpoint of the audit log. Default: `checkpoint` in the data folder.
    ///
    /// It must lie outside the database and outside every backup of it: with it the server notices when the database
    /// has gone back to an earlier state, and refuses to sign a second history. Each server over one PostgreSQL has
    /// its own.
    #[arg(long, env = "SOTTO_CHECKPOINT_FILE", value_name = "FILE")]
    pub checkpoint_file: Option<PathBuf>,
    /// Where the keys of cases lie, apart from the database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`.
    ///
    /// Destroying a key there destroys its case in every copy of the database. Keep copies of this store few and
    /// short-lived: a case is gone for good when the last copy of its key is. Never the same as `--database`, and never
    /// shared by two databases; several servers on one database share one. Default: a file beside the database, named
    /// like it with `.shred` before the ending, or `sotto.shred.sqlite` in the data folder.
    #[arg(
        long,
        env = "SOTTO_SHRED_DATABASE",
        value_name = "URL",
        hide_env_values = true,
        conflicts_with = "shred_database_file"
    )]
    pub shred_database: Option<String>,
    /// File that holds the URL of the shred store.
    #[arg(long, env = "SOTTO_SHRED_DATABASE_FILE", value_name = "FILE")]
    pub shred_database_file: Option<PathBuf>,
}

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
    /// Name of this server's audit log, as it stands in every checkpoint. Never change it once reports have come.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
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

/// Shape of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One line of text each.
    Text,
    /// One JSON object each.
    Json,
}

/// What `school import` reads.
#[derive(Debug, Args)]
pub struct Import {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// The bundle.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Name of this server's audit log; the same as for `serve`.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
}

/// What `check` reads: the settings of the server it looks at.
#[derive(Debug, Args)]
pub struct Check {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// What the public page says.
    #[command(flatten)]
    pub stated: Stated,
    /// Name of this server's audit log; the same as for `serve`.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
}

/// What `backup` reads.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// Folder that backups lie in.
    #[arg(value_name = "PLACE")]
    pub place: PathBuf,
    /// Copy the shred store instead: the keys of cases, to a place apart, kept for 7 days.
    #[arg(long)]
    pub shred: bool,
}

/// What `restore` reads.
#[derive(Debug, Args)]
pub struct Restore {
    /// Where the database is to be, and the server's key is.
    #[command(flatten)]
    pub store: Store,
    /// The backup's folder.
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// Only try it, and note the result.
    #[arg(long)]
    pub drill: bool,
    /// Name of this server's audit log; the same as for `serve`.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
}

/// What `accept-rollback` reads.
#[derive(Debug, Args)]
pub struct AcceptRollback {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// Name of this server's audit log; the same as for `serve`.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
}

/// What `purge` reads.
#[derive(Debug, Args)]
pub struct Purge {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// Name of this server's audit log; the same as for `serve`.
    #[arg(
        long,
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub log_origin: String,
    /// You have compared this machine's clock with another and vouch for its date. Nothing waits then.
    #[arg(long)]
    pub clock_is_right: bool,
}

/// What `school keys` reads.
#[derive(Debug, Args)]
pub struct Keys {
    /// Folder that holds `server.key`.
    #[arg(long, env = "SOTTO_DATA", value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// The id chosen for the school (a random UUID).
    #[arg(value_name = "SCHOOL_ID")]
    pub school: uuid::Uuid,
}

/// What `verify-audit` reads.
#[derive(Debug, Args)]
pub struct VerifyAudit {
    /// A saved log, or the http address of a school.
    #[arg(value_name = "FILE|URL")]
    pub source: String,
    /// The root fingerprint from the poster (43 characters). With it, a URL's log key is believed only if the
    /// directory that names it was signed by that root.
    #[arg(long, value_name = "FINGERPRINT")]
    pub fingerprint: Option<String>,
    /// The log's public key (43 characters), if you have it from elsewhere. A file's own key must be this one.
    #[arg(long, value_name = "KEY")]
    pub log_key: Option<String>,
}

/// What the running server needs to know of all this.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Overrides each school's own delay.
    pub publication_delay_minutes: Option<u32>,
    /// Idle limit of a session.
    pub session_idle_seconds: u32,
    /// Absolute limit of a session.
    pub session_hours: u32,
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
            behind_tls: false,
            requests: 512,
            stated: Stated::default(),
            trusted_proxies: Vec::new(),
        }
    }
}

impl Serve {
    /// The part the router uses.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            publication_delay_minutes: self.publication_delay_minutes,
            session_idle_seconds: self.session_idle_seconds,
            session_hours: self.session_hours,
            behind_tls: self.behind_tls,
            requests: self.requests,
            stated: self.stated.clone(),
            trusted_proxies: self.trusted_proxy.clone(),
        }
    }
}

impl Store {
    /// Where the last signed checkpoint is remembered.
    #[must_use]
    pub fn checkpoint_file(&self, data: &Path) -> PathBuf {
        self.checkpoint_file
            .clone()
            .unwrap_or_else(|| data.join("checkpoint"))
    }

    /// The database URL, from the flag or from the file that holds it.
    pub fn database_url(&self) -> std::io::Result<Option<String>> {
        match &self.database_file {
            Some(file) => Ok(Some(std::fs::read_to_string(file)?.trim().to_owned())),
            None => Ok(self.database.clone()),
        }
    }

    /// The shred store's URL, in the same way.
    pub fn shred_url(&self) -> std::io::Result<Option<String>> {
        match &self.shred_database_file {
            Some(file) => Ok(Some(std::fs::read_to_string(file)?.trim().to_owned())),
            None => Ok(self.shred_database.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_setting_has_a_variable_and_a_manual() {
        let mut command = Cli::command();
        command.build();
        let serve = command.find_subcommand("serve").unwrap();
        for argument in serve
            .get_arguments()
            .filter(|argument| argument.get_id() != "help")
        {
            assert!(argument.get_help().is_some(), "{}", argument.get_id());
            let variable = argument.get_env().unwrap().to_str().unwrap();
            assert!(variable.starts_with("SOTTO_"), "{variable}");
        }
        command.debug_assert();
    }
}
