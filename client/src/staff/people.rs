//! The adults page: who has an account, whom the signed directory names, and what would have to be signed next.

use protocol::api::{
    DraftView, EndStaffRequest, InviteAnswer, InviteRequest, LeavingRequest, LimitsRequest,
    PeopleView, RootSignature, StaffView,
};
use protocol::day::{Day, Timestamp};
use protocol::directory::{Change, Directory, KeyStatus, difference};
use protocol::encoding::to_base64url;
use protocol::id::{Hash, InviteId, KeyId, StaffId};
use protocol::keys::SigningSecret;
use protocol::kit::read_root;
use protocol::root::sign_directory;
use rand_core::CryptoRng;

use super::adult::{key_words, named};
use super::draft::{needs_draft, next_directory};
use super::fault::field;
use super::message::{Adult, Draft, Failure, Invited, People};
use super::session::Session;
use crate::call::{self, Once};
use crate::school::KnownSchool;
use crate::text;
use crate::transport::{Method, Transport};

const HOURS_PER_DAY: u32 = 24;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Everyone with an account, the directory in force, and drafts that wait for signatures.
    pub(super) async fn people(&mut self, now: Timestamp) -> Result<People, Failure> {
        self.refresh(now).await?;
        let token = self.desk()?.token.clone();
        let list: PeopleView =
            call::get(&self.transport, Some(&token), "/api/v1/staff".into()).await?;
        let drafts: Vec<DraftView> = call::get(
            &self.transport,
            Some(&token),
            "/api/v1/directory/drafts".into(),
        )
        .await?;
        let school = self.school()?;
        let directory = school.directory();
        let root = school.verified().root();
        let fingerprint = to_base64url(&root.fingerprint().0);
        let version = directory.version;
        let code = list.today.term_code.map(|code| to_base64url(&code.0));
        let poster_path = [
            "/s/",
            &school.slug,
            "#k=",
            &fingerprint,
            "&v=",
            &version.to_string(),
            if code.is_some() { "&c=" } else { "" },
            code.as_deref().unwrap_or_default(),
        ]
        .concat();
        Ok(People {
            version,
            region: school.region.clone(),
            expires_day: directory.expires_day.0,
            threshold: root.threshold(),
            root_keys: u8::try_from(root.keys().len()).unwrap_or(u8::MAX),
            fingerprint_words: text::six_words(&root.fingerprint().0),
            poster_path,
            readers: school.readers().map(named).collect(),
            key_words: words_of(directory, &list),
            drafts: drafts
                .iter()
                .filter_map(|draft| shown(school, &list, draft))
                .collect(),
            needs_draft: needs_draft(school, &list, now),
            list,
            fingerprint,
        })
    }

    /// Invites an adult by a one-time link. The token is in the link's fragment, which no server sees.
    pub(super) async fn invite(&mut self, request: InviteRequest) -> Result<Invited, Failure> {
        let request = InviteRequest {
            name: text::clean(&request.name),
            role: request.role,
            place: text::clean(&request.place),
        };
        if request.name.is_empty() || request.name.len() > protocol::directory::MAX_NAME {
            return Err(field("name"));
        }
        let token = self.desk()?.token.clone();
        let path = "/api/v1/invites".into();
        let once = Once::make(&mut self.rng);
        let answer: InviteAnswer =
            call::send_once(&self.transport, Some(&token), path, &request, once).await?;
        let slug = &self.school()?.slug;
        let link = [
            "/s/",
            slug,
            "/staff#invite=",
            &to_base64url(&answer.token.0),
        ]
        .concat();
        Ok(Invited { answer, link })
    }

    /// Takes an invitation back.
    pub(super) async fn cancel_invite(&mut self, invite: InviteId) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/invites/", &invite.0.to_string()].concat();
        let done =
            call::tell::<T, ()>(&self.transport, Method::Delete, Some(&token), path, None).await;
        Ok(done?)
    }

    /// Sets what a day usually brings, and which posters are up.
    pub(super) async fn set_limits(&mut self, request: &LimitsRequest) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/limits".into();
        let done = call::tell(
            &self.transport,
            Method::Put,
            Some(&token),
            path,
            Some(request),
        );
        Ok(done.await?)
    }

    /// Proposes the next directory from the people there are.
    pub(super) async fn draft(&mut self, now: Timestamp, at_once: bool) -> Result<(), Failure> {
        self.refresh(now).await?;
        let token = self.desk()?.token.clone();
        let list: PeopleView =
            call::get(&self.transport, Some(&token), "/api/v1/staff".into()).await?;
        let request = next_directory(self.school()?, &list, now, at_once)?;
        let path = "/api/v1/directory/drafts".into();
        let _: DraftView =
            call::send(&self.transport, Method::Post, Some(&token), path, &request).await?;
        Ok(())
    }

    /// Signs a draft with a root key that was typed from paper. The key is used here and forgotten. Every key it adds
    /// must have been compared face to face.
    pub(super) async fn sign(
        &mut self,
        hash: Hash,
        root_key: &str,
        compared: &[KeyId],
    ) -> Result<(), Failure> {
        let seed = read_root(root_key).map_err(|_| Failure::BadRootKey)?;
        let key = SigningSecret::from_seed(seed);
        if !self.school()?.verified().root().contains(&key.public()) {
            return Err(Failure::BadRootKey);
        }
        let token = self.desk()?.token.clone();
        let path = String::from("/api/v1/directory/drafts");
        let drafts: Vec<DraftView> = call::get(&self.transport, Some(&token), path.clone()).await?;
        let draft = drafts
            .iter()
            .find(|draft| draft.hash == hash)
            .ok_or(Failure::NotFound)?;
        let directory = Directory::decode(&draft.directory.0).map_err(|_| Failure::Broken)?;
        // What is signed is what was shown: the named bytes, and a possible next version of what is in force.
        if directory.hash() != hash {
            return Err(Failure::Broken);
        }
        self.school()?
            .directory()
            .allows_successor(&directory)
            .map_err(|_| Failure::Conflict)?;
        let added = Changed::between(self.school()?.directory(), &directory).added;
        if !added.iter().all(|adult| compared.contains(&adult.key)) {
            return Err(field("compared"));
        }
        let signature: RootSignature = sign_directory(&key, &hash);
        let path = [&path, "/", &to_base64url(&hash.0), "/signatures"].concat();
        let signed = call::tell(
            &self.transport,
            Method::Post,
            Some(&token),
            path,
            Some(&signature),
        )
        .await;
        Ok(signed?)
    }

    /// Sets an adult's last day, or takes it back.
    pub(super) async fn leaving(
        &mut self,
        staff: StaffId,
        last_day: Option<u32>,
    ) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/staff/", &staff.0.to_string(), "/leaving"].concat();
        let request = LeavingRequest { last_day };
        let put = Method::Put;
        Ok(call::tell(&self.transport, put, Some(&token), path, Some(&request)).await?)
    }

    /// Ends a person's access at once; the signed directory follows.
    pub(super) async fn end(
        &mut self,
        staff: StaffId,
        request: &EndStaffRequest,
    ) -> Result<(), Failure> {
        if text::clean(&request.reason).is_empty() {
            return Err(field("reason"));
        }
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/staff/", &staff.0.to_string(), "/end"].concat();
        let once = Once::make(&mut self.rng);
        let done = call::tell_once(&self.transport, Some(&token), path, request, once);
        Ok(done.await?)
    }
}

/// Six words of every key in the directory or on an account.
fn words_of(directory: &Directory, list: &PeopleView) -> Vec<(KeyId, Vec<String>)> {
    let listed = directory
        .entries
        .iter()
        .map(|entry| (entry.key_id, entry.signing));
    let accounts = list.staff.iter().filter_map(|person| {
        let keys = person.public_keys.as_ref()?;
        Some((person.key?, keys.signing))
    });
    let mut keys: Vec<_> = listed.chain(accounts).collect();
    keys.sort_unstable();
    // What was signed goes before what the server says of an account.
    keys.dedup_by_key(|(key, _)| *key);
    keys.into_iter()
        .map(|(key, signing)| (key, key_words(&key, &signing)))
        .collect()
}

/// Who comes and who goes between two versions.
pub struct Changed {
    pub added: Vec<Adult>,
    pub removed: Vec<Adult>,
    /// Six words of each added key.
    pub words: Vec<(KeyId, Vec<String>)>,
}

impl Changed {
    /// What a person must know before signing `next`, or after it came into force.
    pub fn between(before: &Directory, next: &Directory) -> Self {
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        for change in difference(before, next) {
            match change {
                Change::Added {
                    key, name, role, ..
                } => added.push(Adult { key, name, role }),
                Change::Removed { key, name, role } => removed.push(Adult { key, name, role }),
                Change::Status { key, after, .. } => {
                    let adult = next.entry(&key).map(named);
                    let list = if after == KeyStatus::Active {
                        &mut added
                    } else {
                        &mut removed
                    };
                    list.extend(adult);
                }
                _ => {}
            }
        }
        let words = added
            .iter()
            .filter_map(|adult| next.entry(&adult.key))
            .map(|entry| (entry.key_id, key_words(&entry.key_id, &entry.signing)))
            .collect();
        Self {
            added,
            removed,
            words,
        }
    }
}

/// A draft in words: what signing it would change. `None` for bytes that are not a directory.
fn shown(school: &KnownSchool, list: &PeopleView, draft: &DraftView) -> Option<Draft> {
    let directory = Directory::decode(&draft.directory.0).ok()?;
    let changed = Changed::between(school.directory(), &directory);
    let by = |person: &&StaffView| person.staff == draft.drafted_by;
    let threshold = school.verified().root().threshold();
    let proposed = Day(draft.drafted_hour / HOURS_PER_DAY);
    let first_days = changed
        .added
        .iter()
        .filter_map(|adult| directory.entry(&adult.key))
        .map(|entry| entry.from.0);
    Some(Draft {
        hash: draft.hash,
        version: directory.version,
        needed: school
            .directory()
            .signatures_needed(&directory, threshold, proposed),
        from_day: first_days.max(),
        words: changed.words,
        added: changed.added,
        removed: changed.removed,
        signatures: u8::try_from(draft.signatures.len()).unwrap_or(u8::MAX),
        drafted_by: list
            .staff
            .iter()
            .find(by)
            .map_or_else(String::new, |one| one.name.clone()),
        drafted_hour: draft.drafted_hour,
    })
}
