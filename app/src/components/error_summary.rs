//! "There is a problem": a summary at the top, linked to each field, focused when it appears; and the same words
//! beside the field. Shown on Continue only, never while typing; nothing typed is cleared.

use leptos::prelude::*;

use super::focus::{focus, focus_field};
use super::icon::icon;

/// The id of the summary; give it to `aria-describedby` of the heading if needed.
pub const SUMMARY: &str = "problem";

/// The summary of everything wrong on this screen: (id of the field, what to do). Call it when there is something.
pub fn error_summary(title: &'static str, problems: Vec<(&'static str, String)>) -> AnyView {
    focus(SUMMARY);
    let lines = problems
        .into_iter()
        .map(|(field, words)| {
            let link = ["#", field].concat();
            view! {
                <li>
                    <a href=link on:click=move |event| {
                        event.prevent_default();
                        focus_field(field);
                    }>{words}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="problem" id=SUMMARY role="alert" tabindex="-1">
            <h2>{icon("warning")}{title}</h2>
            <ul class="problem-list">{lines}</ul>
        </div>
    }
    .into_any()
}

/// The same words beside the field; name it in the field's `aria-describedby` as `<field>-error`.
pub fn field_error(field: &'static str, words: String) -> AnyView {
    let id = [field, "-error"].concat();
    view! { <p class="field-error" id=id>{icon("warning")}<span>{words}</span></p> }.into_any()
}
