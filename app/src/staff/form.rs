//! Boxes with a label, a hint and an error beside them, and the summary that names every problem.
//!
//! Nothing typed is ever cleared by an error. Problems are found on sending, never while somebody types.

use leptos::prelude::*;

use super::icon;
use crate::text::staff as t;

/// What is wrong with a form: id of the box, and the words.
#[derive(Clone, Copy)]
pub struct Problems(RwSignal<Vec<(&'static str, String)>>);

impl Problems {
    /// Nothing wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Shows what is wrong; true when nothing is.
    pub fn show(self, found: Vec<(&'static str, String)>) -> bool {
        let none = found.is_empty();
        self.0.set(found);
        if !none {
            focus("problem");
        }
        none
    }

    /// Shows one thing.
    pub fn tell(self, id: &'static str, words: String) {
        self.show(vec![(id, words)]);
    }

    /// The words at one box.
    pub fn at(self, id: &str) -> Option<String> {
        self.0.with(|all| {
            all.iter()
                .find(|(at, _)| *at == id)
                .map(|(_, words)| words.clone())
        })
    }
}

/// The summary, above the form.
pub fn summary(problems: Problems) -> impl IntoView {
    move || {
        let all = problems.0.get();
        (!all.is_empty()).then(|| {
            view! {
                <div class="problem" role="alert" tabindex="-1" id="problem">
                    <h2>{icon::small(icon::EYES)} {t::form_problem()}</h2>
                    {all
                        .into_iter()
                        .map(|(id, words)| {
                            view! {
                                <p>
                                    <a
                                        href=format!("#{id}")
                                        on:click=move |event| {
                                            event.prevent_default();
                                            focus(id);
                                        }
                                    >
                                        {words}
                                    </a>
                                </p>
                            }
                        })
                        .collect_view()}
                </div>
            }
        })
    }
}

/// The words beside a box.
pub fn error(id: &'static str, problems: Problems) -> impl IntoView {
    move || {
        problems.at(id).map(|words| {
            view! {
                <p class="field-error xs" id=format!("{id}-error")>
                    {icon::small(icon::EYES)} <span>{words}</span>
                </p>
            }
        })
    }
}

/// A one-line box.
#[derive(Clone, Copy)]
pub struct Line {
    pub id: &'static str,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    /// `text`, `password`, `date`.
    pub kind: &'static str,
    /// For the browser's own helper; `off` for words nobody should remember.
    pub autocomplete: &'static str,
    pub code: bool,
}

impl Line {
    /// A plain text box.
    #[must_use]
    pub const fn text(id: &'static str, label: &'static str) -> Self {
        Self {
            id,
            label,
            hint: None,
            kind: "text",
            autocomplete: "off",
            code: false,
        }
    }

    /// With help under the label.
    #[must_use]
    pub const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// The box with everything that belongs to it.
pub fn line(line: Line, value: RwSignal<String>, problems: Problems) -> impl IntoView {
    let Line { id, .. } = line;
    let described = move || described(id, line.hint.is_some(), problems);
    view! {
        <div class="field">
            <label for=id>{line.label}</label>
            {line.hint.map(|hint| view! { <p class="xs soft" id=format!("{id}-hint")>{hint}</p> })}
            {error(id, problems)}
            <input
                class="input"
                class:code=line.code
                id=id
                type=line.kind
                autocomplete=line.autocomplete
                autocapitalize="none"
                spellcheck="false"
                inputmode=if line.autocomplete == "one-time-code" { "numeric" } else { "text" }
                aria-describedby=described
                aria-invalid=move || problems.at(id).map(|_| "true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

/// A box for sentences.
pub fn area(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    value: impl Fn() -> String + Send + Sync + Copy + 'static,
    change: impl Fn(String) + Copy + 'static,
    problems: Problems,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="xs soft" id=format!("{id}-hint")>{hint}</p> })}
            {error(id, problems)}
            <textarea
                class="input area"
                id=id
                rows="3"
                spellcheck="false"
                autocomplete="off"
                aria-describedby=move || described(id, hint.is_some(), problems)
                aria-invalid=move || problems.at(id).map(|_| "true")
                prop:value=value
                on:input=move |event| change(event_target_value(&event))
            ></textarea>
        </div>
    }
}

fn described(id: &str, hint: bool, problems: Problems) -> Option<String> {
    let mut all = Vec::new();
    if hint {
        all.push(format!("{id}-hint"));
    }
    if problems.at(id).is_some() {
        all.push(format!("{id}-error"));
    }
    (!all.is_empty()).then(|| all.join(" "))
}

/// Moves the focus once the document has caught up.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        use wasm_bindgen::JsCast;
        let found = document().get_element_by_id(&id);
        if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = element.focus();
        }
    });
}

/// A failure that belongs to no box: what is true and what to do.
pub fn trouble(
    failure: impl Fn() -> Option<client::staff::message::Failure> + Send + 'static,
) -> impl IntoView {
    move || {
        failure().map(|failure| {
            let (what, next) = super::failure::words(&failure);
            view! {
                <div class="problem" role="alert">
                    <h2>{icon::small(icon::EYES)} {what}</h2>
                    <p>{next}</p>
                </div>
            }
        })
    }
}

/// What a long step is doing, in words; nothing spins.
pub fn progress(busy: Signal<bool>) -> impl IntoView {
    let desk = super::desk::Desk::here();
    view! {
        <p class="working soft" role="status">
            {move || {
                busy.get()
                    .then(|| desk.stage.get().map_or(t::stage_working(), super::failure::stage))
            }}
        </p>
    }
}
