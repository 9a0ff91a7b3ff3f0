//! The page's state, what can be done with it, and the line to the worker.
//!
//! One value holds everything a pupil has said. `forget` wipes it and ends the worker, and with it every key.
//! Screens only look at the state; what changes it says so to the renderer, which draws the screen again.

use std::cell::RefCell;

use client::reporter::message::{Answer, Ask, Failure, Mailbox, Poster, School, Stage};

use super::frame;
use super::here::Here;
use super::journey::{Journey, Problem, Screen};
use crate::components::error_summary::SUMMARY;
use crate::view;
use crate::worker::Worker;

/// The line to the pupil's worker.
pub type Line = Worker<Ask, Answer>;

/// The id of the panel that says what went wrong.
pub const FAULT: &str = "fault";

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
    /// Said after something was done, until something else is.
    pub notice: &'static str,
    pub today: i64,
    /// What only this screen remembers.
    pub here: Here,
    slug: String,
    poster: Option<Poster>,
    worker_url: String,
    line: Option<Line>,
}

thread_local! {
    /// Kept for as long as the page lives.
    static STATE: &'static RefCell<State> = Box::leak(Box::default());
}

/// By itself, because every listener instantiates `read` or `write` and a pupil downloads each copy.
#[inline(never)]
fn state() -> &'static RefCell<State> {
    STATE.with(|state| *state)
}

/// A handle to the state that any listener can hold. There is one page, so there is one state.
#[derive(Clone, Copy)]
pub struct Page(());

impl Page {
    /// A page that knows nothing yet.
    #[must_use]
    pub fn new(slug: String, poster: Option<Poster>, worker_url: String, today: i64) -> Self {
        drop(state().replace(State {
            slug,
            poster,
            worker_url,
            today,
            ..State::default()
        }));
        Self(())
    }

    /// Looks at the state.
    pub fn read<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&state().borrow())
    }

    /// Changes the state. What is on the screen follows.
    pub fn write<T>(self, change: impl FnOnce(&mut State) -> T) -> T {
        view::redraw();
        change(&mut state().borrow_mut())
    }

    /// Shows a screen from its top, with the keyboard at its heading.
    pub fn go(self, screen: Screen) {
        self.write(|state| {
            state.screen = screen;
            state.problem = None;
            state.readers_changed = false;
            state.here = Here::at(screen, &mut state.journey, state.school.as_ref());
        });
        frame::name_page(false);
        frame::show_static(screen);
        view::replace(match screen {
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
        view::focus(SUMMARY);
    }

    /// Starts a worker, or takes one that runs, and lets it fetch the school: the one request every visit makes.
    pub fn start(self, running: Option<web_sys::Worker>) {
        let url = self.read(|state| state.worker_url.clone());
        match Line::start(&url, running, move || self.lose_worker()) {
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
    }

    /// Says everything again, in another language. The static page is said again by who fetched the words.
    pub fn say_again(self) {
        self.read(|state| {
            frame::name_page(state.problem.is_some());
            if let Some(school) = &state.school {
                frame::show_school(school, state.today);
            }
        });
        view::draw_anew();
    }

    /// An answer that is not what was asked for. A screen that is being typed in does not show it yet.
    pub fn refuse(self, answer: Answer) {
        self.fail(match answer {
            Answer::Failed(failure) => Fault::Told(failure),
            _ => Fault::Told(Failure::Broken),
        });
    }

    fn lose_worker(self) {
        if self.read(|state| state.screen == Screen::Sending) {
            self.go(Screen::Check);
        }
        self.write(|state| state.line = None);
        self.fail(Fault::Worker);
    }

    fn fail(self, fault: Fault) {
        self.write(|state| state.fault = Some(fault));
        view::focus(FAULT);
    }

    /// Asks the worker. Without one there is a fault to show instead.
    pub fn ask(self, ask: Ask, answer: impl FnMut(Answer) + 'static) {
        self.put(&ask, Box::new(answer));
    }

    #[inline(never)]
    fn put(self, ask: &Ask, answer: Box<dyn FnMut(Answer)>) {
        match self.read(|state| state.line.clone()) {
            Some(line) => line.ask(ask, answer),
            None => self.lose_worker(),
        }
    }

    /// Asks the worker to stop. What it answers then is handled where it was asked.
    pub fn stop(self) {
        if let Some(line) = self.read(|state| state.line.clone()) {
            line.stop();
        }
    }

    /// Closes an open mailbox: its worker ends with its keys, and a fresh one starts.
    pub fn close_mailbox(self) {
        self.forget();
        self.start(None);
        self.go(Screen::Start);
    }

    /// Wipes everything said and ends the worker.
    pub fn forget(self) {
        let line = self.write(|state| {
            state.journey = Journey::default();
            state.mailbox = None;
            state.problem = None;
            state.stage = None;
            state.here = Here::default();
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
