//! People who use the server while it is being hurt: pupils who report and say more, a reader who answers, and
//! an outsider who watches the log.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{scope, sleep};
use std::time::Duration;

use client::reporter::message::Danger;
use demo::file::DemoFile;
use protocol::checkpoint::Checkpoint;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use crate::http::Door;
use crate::ledger::Ledger;
use crate::log_watch::newest;
use crate::outcome::Outcome;
use crate::people::Pupil;
use crate::reader::Reader;

/// Who takes part.
pub struct Load<'a> {
    pub door: &'a Door,
    pub file: &'a DemoFile,
    pub ledger: &'a Ledger,
    /// Pupils at the same time.
    pub pupils: u32,
    /// Begins every text of this load.
    pub name: String,
}

impl Load<'_> {
    /// Runs until `act` returns and everyone has had their last answer. Gives back what `act` gave and the newest
    /// checkpoint anyone was shown.
    pub fn during<T>(
        &self,
        rng: &mut ChaCha20Rng,
        reader: &mut Reader,
        act: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<(T, Option<Checkpoint>)> {
        let over = AtomicBool::new(false);
        let seen = Mutex::new(None);
        let done = scope(|scope| {
            for number in 0..self.pupils {
                let (own, over) = (ChaCha20Rng::from_rng(rng), &over);
                scope.spawn(move || self.pupil(number, own, over));
            }
            scope.spawn(|| {
                for number in 0.. {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    reader.work(self.ledger, &format!("{} {number}", self.name));
                    sleep(Duration::from_millis(20));
                }
            });
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    if let Ok(checkpoint) = newest(self.door.address()) {
                        *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(checkpoint);
                    }
                    sleep(Duration::from_millis(5));
                }
            });
            let done = act();
            over.store(true, Ordering::Relaxed);
            done
        })?;
        let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok((done, seen))
    }

    fn pupil(&self, number: u32, mut rng: ChaCha20Rng, over: &AtomicBool) {
        for told in 0.. {
            if over.load(Ordering::Relaxed) {
                return;
            }
            let own = ChaCha20Rng::from_rng(&mut rng);
            let text = format!("told {} {number} {told}", self.name);
            if self.tell(&text, own, rng.next_u32()).is_none() {
                // Nobody is there; a person would not press the button without a pause either.
                sleep(Duration::from_millis(20));
            }
        }
    }

    /// A report, and every third time something more.
    fn tell(&self, text: &str, rng: ChaCha20Rng, dice: u32) -> Option<()> {
        let mut pupil = Pupil::new(self.door, self.file, rng).ok()?;
        self.ledger.tries(text, text);
        let danger = [Danger::Yes, Danger::No][usize::from(dice.is_multiple_of(2))];
        let words = pupil.report(text, danger).ok()?;
        self.ledger.code(text, &words);
        if dice.is_multiple_of(3) {
            pupil.come_back(&words).ok()?;
            let more = format!("more {text}");
            self.ledger.tries(&more, text);
            pupil.say(&more).ok()?;
            self.ledger.acknowledged(&more);
        }
        Some(())
    }
}
