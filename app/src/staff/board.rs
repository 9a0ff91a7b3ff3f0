//! The board: every case this reader may see, by what it waits for. Opens one at a time, never many.

use client::staff::message::{BoardRow, Lane};
use leptos::prelude::*;
use protocol::api::NextLook;

use super::desk::{Desk, View};
use super::initials::short;
use super::lanes::{self, Show};
use super::row::{self, Row};
use super::shell::Find;
use super::{calendar, icon, when, word};
use crate::text::staff as t;

/// The page.
#[component]
pub fn BoardPage(show: Show) -> impl IntoView {
    let desk = Desk::here();
    let Find(find) = expect_context();
    let can_read = desk
        .me
        .with_untracked(|me| me.as_ref().is_some_and(|me| me.can_read));
    if !can_read {
        return view! { <CannotRead /> }.into_any();
    }
    let rows = Memo::new(move |_| {
        let me = desk.my_key();
        Shown(desk.board.with(|board| {
            board.as_ref().map_or_else(Vec::new, |board| {
                lanes::shown(&board.rows, show, me, &find.get(), row::words)
            })
        }))
    });
    let searching = move || find.with(|find| !find.trim().is_empty());
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{move || heading(desk, show)}</h1>
            <p class="soft">{move || today(desk)}</p>
        </div>
        {move || desk.board.with(Option::is_none).then(|| view! { <p class="working soft" role="status">{t::board_wait()}</p> })}
        {move || (desk.board.with(Option::is_some)).then(|| {
            lanes::ORDER
                .into_iter()
                .filter(|lane| show != Show::Eyes || *lane == Lane::NeedsEyesNow)
                .map(|lane| {
                    let here: Vec<BoardRow> = rows.with(|rows| rows.0.iter().filter(|row| row.lane == lane).cloned().collect());
                    // In a search or a smaller view only lanes with something in them are worth a heading.
                    let quiet = here.is_empty() && (searching() || show == Show::Mine);
                    (!quiet).then(|| group(lane, here))
                })
                .collect_view()
        })}
        {move || (desk.board.with(Option::is_some) && searching() && rows.with(|rows| rows.0.is_empty())).then(|| view! {
            <p class="empty">{icon::small(icon::FIND)} <span><b>{t::find_none()}</b> " " {t::find_none_next()}</span></p>
        })}
        {move || (desk.board.with(Option::is_some) && !searching() && show == Show::Mine && rows.with(|rows| rows.0.is_empty())).then(|| view! {
            <p class="empty">{icon::small(icon::PERSON)} <span><b>{t::mine_none()}</b> " " {t::mine_none_next()}</span></p>
        })}
        <KeyHints />
    }
    .into_any()
}

/// Rows compare by what is drawn, so that a board that did not change is not drawn again.
#[derive(Clone)]
struct Shown(Vec<BoardRow>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        // A row has no equality of its own; its JSON is exactly what it shows.
        serde_json::to_string(&self.0).ok() == serde_json::to_string(&other.0).ok()
    }
}

fn heading(desk: Desk, show: Show) -> String {
    let name = desk.me.with(|me| {
        me.as_ref()
            .map(|me| short(&me.staff.name))
            .unwrap_or_default()
    });
    let eyes = desk.board.with(|board| {
        board
            .as_ref()
            .map_or(0, |board| Show::Eyes.count(&board.rows, None))
    });
    let eyes = i64::try_from(eyes).unwrap_or(i64::MAX);
    match show {
        Show::All => t::board_heading(when::greeting(calendar::hour_of_day()), &name, eyes),
        Show::Eyes => t::lane_eyes().to_owned(),
        Show::Mine => t::mine_heading().to_owned(),
    }
}

/// Today, and when pupils are told that an adult looks next.
fn today(desk: Desk) -> String {
    // Follows the minute.
    let _ = desk.now.get();
    let look = desk
        .board
        .with(|board| board.as_ref().map(|board| board.next_look.clone()));
    let cover = match look {
        None => String::new(),
        Some(None) => t::cover_none().to_owned(),
        Some(Some(NextLook { now: true, .. })) => t::cover_now().to_owned(),
        Some(Some(look)) => {
            let day = crate::moment::parse_day(&look.date).map_or(look.date.clone(), calendar::day);
            t::cover_next(&day, &look.time)
        }
    };
    format!("{}. {cover}", calendar::this_minute())
}

fn group(lane: Lane, rows: Vec<BoardRow>) -> AnyView {
    let count = rows.len();
    let list = move || {
        if rows.is_empty() {
            empty(lane).into_any()
        } else {
            let rows = rows
                .into_iter()
                .map(|row| view! { <Row row /> })
                .collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        }
    };
    if lane == Lane::Closed {
        return view! {
            <details class="group folded">
                <summary class="group-h">
                    {icon::small(icon::MORE)}
                    <h2>{word::lane(lane)}</h2>
                    <span class="n">{count}</span>
                    <span class="why">{why(lane)}</span>
                </summary>
                {list()}
            </details>
        }
        .into_any();
    }
    view! {
        <section class="group" aria-label=word::lane(lane)>
            <div class="group-h">
                <h2>{word::lane(lane)}</h2>
                <span class="n">{count}</span>
                <span class="why">{why(lane)}</span>
            </div>
            {list()}
        </section>
    }
    .into_any()
}

fn why(lane: Lane) -> &'static str {
    match lane {
        Lane::NeedsEyesNow => t::why_eyes(),
        Lane::New => t::why_new(),
        Lane::WaitingOnPupil => t::why_pupil(),
        Lane::Open => t::why_open(),
        Lane::WaitingOnAgency => t::why_agency(),
        Lane::DueToClose => t::why_due(),
        Lane::Expiring => t::why_expiring(),
        Lane::Closed => t::why_closed(),
    }
}

fn empty(lane: Lane) -> impl IntoView {
    let (what, next) = match lane {
        Lane::NeedsEyesNow => (t::empty_eyes(), t::empty_eyes_next()),
        Lane::New => (t::empty_new(), t::empty_new_next()),
        Lane::WaitingOnPupil => (t::empty_pupil(), t::empty_pupil_next()),
        Lane::Open => (t::empty_open(), t::empty_open_next()),
        Lane::WaitingOnAgency => (t::empty_agency(), t::empty_agency_next()),
        Lane::DueToClose => (t::empty_due(), t::empty_due_next()),
        Lane::Expiring => (t::empty_expiring(), t::empty_expiring_next()),
        Lane::Closed => (t::empty_closed(), t::empty_closed_next()),
    };
    view! {
        <p class="empty">{icon::small(icon::TICK)} <span><b>{what}</b> " " {next}</span></p>
    }
}

#[component]
fn KeyHints() -> impl IntoView {
    view! {
        <p class="keys">
            <span><kbd>"J"</kbd> " " <kbd>"K"</kbd> " " {t::hint_move()}</span>
            <span><kbd>"O"</kbd> " " {t::hint_open()}</span>
            <span><kbd>"/"</kbd> " " {t::hint_find()}</span>
            <span><kbd>"B"</kbd> " " {t::hint_hide()}</span>
            <span><kbd>"?"</kbd> " " {t::hint_keys()}</span>
            <span>{t::hint_one()}</span>
        </p>
    }
}

/// An adult who has no key in the signed directory: an admin, or somebody who waits for signatures.
#[component]
fn CannotRead() -> impl IntoView {
    let desk = Desk::here();
    let admin = super::shell::home(desk) == View::Adults;
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{if admin { t::no_board_admin() } else { t::no_board() }}</h1>
            <p class="soft">{if admin { t::no_board_admin_words() } else { t::no_board_words() }}</p>
        </div>
        <p>
            <button type="button" class="btn" on:click=move |_| desk.go(View::Adults)>
                {icon::small(icon::KEY)} {t::adults()}
            </button>
        </p>
    }
}
