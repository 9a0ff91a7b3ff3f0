//! What must be true of the tables at any moment, however the server ended: no half case, no gap in the log.

use std::fs;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};
use tempfile::TempDir;

use crate::outcome::{Outcome, ensure};
use crate::people::wait_for;

/// What is wrong, and a query that counts where.
const HALVES: &[(&str, &str)] = &[
    (
        "cases without exactly one mailbox",
        "select count(*) from cases c where not withdrawn and (select count(*) from mailbox m \
         where m.school_id = c.school_id and m.case_id = c.case_id) <> 1",
    ),
    (
        "mailboxes without a case",
        "select count(*) from mailbox m where not exists (select 1 from cases c \
         where m.school_id = c.school_id and m.case_id = c.case_id)",
    ),
    (
        "cases whose messages are not as many as counted",
        "select count(*) from cases c where not withdrawn and envelope_count <> (select count(*) from envelope e \
         where e.school_id = c.school_id and e.case_id = c.case_id)",
    ),
    (
        "cases without a report",
        "select count(*) from cases c where not withdrawn and not exists (select 1 from envelope e \
         where e.school_id = c.school_id and e.case_id = c.case_id and e.place = 0 and e.kind = 1)",
    ),
    (
        "cases that are in nobody's inbox",
        "select count(*) from cases c where not withdrawn and not exists (select 1 from slot s \
         where s.school_id = c.school_id and s.case_id = c.case_id)",
    ),
    (
        "cases whose entries in the log are not as many as counted",
        "select count(*) from cases c where audit_count <> (select count(*) from log_opening o \
         where o.school_id = c.school_id and o.case_id = c.case_id)",
    ),
    (
        "cases that the log does not know",
        "select count(*) from cases c where audit_count = 0",
    ),
    (
        "cases with fewer entries in the log than messages",
        "select count(*) from cases c where audit_count < envelope_count",
    ),
    (
        "a log whose size is not its number of leaves",
        "select count(*) from audit_head where size <> (select count(*) from log_leaf)",
    ),
    (
        "a log with gaps",
        "select count(*) from audit_head where size > 0 \
         and size <> (select max(log_index) + 1 from log_leaf)",
    ),
    (
        "leaves without what they commit to",
        "select count(*) from log_leaf l where not exists (select 1 from log_opening o \
         where o.log_index = l.log_index)",
    ),
];

/// Looks at a copy of the files as the server left them, never at the files themselves.
pub fn check_sqlite(file: &Path) -> Outcome {
    let copy = TempDir::new()?;
    let name = file.file_name().ok_or("a file has a name")?;
    let to = copy.path().join(name);
    fs::copy(file, &to)?;
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    if Path::new(&log).exists() {
        let mut to = to.as_os_str().to_owned();
        to.push("-wal");
        fs::copy(&log, to)?;
    }
    wait_for(async {
        let mut connection = SqliteConnectOptions::new()
            .filename(&to)
            .disable_statement_logging()
            .connect()
            .await?;
        let whole: String = sqlx::query_scalar("pragma integrity_check")
            .fetch_one(&mut connection)
            .await?;
        ensure!(whole == "ok", "the database is damaged: {whole}");
        let lost: Vec<String> =
            sqlx::query_scalar("select \"table\" from pragma_foreign_key_check")
                .fetch_all(&mut connection)
                .await?;
        ensure!(lost.is_empty(), "rows point to nothing in {lost:?}");
        for (what, query) in HALVES {
            let found: i64 = sqlx::query_scalar(*query)
                .fetch_one(&mut connection)
                .await?;
            ensure!(found == 0, "{found} {what}");
        }
        connection.close().await?;
        Ok(())
    })
}

/// Looks at a database of a running PostgreSQL.
pub fn check_postgres(url: &str) -> Outcome {
    wait_for(async {
        let mut connection = PgConnection::connect(url).await?;
        for (what, query) in HALVES {
            let found: i64 = sqlx::query_scalar(*query)
                .fetch_one(&mut connection)
                .await?;
            ensure!(found == 0, "{found} {what}");
        }
        connection.close().await?;
        Ok(())
    })
}
