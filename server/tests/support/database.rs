//! A fresh database per test, on either engine. PostgreSQL runs in a cluster of its own: started once per test
//! binary in a temporary folder, reached by a socket, ended with the binary. `SOTTO_TEST_POSTGRES` names
//! another one to use, such as `postgres://user@host/postgres`. Without PostgreSQL the tests fail and say what is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use server::randomness::Randomness;
use server::shred::Shreds;
use server::store::{Database, Location, StoreError};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

/// A database no other test sees.
pub struct Fresh {
    pub database: Database,
    pub location: Location,
    /// Where the keys of its cases are.
    pub shreds: Location,
    /// Holds the files of SQLite.
    pub folder: TempDir,
    /// Databases of the cluster that are its own.
    names: Vec<String>,
}

impl Fresh {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Sqlite(folder.path().join("sotto.sqlite"));
        let shreds = Location::Sqlite(folder.path().join("sotto.shred.sqlite"));
        Self::open(location, shreds, folder, Vec::new()).await
    }

    pub async fn postgres() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let shreds = Location::Sqlite(folder.path().join("sotto.shred.sqlite"));
        let name = make_database().await;
        Self::open(
            Location::Postgres(address(&name)),
            shreds,
            folder,
            vec![name],
        )
        .await
    }

    /// PostgreSQL twice: the keys of cases in a second database.
    pub async fn postgres_twice() -> Self {
        let (name, keys) = (make_database().await, make_database().await);
        let location = Location::Postgres(address(&name));
        let shreds = Location::Postgres(address(&keys));
        let folder = tempfile::tempdir().unwrap();
        Self::open(location, shreds, folder, vec![name, keys]).await
    }

    async fn open(
        location: Location,
        shreds: Location,
        folder: TempDir,
        names: Vec<String>,
    ) -> Self {
        let database = open(&location, &shreds).await.unwrap();
        Self {
            database,
            location,
            shreds,
            folder,
            names,
        }
    }

    /// Call at the end of a test that passed. One that failed leaves its database to be looked at.
    pub async fn finish(self) {
        self.database.close().await;
        for name in self.names {
            administer(&format!("drop database {name} with (force)")).await;
        }
    }
}

/// Opens a database with its shred store.
pub async fn open(location: &Location, shreds: &Location) -> Result<Database, StoreError> {
    let shreds = Shreds::open(shreds, Randomness::system()).await?;
    Database::open(location, shreds).await
}

/// Runs a test on each engine: `both!(name, ...)` makes `name::sqlite` and `name::postgres`.
macro_rules! both {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let fresh = crate::database::Fresh::sqlite().await;
                super::$name(&fresh).await;
                fresh.finish().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let fresh = crate::database::Fresh::postgres().await;
                super::$name(&fresh).await;
                fresh.finish().await;
            }
        }
    )+ };
}

/// The same on PostgreSQL with the keys of cases in a second database of the cluster.
macro_rules! twice {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres_twice() {
                let fresh = crate::database::Fresh::postgres_twice().await;
                super::super::$name(&fresh).await;
                fresh.finish().await;
            }
        }
    )+ };
}

async fn make_database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("sotto_test_{}_{number}", std::process::id());
    administer(&format!("create database {name}")).await;
    name
}

async fn administer(statement: &str) {
    let mut connection = PgConnection::connect(&address("postgres")).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

/// The address of one database of the cluster.
fn address(name: &str) -> String {
    let base = match std::env::var("SOTTO_TEST_POSTGRES") {
        Ok(given) => given,
        Err(_) => cluster().address.clone(),
    };
    let (before, query) = match base.split_once('?') {
        Some((before, query)) => (before, format!("?{query}")),
        None => (base.as_str(), String::new()),
    };
    let server = before.rsplit_once('/').expect("an address ends in /name").0;
    format!("{server}/{name}{query}")
}

struct Cluster {
    address: String,
    /// Its standard input is what keeps the cluster up: the pipe closes when this process ends, however it ends.
    _keeper: Child,
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(start)
}

const KEEPER: &str = r#"
"$1/initdb" --pgdata="$2/data" --auth=trust --username=sotto --encoding=UTF8 --no-sync >"$2/initdb.log" 2>&1 || exit 1
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c max_connections=300 >"$2/postgres.log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -INT "$server"
wait "$server"
rm -rf "$2/data" "$2"/*.log
rmdir "$2"
"#;

/// PostgreSQL refuses to run as root, so root hands it to the user it came with.
fn start() -> Cluster {
    let tools = tools();
    let folder = tempfile::Builder::new()
        .prefix("sotto-pg-")
        .tempdir()
        .unwrap()
        .keep();
    let user = unprivileged();
    let mut command = match &user {
        None => Command::new("sh"),
        Some(user) => {
            std::os::unix::fs::chown(&folder, Some(user.0), Some(user.1)).unwrap();
            let mut command = Command::new("setpriv");
            command.arg(format!("--reuid={}", user.0));
            command.arg(format!("--regid={}", user.1));
            command.args(["--clear-groups", "sh"]);
            command
        }
    };
    let keeper = command
        .args(["-c", KEEPER, "keeper"])
        .args([&tools, &folder])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("sh, and setpriv of util-linux when run as root");
    wait_until_ready(&tools, &folder);
    Cluster {
        address: format!(
            "postgres://sotto@localhost/postgres?host={}",
            folder.display()
        ),
        _keeper: keeper,
    }
}

fn wait_until_ready(tools: &Path, folder: &Path) {
    for _ in 0..600 {
        let ready = Command::new(tools.join("pg_isready"))
            .arg("--quiet")
            .arg("--host")
            .arg(folder)
            .status();
        if ready.is_ok_and(|status| status.success()) {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    let log = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    panic!(
        "PostgreSQL did not start:\n{}\n{}",
        log("initdb.log"),
        log("postgres.log")
    );
}

fn tools() -> PathBuf {
    (14..=18)
        .rev()
        .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")))
        .find(|folder| folder.join("initdb").exists())
        .expect(
            "every store test runs on PostgreSQL too: install it (Debian: apt-get install postgresql-15), \
             or set SOTTO_TEST_POSTGRES to the address of a server where databases may be made",
        )
}

/// User and group of `postgres`, or else of `nobody`, when this process is root.
fn unprivileged() -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt;
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let ids = |name: &str| {
        let line = users
            .lines()
            .find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2).map(str::parse);
        Some((fields.next()?.ok()?, fields.next()?.ok()?))
    };
    Some(
        ids("postgres")
            .or_else(|| ids("nobody"))
            .expect("Linux has a user nobody"),
    )
}
