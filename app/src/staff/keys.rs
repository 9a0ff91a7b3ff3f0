//! The list of keys, and the switch that turns them off (WCAG 2.1.4).

use leptos::html;
use leptos::prelude::*;

use super::desk::Desk;
use super::shortcut::{self, Shortcut};
use crate::text::staff as t;

/// What each key does.
#[must_use]
pub fn words(shortcut: Shortcut) -> &'static str {
    match shortcut {
        Shortcut::Down => t::key_down(),
        Shortcut::Up => t::key_up(),
        Shortcut::Open => t::key_open(),
        Shortcut::Reply => t::key_reply(),
        Shortcut::Note => t::key_note(),
        Shortcut::Hide => t::key_hide(),
        Shortcut::Board => t::key_board(),
        Shortcut::Find => t::key_find(),
        Shortcut::Keys => t::key_keys(),
    }
}

/// The dialog.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = Desk::here();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && desk.keys_shown.get()
            && !dialog.open()
        {
            // Fails only when the dialog is not in the document; then nothing was asked to be shown.
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="keys-title"
            node_ref=dialog
            on:close=move |_| desk.keys_shown.set(false)
        >
            <h2 id="keys-title">{t::keys_title()}</h2>
            <dl class="facts">
                {shortcut::ALL
                    .into_iter()
                    .map(|(key, shortcut)| {
                        view! {
                            <dt><kbd>{key.to_uppercase()}</kbd></dt>
                            <dd>{words(shortcut)}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="row tick-row">
                <input
                    class="tick"
                    type="checkbox"
                    id="keys-off"
                    prop:checked=move || desk.keys_off.get()
                    on:change=move |event| desk.keys_off.set(event_target_checked(&event))
                />
                <label for="keys-off">{t::keys_off()}</label>
            </div>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| close()>{t::close()} <kbd class="hide-s">"Esc"</kbd></button>
            </div>
        </dialog>
    }
}
