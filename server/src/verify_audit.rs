//! `sotto verify-audit`: the same mathematics as in the browser, for a file or a running server.
//!
//! Promise: says "holds" only if every leaf leads to the signed root and every opening to its leaf; otherwise
//! names the first broken entry. A file or server that brings its own key vouches for itself only, and this
//! says so.

mod fetch;

use std::process::ExitCode;

use protocol::api::{LeavesPage, LogFile, SchoolView};
use protocol::audit::{Kept, Summary, decode_log_file, verify_log};
use protocol::checkpoint;
use protocol::day::Day;
use protocol::directory::{Directory, Known, verify};
use protocol::encoding::{FixedBytes, from_base64url};
use protocol::id::Hash;

use crate::clock::{Clock, SystemClock};
use crate::config::VerifyAudit;
use crate::serve::Failure;
use fetch::Origin;

/// There was nothing to verify: no such file, no such server, not a log.
const NOTHING: u8 = 2;

/// The command.
pub async fn run(options: &VerifyAudit) -> Result<ExitCode, Failure> {
    let (log, kept) = match read(options).await {
        Ok(read) => read,
        Err(failure) => {
            eprintln!("sotto: {failure}");
            return Ok(ExitCode::from(NOTHING));
        }
    };
    match verify_log(&log, &kept) {
        Ok(summary) => {
            print_summary(&summary, kept.log_key.is_some());
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            println!("BROKEN: {broken}");
            Ok(ExitCode::FAILURE)
        }
    }
}

async fn read(options: &VerifyAudit) -> Result<(LogFile, Kept), Failure> {
    let log_key = options.log_key.as_deref().map(hash).transpose()?;
    let fingerprint = options.fingerprint.as_deref().map(hash).transpose()?;
    let source = &options.source;
    if source.starts_with("https://") {
        let advice = "only http is spoken here: save the log from the audit page and give its file, or use the \
                      server's inner address";
        return Err(advice.into());
    }
    if let Some(address) = source.strip_prefix("http://") {
        let (log, trusted) = download(address, fingerprint).await?;
        let log_key = log_key.or(trusted);
        return Ok((
            log,
            Kept {
                log_key,
                checkpoint: None,
            },
        ));
    }
    if fingerprint.is_some() {
        return Err("--fingerprint goes with a URL; for a file give --log-key".into());
    }
    let text = std::fs::read(source)?;
    let log = decode_log_file(&text).map_err(|_| "this is not a saved log")?;
    Ok((
        log,
        Kept {
            log_key,
            checkpoint: None,
        },
    ))
}

/// The whole log of a server, and its key if the fingerprint vouches for it.
async fn download(
    address: &str,
    fingerprint: Option<Hash>,
) -> Result<(LogFile, Option<Hash>), Failure> {
    let (origin, slug) = Origin::parse(address)?;
    let view: SchoolView =
        serde_json::from_slice(&origin.get(&format!("/api/v1/schools/{slug}")).await?)?;
    let (log_key, trusted) = match fingerprint {
        None => (
            Directory::decode(&view.directory.directory.0)?.log_key,
            None,
        ),
        Some(fingerprint) => {
            let known = Known {
                fingerprint: Some(fingerprint),
                ..Known::default()
            };
            let verified = verify(&view.directory, &known, Day(SystemClock.now().day()))?;
            let key = verified.directory().log_key;
            (key, Some(key))
        }
    };
    let checkpoint = String::from_utf8(origin.get("/api/v1/log/checkpoint").await?)?;
    let size = checkpoint::verify(&checkpoint, &log_key, None)?.size;
    let mut leaves: Vec<Hash> = Vec::new();
    while u64::try_from(leaves.len())? < size {
        let page = origin
            .get(&format!("/api/v1/log/leaves?from={}", leaves.len()))
            .await?;
        let page: LeavesPage = serde_json::from_slice(&page)?;
        if page.leaves.is_empty() {
            break;
        }
        leaves.extend(page.leaves);
    }
    // The log may have grown since the checkpoint was read.
    leaves.truncate(usize::try_from(size)?);
    Ok((
        LogFile {
            checkpoint,
            log_key,
            leaves,
            openings: Vec::new(),
        },
        trusted,
    ))
}

fn hash(text: &str) -> Result<Hash, Failure> {
    let bytes = from_base64url(text).and_then(|bytes| bytes.try_into().ok());
    Ok(FixedBytes(bytes.ok_or(
        "a key or fingerprint has 43 characters of base64url",
    )?))
}

fn print_summary(summary: &Summary, trusted: bool) {
    println!("HOLDS: {} entries of {}", summary.size, summary.origin);
    println!("openings checked: {}", summary.openings);
    for (kind, count) in &summary.by_kind {
        println!("  {kind:?}: {count}");
    }
    if !trusted {
        println!(
            "The log vouches for itself only: give --log-key or --fingerprint to know whose it is."
        );
    }
}
