//! The three ways of losing a secret, each played by different people in their own sessions; and servers that cheat.
// P40, P41, F7.

use client::staff::demo_code::code;
use client::staff::message::{Answer, Ask, Asked, Drill, Entry, Failure, Recovery, Regained};
use demo::file::Person;
use demo::people::SLUG;
use protocol::api::{RecoveryLookAnswer, RecoverySetView, RecoveryView, Role};
use protocol::encoding::Bytes;
use protocol::keys::StaffSecret;
use protocol::recovery::ask::Ask as Request;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::fixture::{Adult, Fixture, failure, fixture};
use crate::network::changing;

const NEW_PASSWORD: &str = "wet boots by the door";

impl Adult<'_> {
    async fn on_recovery(&mut self, ask: Ask) -> Recovery {
        match self.ask(ask).await {
            Answer::Recovery(recovery) => recovery,
            other => panic!("{:?}", failure(&other)),
        }
    }

    async fn recovery(&mut self) -> Recovery {
        self.on_recovery(Ask::Recovery).await
    }

    async fn share(&mut self, names: usize) -> Recovery {
        let found = self.recovery().await.candidates;
        let to = found.iter().take(names).map(|adult| adult.key).collect();
        self.on_recovery(Ask::Share { to }).await
    }

    fn asking(&self, person: &Person) -> Ask {
        self.fixture.minutes_pass(1);
        Ask::AskRecovery {
            slug: SLUG.into(),
            user: person.user.clone(),
            password: NEW_PASSWORD.into(),
            code: code(&person.totp_secret, self.fixture.world.now()).unwrap(),
        }
    }

    async fn asks(&mut self, person: &Person) -> Asked {
        match self.ask(self.asking(person)).await {
            Answer::Asked(asked) => asked,
            other => panic!("{:?}", failure(&other)),
        }
    }

    async fn try_come_back(&mut self, person: &Person, asked: &Asked, old: &str) -> Answer {
        self.fixture.minutes_pass(1);
        self.ask(Ask::ComeBack {
            slug: SLUG.into(),
            user: person.user.clone(),
            password: NEW_PASSWORD.into(),
            account_secret: asked.kit.account_secret.clone(),
            code: code(&person.totp_secret, self.fixture.world.now()).unwrap(),
            old_secret: old.into(),
        })
        .await
    }

    async fn come_back(&mut self, person: &Person, asked: &Asked, old: &str) -> Regained {
        match self.try_come_back(person, asked, old).await {
            Answer::Regained(regained) => regained,
            other => panic!("{:?}", failure(&other)),
        }
    }

    /// Compares the six words with what was read out, then gives.
    async fn gives(&mut self, asked: &Asked) {
        let recovery = self.recovery().await;
        let one = recovery.asks.first().unwrap();
        assert!(one.can_give);
        assert_eq!(
            one.words, asked.words,
            "the words read out are the words shown"
        );
        let ask = Ask::GiveShare {
            staff: one.staff,
            compared: one.ask,
        };
        let after = self.on_recovery(ask).await;
        assert!(!after.asks[0].can_give);
    }
}

fn with_new_secrets(person: &Person, asked: &Asked) -> Person {
    Person {
        password: NEW_PASSWORD.into(),
        account_secret: asked.kit.account_secret.clone(),
        ..person.clone()
    }
}

/// The lead has a case, and shares with three colleagues.
async fn school_with_shares() -> Fixture {
    let school = fixture().await;
    school
        .report("They wait for me. Canary: tin whistle.", &[])
        .await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    let recovery = lead.share(3).await;
    let mine = recovery
        .readers
        .iter()
        .find(|one| one.adult.role == Role::Lead);
    assert!(mine.is_some_and(|one| one.enough && one.holders.len() == 3));
    school
}

// P40: lost both, with two colleagues.
#[tokio::test]
async fn who_lost_both_comes_back_with_two_colleagues() {
    let school = school_with_shares().await;
    let person = school.person(Role::Lead);
    let mut locked_out = school.visitor().await;
    let asked = locked_out.asks(person).await;
    assert_eq!(asked.words.len(), 6);
    let waiting = locked_out.come_back(person, &asked, "").await;
    assert!(matches!(waiting, Regained::Waiting { given: 0, .. }));
    school.adult(Role::Deputy).await.gives(&asked).await;
    // One is not enough, and the browser can be another one by now.
    let mut later = school.visitor().await;
    match later.come_back(person, &asked, "").await {
        Regained::Waiting { given, words, .. } => {
            assert_eq!((given, words), (1, asked.words.clone()));
        }
        Regained::Done => panic!("one colleague alone"),
    }
    school.adult(Role::Chair).await.gives(&asked).await;
    assert!(matches!(
        later.come_back(person, &asked, "").await,
        Regained::Done
    ));

    // The old password and kit are dead; with the new ones the old case opens.
    school.minutes_pass(1);
    let refused = later.ask(later.sign_in_ask(person)).await;
    assert!(matches!(failure(&refused), Some(Failure::SignInRefused)));
    let mut back = school.visitor().await;
    school.minutes_pass(1);
    back.sign_in(&with_new_secrets(person, &asked)).await;
    let row = back.only_row().await;
    assert!(row.mine, "the bookmark of before opens too");
    let case = back.open(row.case).await;
    assert!(case.conversation[0].text.contains("tin whistle"));
    // Shares were made anew at once, and every step is in the log that everybody reads.
    let mut chair = school.adult(Role::Chair).await;
    let seen = chair.recovery().await;
    assert!(seen.asks.is_empty() && seen.uses.len() == 1);
    assert!(
        seen.readers
            .iter()
            .any(|one| one.adult.role == Role::Lead && one.enough)
    );
    let Answer::Audit(audit) = chair.ask(Ask::Audit { before: None }).await else {
        panic!("the log");
    };
    assert_eq!(audit.broken, None);
    let count = |fits: fn(&Entry) -> bool| audit.rows.iter().filter(|row| fits(&row.what)).count();
    assert_eq!(count(|what| matches!(what, Entry::RecoveryAsked)), 1);
    assert_eq!(count(|what| matches!(what, Entry::ShareGiven)), 2);
    assert_eq!(count(|what| matches!(what, Entry::Recovered)), 1);
    assert_eq!(count(|what| matches!(what, Entry::SharesMade)), 2);
}

// P40: lost the password, with the kit: the paper is one share, a colleague's is the other.
#[tokio::test]
async fn who_lost_the_password_comes_back_with_the_kit_and_one_colleague() {
    let school = school_with_shares().await;
    let person = school.person(Role::Lead);
    let mut locked_out = school.visitor().await;
    let asked = locked_out.asks(person).await;
    // The kit alone is not enough.
    let alone = locked_out
        .come_back(person, &asked, &person.account_secret)
        .await;
    assert!(matches!(alone, Regained::Waiting { given: 0, .. }));
    school.adult(Role::Head).await.gives(&asked).await;
    let another = &school.person(Role::Head).account_secret;
    let wrong_kit = locked_out.come_back(person, &asked, another).await;
    assert!(matches!(wrong_kit, Regained::Waiting { given: 1, .. }));
    let done = locked_out
        .come_back(person, &asked, &person.account_secret)
        .await;
    assert!(matches!(done, Regained::Done));
    school.minutes_pass(1);
    let mut back = school.visitor().await;
    back.sign_in(&with_new_secrets(person, &asked)).await;
    assert!(back.only_row().await.mine);
}

// P40: lost the kit, with the password: it does not sign in any more, and it does not weaken the way back either.
#[tokio::test]
async fn who_lost_the_kit_comes_back_with_two_colleagues() {
    let school = school_with_shares().await;
    let person = school.person(Role::Lead);
    let mut locked_out = school.visitor().await;
    let without_kit = Person {
        account_secret: school.person(Role::Deputy).account_secret.clone(),
        ..person.clone()
    };
    school.minutes_pass(1);
    let refused = locked_out.ask(locked_out.sign_in_ask(&without_kit)).await;
    assert!(matches!(failure(&refused), Some(Failure::SignInRefused)));
    let asked = locked_out.asks(person).await;
    school.adult(Role::Head).await.gives(&asked).await;
    let one = locked_out.come_back(person, &asked, "").await;
    assert!(matches!(one, Regained::Waiting { given: 1, .. }));
    school.adult(Role::Deputy).await.gives(&asked).await;
    assert!(matches!(
        locked_out.come_back(person, &asked, "").await,
        Regained::Done
    ));
    school.minutes_pass(1);
    let mut back = school.visitor().await;
    back.sign_in(&with_new_secrets(person, &asked)).await;
}

// F7: the drill, as the reader, the holders and everybody else see it.
#[tokio::test]
async fn a_drill_shows_that_shares_fit() {
    let school = school_with_shares().await;
    let of_lead = |recovery: &Recovery| {
        let found = recovery
            .readers
            .iter()
            .find(|one| one.adult.role == Role::Lead);
        found.unwrap().clone()
    };
    let mut deputy = school.adult(Role::Deputy).await;
    let seen = of_lead(&deputy.recovery().await);
    assert!(seen.mine && seen.drill == Drill::Waiting);
    let staff = seen.staff.unwrap();
    let shown = deputy.on_recovery(Ask::Drill { staff }).await;
    assert_eq!(of_lead(&shown).drill, Drill::Waiting);
    let hour = school.world.now().hour();
    let mut chair = school.adult(Role::Chair).await;
    let shown = chair.on_recovery(Ask::Drill { staff }).await;
    assert_eq!(of_lead(&shown).drill, Drill::Fits { hour });
    // Everybody sees the same, and works it out themselves: a server that changes a piece is not believed.
    let mut head = school.adult(Role::Head).await;
    assert_eq!(of_lead(&head.recovery().await).drill, Drill::Fits { hour });
    head.network
        .lie(changing("/recovery", |view: &mut RecoveryView| {
            view.sets[0].pieces[0].0[12] ^= 1;
        }));
    assert_eq!(of_lead(&head.recovery().await).drill, Drill::Waiting);
}

// F7, 2e: the head is not offered a share of the chair's keys.
#[tokio::test]
async fn the_chair_is_not_offered_the_head() {
    let school = fixture().await;
    let mut chair = school.adult(Role::Chair).await;
    let roles: Vec<Role> = chair
        .recovery()
        .await
        .candidates
        .iter()
        .map(|adult| adult.role)
        .collect();
    assert_eq!(roles, [Role::Lead, Role::Deputy]);
    let head = chair.recovery().await.readers;
    let head = head
        .iter()
        .find(|one| one.adult.role == Role::Head)
        .unwrap();
    let lead = chair.recovery().await.candidates[0].key;
    let forced = Ask::Share {
        to: vec![head.adult.key, lead],
    };
    let answer = chair.ask(forced).await;
    assert!(matches!(failure(&answer), Some(Failure::Field { name }) if name == "holders"));
    chair.share(2).await;
}

// P41: a server that puts its own keys into a request shows other words, and gets no share by changing it later.
#[tokio::test]
async fn a_server_that_swaps_the_request_is_seen() {
    let school = school_with_shares().await;
    let person = school.person(Role::Lead);
    let mut locked_out = school.visitor().await;
    let asked = locked_out.asks(person).await;
    let mut rng = ChaCha20Rng::seed_from_u64(77);
    let spy = StaffSecret::make(&mut rng);
    let swap = move |view: &mut RecoveryView| {
        for one in &mut view.asks {
            let honest = Request::decode(&one.ask.0).unwrap();
            let place = (honest.school, honest.staff);
            one.ask = Bytes(Request::make(place, &spy, honest.hour).encode());
        }
    };
    let mut deputy = school.adult(Role::Deputy).await;
    let honest = deputy.recovery().await.asks[0].clone();
    deputy.network.lie(changing("/recovery", swap));
    let shown = deputy.recovery().await.asks[0].clone();
    assert_ne!(shown.words, asked.words);
    // Shown honestly, swapped between comparing and giving: nothing is sealed.
    let ask = Ask::GiveShare {
        staff: honest.staff,
        compared: honest.ask,
    };
    let answer = deputy.ask(ask).await;
    assert!(matches!(failure(&answer), Some(Failure::Conflict)));
    let sent = deputy.network.take_sent();
    assert!(!sent.iter().any(|sent| sent.path.ends_with("/gift")));
}

// P40: shares that somebody else made are not believed, by holders or by whoever comes back.
#[tokio::test]
async fn shares_of_another_maker_are_not_believed() {
    let school = school_with_shares().await;
    let person = school.person(Role::Lead);
    let mut deputy = school.adult(Role::Deputy).await;
    deputy
        .network
        .lie(changing("/recovery", |view: &mut RecoveryView| {
            for RecoverySetView { set, .. } in &mut view.sets {
                set.0[300] ^= 1;
            }
        }));
    let seen = deputy.recovery().await;
    assert!(
        seen.readers
            .iter()
            .all(|one| one.staff.is_none() && !one.mine)
    );
    let mut locked_out = school.visitor().await;
    let asked = locked_out.asks(person).await;
    locked_out
        .network
        .lie(changing("/look", |answer: &mut RecoveryLookAnswer| {
            answer.set.0[300] ^= 1;
        }));
    let answer = locked_out.try_come_back(person, &asked, "").await;
    assert!(matches!(failure(&answer), Some(Failure::Broken)));
}

// R39: without the code of the account, or for somebody nobody holds shares of, nothing is asked.
#[tokio::test]
async fn asking_needs_the_code_and_shares() {
    let school = school_with_shares().await;
    let mut somebody = school.visitor().await;
    let head = school.person(Role::Head);
    let answer = somebody.ask(somebody.asking(head)).await;
    assert!(matches!(failure(&answer), Some(Failure::NoShares)));
    let lead = school.person(Role::Lead);
    let with_other_phone = Person {
        totp_secret: head.totp_secret.clone(),
        ..lead.clone()
    };
    let answer = somebody.ask(somebody.asking(&with_other_phone)).await;
    assert!(matches!(failure(&answer), Some(Failure::SignInRefused)));
    assert!(
        school
            .adult(Role::Deputy)
            .await
            .recovery()
            .await
            .asks
            .is_empty()
    );
    // Stopped by a colleague: it is gone.
    let asked = somebody.asks(lead).await;
    let mut deputy = school.adult(Role::Deputy).await;
    let staff = deputy.recovery().await.asks[0].staff;
    assert!(
        deputy
            .on_recovery(Ask::StopRecovery { staff })
            .await
            .asks
            .is_empty()
    );
    let answer = somebody.try_come_back(lead, &asked, "").await;
    assert!(matches!(failure(&answer), Some(Failure::NoShares)));
}
