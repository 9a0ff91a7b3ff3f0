//! A page for tests: nodes in memory, and a list of everything that was done to them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Listener;

/// What stands for the browser's node. Two handles are equal when they are the same node.
#[derive(Clone)]
pub struct Node(Rc<Inner>);

#[derive(Default)]
struct Inner {
    tag: String,
    words: RefCell<String>,
    attributes: RefCell<Vec<(String, String)>>,
    children: RefCell<Vec<Node>>,
    parent: RefCell<Option<Node>>,
    checked: Cell<bool>,
    value: RefCell<String>,
    listeners: RefCell<Vec<(String, Rc<RefCell<Listener>>)>>,
}

/// An event of a test.
pub struct Event {
    target: Node,
    key: String,
}

/// A listener that can be changed.
pub struct Heard(Rc<RefCell<Listener>>);

thread_local! {
    static DONE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static TASKS: RefCell<Vec<fn()>> = const { RefCell::new(Vec::new()) };
    static BODY: RefCell<Option<Node>> = const { RefCell::new(None) };
    static FOCUSED: RefCell<Option<Node>> = const { RefCell::new(None) };
}

fn did(what: &str, words: &str) {
    DONE.with_borrow_mut(|done| done.push([what, " ", words].concat()));
}

/// Everything done to the page since this was last asked.
pub fn done() -> Vec<String> {
    DONE.take()
}

/// Runs what was put off, as the browser does.
pub fn settle() {
    TASKS.take().into_iter().for_each(|task| task());
}

/// The element that has the keyboard.
pub fn focused() -> Option<Node> {
    FOCUSED.with_borrow(Clone::clone)
}

/// An empty page.
pub fn body() -> Node {
    let body = element("body");
    BODY.set(Some(body.clone()));
    FOCUSED.set(None);
    DONE.take();
    body
}

pub fn text(text: &str) -> Node {
    did("text", text);
    Node(Rc::new(Inner {
        words: RefCell::new(text.into()),
        ..Inner::default()
    }))
}

pub fn element(tag: &str) -> Node {
    did("element", tag);
    Node(Rc::new(Inner {
        tag: tag.into(),
        ..Inner::default()
    }))
}

pub fn find(id: &str) -> Option<Node> {
    BODY.with_borrow(|body| body.as_ref()?.find(id))
}

/// Knows no selectors but those of an id.
pub fn query(selector: &str) -> Option<Node> {
    find(selector.strip_prefix('#')?)
}

pub fn copy(selector: &str) -> Option<Node> {
    let found = query(selector)?;
    let copy = element(&found.0.tag);
    copy.0
        .attributes
        .replace(found.0.attributes.borrow().clone());
    Some(copy)
}

pub fn scroll_to(_x: f64, _y: f64) {
    did("scroll", "");
}

pub fn soon(task: fn()) {
    TASKS.with_borrow_mut(|tasks| tasks.push(task));
}

impl Heard {
    pub fn replace(&self, listener: Listener) {
        drop(self.0.replace(listener));
    }
}

impl Event {
    pub fn target(&self) -> Node {
        self.target.clone()
    }

    pub fn prevent_default(&self) {}

    pub fn key(&self) -> String {
        self.key.clone()
    }
}

impl Node {
    pub fn append(&self, child: &Self) {
        child.leave();
        child.0.parent.replace(Some(self.clone()));
        self.0.children.borrow_mut().push(child.clone());
    }

    pub fn before(&self, other: &Self) {
        other.leave();
        let parent = self
            .0
            .parent
            .borrow()
            .clone()
            .expect("the node is in the page");
        other.0.parent.replace(Some(parent.clone()));
        let mut children = parent.0.children.borrow_mut();
        let at = children
            .iter()
            .position(|child| child.is(self))
            .expect("a child of its parent");
        children.insert(at, other.clone());
    }

    pub fn remove(&self) {
        did("remove", &self.0.tag);
        self.leave();
    }

    fn leave(&self) {
        if let Some(parent) = self.0.parent.take() {
            parent
                .0
                .children
                .borrow_mut()
                .retain(|child| !child.is(self));
        }
    }

    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub fn find(&self, id: &str) -> Option<Self> {
        if self.attribute("id").as_deref() == Some(id) {
            return Some(self.clone());
        }
        self.0
            .children
            .borrow()
            .iter()
            .find_map(|child| child.find(id))
    }

    pub fn focus(&self) {
        did("focus", &self.attribute("id").unwrap_or_default());
        FOCUSED.set(Some(self.clone()));
    }

    pub fn set_text(&self, text: &str) {
        self.0.children.replace(vec![self::text(text)]);
    }

    pub fn set_hidden(&self, hidden: bool) {
        did(if hidden { "hide" } else { "show" }, "");
    }

    pub fn show(&self) {
        did("scroll to", &self.0.tag);
    }

    pub fn words(&self) -> String {
        self.0.words.borrow().clone()
    }

    pub fn set_words(&self, text: &str) {
        did("words", text);
        self.0.words.replace(text.into());
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        let attributes = self.0.attributes.borrow();
        attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    }

    pub fn set_attribute(&self, name: &str, value: &str) {
        did("attribute", name);
        let mut attributes = self.0.attributes.borrow_mut();
        attributes.retain(|(known, _)| known != name);
        attributes.push((name.into(), value.into()));
    }

    pub fn remove_attribute(&self, name: &str) {
        self.0
            .attributes
            .borrow_mut()
            .retain(|(known, _)| known != name);
    }

    pub fn checked(&self) -> bool {
        self.0.checked.get()
    }

    pub fn set_checked(&self, checked: bool) {
        did("checked", "");
        self.0.checked.set(checked);
    }

    pub fn value(&self) -> String {
        self.0.value.borrow().clone()
    }

    pub fn set_value(&self, value: &str) {
        did("value", value);
        self.0.value.replace(value.into());
    }

    /// What a person at the keyboard does: no code of ours writes the field.
    pub fn type_in(&self, text: &str) {
        self.0.value.replace(text.into());
        self.happen("input", "");
    }

    pub fn hear(&self, event: &str, listener: Listener) -> Heard {
        did("hear", event);
        let listener = Rc::new(RefCell::new(listener));
        self.0
            .listeners
            .borrow_mut()
            .push((event.into(), listener.clone()));
        Heard(listener)
    }

    /// An event happens here.
    pub fn happen(&self, event: &str, key: &str) {
        let listeners = self.0.listeners.borrow().clone();
        for (name, listener) in listeners {
            if name == event {
                listener.borrow_mut()(&Event {
                    target: self.clone(),
                    key: key.into(),
                });
            }
        }
    }

    /// The page as markup, for comparing.
    pub fn html(&self) -> String {
        let inner: String = self.0.children.borrow().iter().map(Self::html).collect();
        if self.0.tag.is_empty() {
            return self.words();
        }
        let attributes: String = self
            .0
            .attributes
            .borrow()
            .iter()
            .map(|(name, value)| format!(" {name}=\"{value}\""))
            .collect();
        format!("<{0}{attributes}>{inner}</{0}>", self.0.tag)
    }
}
