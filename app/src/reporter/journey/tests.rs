use client::reporter::message::{About, Danger, Reader, School};
use protocol::api::Role;
use protocol::encoding::FixedBytes;

use super::*;

fn reader(byte: u8, usual: bool) -> Reader {
    Reader {
        key: FixedBytes([byte; 16]),
        name: "A".into(),
        role: Role::Lead,
        place: String::new(),
        usual,
    }
}

fn school(readers: Vec<Reader>) -> School {
    School {
        name: "Thornmere School".into(),
        demo: true,
        region: "gb-eng".into(),
        next_look: None,
        publication_delay_minutes: 30,
        readers,
        poster_checked: true,
        fingerprint_words: Vec::new(),
        text_limit: 100,
        ends_day: None,
        open: true,
    }
}

fn filled() -> Journey {
    let mut journey = Journey::default();
    journey.danger = Some(Danger::No);
    journey.about = Some(About::Me);
    journey.categories = vec!["bullying"];
    journey.text = "Someone takes my lunch.".into();
    journey.meet(&school(vec![
        reader(1, true),
        reader(2, true),
        reader(3, false),
    ]));
    journey
}

fn walk(journey: &mut Journey, mut screen: Screen) -> Vec<Screen> {
    let mut seen = Vec::new();
    while screen != Screen::Check {
        screen = journey
            .next(screen, Some(100))
            .expect("every answer is there");
        seen.push(screen);
    }
    seen
}

// S1: danger first, then who, what, readers, words, check.
#[test]
fn one_question_after_another() {
    let mut journey = filled();
    assert_eq!(
        walk(&mut journey, Screen::Danger),
        [
            Screen::About,
            Screen::What,
            Screen::Readers,
            Screen::Device,
            Screen::Words,
            Screen::Check
        ]
    );
}

// S1.2: "yes" and "not sure" show who to call, then let the pupil go on.
#[test]
fn danger_shows_who_to_call_first() {
    for danger in [Danger::Yes, Danger::NotSure] {
        let mut journey = filled();
        journey.danger = Some(danger);
        assert_eq!(journey.next(Screen::Danger, None), Ok(Screen::Calls));
        assert_eq!(journey.next(Screen::Calls, None), Ok(Screen::About));
        assert_eq!(journey.back(Screen::About), Screen::Calls);
        assert_eq!(journey.back(Screen::Calls), Screen::Danger);
    }
}

// Back keeps every answer and leads all the way to the start.
#[test]
fn back_keeps_answers() {
    let mut journey = filled();
    let mut screen = Screen::Check;
    let mut seen = Vec::new();
    while screen != Screen::Start {
        screen = journey.back(screen);
        seen.push(screen);
    }
    assert_eq!(
        seen,
        [
            Screen::Words,
            Screen::Device,
            Screen::Readers,
            Screen::What,
            Screen::About,
            Screen::Danger,
            Screen::Start
        ]
    );
    assert_eq!(journey.text, "Someone takes my lunch.");
    assert_eq!(journey.first_gap(Some(100)), None);
}

#[test]
fn nothing_is_skipped_unanswered() {
    let mut journey = Journey::default();
    assert_eq!(journey.next(Screen::Danger, None), Err(Problem::ChooseOne));
    assert_eq!(journey.next(Screen::About, None), Err(Problem::ChooseOne));
    assert_eq!(
        journey.next(Screen::What, None),
        Err(Problem::PickSomething)
    );
    assert_eq!(journey.next(Screen::Readers, None), Err(Problem::NoReader));
    journey.text = " \n ".into();
    assert_eq!(journey.next(Screen::Words, None), Err(Problem::Empty));
    assert_eq!(
        journey.first_gap(None),
        Some((Screen::Danger, Problem::ChooseOne))
    );
}

#[test]
fn long_words_are_counted_in_bytes() {
    let mut journey = filled();
    journey.text = "ä".repeat(60);
    assert_eq!(
        journey.next(Screen::Words, Some(100)),
        Err(Problem::TooLong { over: 20 })
    );
    journey.text = "ä".repeat(50);
    assert_eq!(journey.next(Screen::Words, Some(100)), Ok(Screen::Check));
}

// S1.4: up to three; "I'm not sure" is one of them like any other.
#[test]
fn at_most_three_things() {
    let mut journey = Journey::default();
    for id in ["not_sure", "bullying", "hate"] {
        assert_eq!(journey.set_category(id, true), Ok(()));
    }
    assert_eq!(journey.set_category("drugs", true), Err(Full));
    assert_eq!(journey.set_category("hate", true), Ok(()));
    assert_eq!(journey.set_category("hate", false), Ok(()));
    assert_eq!(journey.set_category("drugs", true), Ok(()));
    assert_eq!(journey.categories, ["not_sure", "bullying", "drugs"]);
}

// S1.5, F5: anyone can be left out, but somebody must be able to read it.
#[test]
fn the_last_reader_cannot_be_left_out() {
    let mut journey = filled();
    let (lead, deputy, head) = (
        FixedBytes([1; 16]),
        FixedBytes([2; 16]),
        FixedBytes([3; 16]),
    );
    assert_eq!(journey.readers, [lead, deputy]);
    assert!(journey.set_reader(lead, false));
    assert!(!journey.set_reader(deputy, false));
    assert!(journey.set_reader(head, true));
    assert!(journey.set_reader(deputy, false));
    assert_eq!(journey.draft().readers, [head]);
}

// S1.5, F5: what is about the lead goes to the head, what is about the head to the chair, and to nobody who works for them.
#[test]
fn a_concern_about_an_adult_goes_to_who_is_above_them() {
    let as_role = |byte, usual, role| Reader {
        role,
        ..reader(byte, usual)
    };
    let key = |byte| FixedBytes([byte; 16]);
    let all = school(vec![
        as_role(1, true, Role::Lead),
        as_role(2, true, Role::Deputy),
        as_role(3, false, Role::Head),
        as_role(4, false, Role::Chair),
    ]);
    let left = |about: u8, of: &School| {
        let mut journey = Journey::default();
        journey.meet(of);
        let changed = journey.set_concern(key(about), of);
        (changed, journey.draft().readers)
    };
    assert_eq!(left(1, &all), (true, vec![key(3)]));
    assert_eq!(left(2, &all), (true, vec![key(1)]));
    assert_eq!(left(3, &all), (true, vec![key(4)]));
    assert_eq!(left(4, &all), (true, vec![key(1), key(2)]));

    // Nobody is above them on this list.
    let few = school(vec![
        as_role(1, true, Role::Lead),
        as_role(2, true, Role::Reader),
    ]);
    assert_eq!(left(1, &few), (true, vec![key(2)]));
    let one = school(vec![as_role(1, true, Role::Lead)]);
    assert_eq!(left(1, &one), (false, vec![key(1)]));
}

// A list that changed while writing keeps what can be kept.
#[test]
fn a_new_list_keeps_choices_and_words() {
    let mut journey = filled();
    journey.set_reader(FixedBytes([1; 16]), false);
    journey.meet(&school(vec![reader(2, true), reader(4, true)]));
    assert_eq!(journey.readers, [FixedBytes([2; 16])]);
    journey.meet(&school(vec![reader(4, true), reader(5, false)]));
    assert_eq!(journey.readers, [FixedBytes([4; 16])]);
    assert_eq!(journey.text, "Someone takes my lunch.");
}

// schools 3b: an urgent tile with "no danger" is asked about, default yes; only that bit leaves the report.
#[test]
fn urgent_things_ask_for_a_sooner_look() {
    let mut journey = filled();
    journey.set_category("weapon", true).expect("room for two");
    assert_eq!(journey.next(Screen::What, None), Ok(Screen::Sooner));
    journey.sooner = Some(true);
    assert_eq!(journey.next(Screen::Sooner, None), Ok(Screen::Readers));
    assert_eq!(journey.back(Screen::Readers), Screen::Sooner);
    assert_eq!(journey.draft().danger, Danger::NotSure);
    journey.sooner = Some(false);
    assert_eq!(journey.draft().danger, Danger::No);
    journey
        .set_category("weapon", false)
        .expect("taking away always works");
    journey.sooner = Some(true);
    assert_eq!(journey.draft().danger, Danger::No);
}

// The check page leads to one question and back.
#[test]
fn changing_one_answer_returns_to_the_check() {
    let mut journey = filled();
    journey.changing = true;
    assert_eq!(journey.next(Screen::About, None), Ok(Screen::Check));
    journey.changing = true;
    assert_eq!(journey.back(Screen::What), Screen::Check);
    journey.changing = true;
    journey.danger = Some(Danger::Yes);
    assert_eq!(journey.next(Screen::Danger, None), Ok(Screen::Calls));
    assert_eq!(journey.next(Screen::Calls, None), Ok(Screen::Check));
}

// S1.6, F6: the device is nobody's business; no answer is needed and none is in what is sent.
#[test]
fn the_device_is_never_sent_and_never_needed() {
    let mut journey = filled();
    assert_eq!(journey.next(Screen::Device, None), Ok(Screen::Words));
    let sent = |journey: &Journey| {
        // By name: a part that is added has to be looked at here.
        let Draft {
            danger,
            about,
            ref categories,
            ref readers,
            ref text,
        } = journey.draft();
        format!("{danger:?} {about:?} {categories:?} {readers:?} {text}")
    };
    let without = sent(&journey);
    for device in [Device::School, Device::Shared, Device::Own, Device::NotSure] {
        journey.device = Some(device);
        assert_eq!(journey.next(Screen::Device, None), Ok(Screen::Words));
        assert_eq!(sent(&journey), without);
    }
}

// S1.8: clues bring one more screen, none bring none; one tap goes on; what is taken out is out of what is sent.
#[test]
fn clues_are_offered_and_never_forced() {
    let mut journey = filled();
    journey.write("Someone takes my lunch.".into());
    assert_eq!(journey.next(Screen::Words, None), Ok(Screen::Check));
    journey.write("İm sam im sam, ring 07700 900123, im in 9B ok".into());
    assert_eq!(journey.next(Screen::Words, None), Ok(Screen::Clues));
    assert_eq!(journey.next(Screen::Clues, None), Ok(Screen::Check));
    assert_eq!(journey.back(Screen::Clues), Screen::Words);
    journey.changing = true;
    assert_eq!(journey.next(Screen::Words, None), Ok(Screen::Clues));
    assert_eq!(journey.back(Screen::Clues), Screen::Words);
    assert_eq!(journey.next(Screen::Clues, None), Ok(Screen::Check));
    let left = |journey: &Journey| journey.found.as_ref().map_or(0, |found| found.clues.len());
    assert_eq!(left(&journey), 3);
    journey.decide(0, true);
    assert_eq!(journey.text, "İm sam …, ring 07700 900123, im in 9B ok");
    journey.decide(1, true);
    assert_eq!(journey.text, "İm sam …, ring 07700 900123, im in … ok");
    journey.decide(0, false);
    journey.decide(7, true);
    assert_eq!(
        journey.draft().text,
        "İm sam …, ring 07700 900123, im in … ok"
    );
    assert_eq!(left(&journey), 0);
    // What was kept is not asked about again while the words stay as they are.
    assert_eq!(journey.next(Screen::Words, None), Ok(Screen::Check));
}
