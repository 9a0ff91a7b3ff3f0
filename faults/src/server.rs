//! The program under trial: the real `sotto`, started on a port of its own and ended in every way there is.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::http::{Door, get};
use crate::outcome::{Outcome, ensure};
use crate::watch::Watch;

/// How to start one.
#[derive(Clone)]
pub struct Launch {
    pub program: PathBuf,
    pub data: PathBuf,
    pub database: Option<String>,
    /// More flags for `sotto serve`.
    pub flags: Vec<String>,
    /// A program in front of it, such as a tracer that replaces itself by it.
    pub through: Vec<String>,
    /// More variables.
    pub variables: Vec<(String, String)>,
    /// Where its log goes; a new run adds to it.
    pub log: PathBuf,
}

/// A running server. Dropping it kills it.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub admin: SocketAddr,
    /// From its start until it listened.
    pub took: Duration,
    log: PathBuf,
}

impl Launch {
    /// Starts it and waits until it says where it listens.
    pub fn start(&self) -> Outcome<Server> {
        let watch = Watch::start();
        let mut child = self.command()?.spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let mut address = |prefix: &str| -> Option<SocketAddr> {
            let line = lines.next()?.ok()?;
            line.strip_prefix(prefix)?.parse().ok()
        };
        let addresses = (address("listening on http://"), address("admin on http://"));
        let (Some(public), Some(admin)) = addresses else {
            let _ = child.kill();
            let status = child.wait()?;
            let log = fs::read_to_string(&self.log).unwrap_or_default();
            return Err(format!("sotto did not start ({status}):\n{log}").into());
        };
        Ok(Server {
            child,
            address: public,
            admin,
            took: watch.elapsed(),
            log: self.log.clone(),
        })
    }

    /// Starts it and lets the door lead to it.
    pub fn start_at(&self, door: &Door) -> Outcome<Server> {
        let server = self.start()?;
        door.moved(server.address);
        Ok(server)
    }

    /// The command by itself, for trials that expect it to refuse.
    pub fn command(&self) -> Outcome<Command> {
        let log = File::options().create(true).append(true).open(&self.log)?;
        // It must not outlive this program, however this program ends.
        let mut command = Command::new("setpriv");
        command.arg("--pdeathsig=KILL").args(&self.through);
        command.arg(&self.program).arg("serve");
        command.arg("--data").arg(&self.data);
        if let Some(database) = &self.database {
            command.arg("--database").arg(database);
        }
        command
            .args(["--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"])
            .args(["--publication-delay-minutes", "0"])
            .args(&self.flags)
            .envs(self.variables.iter().cloned())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        Ok(command)
    }
}

impl Server {
    /// `kill -9`: no chance to do anything.
    pub fn kill(mut self) -> Outcome {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// `kill -TERM`.
    pub fn terminate(&self) -> Outcome {
        let status = Command::new("kill")
            .args(["-TERM", &self.id().to_string()])
            .status()?;
        ensure!(status.success(), "kill -TERM: {status}");
        Ok(())
    }

    /// How it ended, if it does within the time.
    pub fn ended(&mut self, patience: Duration) -> Outcome<Option<ExitStatus>> {
        let watch = Watch::start();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            if watch.elapsed() > patience {
                return Ok(None);
            }
            sleep(Duration::from_millis(10));
        }
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything it logged, over all runs on the same file.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Whether it says that it can be relied on.
    pub fn is_ready(&self) -> bool {
        get(self.admin, "/readyz").is_ok_and(|reply| reply.status == 200)
    }

    /// The most it ever had in memory, in KB.
    pub fn peak_memory_kb(&self) -> Outcome<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        number.ok_or_else(|| "no VmHWM in its status".into())
    }

    /// What it has in memory, shared pages by part, in KB.
    pub fn memory_kb(&self) -> Outcome<u64> {
        let rollup = Path::new("/proc")
            .join(self.id().to_string())
            .join("smaps_rollup");
        let text = fs::read_to_string(rollup)?;
        let line = text.lines().find(|line| line.starts_with("Pss:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        number.ok_or_else(|| "no Pss in smaps_rollup".into())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
