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

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::api::Role;
    use protocol::day::Day;
    use protocol::directory::{Inbox, KeyStatus, Profile};
    use protocol::encoding::FixedBytes;
    use protocol::id::StaffId;
    use protocol::keys::{SUITE, StaffSecret};
    use protocol::vault::AccountSecret;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;
    use zeroize::Zeroizing;

    const TODAY: Day = Day(20_000);

    fn entry(secret: &StaffSecret) -> Entry {
        let public = secret.kem.public();
        Entry {
            key_id: public.id(),
            suite: SUITE,
            kem_hash: public.hash(),
            signing: secret.signing.public(),
            role: Role::Reader,
            inbox: Inbox::Safeguarding,
            status: KeyStatus::Active,
            from: TODAY,
            to: TODAY.plus_days(400),
            name: "A colleague".to_owned(),
            place: String::new(),
        }
    }

    fn directory(school: SchoolId, people: &[&StaffSecret]) -> Directory {
        Directory {
            school,
            version: 1,
            prev_hash: FixedBytes([0; 32]),
            issued_day: TODAY,
            expires_day: TODAY.plus_days(90),
            gateway_key_hash: FixedBytes([0; 32]),
            log_key: FixedBytes([0; 32]),
            quorum: 0,
            witnesses: Vec::new(),
            profile: Profile::V1,
            entries: people.iter().map(|secret| entry(secret)).collect(),
        }
    }

    // XAM-23, P40: two different holders, each by their own hand, for the shares in place now.
    #[test]
    fn only_what_two_holders_signed_for_these_shares_counts() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let place = (SchoolId::make(&mut rng), StaffId::make(&mut rng));
        let [owner, one, two] = [(); 3].map(|()| StaffSecret::make(&mut rng));
        let kit = AccountSecret::from_bytes(Zeroizing::new([0xcc; 16]));
        let holders = [one.kem.public(), two.kem.public()];
        let mut share = || {
            let made = ShareSet::make(place, &owner, &holders, &kit, 480_000, &mut rng);
            made.unwrap_or_else(|_| panic!("two colleagues")).set
        };
        let (set, before) = (share(), share());
        let show = |set: &ShareSet, holder| {
            let piece = Piece::make(set, holder, 480_001);
            piece.unwrap_or_else(|_| panic!("a holder")).encode()
        };
        let (first, second) = (show(&set, &one), show(&set, &two));
        let mut changed = second.clone();
        // The hour it was shown: the shares still fit, and nobody signed that.
        changed[8] ^= 1;
        let all = directory(place.0, &[&owner, &one, &two]);
        let tried = |pieces: &[&Vec<u8>]| {
            let pieces: Vec<Vec<u8>> = pieces.iter().copied().cloned().collect();
            fits(&all, &set.encode(), &pieces)
        };
        assert!(tried(&[&first, &second]));
        assert!(!tried(&[]) && !tried(&[&first]), "one holder alone");
        assert!(!tried(&[&first, &first]), "twice the same");
        assert!(!tried(&[&first, &changed]));
        assert!(!tried(&[&first, &show(&before, &two)]), "older shares");
        // Nobody knows the second one's signature any more.
        let fewer = directory(place.0, &[&owner, &one]);
        assert!(!fits(&fewer, &set.encode(), &[first, second]));
    }
}
