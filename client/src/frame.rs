//! What travels between a page and its worker: a question with a number, and answers with the same number.

use serde::{Deserialize, Serialize};

/// A question of the page.
#[derive(Clone, Serialize, Deserialize)]
pub struct AskFrame<Ask> {
    /// Chosen by the page; repeated by every answer to this question.
    pub id: u32,
    pub ask: Ask,
}

/// An answer of the worker. `Stage` answers may come first, under the same number.
#[derive(Clone, Serialize, Deserialize)]
pub struct AnswerFrame<Answer> {
    pub id: u32,
    pub answer: Answer,
}

/// What a worker says when it can no longer be used: `start`, `crash`, `frame` or `answer`.
#[derive(Clone, Serialize, Deserialize)]
pub struct FatalFrame {
    pub fatal: String,
}
