//! Getting keys back with colleagues: layouts, who can and who cannot, and that a drill shows nothing.
// P40, P41, F7: nobody recovers alone, and a school cannot lock itself out.

use crate::support::refused;
use hex_literal::hex;
use proptest::prelude::*;
use protocol::api::Role;
use protocol::day::Day;
use protocol::directory::{Entry, Inbox, KeyStatus};
use protocol::encoding::FixedBytes;
use protocol::id::{SchoolId, StaffId};
use protocol::keys::{KemPublic, StaffSecret};
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::{self, Drill, Piece};
use protocol::recovery::gift::Gift;
use protocol::recovery::{
    KIT_PLACE, Made, Share, ShareSet, may_hold, recover, sign_new_secrets, verify_new_secrets,
};
use protocol::vault::AccountSecret;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use zeroize::Zeroizing;

/// A reader, three colleagues, and what the reader made.
struct Story {
    rng: ChaCha20Rng,
    place: (SchoolId, StaffId),
    owner: StaffSecret,
    holders: [StaffSecret; 3],
    kit: AccountSecret,
    made: Made,
    fresh: StaffSecret,
    ask: Ask,
}

impl Story {
    fn new(seed: u64) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let place = (SchoolId::make(&mut rng), StaffId::make(&mut rng));
        let owner = StaffSecret::make(&mut rng);
        let holders = [(); 3].map(|()| StaffSecret::make(&mut rng));
        let kit = AccountSecret::make(&mut rng);
        let publics = holders.each_ref().map(|holder| holder.kem.public());
        let made = ShareSet::make(place, &owner, &publics, &kit, 500_000, &mut rng);
        let made = made.unwrap_or_else(|_| panic!("three colleagues"));
        let fresh = StaffSecret::make(&mut rng);
        let ask = Ask::make(place, &fresh, 500_100);
        Self {
            rng,
            place,
            owner,
            holders,
            kit,
            made,
            fresh,
            ask,
        }
    }

    fn gift(&mut self, holder: usize) -> Gift {
        let holder = self.holders[holder].clone();
        let gift = Gift::make(&self.made.set, &self.ask, &holder, &mut self.rng);
        gift.unwrap_or_else(|_| panic!("a holder gives"))
    }

    fn share(&mut self, holder: usize) -> Share {
        let gift = self.gift(holder);
        let share = gift.open(&self.made.set, &self.ask, &self.fresh.kem);
        share.unwrap_or_else(|_| panic!("whoever asked opens it"))
    }

    fn kit_share(&self) -> Share {
        let share = self.made.set.open_kit_share(&self.kit);
        share.unwrap_or_else(|_| panic!("the kit of that day"))
    }

    fn recovers(&self, shares: &[Share]) -> bool {
        recover(&self.made.set, &self.made.copy, shares).is_ok_and(|keys| {
            assert!(keys.signing.public() == self.owner.signing.public());
            assert_eq!(keys.kem.public().id(), self.owner.kem.public().id());
            true
        })
    }

    fn pieces(&self, hours: [u32; 3]) -> Vec<Piece> {
        let made = self.holders.iter().zip(hours);
        made.map(|(holder, hour)| Piece::make(&self.made.set, holder, hour))
            .map(|piece| piece.unwrap_or_else(|_| panic!("a holder shows theirs")))
            .collect()
    }
}

// P40: lost both with colleagues; lost the password with the kit.
#[test]
fn two_of_them_give_the_keys_back_and_one_never_does() {
    let mut story = Story::new(1);
    let [a, b, c] = [0, 1, 2].map(|holder| story.share(holder));
    let kit = story.kit_share();
    assert_eq!(kit.place(), KIT_PLACE);
    for pair in [[&a, &b], [&b, &c], [&c, &a], [&a, &kit], [&kit, &c]] {
        assert!(story.recovers(&pair.map(Clone::clone)));
    }
    for alone in [&a, &b, &c, &kit] {
        assert!(!story.recovers(std::slice::from_ref(alone)));
        assert!(!story.recovers(&[alone.clone(), alone.clone()]));
    }
    assert!(!story.recovers(&[]));
    // A share of another set among them does no harm, and helps nobody.
    let mut other = Story::new(2);
    let foreign = other.share(1);
    assert!(!story.recovers(&[a.clone(), foreign.clone()]));
    assert!(story.recovers(&[foreign, a, b]));
}

#[test]
fn the_copy_is_one_set_s_only() {
    let mut story = Story::new(3);
    let shares = [story.share(0), story.share(1)];
    let other = Story::new(4);
    assert!(story.made.set.is_copy(&story.made.copy));
    assert!(!story.made.set.is_copy(&other.made.copy));
    assert!(refused(recover(&story.made.set, &other.made.copy, &shares)));
    for at in 0..story.made.copy.len() {
        let mut copy = story.made.copy.clone();
        copy[at] ^= 1;
        assert!(
            refused(recover(&story.made.set, &copy, &shares)),
            "byte {at}"
        );
    }
}

#[test]
fn a_share_goes_only_to_whoever_asked() {
    let mut story = Story::new(5);
    let gift = story.gift(0);
    let set = story.made.set.clone();
    let holder = story.holders[0].signing.public();
    assert!(gift.verify(&set, &story.ask, &holder).is_ok());
    // Another request of the same person, such as one that a server put in its place.
    let thief = StaffSecret::make(&mut story.rng);
    let swapped = Ask::make(story.place, &thief, 500_100);
    assert_ne!(swapped.id(), story.ask.id(), "the six words differ");
    assert!(refused(gift.open(&set, &swapped, &thief.kem)));
    assert!(refused(gift.open(&set, &story.ask, &thief.kem)));
    assert!(gift.verify(&set, &swapped, &holder).is_err());
    // Another set of the same person.
    let other = Story::new(6).made.set;
    assert!(refused(gift.open(&other, &story.ask, &story.fresh.kem)));
    assert!(gift.verify(&other, &story.ask, &holder).is_err());
    // A colleague cannot give in another's name, and nobody gives a share they do not hold.
    assert!(
        gift.verify(&set, &story.ask, &story.holders[1].signing.public())
            .is_err()
    );
    assert!(refused(Gift::make(
        &set,
        &story.ask,
        &thief,
        &mut story.rng
    )));
    let elsewhere = (story.place.0, StaffId::make(&mut story.rng));
    let ask = Ask::make(elsewhere, &story.fresh, 500_100);
    let owner = story.holders[0].clone();
    assert!(refused(Gift::make(&set, &ask, &owner, &mut story.rng)));
    let bytes = gift.encode();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 4;
        let holds =
            Gift::decode(&changed).is_ok_and(|gift| gift.verify(&set, &story.ask, &holder).is_ok());
        assert!(!holds, "byte {at}");
    }
}

#[test]
fn a_set_is_its_owner_s() {
    let story = Story::new(7);
    let (key, signing) = (story.owner.kem.public().id(), story.owner.signing.public());
    let set = &story.made.set;
    assert!(set.verify(story.place, &key, &signing).is_ok());
    let other = (story.place.0, StaffId::from_bytes([9; 16]));
    assert!(set.verify(other, &key, &signing).is_err());
    assert!(
        set.verify(story.place, &key, &story.holders[0].signing.public())
            .is_err()
    );
    let bytes = set.encode();
    assert_eq!(ShareSet::decode(&bytes).as_ref(), Ok(set));
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        let holds = ShareSet::decode(&changed)
            .is_ok_and(|set| set.verify(story.place, &key, &signing).is_ok());
        assert!(!holds, "byte {at}");
    }
    for length in 0..bytes.len() {
        assert!(ShareSet::decode(&bytes[..length]).is_err());
    }
    let other_kit = AccountSecret::from_bytes(Zeroizing::new([7; 16]));
    assert!(refused(set.open_kit_share(&other_kit)));
}

#[test]
fn nobody_holds_their_own_share_or_two() {
    let mut story = Story::new(8);
    let [a, b, c] = story.holders.each_ref().map(|holder| holder.kem.public());
    let own = story.owner.kem.public();
    for wrong in [
        vec![a.clone()],
        vec![a.clone(), a.clone()],
        vec![a.clone(), own],
        vec![a.clone(), b.clone(), c.clone(), story.fresh.kem.public()],
        vec![],
    ] {
        let (place, owner, kit) = (story.place, story.owner.clone(), story.kit.clone());
        let made = ShareSet::make(place, &owner, &wrong, &kit, 1, &mut story.rng);
        assert!(made.is_err(), "{} holders", wrong.len());
    }
    let two: [KemPublic; 2] = [a, b];
    let made = ShareSet::make(
        story.place,
        &story.owner,
        &two,
        &story.kit,
        1,
        &mut story.rng,
    );
    assert!(made.is_ok_and(|made| made.set.holders().len() == 2));
}

// F7, 2e: the head never holds a share for the chair's inbox.
#[test]
fn the_head_holds_no_share_of_the_chair() {
    let entry = |key: u8, role, inbox| Entry {
        key_id: FixedBytes([key; 16]),
        suite: 1,
        kem_hash: FixedBytes([0; 32]),
        signing: FixedBytes([0; 32]),
        role,
        inbox,
        status: KeyStatus::Active,
        from: Day(1),
        to: Day(2),
        name: "A".into(),
        place: String::new(),
    };
    let lead = entry(1, Role::Lead, Inbox::Safeguarding);
    let head = entry(2, Role::Head, Inbox::Head);
    let chair = entry(3, Role::Chair, Inbox::Chair);
    let acting = entry(4, Role::Deputy, Inbox::Chair);
    assert!(may_hold(&head, &lead) && may_hold(&chair, &lead) && may_hold(&lead, &chair));
    assert!(!may_hold(&head, &chair) && !may_hold(&head, &acting) && !may_hold(&lead, &lead));
}

// F7: the drill.
#[test]
fn a_drill_fits_shows_nothing_and_fails_when_a_share_is_wrong() {
    let story = Story::new(9);
    let set = &story.made.set;
    let pieces = story.pieces([500_001, 500_009, 500_005]);
    for (piece, holder) in pieces.iter().zip(&story.holders) {
        assert!(piece.verify(set, &holder.signing.public()).is_ok());
    }
    assert!(
        pieces[0]
            .verify(set, &story.holders[1].signing.public())
            .is_err()
    );
    assert_eq!(drill::check(set, &pieces[..1]), Drill::Waiting);
    assert_eq!(
        drill::check(set, &pieces[..2]),
        Drill::Fits { hour: 500_001 }
    );
    assert_eq!(drill::check(set, &pieces), Drill::Fits { hour: 500_005 });
    // What is shown opens nothing, not even with one true share beside it.
    let mut story = story;
    let sums: Vec<Share> = pieces
        .iter()
        .map(|piece| Piece::encode(piece)[9..41].to_vec())
        .zip(1_u8..)
        .map(|(sum, place)| forged(&mut story, place, &sum))
        .collect();
    assert!(!story.recovers(&sums));
    let held = story.share(0);
    assert!(!story.recovers(&[held, sums[1].clone(), sums[2].clone()]));
    // A piece of another set: its holder's share is not one of this set.
    let other = Story::new(10).pieces([1, 2, 3]);
    let wrong = [pieces[0].clone(), other[1].clone()];
    assert_eq!(drill::check(&story.made.set, &wrong), Drill::Broken);
}

/// A share with any value, by way of a gift that somebody made by hand.
fn forged(story: &mut Story, place: u8, value: &[u8]) -> Share {
    // Gifts carry a share as bytes: seal this one as a holder of `place` would.
    let set = &story.made.set;
    let info = [
        b"reports/v1/recovery-gift".as_slice(),
        &story.ask.id().0,
        &set.id().0,
        &[place],
    ]
    .concat();
    let encoded = set.encode();
    let commitment = &encoded[HEAD_LEN..HEAD_LEN + 32];
    let sealed = crate::forge::seal(
        &story.ask.kem.to_bytes(),
        &info,
        commitment,
        value,
        &mut story.rng,
    );
    let bytes = [b"SRH1".as_slice(), &[place], &sealed, &[0; 64]].concat();
    let gift = Gift::decode(&bytes).unwrap_or_else(|_| panic!("the layout of a gift"));
    let share = gift.open(set, &story.ask, &story.fresh.kem);
    share.unwrap_or_else(|_| panic!("sealed to whoever asked"))
}

/// Three holders: magic, school, account, key, salt, hour, count, holders.
const HEAD_LEN: usize = 4 + 4 * 16 + 4 + 1 + 3 * 16;

#[test]
fn layouts() {
    let mut story = Story::new(11);
    let bytes = story.made.set.encode();
    assert_eq!(bytes[..4], hex!("53525331"), "SRS1");
    assert_eq!(bytes[4..20], story.place.0.to_bytes());
    assert_eq!(bytes[20..36], story.place.1.to_bytes());
    assert_eq!(bytes[36..52], story.owner.kem.public().id().0);
    assert_eq!(
        bytes[68..73],
        hex!("0007a120 03"),
        "hour 500,000 and three holders"
    );
    assert_eq!(bytes[73..89], story.holders[0].kem.public().id().0);
    // commitment, drill, SHA-256 of the copy, the kit's share, slots, signature
    assert_eq!(bytes.len(), HEAD_LEN + 3 * 32 + 48 + 3 * (1120 + 80) + 64);
    assert_eq!(story.made.copy.len(), 80);

    let ask = story.ask.encode();
    assert_eq!(ask[..4], hex!("53524131"), "SRA1");
    assert_eq!(ask[36..40], hex!("0007a184"), "hour 500,100");
    assert_eq!(ask.len(), 4 + 16 + 16 + 4 + 1216 + 32 + 64);
    assert!(Ask::decode(&ask).is_ok_and(|read| read.id() == story.ask.id()));
    for at in 0..ask.len() {
        let mut changed = ask.clone();
        changed[at] ^= 8;
        assert!(Ask::decode(&changed).is_err(), "byte {at}");
    }

    let gift = story.gift(2).encode();
    assert_eq!(gift[..5], hex!("53524831 03"), "SRH1, third place");
    assert_eq!(gift.len(), 4 + 1 + 1120 + 48 + 64);
    let piece = story.pieces([7, 8, 9])[1].encode();
    assert_eq!(
        piece[..9],
        hex!("53525031 02 00000008"),
        "SRP1, second place, hour"
    );
    assert_eq!(piece.len(), 4 + 1 + 4 + 32 + 64);
}

#[test]
fn new_secrets_are_signed_by_the_keys_they_lock() {
    let story = Story::new(12);
    let (ask, auth, vault) = (story.ask.id(), [3; 32], [4; 120]);
    let signature = sign_new_secrets(&story.owner.signing, story.place, &ask, &auth, &vault);
    let key = story.owner.signing.public();
    let holds = |place, ask, auth: [u8; 32], vault: [u8; 120]| {
        verify_new_secrets(&key, place, &ask, &auth, &vault, &signature).is_ok()
    };
    assert!(holds(story.place, ask, auth, vault));
    assert!(!holds(
        (story.place.0, StaffId::from_bytes([1; 16])),
        ask,
        auth,
        vault
    ));
    assert!(!holds(story.place, FixedBytes([0; 32]), auth, vault));
    assert!(!holds(story.place, ask, [5; 32], vault));
    assert!(!holds(story.place, ask, auth, [5; 120]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn what_was_shared_comes_back(seed in any::<u64>(), first in 0_usize..4, step in 1_usize..4) {
        let mut story = Story::new(seed);
        let mut share = |at: usize| if at == 3 { story.kit_share() } else { story.share(at) };
        let pair = [share(first), share((first + step) % 4)];
        prop_assert!(story.recovers(&pair));
        let set = &story.made.set;
        let read = ShareSet::decode(&set.encode());
        prop_assert_eq!(read.as_ref(), Ok(set));
    }
}
