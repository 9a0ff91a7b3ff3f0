//! What the page asks its worker, and what the worker answers. Travels between the two in a fixed order
//! (`protocol::pack`), never further.

use protocol::api::{NextLook, Role};
use protocol::id::KeyId;
use protocol::pack::{pack, unpack};
use protocol::packed;
pub use protocol::plaintext::{About, Danger};
use zeroize::Zeroizing;

use super::moving::{Moved, Step};
use crate::frame;

/// From the page to the worker.
#[derive(Clone)]
pub enum Ask {
    /// Fetch the school and check who can read against the poster, if there was one.
    Start {
        slug: String,
        poster: Option<Poster>,
    },
    /// Seal a report to its readers, send it, give back the receipt code. On failure the worker keeps nothing.
    Send(Draft),
    /// Is this a well-formed receipt code? Answered without any request.
    CheckWords { words: String },
    /// Words of the list that begin with what was typed, at most five.
    Suggest { prefix: String },
    /// Open the mailbox behind these words.
    Return { words: String },
    /// Say more in the open mailbox.
    Say(Say),
    /// Take the report back.
    Withdraw,
    /// Leave this, sealed, for another device.
    Leave(Moved),
    /// Was what was left fetched?
    LookAfter,
    /// Fetch what another device left, with the secret of its address.
    Fetch { secret: String },
}

/// The part of the poster's address after `#`: `k=` fingerprint (base64url), `v=` least directory version, `c=` term code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    pub fingerprint: String,
    pub least_version: u32,
    /// `c=`: this term's code, if the poster carries one.
    pub term_code: Option<String>,
}

/// A report before it is sealed.
#[derive(Clone)]
pub struct Draft {
    pub danger: Danger,
    pub about: About,
    /// Category ids from the pack, at most three.
    pub categories: Vec<String>,
    /// Keys of the adults who shall read it; everyone else gets a dummy slot.
    pub readers: Vec<KeyId>,
    pub text: String,
}

/// Something said later.
#[derive(Clone)]
pub struct Say {
    pub text: String,
    /// "I feel safer now."
    pub feel_safer: bool,
    /// "I would like another adult."
    pub another_adult: bool,
}

/// From the worker to the page.
#[derive(Clone)]
pub enum Answer {
    School(School),
    /// Where a long step stands; more answers follow.
    Stage(Stage),
    /// Sent and acknowledged. Shown once.
    Sent {
        words: Vec<String>,
    },
    Words(WordsCheck),
    Suggestions {
        words: Vec<String>,
    },
    Mailbox(Mailbox),
    /// Where a move to another device stands.
    Move(Step),
    Failed(Failure),
}

/// Steps of sending, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Making the receipt code and its keys.
    MakingWords,
    /// Locking the words on this device.
    Sealing,
    /// Getting ready to send: a puzzle is solved, so far along of 100. Takes a moment while many people send at once.
    Ready(u8),
    /// Sending.
    Sending,
}

/// The school as a pupil sees it, already checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    pub name: String,
    pub demo: bool,
    pub region: String,
    pub next_look: Option<NextLook>,
    pub publication_delay_minutes: u32,
    pub readers: Vec<Reader>,
    /// True when the poster's fingerprint matched.
    pub poster_checked: bool,
    /// Six words to compare with the poster.
    pub fingerprint_words: Vec<String>,
    /// Most characters (UTF-8 bytes) a report may have with this many readers.
    pub text_limit: u32,
    /// The school takes nothing new: messages can be read before this day.
    pub ends_day: Option<u32>,
    /// False until the school went live: nothing can be written.
    pub open: bool,
}

/// An adult who can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub key: KeyId,
    pub name: String,
    pub role: Role,
    /// Where to find them; may be empty.
    pub place: String,
    /// True if a report goes to them unless the pupil leaves them out.
    pub usual: bool,
}

/// Whether typed words can be a receipt code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsCheck {
    Good,
    /// Fewer or more than seven.
    Count {
        found: u32,
    },
    /// This word (from 0) is not on the list; perhaps it is one of these.
    Unknown {
        index: u32,
        word: String,
        near: Vec<String>,
    },
    /// Every word is on the list but together they are not a code: one is wrong or two are swapped.
    Mistaken,
}

/// The five plain states, and taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Sent,
    Read,
    Working,
    Question,
    Finished,
    Withdrawn,
}

/// What is behind the words.
#[derive(Clone)]
pub struct Mailbox {
    pub status: Status,
    /// Half-day of arrival (seconds since 1970 / 43,200).
    pub received_half_day: u32,
    /// Who opened it and when, recomputed from the log's proofs; oldest first.
    pub opened: Vec<Opened>,
    /// An adult keeps the report past its day, as the log says.
    pub held: bool,
    /// False when the log's proofs did not hold; the page says so.
    pub log_holds: bool,
    /// Everything said, oldest first; the first one is the report itself.
    pub messages: Vec<Message>,
    pub next_look: Option<NextLook>,
}

/// One opening by an adult.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub role: Option<Role>,
    pub half_day: u32,
}

/// One message in the mailbox.
#[derive(Clone)]
pub struct Message {
    /// `None`: the pupil.
    pub from: Option<From>,
    pub half_day: u32,
    pub text: String,
    /// Answers to choose from, if it asks for one.
    pub answers: Vec<String>,
}

/// The adult who signed a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct From {
    pub name: String,
    pub role: Role,
}

/// Why something did not work; each has its own words on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer from the server. What was written is still on the page.
    Unreachable,
    /// The school's list of adults is not the poster's, or too old, or forked. Nothing was sent.
    Directory(DirectoryFault),
    /// The readers changed since the page was loaded: look again, then send again.
    ReadersChanged(Box<School>),
    /// The server is full or closed for now.
    Busy,
    /// The school took in more than it can today.
    Tomorrow,
    /// The school's service ends, and it takes nothing new.
    Ended,
    /// The school has not gone live.
    NotOpen,
    /// The pupil asked to stop before anything was sent.
    Stopped,
    /// No mailbox behind these words.
    NoMailbox,
    /// There was one, and everything in it was destroyed on this day: taken back, or its time was over.
    Gone { day: u32, taken_back: bool },
    /// Longer than fits.
    TooLong { limit: u32 },
    /// Something in the answer did not hold.
    Broken,
}

/// What is wrong with a directory. Staff pages say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DirectoryFault {
    Fingerprint,
    Signatures,
    Expired,
    RolledBack,
    Forked,
    Malformed,
}

impl frame::Message for Ask {
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        pack(self)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        unpack(bytes)
    }
}

impl frame::Message for Answer {
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        pack(self)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        unpack(bytes)
    }
}

packed!(enum Ask {
    1 => Start { slug, poster },
    2 => Send(draft),
    3 => CheckWords { words },
    4 => Suggest { prefix },
    5 => Return { words },
    6 => Say(say),
    7 => Withdraw,
    8 => Leave(moved),
    9 => LookAfter,
    10 => Fetch { secret },
});
packed!(struct Poster { fingerprint, least_version, term_code });
packed!(struct Draft { danger, about, categories, readers, text });
packed!(struct Say { text, feel_safer, another_adult });
packed!(enum Answer {
    1 => School(school),
    2 => Stage(stage),
    3 => Sent { words },
    4 => Words(check),
    5 => Suggestions { words },
    6 => Mailbox(mailbox),
    7 => Failed(failure),
    8 => Move(step),
});
packed!(enum Stage {
    1 => MakingWords,
    2 => Sealing,
    3 => Sending,
    4 => Ready(percent),
});
packed!(struct School {
    name,
    demo,
    region,
    next_look,
    publication_delay_minutes,
    readers,
    poster_checked,
    fingerprint_words,
    text_limit,
    ends_day,
    open,
});
packed!(struct Reader { key, name, role, place, usual });
packed!(enum WordsCheck {
    1 => Good,
    2 => Count { found },
    3 => Unknown { index, word, near },
    4 => Mistaken,
});
packed!(enum Status {
    1 => Sent,
    2 => Read,
    3 => Working,
    4 => Question,
    5 => Finished,
    6 => Withdrawn,
});
packed!(struct Mailbox { status, received_half_day, opened, held, log_holds, messages, next_look });
packed!(struct Opened { role, half_day });
packed!(struct Message { from, half_day, text, answers });
packed!(struct From { name, role });
packed!(enum Failure {
    1 => Unreachable,
    2 => Directory(fault),
    3 => ReadersChanged(school),
    4 => Busy,
    5 => NoMailbox,
    6 => TooLong { limit },
    7 => Broken,
    8 => Gone { day, taken_back },
    9 => Tomorrow,
    10 => Stopped,
    11 => Ended,
    12 => NotOpen,
});
packed!(enum DirectoryFault {
    1 => Fingerprint,
    2 => Signatures,
    3 => Expired,
    4 => RolledBack,
    5 => Forked,
    6 => Malformed,
});
