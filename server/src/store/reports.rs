//! A first report: case, mailbox and envelope come into being together.

use protocol::id::{CaseId, Hash, MailboxId, SchoolId};

use zeroize::Zeroizing;

use super::batch::{Batch, queue};
use super::database::Embedded;
use super::envelopes::{Cells, Placed};
use super::gone::mark;
use super::{Database, NewEnvelope, On, StoreError, Transaction, execute, fetch, rows};
use crate::shred::{Cell, Shreds, Taken, Wrapped};

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

/// What of a report lies under the key its case will have. Made ahead, so that the one transaction that writes at a
/// time need not wait for it.
pub struct ReportCells {
    key: Taken,
    audit_key: Wrapped,
    envelope: Cells,
}

impl Database {
    /// Wraps what a report consists of under a fresh key, which goes back to the shred store if no case gets it.
    pub async fn wrap_report(&self, report: &NewReport) -> Result<ReportCells, StoreError> {
        ReportCells::wrap(self.shreds(), report).await
    }
}

/// A report is the first message of its case.
fn first(report: &NewReport) -> Placed<'_> {
    Placed {
        school: report.school,
        case: report.case,
        place: 0,
        envelope: &report.envelope,
    }
}

impl ReportCells {
    async fn wrap(shreds: &Shreds, report: &NewReport) -> Result<Self, StoreError> {
        let key = shreds.take(report.received_half_day / 2).await?;
        let cell = Cell::AuditKey(report.school, report.case);
        let audit_key = shreds.wrap(key.key(), cell, &report.audit_key);
        let envelope = Cells::wrap(shreds, key.key(), &first(report));
        Ok(Self {
            key,
            audit_key,
            envelope,
        })
    }
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
        let cells = ReportCells::wrap(&self.shreds, report).await?;
        let one = [(report, cells)];
        let mut batch = Batch::default();
        self.queue_cases(&mut batch, &one).await?;
        if batch.run(self).await? == 0 {
            let before = self.submitted_before(report).await?;
            return Ok(before.unwrap_or(Submitted::Taken));
        }
        let mut batch = Batch::default();
        self.queue_mailboxes(&mut batch, &one).await?;
        if batch.run(self).await? == 0 {
            execute!(
                self,
                sqlx::query("delete from cases where school_id = $1 and case_id = $2")
                    .bind(report.school.0)
                    .bind(report.case.0)
            );
            return Ok(Submitted::Taken);
        }
        let mut batch = Batch::default();
        self.queue_contents(&mut batch, one.into()).await?;
        batch.run(self).await?;
        Ok(Submitted::New)
    }

    /// The same for many, each wrapped here.
    pub async fn insert_new_reports(
        self,
        reports: &[&NewReport],
    ) -> Result<Option<Self>, StoreError> {
        let mut wrapped = Vec::with_capacity(reports.len());
        for report in reports {
            let cells = ReportCells::wrap(&self.shreds, report).await?;
            wrapped.push((*report, cells));
        }
        self.insert_wrapped_reports(wrapped).await
    }

    /// Takes in reports in a handful of statements, however many there are, if each of them is [`Submitted::New`].
    /// If any is not, there is no transaction left and nothing was written: ask about each in another one. Their log
    /// entries must follow as with [`Self::insert_report`].
    pub async fn insert_wrapped_reports(
        mut self,
        reports: Vec<(&NewReport, ReportCells)>,
    ) -> Result<Option<Self>, StoreError> {
        let many = reports.len() > 1;
        let slots = |(report, _): &(&NewReport, ReportCells)| report.envelope.slots.len();
        let all = 3 * reports.len() + reports.iter().map(slots).sum::<usize>();
        match self.insert_all(reports).await {
            Ok(touched) if usize::try_from(touched) == Ok(all) => {}
            Ok(_) => return Ok(None),
            // The envelope's place is taken by one that was there before, or there is no case because it is gone.
            Err(StoreError::Database(sqlx::Error::Database(error)))
                if error.is_unique_violation() || error.is_foreign_key_violation() =>
            {
                return Ok(None);
            }
            Err(error) => return Err(error),
        }
        if let (On::Sqlite(Embedded::Writing(member)), true) = (&mut self.on, many) {
            member.ends_group();
        }
        Ok(Some(self))
    }

    /// A row for each case, mailbox, envelope and slot, as far as they were not there. Says how many it wrote.
    async fn insert_all(
        &mut self,
        reports: Vec<(&NewReport, ReportCells)>,
    ) -> Result<u64, StoreError> {
        let mut batch = Batch::default();
        self.queue_cases(&mut batch, &reports).await?;
        self.queue_mailboxes(&mut batch, &reports).await?;
        self.queue_contents(&mut batch, reports).await?;
        batch.run(self).await
    }

    /// Those of the cases that were not there and are not gone, with their first envelope and entry counted already: both follow in the
    /// same transaction. On PostgreSQL this waits for another transaction that inserts one of them, and then sees its row.
    async fn queue_cases(
        &mut self,
        batch: &mut Batch,
        reports: &[(&NewReport, ReportCells)],
    ) -> Result<(), StoreError> {
        for part in rows::parts(self.engine(), reports) {
            let text = format!(
                "insert into cases (school_id, case_id, received_half_day, urgent_minute, visible_minute, danger, \
                 destroy_after_day, audit_key, shred_key, opened_day, due_day, hold, withdrawn, audit_count, \
                 envelope_count, may_expire) select {}, null, null, false, false, 1, 1, false {} and not exists \
                 (select 1 from gone where school_id = k.column1 and mark = k.column10) on conflict do nothing",
                rows::columns(9),
                part.from(10)
            );
            queue!(self, batch, text, query => {
                for row in part.each() {
                    let report = row.map(|(report, _)| *report);
                    let cells = row.map(|(_, cells)| cells);
                    let mark = report
                        .map(|report| mark(report.school, &report.mailbox.0, &report.verifier.0));
                    query = query
                        .bind(report.map(|report| report.school.0))
                        .bind(report.map(|report| report.case.0))
                        .bind(report.map(|report| i64::from(report.received_half_day)))
                        .bind(report.and_then(|report| report.urgent_minute).map(i64::from))
                        .bind(report.and_then(|report| report.visible_minute).map(i64::from))
                        .bind(report.map(|report| report.danger))
                        .bind(report.map(|report| i64::from(report.destroy_after_day)))
                        .bind(cells.map(|cells| &cells.audit_key))
                        .bind(cells.map(|cells| cells.key.key().id()))
                        .bind(mark.as_ref().map(<[u8; 32]>::as_slice));
                }
            });
        }
        Ok(())
    }

    /// Those of the mailboxes that nobody has.
    async fn queue_mailboxes(
        &mut self,
        batch: &mut Batch,
        reports: &[(&NewReport, ReportCells)],
    ) -> Result<(), StoreError> {
        for part in rows::parts(self.engine(), reports) {
            let text = format!(
                "insert into mailbox (school_id, mailbox_id, verifier, case_id) select {} {} on conflict do nothing",
                rows::columns(4),
                part.from(4)
            );
            queue!(self, batch, text, query => {
                for row in part.each() {
                    let report = row.map(|(report, _)| *report);
                    query = query
                        .bind(report.map(|report| report.school.0))
                        .bind(report.map(|report| report.mailbox.0.as_slice()))
                        .bind(report.map(|report| report.verifier.0.as_slice()))
                        .bind(report.map(|report| report.case.0));
                }
            });
        }
        Ok(())
    }

    /// The envelopes of new cases, and what their first log entries need.
    async fn queue_contents(
        &mut self,
        batch: &mut Batch,
        reports: Vec<(&NewReport, ReportCells)>,
    ) -> Result<(), StoreError> {
        let mut placed = Vec::with_capacity(reports.len());
        for (report, cells) in reports {
            placed.push((first(report), cells.envelope));
            self.give_key(report.school, report.case, cells.key);
            let audit_key = Zeroizing::new(report.audit_key);
            self.first.insert((report.school, report.case), audit_key);
        }
        self.queue_envelopes(batch, &placed).await
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
