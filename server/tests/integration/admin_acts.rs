//! Whatever an admin does, in whatever order (P61, F7, IMP-2): two people can read afterwards, the list of readers is
//! signed as its root asks, and nothing sealed has come into the admin's hands.

use protocol::api::{
    DraftRequest, DraftView, EndStaffRequest, InviteRequest, LeavingRequest, Role, StaffState,
};
use protocol::day::Day;
use protocol::directory::{Directory, KeyStatus, Known, verify};
use protocol::encoding::{Bytes, to_base64url};
use protocol::keys::SigningSecret;
use protocol::plaintext::Danger;
use protocol::root::sign_directory;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use crate::asking::{Answer, ask, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::{World, rng};

both!(no_sequence_of_admin_acts_breaks_the_school);

const SEQUENCES: u64 = 8;
const ACTS: usize = 24;

struct Try<'a> {
    world: &'a World,
    school: School,
    admin: String,
    rng: ChaCha20Rng,
    /// What came back to the admin, to look for anything sealed in it.
    seen: Vec<Vec<u8>>,
    changed: u32,
}

impl Try<'_> {
    fn pick(&mut self, of: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap() % of
    }

    fn person(&mut self) -> &Person {
        let at = self.pick(3);
        [&self.school.lead, &self.school.deputy, &self.school.head][at]
    }

    fn took(&mut self, answer: Answer) {
        assert_ne!(answer.status, 500);
        self.changed += u32::from(answer.status < 300);
        self.seen.push(answer.body);
    }

    async fn act(&mut self) {
        let admin = self.admin.clone();
        let answer = match self.pick(8) {
            0 => {
                let destroy = self.pick(3) == 0;
                let person = self.person();
                let request = EndStaffRequest {
                    reason: "Tried".to_owned(),
                    key: Some(person.key()),
                    destroy,
                };
                let path = format!("/api/v1/staff/{}/end", person.staff.0);
                post(path)
                    .session(&admin)
                    .json(&request)
                    .of(self.world)
                    .await
            }
            1 => {
                let person = self.person().staff;
                let last_day = Some(self.world.now().day());
                let path = format!("/api/v1/staff/{}/leaving", person.0);
                let request = LeavingRequest { last_day };
                ask("PUT", path)
                    .session(&admin)
                    .json(&request)
                    .of(self.world)
                    .await
            }
            2 => {
                let role = [Role::Reader, Role::Chair, Role::Admin][self.pick(3)];
                let request = InviteRequest {
                    name: "Ms New".to_owned(),
                    role,
                    place: String::new(),
                };
                post("/api/v1/invites")
                    .session(&admin)
                    .json(&request)
                    .of(self.world)
                    .await
            }
            3 => {
                let case = uuid_of(self.pick(200));
                let path = format!("/api/v1/cases/{case}/release");
                let refused = post(path).session(&admin).text("{}").of(self.world).await;
                assert!(refused.status >= 400);
                let board = get("/api/v1/cases").session(&admin).of(self.world).await;
                assert_eq!(board.status, 403);
                board
            }
            4 | 5 => self.draft().await,
            _ => self.sign().await,
        };
        self.took(answer);
        for path in ["/api/v1/staff", "/api/v1/audit", "/api/v1/directory/drafts"] {
            let answer = get(path).session(&admin).of(self.world).await;
            self.took(answer);
        }
    }

    /// A next directory, changed in ways an admin might like.
    async fn draft(&mut self) -> Answer {
        let current = self.current().await;
        let today = Day(self.world.now().day());
        let mut next = current.successor(today);
        for _ in 0..=self.pick(2) {
            let at = self.pick(next.entries.len().max(1));
            let status = [
                KeyStatus::Revoked,
                KeyStatus::DecryptOnly,
                KeyStatus::Active,
            ][self.pick(3)];
            match (self.pick(4), next.entries.get_mut(at)) {
                (0, Some(entry)) => entry.status = status,
                (1, Some(entry)) => entry.from = today.plus_days(self.rng.next_u32() % 9),
                (2, Some(_)) => drop(next.entries.remove(at)),
                (_, _) => next.issued_day = current.issued_day,
            }
        }
        let Some(bytes) = next.encode() else {
            return get("/api/v1/staff")
                .session(&self.admin)
                .of(self.world)
                .await;
        };
        let request = DraftRequest {
            directory: Bytes(bytes),
            public_keys: Vec::new(),
        };
        let path = "/api/v1/directory/drafts";
        post(path)
            .session(&self.admin)
            .json(&request)
            .of(self.world)
            .await
    }

    /// A signature under some draft: by a root key, by the admin's own, or under other bytes.
    async fn sign(&mut self) -> Answer {
        let listed = get("/api/v1/directory/drafts")
            .session(&self.admin)
            .of(self.world)
            .await;
        let drafts: Vec<DraftView> = listed.ok();
        let Some(draft) = drafts.get(self.pick(drafts.len().max(1))) else {
            return listed;
        };
        let signer = match self.pick(4) {
            3 => SigningSecret::make(&mut self.rng),
            root => self.school.roots[root].clone(),
        };
        let mut signature = sign_directory(&signer, &draft.hash);
        if self.pick(5) == 0 {
            signature.root_key = self.school.roots[0].public();
        }
        let hash = to_base64url(&draft.hash.0);
        let path = format!("/api/v1/directory/drafts/{hash}/signatures");
        post(path)
            .session(&self.admin)
            .json(&signature)
            .of(self.world)
            .await
    }

    async fn current(&self) -> Directory {
        let mut transaction = self.world.database.read().await.unwrap();
        let stored = transaction
            .current_directory(self.school.id)
            .await
            .unwrap()
            .unwrap();
        Directory::decode(&stored.signed.directory.0).unwrap()
    }

    /// What must be true after every act, read from the database and not from the server's own checks.
    async fn check(&self) {
        let today = Day(self.world.now().day());
        let mut transaction = self.world.database.read().await.unwrap();
        let id = self.school.id;
        let stored = transaction.current_directory(id).await.unwrap().unwrap();
        let known = Known {
            fingerprint: Some(self.school.root.fingerprint()),
            ..Known::default()
        };
        let verified = verify(&stored.signed, &known, today).expect("signed by enough root keys");
        let versions = transaction.directory_versions(id).await.unwrap();
        let mut before: Option<Directory> = None;
        for version in versions {
            let version = Directory::decode(&version.signed.directory.0).unwrap();
            if let Some(before) = before {
                assert_eq!(before.allows_successor(&version), Ok(()));
            }
            before = Some(version);
        }
        let withdrawn = transaction.withdrawn_keys(id).await.unwrap();
        let staff = transaction.staff_list(id).await.unwrap();
        let works = |key: &protocol::id::KeyId| {
            let person = staff.iter().find(|person| person.key == Some(*key));
            person.is_some_and(|person| person.state != StaffState::Ended)
                && !withdrawn.contains(key)
        };
        let readers = verified.directory().readers(today);
        let able = readers.filter(|entry| works(&entry.key_id)).count();
        assert!(able >= 2, "only {able} can read");
    }
}

fn uuid_of(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

async fn no_sequence_of_admin_acts_breaks_the_school(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut changed = 0;
    for seed in 0..SEQUENCES {
        let mut school = School::bring_in(&world, &format!("s{seed}"), 100 + seed).await;
        let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
        let admin = school.sign_in(&world, &school.admin).await;
        let mut attempt = Try {
            world: &world,
            school,
            admin,
            rng: rng(seed),
            seen: Vec::new(),
            changed: 0,
        };
        for _ in 0..ACTS {
            attempt.act().await;
            attempt.check().await;
        }
        // Nothing of the envelope but its hashes ever came to the admin: no slot, no wrap, no body.
        let envelope = &pupil.sealed.envelope;
        let mut sealed = vec![to_base64url(&envelope.body()[..48])];
        for slot in envelope.slots() {
            sealed.push(to_base64url(&slot.wrap.0));
            sealed.push(to_base64url(&slot.enc[..48]));
        }
        for seen in &attempt.seen {
            let text = String::from_utf8_lossy(seen);
            assert!(!text.contains("CANARY"));
            assert!(sealed.iter().all(|part| !text.contains(part.as_str())));
        }
        changed += attempt.changed;
    }
    assert!(
        changed > 300,
        "the acts must really do something: {changed}"
    );
}
