//! A transaction on the embedded engine: a view of one moment, or an act's turn to write.

use std::ops::{Deref, DerefMut};

use sqlx::{Sqlite, SqliteConnection};

use super::member::Member;
use crate::store::StoreError;

/// Either kind; queries run on both alike.
pub enum Embedded {
    /// A view of one moment.
    Reading(sqlx::Transaction<'static, Sqlite>),
    /// A turn to write.
    Writing(Member),
}

impl Embedded {
    /// Makes an act last. When this returns, the bytes are on disk.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Reading(view) => Ok(view.commit().await?),
            Self::Writing(member) => member.commit().await,
        }
    }
}

impl Deref for Embedded {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Reading(view) => view,
            Self::Writing(member) => member,
        }
    }
}

impl DerefMut for Embedded {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Reading(view) => view,
            Self::Writing(member) => member,
        }
    }
}
