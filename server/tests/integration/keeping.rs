//! Backup, restore and drill with the program itself, on both engines, with real sealed reports.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use protocol::plaintext::Danger;
use server::config::Settings;
use server::store::{Location, UpkeepKind};

use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::{ORIGIN, World};

both!(a_backup_holds_no_words_restores_and_passes_its_drill);

/// A data folder with the key of the tests' world, and what points the program at a database.
struct Machine {
    data: PathBuf,
    database: String,
    shreds: PathBuf,
}

impl Machine {
    fn new(data: PathBuf, location: &Location, fresh: &Fresh) -> Self {
        use std::os::unix::fs::PermissionsExt;
        std::fs::create_dir_all(&data).unwrap();
        let key = data.join("server.key");
        std::fs::write(&key, [7; 32]).unwrap();
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
        let database = match location {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(address) => address.clone(),
        };
        let Location::Sqlite(shreds) = &fresh.shreds else {
            panic!("a file");
        };
        Self {
            data,
            database,
            shreds: shreds.clone(),
        }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sotto"));
        command.args(arguments).arg("--data").arg(&self.data);
        command.args(["--database", &self.database]);
        command.env("SOTTO_SHRED_DATABASE", &self.shreds);
        command.env("SOTTO_LOG_ORIGIN", ORIGIN).output().unwrap()
    }

    fn fine(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}{errors}");
        text
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
}

fn only_backup(place: &Path) -> PathBuf {
    let mut found: Vec<_> = std::fs::read_dir(place).unwrap().collect();
    assert_eq!(found.len(), 1);
    found.remove(0).unwrap().path()
}

fn holds(folder: &Path, words: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words)
    })
}

async fn a_backup_holds_no_words_restores_and_passes_its_drill(fresh: &Fresh) {
    // P71, R26, XAM-16, XAM-17
    let world = World::with(fresh, Settings::default());
    let mut school = School::bring_in(&world, "one", 1).await;
    for _ in 0..5 {
        Pupil::report(&world, &mut school, Danger::No).await;
    }
    let machine = Machine::new(fresh.folder.path().join("machine"), &fresh.location, fresh);
    let place = fresh.folder.path().join("backups");
    let said = machine.fine(&["backup", place.to_str().unwrap()]);
    assert!(said.contains("5 cases, 6 log entries, verified"), "{said}");
    assert!(said.contains("server.key"), "{said}");
    let folder = only_backup(&place);
    assert!(!holds(&folder, b"CANARY"), "ciphertext only");
    assert!(
        holds(&folder, b"Name of lead"),
        "the test looks in the right place"
    );
    assert!(!holds(&folder, &[7; 32]), "server.key is not in it");

    // The drill: recorded, and nothing is left of it.
    let source = folder.to_str().unwrap();
    // The place of all backups will do: the newest is tried, here the only one that is a backup at all.
    let older = place.join("sotto-2020-01-01-0000");
    std::fs::create_dir(&older).unwrap();
    let said = machine.fine(&["restore", "--drill", place.to_str().unwrap()]);
    assert!(said.contains("5 messages of 5 cases parse"), "{said}");
    assert!(!machine.data.join("drill").exists());
    std::fs::remove_dir(&older).unwrap();
    let mut tx = fresh.database.read().await.unwrap();
    let drilled = tx.last_upkeep(UpkeepKind::Drill).await.unwrap().unwrap();
    assert_eq!((drilled.fine, drilled.cases, drilled.entries), (true, 5, 6));
    drop(tx);

    // More reports, then the database is lost. It comes back on SQLite, whatever it was on.
    for _ in 0..2 {
        Pupil::report(&world, &mut school, Danger::No).await;
    }
    let elsewhere = Location::Sqlite(fresh.folder.path().join("elsewhere.sqlite"));
    let new = Machine::new(machine.data.clone(), &elsewhere, fresh);
    world.app.log.vouch(&world.database).await.unwrap();
    machine.fine(&[
        "backup",
        fresh.folder.path().join("later").to_str().unwrap(),
    ]);
    let said = new.fine(&["restore", source]);
    assert!(
        said.contains("Restored 5 cases and 6 log entries"),
        "{said}"
    );
    let refused = new.refused(&["restore", source]);
    assert!(refused.contains("is there already"), "{refused}");
    let database = crate::database::open(&elsewhere, &fresh.shreds)
        .await
        .unwrap();
    let restored = World::over(database.clone(), Settings::default());
    assert_eq!(restored.rows("cases").await, 5);
    Pupil::report(&restored, &mut school, Danger::No).await;
    let mut tx = database.read().await.unwrap();
    assert!(tx.last_upkeep(UpkeepKind::Restore).await.unwrap().is_some());
    drop(tx);
    database.close().await;

    // Damage is found, and that is noted too.
    let table = folder.join("envelope.rows");
    let mut bytes = std::fs::read(&table).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&table, bytes).unwrap();
    let refused = machine.refused(&["restore", "--drill", source]);
    assert!(refused.contains("envelope.rows"), "{refused}");
    let mut tx = fresh.database.read().await.unwrap();
    assert!(
        !tx.last_upkeep(UpkeepKind::Drill)
            .await
            .unwrap()
            .unwrap()
            .fine
    );
    drop(tx);

    // Without the key that made it a backup is nothing.
    std::fs::remove_file(machine.data.join("server.key")).unwrap();
    let refused = machine.refused(&["restore", source]);
    assert!(refused.contains("server.key"), "{refused}");
}
