//! What went wrong, in words, and what to do next. Every failure of the worker has both.

use client::reporter::message::DirectoryFault;
use client::staff::message::{Failure, Stage};

use super::calendar::count;
use crate::text::staff as t;

/// What is true, then what to do.
#[must_use]
pub fn words(failure: &Failure) -> (String, String) {
    let (what, next) = match failure {
        Failure::Unreachable => (t::fail_unreachable(), t::fail_unreachable_next()),
        Failure::SignInRefused => (t::fail_sign_in(), t::fail_sign_in_next()),
        Failure::Wait { seconds } => {
            return (
                t::fail_wait(i64::from(*seconds)),
                t::fail_wait_next().into(),
            );
        }
        Failure::SessionEnded => (t::fail_ended(), t::fail_ended_next()),
        Failure::Refused => (t::fail_refused(), t::fail_refused_next()),
        Failure::ProofNeeded => (t::fail_proof(), t::fail_proof_next()),
        Failure::Directory(fault) => {
            return (directory(*fault).into(), t::fail_directory_next().into());
        }
        Failure::LogBroken { first: Some(first) } => {
            return (t::fail_log_at(&count(*first)), t::fail_log_next().into());
        }
        Failure::LogBroken { first: None } => (t::fail_log(), t::fail_log_next()),
        Failure::BadSecret => (t::fail_secret(), t::fail_secret_next()),
        Failure::BadRootKey => (t::fail_root_key(), t::fail_root_key_next()),
        Failure::InviteExpired => (t::fail_invite(), t::fail_invite_next()),
        Failure::WeakPassword => (t::fail_weak(), t::fail_weak_next()),
        Failure::PlainPassword => (t::fail_plain(), t::fail_plain_next()),
        Failure::NameTaken => (t::fail_taken(), t::fail_taken_next()),
        Failure::Field { name } => return (t::fail_field(name), t::fail_field_next().into()),
        Failure::NotReady => (t::fail_not_ready(), t::fail_not_ready_next()),
        Failure::TooFewReaders => (t::fail_too_few(), t::fail_too_few_next()),
        Failure::NotHandedOver => (t::fail_not_handed(), t::fail_not_handed_next()),
        Failure::NoShares => (t::fail_no_shares(), t::fail_no_shares_next()),
        Failure::Damaged => (t::fail_damaged(), t::fail_damaged_next()),
        Failure::ServiceEnding => (t::fail_service_ending(), t::fail_service_ending_next()),
        Failure::NotFound => (t::fail_not_found(), t::fail_not_found_next()),
        Failure::Conflict => (t::fail_conflict(), t::fail_conflict_next()),
        Failure::Broken => (t::fail_broken(), t::fail_broken_next()),
    };
    (what.into(), next.into())
}

fn directory(fault: DirectoryFault) -> &'static str {
    match fault {
        DirectoryFault::Fingerprint => t::fail_directory_fingerprint(),
        DirectoryFault::Signatures => t::fail_directory_signatures(),
        DirectoryFault::Expired => t::fail_directory_expired(),
        DirectoryFault::RolledBack => t::fail_directory_rolled_back(),
        DirectoryFault::Forked => t::fail_directory_forked(),
        DirectoryFault::Malformed => t::fail_directory_malformed(),
    }
}

/// What a long step is doing.
#[must_use]
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Stretching => t::stage_stretching(),
        Stage::Logging => t::stage_logging(),
        Stage::Verifying => t::stage_verifying(),
        Stage::Sealing => t::stage_sealing(),
        Stage::Sending => t::stage_sending(),
        Stage::HandingOver { .. } => t::stage_handing_over(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Vec<Failure> {
        let faults = [
            DirectoryFault::Fingerprint,
            DirectoryFault::Signatures,
            DirectoryFault::Expired,
            DirectoryFault::RolledBack,
            DirectoryFault::Forked,
            DirectoryFault::Malformed,
        ];
        let mut all: Vec<Failure> = faults.into_iter().map(Failure::Directory).collect();
        all.extend([
            Failure::Unreachable,
            Failure::SignInRefused,
            Failure::Wait { seconds: 5 },
            Failure::SessionEnded,
            Failure::Refused,
            Failure::ProofNeeded,
            Failure::LogBroken { first: None },
            Failure::BadSecret,
            Failure::BadRootKey,
            Failure::InviteExpired,
            Failure::WeakPassword,
            Failure::PlainPassword,
            Failure::NameTaken,
            Failure::Field {
                name: "name".into(),
            },
            Failure::NotReady,
            Failure::TooFewReaders,
            Failure::NotHandedOver,
            Failure::NoShares,
            Failure::Damaged,
            Failure::ServiceEnding,
            Failure::NotFound,
            Failure::Conflict,
            Failure::Broken,
        ]);
        all
    }

    // Libraries 4: errors say what to do next. Each failure has its own words.
    #[test]
    fn every_failure_has_its_own_words_and_a_next_step() {
        let mut seen = Vec::new();
        for failure in plain() {
            let (what, next) = words(&failure);
            assert!(!what.is_empty() && !next.is_empty(), "{failure:?}");
            assert!(!seen.contains(&what), "{failure:?} shares its words");
            seen.push(what);
        }
    }

    // XAM-10: a refused sign-in does not say which part was wrong.
    #[test]
    fn a_refused_sign_in_does_not_say_which_part() {
        let (what, _) = words(&Failure::SignInRefused);
        assert!(what.contains("together"));
    }
}
