//! Coming back: opening the mailbox behind a receipt code and everything in it that belongs there.
//!
//! Promises: a reply is shown only if an adult of the signed directory signed it for this thread; openings are
//! recomputed from the log's proofs, not believed; a message that does not open is left out, and then the log is said not
//! to hold.

use std::rc::Rc;

use protocol::audit::NO_KEY;
use protocol::day::Timestamp;
use protocol::gateway::{GatewayAnswer, MailboxView, Op, Problem};
use protocol::header::Kind;
use protocol::id::KeyId;
use protocol::kdf::Stretching;
use protocol::mailbox::Mailbox as MailboxKeys;
use protocol::plaintext::Question;
use protocol::receipt_code::ReceiptCode;
use protocol::received::{OpenedReport, Received};
use rand_core::CryptoRng;
use zeroize::Zeroize;

use super::gateway::Asker;
use super::log::{CaseLog, check_log};
use super::message::{Failure, From, Mailbox, Message, Stage, Status};
use super::session::Session;
use crate::fold::fold;
use crate::school::KnownSchool;
use crate::transport::Transport;

/// An open mailbox: its keys, and the report in it once it was opened.
pub struct OpenMailbox {
    pub(super) keys: Rc<MailboxKeys>,
    pub(super) report: Option<OpenedReport>,
    /// Keys that had a slot in the report.
    listed: Vec<KeyId>,
    /// As the server names it; every message must belong to it.
    pub(super) case: protocol::id::CaseId,
    log: CaseLog,
}

/// What the conversation comes to, for the status.
#[derive(Default)]
struct Conversation {
    messages: Vec<Message>,
    /// Of the newest reply, unless the pupil spoke after it.
    asks: bool,
    finished: bool,
    replied: bool,
    follow_ups: usize,
    replies: usize,
    /// A message was given that does not open.
    unreadable: bool,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Derives the mailbox and looks into it.
    pub(super) async fn open_mailbox(
        &mut self,
        words: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Mailbox, Failure> {
        self.mailbox = None;
        let code = ReceiptCode::parse(words).map_err(|_| Failure::NoMailbox)?;
        // Names of adults and the log's key come from the directory of now.
        self.refresh(now).await?;
        let school = self.school()?.directory().school;
        let keys =
            MailboxKeys::derive(&code, school, Stretching::MAILBOX).map_err(|_| Failure::Broken)?;
        self.look(Rc::new(keys), stage).await
    }

    /// Looks into the mailbox and keeps it open.
    pub(super) async fn look(
        &mut self,
        keys: Rc<MailboxKeys>,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Mailbox, Failure> {
        let view = match self
            .ask_gateway(&Asker::mailbox(&keys), Op::Check, stage)
            .await?
        {
            GatewayAnswer::Mailbox(view) => view,
            GatewayAnswer::NoMailbox => return Err(Failure::NoMailbox),
            GatewayAnswer::Gone { day, taken_back } => {
                return Err(Failure::Gone { day, taken_back });
            }
            GatewayAnswer::Refused {
                problem: Problem::Busy,
            } => return Err(Failure::Busy),
            _ => return Err(Failure::Broken),
        };
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let (report, listed) = open_report(school, &keys, &view)?.unzip();
        // After a report was taken back its text is gone, but this session may still know its audit key.
        let earlier = self
            .mailbox
            .take()
            .filter(|earlier| earlier.case == view.case);
        let (known, known_listed, log) = earlier
            .map(|mut one| {
                let listed = std::mem::take(&mut one.listed);
                (one.report.take(), listed, std::mem::take(&mut one.log))
            })
            .unwrap_or_default();
        let mut open = OpenMailbox {
            keys,
            report: report.or(known),
            listed: listed.unwrap_or(known_listed),
            case: view.case,
            log,
        };
        let mailbox = open.read(school, &view);
        self.mailbox = Some(open);
        Ok(mailbox)
    }
}

/// Keys wipe themselves; the pupil's words are wiped here.
impl Drop for OpenMailbox {
    fn drop(&mut self) {
        if let Some(opened) = &mut self.report {
            opened.report.text.zeroize();
        }
    }
}

impl OpenMailbox {
    /// Whom a follow-up is sealed to: the adults the report was sealed to, and whoever came to the school's list later.
    /// Later ones can open it only if a reader has given them the thread; nobody left out is among them, under the
    /// same name neither, in capitals or not.
    pub(super) fn readers(&self, school: &KnownSchool) -> Vec<KeyId> {
        let chosen = self
            .report
            .as_ref()
            .map_or(&[][..], |report| &report.report.readers);
        let name = |key: &KeyId| school.directory().entry(key).map(|entry| fold(&entry.name));
        let left_out: Vec<_> = self
            .listed
            .iter()
            .filter(|key| !chosen.contains(key))
            .map(name)
            .collect();
        let later = school
            .slots()
            .map(|(entry, _)| entry)
            .filter(|entry| !self.listed.contains(&entry.key_id))
            .filter(|entry| !left_out.contains(&Some(fold(&entry.name))));
        chosen
            .iter()
            .copied()
            .chain(later.map(|entry| entry.key_id))
            .collect()
    }

    fn read(&mut self, school: &KnownSchool, view: &MailboxView) -> Mailbox {
        let conversation = self.conversation(school, view);
        let audit_key = self.report.as_ref().map(|report| &*report.audit_key);
        let seen = check_log(&mut self.log, school, audit_key, view);
        let own = |key: &KeyId| *key == NO_KEY;
        let said = seen.writers.iter().filter(|key| own(key)).count();
        let answered = seen.writers.len() - said;
        // Every message given must be in the log, and every follow-up in the log must be given.
        let complete = view.withdrawn
            || (conversation.follow_ups == said
                && conversation.replies <= answered
                && !conversation.unreadable);
        let status = if view.withdrawn {
            Status::Withdrawn
        } else if conversation.finished {
            Status::Finished
        } else if conversation.asks {
            Status::Question
        } else if conversation.replied || answered > 0 {
            Status::Working
        } else if !seen.read {
            Status::Sent
        } else {
            Status::Read
        };
        Mailbox {
            status,
            received_half_day: view.received_half_day,
            opened: seen.opened,
            held: seen.held,
            log_holds: seen.holds && complete,
            messages: conversation.messages,
            next_look: school.next_look.clone(),
        }
    }

    fn conversation(&self, school: &KnownSchool, view: &MailboxView) -> Conversation {
        let mut said = Conversation::default();
        let Some(report) = &self.report else {
            return said;
        };
        if !view.messages.is_empty() {
            said.messages.push(Message {
                from: None,
                half_day: view.received_half_day,
                text: report.report.text.clone(),
                answers: Vec::new(),
            });
        }
        for sent in view.messages.iter().skip(1) {
            let id = school.directory().school;
            let Ok(received) = Received::from_mailbox(sent, id, view.case) else {
                said.unreadable = true;
                continue;
            };
            match received.header().kind() {
                Kind::FollowUp => {
                    said.follow_ups += 1;
                    self.add_follow_up(&mut said, &received, sent.half_day, report);
                }
                Kind::Reply => self.add_reply(&mut said, &received, sent.half_day, report, school),
                Kind::Report | Kind::Note | Kind::Rewrap => {}
            }
        }
        said
    }

    fn add_follow_up(
        &self,
        said: &mut Conversation,
        received: &Received,
        half_day: u32,
        report: &OpenedReport,
    ) {
        let Ok(words) = received.open_own_follow_up(&self.keys, &report.thread) else {
            said.unreadable = true;
            return;
        };
        said.asks = false;
        said.finished = false;
        said.messages.push(Message {
            from: None,
            half_day,
            text: words.text,
            answers: Vec::new(),
        });
    }

    fn add_reply(
        &self,
        said: &mut Conversation,
        received: &Received,
        half_day: u32,
        report: &OpenedReport,
        school: &KnownSchool,
    ) {
        // Entries stay in the directory after someone leaves, so older replies still find their signer.
        let signer = |key: &KeyId| school.directory().entry(key).map(|entry| entry.signing);
        let Ok(reply) = received.open_reply(self.keys.kem(), &report.thread, signer) else {
            said.unreadable = true;
            return;
        };
        let Some(entry) = school.directory().entry(&reply.by) else {
            return;
        };
        said.replies += 1;
        said.replied = true;
        said.asks = reply.question.waits();
        said.finished = reply.finished;
        said.messages.push(Message {
            from: Some(From {
                name: entry.name.clone(),
                role: entry.role,
            }),
            half_day,
            text: reply.text,
            answers: match reply.question {
                Question::Tap(mut answers) => {
                    answers.truncate(Question::MOST);
                    answers
                }
                Question::Nothing | Question::Words => Vec::new(),
            },
        });
    }
}

/// The pupil's own report, which comes first, and the keys it had slots for. `None` after it was taken back.
fn open_report(
    school: &KnownSchool,
    keys: &MailboxKeys,
    view: &MailboxView,
) -> Result<Option<(OpenedReport, Vec<KeyId>)>, Failure> {
    let Some(first) = view.messages.first() else {
        return if view.withdrawn {
            Ok(None)
        } else {
            Err(Failure::Broken)
        };
    };
    Received::from_mailbox(first, school.directory().school, view.case)
        .and_then(|received| {
            Ok((
                received.open_own_report(keys)?,
                received.header().keys().to_vec(),
            ))
        })
        .map(Some)
        .map_err(|_| Failure::Broken)
}
