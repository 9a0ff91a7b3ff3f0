//! A case as this reader knows it before opening it: what the notices say, folded in order.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use protocol::api::{CaseRow, MessageRow};
use protocol::bookmark::Bookmark;
use protocol::day::Day;
use protocol::encoding::Bytes;
use protocol::header::Kind;
use protocol::id::{CaseId, Hash, SchoolId};
use protocol::keys::StaffSecret;
use protocol::notice::{Notice, ReportNotice, StaffNotice};
use protocol::plaintext::State;
use protocol::received::Received;
use protocol::thread::Thread;

use super::lane::Facts;
use super::open_case::OpenCase;

/// A case whose first notice opened for this reader.
pub struct KnownCase {
    pub case: CaseId,
    /// As listed, but for its messages and bookmark: what they say is below, and sealed they are most of a case's bytes.
    pub row: CaseRow,
    /// How many messages it has.
    pub messages: usize,
    /// Of the messages that were folded.
    print: u64,
    pub report: ReportNotice,
    /// Thread id of the first report, as listed; an opening is asked for under it.
    pub thread_id: Hash,
    /// The thread, once this reader has opened the case at any time.
    pub thread: Option<Thread>,
    /// The newest notice of an adult, if this reader can open them.
    pub staff: Option<StaffNotice>,
    /// Messages of the pupil that no reply follows.
    pub unanswered: u32,
    /// Hour of the oldest of them.
    pub waiting_since: Option<u32>,
    /// Everything, while it is open in this session.
    pub open: Option<Box<OpenCase>>,
}

/// The server could make two lists of messages that look alike. It would gain nothing: what was folded from the first stays, as
/// if it had listed the first once more.
fn fingerprint(messages: &[MessageRow]) -> u64 {
    let mut hasher = DefaultHasher::new();
    messages.hash(&mut hasher);
    hasher.finish()
}

/// The row, and what of it is only read once.
fn listed(mut row: CaseRow) -> (CaseRow, Vec<MessageRow>, Option<Bytes>) {
    let messages = std::mem::take(&mut row.messages);
    let bookmark = row.bookmark.take();
    (row, messages, bookmark)
}

fn report_notice(received: &Received, secret: &StaffSecret) -> Option<ReportNotice> {
    match received.open_notice(&secret.kem, None) {
        Ok(Notice::Report(notice)) => Some(notice),
        _ => None,
    }
}

impl KnownCase {
    /// Folds a listed case. `None` when its report is not for this reader: then it must not be shown at all,
    /// because whoever was left out must not learn of it (schools.md 2c).
    #[must_use]
    pub fn fold(row: CaseRow, school: SchoolId, secret: &StaffSecret) -> Option<Self> {
        Self::fold_knowing(row, school, secret, None, None)
    }

    /// Folds a later row of the same case in its place. False when it is not for this reader any more: then this must not
    /// be shown any more either.
    #[must_use]
    pub fn refold(&mut self, row: CaseRow, school: SchoolId, secret: &StaffSecret) -> bool {
        // Opening notices is the dear part, so what was folded before and did not change is kept.
        if self.is_current(&row) {
            self.row = listed(row).0;
            return true;
        }
        let (thread, open) = (self.thread.take(), self.open.take());
        let folded = Self::fold_knowing(row, school, secret, thread, open);
        let is_mine = folded.is_some();
        if let Some(folded) = folded {
            *self = folded;
        }
        is_mine
    }

    fn fold_knowing(
        row: CaseRow,
        school: SchoolId,
        secret: &StaffSecret,
        known: Option<Thread>,
        open: Option<Box<OpenCase>>,
    ) -> Option<Self> {
        let (row, messages, bookmark) = listed(row);
        let first = Received::from_row(messages.first()?, school, row.case).ok()?;
        if first.header().kind() != Kind::Report {
            return None;
        }
        let report = report_notice(&first, secret).or_else(|| {
            // Given to this reader later: a re-wrap repeats the report's notice.
            let later = messages.iter().skip(1);
            later
                .filter_map(|message| Received::from_row(message, school, row.case).ok())
                .filter(|message| message.header().kind() == Kind::Rewrap)
                .find_map(|message| report_notice(&message, secret))
        })?;
        let thread_id = first.thread_id();
        let bookmark = || Bookmark::open(&bookmark?.0, secret, row.case).ok();
        let thread = known
            .or_else(|| bookmark().map(|bookmark| bookmark.thread))
            .filter(|thread| thread.id() == thread_id);
        let mut case = Self {
            case: row.case,
            report,
            thread_id,
            thread,
            staff: None,
            unanswered: 0,
            waiting_since: None,
            open,
            row,
            messages: 0,
            print: 0,
        };
        case.fold_messages(&messages, school, secret);
        Some(case)
    }

    fn is_current(&self, row: &CaseRow) -> bool {
        self.print == fingerprint(&row.messages)
            && (self.thread.is_some() || row.bookmark.is_none())
    }

    /// Reads the notices, also again after the thread became known or messages were added.
    pub fn fold_messages(
        &mut self,
        messages: &[MessageRow],
        school: SchoolId,
        secret: &StaffSecret,
    ) {
        self.messages = messages.len();
        self.print = fingerprint(messages);
        self.staff = None;
        self.unanswered = 0;
        self.waiting_since = None;
        for row in messages.iter().skip(1) {
            let Ok(received) = Received::from_row(row, school, self.case) else {
                continue;
            };
            match received.header().kind() {
                Kind::FollowUp => {
                    self.unanswered += 1;
                    self.waiting_since.get_or_insert(row.hour);
                }
                Kind::Reply => {
                    self.unanswered = 0;
                    self.waiting_since = None;
                }
                Kind::Report | Kind::Note | Kind::Rewrap => {}
            }
            if let Some(notice) = self.staff_notice(&received, secret) {
                self.staff = Some(notice);
            }
        }
    }

    fn staff_notice(&self, received: &Received, secret: &StaffSecret) -> Option<StaffNotice> {
        let thread = self.thread.as_ref()?;
        if !matches!(received.header().kind(), Kind::Reply | Kind::Note) {
            return None;
        }
        match received.open_notice(&secret.kem, Some(thread)) {
            Ok(Notice::Staff(notice)) => Some(notice),
            _ => None,
        }
    }

    /// Categories as staff decided, or as the pupil chose.
    #[must_use]
    pub fn categories(&self) -> &[u16] {
        match &self.staff {
            Some(notice) if !notice.categories.is_empty() => &notice.categories,
            _ => &self.report.categories,
        }
    }

    /// Nickname given by staff.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.staff
            .as_ref()
            .map(|notice| notice.title.clone())
            .filter(|title| !title.is_empty())
    }

    /// What a later message says about the case if its author changes nothing.
    #[must_use]
    pub fn notice(&self) -> StaffNotice {
        self.staff.clone().unwrap_or(StaffNotice {
            state: State::Open,
            urgency: None,
            owner: None,
            due_day: None,
            title: String::new(),
            categories: Vec::new(),
        })
    }

    /// What decides its lane.
    #[must_use]
    pub fn facts(&self, today: Day) -> Facts {
        Facts {
            danger: self.row.danger,
            opened: self.row.opened_day.is_some(),
            state: self.staff.as_ref().map(|notice| notice.state),
            urgency: self.staff.as_ref().and_then(|notice| notice.urgency),
            waiting_since: self.waiting_since,
            destroy_after_day: self.row.destroy_after_day,
            hold: self.row.hold,
            hold_waits: self
                .row
                .held
                .as_ref()
                .is_some_and(|held| held.lift_asked_by.is_some() || held.review_day <= today.0),
            withdrawn: self.row.withdrawn,
        }
    }
}
