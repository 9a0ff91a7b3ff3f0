//! The slow hash of a derived sign-in secret, and its comparison (protocol 4).
//!
//! Promise: at most two at a time and a short queue, so that a flood of sign-ins cannot eat the machine; an
//! unknown name costs the same work as a known one. The secret has 128 random bits from the account secret, so
//! the slowness is belt and braces.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::problem::{ApiError, Problem};

/// Reliability, "values to start from": two at a time, a queue of 64.
const AT_ONCE: usize = 2;
const QUEUE: usize = 64;

/// What an unknown name is compared with: a hash of 32 zero bytes under the same parameters.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$\
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whose secret is hashed. Whoever shows a good one-time code is let in first: a flood of guesses, which has none, gets
/// one of the two places at most and a queue of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Someone with a good one-time code, an invitation or a session.
    First,
    /// Anyone else.
    Last,
}

/// The pool.
pub struct SlowHash {
    places: Arc<Semaphore>,
    place_for_last: Arc<Semaphore>,
    waiting: [AtomicUsize; 2],
}

impl Default for SlowHash {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            place_for_last: Arc::new(Semaphore::new(AT_ONCE - 1)),
            waiting: [AtomicUsize::new(0), AtomicUsize::new(0)],
        }
    }
}

impl SlowHash {
    /// The hash to store, as a PHC string with its own parameters and salt.
    pub async fn make(
        &self,
        auth: Zeroizing<[u8; 32]>,
        salt: [u8; 16],
    ) -> Result<Zeroizing<String>, ApiError> {
        self.run(Turn::First, move || {
            Argon2::default()
                .hash_password_with_salt(auth.as_ref(), &salt)
                .map(|hash| Zeroizing::new(hash.to_string()))
                .map_err(ApiError::internal)
        })
        .await?
    }

    /// Whether the secret is the stored one. `None` stands for an unknown name and costs the same.
    pub async fn verify(
        &self,
        auth: Zeroizing<[u8; 32]>,
        stored: Option<Zeroizing<String>>,
        turn: Turn,
    ) -> Result<bool, ApiError> {
        self.run(turn, move || {
            let known = stored.is_some();
            let text = stored.unwrap_or_else(|| Zeroizing::new(DECOY.to_owned()));
            let hash = PasswordHash::new(&text).map_err(ApiError::internal)?;
            let same = Argon2::default()
                .verify_password(auth.as_ref(), &hash)
                .is_ok();
            Ok(known && same)
        })
        .await?
    }

    async fn run<T: Send + 'static>(
        &self,
        turn: Turn,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let waiting = &self.waiting[usize::from(turn == Turn::Last)];
        if waiting.fetch_add(1, Ordering::Relaxed) >= AT_ONCE + QUEUE {
            waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(Problem::Busy.into());
        }
        let waits = Leaves(waiting);
        let own = match turn {
            Turn::First => None,
            Turn::Last => {
                let place = Arc::clone(&self.place_for_last).acquire_owned().await;
                Some(place.expect("never closed"))
            }
        };
        let place = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .expect("never closed");
        let done = tokio::task::spawn_blocking(work).await;
        drop((place, own, waits));
        done.map_err(ApiError::internal)
    }
}

/// Leaves the queue even when the caller gave up waiting.
struct Leaves<'a>(&'a AtomicUsize);

impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_same_secret_fits() {
        let pool = SlowHash::default();
        let stored = pool.make(Zeroizing::new([7; 32]), [1; 16]).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(
            pool.verify(Zeroizing::new([7; 32]), Some(stored.clone()), Turn::Last)
                .await
                .unwrap()
        );
        assert!(
            !pool
                .verify(Zeroizing::new([8; 32]), Some(stored), Turn::First)
                .await
                .unwrap()
        );
        assert!(
            !pool
                .verify(Zeroizing::new([0; 32]), None, Turn::Last)
                .await
                .unwrap()
        );
    }

    // R4, R38: a flood of guesses does not keep the right person waiting behind it.
    #[tokio::test]
    async fn a_good_code_does_not_wait_behind_a_flood() {
        let pool = Arc::new(SlowHash::default());
        let flood: Vec<_> = (0..200)
            .map(|_| {
                let pool = Arc::clone(&pool);
                tokio::spawn(
                    async move { pool.verify(Zeroizing::new([1; 32]), None, Turn::Last).await },
                )
            })
            .collect();
        tokio::task::yield_now().await;
        let mine = pool
            .verify(Zeroizing::new([2; 32]), None, Turn::First)
            .await;
        assert!(mine.is_ok());
        assert!(flood.iter().filter(|guess| !guess.is_finished()).count() > 40);
        let mut busy = 0;
        for guess in flood {
            busy += usize::from(guess.await.unwrap().is_err());
        }
        assert_eq!(
            busy,
            200 - (AT_ONCE + QUEUE),
            "the rest is told to come back"
        );
    }
}
