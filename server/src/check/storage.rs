//! Lines about the database: engine, standby, pages, the log against the last signed checkpoint, data without a class.

use super::{Finding, fail, pass, unknown};
use crate::checkpoint_file::CheckpointFile;
use crate::data_classes::DataClasses;
use crate::scan;
use crate::serve::Opened;
use crate::store::{Engine, Standby, StoreError, Transaction};

/// SQLite is one file on one disk, and says so; PostgreSQL must not acknowledge what only one machine has.
pub fn standby(found: &Standby) -> Finding {
    if !found.durable {
        return fail(
            "durability",
            "PostgreSQL runs with fsync, full_page_writes or synchronous_commit off: an acknowledged report can be lost",
        );
    }
    if found.names.is_empty() {
        return fail(
            "durability",
            "no synchronous standby: an acknowledged report can be lost with the primary; set synchronous_standby_names",
        );
    }
    match found.confirming {
        Some(0) => fail(
            "durability",
            "a synchronous standby is named but none is connected: reports wait and are refused",
        ),
        Some(count) => pass("durability", &format!("{count} synchronous standby")),
        None => unknown(
            "durability",
            "a synchronous standby is named; this account may not see whether one is connected (grant pg_monitor)",
        ),
    }
}

/// SQLite's own version and settings; a wrong one is refused when the database is opened.
pub fn engine(engine: Engine) -> Finding {
    match engine {
        Engine::Sqlite => pass("engine", "SQLite 3.51.3 or newer, synchronous=FULL"),
        Engine::Postgres => pass("engine", "PostgreSQL"),
    }
}

/// What the engine finds wrong with its pages and references (R18).
pub fn pages(complaints: &[String]) -> Finding {
    match complaints.first() {
        None => pass("pages", "the database fits together"),
        Some(first) => fail(
            "pages",
            &format!(
                "the database is damaged ({first}): stop the server, keep the file, `sotto restore` the newest backup"
            ),
        ),
    }
}

/// The log against the last signed checkpoint.
pub fn log(vouched: &Result<(), StoreError>) -> Finding {
    match vouched {
        Ok(()) => pass("log", "extends the last signed checkpoint"),
        Err(error) => fail("log", &error.to_string()),
    }
}

/// The file that remembers it.
pub fn checkpoint_file(file: &CheckpointFile, entries: u64) -> Finding {
    let what = "checkpoint file";
    match file.read() {
        Err(error) => fail(what, &error.to_string()),
        Ok(None) if entries == 0 => pass(what, "made with the first entry of the log"),
        Ok(None) => fail(
            what,
            "is missing although the log has entries: the server begins it anew, and cannot notice a rollback before that",
        ),
        Ok(Some((found, _))) => pass(what, &format!("remembers {} entries", found.size)),
    }
}

/// Columns without a lifetime (IMP-1).
pub fn classes(checked: &Result<(), crate::data_classes::Unclassified>) -> Finding {
    match checked {
        Ok(()) => pass(
            "data classes",
            "every column has a lifetime and a rule of deletion",
        ),
        Err(faults) => fail("data classes", &faults.to_string()),
    }
}

/// All of them for an open database.
pub async fn all(
    opened: &Opened,
    transaction: &mut Transaction,
    vouched: &Result<(), StoreError>,
    file: &CheckpointFile,
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = vec![engine(opened.database.engine())];
    if let Some(found) = transaction.standby().await? {
        findings.push(standby(&found));
    }
    findings.push(pages(
        &scan::complaints(&opened.database, transaction).await?,
    ));
    findings.push(log(vouched));
    let entries = transaction.log_head().await?.size;
    findings.push(checkpoint_file(file, entries));
    let tables = transaction.tables().await?;
    if let Ok(table) = DataClasses::built_in() {
        findings.push(classes(&table.check(&tables)));
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass, Unknown};
    use super::*;
    use protocol::keys::SigningSecret;
    use zeroize::Zeroizing;

    // R48: each line in both states.
    #[test]
    fn an_acknowledgement_on_one_machine_only_fails() {
        // R23
        let found = |names: &str, confirming, durable| Standby {
            names: names.to_owned(),
            confirming,
            durable,
        };
        assert_eq!(standby(&found("", Some(0), true)).0, Fail);
        assert!(standby(&found("", None, true)).2.contains("can be lost"));
        assert_eq!(standby(&found("*", Some(0), true)).0, Fail);
        assert_eq!(standby(&found("*", Some(1), false)).0, Fail);
        assert_eq!(standby(&found("*", Some(1), true)).0, Pass);
        assert_eq!(standby(&found("*", None, true)).0, Unknown);
    }

    #[test]
    fn damage_a_rollback_and_a_lost_file_fail() {
        assert_eq!(pages(&[]).0, Pass);
        assert_eq!(pages(&["row 3 missing from index".to_owned()]).0, Fail);
        assert_eq!(log(&Ok(())).0, Pass);
        let back = StoreError::RolledBack {
            signed: 9,
            found: 4,
        };
        assert_eq!(log(&Err(back)).0, Fail);

        let folder = tempfile::tempdir().unwrap();
        let key = SigningSecret::from_seed(Zeroizing::new([1; 32]));
        let file = CheckpointFile::new(folder.path().join("checkpoint"), key.public());
        assert_eq!(checkpoint_file(&file, 0).0, Pass);
        assert_eq!(checkpoint_file(&file, 5).0, Fail);
        std::fs::write(file.path(), "nonsense").unwrap();
        assert_eq!(checkpoint_file(&file, 5).0, Fail);
        std::fs::remove_file(file.path()).unwrap();
        let point = protocol::checkpoint::Checkpoint {
            origin: "x/log".to_owned(),
            size: 5,
            root: protocol::encoding::FixedBytes([1; 32]),
        };
        let note = protocol::checkpoint::sign(&point, &key).unwrap();
        file.put(&note, |_| true).unwrap();
        assert_eq!(checkpoint_file(&file, 5).0, Pass);
    }

    #[test]
    fn a_column_without_a_class_fails() {
        assert_eq!(classes(&Ok(())).0, Pass);
        let faults =
            crate::data_classes::Unclassified(vec!["the column a.b has no class".to_owned()]);
        assert_eq!(classes(&Err(faults)).0, Fail);
    }
}
