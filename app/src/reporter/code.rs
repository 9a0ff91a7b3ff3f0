//! Coming back: seven words, typed or pasted. A wrong word is named here, before any request is made.

use client::reporter::message::{Answer, Ask, WordsCheck};

use super::here::Here;
use super::journey::Screen;
use super::page::{Page, State};
use super::{failure, frame};
use crate::components::error_summary::{SUMMARY, error_summary, field_error};
use crate::components::icon::{icon, icon_flip};
use crate::text::pupil;
use crate::view::{self, View, view};

/// What the page has to say about the words.
#[derive(Default)]
pub enum Said {
    #[default]
    Nothing,
    Wrong(String),
    /// A word that is not on the list, its place, and what it may have been.
    Unknown(String, usize, Vec<String>),
    Opening,
}

/// The form.
pub fn code(page: Page, state: &State) -> View {
    let Here {
        said, fits, typed, ..
    } = &state.here;
    let wrong = match said {
        Said::Nothing | Said::Opening => None,
        Said::Wrong(words) => Some(words.clone()),
        Said::Unknown(word, place, _) => Some(pupil::return_unknown(
            i64::try_from(place + 1).unwrap_or(0),
            word,
        )),
    };
    let error = wrong.clone().map(|words| field_error("words", words));
    let summary = wrong.map(|words| error_summary(pupil::problem_title(), "words", words));
    let near = match said {
        Said::Unknown(_, place, near) if !near.is_empty() => {
            let place = *place;
            let buttons: View = near
                .iter()
                .map(|word| {
                    let mended = replace_word(typed, place, word);
                    let label = pupil::return_near(word);
                    view! {
                        <button class="btn btn-soft btn-s" type="button" on:click=move |_| {
                            page.write(|state| state.here.said = Said::Nothing);
                            put(page, &mended);
                        }>{label}</button>
                    }
                })
                .collect();
            Some(view! { <div class="row">{buttons}</div> })
        }
        _ => None,
    };
    let suggestions = (!fits.is_empty()).then(|| {
        let buttons: View = fits
            .iter()
            .map(|word| {
                let finished = finish_word(typed, word);
                view! {
                    <button class="prompt" type="button" on:click=move |_| put(page, &finished)>{word.clone()}</button>
                }
            })
            .collect();
        view! { <span class="small soft">{pupil::return_suggest()}</span>{buttons} }
    });
    let opening = match said {
        Said::Opening if state.fault.is_none() => pupil::return_opening(),
        _ => "",
    };
    let fault = state
        .fault
        .as_ref()
        .map(|fault| failure::panel(fault, Some(Box::new(move || submit(page)))));

    view! {
        <div class="step-row">{frame::back(page)}</div>
        {summary}
        {fault}
        <div class="split">
            <form
                class="stack"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit(page);
                }
            >
                <div class="ask">{frame::heading(pupil::return_title(), pupil::return_lead())}</div>
                <div class="stack-s">
                    <label class="label" for="words">{pupil::return_label()}</label>
                    <p class="small soft" id="words-help">{pupil::return_help()}</p>
                    {error}
                    <textarea
                        class="box box-words"
                        id="words"
                        rows="3"
                        prop:value=typed
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        autocorrect="off"
                        translate="no"
                        data-gramm="false"
                        data-lt-active="false"
                        aria-describedby="words-help words-error"
                        on:input=move |event| {
                            page.write(|state| state.here.typed = event.target().value().into());
                            suggest(page);
                        }
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                                submit(page);
                            }
                        }
                    ></textarea>
                    <div class="prompts suggestions">{suggestions}</div>
                    {near}
                </div>
                <p class="row">
                    <button class="btn btn-go" type="submit">{pupil::return_go()}{icon_flip("next")}</button>
                    <span class="soft" role="status">{opening}</span>
                </p>
            </form>
            <div class="kind">
                {icon("card")}
                <b>{pupil::return_lost_title()}</b>
                <p>{pupil::return_lost_text()}</p>
                <p><button class="btn btn-text btn-s" type="button" on:click=move |_| page.go(Screen::Danger)>{pupil::return_lost_link()}</button></p>
            </div>
        </div>
    }
}

/// Writes into the box and goes back to it.
fn put(page: Page, words: &str) {
    page.write(|state| {
        state.here.typed = words.to_owned().into();
        state.here.fits.clear();
    });
    view::focus("words");
}

fn submit(page: Page) {
    let words = page.write(|state| {
        state.here.fits.clear();
        state.fault = None;
        state.here.typed.clone()
    });
    if words.trim().is_empty() {
        say(page, Said::Wrong(pupil::return_empty().to_owned()));
        return;
    }
    let ask = Ask::CheckWords {
        words: words.as_str().to_owned(),
    };
    page.ask(ask, move |answer| match answer {
        // The pupil went on before the worker answered.
        _ if page.read(|state| state.screen != Screen::Code) => {}
        Answer::Words(WordsCheck::Good) => {
            page.write(|state| state.here.said = Said::Opening);
            frame::name_page(false);
            open(page, words.as_str().to_owned());
        }
        Answer::Words(WordsCheck::Count { found }) => {
            say(page, Said::Wrong(pupil::return_count(i64::from(found))))
        }
        Answer::Words(WordsCheck::Unknown { index, word, .. }) if is_other_script(&word) => {
            let place = i64::from(index) + 1;
            say(page, Said::Wrong(pupil::return_letters(place)));
        }
        Answer::Words(WordsCheck::Unknown { index, word, near }) => {
            say(
                page,
                Said::Unknown(word, usize::try_from(index).unwrap_or(0), near),
            );
        }
        Answer::Words(WordsCheck::Mistaken) => {
            say(page, Said::Wrong(pupil::return_mistaken().to_owned()))
        }
        other => {
            page.write(|state| state.here.said = Said::Nothing);
            frame::name_page(true);
            page.refuse(other);
        }
    });
}

/// Greek, Cyrillic, Arabic and everything after them. Some look just like ours, so that naming the word would not help.
fn is_other_script(word: &str) -> bool {
    word.chars().any(|letter| letter >= '\u{370}')
}

/// Says what is wrong, and moves the keyboard there.
fn say(page: Page, said: Said) {
    page.write(|state| state.here.said = said);
    frame::name_page(true);
    view::focus(SUMMARY);
}

fn open(page: Page, words: String) {
    page.ask(Ask::Return { words }, move |answer| match answer {
        Answer::Stage(_) => {}
        Answer::Mailbox(mailbox) => {
            page.write(|state| state.mailbox = Some(mailbox));
            page.go(Screen::Mailbox);
        }
        other => {
            page.write(|state| state.here.said = Said::Nothing);
            page.refuse(other);
        }
    });
}

/// Offers words of the list that begin with what is being typed. The list is in the worker; no request is made.
fn suggest(page: Page) {
    let prefix = page.read(|state| {
        let typed = state
            .here
            .typed
            .rsplit(|letter: char| !letter.is_ascii_alphabetic())
            .next();
        typed.unwrap_or("").to_ascii_lowercase()
    });
    if prefix.chars().count() < 2 {
        page.write(|state| state.here.fits.clear());
        return;
    }
    let ask = Ask::Suggest {
        prefix: prefix.clone(),
    };
    page.ask(ask, move |answer| {
        if let Answer::Suggestions { mut words } = answer {
            // A finished word needs no suggestion.
            if words.len() == 1 && words[0] == prefix {
                words.clear();
            }
            page.write(|state| state.here.fits = words);
        }
    });
}

/// The typed words with the last, half-typed one finished.
fn finish_word(typed: &str, word: &str) -> String {
    let start = typed
        .rfind(|letter: char| !letter.is_ascii_alphabetic())
        .map_or(0, |at| at + 1);
    let kept = typed.get(..start).unwrap_or("");
    [kept, word, " "].concat()
}

/// The typed words with the one at `place` (from 0) replaced.
fn replace_word(typed: &str, place: usize, word: &str) -> String {
    let words: Vec<&str> = typed
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(at, old)| if at == place { word } else { old })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    // S3: a keyboard of another script, also where its letters look like ours; accents and typing errors are named as words.
    #[test]
    fn letters_of_another_keyboard_are_told_apart() {
        for word in [
            "с\u{43e}ррer",
            "window\u{3bf}",
            "نافذة",
            "খিড়কি",
            "окно",
            "窗",
        ] {
            assert!(is_other_script(word), "{word}");
        }
        for word in ["copper", "cöpper", "cópper", "coppre", "łódka"] {
            assert!(!is_other_script(word), "{word}");
        }
    }

    // S3
    #[test]
    fn a_word_is_mended_in_place() {
        assert_eq!(
            replace_word("1. lantren, copper\nwindow", 0, "lantern"),
            "lantern copper window"
        );
        assert_eq!(finish_word("lantern cop", "copper"), "lantern copper ");
        assert_eq!(finish_word("lan", "lantern"), "lantern ");
        assert_eq!(finish_word("", "lantern"), "lantern ");
    }
}
