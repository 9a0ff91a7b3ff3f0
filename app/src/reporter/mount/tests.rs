//! The address, and every screen as HTML: what must hold on all of them.

use client::reporter::message::{
    Failure, From, Mailbox, Message, Opened, Reader, School, Stage, Status,
};
use protocol::api::{NextLook, Role};
use protocol::encoding::FixedBytes;

use super::super::code::Said;
use super::super::here::Here;
use super::super::journey::Problem;
use super::super::page::Fault;
use super::super::side::Side;
use super::*;
use crate::text::pupil;

/// Every screen that is drawn here.
const SCREENS: [Screen; 12] = [
    Screen::Danger,
    Screen::Calls,
    Screen::About,
    Screen::What,
    Screen::Sooner,
    Screen::Readers,
    Screen::Words,
    Screen::Check,
    Screen::Sending,
    Screen::Sent,
    Screen::Done,
    Screen::Code,
];

const STATUSES: [Status; 6] = [
    Status::Sent,
    Status::Read,
    Status::Working,
    Status::Question,
    Status::Finished,
    Status::Withdrawn,
];

fn reader(byte: u8, name: &str, usual: bool) -> Reader {
    Reader {
        key: FixedBytes([byte; 16]),
        name: name.into(),
        role: Role::Lead,
        place: "Room 12".into(),
        usual,
    }
}

fn school() -> School {
    School {
        name: "Thornmere School".into(),
        demo: true,
        region: "gb-eng".into(),
        next_look: Some(NextLook {
            now: false,
            date: "2026-11-23".into(),
            time: "08:15".into(),
        }),
        publication_delay_minutes: 30,
        readers: vec![
            reader(1, "Ms <Kaur>", true),
            reader(2, "Mr Adeyemi", true),
            reader(3, "Mrs Okafor", false),
        ],
        poster_checked: false,
        fingerprint_words: vec!["lantern".into(), "copper".into()],
        text_limit: 40,
        ends_day: None,
        open: true,
    }
}

fn message(from: Option<&str>, text: &str) -> Message {
    let from = from.map(|name| From {
        name: name.into(),
        role: Role::Lead,
    });
    Message {
        from,
        half_day: 41_556,
        text: text.into(),
        answers: Vec::new(),
    }
}

fn mailbox(status: Status) -> Mailbox {
    Mailbox {
        status,
        received_half_day: 41_555,
        opened: vec![Opened {
            role: Some(Role::Lead),
            half_day: 41_556,
        }],
        held: false,
        log_holds: true,
        messages: vec![
            message(None, "my first words"),
            message(Some("Ms Kaur"), "Thank you.\nWhere was it?"),
        ],
        next_look: school().next_look,
    }
}

/// Half way through, with everything that can be open or wrong on a screen.
fn full() -> State {
    let mut state = State::default();
    state.school = Some(school());
    state.today = 20_778;
    state.words = [
        "lantern", "copper", "window", "river", "stone", "apple", "tiger",
    ]
    .map(String::from)
    .into();
    state.stage = Some(Stage::Sealing);
    state.problem = Some(Problem::ChooseOne);
    state.journey.meet(&school());
    state.journey.categories = vec!["bullying", "adult_school"];
    state
        .journey
        .write("<i>He said</i> I must not tell anyone at all.".into());
    state.here.all = true;
    state.here.asks_whom = true;
    state.here.concern = "Ms <Kaur>".into();
    state.here.mistyped = true;
    state.here.ideas = [true; 4];
    state.here.typed = "lantren copper".to_owned().into();
    state.here.fits = vec!["copper".into()];
    state.here.said = Said::Unknown("lantren".into(), 0, vec!["lantern".into()]);
    state
}

/// The same at a school whose service ends so many days from now.
fn ending(days: i64) -> State {
    let mut state = full();
    let day = u32::try_from(state.today + days).unwrap();
    if let Some(school) = &mut state.school {
        school.ends_day = Some(day);
    }
    state
}

// XAM-23: a school that did not go live asks for no words, and says where help is.
#[test]
fn a_school_that_is_not_open_asks_nothing_and_says_where_help_is() {
    let page = Page::new("-".into(), None, String::new(), 20_778);
    let mut state = full();
    if let Some(school) = &mut state.school {
        school.open = false;
    }
    for at in SCREENS.into_iter().filter(|at| at.number().is_some()) {
        state.screen = at;
        let html = screen(page, &state).to_html();
        assert!(html.contains(pupil::not_open_title()), "{at:?}");
        assert!(html.contains("class=\"calls\""), "{at:?}");
        for field in ["<textarea", "<input", "<form"] {
            assert!(!html.contains(field), "{at:?} still asks");
        }
    }
    state.screen = Screen::Code;
    let code = screen(page, &state).to_html();
    assert!(
        !code.contains(pupil::not_open_title()),
        "the way back stays"
    );
}

// XAM-22: nobody is asked for words that nobody would read; answers can be read until a day that is named; help is there.
#[test]
fn a_school_that_ends_asks_nothing_and_says_where_help_is() {
    let page = Page::new("-".into(), None, String::new(), 20_778);
    let shown = |screen_at, days, status: Option<Status>| {
        let mut state = ending(days);
        state.screen = screen_at;
        state.mailbox = status.map(mailbox);
        screen(page, &state).to_html()
    };
    // 20,778 is 21 November 2026, a Saturday; the last day to read is the one before.
    let until = "Wednesday 30 December";
    for at in SCREENS.into_iter().filter(|at| at.number().is_some()) {
        let html = shown(at, 40, None);
        assert!(html.contains(pupil::ended_title()), "{at:?}");
        assert!(html.contains(until), "{at:?}: {html}");
        assert!(html.contains("class=\"calls\""), "{at:?}");
        for field in ["<textarea", "<input", "<form"] {
            assert!(!html.contains(field), "{at:?} still asks");
        }
    }
    let code = shown(Screen::Code, 40, None);
    assert!(
        code.contains("<textarea") || code.contains("<input"),
        "the way back stays"
    );
    let open = shown(Screen::Mailbox, 40, Some(Status::Question));
    assert!(open.contains(until) && open.contains("Where was it?"));
    assert!(!open.contains("<textarea") && open.contains(pupil::also_withdraw()));
    let late = shown(Screen::Mailbox, 0, Some(Status::Sent));
    assert!(late.contains(pupil::ended_soon()));
}

/// Every screen in several states, with its name for messages.
fn pages() -> Vec<(String, String)> {
    let page = Page::new("-".into(), None, String::new(), 20_778);
    let mut pages = Vec::new();
    let mut add = |name: String, state: &State| pages.push((name, screen(page, state).to_html()));
    for at in SCREENS {
        let mut state = full();
        state.screen = at;
        add(format!("{at:?}, full"), &state);
        state.fault = Some(Fault::Told(Failure::Unreachable));
        add(format!("{at:?}, failed"), &state);
        state.school = None;
        add(format!("{at:?}, no school"), &state);
        let mut empty = State::default();
        empty.screen = at;
        add(format!("{at:?}, empty"), &empty);
        empty.fault = Some(Fault::Worker);
        add(format!("{at:?}, no worker"), &empty);
    }
    for at in SCREENS {
        let mut state = ending(40);
        state.screen = at;
        add(format!("{at:?}, school ends"), &state);
    }
    for status in STATUSES {
        let mut state = ending(40);
        state.screen = Screen::Mailbox;
        state.mailbox = Some(mailbox(status));
        add(format!("Mailbox, {status:?}, school ends"), &state);
        for side in [Side::Menu, Side::Safer, Side::Person, Side::Withdraw] {
            let mut state = full();
            state.screen = Screen::Mailbox;
            state.mailbox = Some(mailbox(status));
            state.here.side = side;
            state.here.empty = true;
            state.notice = "Done.";
            add(format!("Mailbox, {status:?}"), &state);
        }
    }
    pages
}

fn parts<'a>(html: &'a str, start: &str) -> Vec<&'a str> {
    let tags = html.split(start).skip(1);
    tags.map(|rest| rest.split('>').next().unwrap_or(""))
        .collect()
}

#[test]
fn every_screen_has_one_heading_that_can_take_the_keyboard() {
    for (name, html) in pages() {
        assert_eq!(parts(&html, "<h1 ").len(), 1, "{name}");
        assert!(parts(&html, "<h1 ")[0].contains("id=\"title\""), "{name}");
        assert!(
            parts(&html, "<h1 ")[0].contains("tabindex=\"-1\""),
            "{name}"
        );
    }
}

#[test]
fn an_id_stands_once_on_a_screen_and_labels_name_one_that_is_there() {
    for (name, html) in pages() {
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: {html}");
        for label in html
            .split(" for=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(ids.contains(&label), "{name}: {label}");
        }
    }
}

// Typing privacy (schools 3g, trap 5): what a pupil types is not given to spelling services, autofill or grammar tools.
#[test]
fn no_typed_word_is_offered_to_the_browser() {
    let mut seen = 0;
    for (name, html) in pages() {
        let fields = parts(&html, "<input ")
            .into_iter()
            .filter(|tag| tag.contains("type=\"text\""));
        for tag in fields.chain(parts(&html, "<textarea ")) {
            seen += 1;
            for off in [
                "autocomplete=\"off\"",
                "autocapitalize=\"off\"",
                "autocorrect=\"off\"",
                "spellcheck=\"false\"",
            ] {
                assert!(tag.contains(off), "{name}: {tag}");
            }
        }
        assert!(
            !html.contains(" action=") && !html.contains("<form method"),
            "{name}"
        );
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn what_people_wrote_is_shown_and_never_becomes_markup() {
    for (name, html) in pages() {
        assert!(!html.contains("<i>") && !html.contains("<Kaur>"), "{name}");
    }
    let said = |at: Screen| {
        let mut state = full();
        state.screen = at;
        screen(Page::new("-".into(), None, String::new(), 0), &state).to_html()
    };
    assert!(
        said(Screen::Check).contains("&lt;i&gt;He said&lt;/i&gt; I must not tell anyone at all.")
    );
    assert!(said(Screen::Words).contains("&lt;i&gt;He said"));
    assert!(said(Screen::Readers).contains("Ms &lt;Kaur&gt;"));
}

// S3: someone else may be holding the words.
#[test]
fn own_words_are_hidden_in_the_mailbox_until_asked_for() {
    let mut state = full();
    state.screen = Screen::Mailbox;
    state.mailbox = Some(mailbox(Status::Read));
    let page = Page::new("-".into(), None, String::new(), 0);
    state.here.all = false;
    assert!(!screen(page, &state).to_html().contains("my first words"));
    assert!(screen(page, &state).to_html().contains("Where was it?"));
    state.here.all = true;
    assert!(screen(page, &state).to_html().contains("my first words"));
}

// S3: answers to tap stand with the newest question, until the pupil has written; the one in the box is marked.
#[test]
fn answers_can_be_tapped_until_there_is_one() {
    let mut state = full();
    state.screen = Screen::Mailbox;
    state.journey.text = "Not sure\nMaybe Friday".into();
    let mut open = mailbox(Status::Question);
    open.messages[1].answers = ["Yes", "Not sure"].map(String::from).into();
    state.mailbox = Some(open);
    let page = Page::new("-".into(), None, String::new(), 0);
    let asked = screen(page, &state).to_html();
    assert!(asked.contains(pupil::answer_tap()));
    assert_eq!(asked.matches("aria-pressed=\"true\"").count(), 1);
    if let Some(open) = &mut state.mailbox {
        open.messages.push(message(None, "Not sure"));
    }
    let answered = screen(page, &state).to_html();
    assert!(!answered.contains(pupil::answer_tap()));
}

#[test]
fn yes_is_chosen_when_the_page_asks_whether_to_look_sooner() {
    let mut state = full();
    state.journey.sooner = None;
    drop(Here::at(Screen::Sooner, &mut state.journey, None));
    assert_eq!(state.journey.sooner, Some(true));
    state.journey.sooner = Some(false);
    drop(Here::at(Screen::Sooner, &mut state.journey, None));
    assert_eq!(state.journey.sooner, Some(false));
}

#[test]
fn the_list_opens_unfolded_when_something_in_its_fold_is_chosen() {
    let mut journey = full();
    let open =
        |at: Screen, state: &mut State| Here::at(at, &mut state.journey, Some(&school())).all;
    assert!(
        open(Screen::Readers, &mut journey),
        "an adult of the school was picked"
    );
    journey.journey.categories = vec!["bullying"];
    assert!(!open(Screen::Readers, &mut journey));
    journey.journey.readers.push(FixedBytes([3; 16]));
    assert!(open(Screen::Readers, &mut journey));
}

#[test]
fn the_address_names_the_school() {
    assert_eq!(slug("/"), "-");
    assert_eq!(slug("/s/thornmere"), "thornmere");
    assert_eq!(slug("/s/thornmere/"), "thornmere");
    assert_eq!(slug("/s/"), "-");
    assert_eq!(slug("/staff"), "-");
}

#[test]
fn a_poster_is_read_and_nothing_else() {
    let found = poster("k=abc&v=7").expect("a poster");
    assert_eq!(
        (found.fingerprint.as_str(), found.least_version),
        ("abc", 7)
    );
    assert_eq!(poster("k=abc").expect("a poster").least_version, 0);
    assert!(poster("tell").is_none());
    assert!(poster("").is_none());
}

/// The texts of a page that stand in no mark: what did not come through `text::say`.
fn unmarked(html: &str) -> Vec<String> {
    let mut rest = html.to_owned();
    // Innermost first: a marked text may stand in another.
    while let Some(end) = rest.find('⟧') {
        let start = rest[..end].rfind('⟦').expect("a mark that began");
        rest.replace_range(start..end + '⟧'.len_utf8(), "");
    }
    let pieces = rest
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .flat_map(|(tag, text)| {
            let label = tag.split_once(" aria-label=\"");
            [
                label.map_or("", |(_, label)| label.split('"').next().unwrap_or("")),
                text,
            ]
        });
    pieces
        .map(|text| text.trim().to_owned())
        .filter(|text| text.contains(char::is_alphabetic))
        .collect()
}

// Issue 5: whatever stands on a screen comes from the packs and is said in the page's language; or a person wrote it.
#[test]
fn no_screen_says_english_in_another_language() {
    let people = [
        "&lt;i&gt;He said&lt;/i&gt; I must not tell anyone at all.",
        "lantren",
        "Ms &lt;Kaur&gt;",
        "Mr Adeyemi",
        "Mrs Okafor",
        "Ms Kaur",
        "&lt;",
        "Room 12",
        "my first words",
        "Thank you.",
        "Where was it?",
        "Done.",
        "Thornmere School",
        "copper",
        "lantern",
        "window",
        "river",
        "stone",
        "apple",
        "tiger",
    ];
    crate::text::speak("marked".to_owned());
    let shown = pages();
    crate::text::speak("en".to_owned());
    let mut left = std::collections::BTreeSet::new();
    for (name, html) in shown {
        assert!(html.contains('⟦'), "{name}");
        for text in unmarked(&html) {
            let own = people
                .iter()
                .fold(text.clone(), |text, name| text.replace(name, ""));
            // One letter stands for a name beside it.
            if own.matches(char::is_alphabetic).count() > 1 {
                left.insert(text);
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

// S1.7: after the first words one question at a time, and none that the words answer; without the coach all of them.
#[test]
fn asks_for_what_is_missing_and_only_that() {
    let page = Page::new("-".into(), None, String::new(), 0);
    let mut state = full();
    state.screen = Screen::Words;
    let asked = |state: &State| {
        let html = screen(page, state).to_html();
        let all = [
            pupil::words_where(),
            pupil::words_when(),
            pupil::words_still(),
            pupil::words_what(),
        ];
        all.into_iter()
            .filter(|ask| html.contains(*ask))
            .collect::<Vec<_>>()
    };
    state.here = Here::default();
    state.journey.write("they hit me".into());
    assert_eq!(asked(&state), [pupil::words_where()]);
    state.journey.write("they hit me on the bus".into());
    assert_eq!(asked(&state), [pupil::words_when()]);
    state
        .journey
        .write("they hit me on the bus every day".into());
    assert!(asked(&state).is_empty());
    state.journey.found = None;
    assert_eq!(asked(&state).len(), 4);
}

// S7, M3: words of danger bring numbers beside the text.
#[test]
fn words_of_danger_bring_someone_to_call() {
    let page = Page::new("-".into(), None, String::new(), 0);
    let mut state = full();
    state.screen = Screen::Words;
    state.journey.write("i want to die of laughing".into());
    assert!(!screen(page, &state).to_html().contains("class=\"calls\""));
    state.journey.write("i want to die".into());
    let html = screen(page, &state).to_html();
    assert!(html.contains("class=\"calls\"") && html.contains(pupil::fail_calls()));
    // What was sent is wiped, and with it what was found in it.
    state.journey.write(String::new());
    assert!(!screen(page, &state).to_html().contains("class=\"calls\""));
}

// S1.8: what may point to the writer is named in their own words; nothing is claimed about what nobody looked at.
#[test]
fn names_what_may_point_to_the_writer() {
    let page = Page::new("-".into(), None, String::new(), 0);
    let mut state = full();
    state.screen = Screen::Words;
    state
        .journey
        .write("hi <b>, im sam ok, ring 07700 900123".into());
    let html = screen(page, &state).to_html();
    assert!(
        html.contains(&pupil::clues_found("“im sam”, “07700 900123”")),
        "{html}"
    );
    let start = pupil::clues_found("");
    let start = &start[..20];
    state.journey.write("he hits me".into());
    assert!(!screen(page, &state).to_html().contains(start));
    state.journey.write("im sam".into());
    state.journey.found = None;
    assert!(!screen(page, &state).to_html().contains(start));
}
