//! Group commit: SQLite's one writing connection goes from act to act, and one COMMIT makes many acts last.
//!
//! Why: an acknowledgement must survive a power cut, so each COMMIT waits for the disk; one wait for each act
//! would allow a few hundred a second (reliability.md section 0, facts 4 and 5).
//!
//! Promise: acts never overlap; each has a savepoint of its own, so one that fails, panics or is dropped half
//! way takes nothing of the others with it; an act that was committed is told so only when the COMMIT around it is on
//! disk; if that fails, all of its group are told it failed and nothing of them is kept. Nobody waits for company:
//! a group is whoever asked while the one before it was being written, at most [`MOST`]; an act that wrote much by itself
//! ends its group, so that the next can be prepared while it goes to the disk.
//!
//! The price: an act sees what those before it in the group did although that is not yet on disk. Whoever answers
//! "done" because of what was read here must therefore [`commit`](super::super::Transaction::commit) first too.

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::member::{End, Member};
use crate::store::StoreError;

/// Most acts in one group, so that the first is not kept waiting for long.
const MOST: usize = 64;
/// Acts that wait for their turn; more wait outside.
const QUEUE: usize = 256;
/// How long an act waits for its turn before the caller is told to come back.
const QUEUE_WAIT: Duration = Duration::from_secs(10);

type Connection = PoolConnection<Sqlite>;
type Turn = oneshot::Sender<Result<Member, StoreError>>;
type Acknowledgement = oneshot::Sender<Result<(), StoreError>>;

/// Where acts queue for the connection that writes. Cheap to clone.
#[derive(Clone)]
pub(super) struct Writer(mpsc::Sender<Turn>);

impl Writer {
    /// Starts the task that passes the connection on. It ends when the last clone is gone.
    pub fn start(pool: SqlitePool) -> Self {
        let (turns, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(pass_on(pool, waiting));
        Self(turns)
    }

    /// Waits for this act's turn.
    pub async fn turn(&self) -> Result<Member, StoreError> {
        let mine = async {
            let (turn, mine) = oneshot::channel();
            self.0.send(turn).await.map_err(|_| StoreError::Stopped)?;
            mine.await.map_err(|_| StoreError::Stopped)?
        };
        match timeout(QUEUE_WAIT, mine).await {
            Ok(member) => member,
            Err(_) => Err(StoreError::Database(sqlx::Error::PoolTimedOut)),
        }
    }
}

async fn pass_on(pool: SqlitePool, mut waiting: mpsc::Receiver<Turn>) {
    while let Some(first) = waiting.recv().await {
        match open(&pool).await {
            Ok(connection) => group(connection, first, &mut waiting).await,
            // Nobody listens any more: the act was given up.
            Err(error) => drop(first.send(Err(error))),
        }
    }
}

async fn open(pool: &SqlitePool) -> Result<Connection, StoreError> {
    let mut connection = pool.acquire().await?;
    // At once: a deferred one would fail at its first write, however long it waits (fact 3).
    run(&mut connection, "BEGIN IMMEDIATE").await?;
    Ok(connection)
}

/// One group, from after its BEGIN to its COMMIT.
async fn group(mut connection: Connection, first: Turn, waiting: &mut mpsc::Receiver<Turn>) {
    let mut kept = Vec::new();
    let mut next = Some(first);
    while let Some(turn) = next {
        let is_last;
        (connection, is_last) = match act(connection, turn).await {
            Ok((connection, acknowledgement, is_last)) => {
                kept.extend(acknowledgement);
                (connection, is_last)
            }
            Err(Broken) => return tell(kept, Err(StoreError::GroupLost)),
        };
        next = (kept.len() < MOST && !is_last)
            .then(|| waiting.try_recv().ok())
            .flatten();
    }
    // An act that changed nothing needs no wait for the disk; COMMIT knows.
    let committed = run(&mut connection, "COMMIT").await;
    if committed.is_err() {
        give_up(connection).await;
    }
    tell(kept, committed);
}

/// The connection is of no more use: SQLite undid the whole group, or nobody can say what state it is in.
struct Broken;

/// Lends the connection to one act and takes it back; says whether nobody else may join its group.
async fn act(
    mut connection: Connection,
    turn: Turn,
) -> Result<(Connection, Option<Acknowledgement>, bool), Broken> {
    if turn.is_closed() {
        return Ok((connection, None, false));
    }
    if let Err(error) = run(&mut connection, "SAVEPOINT act").await {
        drop(turn.send(Err(error)));
        give_up(connection).await;
        return Err(Broken);
    }
    let (member, handed_back) = Member::new(connection);
    // Given up in this very moment: the member comes back and is dropped, which hands the connection back.
    drop(turn.send(Ok(member)));
    let (mut connection, end) = handed_back.await.map_err(|_| Broken)?;
    let finished = match &end {
        End::Keep(_) | End::KeepLast(_) => run(&mut connection, "RELEASE act").await,
        End::Undo => match run(&mut connection, "ROLLBACK TO act").await {
            Ok(()) => run(&mut connection, "RELEASE act").await,
            failed => failed,
        },
    };
    match (finished, end) {
        (Ok(()), End::Keep(acknowledgement)) => Ok((connection, Some(acknowledgement), false)),
        (Ok(()), End::KeepLast(acknowledgement)) => Ok((connection, Some(acknowledgement), true)),
        (Ok(()), End::Undo) => Ok((connection, None, false)),
        // After a full disk or a failed read SQLite undoes everything by itself; then there is no savepoint.
        (Err(error), end) => {
            if let End::Keep(acknowledgement) | End::KeepLast(acknowledgement) = end {
                drop(acknowledgement.send(Err(error)));
            }
            give_up(connection).await;
            Err(Broken)
        }
    }
}

/// Undoes what can be undone and closes the connection; the pool opens another for the next group.
async fn give_up(mut connection: Connection) {
    // Fails when SQLite has undone it already.
    let _ = run(&mut connection, "ROLLBACK").await;
    let _ = connection.close().await;
}

async fn run(connection: &mut Connection, statement: &'static str) -> Result<(), StoreError> {
    sqlx::query(statement).execute(&mut **connection).await?;
    Ok(())
}

/// An act whose caller has gone is as good as any other: nobody is there to be told.
fn tell(kept: Vec<Acknowledgement>, outcome: Result<(), StoreError>) {
    let outcome = outcome.map_err(Arc::new);
    for acknowledgement in kept {
        let outcome = outcome.clone().map_err(StoreError::Shared);
        drop(acknowledgement.send(outcome));
    }
}
