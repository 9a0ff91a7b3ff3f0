//! Going live: what must be done before a school opens to its pupils, who did it, and the opening itself.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Something a school must have before it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateItem {
    /// Every inbox has two readers.
    Readers,
    /// A concern about an adult has somewhere else to go: safeguarding, the head and the chair each have an inbox.
    Escalation,
    /// Recovery of keys is sealed and was tried.
    Recovery,
    /// Copies of what is kept are made, and one was put back on trial.
    Copies,
    /// Somebody is planned to look.
    Hours,
    /// It is said who answers for the data, and how to complain.
    Contacts,
    /// Helplines, categories and retention are those of the region, and not stale.
    Packs,
    /// The impact assessment is signed off.
    Assessment,
    /// The terms of sharing are signed, as they read today.
    Terms,
    /// A practice run was done.
    Practice,
}

/// What an adult can sign for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignOff {
    /// The impact assessment was done; head or chair.
    Assessment,
    /// The terms of sharing are agreed; head or chair.
    Terms,
    /// A practice run was done; lead or deputy.
    Practice,
}

/// One item of the gate, from the live state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GateLine {
    /// Which.
    pub item: GateItem,
    /// Whether it is done.
    pub done: bool,
    /// What was found: names of inboxes, a stale pack, the officer's name.
    pub found: String,
    /// Who signed, for what is signed.
    pub signed_by: Option<String>,
    /// Day it was done, for what is signed.
    pub done_day: Option<u32>,
}

/// `GET /api/v1/gate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GateView {
    /// True when pupils can write.
    pub open: bool,
    /// Day it opened; `None` when it opened before there was a gate, or has not.
    pub opened_day: Option<u32>,
    /// The administrator who opened it.
    pub opened_by: Option<String>,
    /// Every item.
    pub lines: Vec<GateLine>,
    /// The terms as they read today.
    pub terms: TermsText,
    /// The terms that were signed, when they read differently from today's.
    pub signed_before: Option<TermsText>,
}

/// The terms of sharing in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TermsText {
    /// From 1 on.
    pub version: u32,
    /// A paragraph a line.
    pub text: String,
}

/// Body of `POST /api/v1/gate/sign-offs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignOffRequest {
    /// For what.
    pub what: SignOff,
    /// Version of the terms that were read; 0 for the others.
    pub version: u32,
    /// The data protection officer, or who took part; 2 to 120 bytes.
    pub words: String,
    /// Day it was done; not in the future.
    pub done_day: u32,
}
