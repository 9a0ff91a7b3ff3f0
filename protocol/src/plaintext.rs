//! What people wrote, as it lies inside a sealed body: its fields in a fixed order (protocol 2.5), then padding. The
//! first byte is the version: a new one gets a new number and old bodies open for ever.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::encoding::Bytes;
use crate::error::OpenError;
use crate::id::{KeyId, VerifyingKeyBytes};
use crate::pack::{Pack, Writer, pack, unpack};
use crate::packed;

/// The version written into every plaintext.
pub const VERSION: u8 = 1;

/// Something that can be the content of a body.
pub trait Plaintext: Pack {
    /// The version in the bytes.
    fn version(&self) -> u8;

    /// The bytes of a body before padding.
    #[must_use]
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        pack(self)
    }

    /// From the bytes of a body of this version.
    ///
    /// # Errors
    /// When they are not this type, have a tail, or are of another version.
    fn from_bytes(bytes: &[u8]) -> Result<Self, OpenError> {
        let value: Self = unpack(bytes).ok_or(OpenError)?;
        if value.version() == VERSION {
            Ok(value)
        } else {
            Err(OpenError)
        }
    }
}

macro_rules! byte_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $byte:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The byte in notices and bodies.
            #[must_use]
            pub const fn to_byte(self) -> u8 {
                match self { $(Self::$variant => $byte,)+ }
            }

            /// The value a byte stands for.
            #[must_use]
            pub const fn from_byte(byte: u8) -> Option<Self> {
                match byte { $($byte => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Pack for $name {
            fn put(&self, to: &mut Writer) {
                to.bytes(&[self.to_byte()]);
            }

            fn take(from: &mut Cursor<'_>) -> Option<Self> {
                Self::from_byte(from.u8()?)
            }
        }
    };
}

byte_enum!(
    /// "Is anyone in danger right now?"
    Danger {
        /// Yes.
        Yes = 1,
        /// Not sure.
        NotSure = 2,
        /// No.
        No = 3,
    }
);
byte_enum!(
    /// "Who is this about?"
    About {
        /// Me.
        Me = 1,
        /// Someone else.
        SomeoneElse = 2,
        /// Lots of people.
        LotsOfPeople = 3,
        /// Not sure.
        NotSure = 4,
    }
);
byte_enum!(
    /// How soon a case needs an adult.
    Urgency {
        /// Now.
        Now = 1,
        /// Today.
        Today = 2,
        /// This week.
        ThisWeek = 3,
        /// Worth knowing.
        Note = 4,
    }
);
byte_enum!(
    /// Where a case stands, as staff decided.
    State {
        /// Being worked on.
        Open = 1,
        /// The pupil was asked something.
        WaitingOnPupil = 2,
        /// Another body was asked something.
        WaitingOnAgency = 3,
        /// Watched.
        Monitoring = 4,
        /// Nearly done.
        DueToClose = 5,
        /// Done.
        Closed = 6,
        /// Taken up again.
        Reopened = 7,
    }
);

/// A pupil's first report.
#[derive(Clone)]
pub struct Report {
    /// [`VERSION`].
    pub v: u8,
    /// "Is anyone in danger right now?"
    pub danger: Danger,
    /// "Who is this about?"
    pub about: About,
    /// Category codes of the pack.
    pub categories: Vec<u16>,
    /// Keys of the adults it was really sealed to: whoever is not here gets dummies in the whole thread.
    pub readers: Vec<KeyId>,
    /// The pupil's own words.
    pub text: String,
    /// Where replies are sealed to. Only readers learn it, so the server cannot even address the mailbox.
    pub mailbox_kem: Bytes,
    /// Checks that follow-ups come from the same author.
    pub mailbox_key: VerifyingKeyBytes,
}

/// More from the pupil.
#[derive(Clone)]
pub struct FollowUp {
    /// [`VERSION`].
    pub v: u8,
    /// The pupil's own words.
    pub text: String,
    /// "I feel safer now."
    pub feel_safer: bool,
    /// "I would like another adult."
    pub another_adult: bool,
}

/// An adult's words to the pupil.
#[derive(Clone)]
pub struct Reply {
    /// [`VERSION`].
    pub v: u8,
    /// The adult's encryption key: the directory names its signing key.
    pub by: KeyId,
    /// Words the pupil reads.
    pub text: String,
    /// Whether the adult waits for an answer.
    pub question: Question,
    /// The case is closed with these words.
    pub finished: bool,
}

/// What a reply asks of the pupil. Its first byte was once a plain yes or no, and still reads as that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Nothing.
    #[default]
    Nothing,
    /// An answer in the pupil's own words.
    Words,
    /// One of these answers with a tap, or the pupil's own words. Never more than [`Question::MOST`].
    Tap(Vec<String>),
}

impl Question {
    /// Most answers to choose from: more is a list to read, and nobody should have to weigh one when frightened.
    pub const MOST: usize = 4;
    /// Most letters in one of them: it stands on a button.
    pub const LETTERS: usize = 40;

    /// The adult waits for an answer.
    #[must_use]
    pub const fn waits(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// Words only staff read: a remark, a decision, a closing.
#[derive(Clone)]
pub struct Note {
    /// [`VERSION`].
    pub v: u8,
    /// The adult's encryption key: the directory names its signing key.
    pub by: KeyId,
    /// What was noted.
    pub what: Noted,
}

/// What a note records.
#[derive(Clone)]
pub enum Noted {
    /// A remark.
    Remark {
        /// Its words.
        text: String,
    },
    /// Why the case was opened, in more words than the log's reason code.
    Opening {
        /// The words.
        text: String,
    },
    /// A triage decision; an absent field stayed as it was.
    Decision {
        /// New nickname.
        title: Option<String>,
        /// New state.
        state: Option<State>,
        /// New urgency.
        urgency: Option<Urgency>,
        /// New categories.
        categories: Option<Vec<u16>>,
        /// New owner.
        owner: Option<KeyId>,
        /// New day on which something is due.
        due_day: Option<u32>,
        /// Why; never empty.
        rationale: String,
    },
    /// The case was closed.
    Closing {
        /// What came of it.
        outcome: String,
        /// Why it is done.
        rationale: String,
    },
    /// The case was taken up again.
    Reopening {
        /// Why.
        rationale: String,
    },
    /// The author stepped aside: from here on nothing is sealed to them.
    SteppedAside {
        /// Why, such as a conflict of interest.
        why: String,
    },
    /// The school's own record has what is in the case: from here on that is the record.
    Moved {
        /// Which record, and where in it.
        record: String,
    },
}

macro_rules! plaintext {
    ($($name:ident),+) => {
        $(impl Plaintext for $name {
            fn version(&self) -> u8 {
                self.v
            }
        })+
    };
}
plaintext!(Report, FollowUp, Reply, Note);

packed!(struct Report { v, danger, about, categories, readers, text, mailbox_kem, mailbox_key });
packed!(struct FollowUp { v, text, feel_safer, another_adult });
packed!(enum Question { 0 => Nothing, 1 => Words, 2 => Tap(answers) });
packed!(struct Reply { v, by, text, question, finished });
packed!(struct Note { v, by, what });
packed!(enum Noted {
    1 => Remark { text },
    2 => Opening { text },
    3 => Decision { title, state, urgency, categories, owner, due_day, rationale },
    4 => Closing { outcome, rationale },
    5 => Reopening { rationale },
    6 => SteppedAside { why },
    7 => Moved { record },
});
