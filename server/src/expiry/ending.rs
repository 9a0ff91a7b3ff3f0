//! The end of a school's service (XAM-22): on its day every case goes by the three steps of any destruction, a batch at a
//! time, if it was taken out whole and nothing but the school's end, or two readers who named its keeper, decides.
//!
//! What is open, held, unread, about an adult or about sexual abuse is not freed by anyone's browser, so it stays, and
//! stays readable, until a keeper is named. When no case is left, that is certified and written into the log.

use protocol::audit::{Kind, NO_KEY};
use protocol::id::SchoolId;

use super::{BATCH, Expiry, Round, certificate, policy_name};
use crate::log_keeper::Act;
use crate::store::StoreError;

impl Expiry<'_> {
    /// Everything that may go of schools whose day has come. The clock was believed before.
    pub(super) async fn end_schools(&self, round: &mut Round) -> Result<(), StoreError> {
        let mut transaction = self.database.read().await?;
        let schools = transaction.ending_schools(self.now.day()).await?;
        drop(transaction);
        for school in schools {
            while self.doom_ended(school).await? {
                self.end_doomed(round).await?;
            }
            self.write_end(school, round).await?;
        }
        Ok(())
    }

    /// Step 1, for a batch. False when nothing more may go, or it was called back.
    async fn doom_ended(&self, school: SchoolId) -> Result<bool, StoreError> {
        let mut transaction = self.database.write().await?;
        // Whoever calls it back waits for this batch, or this finds it called back.
        let found = transaction.lock_wind_down(school).await?;
        let has_come =
            found.is_some_and(|found| found.destroy_day.is_some_and(|day| day <= self.now.day()));
        if !has_come {
            return Ok(false);
        }
        let cases = transaction.free_ended(school, BATCH).await?;
        self.doom(transaction, cases).await
    }

    /// The last certificate, when nothing is left.
    async fn write_end(&self, school: SchoolId, round: &mut Round) -> Result<(), StoreError> {
        let today = self.now.day();
        let mut transaction = self.database.write().await?;
        let Some(found) = transaction.lock_wind_down(school).await? else {
            return Ok(());
        };
        let has_come = found.destroy_day.is_some_and(|day| day <= today);
        if !has_come || found.over_day.is_some() || transaction.cases_left(school).await? > 0 {
            return Ok(());
        }
        let since = found.destroy_day.unwrap_or(today);
        let parts = transaction.certificates_since(school, since).await?;
        let id = self.database.shreds().make_name();
        let certificate =
            certificate::write_last(id, school, today, &policy_name(), found.destroyed, &parts);
        let act = Act::School {
            kind: Kind::WoundDown,
            key: NO_KEY,
            hour: self.now.hour(),
            what: certificate::hash(&certificate.statement),
        };
        transaction.put_certificate(school, &certificate).await?;
        transaction.put_over(school, today).await?;
        let mut rng = self.randomness.make_rng();
        let recorded = self
            .log
            .record(&mut transaction, school, &act, &mut rng)
            .await?;
        self.log.commit(transaction, &recorded).await?;
        round.certificates += 1;
        Ok(())
    }
}
