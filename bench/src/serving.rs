//! The release binary as a child process.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::{Failure, On, machine};

/// A running server; dropping it ends it.
pub struct Serving {
    child: Child,
    /// Kept open: a server whose output is closed cannot say where it listens.
    _output: BufReader<ChildStdout>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Serving {
    /// Starts the server on free ports over this data.
    pub fn start(on: &On, data: &Path, more: &[&str]) -> Result<Self, Failure> {
        let mut command = Command::new(&on.server);
        command
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--admin-listen",
                "127.0.0.1:0",
            ])
            // Each report says that it comes from another network: what one address pays in a flood is measured apart.
            .args(["--trusted-proxy", "127.0.0.1/32"])
            .args(["--log-level", "warn", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped());
        if let Some(database) = &on.database {
            command.args(["--database", database]);
        }
        let mut child = command
            .spawn()
            .map_err(|error| format!("{}: {error}", on.server.display()))?;
        let output = child.stdout.take().ok_or("the server has no output")?;
        let mut line = String::new();
        let mut output = BufReader::new(output);
        output.read_line(&mut line)?;
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .ok_or_else(|| format!("the server said {line:?}"))?
            .parse()?;
        Ok(Self {
            child,
            _output: output,
            address,
        })
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory now, in MB.
    pub fn pss(&self) -> Result<f64, Failure> {
        machine::pss_of(self.process())
    }

    /// Asks it to stop and waits, so that everything is in its files.
    pub fn stop(mut self) -> Result<(), Failure> {
        let status = Command::new("kill")
            .args(["-TERM", &self.process().to_string()])
            .status()?;
        if !status.success() {
            return Err("the server could not be told to stop".into());
        }
        let ended = self.child.wait()?;
        if !ended.success() {
            return Err(format!("the server ended with {ended}").into());
        }
        Ok(())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Ended already in the good case.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
