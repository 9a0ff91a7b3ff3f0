//! Failing system calls of a running server: strace attaches, injects, and lets go again.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::outcome::Outcome;
use crate::server::Server;
use crate::watch::until;

/// Injects as long as it lives.
pub struct Tracer(Child);

impl Tracer {
    /// Such as `pwrite64:error=EROFS`. Returns once it is in force.
    pub fn inject(server: &Server, what: &str) -> Outcome<Self> {
        let calls = what.split(':').next().unwrap_or(what);
        let child = Command::new("setpriv")
            .args(["--pdeathsig=KILL", "strace", "-f", "-qq"])
            .args(["-p", &server.id().to_string()])
            .args(["-e", &format!("trace={calls}")])
            .args(["-e", &format!("inject={what}")])
            .args(["-o", "/dev/null"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let tracer = Self(child);
        let process = server.id();
        until("traced", Duration::from_secs(5), || all_traced(process))?;
        Ok(tracer)
    }

    /// Lets go: system calls work again.
    pub fn release(mut self) -> Outcome {
        // A killed tracer lets its threads run on; there is nothing it must still write.
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Tracer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What changes the disk.
pub const CHANGES: &str =
    "pwrite64,pwritev,fdatasync,fsync,ftruncate,rename,renameat,unlink,unlinkat";

/// A program in front of another, which is killed at its `point`-th change of one of these files.
pub fn killing(files: &[PathBuf], point: u32) -> Vec<String> {
    let mut command: Vec<String> = ["strace", "-f", "-qq", "-o", "/dev/null"]
        .map(String::from)
        .into();
    for file in files {
        command.extend(["-P".into(), file.display().to_string()]);
    }
    command.extend(["-e".into(), format!("trace={CHANGES}")]);
    command.extend([
        "-e".into(),
        format!("inject={CHANGES}:signal=KILL:when={point}"),
    ]);
    // Whoever ends the tracer means the program.
    command.extend(["setpriv", "--pdeathsig=KILL"].map(String::from));
    command
}

/// Every thread of the process has a tracer.
fn all_traced(process: u32) -> bool {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else {
        return false;
    };
    threads.flatten().all(|thread| {
        std::fs::read_to_string(thread.path().join("status"))
            .is_ok_and(|status| !status.contains("TracerPid:\t0\n"))
    })
}
