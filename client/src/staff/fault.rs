//! How an adult is told that something did not work.

use protocol::directory::DirectoryFault;

use super::message::Failure;
use crate::call::{CallError, Problem};
use crate::school::SchoolError;

/// How long to wait when a proxy in between says nothing about it.
const WAIT_SECONDS: u32 = 60;

impl From<DirectoryFault> for Failure {
    fn from(fault: DirectoryFault) -> Self {
        Self::Directory(fault.into())
    }
}

impl From<SchoolError> for Failure {
    fn from(error: SchoolError) -> Self {
        match error {
            SchoolError::Call(error) => error.into(),
            SchoolError::Directory(fault) => fault.into(),
        }
    }
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Unreachable => Self::Unreachable,
            CallError::Malformed => Self::Broken,
            CallError::Refused {
                status,
                problem,
                retry_after,
                ..
            } => refused(status, problem, retry_after),
        }
    }
}

fn refused(status: u16, problem: Problem, retry_after: Option<u32>) -> Failure {
    match (problem, status) {
        (Problem::SignInRefused, _) => Failure::SignInRefused,
        (Problem::SessionEnded, _) | (Problem::Other, 401) => Failure::SessionEnded,
        (Problem::NameTaken, _) => Failure::NameTaken,
        (Problem::ExpiredInvite, _) => Failure::InviteExpired,
        (Problem::WrongCode, _) => field("code"),
        (Problem::TooFewReaders, _) => Failure::TooFewReaders,
        (Problem::NotHandedOver, _) => Failure::NotHandedOver,
        (Problem::NoShares, _) => Failure::NoShares,
        (Problem::ProofNeeded, _) => Failure::ProofNeeded,
        (Problem::Damaged, _) => Failure::Damaged,
        (Problem::ServiceEnding, _) => Failure::ServiceEnding,
        (Problem::StaleDirectory, _) | (Problem::Other, 409) => Failure::Conflict,
        (Problem::Other, 403) => Failure::Refused,
        (Problem::Other, 404) => Failure::NotFound,
        (Problem::Other, 429 | 503) => Failure::Wait {
            seconds: retry_after.unwrap_or(WAIT_SECONDS),
        },
        (Problem::Other, _) => Failure::Broken,
    }
}

/// A field that is empty, too long or not what it should be.
pub fn field(name: &str) -> Failure {
    Failure::Field {
        name: String::from(name),
    }
}
