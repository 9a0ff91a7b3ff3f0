//! Answers to choose from: a tap puts one in the box, where words can be added. Nothing is sent by a tap alone (S3).

use zeroize::Zeroize;

use super::page::Page;
use crate::components::icon::icon_small;
use crate::text::pupil;
use crate::view::{self, View, view};

/// The buttons; nothing when nobody asked this way.
pub fn tap(page: Page, text: &str, answers: &[String]) -> Option<View> {
    (!answers.is_empty()).then(|| {
        let first = text.lines().next();
        let buttons: View = answers
            .iter()
            .map(|answer| {
                button(
                    page,
                    first == Some(answer),
                    answer.clone(),
                    answers.to_vec(),
                )
            })
            .collect();
        view! { <div class="prompts" role="group" aria-label=pupil::answer_tap()>{buttons}</div> }
    })
}

fn button(page: Page, chosen: bool, answer: String, answers: Vec<String>) -> View {
    let words = answer.clone();
    let press = move |_: &view::Event| {
        page.write(|state| {
            let text = with(&state.journey.text, &answer, &answers);
            state.journey.text.zeroize();
            state.journey.text = text;
        });
    };
    view! {
        <button class="prompt" type="button" aria-pressed=if chosen { "true" } else { "false" } on:click=press>
            {chosen.then(|| icon_small("tick"))}
            {words}
        </button>
    }
}

/// The text with this answer as its first line, in place of another of them. What the pupil wrote stays.
fn with(text: &str, answer: &str, answers: &[String]) -> String {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let own = if answers.iter().any(|one| one == first) {
        rest
    } else {
        text
    };
    if own.is_empty() {
        answer.to_owned()
    } else {
        [answer, "\n", own].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // S3: another tap takes the place of the first; own words are never lost.
    #[test]
    fn a_tap_is_the_first_line() {
        let answers: Vec<String> = ["Yes", "No"].map(str::to_owned).into();
        assert_eq!(with("", "Yes", &answers), "Yes");
        assert_eq!(with("Yes", "No", &answers), "No");
        assert_eq!(with("At break.", "Yes", &answers), "Yes\nAt break.");
        assert_eq!(with("Yes\nAt break.", "No", &answers), "No\nAt break.");
        assert_eq!(with("Yes they did", "Yes", &answers), "Yes\nYes they did");
    }
}
