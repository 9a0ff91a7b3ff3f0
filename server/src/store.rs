//! Everything the server keeps, behind one handle.
//!
//! A [`Transaction`] is the only way to data: an audit entry commits with the act it records, or neither does
//! (architecture.md decision 4). Each query is written once in SQL that SQLite and PostgreSQL both understand
//! (`migrations/README.md`), and the compiler checks its binds against both drivers. What may be kept is
//! schools.md 2g and nothing else; `tests/store/schema.rs` fails when a column appears that has no reason there.
//!
//! Order inside a writing transaction: the case first, the log last. Locks are then taken in one order
//! everywhere, and two acts on PostgreSQL wait for each other instead of deadlocking.

mod batch;
mod bookmarks;
mod carry_over;
mod case_key;
mod cases;
mod catalogue;
mod certificates;
mod clock_watch;
mod column;
mod contacts;
mod database;
mod directories;
mod done_once;
mod drafts;
mod ending_cases;
mod envelopes;
mod error;
mod expiry;
mod foundings;
mod gone;
mod holds;
mod inbox;
mod invites;
mod keepers;
mod kept;
mod keys;
mod leavers;
mod limits;
mod location;
mod log;
mod mailboxes;
mod opening;
mod passkeys;
mod portable;
mod recovery;
mod recovery_codes;
mod release;
mod reports;
mod reviews;
mod rows;
mod schools;
mod sessions;
mod slots;
mod staff;
mod standby;
pub mod trouble;
mod upkeep;
mod warnings;
mod whole;
mod wind_down;

use std::collections::HashMap;

use case_key::Seal;
use protocol::id::{CaseId, SchoolId};
use zeroize::Zeroizing;

use crate::shred::{Shreds, Taken};

pub use cases::{CaseState, Withdrawn};
pub use catalogue::{Column, Kind, Table};
pub use certificates::Certificate;
pub use clock_watch::ClockWatch;
pub use database::{Database, Embedded, Engine, Member};
pub(crate) use database::{newest_schema, postgres_pool};
pub use directories::StoredDirectory;
pub use done_once::{OnceOnly, Seen};
pub use drafts::{NewDraft, StoredDraft};
pub use envelopes::{Added, NewEnvelope, NewSlot};
pub use error::StoreError;
pub use expiry::Doomed;
pub use gone::Gone;
pub use holds::Lifted;
pub use inbox::Reader;
pub use invites::Invite;
pub use keepers::Kept;
pub use limits::{Limits, USUAL_BUDGET};
pub use location::Location;
pub use log::{Head, NewLeaf, NewNode, StoredOpening};
pub use mailboxes::{FullSlot, Mailbox, MailboxContent, MailboxEnvelope};
pub use opening::{How, Opening, Signed, to_number as sign_off_number};
pub use passkeys::StoredPasskey;
pub use portable::Value;
pub use recovery::{RecoveryAsk, RecoverySet};
pub use reports::{NewReport, ReportCells, Submitted};
pub use reviews::Reviewed;
pub use schools::School;
pub use sessions::Session;
pub use staff::{NewStaff, StaffAccount};
pub use standby::Standby;
pub use upkeep::{Upkeep, UpkeepKind};
pub use whole::StoredMessage;
pub use wind_down::WindDown;

/// One transaction on either engine. Dropping it undoes everything; [`Transaction::commit`] keeps it.
pub struct Transaction {
    /// The engine's own.
    pub on: On,
    /// Where the keys of cases are.
    shreds: Shreds,
    /// Keys of cases this transaction has met.
    seals: HashMap<(SchoolId, CaseId), Seal>,
    /// Keys this transaction gives to new cases.
    taken: Vec<Taken>,
    /// Audit keys of new cases whose first entry is not written yet.
    first: HashMap<(SchoolId, CaseId), Zeroizing<[u8; 32]>>,
}

/// A transaction of one engine.
pub enum On {
    /// Embedded database.
    Sqlite(Embedded),
    /// A PostgreSQL server.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Transaction {
    fn new(on: On, shreds: Shreds) -> Self {
        Self {
            on,
            shreds,
            seals: HashMap::new(),
            taken: Vec::new(),
            first: HashMap::new(),
        }
    }

    fn engine(&self) -> Engine {
        match self.on {
            On::Sqlite(_) => Engine::Sqlite,
            On::Postgres(_) => Engine::Postgres,
        }
    }

    /// Makes the act last. When this returns, the bytes are on disk.
    pub async fn commit(self) -> Result<(), StoreError> {
        // Whether the commit succeeds or nobody can say: a case may have these keys from here on.
        self.taken.into_iter().for_each(Taken::keep);
        match self.on {
            On::Sqlite(tx) => tx.commit().await?,
            On::Postgres(tx) => tx.commit().await?,
        }
        // A sync that failed beside this one may have been for what this act builds on (R13).
        if trouble::sync_has_failed() {
            return Err(StoreError::SyncFailed);
        }
        Ok(())
    }
}

/// Runs one query text on whichever engine the transaction is on and says how many rows it touched.
macro_rules! execute {
    ($tx:expr, $query:expr) => {
        match &mut $tx.on {
            $crate::store::On::Sqlite(tx) => $query.execute(&mut **tx).await?.rows_affected(),
            $crate::store::On::Postgres(tx) => $query.execute(&mut **tx).await?.rows_affected(),
        }
    };
}

/// Reads with one query text: `fetch_one`, `fetch_optional` or `fetch_all`.
macro_rules! fetch {
    ($tx:expr, $how:ident, $query:expr) => {
        match &mut $tx.on {
            $crate::store::On::Sqlite(tx) => $query.$how(&mut **tx).await?,
            $crate::store::On::Postgres(tx) => $query.$how(&mut **tx).await?,
        }
    };
}

pub(crate) use {execute, fetch};
