//! Everything the screens of the staff page share, and the only way from a screen to the worker.
//!
//! Promises: decrypted text lives here and in the document only while somebody is signed in; locking ends the
//! worker, and with it every key, and drops every decrypted word, but keeps what was typed and not sent.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use client::staff::message::{
    Answer, Ask, Board, BoardRow, Case, EndOfService, Failure, Me, Recovery, Review, Stage,
};
use leptos::prelude::*;
use protocol::id::{CaseId, KeyId};

use super::calendar;
use super::drafts::Drafts;
use super::fragment::{DemoPass, Secret};
use super::lanes::Show;
use super::sending::Sending;
use super::undo::Undo;
use crate::worker::Worker;

/// Where the person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    SignIn,
    Invited,
    /// A school is being founded, with one of its links.
    Founding,
    /// Cannot sign in, and asks colleagues for help.
    Regain,
    Inside,
    Locked(Why),
}

/// Why the screen locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody was here for too long.
    Idle,
    /// The server ended the session.
    Ended,
    /// The worker stopped.
    Broken,
}

/// Which screen is shown inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Board(Show),
    Case(CaseId),
    Audit,
    Adults,
    OwnSignIn,
    Posters,
    Readiness,
    GoLive,
    Service,
    Settings,
}

/// What the sign-in form starts with.
#[derive(Clone, Default)]
pub struct Prefill {
    pub user: String,
    pub account_secret: Secret,
    pub demo: Option<DemoPass>,
}

type Line = Worker<Ask, Answer>;
/// Who waits for the last word on an ask.
type Done = Rc<RefCell<dyn FnMut(Result<Answer, Failure>)>>;

/// Shared by every screen; a handle, so it copies.
#[derive(Clone, Copy)]
pub struct Desk {
    pub door: RwSignal<Door>,
    pub me: RwSignal<Option<Me>>,
    /// Name of the school, and whether everything here is made up.
    pub school: RwSignal<Option<(String, bool)>>,
    pub view: RwSignal<View>,
    pub board: RwSignal<Option<Board>>,
    /// When the board was asked for last.
    pub board_asked: RwSignal<f64>,
    /// Cases opened since signing in: their opening is in the log, so they can be looked at again until the lock.
    pub cases: RwSignal<HashMap<CaseId, Case>>,
    /// Who holds shares of whose keys, and who asks for theirs.
    pub recovery: RwSignal<Option<Recovery>>,
    /// What another adult should look at.
    pub review: RwSignal<Option<Review>>,
    /// How far the end of the school's service has come.
    pub service: RwSignal<Option<EndOfService>>,
    /// The row whose opening is being explained.
    pub opening: RwSignal<Option<BoardRow>>,
    pub drafts: RwSignal<Drafts>,
    pub undo: RwSignal<Undo<Sending>>,
    /// Words that could not be sent went back to their box; the case they belong to and why.
    pub unsent: RwSignal<Option<(CaseId, Failure)>>,
    pub stage: RwSignal<Option<Stage>>,
    /// Spoken by screen readers.
    pub said: RwSignal<String>,
    /// Ticks once a second while the page is looked at.
    pub now: RwSignal<f64>,
    /// Last sign of a person.
    pub awake: RwSignal<f64>,
    /// The blank page is over everything.
    pub hidden: RwSignal<bool>,
    pub keys_off: RwSignal<bool>,
    pub keys_shown: RwSignal<bool>,
    pub prefill: RwSignal<Prefill>,
    pub invite: RwSignal<Secret>,
    pub slug: RwSignal<String>,
    /// Something waits until the second factor was shown once more.
    pub proving: RwSignal<bool>,
    waits: StoredValue<Option<(Ask, Done)>, LocalStorage>,
    trail: RwSignal<Vec<View>>,
    line: StoredValue<Option<Line>, LocalStorage>,
}

impl Desk {
    /// An empty desk: nobody is signed in.
    #[must_use]
    pub fn empty() -> Self {
        let now = calendar::now();
        Self {
            door: RwSignal::new(Door::SignIn),
            me: RwSignal::new(None),
            school: RwSignal::new(None),
            view: RwSignal::new(View::Board(Show::All)),
            board: RwSignal::new(None),
            board_asked: RwSignal::new(0.0),
            cases: RwSignal::new(HashMap::new()),
            recovery: RwSignal::new(None),
            review: RwSignal::new(None),
            service: RwSignal::new(None),
            opening: RwSignal::new(None),
            drafts: RwSignal::new(Drafts::default()),
            undo: RwSignal::new(Undo::default()),
            unsent: RwSignal::new(None),
            stage: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            now: RwSignal::new(now),
            awake: RwSignal::new(now),
            hidden: RwSignal::new(false),
            keys_off: RwSignal::new(false),
            keys_shown: RwSignal::new(false),
            prefill: RwSignal::new(Prefill::default()),
            invite: RwSignal::new(Secret::default()),
            slug: RwSignal::new("-".to_owned()),
            proving: RwSignal::new(false),
            waits: StoredValue::new_local(None),
            trail: RwSignal::new(vec![View::Board(Show::All)]),
            line: StoredValue::new_local(None),
        }
    }

    /// The desk of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Asks the worker; `done` gets the last word. Stages go to `stage`. Starts the worker when there is none.
    /// What needs a fresh second factor waits until it was shown, and is then asked again.
    pub fn ask(self, ask: &Ask, done: impl FnMut(Result<Answer, Failure>) + 'static) {
        self.put(ask, Rc::new(RefCell::new(done)));
    }

    fn put(self, ask: &Ask, whose: Done) {
        let done = move |whose: &Done, answer| (whose.borrow_mut())(answer);
        let Some(line) = self.line() else {
            done(&whose, Err(Failure::Broken));
            return;
        };
        // Passwords are not kept for a second time: nothing that carries one asks for proof.
        let again = (!matches!(
            ask,
            Ask::SignIn { .. } | Ask::AcceptInvite { .. } | Ask::Founding { .. }
        ))
        .then(|| ask.clone());
        let hear = Box::new(move |answer| match answer {
            Answer::Stage(stage) => self.stage.set(Some(stage)),
            Answer::Failed(Failure::ProofNeeded) if again.is_some() => {
                self.stage.set(None);
                self.not_proved();
                self.waits
                    .set_value(again.clone().map(|ask| (ask, Rc::clone(&whose))));
                self.proving.set(true);
            }
            Answer::Failed(failure) => {
                self.stage.set(None);
                let ended =
                    failure == Failure::SessionEnded && self.door.get_untracked() == Door::Inside;
                done(&whose, Err(failure));
                if ended {
                    self.lock(Why::Ended);
                }
            }
            answer => {
                self.stage.set(None);
                done(&whose, Ok(answer));
            }
        });
        line.ask(ask, hear);
    }

    /// The second factor was shown: what waited is asked again.
    pub fn proved(self) {
        let waits = self.waits.try_update_value(Option::take).flatten();
        self.proving.set(false);
        if let Some((ask, whose)) = waits {
            self.put(&ask, whose);
        }
    }

    /// The second factor was not shown: what waited was not done.
    pub fn not_proved(self) {
        let waits = self.waits.try_update_value(Option::take).flatten();
        self.proving.set(false);
        if let Some((_, whose)) = waits {
            (whose.borrow_mut())(Err(Failure::ProofNeeded));
        }
    }

    fn line(self) -> Option<Line> {
        if self.line.with_value(Option::is_none) {
            let url = document().body()?.get_attribute("data-worker")?;
            let line = Line::start(&url, None, move || self.lock(Why::Broken)).ok()?;
            self.line.set_value(Some(line));
        }
        self.line.get_value()
    }

    /// Somebody proved who they are.
    pub fn enter(self, me: Me) {
        let kept = self
            .drafts
            .try_update(|drafts| drafts.belong_to(me.staff.staff));
        let other = self.me.with_untracked(|old| {
            old.as_ref()
                .is_some_and(|old| old.staff.staff != me.staff.staff)
        });
        if other || kept != Some(true) {
            self.trail.set(vec![View::Board(Show::All)]);
        }
        let start = if me.can_read {
            View::Board(Show::All)
        } else {
            View::Adults
        };
        if other || self.me.with_untracked(Option::is_none) {
            self.view.set(start);
        }
        self.school.set(Some((me.school_name.clone(), me.demo)));
        self.me.set(Some(me));
        self.awake.set(calendar::now());
        self.door.set(Door::Inside);
    }

    /// Ends the worker and drops every decrypted word. What was typed stays.
    pub fn lock(self, why: Why) {
        self.end_line();
        // Words that waited were not sent: they go back to their boxes.
        let held = self.undo.try_update(Undo::flush).unwrap_or_default();
        for held in held {
            self.give_back(held.case, held.what);
        }
        let inside = self.door.get_untracked() == Door::Inside;
        self.forget();
        if inside {
            self.door.set(Door::Locked(why));
        }
    }

    /// Signs out: what waits is sent, the session ends, then everything is forgotten.
    pub fn sign_out(self) {
        for held in self.undo.try_update(Undo::flush).unwrap_or_default() {
            self.send(held.case, held.what, |_| {});
        }
        // The worker answers in order, so this is answered last.
        self.ask(&Ask::SignOut, move |_| self.left());
    }

    /// Signs out here and wherever else this person is signed in. `failed` hears why not.
    pub fn sign_out_everywhere(self, failed: impl Fn(Failure) + 'static) {
        for held in self.undo.try_update(Undo::flush).unwrap_or_default() {
            self.send(held.case, held.what, |_| {});
        }
        self.ask(&Ask::EndAllSessions, move |answer| match answer {
            Ok(_) => self.left(),
            Err(why) => failed(why),
        });
    }

    /// Forgets everything, whatever the server says.
    fn left(self) {
        self.end_line();
        self.forget();
        self.drafts.set(Drafts::default());
        self.me.set(None);
        self.view.set(View::Board(Show::All));
        self.door.set(Door::SignIn);
    }

    /// The page is left or put away: nothing stays.
    pub fn forget_all(self) {
        self.left();
        self.prefill.set(Prefill::default());
        self.invite.set(Secret::default());
    }

    fn end_line(self) {
        if let Some(line) = self.line.get_value() {
            line.end();
        }
        self.line.set_value(None);
    }

    fn forget(self) {
        self.waits.set_value(None);
        self.proving.set(false);
        self.stage.set(None);
        self.opening.set(None);
        self.cases.set(HashMap::new());
        self.board.set(None);
        self.recovery.set(None);
        self.review.set(None);
        self.service.set(None);
        self.said.set(String::new());
    }

    /// A fresh state of a case; the board is asked again.
    pub fn took(self, case: Case) {
        self.cases.update(|cases| {
            cases.insert(case.case, case);
        });
        self.refresh_board();
    }

    /// This adult gave up every key to a case: no word of it stays here, read or typed.
    pub fn gave_up(self, case: CaseId) {
        self.cases.update(|cases| {
            cases.remove(&case);
        });
        self.drafts.update(|drafts| drafts.forget(case));
        self.board.update(|board| {
            if let Some(board) = board {
                board.rows.retain(|row| row.case != case);
            }
        });
        self.refresh_board();
    }

    /// Goes to a case: straight to one opened since signing in, otherwise through its reason.
    pub fn open(self, row: BoardRow) {
        if self
            .cases
            .with_untracked(|cases| cases.contains_key(&row.case))
        {
            self.go(View::Case(row.case));
        } else {
            self.opening.set(Some(row));
        }
    }

    /// Goes to another screen; the browser's Back comes back. Addresses never name a case.
    pub fn go(self, view: View) {
        if self.view.get_untracked() == view {
            return;
        }
        let place = self.trail.with_untracked(Vec::len);
        self.trail.update(|trail| trail.push(view));
        if let Ok(history) = window().history() {
            let _ = history.push_state(&wasm_bindgen::JsValue::from_f64(place as f64), "");
        }
        self.show(view);
    }

    /// The browser went back or forward to a place of the trail.
    pub fn back_to(self, place: usize) {
        if let Some(view) = self.trail.with_untracked(|trail| trail.get(place).copied()) {
            self.show(view);
        }
    }

    fn show(self, view: View) {
        self.opening.set(None);
        self.view.set(view);
        if matches!(view, View::Board(_)) {
            self.visit_board();
        }
    }

    /// This reader's key, if they have one.
    #[must_use]
    pub fn my_key(self) -> Option<KeyId> {
        self.me.with(|me| me.as_ref().and_then(|me| me.staff.key))
    }

    /// Says something to screen readers.
    pub fn say(self, text: impl Into<String>) {
        self.said.set(text.into());
    }
}
