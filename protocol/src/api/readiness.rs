//! What the server can say about itself, and what it cannot: one line each, never a guess.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// What looking at one thing gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Looked at, and as it should be.
    Pass,
    /// Looked at, and not as it should be.
    Fail,
    /// It cannot be seen from where the server stands. Not a pass.
    Unknown,
}

/// One thing an installation depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What was looked at.
    pub what: String,
    /// What it gave.
    pub verdict: Verdict,
    /// Why, and what to do.
    pub why: String,
}

/// `GET /api/v1/readiness`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadinessView {
    /// Every line, in the order of `sotto check`.
    pub findings: Vec<Finding>,
}
