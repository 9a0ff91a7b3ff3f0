//! Every command and setting. The doc comments here are the manual: `sotto serve --help` prints them.
//!
//! Each setting is a flag and an environment variable; a secret can also be given as the path of a file that
//! holds it (`_FILE`), so that it need not stand in a process list.

mod commands;
mod serve;
mod settings;
mod store;

use clap::{Parser, Subcommand};

pub use commands::{
    AcceptRollback, Backup, Check, Import, Keys, Purge, Restore, TakeOut, TakeOutRead,
    TakeOutWrite, VerifyAudit,
};
pub use serve::{LogFormat, Passwords, Serve, Stated};
pub use settings::Settings;
pub use store::{LogName, Store};

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
    /// standard output, one line each, and tells systemd that it is ready. While there is no school, a link to found one
    /// follows; whoever opens it names the school and its three founders. On SIGTERM or SIGINT it answers what
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
    /// Take a school's reports out, sealed, and read them without a server.
    #[command(subcommand)]
    TakeOut(TakeOut),
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
