//! "There is a problem": a summary at the top, linked to each field, focused when it is shown; and the same words
//! beside the field. Shown on Continue only, never while typing; nothing typed is cleared.

use super::focus::focus_field;
use super::icon::icon;
use crate::view::{View, view};

/// The id of the summary. Whoever finds a problem moves the keyboard there.
pub const SUMMARY: &str = "problem";

/// The summary of what is wrong on this screen: the id of the field, and what to do.
pub fn error_summary(title: &'static str, field: &'static str, words: String) -> View {
    view! {
        <div class="problem" id="problem" role="alert" tabindex="-1">
            <h2>{icon("warning")}{title}</h2>
            <ul class="problem-list">
                <li>
                    <a href=["#", field].concat() on:click=move |event| {
                        event.prevent_default();
                        focus_field(field);
                    }>{words}</a>
                </li>
            </ul>
        </div>
    }
}

/// The same words beside the field; name it in the field's `aria-describedby` as `<field>-error`.
pub fn field_error(field: &'static str, words: String) -> View {
    view! { <p class="field-error" id=[field, "-error"].concat()>{icon("warning")}<span>{words}</span></p> }
}
