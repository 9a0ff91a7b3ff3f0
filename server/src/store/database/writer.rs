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
use tokio::sync::{mpsc, oneshot, watch};
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
    /// Starts the task that passes the connection on; `news` is told of every commit. It ends when the last clone is gone.
    pub fn start(pool: SqlitePool, news: watch::Sender<()>) -> Self {
        let (turns, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(pass_on(pool, waiting, news));
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

async fn pass_on(pool: SqlitePool, mut waiting: mpsc::Receiver<Turn>, news: watch::Sender<()>) {
    while let Some(first) = waiting.recv().await {
        match open(&pool).await {
            Ok(connection) => group(connection, first, &mut waiting).await,
            // Nobody listens any more: the act was given up.
            Err(error) => drop(first.send(Err(error))),
        }
        news.send_replace(());
    }
}

/// Begins a group and its first act.
async fn open(pool: &SqlitePool) -> Result<Connection, StoreError> {
    let mut connection = pool.acquire().await?;
    // At once: a deferred one would fail at its first write, however long it waits (fact 3).
    run(&mut connection, "BEGIN IMMEDIATE; SAVEPOINT act").await?;
    Ok(connection)
}

/// One group, from after its BEGIN to its COMMIT.
async fn group(connection: Connection, first: Turn, waiting: &mut mpsc::Receiver<Turn>) {
    let mut kept = Vec::new();
    let mut ended = act(connection, first).await;
    loop {
        let mut connection = match ended {
            Ended::Kept(connection, acknowledgement) => {
                kept.push(acknowledgement);
                connection
            }
            Ended::Undone(connection) => connection,
            Ended::Committed(acknowledgement, outcome) => {
                kept.push(acknowledgement);
                return tell(kept, outcome);
            }
            Ended::Broken => return tell(kept, Err(StoreError::GroupLost)),
        };
        let more = kept.len() < MOST;
        let Some(turn) = more.then(|| next(waiting)).flatten() else {
            // An act that changed nothing needs no wait for the disk; COMMIT knows.
            return tell(kept, commit(connection, "COMMIT").await);
        };
        if let Err(error) = run(&mut connection, "SAVEPOINT act").await {
            drop(turn.send(Err(error)));
            give_up(connection).await;
            return tell(kept, Err(StoreError::GroupLost));
        }
        ended = act(connection, turn).await;
    }
}

/// The next act that still wants its turn, if one waits.
fn next(waiting: &mut mpsc::Receiver<Turn>) -> Option<Turn> {
    std::iter::from_fn(|| waiting.try_recv().ok()).find(|turn| !turn.is_closed())
}

/// How an act ended, and where the connection is.
enum Ended {
    Kept(Connection, Acknowledgement),
    Undone(Connection),
    /// With its whole group, or not.
    Committed(Acknowledgement, Result<(), StoreError>),
    /// The connection is of no more use: SQLite undid the whole group, or nobody can say what state it is in.
    Broken,
}

/// Lends the connection to one act, inside its savepoint, and takes it back.
async fn act(connection: Connection, turn: Turn) -> Ended {
    let (member, handed_back) = Member::new(connection);
    // Given up in this very moment: the member comes back and is dropped, which hands the connection back.
    drop(turn.send(Ok(member)));
    let Ok((mut connection, end)) = handed_back.await else {
        return Ended::Broken;
    };
    let finish = match &end {
        End::Keep(_) => "RELEASE act",
        // Each statement is a way to SQLite's thread and back.
        End::KeepLast(_) => "RELEASE act; COMMIT",
        End::Undo => "ROLLBACK TO act; RELEASE act",
    };
    match end {
        End::KeepLast(acknowledgement) => {
            Ended::Committed(acknowledgement, commit(connection, finish).await)
        }
        End::Keep(acknowledgement) => match run(&mut connection, finish).await {
            Ok(()) => Ended::Kept(connection, acknowledgement),
            // After a full disk or a failed read SQLite undoes everything by itself; then there is no savepoint.
            Err(error) => {
                drop(acknowledgement.send(Err(error)));
                give_up(connection).await;
                Ended::Broken
            }
        },
        End::Undo => match run(&mut connection, finish).await {
            Ok(()) => Ended::Undone(connection),
            Err(_) => {
                give_up(connection).await;
                Ended::Broken
            }
        },
    }
}

/// Ends a group.
async fn commit(mut connection: Connection, finish: &'static str) -> Result<(), StoreError> {
    let committed = run(&mut connection, finish).await;
    if committed.is_err() {
        give_up(connection).await;
    }
    committed
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
