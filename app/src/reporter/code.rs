//! Coming back: seven words, typed or pasted. A wrong word is named here, before any request is made.

use client::reporter::message::{Answer, Ask, WordsCheck};
use leptos::html::Textarea;
use leptos::prelude::*;
use zeroize::Zeroize;

use super::journey::Screen;
use super::page::Page;
use super::words::quiet;
use super::{failure, frame};
use crate::components::error_summary::{error_summary, field_error};
use crate::components::icon::{icon, icon_flip};
use crate::text::pupil;

/// What the page has to say about the words.
#[derive(Clone, Default)]
enum Said {
    #[default]
    Nothing,
    Wrong(String),
    /// A word that is not on the list, its place, and what it may have been.
    Unknown(String, usize, Vec<String>),
    Opening,
}

/// The form.
pub fn code(page: Page) -> AnyView {
    let node = NodeRef::<Textarea>::new();
    let said = RwSignal::new(Said::Nothing);
    let fits = RwSignal::new(Vec::<String>::new());

    Effect::new(move |_| {
        if let Some(area) = node.get() {
            quiet(&area);
        }
    });
    let submit = move || {
        let Some(area) = node.get_untracked() else {
            return;
        };
        let words = area.value();
        fits.set(Vec::new());
        page.write(|state| state.fault = None);
        if words.trim().is_empty() {
            said.set(Said::Wrong(pupil::return_empty().to_owned()));
            frame::name_page(true);
            return;
        }
        let mut kept = words.clone();
        page.ask(Ask::CheckWords { words }, move |answer| {
            let wrong = match answer {
                Answer::Words(WordsCheck::Good) => {
                    said.set(Said::Opening);
                    frame::name_page(false);
                    open(page, core::mem::take(&mut kept));
                    return;
                }
                Answer::Words(WordsCheck::Count { found }) => {
                    Said::Wrong(pupil::return_count(i64::from(found)))
                }
                Answer::Words(WordsCheck::Unknown { index, word, near }) => {
                    let place = usize::try_from(index).unwrap_or(0);
                    Said::Unknown(word, place, near)
                }
                Answer::Words(WordsCheck::Mistaken) => {
                    Said::Wrong(pupil::return_mistaken().to_owned())
                }
                other => {
                    page.refuse(other);
                    Said::Nothing
                }
            };
            kept.zeroize();
            said.set(wrong);
            frame::name_page(true);
        });
    };

    let summary = move || {
        let words = said_words(&said.get())?;
        Some(error_summary(
            pupil::problem_title(),
            vec![("words", words)],
        ))
    };
    let error = move || said_words(&said.get()).map(|words| field_error("words", words));
    let near = move || match said.get() {
        Said::Unknown(_, place, near) if !near.is_empty() => {
            let buttons = near.into_iter().map(|word| {
                let label = pupil::return_near(&word);
                view! {
                    <button
                        class="btn btn-soft btn-s"
                        type="button"
                        on:click=move |_| {
                            if let Some(area) = node.get_untracked() {
                                area.set_value(&replace_word(&area.value(), place, &word));
                                let _ = area.focus();
                            }
                            said.set(Said::Nothing);
                        }
                    >
                        {label}
                    </button>
                }
            });
            Some(view! { <div class="row">{buttons.collect_view()}</div> })
        }
        _ => None,
    };
    let suggestions = move || {
        let fitting = fits.get();
        let buttons = (!fitting.is_empty()).then(|| {
            let buttons = fitting.into_iter().map(|word| {
                let shown = word.clone();
                view! {
                    <button
                        class="prompt"
                        type="button"
                        on:click=move |_| {
                            if let Some(area) = node.get_untracked() {
                                area.set_value(&finish_word(&area.value(), &word));
                                let _ = area.focus();
                            }
                            fits.set(Vec::new());
                        }
                    >
                        {shown}
                    </button>
                }
            });
            view! { <span class="small soft">{pupil::return_suggest()}</span>{buttons.collect_view()} }
        });
        view! { <div class="prompts suggestions">{buttons}</div> }
    };
    let opening = move || match said.get() {
        Said::Opening if page.read(|state| state.fault.is_none()) => pupil::return_opening(),
        _ => "",
    };
    let fault = move || {
        page.watch();
        page.read(|state| state.fault.clone())
            .map(|fault| failure::panel(&fault, Some(Box::new(submit))))
    };

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
                    submit();
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
                        node_ref=node
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        translate="no"
                        data-gramm="false"
                        data-lt-active="false"
                        aria-describedby="words-help words-error"
                        on:input=move |event| suggest(page, fits, &event_target_value(&event))
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                                submit();
                            }
                        }
                    ></textarea>
                    {suggestions}
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
    .into_any()
}

fn open(page: Page, words: String) {
    page.ask(Ask::Return { words }, move |answer| match answer {
        Answer::Stage(_) => {}
        Answer::Mailbox(mailbox) => {
            page.write(|state| state.mailbox = Some(mailbox));
            page.go(Screen::Mailbox);
        }
        other => {
            page.refuse(other);
            page.touch();
        }
    });
}

fn said_words(said: &Said) -> Option<String> {
    match said {
        Said::Nothing | Said::Opening => None,
        Said::Wrong(words) => Some(words.clone()),
        Said::Unknown(word, place, _) => Some(pupil::return_unknown(
            i64::try_from(place + 1).unwrap_or(0),
            word,
        )),
    }
}

/// Offers words of the list that begin with what is being typed. The list is in the worker; no request is made.
fn suggest(page: Page, fits: RwSignal<Vec<String>>, typed: &str) {
    let prefix = typed
        .rsplit(|letter: char| !letter.is_alphabetic())
        .next()
        .unwrap_or("");
    if prefix.chars().count() < 2 {
        fits.set(Vec::new());
        return;
    }
    let whole = prefix.to_lowercase();
    page.ask(
        Ask::Suggest {
            prefix: whole.clone(),
        },
        move |answer| {
            if let Answer::Suggestions { words } = answer {
                // A finished word needs no suggestion.
                fits.set(if words.len() == 1 && words[0] == whole {
                    Vec::new()
                } else {
                    words
                });
            }
        },
    );
}

/// The typed words with the last, half-typed one finished.
fn finish_word(typed: &str, word: &str) -> String {
    let start = typed
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + 1);
    let kept = typed.get(..start).unwrap_or("");
    [kept, word, " "].concat()
}

/// The typed words with the one at `place` (from 0) replaced.
fn replace_word(typed: &str, place: usize, word: &str) -> String {
    let words: Vec<&str> = typed
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(at, old)| if at == place { word } else { old })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
