//! How the pupil is told that something did not work: few plain reasons, each with its own words on the page.

use protocol::directory::DirectoryFault;

use super::message::{self, Failure};
use crate::call::CallError;
use crate::school::SchoolError;

impl From<DirectoryFault> for message::DirectoryFault {
    fn from(fault: DirectoryFault) -> Self {
        match fault {
            DirectoryFault::Fingerprint => Self::Fingerprint,
            DirectoryFault::Signatures => Self::Signatures,
            DirectoryFault::Expired => Self::Expired,
            DirectoryFault::RolledBack => Self::RolledBack,
            DirectoryFault::Forked => Self::Forked,
            DirectoryFault::Malformed | DirectoryFault::OtherSchool => Self::Malformed,
        }
    }
}

impl From<DirectoryFault> for Failure {
    fn from(fault: DirectoryFault) -> Self {
        Self::Directory(fault.into())
    }
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Unreachable => Self::Unreachable,
            CallError::Refused {
                status: 429 | 503 | 507,
                ..
            } => Self::Busy,
            CallError::Refused { .. } | CallError::Malformed => Self::Broken,
        }
    }
}

impl From<SchoolError> for Failure {
    fn from(error: SchoolError) -> Self {
        match error {
            // No school under this address: nobody would read what is written.
            SchoolError::Call(CallError::Refused { status: 404, .. }) => Self::NotOpen,
            SchoolError::Call(error) => error.into(),
            SchoolError::Directory(fault) => fault.into(),
        }
    }
}
