//! The shred store: one key for each case, kept apart from everything it opens (protocol 8).
//!
//! Promise: what the main database holds of a case is ciphertext under a key that lies only here, so that destroying
//! 32 bytes destroys the case in every copy of the database; a destroyed key is in no file of this store any more.
//! Keys are made ahead in batches and are on disk before the first case takes one, so that accepting a report
//! waits for one disk and not for two. Does not decide what is to be destroyed (`expiry`), and cannot reach spare
//! blocks of a disk or snapshots: keep this store on an encrypted volume, and its copies few and short-lived.

mod key;
mod place;
mod pool;
mod wrapped;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use uuid::Uuid;

pub use key::{CaseKey, mark};
use place::Place;
use pool::Pool;
pub use pool::Taken;
pub use wrapped::{Cell, Wrapped};

use crate::randomness::Randomness;
use crate::store::{Location, StoreError};

/// Names asked for in one statement, at most.
const CHUNK: usize = 200;

/// An open shred store. Cheap to clone.
#[derive(Clone)]
pub struct Shreds(Arc<Inner>);

struct Inner {
    place: Place,
    pool: Pool,
    randomness: Randomness,
}

impl Shreds {
    /// Opens the store, making it when it is not there. `randomness` makes the keys.
    pub async fn open(location: &Location, randomness: Randomness) -> Result<Self, StoreError> {
        Ok(Self(Arc::new(Inner {
            place: Place::open(location).await?,
            pool: Pool::default(),
            randomness,
        })))
    }

    /// Where the store's bytes are. For backups of the store itself, and for tests that search it.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        matches!(self.0.place, Place::Sqlite { .. })
    }

    /// What the engine finds wrong with the store; nothing where there is nothing to ask.
    pub async fn engine_complaints(&self) -> Result<Vec<String>, StoreError> {
        self.0.place.engine_complaints().await
    }

    /// The key of this name, unless it was destroyed.
    pub async fn key(&self, id: Uuid) -> Result<Option<CaseKey>, StoreError> {
        Ok(self.keys(&[id]).await?.remove(&id))
    }

    /// The keys of these names, as far as they are there.
    pub async fn keys(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, CaseKey>, StoreError> {
        let mut found = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(CHUNK) {
            for key in self.0.place.keys(chunk).await? {
                found.insert(key.id(), key);
            }
        }
        Ok(found)
    }

    /// Takes a key that no case has. It goes back when the [`Taken`] is dropped unused.
    pub async fn take(&self, day: u32) -> Result<Taken, StoreError> {
        if let Some(taken) = self.0.pool.take(self, day) {
            if self.0.pool.is_low() {
                let (shreds, day) = (self.clone(), day);
                tokio::spawn(async move {
                    if let Err(error) = shreds.refill(day, false).await {
                        tracing::warn!(error = %error, "keys could not be made ahead");
                    }
                });
            }
            return Ok(taken);
        }
        loop {
            self.refill(day, true).await?;
            if let Some(taken) = self.0.pool.take(self, day) {
                return Ok(taken);
            }
        }
    }

    async fn refill(&self, day: u32, needed: bool) -> Result<(), StoreError> {
        let Some(turn) = self.0.pool.turn(day, needed).await else {
            return Ok(());
        };
        let keys: Vec<CaseKey> = (0..turn.batch())
            .map(|_| self.0.randomness.with(|mut rng| CaseKey::make(&mut rng)))
            .collect();
        self.0.place.insert(&keys, day).await?;
        turn.add(keys, day);
        Ok(())
    }

    /// Destroys keys for good. When this returns, no file of the store holds them.
    pub async fn destroy(&self, ids: &[Uuid], day: u32) -> Result<(), StoreError> {
        for chunk in ids.chunks(CHUNK) {
            self.0.place.destroy(chunk, day).await?;
        }
        Ok(())
    }

    /// Which of these names belong to keys that were destroyed on purpose, and not lost.
    pub async fn destroyed(&self, ids: &[Uuid]) -> Result<HashSet<Uuid>, StoreError> {
        let mut found = HashSet::new();
        for chunk in ids.chunks(CHUNK) {
            found.extend(self.0.place.destroyed(chunk).await?);
        }
        Ok(found)
    }

    /// Names of keys made before a day, in order, after one.
    pub async fn made_before(
        &self,
        day: u32,
        after: Uuid,
        most: u32,
    ) -> Result<Vec<Uuid>, StoreError> {
        self.0.place.made_before(day, after, most).await
    }

    /// True while no key was ever made, or all were destroyed.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let any = self.made_before(u32::MAX, Uuid::nil(), 1).await?;
        Ok(any.is_empty())
    }

    /// Drops keys that no case ever took.
    pub async fn drop_unused(&self, ids: &[Uuid]) -> Result<(), StoreError> {
        for chunk in ids.chunks(CHUNK) {
            self.0.place.delete(chunk).await?;
        }
        Ok(())
    }

    /// The name by which a database knows this store; `None` for a new one.
    pub async fn name(&self) -> Result<Option<Uuid>, StoreError> {
        self.0.place.name().await
    }

    /// Names a new store.
    pub async fn set_name(&self, name: Uuid) -> Result<(), StoreError> {
        self.0.place.set_name(name).await
    }

    /// A fresh random name.
    #[must_use]
    pub fn make_name(&self) -> Uuid {
        key::random_name(self.0.randomness.bytes())
    }

    /// Wraps what goes into one cell.
    #[must_use]
    pub fn wrap(&self, key: &CaseKey, cell: Cell, plain: &[u8]) -> Wrapped {
        self.0
            .randomness
            .with(|mut rng| Wrapped::wrap(key, cell, plain, &mut rng))
    }

    fn give_back(&self, key: CaseKey, day: u32) {
        self.0.pool.give_back(key, day);
    }

    /// Writes a copy of the store into a new file; false where PostgreSQL holds it.
    pub async fn copy_to(&self, file: &str) -> Result<bool, StoreError> {
        self.0.place.copy_to(file).await
    }

    /// Ends all connections once they are idle.
    pub async fn close(&self) {
        self.0.place.close().await;
    }
}
