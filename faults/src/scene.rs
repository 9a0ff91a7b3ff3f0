//! One school, one server, one reader and pupils one after another: the stage of most trials.

use client::reporter::message::{Danger, Failure};

use crate::http::{Door, Refusal};
use crate::ledger::Ledger;
use crate::outcome::{Outcome, ensure};
use crate::people::Pupil;
use crate::reader::Reader;
use crate::school::{Ground, School};
use crate::server::Server;
use crate::watch::Watch;

/// What a trial works with.
pub struct Scene<'a> {
    pub ground: &'a Ground,
    pub school: &'a School,
    pub door: Door,
    pub ledger: Ledger,
    number: u32,
}

/// How telling something went.
pub struct Told {
    pub outcome: Result<String, Failure>,
    pub seconds: f64,
    pub refused: Vec<Refusal>,
}

impl<'a> Scene<'a> {
    /// Starts the server; the reader signs in.
    pub fn begin(ground: &'a Ground, school: &'a School) -> Outcome<(Self, Server, Reader)> {
        let door = Door::to(([127, 0, 0, 1], 9).into());
        let server = school.launch.start_at(&door)?;
        let reader = Reader::sign_in(school, &door, ground.rng("reader", 0))?;
        let scene = Self {
            ground,
            school,
            door,
            ledger: Ledger::default(),
            number: 0,
        };
        Ok((scene, server, reader))
    }

    /// A new pupil reports.
    pub fn tell(&mut self, danger: Danger) -> Outcome<Told> {
        self.number += 1;
        let text = format!("told {}", self.number);
        let rng = self.ground.rng("pupil", self.number);
        let mut pupil = Pupil::new(&self.door, &self.school.file, rng)?;
        self.ledger.tries(&text, &text);
        let watch = Watch::start();
        let outcome = pupil.report(&text, danger);
        if let Ok(words) = &outcome {
            self.ledger.code(&text, words);
        }
        Ok(Told {
            outcome,
            seconds: watch.elapsed().as_secs_f64(),
            refused: pupil.take_refused(),
        })
    }

    /// The same, and it must work.
    pub fn tell_well(&mut self, when: &str) -> Outcome {
        let told = self.tell(Danger::Yes)?;
        ensure!(
            told.outcome.is_ok(),
            "{when}: a report was refused: {:?} {:?}",
            told.outcome.err(),
            told.refused
        );
        Ok(())
    }

    /// The pupil of the newest acknowledged report comes back.
    pub fn come_back(&self) -> Outcome {
        let (text, words) = self.ledger.codes().pop().ok_or("nothing told yet")?;
        let rng = self.ground.rng("back", self.number);
        let mut pupil = Pupil::new(&self.door, &self.school.file, rng)?;
        let mailbox = pupil.come_back(&words);
        let mailbox = mailbox
            .map_err(|failure| format!("the mailbox of {text:?} does not open: {failure:?}"))?;
        ensure!(mailbox.log_holds, "the log does not hold for {text:?}");
        let texts: Vec<String> = mailbox.messages.into_iter().map(|one| one.text).collect();
        self.ledger.check_conversation(&texts)
    }
}

impl Told {
    /// It was refused within the time, every time with this problem.
    pub fn was_refused(&self, problem: &str, seconds: f64) -> Outcome {
        ensure!(self.outcome.is_err(), "nothing was refused");
        let prompt = self.seconds <= seconds;
        ensure!(prompt, "refusing took {:.1} s", self.seconds);
        ensure!(!self.refused.is_empty(), "nobody said why");
        for refusal in &self.refused {
            ensure!(
                refusal.document.contains(&format!("/problems/{problem}\"")),
                "refused with {} {}",
                refusal.status,
                refusal.document
            );
            ensure!(
                refusal.retry_after.is_some(),
                "nobody said when to come back"
            );
        }
        Ok(())
    }
}
