//! Who could not be given their keys back: readers without shares at colleagues, or whose shares nobody tried.
//!
//! Promise: a reader counts as tried only if two holders showed, signed, what fits the shares in place now. It is the
//! arithmetic every reader's browser does too; a server that lies about it lies to nobody but whoever opens the school.

use protocol::directory::{Directory, Entry};
use protocol::id::SchoolId;
use protocol::recovery::ShareSet;
use protocol::recovery::drill::{Drill, Piece, check};

use crate::store::{StoreError, Transaction};

/// Names of those of these readers whose recovery is not sealed and tried.
pub async fn untried(
    transaction: &mut Transaction,
    school: SchoolId,
    directory: &Directory,
    readers: &[&Entry],
) -> Result<Vec<String>, StoreError> {
    let sets = transaction.recovery_sets(school).await?;
    let staff = transaction.staff_list(school).await?;
    let mut names = Vec::new();
    for reader in readers {
        let owner = staff
            .iter()
            .find(|person| person.key == Some(reader.key_id));
        let set = sets
            .iter()
            .find(|set| owner.is_some_and(|owner| owner.staff == set.staff));
        let tried = match set {
            Some(set) => {
                let pieces = transaction.recovery_pieces(school, set.staff).await?;
                fits(directory, &set.shares, &pieces)
            }
            None => false,
        };
        if !tried {
            names.push(reader.name.clone());
        }
    }
    Ok(names)
}

fn fits(directory: &Directory, set: &[u8], pieces: &[Vec<u8>]) -> bool {
    let Ok(set) = ShareSet::decode(set) else {
        return false;
    };
    let shown: Vec<Piece> = pieces
        .iter()
        .filter_map(|piece| Piece::decode(piece).ok())
        .filter(|piece| {
            let holder = set.holder_at(piece.place());
            let holder = holder.and_then(|key| directory.entry(key));
            holder.is_some_and(|holder| piece.verify(&set, &holder.signing).is_ok())
        })
        .collect();
    matches!(check(&set, &shown), Drill::Fits { .. })
}
