//! Destroys what has had its time: the job inside `serve`, and `sotto purge`.
//!
//! A case goes in three steps, each on disk before the next, so that a stop at any point is taken up again by the next
//! round and ends in exactly one certificate (R27):
//! 1. its row is marked and its part of the log moves to a tail key: from here on nobody can open, answer or hold it;
//! 2. its key is destroyed in the shred store: from here on no copy of the database can be read;
//! 3. its rows go, and with them in one transaction come the log entry and the certificate.
//!
//! What stands in the way is decided in two places. What lies sealed (class, outcome, unfinished things) is looked at
//! by a reader's browser, which sets `may_expire` and the day; what the server knows is looked at here: the day has
//! come, no hold, an adult has opened it, warnings were shown early and late and to more than one person
//! (schools.md 3e). So a report nobody opened is never destroyed by time, and neither is anything about
//! sexual abuse or an adult: browsers never set `may_expire` for it. And nothing goes by a clock that jumped ([`Clock`]).

mod certificate;
mod clock;
mod command;
mod ending;

use protocol::audit::{Kind, NO_KEY};
use protocol::id::{CaseId, SchoolId};
use protocol::retention::{ENGLAND_2026, Keep, Policy};
use uuid::Uuid;

pub use clock::{Clock, Waiting};
pub use command::run;

use crate::clock::Moment;
use crate::log_keeper::{Act, LogKeeper};
use crate::randomness::Randomness;
use crate::store::{Database, Doomed, Gone, StoreError};

/// Cases in one transaction: reports wait no longer than for these.
const BATCH: u32 = 16;
/// How long a pupil who comes back is told that the case is gone, and a captured request is known.
const REMEMBER_DAYS: u32 = 400;
/// Keys that no case took are dropped at this age; none is given out after two days (`shred::pool`).
const UNUSED_DAYS: u32 = 8;
/// Names of keys looked at together.
const SWEEP: u32 = 500;

/// What destruction works on.
#[derive(Clone, Copy)]
pub struct Expiry<'a> {
    /// The data.
    pub database: &'a Database,
    /// Writes the entries.
    pub log: &'a LogKeeper,
    /// For salts and names.
    pub randomness: &'a Randomness,
    /// When.
    pub now: Moment,
}

/// What a round did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Cases whose time was over.
    pub destroyed: u64,
    /// What was left of cases taken back before anyone read them.
    pub taken_back: u64,
    /// Certificates written.
    pub certificates: u64,
    /// Openings of the log whose years were over.
    pub openings: u64,
    /// Why nothing was destroyed by time.
    pub waiting: Option<Waiting>,
}

impl Expiry<'_> {
    /// One round: everything that may go today. `clock_is_right` stands in for the checks of the clock.
    pub async fn round(&self, clock_is_right: bool) -> Result<Round, StoreError> {
        let mut round = Round::default();
        // What a stopped program left half done; it was decided already.
        self.end_doomed(&mut round).await?;
        while self.doom_erased().await? {
            self.end_doomed(&mut round).await?;
        }
        round.waiting = self.look_at_clock(clock_is_right).await?;
        if round.waiting.is_some() {
            return Ok(round);
        }
        while self.doom_due().await? {
            self.end_doomed(&mut round).await?;
        }
        self.end_schools(&mut round).await?;
        let mut transaction = self.database.write().await?;
        transaction.forget_gone(self.now.day()).await?;
        transaction.commit().await?;
        round.openings = self.end_tails().await?;
        Ok(round)
    }

    async fn look_at_clock(&self, is_right: bool) -> Result<Option<Waiting>, StoreError> {
        let mut transaction = self.database.write().await?;
        let watch = transaction.clock_watch().await?;
        let (watch, waiting) = Clock(watch).look(self.now.hour(), is_right);
        transaction.put_clock_watch(&watch).await?;
        transaction.commit().await?;
        Ok(waiting)
    }

    async fn doom_erased(&self) -> Result<bool, StoreError> {
        let mut transaction = self.database.write().await?;
        let cases = transaction.erased_cases(BATCH).await?;
        self.doom(transaction, cases).await
    }

    async fn doom_due(&self) -> Result<bool, StoreError> {
        let mut transaction = self.database.write().await?;
        let cases = transaction.due_cases(self.now.day(), BATCH).await?;
        self.doom(transaction, cases).await
    }

    /// Step 1.
    async fn doom(
        &self,
        mut transaction: crate::store::Transaction,
        cases: Vec<(SchoolId, CaseId)>,
    ) -> Result<bool, StoreError> {
        if cases.is_empty() {
            return Ok(false);
        }
        let today = self.now.day();
        // One tail for the batch: the openings of its cases end together.
        let tail = self.database.shreds().take(today).await?;
        let mut any = false;
        for (school, case) in cases {
            any |= transaction
                .doom(school, case, tail.key(), openings_end(today))
                .await?;
        }
        transaction.keep_key(tail);
        transaction.commit().await?;
        Ok(any)
    }

    /// Steps 2 and 3, for whatever is doomed.
    async fn end_doomed(&self, round: &mut Round) -> Result<(), StoreError> {
        loop {
            let mut transaction = self.database.read().await?;
            let mut doomed = transaction.doomed_cases(BATCH).await?;
            drop(transaction);
            let Some(school) = doomed.first().map(|first| first.school) else {
                return Ok(());
            };
            doomed.retain(|one| one.school == school);
            let keys: Vec<Uuid> = doomed.iter().map(|one| one.key).collect();
            self.database
                .shreds()
                .destroy(&keys, self.now.day())
                .await?;
            self.bury(school, &doomed, round).await?;
            self.database.scrub().await?;
            // Reports that came meanwhile have their turn.
            tokio::task::yield_now().await;
        }
    }

    /// Step 3.
    async fn bury(
        &self,
        school: SchoolId,
        doomed: &[Doomed],
        round: &mut Round,
    ) -> Result<(), StoreError> {
        let today = self.now.day();
        let mut transaction = self.database.write().await?;
        let mut mine = Vec::with_capacity(doomed.len());
        for one in doomed {
            // Another node may have been faster; then the certificate is its to write.
            if transaction.lock_doomed(school, one.case).await? {
                mine.push(*one);
            }
        }
        let expired: Vec<Doomed> = mine.iter().filter(|one| !one.taken_back).copied().collect();
        let certificate = (!expired.is_empty()).then(|| {
            let id = self.database.shreds().make_name();
            certificate::write(id, school, today, &policy_name(), &expired)
        });
        let mut recorded = None;
        if let Some(certificate) = &certificate {
            for one in expired.iter().filter(|one| one.has_log) {
                let act = Act::Case {
                    case: one.case,
                    kind: Kind::Expired,
                    key: NO_KEY,
                    reason: None,
                    hour: self.now.hour(),
                    envelope: certificate::hash(&certificate.statement),
                };
                let mut rng = self.randomness.make_rng();
                let written = self
                    .log
                    .record(&mut transaction, school, &act, &mut rng)
                    .await?;
                recorded = Some(written);
            }
            transaction.put_certificate(school, certificate).await?;
            transaction
                .count_ended(school, today, certificate.cases)
                .await?;
        }
        for one in &mine {
            let gone = Gone {
                day: today,
                taken_back: one.taken_back,
            };
            transaction
                .bury(school, one.case, gone, today.saturating_add(REMEMBER_DAYS))
                .await?;
        }
        self.log.commit(transaction, recorded.as_ref()).await?;
        round.destroyed += count(expired.len());
        round.taken_back += count(mine.len() - expired.len());
        round.certificates += u64::from(certificate.is_some());
        Ok(())
    }

    /// Openings whose years are over: their key first, then the rows.
    async fn end_tails(&self) -> Result<u64, StoreError> {
        let mut ended = 0;
        loop {
            let mut transaction = self.database.read().await?;
            let tails = transaction.ended_tails(self.now.day(), BATCH).await?;
            drop(transaction);
            if tails.is_empty() {
                return Ok(ended);
            }
            self.database
                .shreds()
                .destroy(&tails, self.now.day())
                .await?;
            let mut transaction = self.database.write().await?;
            for tail in tails {
                ended += transaction.drop_tail(tail, self.now.day()).await?;
            }
            transaction.commit().await?;
            self.database.scrub().await?;
        }
    }

    /// Drops keys made ahead that no case ever took. Only by a clock that [`Self::round`] did not wait for.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let Some(day) = self.now.day().checked_sub(UNUSED_DAYS) else {
            return Ok(0);
        };
        let shreds = self.database.shreds();
        // First the names, then what uses them: a key this old cannot come into use in between.
        let (mut after, mut old) = (Uuid::nil(), Vec::new());
        loop {
            let found = shreds.made_before(day, after, SWEEP).await?;
            let Some(last) = found.last() else { break };
            after = *last;
            old.extend(found);
        }
        if old.is_empty() {
            return Ok(0);
        }
        let used = self.database.read().await?.used_keys().await?;
        old.retain(|id| !used.contains(id));
        shreds.drop_unused(&old).await?;
        Ok(count(old.len()))
    }

    /// Takes away again what an old copy of the database brought back: cases whose keys were destroyed on purpose.
    /// Call after a restore and at start; says how many there were.
    pub async fn bury_revived(&self) -> Result<u64, StoreError> {
        let shreds = self.database.shreds();
        let (mut after, mut revived) = ((SchoolId::from_bytes([0; 16]), CaseId(Uuid::nil())), 0);
        loop {
            let mut transaction = self.database.read().await?;
            let cases = transaction.case_keys(after, SWEEP).await?;
            drop(transaction);
            let Some(last) = cases.last() else {
                return Ok(revived);
            };
            after = (last.0, last.1);
            let ids: Vec<Uuid> = cases.iter().map(|(_, _, id)| *id).collect();
            let there = shreds.keys(&ids).await?;
            let missing: Vec<Uuid> = ids
                .into_iter()
                .filter(|id| !there.contains_key(id))
                .collect();
            let destroyed = shreds.destroyed(&missing).await?;
            if missing.len() > destroyed.len() {
                tracing::error!(
                    cases = missing.len() - destroyed.len(),
                    "cases have no key in the shred store, and it was not destroyed: is this the right store?"
                );
            }
            revived += self.doom_revived(&cases, &destroyed).await?;
        }
    }

    async fn doom_revived(
        &self,
        cases: &[(SchoolId, CaseId, Uuid)],
        destroyed: &std::collections::HashSet<Uuid>,
    ) -> Result<u64, StoreError> {
        if destroyed.is_empty() {
            return Ok(0);
        }
        let mut transaction = self.database.write().await?;
        let tail = self.database.shreds().take(self.now.day()).await?;
        let mut revived = 0;
        for (school, case, _) in cases.iter().filter(|(_, _, id)| destroyed.contains(id)) {
            transaction.doom_again(*school, *case, tail.key()).await?;
            revived += 1;
        }
        transaction.keep_key(tail);
        transaction.commit().await?;
        Ok(revived)
    }
}

/// The pack's name and date, as certificates cite it.
fn policy_name() -> String {
    Policy::decode(ENGLAND_2026.as_bytes())
        .map(|policy| format!("{} dated {}", policy.pack, policy.dated))
        .unwrap_or_default()
}

/// The day on which openings of a case destroyed today go: the policy's years later.
fn openings_end(today: u32) -> u32 {
    let keep = Policy::decode(ENGLAND_2026.as_bytes())
        .ok()
        .and_then(|policy| policy.other("audit_openings"));
    let end = keep
        .unwrap_or(Keep::Years(6))
        .end(protocol::day::Day(today));
    end.map_or(u32::MAX, |day| day.0)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).expect("a batch is small")
}
