//! The page's state, its two signals, and the line to the worker.
//!
//! One value holds everything a pupil has said. `forget` wipes it and ends the worker, and with it every key.

use std::cell::RefCell;
use std::rc::Rc;

use client::reporter::message::{Answer, Ask, Failure, Mailbox, Poster, School, Stage};
use leptos::prelude::*;

use super::frame;
use super::journey::{Journey, Problem, Screen};
use crate::components::focus::focus_heading;
use crate::worker::Worker;

/// The line to the pupil's worker.
pub type Line = Worker<Ask, Answer>;

/// Why something did not work.
#[derive(Clone)]
pub enum Fault {
    /// The worker said so.
    Told(Failure),
    /// The worker itself did not start or died.
    Worker,
}

/// Everything the page knows. Never stored.
#[derive(Default)]
pub struct State {
    pub screen: Screen,
    pub journey: Journey,
    pub school: Option<School>,
    /// Why there is no school, or why the last step failed.
    pub fault: Option<Fault>,
    pub problem: Option<Problem>,
    /// The list of readers changed under the pupil's hands.
    pub readers_changed: bool,
    pub stage: Option<Stage>,
    /// The receipt code, until the pupil has it.
    pub words: Vec<String>,
    pub has_words: bool,
    pub mailbox: Option<Mailbox>,
    /// Said once after something was done.
    pub notice: String,
    pub today: i64,
    slug: String,
    poster: Option<Poster>,
    worker_url: String,
    line: Option<Line>,
}

/// A handle to the state that any view can hold.
#[derive(Clone, Copy)]
pub struct Page {
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
    /// Moves when another screen is due.
    turn: RwSignal<u32>,
    /// Moves when something on the screen changed.
    detail: RwSignal<u32>,
}

impl Page {
    /// A page that knows nothing yet.
    #[must_use]
    pub fn new(slug: String, poster: Option<Poster>, worker_url: String, today: i64) -> Self {
        let state = State {
            slug,
            poster,
            worker_url,
            today,
            ..State::default()
        };
        Self {
            state: StoredValue::new_local(Rc::new(RefCell::new(state))),
            turn: RwSignal::new(0),
            detail: RwSignal::new(0),
        }
    }

    /// Looks at the state.
    pub fn read<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.shared().borrow())
    }

    /// Changes the state without telling any view.
    pub fn write<T>(self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.shared().borrow_mut())
    }

    /// Kept out of the two above, which every view instantiates: a pupil downloads each copy.
    #[inline(never)]
    fn shared(self) -> Rc<RefCell<State>> {
        self.state.get_value()
    }

    /// Call inside a view that shows a detail of the screen.
    pub fn watch(self) {
        self.detail.track();
    }

    /// Call inside the view that shows the whole screen.
    pub fn screen(self) -> Screen {
        self.turn.track();
        self.read(|state| state.screen)
    }

    /// Says that a detail changed.
    pub fn touch(self) {
        self.detail.update(|count| *count = count.wrapping_add(1));
    }

    /// Draws the whole screen again.
    pub fn redraw(self) {
        self.turn.update(|count| *count = count.wrapping_add(1));
    }

    /// Shows a screen from its top, with the keyboard at its heading.
    pub fn go(self, screen: Screen) {
        self.write(|state| {
            state.screen = screen;
            state.problem = None;
        });
        frame::name_page(false);
        self.redraw();
        focus_heading(match screen {
            Screen::Start => "start-title",
            Screen::Help => "help-title",
            _ => "title",
        });
    }

    /// "Next": the next screen, or what is missing.
    pub fn next(self) {
        let outcome = self.write(|state| {
            state.problem = None;
            let limit = state.school.as_ref().map(|school| school.text_limit);
            state.journey.next(state.screen, limit)
        });
        match outcome {
            Ok(screen) => self.go(screen),
            Err(problem) => self.complain(problem),
        }
    }

    /// "Back": the screen before, with every answer kept.
    pub fn back(self) {
        let screen = self.write(|state| state.journey.back(state.screen));
        self.go(screen);
    }

    /// Back to one question from the check page.
    pub fn change(self, screen: Screen) {
        self.write(|state| state.journey.changing = true);
        self.go(screen);
    }

    /// Shows what is missing on this screen.
    pub fn complain(self, problem: Problem) {
        self.write(|state| state.problem = Some(problem));
        frame::name_page(true);
        self.touch();
    }

    /// Starts the worker and fetches the school: the one request every visit makes.
    pub fn start(self) {
        let url = self.read(|state| state.worker_url.clone());
        match Line::start(&url, move || self.lose_worker()) {
            Ok(line) => {
                self.write(|state| state.line = Some(line));
                self.fetch_school();
            }
            Err(_) => self.lose_worker(),
        }
    }

    /// Asks for the school again.
    pub fn fetch_school(self) {
        let (slug, poster) = self.write(|state| {
            state.fault = None;
            (state.slug.clone(), state.poster.clone())
        });
        self.ask(Ask::Start { slug, poster }, move |answer| match answer {
            Answer::School(school) => self.meet(school),
            other => self.refuse(other),
        });
    }

    fn meet(self, school: School) {
        frame::show_school(&school, self.read(|state| state.today));
        self.write(|state| {
            state.journey.meet(&school);
            state.school = Some(school);
        });
        self.redraw_waiting();
    }

    /// An answer that is not what was asked for.
    pub fn refuse(self, answer: Answer) {
        let fault = match answer {
            Answer::Failed(failure) => Fault::Told(failure),
            _ => Fault::Told(Failure::Broken),
        };
        self.write(|state| state.fault = Some(fault));
        self.redraw_waiting();
    }

    fn lose_worker(self) {
        self.write(|state| {
            state.line = None;
            state.fault = Some(Fault::Worker);
            if state.screen == Screen::Sending {
                state.screen = Screen::Check;
            }
        });
        self.redraw_waiting();
    }

    /// Screens that show the school or a fault draw again; a screen being typed in is left alone.
    fn redraw_waiting(self) {
        match self.read(|state| state.screen) {
            Screen::Start | Screen::Help | Screen::About | Screen::What | Screen::Words => {
                self.touch()
            }
            _ => self.redraw(),
        }
    }

    /// Asks the worker. Without one there is a fault to show instead.
    pub fn ask(self, ask: Ask, answer: impl FnMut(Answer) + 'static) {
        match self.read(|state| state.line.clone()) {
            Some(line) => line.ask(&ask, answer),
            None => self.lose_worker(),
        }
    }

    /// Closes an open mailbox: its worker ends with its keys, and a fresh one starts.
    pub fn close_mailbox(self) {
        self.forget();
        self.start();
        self.go(Screen::Start);
    }

    /// Wipes everything said and ends the worker.
    pub fn forget(self) {
        let line = self.write(|state| {
            state.journey = Journey::default();
            state.mailbox = None;
            state.problem = None;
            state.stage = None;
            wipe_words(state);
            if let Some(school) = state.school.take() {
                state.journey.meet(&school);
                state.school = Some(school);
            }
            state.line.take()
        });
        if let Some(line) = line {
            line.end();
        }
    }
}

/// Overwrites the receipt code.
pub fn wipe_words(state: &mut State) {
    use zeroize::Zeroize;
    state.words.zeroize();
    state.words.clear();
}
