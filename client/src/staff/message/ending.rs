//! The end of the school's service as the page shows it.

use protocol::api::{Ending, EndingLeft, SaidBy};
use serde::{Deserialize, Serialize};

use super::BoardRow;

/// How far it has come, and what this adult can see of what is left.
#[derive(Clone, Serialize, Deserialize)]
pub struct EndOfService {
    /// `None` while nobody asks for it.
    pub ending: Option<Ending>,
    /// Numbers; `None` while they were not counted. A reader's browser counts what it can see.
    pub left: Option<EndingLeft>,
    /// Cases this reader can see that no day destroys, those without a keeper first.
    pub staying: Vec<Staying>,
    /// The school's short name, for the command that writes a take-out.
    pub slug: String,
}

/// A case that stays until two readers named who keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Staying {
    pub row: BoardRow,
    pub why: Stays,
    pub taken_out: bool,
    /// The first who said who keeps it.
    pub named: Option<SaidBy>,
    /// The second: it has its keeper.
    pub agreed: Option<SaidBy>,
}

/// Why no day destroys a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stays {
    Unread,
    Held,
    Open,
    /// About an adult, or sexual abuse, or the other record did not confirm.
    ByHand,
}
