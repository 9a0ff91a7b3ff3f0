//! `sotto take-out`: everything a school has, in a folder that opens without this server, or any (XAM-22).
//!
//! Promise: what lies in it is sealed as it was in the browsers. `write` takes off the server's own layer (the key of the
//! case, which dies with the case here), and nothing else; only a reader's password and account secret open a
//! case, and only cases the pupil let them read. `read` is that, on any machine with this program and no network.
//!
//! What it cannot promise: whoever holds the folder and a reader's secrets opens without an entry in a log. That
//! it was made stands in the school's log, with the SHA-256 of its list of files. Keep it as one would keep the
//! reports themselves. Losing it is losing them: nobody else has a copy after the school's end.

mod files;
mod opened;
mod read;
mod write;

pub use files::{Account, Kept, KeptCase, KeptMessage};
pub use read::{Told, open};
pub use write::{Source, Written, write};

use std::process::ExitCode;

use crate::clock::{Clock, SystemClock};
use crate::config::TakeOut;
use crate::serve::{self, Failure};

/// The command.
pub async fn run(command: &TakeOut) -> Result<ExitCode, Failure> {
    let options = match command {
        TakeOut::Read(options) => return read::run(options),
        TakeOut::Write(options) => options,
    };
    let opened = serve::open_alone(&options.store).await?;
    let log = opened
        .log_keeper(&options.store, &options.log.origin)
        .await?;
    let source = Source {
        database: &opened.database,
        log: &log,
        randomness: &opened.randomness,
        now: SystemClock.now(),
    };
    let written = write(&source, &options.school, &options.place).await?;
    opened.database.close().await;
    println!(
        "{}: {} cases, {} messages, {} log entries",
        written.folder.display(),
        written.cases,
        written.messages,
        written.entries
    );
    println!(
        "SHA-256 of its list of files, as the school's log has it: {}",
        written.hash
    );
    println!(
        "It is as secret as the reports, and the only copy once they are destroyed here. Try it now:"
    );
    println!(
        "  sotto take-out read {} --user NAME",
        written.folder.display()
    );
    Ok(ExitCode::SUCCESS)
}
