//! A first report: case, mailbox and envelope come into being together.

use protocol::id::{CaseId, Hash, MailboxId, SchoolId};

use zeroize::Zeroizing;

use super::{NewEnvelope, StoreError, Transaction, execute, fetch};
use crate::shred::{CaseKey, Cell};

/// A report whose shape the caller has checked.
#[derive(Clone)]
pub struct NewReport {
    /// School it is for.
    pub school: SchoolId,
    /// Chosen by the pupil's browser.
    pub case: CaseId,
    /// Derived from the receipt code.
    pub mailbox: MailboxId,
    /// SHA-256 of the mailbox token with its label.
    pub verifier: Hash,
    /// Tags this case's entries in the log.
    pub audit_key: [u8; 32],
    /// The pupil said someone is in danger.
    pub danger: bool,
    /// Half-day of arrival.
    pub received_half_day: u32,
    /// Minute of arrival, only for danger.
    pub urgent_minute: Option<u32>,
    /// Minute from which staff see it; `None` means at once.
    pub visible_minute: Option<u32>,
    /// First day on which it may be destroyed if nobody opens it.
    pub destroy_after_day: u32,
    /// The report itself, sealed.
    pub envelope: NewEnvelope,
}

/// What taking in a report did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// It is in; write an entry.
    New,
    /// It was in already, or has been taken back since. Answer as if new; write no second entry.
    Again,
    /// Mailbox or case belong to something else. Refuse; nothing was written.
    Taken,
}

impl Transaction {
    /// Takes in a report once, however often it is sent (reliability.md section 0, fact 8). The log entry of a new one
    /// must follow in the same transaction; it is counted already.
    pub async fn insert_report(&mut self, report: &NewReport) -> Result<Submitted, StoreError> {
        if self
            .gone(report.school, &report.mailbox, &report.verifier)
            .await?
            .is_some()
        {
            // Destroyed since. A captured request must not bring it back.
            return Ok(Submitted::Again);
        }
        let taken = self.take_key(report.received_half_day / 2).await?;
        let case_is_new = self.insert_case(report, taken.key()).await?;
        if !case_is_new {
            let before = self.submitted_before(report).await?;
            return Ok(before.unwrap_or(Submitted::Taken));
        }
        self.give_key(report.school, report.case, taken);
        let touched = execute!(
            self,
            sqlx::query(
                "insert into mailbox (school_id, mailbox_id, verifier, case_id) \
                 values ($1, $2, $3, $4) on conflict do nothing"
            )
            .bind(report.school.0)
            .bind(report.mailbox.0.as_slice())
            .bind(report.verifier.0.as_slice())
            .bind(report.case.0)
        );
        if touched == 0 {
            execute!(
                self,
                sqlx::query("delete from cases where school_id = $1 and case_id = $2")
                    .bind(report.school.0)
                    .bind(report.case.0)
            );
            return Ok(Submitted::Taken);
        }
        self.write_envelope(report.school, report.case, &report.envelope, 0)
            .await?;
        let audit_key = Zeroizing::new(report.audit_key);
        self.first.insert((report.school, report.case), audit_key);
        Ok(Submitted::New)
    }

    /// The case with its first envelope and its first entry counted already: both follow in the same transaction.
    /// On PostgreSQL this waits for another transaction that inserts the same case, and then sees its row.
    async fn insert_case(&mut self, report: &NewReport, key: &CaseKey) -> Result<bool, StoreError> {
        let cell = Cell::AuditKey(report.school, report.case);
        let audit_key = self.wrap(key, cell, &report.audit_key);
        let touched = execute!(
            self,
            sqlx::query(
                "insert into cases (school_id, case_id, received_half_day, urgent_minute, visible_minute, danger, \
                 opened_day, due_day, destroy_after_day, hold, withdrawn, audit_key, audit_count, envelope_count, \
                 shred_key, may_expire) \
                 values ($1, $2, $3, $4, $5, $6, null, null, $7, false, false, $8, 1, 1, $9, false) \
                 on conflict do nothing"
            )
            .bind(report.school.0)
            .bind(report.case.0)
            .bind(i64::from(report.received_half_day))
            .bind(report.urgent_minute.map(i64::from))
            .bind(report.visible_minute.map(i64::from))
            .bind(report.danger)
            .bind(i64::from(report.destroy_after_day))
            .bind(audit_key)
            .bind(key.id())
        );
        Ok(touched == 1)
    }

    /// Whether this very report is in already; `None` if its mailbox is not that of its case.
    pub async fn submitted_before(
        &mut self,
        report: &NewReport,
    ) -> Result<Option<Submitted>, StoreError> {
        let mine: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "select count(*) from mailbox \
                 where school_id = $1 and mailbox_id = $2 and verifier = $3 and case_id = $4"
            )
            .bind(report.school.0)
            .bind(report.mailbox.0.as_slice())
            .bind(report.verifier.0.as_slice())
            .bind(report.case.0)
        );
        if mine == 0 {
            return Ok(None);
        }
        let same = self
            .envelope_is(report.school, report.case, &report.envelope)
            .await?;
        let state = self.case_state(report.school, report.case).await?;
        let withdrawn = state.is_some_and(|state| state.withdrawn);
        Ok(Some(match same {
            Some(true) => Submitted::Again,
            None if withdrawn => Submitted::Again,
            _ => Submitted::Taken,
        }))
    }
}
