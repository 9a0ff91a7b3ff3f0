//! The board: every case this reader may see, by what it waits for. Opens one at a time, never many.

use client::staff::message::{BoardRow, Lane};
use leptos::prelude::*;
use protocol::api::NextLook;

use super::desk::{Desk, View};
use super::initials::short;
use super::lanes::{self, Group, Show};
use super::row::{self, Row};
use super::shell::Find;
use super::{calendar, icon, when, word};
use crate::text::staff as t;

/// Rows of a lane that are drawn at first, and with each press on "more".
const STEP: usize = 50;

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
    let limits = lanes::ORDER.map(|lane| (lane, RwSignal::new(STEP)));
    let limit = move |lane: Lane| {
        limits
            .iter()
            .find(|(of, _)| *of == lane)
            .map_or(STEP, |(_, limit)| limit.get())
    };
    let groups = Memo::new(move |_| {
        let me = desk.my_key();
        Shown(desk.board.with(|board| {
            board.as_ref().map_or_else(Vec::new, |board| {
                lanes::groups(&board.rows, show, me, &find.get(), row::words, limit)
            })
        }))
    });
    let none =
        Memo::new(move |_| groups.with(|groups| groups.0.iter().all(|group| group.count == 0)));
    let searching = Memo::new(move |_| find.with(|find| !find.trim().is_empty()));
    let there = Memo::new(move |_| desk.board.with(Option::is_some));
    let lanes = move || {
        limits
            .into_iter()
            .filter(|(lane, _)| show != Show::Eyes || *lane == Lane::NeedsEyesNow)
            .map(|(lane, limit)| {
                let here = Here::of(lane, groups, limit);
                // In a search or a smaller view only lanes with something in them are worth a heading.
                let quiet = Memo::new(move |_| {
                    here.count.get() == 0 && (searching.get() || show == Show::Mine)
                });
                move || (!quiet.get()).then(|| here.draw())
            })
            .collect_view()
    };
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{move || heading(desk, show)}</h1>
            <p class="soft">{move || today(desk)}</p>
        </div>
        {move || (!there.get()).then(|| view! { <p class="working soft" role="status">{t::board_wait()}</p> })}
        {move || more(desk).map(|count| view! { <p class="working soft board-more" role="status">{t::board_more(count)}</p> })}
        {move || there.get().then(lanes)}
        {move || (there.get() && searching.get() && none.get()).then(|| view! {
            <p class="empty">{icon::small(icon::FIND)} <span><b>{t::find_none()}</b> " " {t::find_none_next()}</span></p>
        })}
        {move || (there.get() && !searching.get() && show == Show::Mine && none.get()).then(|| view! {
            <p class="empty">{icon::small(icon::PERSON)} <span><b>{t::mine_none()}</b> " " {t::mine_none_next()}</span></p>
        })}
        <KeyHints />
    }
    .into_any()
}

/// What is drawn. Lanes take from it what changed of them, so that a board that did not change is not drawn again.
#[derive(Clone, PartialEq)]
struct Shown(Vec<Group>);

/// How many cases are here while the browser still opens more.
fn more(desk: Desk) -> Option<i64> {
    desk.board.with(|board| {
        let board = board.as_ref().filter(|board| board.more)?;
        i64::try_from(board.rows.len()).ok()
    })
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

/// A lane of what is drawn.
#[derive(Clone, Copy)]
struct Here {
    lane: Lane,
    /// Rows it has.
    count: Memo<usize>,
    /// Those that are drawn.
    rows: Memo<Vec<BoardRow>>,
    limit: RwSignal<usize>,
}

impl Here {
    fn of(lane: Lane, groups: Memo<Shown>, limit: RwSignal<usize>) -> Self {
        let here = move |shown: &Shown| shown.0.iter().position(|group| group.lane == lane);
        let rows = move |shown: &Shown| here(shown).map(|place| shown.0[place].rows.clone());
        let count = move |shown: &Shown| here(shown).map(|place| shown.0[place].count);
        Self {
            lane,
            count: Memo::new(move |_| groups.with(count).unwrap_or_default()),
            rows: Memo::new(move |_| groups.with(rows).unwrap_or_default()),
            limit,
        }
    }

    fn hidden(self) -> usize {
        self.count.get().saturating_sub(self.rows.with(Vec::len))
    }

    /// A row stays the same element while it is the same row on the same day: it keeps the focus, and nothing of thousands is
    /// drawn twice.
    fn list(self) -> impl IntoView {
        let Self {
            lane, rows, limit, ..
        } = self;
        let none = Memo::new(move |_| self.count.get() == 0);
        let more = Memo::new(move |_| self.hidden() > 0);
        let words = move || {
            let hidden = self.hidden();
            let next = i64::try_from(hidden.min(STEP)).unwrap_or(i64::MAX);
            t::lane_more(next, i64::try_from(hidden).unwrap_or(i64::MAX))
        };
        view! {
            {move || if none.get() {
                empty(lane).into_any()
            } else {
                view! {
                    <ul class="rows">
                        <For each=move || rows.get() key=|row| (row.case, row.print(), calendar::today()) let:row>
                            <Row row />
                        </For>
                    </ul>
                }
                    .into_any()
            }}
            {move || more.get().then(|| view! {
                <p>
                    <button type="button" class="btn" on:click=move |_| limit.update(|limit| *limit += STEP)>{words}</button>
                </p>
            })}
        }
    }

    fn draw(self) -> AnyView {
        let lane = self.lane;
        let count = move || self.count.get();
        if lane == Lane::Closed {
            return view! {
                <details class="group folded">
                    <summary class="group-h">
                        {icon::small(icon::MORE)}
                        <h2>{word::lane(lane)}</h2>
                        <span class="n">{count}</span>
                        <span class="why">{why(lane)}</span>
                    </summary>
                    {self.list()}
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
                {self.list()}
            </section>
        }
        .into_any()
    }
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
