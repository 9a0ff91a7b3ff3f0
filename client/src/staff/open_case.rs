//! An opened case: what was said, what was noted, and what the log proves about it.

use protocol::audit::{Entry, Kind as EntryKind, NO_KEY};
use protocol::header::Kind;
use protocol::id::{Hash, KeyId};
use protocol::plaintext::{FollowUp, Note, Noted, Question, Reply, Report};
use zeroize::Zeroize;

use super::adult::adult;
use super::message::{Case, Decision, Event, Happened, Moved, Noted as NotedLine, Reason, Spoken};
use crate::category;
use crate::school::KnownSchool;

/// A case while it is open in this session.
pub struct OpenCase {
    /// The pupil's report: where replies go.
    pub report: Report,
    /// Who reads it today; later messages are sealed to them.
    pub readers: Vec<KeyId>,
    /// As the page shows it.
    pub view: Case,
}

/// Keys wipe themselves; what was said and noted is wiped here.
impl Drop for OpenCase {
    fn drop(&mut self) {
        self.report.text.zeroize();
        self.view
            .conversation
            .iter_mut()
            .for_each(|said| said.text.zeroize());
        self.view
            .notes
            .iter_mut()
            .for_each(|noted| noted.text.zeroize());
    }
}

/// One message of the thread after the report.
pub struct Said {
    pub hour: u32,
    pub kind: Kind,
    /// `None` when it did not open or its signature did not hold: it is then listed, not shown.
    pub content: Option<Content>,
}

/// What a message says.
pub enum Content {
    FollowUp(FollowUp),
    Reply(Reply),
    Note(Note),
}

/// Puts a message into the conversation or the notes.
pub fn show(view: &mut Case, school: &KnownSchool, hour: u32, content: &Content) {
    match content {
        Content::FollowUp(words) => view.conversation.push(Spoken {
            by: None,
            hour,
            text: words.text.clone(),
            feel_safer: words.feel_safer,
            another_adult: words.another_adult,
            answers: Vec::new(),
        }),
        Content::Reply(words) => view.conversation.push(Spoken {
            by: adult(school, &words.by),
            hour,
            text: words.text.clone(),
            feel_safer: false,
            another_adult: false,
            answers: match &words.question {
                Question::Tap(answers) => answers.clone(),
                Question::Nothing | Question::Words => Vec::new(),
            },
        }),
        Content::Note(note) => match &note.what {
            Noted::Remark { text } | Noted::Opening { text } => view.notes.push(NotedLine {
                by: adult(school, &note.by),
                hour,
                text: text.clone(),
            }),
            Noted::Closing { outcome, .. } => view.outcome = Some(outcome.clone()),
            Noted::Reopening { .. } => {
                view.outcome = None;
                view.moved = None;
            }
            Noted::Moved { record } => {
                view.moved = Some(Moved {
                    day: hour / 24,
                    record: record.clone(),
                });
            }
            Noted::Decision { .. } | Noted::SteppedAside { .. } => {}
        },
    }
}

/// What a message means for the chronology.
#[must_use]
pub fn event(content: &Content) -> Event {
    match content {
        Content::FollowUp(_) => Event::PupilWrote,
        Content::Reply(_) => Event::Replied,
        Content::Note(note) => match note.what.clone() {
            Noted::Remark { .. } | Noted::Opening { .. } => Event::NoteAdded,
            Noted::Decision {
                title,
                state,
                urgency,
                categories,
                owner,
                due_day,
                rationale,
            } => Event::Decided(Decision {
                title,
                state,
                urgency,
                categories: categories.map(|codes| category::ids(&codes)),
                owner,
                due_day,
                rationale,
            }),
            Noted::Closing { outcome, rationale } => Event::Closed { outcome, rationale },
            Noted::Reopening { rationale } => Event::Reopened { rationale },
            Noted::SteppedAside { why } => Event::SteppedAside { why },
            Noted::Moved { record } => Event::Moved { record },
        },
    }
}

/// The chronology from proven entries, with what this reader may know of each message.
/// False beside it when the log and the messages do not tell the same story.
#[must_use]
pub fn chronology(school: &KnownSchool, entries: &[Entry], said: &[Said]) -> (Vec<Happened>, bool) {
    let mut messages = said.iter();
    let mut agrees = true;
    // The note before a hold says why; the hold's entry names it.
    let mut last_note: Option<(Hash, String)> = None;
    let happened = entries
        .iter()
        .filter_map(|entry| {
            let what = if entry.kind == EntryKind::MessageAdded {
                let message = messages.next();
                let by_pupil = entry.key_id == NO_KEY;
                agrees &= message.is_some_and(|said| (said.kind == Kind::FollowUp) == by_pupil);
                last_note = message
                    .and_then(|said| said.content.as_ref())
                    .and_then(remark)
                    .map(|text| (entry.envelope, text.to_owned()));
                match message.and_then(|said| said.content.as_ref()) {
                    Some(content) => event(content),
                    None if by_pupil => Event::PupilWrote,
                    None => Event::NoteAdded,
                }
            } else {
                with_reason(entry_event(entry)?, entry, last_note.as_ref())
            };
            let pupil_sees = !matches!(
                what,
                Event::NoteAdded
                    | Event::Decided(_)
                    | Event::Closed { .. }
                    | Event::Reopened { .. }
                    | Event::SteppedAside { .. }
                    | Event::Moved { .. }
            );
            Some(Happened {
                hour: entry.hour,
                by: adult(school, &entry.key_id),
                what,
                pupil_sees,
            })
        })
        .collect();
    (happened, agrees && messages.next().is_none())
}

fn remark(content: &Content) -> Option<&str> {
    match content {
        Content::Note(Note {
            what: Noted::Remark { text },
            ..
        }) => Some(text),
        _ => None,
    }
}

fn with_reason(event: Event, entry: &Entry, note: Option<&(Hash, String)>) -> Event {
    let reason = note
        .filter(|(envelope, _)| *envelope == entry.envelope)
        .map(|(_, text)| text.clone())
        .unwrap_or_default();
    match event {
        Event::HoldSet { .. } => Event::HoldSet { reason },
        Event::HoldLifted { .. } => Event::HoldLifted { reason },
        Event::KeeperNamed { .. } => Event::KeeperNamed { reason },
        other => other,
    }
}

/// What an entry that is not a message means.
#[must_use]
pub fn entry_event(entry: &Entry) -> Option<Event> {
    Some(match entry.kind {
        EntryKind::Received => Event::Received,
        EntryKind::Released => Event::Opened {
            reason: entry.reason.map_or(Reason::Other, Reason::from),
        },
        EntryKind::Rewrapped | EntryKind::ReaderAdded => Event::Rewrapped,
        EntryKind::HoldSet => Event::HoldSet {
            reason: String::new(),
        },
        EntryKind::HoldLifted => Event::HoldLifted {
            reason: String::new(),
        },
        EntryKind::KeeperNamed => Event::KeeperNamed {
            reason: String::new(),
        },
        EntryKind::Expired => Event::Expired,
        EntryKind::Withdrawn => Event::Withdrawn,
        EntryKind::MessageAdded => return None,
        EntryKind::DirectoryVersion
        | EntryKind::StaffEnded
        | EntryKind::Invited
        | EntryKind::Restored
        | EntryKind::SharesMade
        | EntryKind::RecoveryAsked
        | EntryKind::ShareGiven
        | EntryKind::Recovered
        | EntryKind::RecoveryStopped
        | EntryKind::ShareDrilled
        | EntryKind::WindDownAsked
        | EntryKind::WindDownAgreed
        | EntryKind::WindDownStopAsked
        | EntryKind::WindDownStopped
        | EntryKind::TakenOut
        | EntryKind::WoundDown
        | EntryKind::RecoveryCodeUsed
        | EntryKind::SecondFactorChanged
        | EntryKind::Exported
        | EntryKind::Reviewed
        | EntryKind::SignedOff
        | EntryKind::SchoolOpened
        | EntryKind::SettingsChanged => return None,
    })
}
