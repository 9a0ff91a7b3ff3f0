//! Rows into an empty database, and whether they arrived.

use std::path::Path;

use crate::backup::{self, Manifest};
use crate::randomness::Randomness;
use crate::serve::Failure;
use crate::shred::Shreds;
use crate::store::{Database, Location, Table, newest_schema};

/// Makes the tables as they were, fills them in one transaction, compares, and brings the schema up to date.
pub(super) async fn load(
    source: &Path,
    manifest: &Manifest,
    location: &Location,
    shreds: &Location,
) -> Result<Database, Failure> {
    if manifest.schema > newest_schema() {
        let words = format!(
            "the backup was made by a newer Sotto (its schema is number {}, this program knows up to {}): install that \
             version or newer; nothing was changed",
            manifest.schema,
            newest_schema()
        );
        return Err(words.into());
    }
    // The keys are those of the live store: a case destroyed since the backup stays destroyed.
    let keys = || Shreds::open(shreds, Randomness::system());
    let database = Database::open_at(location, keys().await?, Some(manifest.schema)).await?;
    let filled = fill(&database, source, manifest).await;
    database.close().await;
    filled?;
    let database = Database::open(location, keys().await?).await?;
    let complaints = {
        let mut transaction = database.read().await?;
        transaction.engine_complaints().await?
    };
    match complaints.first() {
        None => Ok(database),
        Some(first) => Err(format!("what was restored does not fit together: {first}").into()),
    }
}

async fn fill(database: &Database, source: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let mut transaction = database.write().await?;
    transaction.take_your_time().await?;
    let names: Vec<&str> = manifest
        .tables
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    transaction.drop_plain_tables_unless(&names).await?;
    let live = transaction.tables().await?;
    if !transaction.schools().await?.is_empty() {
        return Err(
            "the database holds schools already: restore into an empty one; nothing was changed"
                .into(),
        );
    }
    // What a new database begins with would be in the way of what the old one had.
    for table in live.iter().rev() {
        transaction.empty(table).await?;
    }
    for file in &manifest.tables {
        let table = live
            .iter()
            .find(|table| table.name == file.name)
            .ok_or_else(|| format!("this program has no table {}", file.name))?;
        let table = file.arrange(table)?;
        for row in backup::each_row(source, file)? {
            transaction.put_row(&table, row?).await?;
        }
        compare(transaction.count_rows(&table).await?, file.rows, &table)?;
    }
    let unnamed = |table: &&Table| !manifest.tables.iter().any(|file| file.name == table.name);
    if let Some(table) = live.iter().find(unnamed) {
        return Err(format!("the backup has no table {}", table.name).into());
    }
    Ok(transaction.commit().await?)
}

fn compare(found: u64, expected: u64, table: &Table) -> Result<(), Failure> {
    if found == expected {
        return Ok(());
    }
    Err(format!("{} has {found} rows instead of {expected}", table.name).into())
}
