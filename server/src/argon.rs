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

/// The pool.
pub struct SlowHash {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Default for SlowHash {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: AtomicUsize::new(0),
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
        self.run(move || {
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
    ) -> Result<bool, ApiError> {
        self.run(move || {
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
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= AT_ONCE + QUEUE {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(Problem::Busy.into());
        }
        let waits = Leaves(&self.waiting);
        let place = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .expect("never closed");
        let done = tokio::task::spawn_blocking(work).await;
        drop((place, waits));
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
            pool.verify(Zeroizing::new([7; 32]), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(
            !pool
                .verify(Zeroizing::new([8; 32]), Some(stored))
                .await
                .unwrap()
        );
        assert!(!pool.verify(Zeroizing::new([0; 32]), None).await.unwrap());
    }
}
