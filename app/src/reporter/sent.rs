//! Sent: the receipt code as an index card, shown once, one word typed back; then what happens next.

use super::journey::Screen;
use super::page::{Page, State, wipe_words};
use super::{calls, look};
use crate::components::error_summary::field_error;
use crate::components::icon::icon;
use crate::text::{foreign, pupil, said};
use crate::view::{self, View, view};

/// The code and the quick check.
pub fn sent(page: Page, state: &State) -> View {
    let place = asked_place(&state.words);
    let number = i64::try_from(place + 1).unwrap_or(1);
    let typed = &state.here.typed;
    let words: View = state
        .words
        .iter()
        .map(|word| view! { <li>{word.clone()}</li> })
        .collect();
    let wrong = if state.here.empty {
        Some(pupil::card_check_empty(number))
    } else {
        state.here.mistyped.then(|| pupil::card_check_wrong(number))
    };
    let error = wrong.map(|words| field_error("word-back", words));
    view! {
        <div class="hero">
            <div class="ask">
                <h1 id="title" tabindex="-1">{pupil::sent_title()}</h1>
                <p>{who_and_when(state)}</p>
            </div>
            <svg viewBox="0 0 128 128" aria-hidden="true"><use href="#scene-door"></use></svg>
        </div>
        <div class="split">
            <section class="stack" aria-labelledby="card">
                <div class="card">
                    <h2 class="card-head" id="card">{pupil::card_title()}" "<span>{pupil::card_copy()}</span></h2>
                    <ol class="words words-2" translate="no" lang="en" dir="ltr">{words}</ol>
                </div>
                {foreign().then(|| view! { <p>{said("language-words")}</p> })}
                <p class="soft">{pupil::card_help()}</p>
                <div class="kind">{icon("card")}<b>{pupil::card_once_title()}</b><p>{pupil::card_once_text()}</p></div>
            </section>
            <div class="stack">
                <form
                    class="panel"
                    aria-labelledby="quick"
                    novalidate
                    on:submit=move |event| {
                        event.prevent_default();
                        check(page);
                    }
                >
                    <h2 id="quick">{pupil::card_check_title()}</h2>
                    <div class="stack-s">
                        <label class="label" for="word-back">{pupil::card_check_label(number)}</label>
                        {error}
                        <input
                            class="line-box"
                            id="word-back"
                            type="text"
                            prop:value=typed
                            autocomplete="off"
                            spellcheck="false"
                            autocapitalize="off"
                            autocorrect="off"
                            aria-describedby="word-back-error"
                            on:input=move |event| page.write(|state| state.here.typed = event.target().value().into())
                        />
                    </div>
                    <button class="btn btn-go" type="submit">{pupil::card_check_done()}{icon("tick")}</button>
                    <details class="skip-words">
                        <summary>{pupil::card_skip()}</summary>
                        <p class="small soft">{pupil::card_skip_sure()}</p>
                        <button class="btn btn-soft btn-s" type="button" on:click=move |_| leave_card(page, false)>{pupil::card_skip_on()}</button>
                    </details>
                </form>
                {what_next(state)}
            </div>
        </div>
    }
}

/// After the card is gone: what happens next, and how to leave.
pub fn done(page: Page, state: &State) -> View {
    let (title, lead) = if state.has_words {
        (pupil::done_title(), pupil::done_lead())
    } else {
        (pupil::sent_title(), pupil::done_lead_skip())
    };
    view! {
        <div class="hero">
            <div class="ask">
                <h1 id="title" tabindex="-1">{title}</h1>
                <p>{lead}</p>
                <p>{who_and_when(state)}</p>
            </div>
            <svg viewBox="0 0 128 128" aria-hidden="true"><use href="#scene-door"></use></svg>
        </div>
        {what_next(state)}
        {calls::numbers()}
        <p>
            <button class="btn btn-soft" type="button" on:click=move |_| page.close_mailbox()>{pupil::done_start()}</button>
        </p>
    }
}

fn check(page: Page) {
    let right = page.write(|state| {
        let typed = state.here.typed.trim();
        let right = state
            .words
            .get(asked_place(&state.words))
            .is_some_and(|word| same_word(word, typed));
        state.here.empty = typed.is_empty();
        state.here.mistyped = !right;
        right
    });
    if right {
        leave_card(page, true);
    } else {
        view::focus("word-back");
    }
}

fn leave_card(page: Page, has_words: bool) {
    page.write(|state| {
        wipe_words(state);
        state.has_words = has_words;
    });
    page.go(Screen::Done);
}

/// "Ms Kaur or Mr Adeyemi can read it by 9 am on Monday."
fn who_and_when(state: &State) -> String {
    let Some(school) = &state.school else {
        return String::new();
    };
    let readers = school
        .readers
        .iter()
        .filter(|reader| state.journey.reads(reader));
    let names: Vec<&str> = readers.map(|reader| reader.name.as_str()).collect();
    let names = match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, second] => pupil::sent_names_two(first, second),
        [first, rest @ ..] => pupil::sent_names_more(first, i64::try_from(rest.len()).unwrap_or(0)),
    };
    let next = school.next_look.as_ref();
    match look::by(next, state.today) {
        Some(when) => pupil::sent_when(&names, &when),
        None if next.is_some_and(|next| next.now) => pupil::sent_when_now(&names),
        None => pupil::sent_when_none(&names),
    }
}

fn what_next(state: &State) -> View {
    let next = state
        .school
        .as_ref()
        .and_then(|school| school.next_look.as_ref());
    let title = match look::short(next.filter(|look| !look.now), state.today) {
        Some(when) => pupil::next_look_title(&when),
        None => said(pupil::next_look_title_none()),
    };
    view! {
        <section class="stack" aria-labelledby="next">
            <h2 class="sub" id="next">{pupil::next_title()}</h2>
            <ol class="nexts">
                <li>{icon("clock")}<span><b>{title}</b><span>{pupil::next_look_text()}</span></span></li>
                <li>{icon("talk")}<span><b>{pupil::next_ask_title()}</b><span>{pupil::next_ask_text()}</span></span></li>
                <li>{icon("phone")}<span><b>{pupil::next_before_title()}</b><span>{pupil::next_before_text()}</span></span></li>
            </ol>
        </section>
    }
}

/// Which word is asked for: it depends on the words, so that "word 4" does not become a habit.
fn asked_place(words: &[String]) -> usize {
    let letters: usize = words.iter().map(String::len).sum();
    if words.is_empty() {
        0
    } else {
        letters % words.len()
    }
}

fn same_word(word: &str, typed: &str) -> bool {
    word.eq_ignore_ascii_case(typed.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    // S1.9
    #[test]
    fn one_word_is_typed_back_forgivingly() {
        assert!(same_word("lantern", "  Lantern "));
        assert!(!same_word("lantern", "lanter"));
        let words: Vec<String> = ["lantern", "copper", "window"].map(String::from).into();
        assert!(asked_place(&words) < 3);
        assert_eq!(asked_place(&[]), 0);
    }
}
