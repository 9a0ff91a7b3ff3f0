//! A server that lies about who can read. P37: nothing is sealed to a key the root keys did not sign.

use client::reporter::message::{Answer, Ask, DirectoryFault, Failure, Poster};
use client::staff::message as staff;
use demo::people::SLUG;
use protocol::api::{Role, SchoolView};
use protocol::day::Timestamp;
use protocol::directory::Directory;
use protocol::encoding::Bytes;
use protocol::keys::{KemSecret, SigningSecret};
use protocol::kit::read_root;
use protocol::root::{RootSet, sign_directory};

use crate::fixture::{Fixture, draft, fixture, pupil_failure};
use crate::network::changing_school;

/// Starts against a changed school and expects a fault; nothing may have gone to the gateway.
async fn refused(school: &Fixture, change: impl Fn(&mut SchoolView) + 'static) -> DirectoryFault {
    let mut child = school.pupil().await;
    child.network.lie(changing_school(change));
    let answer = child.try_start().await;
    match pupil_failure(&answer) {
        Some(Failure::Directory(fault)) => *fault,
        other => panic!("{other:?}"),
    }
}

fn root_keys(school: &Fixture) -> Vec<SigningSecret> {
    let texts = school
        .file
        .people
        .iter()
        .filter_map(|person| person.root_key.as_ref());
    texts
        .map(|text| SigningSecret::from_seed(read_root(text).unwrap()))
        .collect()
}

/// Signs another directory with the school's real root keys.
fn signed_again(view: &mut SchoolView, keys: &[SigningSecret], change: impl Fn(&mut Directory)) {
    let mut directory = Directory::decode(&view.directory.directory.0).unwrap();
    change(&mut directory);
    view.directory.directory = Bytes(directory.encode().unwrap());
    view.directory.signatures = keys
        .iter()
        .take(2)
        .map(|key| sign_directory(key, &directory.hash()))
        .collect();
}

// P37: another key under a reader's name is noticed, whether it replaces the real one or hides it.
#[tokio::test]
async fn a_swapped_key_is_refused() {
    let school = fixture().await;
    let swapped = refused(&school, |view| {
        let mut rng = <rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(1);
        view.public_keys[0] = Bytes(KemSecret::make(&mut rng).public().to_bytes());
    });
    assert_eq!(swapped.await, DirectoryFault::Malformed);
    let missing = refused(&school, |view| view.public_keys.clear());
    assert_eq!(missing.await, DirectoryFault::Malformed);
}

// P37: changed bytes, too few signatures, another root.
#[tokio::test]
async fn a_directory_that_was_not_signed_is_refused() {
    let school = fixture().await;
    let changed = refused(&school, |view| {
        let place = view.directory.directory.0.len() - 1;
        view.directory.directory.0[place] ^= 1;
    });
    assert_eq!(changed.await, DirectoryFault::Signatures);
    let one = refused(&school, |view| view.directory.signatures.truncate(1));
    assert_eq!(one.await, DirectoryFault::Signatures);
    let twice = refused(&school, |view| {
        let first = view.directory.signatures[0].clone();
        view.directory.signatures = vec![first.clone(), first];
    });
    assert_eq!(twice.await, DirectoryFault::Signatures);
    let other_root = refused(&school, |view| {
        let mut rng = <rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(2);
        let key = SigningSecret::make(&mut rng);
        let root = RootSet::new(view.school, 1, vec![key.public()]).unwrap();
        view.directory.root = Bytes(root.encode());
        signed_again(view, &[key], |_| {});
    });
    assert_eq!(other_root.await, DirectoryFault::Fingerprint);
}

// P37: old, older than the poster, two of the same version.
#[tokio::test]
async fn a_directory_from_the_past_is_refused() {
    let school = fixture().await;
    let keys = root_keys(&school);
    let mut child = school.pupil().await;
    let poster = Poster {
        least_version: 2,
        term_code: None,
        ..school.poster()
    };
    let old = child
        .ask(Ask::Start {
            slug: SLUG.into(),
            poster: Some(poster),
        })
        .await;
    let rolled_back = Some(&Failure::Directory(DirectoryFault::RolledBack));
    assert_eq!(pupil_failure(&old), rolled_back);

    // A newer one was seen in this session: the older one is refused from then on.
    let mut child = school.pupil().await;
    child.network.lie(changing_school(move |view| {
        signed_again(view, &keys, |directory| {
            *directory = directory.successor(directory.issued_day)
        });
    }));
    let shown = child.start().await;
    child.network.be_honest();
    let sent = child.ask(Ask::Send(draft(&shown, "hello", &[]))).await;
    assert_eq!(pupil_failure(&sent), rolled_back);

    // Two different ones with the same version, both properly signed.
    let keys = root_keys(&school);
    let mut child = school.pupil().await;
    let shown = child.start().await;
    child.network.lie(changing_school(move |view| {
        signed_again(view, &keys, |directory| {
            directory.entries[0].place = "Cellar".into()
        });
    }));
    child.network.take_sent();
    let sent = child.ask(Ask::Send(draft(&shown, "hello", &[]))).await;
    assert_eq!(
        pupil_failure(&sent),
        Some(&Failure::Directory(DirectoryFault::Forked))
    );
    assert!(
        child
            .network
            .take_sent()
            .iter()
            .all(|sent| !sent.path.ends_with("/gateway"))
    );

    school
        .world
        .set(Timestamp(school.world.now().0 + 101 * 86_400));
    let mut child = school.pupil().await;
    let frozen = child.try_start().await;
    assert_eq!(
        pupil_failure(&frozen),
        Some(&Failure::Directory(DirectoryFault::Expired))
    );
}

// An old phone whose clock has stopped still sees every reader and can send.
#[tokio::test]
async fn a_phone_that_lives_in_the_past_can_report() {
    let school = fixture().await;
    let mut child = school.pupil().await;
    let poster = Some(school.poster());
    let past = Timestamp(1_577_836_800);
    let start = Ask::Start {
        slug: SLUG.into(),
        poster,
    };
    let Answer::School(shown) = child.session.answer(start, past, &mut |_| {}).await else {
        panic!("no school")
    };
    assert_eq!(shown.readers.len(), 4);
    let send = Ask::Send(draft(&shown, "My phone thinks it is 2020.", &[]));
    let sent = child.session.answer(send, past, &mut |_| {}).await;
    assert!(matches!(sent, Answer::Sent { .. }));
}

// Within one staff session the root keys must stay what they were, poster or not.
#[tokio::test]
async fn staff_notice_another_root() {
    let school = fixture().await;
    let mut lead = school.adult(Role::Lead).await;
    lead.network.lie(changing_school(|view| {
        let mut rng = <rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(2);
        let key = SigningSecret::make(&mut rng);
        let root = RootSet::new(view.school, 1, vec![key.public()]).unwrap();
        view.directory.root = Bytes(root.encode());
        signed_again(view, &[key], |_| {});
    }));
    let board = lead.ask(staff::Ask::Board { whole: true }).await;
    assert_eq!(
        crate::fixture::failure(&board),
        Some(&staff::Failure::Directory(DirectoryFault::Fingerprint))
    );
}

// Bad input: a poster that is not one, a school that is not there, an answer that is not ours.
#[tokio::test]
async fn nonsense_is_told_plainly() {
    let school = fixture().await;
    let mut child = school.pupil().await;
    let poster = Poster {
        fingerprint: "short".into(),
        least_version: 1,
        term_code: None,
    };
    let answer = child
        .ask(Ask::Start {
            slug: SLUG.into(),
            poster: Some(poster),
        })
        .await;
    assert_eq!(
        pupil_failure(&answer),
        Some(&Failure::Directory(DirectoryFault::Fingerprint))
    );
    // Where no school is nobody reads: the page says so, and who answers now.
    let places = [
        ("../log", Failure::Broken),
        ("nowhere", Failure::NotOpen),
        ("", Failure::Broken),
    ];
    for (slug, wanted) in places {
        let answer = child
            .ask(Ask::Start {
                slug: slug.into(),
                poster: None,
            })
            .await;
        assert_eq!(pupil_failure(&answer), Some(&wanted), "{slug}");
    }
    child.network.lie(|_, answer| client::transport::Response {
        status: answer.status,
        body: b"<html>Sign in to the guest network</html>".to_vec(),
    });
    assert_eq!(
        pupil_failure(&child.try_start().await),
        Some(&Failure::Broken)
    );
    assert!(matches!(child.ask(Ask::Withdraw).await, Answer::Failed(_)));
}
