//! The frame around every staff screen: bar, views, notices, and the screen itself.

use client::staff::message::Lane;
use leptos::prelude::*;
use protocol::api::Role;

use super::adults::Adults;
use super::audit::AuditPage;
use super::board::BoardPage;
use super::case::CasePage;
use super::desk::{Desk, View};
use super::icon;
use super::idle::{self, Idle};
use super::initials::initials;
use super::keys::Keys;
use super::lanes::Show;
use super::open_reason::OpenReason;
use super::opening::GoLive;
use super::own_sign_in::OwnSignIn;
use super::pending::Pending;
use super::posters::Posters;
use super::prove::Prove;
use super::readiness::Readiness;
use super::service::{ServiceBanner, ServicePage};
use super::settings::Settings;
use super::sign_in::mark;
use crate::text::staff as t;

/// Everything inside: only while somebody is signed in.
#[component]
pub fn Inside() -> impl IntoView {
    let desk = Desk::here();
    desk.refresh_board();
    super::audit::ask_review(desk, false);
    let find = RwSignal::new(String::new());
    provide_context(Find(find));
    view! {
        <a class="skip" href="#main">{t::skip()}</a>
        <DemoBanner />
        <TopBar />
        <div class="shell">
            <Rail />
            <main class="main" id="main" tabindex="-1">
                <Countdown />
                <super::news::NewsBanner />
                <super::recovery::RecoveryBanner />
                <ServiceBanner />
                <Pending />
                {move || match desk.view.get() {
                    View::Board(show) => view! { <BoardPage show /> }.into_any(),
                    View::Case(case) => view! { <CasePage id=case /> }.into_any(),
                    View::Audit => view! { <AuditPage /> }.into_any(),
                    View::Adults => view! { <Adults /> }.into_any(),
                    View::OwnSignIn => view! { <OwnSignIn /> }.into_any(),
                    View::Posters => view! { <Posters /> }.into_any(),
                    View::Readiness => view! { <Readiness /> }.into_any(),
                    View::GoLive => view! { <GoLive /> }.into_any(),
                    View::Service => view! { <ServicePage /> }.into_any(),
                    View::Settings => view! { <Settings /> }.into_any(),
                }}
            </main>
        </div>
        <OpenReason />
        <Keys />
        <Prove />
    }
}

/// What is typed into the search box.
#[derive(Clone, Copy)]
pub struct Find(pub RwSignal<String>);

/// Says on every page of a demo that it is one.
#[component]
pub fn DemoBanner() -> impl IntoView {
    let desk = Desk::here();
    move || {
        desk.school
            .with(|school| school.as_ref().is_some_and(|(_, demo)| *demo))
            .then(|| view! { <aside class="demo" aria-label=t::demo_label()>{t::demo()}</aside> })
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let desk = Desk::here();
    let Find(find) = expect_context();
    let board = move || matches!(desk.view.get(), View::Board(_)) && reads(desk);
    view! {
        <header class="topbar">
            <button type="button" class="brand" on:click=move |_| desk.go(home(desk))>
                {mark()} "Sotto"
            </button>
            {move || board().then(|| view! {
                <label class="find">
                    <span class="sr">{t::find()}</span>
                    {icon::small(icon::FIND)}
                    <input
                        type="search"
                        id="find"
                        placeholder=t::find_hint()
                        spellcheck="false"
                        autocomplete="off"
                        prop:value=move || find.get()
                        on:input=move |event| find.set(event_target_value(&event))
                    />
                </label>
            })}
            <div class="top-end">
                <span class="lockin">
                    {icon::small(icon::LOCK)}
                    {move || match clock(desk) {
                        Idle::Awake { minutes } => t::locks_in(i64::from(minutes)),
                        Idle::Soon { seconds } => t::locks_soon(i64::from(seconds)),
                        Idle::Over => t::locks_in(0),
                    }}
                </span>
                <button type="button" class="btn" on:click=move |_| super::hide::hide(desk)>
                    {icon::small(icon::HIDE)} {t::hide()} <kbd class="hide-s">"B"</kbd>
                </button>
                <details class="menu">
                    <summary class="me">
                        <span aria-hidden="true">{move || initials(&name(desk))}</span>
                        <span class="sr">{move || t::signed_in(&name(desk))}</span>
                    </summary>
                    <div class="menu-list">
                        <p>
                            <b>{move || name(desk)}</b>
                            <span class="soft xs">
                                {move || desk.me.with(|me| {
                                    me.as_ref().map(|me| super::word::role(me.staff.role))
                                })}
                                ", "
                                {move || desk.school.get().map(|(school, _)| school)}
                            </span>
                        </p>
                        <button type="button" class="btn" on:click=move |_| desk.go(View::OwnSignIn)>
                            {t::own()}
                        </button>
                        <button type="button" class="btn" on:click=move |_| desk.keys_shown.set(true)>
                            {t::keys_title()}
                        </button>
                        <button type="button" class="btn" on:click=move |_| desk.sign_out()>
                            {icon::small(icon::OUT)} {t::sign_out()}
                        </button>
                    </div>
                </details>
            </div>
        </header>
    }
}

fn name(desk: Desk) -> String {
    desk.me
        .with(|me| me.as_ref().map(|me| me.staff.name.clone()))
        .unwrap_or_default()
}

fn clock(desk: Desk) -> Idle {
    let limit = desk
        .me
        .with(|me| me.as_ref().map_or(900, |me| me.idle_seconds));
    idle::look(desk.now.get(), desk.awake.get(), limit)
}

/// The view this person starts from.
#[must_use]
pub fn home(desk: Desk) -> View {
    let admin = desk
        .me
        .with_untracked(|me| me.as_ref().is_some_and(|me| me.staff.role == Role::Admin));
    if admin {
        View::Adults
    } else {
        View::Board(Show::All)
    }
}

/// True when this person is one who reads.
#[must_use]
pub fn reads(desk: Desk) -> bool {
    desk.me
        .with(|me| me.as_ref().is_some_and(|me| me.staff.role.reads()))
}

/// How many things in the log wait for this person to look at them; `None` for none.
fn waiting(desk: Desk) -> Option<usize> {
    desk.review.with(|review| {
        let flags = review
            .as_ref()?
            .flags
            .iter()
            .filter(|flag| flag.waits())
            .count();
        (flags > 0).then_some(flags)
    })
}

/// The last minute before the screen locks, in words.
#[component]
fn Countdown() -> impl IntoView {
    let desk = Desk::here();
    let soon = Memo::new(move |_| matches!(clock(desk), Idle::Soon { .. }));
    move || {
        soon.get().then(|| {
            view! {
                <p class="notice notice-wait" role="alert">
                    {icon::small(icon::CLOCK)} {t::locks_warning()}
                </p>
            }
        })
    }
}

#[component]
fn Rail() -> impl IntoView {
    let desk = Desk::here();
    let count = move |show: Show| {
        let me = desk.my_key();
        desk.board.with(|board| {
            board
                .as_ref()
                .map_or(0, |board| show.count(&board.rows, me))
        })
    };
    let hot = Memo::new(move |_| {
        desk.board.with(|board| {
            board.as_ref().map_or(0, |board| {
                board
                    .rows
                    .iter()
                    .filter(|row| row.lane == Lane::NeedsEyesNow)
                    .count()
            })
        })
    });
    let link = move |view: View, path: &'static str, words: &'static str, number: Option<Show>| {
        let current = move || {
            let here = desk.view.get();
            (here == view || (view == View::Board(Show::All) && matches!(here, View::Case(_))))
                .then_some("page")
        };
        view! {
            <button type="button" class="rail-link" aria-current=current on:click=move |_| desk.go(view)>
                {icon::icon(path)} {words}
                {number.map(|show| view! {
                    <span class="count" class:count-hot=move || show == Show::Eyes && (hot.get() > 0)>
                        {move || count(show)}
                    </span>
                })}
            </button>
        }
    };
    let admin = super::adults::Adult::admin();
    view! {
        <nav class="rail" aria-label=t::views()>
            {move || reads(desk).then(|| view! {
                {link(View::Board(Show::Eyes), icon::EYES, t::lane_eyes(), Some(Show::Eyes))}
                {link(View::Board(Show::All), icon::INBOX, t::board(), Some(Show::All))}
                {link(View::Board(Show::Mine), icon::PERSON, t::mine(), Some(Show::Mine))}
            })}
            <span class="rail-h">{t::records()}</span>
            {link(View::Audit, icon::CHAIN, t::audit(), None)}
            {move || waiting(desk).map(|flags| view! {
                <button type="button" class="rail-link" on:click=move |_| desk.go(View::Audit)>
                    {icon::icon(icon::EYES)} {t::review_title()} <span class="count count-hot">{flags}</span>
                </button>
            })}
            {link(View::Adults, icon::KEY, t::adults(), None)}
            {link(View::OwnSignIn, icon::SHIELD, t::own(), None)}
            {link(View::Posters, icon::PAGE, t::posters(), None)}
            {link(View::Settings, icon::PAGE, t::settings(), None)}
            {link(View::GoLive, icon::FLAG, t::gate(), None)}
            {admin.then(|| link(View::Readiness, icon::SHIELD, t::ready(), None))}
            {move || super::service::concerns(desk).then(|| link(View::Service, icon::SAND, t::service(), None))}
        </nav>
    }
}
