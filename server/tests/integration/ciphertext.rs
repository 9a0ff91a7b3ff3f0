//! What the database holds of words: nothing that opens without a reader's key, and each case under a key of its own.

use protocol::api::MessagesRequest;
use protocol::encoding::Bytes;
use protocol::gateway::{GatewayAnswer, Op};
use protocol::id::CaseId;
use protocol::plaintext::Danger;
use server::backup::{self, Source};
use server::randomness::Randomness;
use server::store::Location;
use uuid::Uuid;

use crate::asking::post;
use crate::database::Fresh;
use crate::expiry::{LEAD, note};
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(no_word_lies_open_and_each_case_has_its_own_key);

/// Words of the pupil's report, of the follow-up, of the reader's note, and of its title.
const WORDS: [&[u8]; 4] = [b"CANARY", b"happened again", b"police may", b"Gate"];

// IMP-C1, M1: reports, follow-ups and notes come in; no byte of any row, or of any file, is a word of them. The key of one
// case is destroyed: that case opens no more, in no copy, and the other one does.
async fn no_word_lies_open_and_each_case_has_its_own_key(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let mut cases = Vec::new();
    for danger in [Danger::Yes, Danger::No] {
        let pupil = Pupil::report(&world, &mut school, danger).await;
        let case = pupil.place.case;
        let more = Op::Say {
            envelope: Box::new(pupil.follow_up(&mut school)),
        };
        let said = pupil.ask(&world, &mut school, more).await;
        assert_eq!(said, GatewayAnswer::Accepted {});
        let noted = note(&mut school, &pupil, case, LEAD);
        let kept = post(format!("/api/v1/cases/{}/messages", case.0))
            .session(&lead)
            .json(&MessagesRequest {
                envelopes: vec![Bytes(noted.encode())],
                destroy_after_day: None,
                may_expire: None,
                due_day: None,
            })
            .of(&world)
            .await;
        assert_eq!(kept.status, 200);
        cases.push(case);
    }

    // Every row of every table, whichever the engine, is in a backup.
    let place = tempfile::tempdir().unwrap();
    let source = Source {
        database: &world.database,
        key: &world.server_key.derive_log_key(),
        now: world.now(),
        randomness: &Randomness::system(),
    };
    let (folder, manifest) = backup::write(&source, place.path()).await.unwrap();
    assert_eq!(manifest.cases, 2);
    let mut searched = vec![folder];
    if matches!(fresh.location, Location::Sqlite(_)) {
        searched.push(fresh.folder.path().to_owned());
    }
    let (mut bytes_seen, mut ids_seen) = (0, 0);
    for folder in searched {
        for file in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes_seen += bytes.len();
            for word in WORDS {
                assert!(!bytes.windows(word.len()).any(|window| window == word));
            }
            let id = cases[0].0.as_bytes().as_slice();
            ids_seen += bytes.windows(16).filter(|window| *window == id).count();
        }
    }
    assert!(bytes_seen > 50_000 && ids_seen > 5, "the right place");

    let keys = names_of_keys(&world, &cases).await;
    assert_ne!(keys[0], keys[1]);
    let day = world.now().day();
    world
        .database
        .shreds()
        .destroy(&keys[..1], day)
        .await
        .unwrap();
    let mut transaction = world.database.read().await.unwrap();
    let gone = transaction.case_messages(school.id, cases[0]).await;
    assert!(gone.unwrap().is_none());
    let there = transaction.case_messages(school.id, cases[1]).await;
    assert_eq!(there.unwrap().unwrap().len(), 3);
}

async fn names_of_keys(world: &World, cases: &[CaseId]) -> Vec<Uuid> {
    let start = (protocol::id::SchoolId(Uuid::nil()), CaseId(Uuid::nil()));
    let mut transaction = world.database.read().await.unwrap();
    let found = transaction.case_keys(start, 9).await.unwrap();
    let of = |case: &CaseId| found.iter().find(|(_, one, _)| one == case).unwrap().2;
    cases.iter().map(of).collect()
}
