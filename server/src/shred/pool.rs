//! Keys made ahead. Each lies on disk already; here are those of them that no case has yet.
//!
//! A key is given out only on the day it was made, the day before or the day after, by the same clock; the sweep of
//! unused keys (`expiry::sweep`) takes only keys a week old. So a key on its way into a case is never swept, and a
//! clock that jumps makes fresh keys, no trouble.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use tokio::sync::{Mutex as Turns, MutexGuard};

use super::{CaseKey, Shreds};

/// Keys made at first and after a quiet day.
const LEAST: usize = 16;
/// Keys made at once under load.
const MOST: usize = 1024;

/// What is ready.
#[derive(Default)]
pub(super) struct Pool {
    ready: Mutex<Ready>,
    /// One refill at a time.
    turns: Turns<()>,
}

#[derive(Default)]
struct Ready {
    keys: VecDeque<(CaseKey, u32)>,
    batch: usize,
}

impl Ready {
    /// Throws away what is too old or from the future. A quiet day makes the next batch small again.
    fn refresh(&mut self, day: u32) {
        let before = self.keys.len();
        self.keys.retain(|(_, made)| made.abs_diff(day) <= 1);
        if self.keys.len() < before || self.batch == 0 {
            self.batch = LEAST;
        }
    }
}

impl Pool {
    fn ready(&self) -> std::sync::MutexGuard<'_, Ready> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn take(&self, shreds: &Shreds, day: u32) -> Option<Taken> {
        let mut ready = self.ready();
        ready.refresh(day);
        let (key, made_day) = ready.keys.pop_front()?;
        Some(Taken {
            shreds: shreds.clone(),
            key: Some(key),
            made_day,
        })
    }

    /// True when it is time to make more.
    pub fn is_low(&self) -> bool {
        let ready = self.ready();
        ready.keys.len() * 2 < ready.batch
    }

    /// The right to refill. `None` when somebody else just did, or is at it and this is not urgent.
    pub async fn turn(&self, day: u32, needed: bool) -> Option<Turn<'_>> {
        let held = if needed {
            self.turns.lock().await
        } else {
            self.turns.try_lock().ok()?
        };
        let mut ready = self.ready();
        ready.refresh(day);
        let enough = if needed {
            !ready.keys.is_empty()
        } else {
            ready.keys.len() * 2 >= ready.batch
        };
        let batch = ready.batch;
        drop(ready);
        (!enough).then_some(Turn {
            pool: self,
            batch,
            _held: held,
        })
    }

    pub fn give_back(&self, key: CaseKey, made_day: u32) {
        self.ready().keys.push_back((key, made_day));
    }
}

/// A refill under way.
pub(super) struct Turn<'a> {
    pool: &'a Pool,
    batch: usize,
    _held: MutexGuard<'a, ()>,
}

impl Turn<'_> {
    pub fn batch(&self) -> usize {
        self.batch
    }

    /// Adds keys that are on disk. Whoever needs so many will need more: the next batch is larger.
    pub fn add(&self, keys: Vec<CaseKey>, day: u32) {
        let mut ready = self.pool.ready();
        ready.keys.extend(keys.into_iter().map(|key| (key, day)));
        ready.batch = (self.batch * 2).min(MOST);
    }
}

/// A key on its way into a case.
pub struct Taken {
    shreds: Shreds,
    /// `None` once a case may have it.
    key: Option<CaseKey>,
    made_day: u32,
}

impl Taken {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &CaseKey {
        self.key.as_ref().expect("only `keep` takes it")
    }

    /// A case may have it from here on: it must not go to another, whatever becomes of the commit.
    pub fn keep(mut self) {
        self.key = None;
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(key) = self.key.take() {
            self.shreds.give_back(key, self.made_day);
        }
    }
}
