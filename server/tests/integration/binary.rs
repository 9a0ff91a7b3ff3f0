//! The program itself: starts on port 0, answers, stops in order; verifies logs.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use protocol::api::LogFile;
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use server::config::Settings;
use server::store::Location;

use crate::asking::get;
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

const PROGRAM: &str = env!("CARGO_BIN_EXE_sotto");

fn sotto(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

struct Running {
    child: Child,
    public: String,
    admin: String,
}

fn serve(data: &Path) -> Running {
    serve_with(data, &[])
}

fn serve_with(data: &Path, variables: &[(&str, &str)]) -> Running {
    let mut child = Command::new(PROGRAM)
        .args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--admin-listen",
            "127.0.0.1:0",
            "--data",
        ])
        .arg(data)
        .envs(variables.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut line = |start: &str| {
        lines
            .next()
            .unwrap()
            .unwrap()
            .strip_prefix(start)
            .unwrap()
            .to_owned()
    };
    let (public, admin) = (line("listening on http://"), line("admin on http://"));
    Running {
        child,
        public,
        admin,
    }
}

fn fetch(address: &str, path: &str) -> String {
    use std::io::Write;
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn stop(mut running: Running) {
    let id = running.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    let status = running.child.wait().unwrap();
    let mut errors = String::new();
    running
        .child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert!(status.success(), "{errors}");
    assert!(errors.contains("stopped"), "{errors}");
}

// R9, R20: health, one server per folder, an orderly stop.
#[test]
fn serves_and_stops() {
    let folder = tempfile::tempdir().unwrap();
    let running = serve(folder.path());
    assert!(fetch(&running.admin, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(fetch(&running.admin, "/readyz").contains("database: ok"));
    assert!(fetch(&running.admin, "/api/v1/openapi.json").contains("\"openapi\": \"3.1.0\""));
    let refusal = fetch(&running.public, "/api/v1/schools/-");
    assert!(
        refusal.starts_with("HTTP/1.1 404") && refusal.contains("/problems/not-found"),
        "{refusal}"
    );
    assert!(!refusal.to_lowercase().contains("\nserver:"));
    assert!(
        fetch(&running.public, "/healthz").starts_with("HTTP/1.1 404"),
        "health is not for visitors"
    );

    let data = folder.path().display().to_string();
    let second = sotto(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--admin-listen",
        "127.0.0.1:0",
        "--data",
        &data,
    ]);
    assert!(
        !second.status.success() && second.stdout.is_empty(),
        "two servers on one folder"
    );
    stop(running);
    stop(serve(folder.path()));
}

both!(serves_from_either_engine);

// The address of the database comes from a file, so that its password stands in no process list.
async fn serves_from_either_engine(fresh: &Fresh) {
    let address = match &fresh.location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(address) => address.clone(),
    };
    let file = fresh.folder.path().join("database.url");
    std::fs::write(&file, format!("{address}\n")).unwrap();
    let data = fresh.folder.path().join("data");
    let Location::Sqlite(shreds) = &fresh.shreds else {
        panic!("a file");
    };
    let running = serve_with(
        &data,
        &[
            ("SOTTO_DATABASE_FILE", file.to_str().unwrap()),
            ("SOTTO_SHRED_DATABASE", shreds.to_str().unwrap()),
        ],
    );
    assert!(fetch(&running.admin, "/readyz").contains("database: ok"));
    stop(running);
}

// R19, R20: the program refuses a database that went back, says what to do, and goes on once that is accepted.
#[tokio::test]
async fn a_database_that_went_back_does_not_start() {
    let fresh = Fresh::sqlite().await;
    let Location::Sqlite(file) = fresh.location.clone() else {
        panic!("this is SQLite");
    };
    let data = fresh.folder.path().to_owned();
    std::fs::write(data.join("server.key"), [7; 32]).unwrap();
    close_to_others(&data.join("server.key"));
    let world = World::with(&fresh, Settings::default());
    School::bring_in(&world, "one", 1).await;
    fresh.database.close().await;
    let origin = [("SOTTO_LOG_ORIGIN", crate::world::ORIGIN)];
    let old = std::fs::read(&file).unwrap();
    stop(serve_with(&data, &origin));
    assert!(data.join("checkpoint").exists());

    let again = crate::database::open(&fresh.location, &fresh.shreds)
        .await
        .unwrap();
    let world = World::over(again.clone(), Settings::default());
    School::bring_in(&world, "two", 2).await;
    again.close().await;
    stop(serve_with(&data, &origin));

    std::fs::write(&file, &old).unwrap();
    let folder = data.display().to_string();
    let arguments = ["--data", &folder, "--log-origin", crate::world::ORIGIN];
    let listen = ["--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"];
    let refused = sotto(&[&["serve"], &arguments[..], &listen[..]].concat());
    assert!(!refused.status.success() && refused.stdout.is_empty());
    let words = text(&refused.stderr);
    assert!(words.contains("gone back in time"), "{words}");
    assert!(words.contains("sotto accept-rollback"), "{words}");
    assert_eq!(std::fs::read(&file).unwrap(), old, "left as it was");

    let accept = [&["accept-rollback"], &arguments[..]].concat();
    let accepted = text(&sotto(&accept).stdout);
    assert!(
        accepted.contains("had 2 entries and goes on from 1"),
        "{accepted}"
    );
    assert!(data.join("checkpoint.lost-2").exists());
    stop(serve_with(&data, &origin));
    let again = text(&sotto(&accept).stdout);
    assert!(again.contains("Nothing to accept"), "{again}");
}

fn close_to_others(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn speaks_for_itself() {
    let help = text(&sotto(&["serve", "--help"]).stdout);
    for word in [
        "SOTTO_LISTEN",
        "SOTTO_DATABASE_FILE",
        "--publication-delay-minutes",
        "Keep it off the network",
    ] {
        assert!(help.contains(word), "{word} in:\n{help}");
    }
    let check = sotto(&["check", "--data", "/proc/no-such-folder"]);
    assert_eq!(check.status.code(), Some(1), "{}", text(&check.stdout));
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let check = sotto(&["check", "--data", &data]);
    assert_eq!(check.status.code(), Some(1));
    assert!(
        text(&check.stdout).contains("FAIL    schools: there is none"),
        "{}",
        text(&check.stdout)
    );
    let id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    let keys = sotto(&["school", "keys", id, "--data", &data]);
    let keys: serde_json::Value = serde_json::from_slice(&keys.stdout).unwrap();
    assert_eq!(keys["log_key"].as_str().unwrap().len(), 43);
    assert_eq!(text(&sotto(&["openapi"]).stdout), server::openapi::text());
    let manifest: serde_json::Value =
        serde_json::from_slice(&sotto(&["site", "manifest"]).stdout).unwrap();
    assert!(manifest.is_object());
}

// The audit of a file: holds, or names the first broken entry and ends with 1.
#[tokio::test]
async fn verifies_a_saved_log() {
    let fresh = Fresh::sqlite().await;
    let world = World::with(&fresh, Settings::default());
    let school = School::bring_in(&world, "one", 1).await;
    let token = school.sign_in(&world, &school.lead).await;
    let page: protocol::api::AuditPage = get("/api/v1/audit").session(&token).of(&world).await.ok();
    let leaves: protocol::api::LeavesPage = get("/api/v1/log/leaves?from=0").of(&world).await.ok();
    let openings = page
        .entries
        .iter()
        .rev()
        .map(|proven| protocol::api::Opening {
            index: proven.index,
            entry: proven.entry.clone(),
            salt: proven.salt,
        });
    let good = LogFile {
        checkpoint: page.checkpoint,
        log_key: school.directory.log_key,
        leaves: leaves.leaves,
        openings: openings.collect(),
    };
    let holds = verify(&good, &[]);
    assert_eq!(holds.status.code(), Some(0), "{}", text(&holds.stdout));
    assert!(text(&holds.stdout).starts_with("HOLDS: 1 entries of test.example/log"));
    let key = to_base64url(&good.log_key.0);
    assert_eq!(verify(&good, &["--log-key", &key]).status.code(), Some(0));
    let other = to_base64url(&[1; 32]);
    assert_eq!(verify(&good, &["--log-key", &other]).status.code(), Some(1));

    let mut broken = good.clone();
    broken.openings[0].entry = Bytes(vec![0; broken.openings[0].entry.0.len()]);
    let answer = verify(&broken, &[]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(
        text(&answer.stdout).starts_with("BROKEN: entry 0"),
        "{}",
        text(&answer.stdout)
    );
    let mut broken = good.clone();
    broken.leaves[0] = FixedBytes([9; 32]);
    assert_eq!(verify(&broken, &[]).status.code(), Some(1));

    assert_eq!(
        sotto(&["verify-audit", "/no/such/file"]).status.code(),
        Some(2)
    );
    let https = sotto(&["verify-audit", "https://reports.example/s/one"]);
    assert_eq!(https.status.code(), Some(2));
    assert!(text(&https.stderr).contains("save the log from the audit page"));
    fresh.finish().await;
}

// The audit of a running server, with and without the poster's fingerprint.
#[tokio::test(flavor = "multi_thread")]
async fn verifies_a_server() {
    let fresh = Fresh::sqlite().await;
    let world = World::with(&fresh, Settings::default());
    let school = School::bring_in(&world, "one", 1).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let deadlines = server::accept::Deadlines::default();
    let serving = tokio::spawn(server::accept::serve(
        listener,
        world.router.clone(),
        deadlines,
        8,
        stopped,
    ));
    let url = format!("http://{address}/s/one");
    let fingerprint = to_base64url(&school.root.fingerprint().0);
    let run = async |arguments: Vec<String>| {
        tokio::task::spawn_blocking(move || {
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            sotto(&arguments)
        })
        .await
        .unwrap()
    };
    let argument = |text: &str| text.to_owned();
    let alone = run(vec![argument("verify-audit"), url.clone()]).await;
    assert_eq!(
        alone.status.code(),
        Some(0),
        "{}{}",
        text(&alone.stdout),
        text(&alone.stderr)
    );
    assert!(text(&alone.stdout).contains("vouches for itself only"));
    // The world's clock is not the program's; the directory may have expired by the real one.
    let pinned = run(vec![
        argument("verify-audit"),
        url.clone(),
        argument("--fingerprint"),
        fingerprint,
    ])
    .await;
    assert!(
        matches!(pinned.status.code(), Some(0 | 2)),
        "{}",
        text(&pinned.stderr)
    );
    let wrong = to_base64url(&[7; 32]);
    let wrong = run(vec![
        argument("verify-audit"),
        url,
        argument("--fingerprint"),
        wrong,
    ])
    .await;
    assert_eq!(wrong.status.code(), Some(2));
    stop.send(true).unwrap();
    serving.await.unwrap();
    fresh.finish().await;
}

fn verify(log: &LogFile, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.json");
    std::fs::write(&file, serde_json::to_vec(log).unwrap()).unwrap();
    let file = file.display().to_string();
    let mut arguments = vec!["verify-audit", &file];
    arguments.extend(more);
    sotto(&arguments)
}
