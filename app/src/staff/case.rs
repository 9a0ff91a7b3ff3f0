//! One opened case: what the pupil sees on one side, what only staff see on the other, and what happened below.
//!
//! The two sides differ in place, colour, edge, corner, hatching, icon, heading, button words and key, and words
//! never cross from staff-only to the pupil without a question.

mod answers;
mod choice;
mod chronology;
mod close;
mod conversation;
mod decide;
mod hold;
mod keeper;
mod moved;
mod notes;
mod reply;
mod share;
mod unread;

use client::staff::message::{BoardRow, Case, State};
use leptos::prelude::*;
use protocol::id::CaseId;

use self::chronology::Chronology;
use self::close::{ClosePanel, ReopenPanel};
use self::conversation::Conversation;
use self::notes::StaffOnly;
use self::reply::ReplyBox;
use self::share::{AsidePanel, SharePanel};
use super::desk::{Desk, View};
use super::lanes::Show;
use super::{calendar, form, icon, row, word};
use crate::text::staff as t;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Open {
    desk: Desk,
    pub id: CaseId,
    /// The close or reopen panel is shown.
    pub ending: RwSignal<bool>,
    /// Another panel above the case is shown.
    pub panel: RwSignal<Option<Panel>>,
    /// Words last copied from the staff-only side.
    pub copied: RwSignal<String>,
}

/// What else can be done with a whole case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    Share,
    Aside,
}

impl Open {
    /// Reads the case; `None` after it was locked away.
    pub fn with<T>(self, read: impl FnOnce(&Case) -> T) -> Option<T> {
        self.desk.cases.with(|cases| cases.get(&self.id).map(read))
    }

    /// Reads the case once, without following it.
    pub fn once<T>(self, read: impl FnOnce(&Case) -> T) -> Option<T> {
        self.desk
            .cases
            .with_untracked(|cases| cases.get(&self.id).map(read))
    }
}

/// The page. After a lock the case has to be opened again; what was typed is still there.
#[component]
pub fn CasePage(id: CaseId) -> impl IntoView {
    let desk = Desk::here();
    let open = Open {
        desk,
        id,
        ending: RwSignal::new(false),
        panel: RwSignal::new(None),
        copied: RwSignal::new(String::new()),
    };
    provide_context(open);
    let here = Memo::new(move |_| desk.cases.with(|cases| cases.contains_key(&id)));
    move || {
        if here.get() {
            view! { <Whole /> }.into_any()
        } else {
            view! { <Shut id /> }.into_any()
        }
    }
}

/// The row of this case on the board, if the board knows it.
fn board_row(desk: Desk, id: CaseId) -> Option<BoardRow> {
    desk.board.with(|board| {
        board
            .as_ref()?
            .rows
            .iter()
            .find(|row| row.case == id)
            .cloned()
    })
}

#[component]
fn Shut(id: CaseId) -> impl IntoView {
    let desk = Desk::here();
    view! {
        <div class="head">
            <p><Crumb /></p>
            <h1 id="heading" tabindex="-1">{t::case_shut()}</h1>
        </div>
        {move || match board_row(desk, id) {
            Some(row) => view! {
                <p class="soft">{t::case_shut_words()}</p>
                <p>
                    <button type="button" class="btn btn-go" on:click=move |_| desk.opening.set(Some(row.clone()))>
                        {icon::small(icon::UNLOCK)} {t::case_open_again()}
                    </button>
                </p>
            }.into_any(),
            None if listed(desk) => view! { <p class="notice" role="status">{t::case_not_here()}</p> }.into_any(),
            None => view! { <p class="soft" role="status">{t::board_wait()}</p> }.into_any(),
        }}
    }
}

/// The board is there, whole.
fn listed(desk: Desk) -> bool {
    desk.board
        .with(|board| board.as_ref().is_some_and(|board| !board.more))
}

#[component]
fn Crumb() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <button type="button" class="link" on:click=move |_| desk.go(View::Board(Show::All))>{t::board()}</button>
    }
}

#[component]
fn Whole() -> impl IntoView {
    view! {
        <PrintHead />
        <Head />
        <Fresh />
        <Ending />
        <Panels />
        <div class="case">
            <div class="stack">
                <Conversation />
                <ReplyBox />
            </div>
            <StaffOnly />
        </div>
        <Chronology />
    }
}

/// On paper every case says what it is, which one, when and by whom it was printed.
#[component]
fn PrintHead() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let name = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.name.clone()));
    view! {
        <div class="print-only print-head">
            <p><b>{t::print_mark()}</b></p>
            <p class="code">{t::print_case(&open.id.0.to_string())}</p>
            <p>{move || {
                let _ = desk.now.get();
                t::print_by(&name.clone().unwrap_or_default(), &calendar::this_minute())
            }}</p>
        </div>
    }
}

#[component]
fn Head() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let closed = Memo::new(move |_| {
        open.with(|case| case.state == State::Closed)
            .unwrap_or(false)
    });
    view! {
        <div class="head">
            <p class="no-print"><Crumb /></p>
            {move || open.with(|case| {
                let title = if case.title.is_empty() { t::row_untitled().to_owned() } else { case.title.clone() };
                view! {
                    <div class="head-row">
                        <h1 id="heading" tabindex="-1">{title}</h1>
                        {case.urgency.map(row::bars)}
                        <span class="chip">{word::state(case.state)}</span>
                        {proof(case)}
                    </div>
                    <p class="soft">{sentence(desk, case)}</p>
                    {case.withdrawn.then(|| view! { <p class="notice notice-wait">{t::case_withdrawn()}</p> })}
                    {case.unreadable.then(|| view! {
                        <div class="problem" role="alert">
                            <h2>{icon::small(icon::EYES)} {t::case_unreadable()}</h2>
                            <p>{t::case_unreadable_next()}</p>
                        </div>
                    })}
                    {(!case.log_holds).then(|| view! {
                        <div class="problem" role="alert">
                            <h2>{icon::small(icon::EYES)} {t::case_log_broken()}</h2>
                            <p>{t::case_log_broken_next()}</p>
                        </div>
                    })}
                }
            })}
            <p class="row no-print">
                <button
                    type="button"
                    class="btn"
                    aria-expanded=move || if open.ending.get() { "true" } else { "false" }
                    on:click=move |_| {
                        open.ending.update(|ending| *ending = !*ending);
                        form::focus(if closed.get_untracked() { "reopen-why" } else { "outcome" });
                    }
                >
                    {icon::small(icon::FOLDER)}
                    {move || if closed.get() { t::case_reopen() } else { t::case_close() }}
                </button>
                <button type="button" class="btn" on:click=move |_| { let _ = window().print(); }>
                    {icon::small(icon::PAGE)} {t::case_print()}
                </button>
                {[(Panel::Share, icon::KEY, t::share(), "colleague"), (Panel::Aside, icon::OUT, t::aside(), "aside-why")]
                    .map(|(panel, drawing, words, first)| view! {
                        <button
                            type="button"
                            class="btn"
                            aria-expanded=move || if open.panel.get() == Some(panel) { "true" } else { "false" }
                            on:click=move |_| {
                                open.panel.update(|shown| *shown = (*shown != Some(panel)).then_some(panel));
                                form::focus(first);
                            }
                        >
                            {icon::small(drawing)} {words}
                        </button>
                    })}
            </p>
        </div>
    }
}

fn proof(case: &Case) -> AnyView {
    if case.log_holds {
        view! {
            <span class="chip chip-ok">{icon::small(icon::SHIELD)} {t::chip_logged(&calendar::count(case.log_size))}</span>
        }
        .into_any()
    } else {
        view! { <span class="chip chip-danger">{icon::small(icon::EYES)} {t::chip_log_broken()}</span> }.into_any()
    }
}

/// Who leads, who else can read, and that nobody can find out who the pupil is.
fn sentence(desk: Desk, case: &Case) -> String {
    let me = desk.my_key();
    let lead = match &case.owner {
        None => t::case_no_owner().to_owned(),
        Some(owner) if Some(owner.key) == me => t::case_you_lead().to_owned(),
        Some(owner) => t::case_leads(&super::initials::short(&owner.name)),
    };
    let others: Vec<String> = case
        .readers
        .iter()
        .filter(|reader| Some(reader.key) != me)
        .map(|reader| super::initials::short(&reader.name))
        .collect();
    let others = if others.is_empty() {
        t::case_only_you().to_owned()
    } else {
        t::case_others(
            i64::try_from(others.len()).unwrap_or(i64::MAX),
            &others.join(", "),
        )
    };
    format!("{lead} {others} {}", t::case_nobody_knows())
}

/// The pupil wrote since this case was opened: reading it is another logged opening.
#[component]
fn Fresh() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let fresh = Memo::new(move |_| {
        let row = board_row(desk, open.id);
        open.with(|case| row.as_ref().map_or(0, |row| unread::unread(row, case)))
            .unwrap_or(0)
    });
    move || {
        let count = fresh.get();
        (count > 0).then(|| {
            view! {
                <p class="notice notice-new" role="status">
                    {icon::small(icon::TALK)} <span>{t::case_fresh(i64::from(count))}</span>
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| desk.opening.set(board_row(desk, open.id))
                    >
                        {t::case_fresh_read()}
                    </button>
                </p>
            }
        })
    }
}

#[component]
fn Panels() -> impl IntoView {
    let open: Open = expect_context();
    move || {
        open.panel.get().map(|panel| match panel {
            Panel::Share => view! { <SharePanel /> }.into_any(),
            Panel::Aside => view! { <AsidePanel /> }.into_any(),
        })
    }
}

#[component]
fn Ending() -> impl IntoView {
    let open: Open = expect_context();
    let closed = Memo::new(move |_| {
        open.with(|case| case.state == State::Closed)
            .unwrap_or(false)
    });
    move || {
        open.ending.get().then(|| {
            if closed.get() {
                view! { <ReopenPanel /> }.into_any()
            } else {
                view! { <ClosePanel /> }.into_any()
            }
        })
    }
}
