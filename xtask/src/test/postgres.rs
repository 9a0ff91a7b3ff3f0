//! A PostgreSQL server of our own for one run: in a temporary folder, on a free port of loopback, gone at the end.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Child;

use crate::command::Run;
use crate::console::say;
use crate::failure::{During, Failure, Outcome};
use crate::install::postgres_programs;

/// Whether a commit waits for the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// No: nothing in it outlives the run.
    None,
    /// As in a school.
    Full,
}

/// The running server. Dropping it stops it and removes its files.
pub struct Cluster {
    folder: PathBuf,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    pub fn start(durability: Durability) -> Outcome<Self> {
        let programs = postgres_programs()?;
        let folder = std::env::temp_dir().join(format!("sotto-postgres-{}", std::process::id()));
        fs::create_dir(&folder).during(format_args!("making {}", folder.display()))?;
        let port = free_port()?;
        let mut cluster = Self {
            folder: folder.clone(),
            port,
            server: None,
        };
        if is_root() {
            // PostgreSQL refuses to run as root; its package made this user.
            Run::new("chown").arg("postgres").arg(&folder).go()?;
        }
        let data = folder.join("data");
        unprivileged(programs.join("initdb"))
            .arg("--pgdata")
            .arg(&data)
            .args([
                "--username=sotto",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ])
            .quiet()
            .go()?;
        let log = fs::File::create(folder.join("log")).during("making PostgreSQL's log")?;
        let server = unprivileged(programs.join("postgres"))
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .arg("-p")
            .arg(port.to_string())
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                match durability {
                    Durability::None => "fsync=off",
                    Durability::Full => "fsync=on",
                },
                "-c",
                "max_connections=400",
                "-c",
                "log_statement=none",
            ])
            .into_log(log)
            .start()?;
        cluster.server = Some(server);
        cluster.wait_until_ready(&programs)?;
        say(&format!(
            "PostgreSQL runs on 127.0.0.1:{port} for this step"
        ));
        Ok(cluster)
    }

    /// A new, empty database; gives its address.
    pub fn fresh(&self, database: &str) -> Outcome<String> {
        let program = postgres_programs()?.join("createdb");
        unprivileged(program)
            .args([
                "-h",
                "127.0.0.1",
                "-U",
                "sotto",
                "-p",
                &self.port.to_string(),
            ])
            .arg(database)
            .go()?;
        Ok(self.url(database))
    }

    /// Its first process.
    pub fn process(&self) -> u32 {
        self.server.as_ref().map_or(0, Child::id)
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://sotto@127.0.0.1:{}/{database}", self.port)
    }

    fn wait_until_ready(&self, programs: &std::path::Path) -> Outcome {
        for _ in 0..100 {
            let ready = Run::new(programs.join("pg_isready")).args([
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                &self.port.to_string(),
            ]);
            if ready.output()?.status.success() {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Failure::new(format!("PostgreSQL did not start:\n{log}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            // Nothing in it is worth an orderly stop. The process may have ended by itself; then there is nothing to do.
            let _ = server.kill();
            let _ = server.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A command as the user `postgres` when we are root. It ends when this program ends, however it ends.
fn unprivileged(program: PathBuf) -> Run {
    let run = if is_root() {
        Run::new("setpriv")
            .args([
                "--reuid=postgres",
                "--regid=postgres",
                "--clear-groups",
                "--pdeathsig=KILL",
            ])
            .arg(program)
    } else {
        Run::new("setpriv").arg("--pdeathsig=KILL").arg(program)
    };
    run.folder(&std::env::temp_dir())
}

fn is_root() -> bool {
    Run::new("id")
        .arg("-u")
        .text()
        .is_some_and(|id| id.trim() == "0")
}

fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").during("looking for a free port")?;
    Ok(listener
        .local_addr()
        .during("looking for a free port")?
        .port())
}
