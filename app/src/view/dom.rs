//! The few things the renderer asks of the browser. Bound by hand and not through web-sys: its checks of what an object
//! is an instance of, and its `Result` for what cannot fail, are a tenth of the page's script.
//!
//! Nothing here reads markup: a text becomes a text node or the value of an attribute.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Listener;

#[wasm_bindgen]
extern "C" {
    /// Any node of the page.
    #[derive(Clone)]
    pub type Node;
    /// Something that happened.
    pub type Event;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn text(text: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create(space: &str, tag: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    pub fn find(id: &str) -> Option<Node>;

    #[wasm_bindgen(js_namespace = document, js_name = querySelector)]
    pub fn query(selector: &str) -> Option<Node>;
    #[wasm_bindgen(method, js_name = cloneNode)]
    fn clone_node(this: &Node, deep: bool) -> Node;

    #[wasm_bindgen(method)]
    pub fn append(this: &Node, child: &Node);
    #[wasm_bindgen(method)]
    pub fn before(this: &Node, other: &Node);
    #[wasm_bindgen(method)]
    pub fn remove(this: &Node);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Node);
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    pub fn show(this: &Node);
    #[wasm_bindgen(method, getter, js_name = data)]
    pub fn words(this: &Node) -> String;
    #[wasm_bindgen(method, setter, js_name = data)]
    pub fn set_words(this: &Node, text: &str);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub fn set_text(this: &Node, text: &str);
    #[wasm_bindgen(method, setter)]
    pub fn set_hidden(this: &Node, hidden: bool);
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn attribute(this: &Node, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set_attribute(this: &Node, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub fn remove_attribute(this: &Node, name: &str);
    #[wasm_bindgen(method, getter)]
    pub fn checked(this: &Node) -> bool;
    #[wasm_bindgen(method, setter)]
    pub fn set_checked(this: &Node, checked: bool);
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Node) -> String;
    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &Node, value: &str);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &Node, event: &str, listener: &Closure<dyn FnMut(Event)>);

    /// The element that listens.
    #[wasm_bindgen(method, getter, js_name = currentTarget)]
    pub fn target(this: &Event) -> Node;
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub fn prevent_default(this: &Event);
    /// The key that was pressed; events without one have none to tell.
    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Event) -> String;

    #[wasm_bindgen(js_namespace = window, js_name = scrollTo)]
    pub fn scroll_to(x: f64, y: f64);
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &JsValue);
}

/// A new element.
pub fn element(tag: &str) -> Node {
    let space = match tag {
        "svg" | "use" => "http://www.w3.org/2000/svg",
        _ => "http://www.w3.org/1999/xhtml",
    };
    create(space, tag)
}

/// A copy of the first element that a selector finds.
pub fn copy(selector: &str) -> Option<Node> {
    query(selector).map(|found| found.clone_node(true))
}

/// Runs a task when the code that is running now has ended, before anything is drawn on the glass.
pub fn soon(task: fn()) {
    queue_microtask(&Closure::once_into_js(task));
}

/// A listener that the browser calls, and that can be changed.
pub struct Heard {
    listener: Rc<RefCell<Listener>>,
    _closure: Closure<dyn FnMut(Event)>,
}

impl Heard {
    /// From now on this is done instead.
    pub fn replace(&self, listener: Listener) {
        drop(self.listener.replace(listener));
    }
}

impl Node {
    /// Listens for an event.
    pub fn hear(&self, event: &str, listener: Listener) -> Heard {
        let listener = Rc::new(RefCell::new(listener));
        let same = listener.clone();
        let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // An event that one listener causes while it runs is not for the same listener.
            if let Ok(mut listener) = same.try_borrow_mut() {
                listener(&event);
            }
        });
        self.add_event_listener(event, &closure);
        Heard {
            listener,
            _closure: closure,
        }
    }
}
