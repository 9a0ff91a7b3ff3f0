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
    fn a_wrong_address_is_refused_without_its_password() {
        let refusal = Location::parse(Some("mysql://u:secret@h/d"), Path::new("/"))
            .err()
            .unwrap();
        assert!(!refusal.to_string().contains("secret"));
    }
}
