//! One act's turn on SQLite's writing connection.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection};
use tokio::sync::oneshot;

use crate::store::StoreError;

/// How an act ended, with whom to tell when it is on disk.
pub(super) enum End {
    Keep(oneshot::Sender<Result<(), StoreError>>),
    /// Kept, and nobody else joins its group.
    KeepLast(oneshot::Sender<Result<(), StoreError>>),
    Undo,
}

type HandedBack = (PoolConnection<Sqlite>, End);

/// Has the connection until it is committed or dropped; dropping undoes this act and no other.
pub struct Member {
    /// `None` once handed back.
    turn: Option<(PoolConnection<Sqlite>, oneshot::Sender<HandedBack>)>,
    is_last: bool,
}

impl Member {
    pub(super) fn new(connection: PoolConnection<Sqlite>) -> (Self, oneshot::Receiver<HandedBack>) {
        let (back, handed_back) = oneshot::channel();
        let member = Self {
            turn: Some((connection, back)),
            is_last: false,
        };
        (member, handed_back)
    }

    /// This act is a group by itself: it is committed without company, and whoever comes next prepares meanwhile.
    pub(crate) fn ends_group(&mut self) {
        self.is_last = true;
    }

    /// Passes the connection on and waits until what was done is on disk. Once this was called the act is kept
    /// even if nobody waits for the answer.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let (acknowledge, acknowledged) = oneshot::channel();
        self.hand_back(if self.is_last {
            End::KeepLast(acknowledge)
        } else {
            End::Keep(acknowledge)
        });
        acknowledged.await.map_err(|_| StoreError::GroupLost)?
    }

    fn hand_back(&mut self, end: End) {
        let Some((connection, back)) = self.turn.take() else {
            return;
        };
        if let Err((mut connection, _)) = back.send((connection, end)) {
            // The program is stopping. Whoever opens the file next finds nothing of this group.
            connection.close_on_drop();
        }
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.hand_back(End::Undo);
    }
}

impl Deref for Member {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        let (connection, _) = self
            .turn
            .as_ref()
            .expect("only `commit` and `drop` take it");
        connection
    }
}

impl DerefMut for Member {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        let (connection, _) = self
            .turn
            .as_mut()
            .expect("only `commit` and `drop` take it");
        connection
    }
}
