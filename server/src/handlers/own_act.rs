//! What a signed-in adult did to the school itself, in the log: one way to say it, for every handler that ends with it.

use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::FixedBytes;
use protocol::id::Hash;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::log_keeper::Act;
use crate::problem::ApiError;
use crate::staff::StaffMember;
use crate::store::Transaction;

/// Records that this adult did `kind` now, and commits. The log names SHA-256 over `what`, its parts one after the other:
/// the first is a label that no other act has.
pub(super) async fn log(
    app: &App,
    transaction: Transaction,
    member: &StaffMember,
    kind: Kind,
    what: &[&[u8]],
) -> Result<(), ApiError> {
    let mut hash = Sha256::new();
    for part in what {
        hash.update(part);
    }
    let what = FixedBytes(hash.finalize().into());
    log_hash(app, transaction, member, kind, what).await
}

/// The same for an act whose hash others make too.
pub(super) async fn log_hash(
    app: &App,
    transaction: Transaction,
    member: &StaffMember,
    kind: Kind,
    what: Hash,
) -> Result<(), ApiError> {
    let act = Act::School {
        kind,
        key: member.view.key.unwrap_or(NO_KEY),
        hour: app.now().hour(),
        what,
    };
    app.commit_act(transaction, member.school, &act).await
}
