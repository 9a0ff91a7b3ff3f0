//! The adults page: who has an account, whom the signed directory names, and what would have to be signed next.

use protocol::api::{
    DraftView, EndStaffRequest, InviteAnswer, InviteRequest, LimitsRequest, PeopleView,
    RootSignature, StaffView,
};
use protocol::day::Timestamp;
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
use crate::school::KnownSchool;
use crate::transport::{Method, Transport};
use crate::{call, text};

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
        let answer: InviteAnswer =
            call::send(&self.transport, Method::Post, Some(&token), path, &request).await?;
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
    pub(super) async fn draft(&mut self, now: Timestamp) -> Result<(), Failure> {
        self.refresh(now).await?;
        let token = self.desk()?.token.clone();
        let list: PeopleView =
            call::get(&self.transport, Some(&token), "/api/v1/staff".into()).await?;
        let request = next_directory(self.school()?, &list, now)?;
        let path = "/api/v1/directory/drafts".into();
        let _: DraftView =
            call::send(&self.transport, Method::Post, Some(&token), path, &request).await?;
        Ok(())
    }

    /// Signs a draft with a root key that was typed from paper. The key is used here and forgotten.
    pub(super) async fn sign(&mut self, hash: Hash, root_key: &str) -> Result<(), Failure> {
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
        let done = call::tell(
            &self.transport,
            Method::Post,
            Some(&token),
            path,
            Some(request),
        )
        .await;
        Ok(done?)
    }
}

/// Six words of every key in the directory or on an account.
fn words_of(directory: &Directory, list: &PeopleView) -> Vec<(KeyId, Vec<String>)> {
    let listed = directory.entries.iter().map(|entry| entry.key_id);
    let accounts = list.staff.iter().filter_map(|person| person.key);
    let mut keys: Vec<KeyId> = listed.chain(accounts).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| (key, key_words(&key))).collect()
}

/// A draft in words: what signing it would change. `None` for bytes that are not a directory.
fn shown(school: &KnownSchool, list: &PeopleView, draft: &DraftView) -> Option<Draft> {
    let directory = Directory::decode(&draft.directory.0).ok()?;
    let changes = difference(school.directory(), &directory);
    let mut added = Vec::new();
    let mut removed = Vec::new();
    for change in changes {
        match change {
            Change::Added {
                key, name, role, ..
            } => added.push(Adult { key, name, role }),
            Change::Removed { key, name, role } => removed.push(Adult { key, name, role }),
            Change::Status { key, after, .. } => {
                let adult = directory.entry(&key).map(named);
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
    let by = |person: &&StaffView| person.staff == draft.drafted_by;
    Some(Draft {
        hash: draft.hash,
        version: directory.version,
        words: added
            .iter()
            .map(|adult| (adult.key, key_words(&adult.key)))
            .collect(),
        added,
        removed,
        signatures: u8::try_from(draft.signatures.len()).unwrap_or(u8::MAX),
        drafted_by: list
            .staff
            .iter()
            .find(by)
            .map_or_else(String::new, |one| one.name.clone()),
        drafted_hour: draft.drafted_hour,
    })
}
