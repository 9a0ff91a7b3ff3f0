//! What the sheets share: the three steps in words or in pictures, and the numbers that answer now.

use leptos::prelude::*;

use super::Facts;
use crate::staff::icon;
use crate::text::poster as p;

/// In words, or in pictures for those who read little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    Pictures,
}

/// What happens, in three steps.
pub fn steps(look: Look) -> impl IntoView {
    let steps = match look {
        Look::Plain => [p::step_write(), p::step_readers(), p::step_back()],
        Look::Pictures => [p::picture_write(), p::picture_readers(), p::picture_back()],
    };
    let drawings = [icon::TALK, icon::SEEN, icon::KEY];
    let class = match look {
        Look::Plain => "sheet-steps",
        Look::Pictures => "sheet-steps sheet-pictures",
    };
    let lines = steps.into_iter().zip(drawings).map(|(words, drawing)| {
        view! { <li>{(look == Look::Pictures).then(|| icon::large(drawing))} <span>{words}</span></li> }
    });
    view! { <ol class=class>{lines.collect_view()}</ol> }
}

/// Who answers now, where the school's region names them.
pub fn calls(facts: &Facts) -> impl IntoView + use<> {
    let danger = facts.strip.and_then(|strip| strip.emergency);
    let talk = facts.strip.and_then(|strip| strip.talk);
    view! {
        <div class="sheet-calls">
            {danger.map(|number| view! { <p><b>{p::danger(number)}</b></p> })}
            {talk.map(|(name, number)| view! { <p>{p::talk(name, number)}</p> })}
        </div>
    }
}
