//! Runs other programs. Promises that a failure names the whole command, and that a child does not inherit what cargo told *this* program.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use crate::failure::{During, Failure, Outcome};
use crate::workspace;

/// A program about to run, at the root of the checkout, without standard input.
pub struct Run {
    command: Command,
    shown: String,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.current_dir(workspace::root()).stdin(Stdio::null());
        // `cargo run` describes the xtask package to us in these. Passed on, they would make build scripts run again.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            let of_package = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"]
                .iter()
                .any(|prefix| name.starts_with(prefix));
            if of_package
                || name == "CARGO"
                || name == "CARGO_CRATE_NAME"
                || name == "CARGO_PRIMARY_PACKAGE"
            {
                command.env_remove(&*name);
            }
        }
        Self {
            command,
            shown: program.as_ref().to_string_lossy().into_owned(),
        }
    }

    /// The cargo that started us, or the one on the path.
    pub fn cargo() -> Self {
        let mut run =
            Self::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        run.shown = "cargo".into();
        run
    }

    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&arg.as_ref().to_string_lossy());
        self.command.arg(arg);
        self
    }

    pub fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, |run, arg| run.arg(arg))
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Keeps a chatty program silent.
    pub fn quiet(mut self) -> Self {
        self.command.stdout(Stdio::null());
        self
    }

    /// Runs it with its output in front of the reader.
    pub fn go(mut self) -> Outcome {
        let status = self
            .command
            .status()
            .during(format_args!("could not start `{}`", self.shown))?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}` failed ({status})", self.shown)))
    }

    /// Runs it silently and hands over what it printed, whether it succeeded or not.
    pub fn output(mut self) -> Outcome<Output> {
        self.command
            .output()
            .during(format_args!("could not start `{}`", self.shown))
    }

    /// Runs it silently. `None` when it could not start or failed.
    pub fn text(self) -> Option<String> {
        let output = self
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    }

    /// Runs it and hands over standard output; standard error stays in front of the reader.
    pub fn capture(mut self) -> Outcome<String> {
        self.command.stdout(Stdio::piped());
        let child = self
            .command
            .spawn()
            .during(format_args!("could not start `{}`", self.shown))?;
        let output = child
            .wait_with_output()
            .during(format_args!("`{}`", self.shown))?;
        if !output.status.success() {
            return Err(Failure::new(format!(
                "`{}` failed ({})",
                self.shown, output.status
            )));
        }
        String::from_utf8(output.stdout).during(format_args!("`{}` did not print text", self.shown))
    }

    /// Runs it with its output in front of the reader, and hands over a copy of both streams. The flag says whether it succeeded.
    pub fn tee(mut self) -> Outcome<(bool, String)> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self
            .command
            .spawn()
            .during(format_args!("could not start `{}`", self.shown))?;
        let errors = child
            .stderr
            .take()
            .map(|stream| thread::spawn(move || copy(stream)));
        let mut text = child.stdout.take().map(copy).unwrap_or_default();
        if let Some(errors) = errors {
            text.push_str(&errors.join().unwrap_or_default());
        }
        let status = child.wait().during(format_args!("`{}`", self.shown))?;
        Ok((status.success(), text))
    }

    /// Sends both streams into a file.
    pub fn into_log(mut self, log: File) -> Self {
        if let Ok(copy) = log.try_clone() {
            self.command.stderr(copy);
        }
        self.command.stdout(log);
        self
    }

    /// Starts it and does not wait.
    pub fn start(mut self) -> Outcome<Child> {
        self.command
            .spawn()
            .during(format_args!("could not start `{}`", self.shown))
    }
}

/// Shows a stream line by line and returns all of it.
fn copy(stream: impl Read) -> String {
    let mut text = String::new();
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader
        .read_until(b'\n', &mut line)
        .is_ok_and(|count| count > 0)
    {
        let shown = String::from_utf8_lossy(&line);
        eprint!("{shown}");
        text.push_str(&shown);
        line.clear();
    }
    text
}

/// Whether a program of this name can be started from here.
pub fn on_path(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
