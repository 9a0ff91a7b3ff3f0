//! Answers that a pupil can tap: a frightened child finds a button before they find words. They can always write instead.

use client::staff::message::Question;
use leptos::prelude::*;
use protocol::id::CaseId;

use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use crate::text::staff as t;

/// The question of a reply; `None` when its answers do not fit on buttons.
pub fn question(asks: bool, lines: &str) -> Option<Question> {
    let answers: Vec<String> = lines
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let twice = |(at, one): (usize, &String)| answers[..at].contains(one);
    match answers.len() {
        _ if !asks => Some(Question::Nothing),
        0 => Some(Question::Words),
        2..=Question::MOST
            if answers
                .iter()
                .all(|one| one.chars().count() <= Question::LETTERS)
                && !answers.iter().enumerate().any(twice) =>
        {
            Some(Question::Tap(answers))
        }
        _ => None,
    }
}

/// What to do about answers that do not fit.
pub fn wrong() -> String {
    let number = |number| i64::try_from(number).unwrap_or_default();
    t::wrong_answers(number(Question::MOST), number(Question::LETTERS))
}

/// Where they are written, one a line, with two sets to begin with.
#[component]
pub fn AnswersBox(case: CaseId, problems: Problems) -> impl IntoView {
    let desk = Desk::here();
    let lines = move || desk.drafts.with(|drafts| drafts.get(case).answers);
    let change = move |words: String| {
        desk.drafts
            .update(|drafts| drafts.change(case, |draft| draft.answers = words));
    };
    let set = move |words: String| {
        change(words);
        focus("answers");
    };
    view! {
        <div class="stack-s">
            <label for="answers">{t::answers_label()}</label>
            {form::error("answers", problems)}
            <textarea
                id="answers"
                rows="3"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="answers-help"
                aria-invalid=move || problems.at("answers").map(|_| "true")
                prop:value=lines
                on:input=move |event| change(event_target_value(&event))
            ></textarea>
            <div class="row" role="group" aria-label=t::answers_starts()>
                {[t::answers_yes(), t::answers_when()]
                    .into_iter()
                    .map(|words| view! {
                        <button type="button" class="starter" on:click=move |_| set(words.replace(" / ", "\n"))>{words}</button>
                    })
                    .collect_view()}
            </div>
            <p class="xs soft" id="answers-help">{t::answers_help()}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tap(answers: &[&str]) -> Option<Question> {
        Some(Question::Tap(
            answers.iter().map(|one| (*one).to_owned()).collect(),
        ))
    }

    // S3: answers are on buttons or there are none; the same rule as the worker's.
    #[test]
    fn answers_fit_on_buttons() {
        assert_eq!(question(false, "Yes\nNo"), Some(Question::Nothing));
        assert_eq!(question(true, " \n"), Some(Question::Words));
        assert_eq!(question(true, " Yes \n\nNo"), tap(&["Yes", "No"]));
        assert_eq!(question(true, "Yes"), None);
        assert_eq!(question(true, "Yes\nYes"), None);
        assert_eq!(question(true, "1\n2\n3\n4\n5"), None);
        let letters = "é".repeat(40);
        assert_eq!(
            question(true, &format!("No\n{letters}")),
            tap(&["No", &letters])
        );
        assert_eq!(question(true, &format!("No\n{letters}x")), None);
    }

    // Every set to begin with is one that may be sent.
    #[test]
    fn sets_to_begin_with_fit() {
        for words in [t::answers_yes(), t::answers_when()] {
            let question = question(true, &words.replace(" / ", "\n"));
            assert!(matches!(question, Some(Question::Tap(_))), "{words}");
        }
    }
}
