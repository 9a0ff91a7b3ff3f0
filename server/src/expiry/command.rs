//! `sotto purge`: one round by hand, while the server is stopped.

use std::process::ExitCode;

use super::Expiry;
use crate::clock::{Clock as _, SystemClock};
use crate::config::Purge;
use crate::serve::{self, Failure};

/// The command. Ends with 0 also when there was nothing to do, and with 1 when it had to wait.
pub async fn run(options: &Purge) -> Result<ExitCode, Failure> {
    let opened = serve::open_alone(&options.store).await?;
    let log = opened
        .log_keeper(&options.store, &options.log.origin)
        .await?;
    let expiry = Expiry {
        database: &opened.database,
        log: &log,
        randomness: &opened.randomness,
        now: SystemClock.now(),
    };
    let revived = expiry.bury_revived().await?;
    let round = expiry.round(options.clock_is_right).await?;
    println!("cases destroyed: {}", round.destroyed);
    println!("certificates: {}", round.certificates);
    println!("taken back by pupils: {}", round.taken_back);
    println!("log openings past their years: {}", round.openings);
    println!("brought back by an old copy: {revived}");
    opened.database.close().await;
    match round.waiting {
        None => Ok(ExitCode::SUCCESS),
        Some(waiting) => {
            println!("waiting: {}", waiting.words());
            Ok(ExitCode::FAILURE)
        }
    }
}
