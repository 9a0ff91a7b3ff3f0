//! Work for a core, a few pieces at a time, on threads that serve no requests (ASVS 15.2.2).
//!
//! Why not a semaphore in front of `spawn_blocking`: between two pieces the thread would sleep until a task had seen that the
//! first is done and sent the second, which under load is most of what waking threads costs. Here whoever is at it takes the
//! next piece itself.
//!
//! Promise: at most so many pieces at once, in the order they came; a piece that panics is told as an error and stops no other;
//! a piece nobody waits for any more is left out. Does not limit how many wait.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use crate::problem::ApiError;

type Piece = Box<dyn FnOnce() + Send>;

/// A queue with a few who work it off. Cheap to clone.
#[derive(Clone)]
pub struct Lane(Arc<Inner>);

struct Inner {
    most: usize,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Piece>,
    at_it: usize,
}

impl Lane {
    /// A lane for so many pieces at once.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let queue = Mutex::default();
        Self(Arc::new(Inner { most, queue }))
    }

    /// Does this piece when its turn comes.
    ///
    /// # Errors
    /// When it panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        piece: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let (tell, told) = oneshot::channel();
        let piece = Box::new(move || {
            if !tell.is_closed() {
                // Nobody listens any more: they left meanwhile.
                drop(tell.send(piece()));
            }
        });
        let more = {
            let mut queue = self.0.queue();
            queue.waiting.push_back(piece);
            let more = queue.at_it < self.0.most;
            queue.at_it += usize::from(more);
            more
        };
        if more {
            let lane = Arc::clone(&self.0);
            tokio::task::spawn_blocking(move || lane.work_off());
        }
        told.await
            .map_err(|_| ApiError::internal("a piece of work panicked"))
    }
}

impl Inner {
    fn work_off(&self) {
        while let Some(piece) = self.next() {
            // What it knows of others is behind locks that a panic leaves usable; its own visitor is told by the silence.
            drop(catch_unwind(AssertUnwindSafe(piece)));
        }
    }

    /// The next piece; without one, whoever asked has left.
    fn next(&self) -> Option<Piece> {
        let mut queue = self.queue();
        let next = queue.waiting.pop_front();
        queue.at_it -= usize::from(next.is_none());
        next
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing panics while it is held.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    #[tokio::test(flavor = "multi_thread")]
    async fn everyone_gets_their_own_answer_and_few_work_at_once() {
        let lane = Lane::new(2);
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let pieces = (0..100).map(|number| {
            let (lane, now, most) = (lane.clone(), Arc::clone(&now), Arc::clone(&most));
            tokio::spawn(async move {
                let done = lane.run(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::yield_now();
                    now.fetch_sub(1, Ordering::SeqCst);
                    number
                });
                assert_eq!(done.await.ok(), Some(number));
            })
        });
        for piece in pieces.collect::<Vec<_>>() {
            piece.await.unwrap();
        }
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)));
        // And then they leave; the last answer comes a moment before.
        while lane.0.queue().at_it > 0 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_panic_is_one_answer_and_stops_nobody() {
        let lane = Lane::new(1);
        for _ in 0..3 {
            assert!(lane.run(|| panic!("CANARY")).await.is_err());
            assert_eq!(lane.run(|| 7).await.ok(), Some(7));
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_nobody_waits_for_is_left_out() {
        let lane = Lane::new(1);
        let (go, wait) = mpsc::channel();
        let busy = tokio::spawn({
            let lane = lane.clone();
            async move { lane.run(move || wait.recv().is_ok()).await.ok() }
        });
        while lane.0.queue().at_it == 0 || !lane.0.queue().waiting.is_empty() {
            tokio::task::yield_now().await;
        }
        let done = Arc::new(AtomicUsize::new(0));
        let left = tokio::spawn({
            let (lane, done) = (lane.clone(), Arc::clone(&done));
            async move {
                lane.run(move || done.fetch_add(1, Ordering::SeqCst))
                    .await
                    .ok()
            }
        });
        while lane.0.queue().waiting.is_empty() {
            tokio::task::yield_now().await;
        }
        left.abort();
        assert!(left.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();
        assert_eq!(busy.await.unwrap(), Some(true));
        assert_eq!(lane.run(|| 8).await.ok(), Some(8));
        assert_eq!(done.load(Ordering::SeqCst), 0);
    }
}
