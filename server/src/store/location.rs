//! Where the database is.

use std::path::{Path, PathBuf};

use super::StoreError;

/// Which engine, and where.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file of the embedded database. Its folder must exist (`DataFolder`).
    Sqlite(PathBuf),
    /// An address such as `postgres://user@host/name`. May hold a password, hence no `Debug`.
    Postgres(String),
}

impl Location {
    /// `None` means `sotto.sqlite` in the data folder.
    pub fn parse(database: Option<&str>, data: &Path) -> Result<Self, StoreError> {
        let Some(text) = database else {
            return Ok(Self::Sqlite(data.join("sotto.sqlite")));
        };
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = match text.strip_prefix("sqlite:") {
            Some(path) => path.strip_prefix("//").unwrap_or(path),
            None if text.contains("://") => return Err(StoreError::Location(scheme_of(text))),
            None => text,
        };
        if path.is_empty() || path.contains(":memory:") {
            return Err(StoreError::Location(path.to_owned()));
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

impl Location {
    /// Where the shred store of a database is: as said, or beside a file, or in the data folder.
    pub fn shred(shred: Option<&str>, database: &Self, data: &Path) -> Result<Self, StoreError> {
        let found = match (shred, database) {
            (Some(_), _) => Self::parse(shred, data)?,
            (None, Self::Sqlite(path)) => Self::Sqlite(path.with_extension("shred.sqlite")),
            (None, Self::Postgres(_)) => Self::Sqlite(data.join("sotto.shred.sqlite")),
        };
        if found == *database {
            return Err(StoreError::Location(
                "the shred store must not be the database itself".to_owned(),
            ));
        }
        Ok(found)
    }
}

/// Only the scheme of a wrong address is repeated: the rest may hold a password.
fn scheme_of(text: &str) -> String {
    text.split("://").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_database() {
        let data = Path::new("/data");
        let parse = |text| Location::parse(text, data).ok();
        let file = |path: &str| Some(Location::Sqlite(PathBuf::from(path)));
        assert!(parse(None) == file("/data/sotto.sqlite"));
        assert!(parse(Some("sqlite:/x/y.db")) == file("/x/y.db"));
        assert!(parse(Some("sqlite:///x/y.db")) == file("/x/y.db"));
        assert!(parse(Some("y.db")) == file("y.db"));
        let address = "postgres://u@h/d";
        assert!(parse(Some(address)) == Some(Location::Postgres(address.to_owned())));
        assert!(parse(Some("mysql://u:secret@h/d")).is_none());
        assert!(parse(Some("sqlite::memory:")).is_none());
    }

    #[test]
    fn the_shred_store_is_apart() {
        let data = Path::new("/data");
        let file = |path: &str| Location::Sqlite(PathBuf::from(path));
        let shred = |text, database: &Location| Location::shred(text, database, data).ok();
        let postgres = Location::Postgres("postgres://u@h/d".to_owned());
        assert!(shred(None, &file("/x/y.sqlite")) == Some(file("/x/y.shred.sqlite")));
        assert!(shred(None, &postgres) == Some(file("/data/sotto.shred.sqlite")));
        assert!(shred(Some("/z.db"), &postgres) == Some(file("/z.db")));
        assert!(shred(Some("postgres://u@h/d"), &postgres).is_none());
        assert!(shred(Some("/x/y.sqlite"), &file("/x/y.sqlite")).is_none());
    }

    #[test]
    fn a_wrong_address_is_refused_without_its_password() {
        let refusal = Location::parse(Some("mysql://u:secret@h/d"), Path::new("/"))
            .err()
            .unwrap();
        assert!(!refusal.to_string().contains("secret"));
    }
}
