//! PostgreSQL servers of our own: a primary, and where a trial needs one a standby that follows it.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::outcome::{Outcome, ensure};
use crate::watch::until;

/// One running server in a folder of its own. Dropping it kills it.
pub struct Postgres {
    folder: TempDir,
    tools: PathBuf,
    pub port: u16,
    child: Child,
}

impl Postgres {
    /// A fresh primary. Anything in `settings` comes after `-c`.
    pub fn primary(settings: &[&str]) -> Outcome<Self> {
        let (folder, tools) = (folder()?, tools()?);
        let made = as_postgres(&tools.join("initdb"))
            .arg("--pgdata")
            .arg(folder.path().join("data"))
            .args(["--username=sotto", "--auth=trust", "--encoding=UTF8"])
            .args(["--locale=C", "--no-sync"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .status()?;
        ensure!(made.success(), "initdb: {made}");
        Self::run(folder, tools, settings)
    }

    /// A standby that copied this primary and follows it.
    pub fn standby(&self, settings: &[&str]) -> Outcome<Self> {
        let folder = folder()?;
        let copied = as_postgres(&self.tools.join("pg_basebackup"))
            .arg("-D")
            .arg(folder.path().join("data"))
            .args(["-R", "-X", "stream", "-c", "fast", "--no-sync"])
            .arg("-d")
            .arg(format!(
                "postgres://sotto@127.0.0.1:{}/postgres?application_name=standby",
                self.port
            ))
            .current_dir(folder.path())
            .status()?;
        ensure!(copied.success(), "pg_basebackup: {copied}");
        Self::run(folder, self.tools.clone(), settings)
    }

    fn run(folder: TempDir, tools: PathBuf, settings: &[&str]) -> Outcome<Self> {
        let port = free_port()?;
        let child = spawn(&tools, folder.path(), port, settings)?;
        let server = Self {
            folder,
            tools,
            port,
            child,
        };
        server.until_ready()?;
        Ok(server)
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://sotto@127.0.0.1:{}/{database}", self.port)
    }

    /// Stops it at once, without a shutdown checkpoint, so that it recovers from its log when started again.
    pub fn crash(&mut self) -> Outcome {
        let status = Command::new("kill")
            .args(["-QUIT", &self.child.id().to_string()])
            .status()?;
        ensure!(status.success(), "kill -QUIT: {status}");
        self.child.wait()?;
        Ok(())
    }

    /// Starts it again after [`Self::crash`].
    pub fn start_again(&mut self, settings: &[&str]) -> Outcome {
        // A crash may leave the lock of a process that is gone; its number may be another's by now.
        let _ = fs::remove_file(self.folder.path().join("data/postmaster.pid"));
        self.child = spawn(&self.tools, self.folder.path(), self.port, settings)?;
        self.until_ready()
    }

    /// Makes a standby a primary.
    pub fn promote(&self) -> Outcome {
        self.query("postgres", "select pg_promote(true, 30)")
            .map(drop)
    }

    /// One statement by `psql`.
    pub fn query(&self, database: &str, statement: &str) -> Outcome<String> {
        let output = Command::new(self.tools.join("psql"))
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c"])
            .arg(statement)
            .arg(self.url(database))
            .output()?;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "{statement}: {words}");
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn until_ready(&self) -> Outcome {
        let ready = || {
            Command::new(self.tools.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()])
                .status()
                .is_ok_and(|status| status.success())
        };
        until("a PostgreSQL that answers", Duration::from_secs(30), ready)
            .map(drop)
            .map_err(|fault| {
                let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                format!("{fault}\n{log}").into()
            })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(tools: &Path, folder: &Path, port: u16, settings: &[&str]) -> Outcome<Child> {
    let log = File::options()
        .create(true)
        .append(true)
        .open(folder.join("log"))?;
    let mut command = as_postgres(&tools.join("postgres"));
    command
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder);
    command.args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
    // The machine never loses power here; a crash of a process loses nothing that was written.
    command.args(["-c", "fsync=off", "-c", "max_connections=60"]);
    for setting in settings {
        command.args(["-c", setting]);
    }
    command.current_dir(folder).stdin(Stdio::null());
    Ok(command.stdout(log.try_clone()?).stderr(log).spawn()?)
}

/// A command as a user PostgreSQL agrees to run as, ended with this program.
fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.arg("--pdeathsig=KILL").arg(program);
    command
}

fn folder() -> Outcome<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("sotto-faults-pg-")
        .tempdir()?;
    if is_root() {
        let status = Command::new("chown")
            .arg("postgres")
            .arg(folder.path())
            .status()?;
        ensure!(status.success(), "chown postgres: {status}");
    }
    Ok(folder)
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn tools() -> Outcome<PathBuf> {
    (14..=18)
        .rev()
        .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")))
        .find(|folder| folder.join("initdb").exists())
        .ok_or_else(|| "PostgreSQL is missing (Debian: apt-get install postgresql-15)".into())
}

/// Below those that the system hands to callers: a server that is started again must find its port as it left it.
fn free_port() -> Outcome<u16> {
    let first = u16::try_from(std::process::id() % 12_000)?;
    (0..12_000)
        .map(|step| 20_000 + (first + step) % 12_000)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| "no port is free".into())
}
