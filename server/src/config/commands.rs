//! Settings of every command but `serve`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{LogName, Stated, Store};

/// What `school import` reads.
#[derive(Debug, Args)]
pub struct Import {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// The bundle.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
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
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
    /// Where backups lie, to look whether that disk is encrypted.
    #[arg(long, value_name = "PLACE")]
    pub backups: Option<PathBuf>,
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
    /// The backup's folder; with `--drill` also the place where backups lie, of which the newest is tried.
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// Only try it, and note the result.
    #[arg(long)]
    pub drill: bool,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
}

/// What `accept-rollback` reads.
#[derive(Debug, Args)]
pub struct AcceptRollback {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
}

/// What `purge` reads.
#[derive(Debug, Args)]
pub struct Purge {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
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

/// Commands about take-outs.
#[derive(Debug, Subcommand)]
pub enum TakeOut {
    /// Write everything of a school into a folder, sealed, while the server is stopped.
    ///
    /// It opens with the secrets of the school's readers, without this server or any. At a school's end nothing is
    /// destroyed that was not taken out; a case that got another message since must be taken out again.
    Write(TakeOutWrite),
    /// Show the reports of a take-out that a reader may read, as text, on any machine.
    ///
    /// Asks for the password and the account secret from the printed kit, or reads them as two lines. Nobody else's
    /// secrets open anything, and no reader opens a report whose pupil left them out.
    Read(TakeOutRead),
}

/// What `take-out write` reads.
#[derive(Debug, Args)]
pub struct TakeOutWrite {
    /// Where the database and the server's key are.
    #[command(flatten)]
    pub store: Store,
    /// The name of its audit log.
    #[command(flatten)]
    pub log: LogName,
    /// Short name of the school.
    #[arg(value_name = "SCHOOL")]
    pub school: String,
    /// Folder that the take-out's folder is made in: best on a disk that leaves with the school.
    #[arg(value_name = "PLACE")]
    pub place: PathBuf,
}

/// What `take-out read` reads.
#[derive(Debug, Args)]
pub struct TakeOutRead {
    /// The take-out's folder.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The reader's sign-in name.
    #[arg(long, value_name = "NAME")]
    pub user: String,
}
