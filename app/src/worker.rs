//! The page's line to its worker: questions out, answers in, each with a number (`client::frame`).
//!
//! Promises: answers reach the caller that asked, in order; after `end` nothing does. The worker holds every key,
//! so ending it is how a page forgets. Does not retry and does not time out: the worker knows when a step failed.

use std::cell::RefCell;
use std::rc::Rc;

use client::frame::{Message, frame, parse};
use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, WorkerOptions, WorkerType};
use zeroize::Zeroizing;

/// An answer that may be followed by more for the same question.
pub trait Staged {
    /// True for a report of progress, false for the last word.
    fn is_stage(&self) -> bool;
}

impl Staged for client::reporter::message::Answer {
    fn is_stage(&self) -> bool {
        matches!(self, Self::Stage(_))
    }
}

impl Staged for client::staff::message::Answer {
    fn is_stage(&self) -> bool {
        matches!(self, Self::Stage(_))
    }
}

/// Hears what comes back.
pub type Listener<B> = Box<dyn FnMut(B)>;

/// Few wait at a time.
type Waiting<B> = Rc<RefCell<Vec<(u32, Listener<B>)>>>;

/// A running worker that takes `Ask` and gives `Answer`. Cloning shares it.
pub struct Worker<Ask, Answer> {
    inner: Rc<Inner<Answer>>,
    ask: core::marker::PhantomData<fn(&Ask)>,
}

impl<Ask, Answer> Clone for Worker<Ask, Answer> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            ask: core::marker::PhantomData,
        }
    }
}

struct Inner<Answer> {
    port: web_sys::Worker,
    waiting: Waiting<Answer>,
    next: RefCell<u32>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl<Ask: Message, Answer: Message + Staged + 'static> Worker<Ask, Answer> {
    /// Starts the worker script at `url` (the page's `data-worker`), unless one of it is `running`. `broken` is called when the
    /// worker cannot run or says something that is not an answer; nothing comes after that.
    ///
    /// # Errors
    /// The browser's refusal, when it has no module workers or the page may not start this one.
    pub fn start(
        url: &str,
        running: Option<web_sys::Worker>,
        broken: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let port = match running {
            Some(port) => port,
            None => {
                let options = WorkerOptions::new();
                options.set_type(WorkerType::Module);
                web_sys::Worker::new_with_options(url, &options)?
            }
        };
        let waiting: Waiting<Answer> = Rc::default();
        let broken = Rc::new(broken);

        let (to, failed) = (waiting.clone(), broken.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            // A word instead of a frame says that the worker has stopped.
            let reply = event
                .data()
                .dyn_into::<Uint8Array>()
                .ok()
                .and_then(|bytes| parse::<Answer>(&Zeroizing::new(bytes.to_vec())));
            match reply {
                Some((id, answer)) => deliver(&to, id, answer),
                None => failed(),
            }
        });
        let on_error = Closure::<dyn FnMut()>::new(move || broken());
        port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        port.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        let inner = Inner {
            port,
            waiting,
            next: RefCell::new(1),
            _on_message: on_message,
            _on_error: on_error,
        };
        Ok(Self {
            inner: Rc::new(inner),
            ask: core::marker::PhantomData,
        })
    }

    /// Asks. `answer` is called for every stage and once for the last word.
    pub fn ask(&self, ask: &Ask, answer: Listener<Answer>) {
        let id = self.inner.next.replace_with(|next| next.wrapping_add(1));
        self.inner.waiting.borrow_mut().push((id, answer));
        // Posting bytes cannot fail: there is nothing in them that could not be copied.
        let bytes = Uint8Array::from(frame(id, ask).as_slice());
        let _ = self.inner.port.post_message(&bytes);
    }

    /// Asks the worker to stop what it is doing, if that can still be stopped. Its answer then says so.
    pub fn stop(&self) {
        let _ = self.inner.port.post_message(&JsValue::from_str("stop"));
    }

    /// Ends the worker at once and drops all its memory, keys included. Pending questions get no answer.
    pub fn end(&self) {
        self.inner.port.set_onmessage(None);
        self.inner.port.set_onerror(None);
        self.inner.port.terminate();
        self.inner.waiting.borrow_mut().clear();
    }
}

/// Takes the caller out while it runs, so that it may ask again from inside.
fn deliver<Answer: Staged>(waiting: &Waiting<Answer>, id: u32, answer: Answer) {
    let mut all = waiting.borrow_mut();
    let Some(at) = all.iter().position(|(known, _)| *known == id) else {
        return;
    };
    let (_, mut caller) = all.swap_remove(at);
    drop(all);
    let more = answer.is_stage();
    caller(answer);
    if more {
        waiting.borrow_mut().push((id, caller));
    }
}
