//! Packages from the machine's own Debian or Ubuntu. Elsewhere it says what to install by hand.

use std::cell::Cell;

use crate::command::{Run, on_path};
use crate::console::say;
use crate::failure::{Failure, Outcome};

thread_local! {
    static LISTS_ARE_FRESH: Cell<bool> = const { Cell::new(false) };
}

/// Installs packages by name. `why` ends the sentence "installing X: ...".
pub fn packages(names: &[&str], why: &str) -> Outcome {
    let list = names.join(" ");
    if !on_path("apt-get") {
        return Err(Failure::new(format!(
            "this machine has no apt-get; please install by hand: {list} ({why})"
        )));
    }
    say(&format!("installing {list}: {why}"));
    if !LISTS_ARE_FRESH.replace(true) {
        apt(&["update"])?;
    }
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(names);
    apt(&args)
}

fn apt(args: &[&str]) -> Outcome {
    let is_root = Run::new("id")
        .arg("-u")
        .text()
        .is_some_and(|id| id.trim() == "0");
    let run = if is_root {
        Run::new("apt-get")
    } else {
        Run::new("sudo").args(["--non-interactive", "apt-get"])
    };
    run.args(["-qq", "-o=Dpkg::Use-Pty=0"])
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .quiet()
        .go()
}
