//! One act of a part of a page at a time: whether its answer is awaited, and why the last one failed.
//!
//! Promise: a second press while an answer is awaited does nothing, and what was asked for anew takes the old trouble away.

use client::staff::message::{Answer, Ask, Case, Failure};
use leptos::prelude::*;

use super::desk::Desk;

/// What a form or a row of buttons keeps about what it asks for.
#[derive(Clone, Copy)]
pub struct Acting {
    desk: Desk,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Acting {
    /// Nothing asked for yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Whether an answer is awaited; does not subscribe.
    pub fn is_busy(self) -> bool {
        self.busy.get_untracked()
    }

    /// For `aria-disabled` of what must wait.
    pub fn waits(self) -> Option<&'static str> {
        self.busy.get().then_some("true")
    }

    /// The same, for a line that tells of progress.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why the last one failed.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Asks, unless an answer is awaited. What `took` cannot use is shown as trouble.
    pub fn ask(
        self,
        ask: &Ask,
        mut took: impl FnMut(Result<Answer, Failure>) -> Result<(), Failure> + 'static,
    ) {
        if self.is_busy() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        self.desk.ask(ask, move |answer| {
            self.busy.set(false);
            if let Err(why) = took(answer) {
                self.failure.set(Some(why));
            }
        });
    }

    /// Asks for what a page starts with: whoever reads it can press meanwhile.
    pub fn look(
        self,
        ask: &Ask,
        mut took: impl FnMut(Result<Answer, Failure>) -> Result<(), Failure> + 'static,
    ) {
        self.desk.ask(ask, move |answer| {
            if let Err(why) = took(answer) {
                self.failure.set(Some(why));
            }
        });
    }

    /// The same as [`Self::ask`] for what changes a case: its board and page have the fresh one before `took` goes on.
    pub fn ask_case(self, ask: &Ask, mut took: impl FnMut() + 'static) {
        self.ask(ask, move |answer| {
            self.desk.took(fresh(answer)?);
            took();
            Ok(())
        });
    }
}

fn fresh(answer: Result<Answer, Failure>) -> Result<Case, Failure> {
    match answer? {
        Answer::Case(case) => Ok(*case),
        _ => Err(Failure::Broken),
    }
}
