//! Shares of one's own keys, drills, and giving a share on (protocol 4.2), for those who are signed in.
//!
//! Promises: what the server says about shares counts only under the signature of whoever it is about; a share leaves this
//! session sealed to the very request whose six words were compared, or masked in a drill, and in no other way.

use protocol::api::{
    RecoveryGiftRequest, RecoveryPieceRequest, RecoverySetRequest, RecoverySetView, RecoveryView,
};
use protocol::day::Timestamp;
use protocol::directory::Entry;
use protocol::encoding::Bytes;
use protocol::id::{Hash, KeyId, SchoolId, StaffId};
use protocol::keys::{KemPublic, StaffSecret};
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::{self, Piece};
use protocol::recovery::gift::Gift;
use protocol::recovery::{LEAST_HOLDERS, MOST_HOLDERS, ShareSet, may_hold};
use protocol::vault::AccountSecret;
use rand_core::CryptoRng;

use super::adult::named;
use super::fault::field;
use super::message::{Asking, Drill, Failure, Holder, Recovery, Shared};
use super::session::Session;
use crate::school::KnownSchool;
use crate::transport::{Method, Transport};
use crate::{call, text};

/// A set that its owner signed, and the pieces that its holders signed.
struct Believed {
    set: ShareSet,
    pieces: Vec<Piece>,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Everyone's shares, drills and requests, checked here.
    pub(super) async fn recovery(&mut self, now: Timestamp) -> Result<Recovery, Failure> {
        self.refresh(now).await?;
        let view = self.recovery_view().await?;
        let school = self.school()?;
        let me = self.desk()?.secret.kem.public().id();
        let sets: Vec<Believed> = believed(school, &view.sets);
        let own = school.directory().entry(&me);
        let readers = school
            .readers()
            .map(|entry| shared(school, &sets, entry, &me));
        let asks = view.asks.iter().filter_map(|view| {
            let ask = Ask::decode(&view.ask.0).ok()?;
            let known = sets.iter().find(|known| known.set.staff() == ask.staff)?;
            let name = |place: &u8| {
                let entry = school.directory().entry(known.set.holder_at(*place)?)?;
                Some(entry.name.clone())
            };
            let place = known.set.place_of(&me);
            Some(Asking {
                staff: ask.staff,
                ask: ask.id(),
                adult: named(school.directory().entry(&known.set.key())?),
                words: words_of(&ask),
                asked_hour: view.asked_hour,
                ends_hour: view.ends_hour,
                given: view.given.iter().filter_map(name).collect(),
                can_give: place.is_some_and(|place| !view.given.contains(&place)),
            })
        });
        let uses = view.uses.iter().filter_map(|used| {
            let known = sets.iter().find(|known| known.set.staff() == used.staff)?;
            let entry = school.directory().entry(&known.set.key())?;
            Some((entry.name.clone(), used.hour))
        });
        Ok(Recovery {
            readers: readers.collect(),
            asks: asks.collect(),
            uses: uses.collect(),
            candidates: own.map_or_else(Vec::new, |own| {
                let may = |entry: &&Entry| may_hold(entry, own);
                school.readers().filter(may).map(named).collect()
            }),
            me: own.map(|entry| entry.key_id),
        })
    }

    async fn recovery_view(&self) -> Result<RecoveryView, Failure> {
        let path = "/api/v1/recovery".into();
        Ok(call::get(&self.transport, Some(&self.desk()?.token), path).await?)
    }

    /// Shares this person's keys among two or three colleagues.
    pub(super) async fn share(&mut self, to: &[KeyId], now: Timestamp) -> Result<(), Failure> {
        self.refresh(now).await?;
        let (school, desk, rng) = self.parts()?;
        let place = (school.directory().school, desk.me.staff);
        let request = make_set(school, place, &desk.secret, to, &desk.kit, now, rng)?;
        let token = desk.token.clone();
        let path = "/api/v1/recovery/set".into();
        let put = Method::Put;
        Ok(call::tell(&self.transport, put, Some(&token), path, Some(&request)).await?)
    }

    /// Shows, masked, that this person's share of somebody's keys is there and fits.
    pub(super) async fn drill(&mut self, staff: StaffId, now: Timestamp) -> Result<(), Failure> {
        self.refresh(now).await?;
        let view = self.recovery_view().await?;
        let desk = self.desk()?;
        let known = find(self.school()?, &view.sets, staff)?;
        let piece =
            Piece::make(&known.set, &desk.secret, now.hour()).map_err(|_| Failure::Broken)?;
        let request = RecoveryPieceRequest {
            staff,
            piece: Bytes(piece.encode()),
        };
        let path = "/api/v1/recovery/piece".into();
        let (put, token) = (Method::Put, desk.token.clone());
        Ok(call::tell(&self.transport, put, Some(&token), path, Some(&request)).await?)
    }

    /// Gives this person's share to whoever asked, in the very request whose words were compared.
    pub(super) async fn give_share(
        &mut self,
        staff: StaffId,
        compared: &Hash,
        now: Timestamp,
    ) -> Result<(), Failure> {
        self.refresh(now).await?;
        let view = self.recovery_view().await?;
        let asked = view.asks.iter().find_map(|view| {
            let ask = Ask::decode(&view.ask.0).ok()?;
            (ask.staff == staff).then_some(ask)
        });
        let ask = asked.ok_or(Failure::NotFound)?;
        let (school, desk, rng) = self.parts()?;
        if ask.id() != *compared || ask.school != school.directory().school {
            return Err(Failure::Conflict);
        }
        let known = find(school, &view.sets, staff)?;
        let gift = Gift::make(&known.set, &ask, &desk.secret, rng).map_err(|_| Failure::Broken)?;
        let request = RecoveryGiftRequest {
            staff,
            ask: ask.id(),
            gift: Bytes(gift.encode()),
        };
        let path = "/api/v1/recovery/gift".into();
        let (put, token) = (Method::Put, desk.token.clone());
        Ok(call::tell(&self.transport, put, Some(&token), path, Some(&request)).await?)
    }

    /// Stops a request.
    pub(super) async fn stop_recovery(&mut self, staff: StaffId) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/recovery/asks/", &staff.0.to_string()].concat();
        let done =
            call::tell::<T, ()>(&self.transport, Method::Delete, Some(&token), path, None).await;
        Ok(done?)
    }
}

/// Six words that stand for every byte of a request.
pub fn words_of(ask: &Ask) -> Vec<String> {
    text::six_words(&ask.id().0)
}

/// New shares, for people who read today and may hold them.
pub fn make_set(
    school: &KnownSchool,
    place: (SchoolId, StaffId),
    keys: &StaffSecret,
    to: &[KeyId],
    kit: &AccountSecret,
    now: Timestamp,
    rng: &mut impl CryptoRng,
) -> Result<RecoverySetRequest, Failure> {
    if !(LEAST_HOLDERS..=MOST_HOLDERS).contains(&to.len()) {
        return Err(field("holders"));
    }
    let holders = able(school, &keys.kem.public().id())?
        .into_iter()
        .filter(|public| to.contains(&public.id()));
    let holders: Vec<KemPublic> = holders.collect();
    if holders.len() != to.len() {
        return Err(field("holders"));
    }
    let made = ShareSet::make(place, keys, &holders, kit, now.hour(), rng);
    let made = made.map_err(|_| field("holders"))?;
    Ok(RecoverySetRequest {
        set: Bytes(made.set.encode()),
        copy: Bytes(made.copy),
    })
}

/// Keys of everyone who reads today and may hold a share of this reader's keys.
pub fn able(school: &KnownSchool, owner: &KeyId) -> Result<Vec<KemPublic>, Failure> {
    let own = school.directory().entry(owner).ok_or(Failure::Refused)?;
    let able = school
        .slots()
        .filter(|(entry, _)| may_hold(entry, own) && !school.is_withdrawn(entry.key_id));
    Ok(able.map(|(_, public)| public.clone()).collect())
}

/// A set as its owner signed it; `None` when anybody else did.
pub fn verified(school: &KnownSchool, bytes: &[u8]) -> Option<ShareSet> {
    let set = ShareSet::decode(bytes).ok()?;
    let entry = school.directory().entry(&set.key())?;
    let place = (school.directory().school, set.staff());
    set.verify(place, &entry.key_id, &entry.signing).ok()?;
    Some(set)
}

fn believed(school: &KnownSchool, views: &[RecoverySetView]) -> Vec<Believed> {
    let one = |view: &RecoverySetView| {
        let set = verified(school, &view.set.0).filter(|set| set.staff() == view.staff)?;
        let pieces = view.pieces.iter().filter_map(|bytes| {
            let piece = Piece::decode(&bytes.0).ok()?;
            let holder = school.directory().entry(set.holder_at(piece.place())?)?;
            piece.verify(&set, &holder.signing).ok()?;
            Some(piece)
        });
        let pieces = pieces.collect();
        Some(Believed { set, pieces })
    };
    views.iter().filter_map(one).collect()
}

fn find(
    school: &KnownSchool,
    views: &[RecoverySetView],
    staff: StaffId,
) -> Result<Believed, Failure> {
    let mut sets = believed(school, views);
    let at = sets.iter().position(|known| known.set.staff() == staff);
    Ok(sets.swap_remove(at.ok_or(Failure::NotFound)?))
}

fn shared(school: &KnownSchool, sets: &[Believed], entry: &Entry, me: &KeyId) -> Shared {
    let known = sets.iter().find(|known| known.set.key() == entry.key_id);
    let holders: Vec<Holder> = known.map_or_else(Vec::new, |known| {
        let one = |key: &KeyId| {
            let entry = school.directory().entry(key)?;
            let place = known.set.place_of(key);
            let shown = known
                .pieces
                .iter()
                .find(|piece| Some(piece.place()) == place);
            Some(Holder {
                name: entry.name.clone(),
                role: entry.role,
                shown_hour: shown.map(Piece::hour),
                reads: school.readers().any(|reader| reader.key_id == *key),
            })
        };
        known.set.holders().iter().filter_map(one).collect()
    });
    let drill = known.map_or(Drill::Waiting, |known| {
        match drill::check(&known.set, &known.pieces) {
            drill::Drill::Waiting => Drill::Waiting,
            drill::Drill::Fits { hour } => Drill::Fits { hour },
            drill::Drill::Broken => Drill::Broken,
        }
    });
    Shared {
        adult: named(entry),
        staff: known.map(|known| known.set.staff()),
        made_hour: known.map_or(0, |known| known.set.hour()),
        enough: holders.iter().filter(|holder| holder.reads).count() >= LEAST_HOLDERS,
        mine: known.is_some_and(|known| known.set.place_of(me).is_some()),
        holders,
        drill,
    }
}
