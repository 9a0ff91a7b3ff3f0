//! Where the data lies and what its log is called: settings that several commands share.

use std::path::{Path, PathBuf};

use clap::Args;

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

/// The log's name, of one meaning in every command.
#[derive(Clone, Debug, Args)]
pub struct LogName {
    /// Name of this server's audit log, as it stands in every checkpoint; the same in every command. Never change it
    /// once reports have come.
    #[arg(
        id = "log_origin",
        long = "log-origin",
        env = "SOTTO_LOG_ORIGIN",
        value_name = "NAME",
        default_value = "sotto.local/log"
    )]
    pub origin: String,
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
