//! A first report: case, mailbox and envelope come into being together.

use protocol::id::{CaseId, Hash, MailboxId, SchoolId};

use sqlx::AssertSqlSafe;
use zeroize::Zeroizing;

use super::database::Embedded;
use super::envelopes::Placed;
use super::{NewEnvelope, On, StoreError, Transaction, execute, fetch, rows};
use crate::shred::{Cell, Taken};

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
        let one = [report];
        let keys = self.take_keys(&one).await?;
        if self.insert_cases(&one, &keys).await? == 0 {
            let before = self.submitted_before(report).await?;
            return Ok(before.unwrap_or(Submitted::Taken));
        }
        self.give_keys(&one, keys);
        if self.insert_mailboxes(&one).await? == 0 {
            execute!(
                self,
                sqlx::query("delete from cases where school_id = $1 and case_id = $2")
                    .bind(report.school.0)
                    .bind(report.case.0)
            );
            return Ok(Submitted::Taken);
        }
        self.write_contents(&one).await?;
        Ok(Submitted::New)
    }

    /// Takes in reports in a handful of statements, however many there are, if each of them is [`Submitted::New`].
    /// If any is not, there is no transaction left and nothing was written: ask about each in another one. Their log
    /// entries must follow as with [`Self::insert_report`].
    pub async fn insert_new_reports(
        mut self,
        reports: &[&NewReport],
    ) -> Result<Option<Self>, StoreError> {
        if self.any_gone(reports).await? {
            return Ok(None);
        }
        let keys = self.take_keys(reports).await?;
        if self.insert_cases(reports, &keys).await? < reports.len() {
            return Ok(None);
        }
        self.give_keys(reports, keys);
        if self.insert_mailboxes(reports).await? < reports.len() {
            return Ok(None);
        }
        self.write_contents(reports).await?;
        if let (On::Sqlite(Embedded::Writing(member)), true) = (&mut self.on, reports.len() > 1) {
            member.ends_group();
        }
        Ok(Some(self))
    }

    async fn take_keys(&mut self, reports: &[&NewReport]) -> Result<Vec<Taken>, StoreError> {
        let mut keys = Vec::with_capacity(reports.len());
        for report in reports {
            keys.push(self.take_key(report.received_half_day / 2).await?);
        }
        Ok(keys)
    }

    fn give_keys(&mut self, reports: &[&NewReport], keys: Vec<Taken>) {
        for (report, taken) in reports.iter().zip(keys) {
            self.give_key(report.school, report.case, taken);
        }
    }

    /// Those of the cases that were not there, with their first envelope and entry counted already: both follow in the
    /// same transaction. On PostgreSQL this waits for another transaction that inserts one of them, and then sees its row.
    async fn insert_cases(
        &mut self,
        reports: &[&NewReport],
        keys: &[Taken],
    ) -> Result<usize, StoreError> {
        let mut rows = Vec::with_capacity(reports.len());
        for (report, taken) in reports.iter().zip(keys) {
            let cell = Cell::AuditKey(report.school, report.case);
            let audit_key = self.wrap(taken.key(), cell, &report.audit_key);
            rows.push((*report, audit_key, taken.key().id()));
        }
        let mut inserted = 0;
        for part in rows::parts(&rows) {
            let text = format!(
                "insert into cases (school_id, case_id, received_half_day, urgent_minute, visible_minute, danger, \
                 destroy_after_day, audit_key, shred_key, opened_day, due_day, hold, withdrawn, audit_count, \
                 envelope_count, may_expire) values {} on conflict do nothing",
                rows::values_and(part.len(), 9, ", null, null, false, false, 1, 1, false")
            );
            inserted += execute!(self, {
                let mut query = sqlx::query(AssertSqlSafe(text.as_str()));
                for (report, audit_key, shred_key) in part {
                    query = query
                        .bind(report.school.0)
                        .bind(report.case.0)
                        .bind(i64::from(report.received_half_day))
                        .bind(report.urgent_minute.map(i64::from))
                        .bind(report.visible_minute.map(i64::from))
                        .bind(report.danger)
                        .bind(i64::from(report.destroy_after_day))
                        .bind(audit_key)
                        .bind(shred_key);
                }
                query
            });
        }
        Ok(usize::try_from(inserted).unwrap_or(usize::MAX))
    }

    /// Those of the mailboxes that nobody has.
    async fn insert_mailboxes(&mut self, reports: &[&NewReport]) -> Result<usize, StoreError> {
        let mut inserted = 0;
        for part in rows::parts(reports) {
            let text = format!(
                "insert into mailbox (school_id, mailbox_id, verifier, case_id) values {} on conflict do nothing",
                rows::values(part.len(), 4)
            );
            inserted += execute!(self, {
                let mut query = sqlx::query(AssertSqlSafe(text.as_str()));
                for report in part {
                    query = query
                        .bind(report.school.0)
                        .bind(report.mailbox.0.as_slice())
                        .bind(report.verifier.0.as_slice())
                        .bind(report.case.0);
                }
                query
            });
        }
        Ok(usize::try_from(inserted).unwrap_or(usize::MAX))
    }

    /// The envelopes of new cases, and what their first log entries need.
    async fn write_contents(&mut self, reports: &[&NewReport]) -> Result<(), StoreError> {
        let placed: Vec<_> = reports
            .iter()
            .map(|report| Placed {
                school: report.school,
                case: report.case,
                place: 0,
                envelope: &report.envelope,
            })
            .collect();
        self.write_envelopes(&placed).await?;
        for report in reports {
            let audit_key = Zeroizing::new(report.audit_key);
            self.first.insert((report.school, report.case), audit_key);
        }
        Ok(())
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
