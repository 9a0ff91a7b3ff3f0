//! Reading a take-out: on any machine, with a reader's secrets, without a server.

use std::io::{self, BufRead, IsTerminal, Write as _};
use std::os::fd::AsFd;
use std::path::Path;
use std::process::ExitCode;

use protocol::directory::Directory;
use protocol::kdf::Stretching;
use protocol::kit::read_account;
use protocol::vault::{AccountSecret, StaffKeys};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::files::{self, FORMAT, Kept, SCHOOL, invalid};
use super::opened::{Signers, tell};
use crate::config::TakeOutRead;
use crate::serve::Failure;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Cases this reader could open.
    pub opened: u64,
    /// Cases that are not theirs.
    pub others: u64,
}

/// Opens what this reader can, and gives each case's text to `out`.
pub fn open(
    folder: &Path,
    user: &str,
    password: &str,
    secret: &AccountSecret,
    out: &mut dyn FnMut(&str) -> io::Result<()>,
) -> Result<Told, Failure> {
    files::check(folder)?;
    let kept: Kept = serde_json::from_slice(&std::fs::read(folder.join(SCHOOL))?)?;
    if kept.format != FORMAT {
        return Err("this take-out was written by another version of this program".into());
    }
    let account = kept
        .accounts
        .iter()
        .find(|one| one.user == user)
        .ok_or("nobody with keys has this sign-in name")?;
    let keys = StaffKeys::derive(
        password,
        secret,
        account.staff,
        &account.salt.0,
        Stretching::STAFF,
    )?;
    let secret = keys
        .open(&account.vault.0, account.staff)
        .map_err(|_| "password and account secret do not open this person's keys")?;
    let directories = kept.directories.iter();
    let signers = Signers(
        directories
            .map(|one| Directory::decode(&one.directory.0))
            .collect::<Result<_, _>>()
            .map_err(|_| invalid("a list of readers does not read"))?,
    );
    let mut told = Told::default();
    for case in files::cases(folder)? {
        match tell(&case?, &secret, &signers).map_err(|_| invalid("a case does not read"))? {
            Some(text) => {
                out(&text)?;
                told.opened += 1;
            }
            None => told.others += 1,
        }
    }
    Ok(told)
}

/// The command.
pub fn run(options: &TakeOutRead) -> Result<ExitCode, Failure> {
    let password = ask("Password: ")?;
    let secret = read_account(&ask("Account secret from the kit: ")?)?;
    let mut stdout = io::stdout().lock();
    let told = open(
        &options.folder,
        &options.user,
        &password,
        &secret,
        &mut |text| writeln!(stdout, "{text}"),
    )?;
    eprintln!(
        "{} reports opened; {} are not this reader's to open",
        told.opened, told.others
    );
    Ok(ExitCode::SUCCESS)
}

/// One line from the terminal, unseen; or from a pipe.
fn ask(what: &str) -> Result<Zeroizing<String>, Failure> {
    let stdin = io::stdin();
    let mut line = Zeroizing::new(String::with_capacity(256));
    if !stdin.is_terminal() {
        stdin.lock().read_line(&mut line)?;
    } else {
        eprint!("{what}");
        let before = tcgetattr(stdin.as_fd())?;
        let mut unseen = before.clone();
        unseen.local_modes.remove(LocalModes::ECHO);
        tcsetattr(stdin.as_fd(), OptionalActions::Now, &unseen)?;
        let read = stdin.lock().read_line(&mut line);
        tcsetattr(stdin.as_fd(), OptionalActions::Now, &before)?;
        eprintln!();
        read?;
    }
    Ok(Zeroizing::new(
        line.trim_end_matches(['\r', '\n']).to_owned(),
    ))
}
