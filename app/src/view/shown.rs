//! A view that is in the page: which nodes it became, and how the next one takes its place.

use zeroize::Zeroizing;

use super::View;
use super::dom::{self, Heard, Node};
use super::template::{Step, steps};

/// What a view became.
pub enum Shown {
    /// A text; an empty one keeps the place of what is not there.
    Text(Node),
    /// All of these, and the empty text they stand before.
    Many(Vec<Self>, Node),
    Element {
        template: &'static str,
        node: Node,
        holes: Vec<Self>,
    },
    /// What an attribute of this element says, or what it does about an event.
    Attribute(Node, &'static str, Option<Heard>),
}

impl Shown {
    /// Makes the nodes of a view and hands them out in order.
    pub fn new(view: View, place: &dyn Fn(&Node)) -> Self {
        match view {
            View::Text(text) => Self::text(&text, place),
            View::Many(views) => {
                let shown = views
                    .into_iter()
                    .map(|view| Self::new(view, place))
                    .collect();
                let end = dom::text("");
                place(&end);
                Self::Many(shown, end)
            }
            View::Element(template, holes) => {
                let (node, holes) = element(template, holes);
                place(&node);
                Self::Element {
                    template,
                    node,
                    holes,
                }
            }
            View::Copy(template) => match dom::copy(template) {
                Some(node) => {
                    place(&node);
                    Self::Element {
                        template,
                        node,
                        holes: Vec::new(),
                    }
                }
                None => Self::text("", place),
            },
            // What belongs into an attribute has nothing to show.
            _ => Self::text("", place),
        }
    }

    fn text(text: &str, place: &dyn Fn(&Node)) -> Self {
        let node = dom::text(text);
        place(&node);
        Self::Text(node)
    }

    /// Shows another view in the same place. What is the same in both stays untouched.
    pub fn turn_into(&mut self, view: View) {
        match (&mut *self, view) {
            (Self::Text(node), View::Text(text)) => put_text(node, &text),
            (Self::Text(node), View::Nothing) => put_text(node, ""),
            (
                Self::Element {
                    template, holes, ..
                },
                View::Element(other, views),
            ) if same(template, other) => {
                for (hole, view) in holes.iter_mut().zip(views) {
                    hole.turn_into(view);
                }
            }
            (Self::Element { template, .. }, View::Copy(other)) if same(template, other) => {}
            (Self::Many(shown, end), View::Many(views)) => {
                while shown.len() > views.len() {
                    shown.pop().into_iter().for_each(Self::remove);
                }
                for (at, view) in views.into_iter().enumerate() {
                    match shown.get_mut(at) {
                        Some(old) => old.turn_into(view),
                        None => shown.push(Self::new(view, &|node| end.before(node))),
                    }
                }
            }
            (Self::Attribute(node, name, heard), view) => put_attribute(node, name, heard, view),
            (_, view) => {
                let new = Self::new(view, &|node| self.first().before(node));
                core::mem::replace(self, new).remove();
            }
        }
    }

    fn first(&self) -> &Node {
        match self {
            Self::Text(node) | Self::Element { node, .. } | Self::Attribute(node, ..) => node,
            Self::Many(shown, end) => shown.first().map_or(end, Self::first),
        }
    }

    /// Takes its nodes out of the page.
    pub fn remove(self) {
        match self {
            Self::Text(node) | Self::Element { node, .. } => node.remove(),
            Self::Many(shown, end) => {
                shown.into_iter().for_each(Self::remove);
                end.remove();
            }
            Self::Attribute(..) => {}
        }
    }
}

/// Two templates of the same words at different places would also do.
fn same(one: &'static str, other: &'static str) -> bool {
    core::ptr::eq(one, other)
}

/// Makes an element with all that is inside it.
fn element(template: &'static str, views: Vec<View>) -> (Node, Vec<Shown>) {
    let mut views = views.into_iter();
    let mut holes = Vec::new();
    // Outermost first; an element joins the one around it when it is closed.
    let mut open: Vec<Node> = Vec::new();
    for step in steps(template) {
        if let Step::Open(tag) = step {
            open.push(dom::element(tag));
            continue;
        }
        let Some(node) = open.last() else { break };
        match step {
            Step::Open(_) => {}
            Step::Attribute(name, value) => node.set_attribute(name, value),
            Step::Text(text) => node.append(&dom::text(text)),
            Step::Hole => {
                let view = views.next().unwrap_or(View::Nothing);
                holes.push(Shown::new(view, &|child| node.append(child)));
            }
            Step::AttributeHole(name) => {
                let mut heard = None;
                put_attribute(
                    node,
                    name,
                    &mut heard,
                    views.next().unwrap_or(View::Nothing),
                );
                holes.push(Shown::Attribute(node.clone(), name, heard));
            }
            Step::Close if open.len() > 1 => {
                if let Some(inner) = open.pop() {
                    open.last()
                        .into_iter()
                        .for_each(|outer| outer.append(&inner));
                }
            }
            Step::Close => break,
        }
    }
    (open.swap_remove(0), holes)
}

/// Writes a text only if it is another one: said again, a live region would be read out again.
fn put_text(node: &Node, text: &str) {
    if node.words() != text {
        node.set_words(text);
    }
}

fn put_attribute(node: &Node, name: &'static str, heard: &mut Option<Heard>, view: View) {
    match view {
        View::Text(text) => {
            if node.attribute(name).as_deref() != Some(&text) {
                node.set_attribute(name, &text);
            }
        }
        View::Checked(checked) => {
            if node.checked() != checked {
                node.set_checked(checked);
            }
        }
        // Written while someone types, the cursor would jump to the end.
        View::Typed(text) => {
            if *Zeroizing::new(node.value()) != *text {
                node.set_value(&text);
            }
        }
        View::Listener(listener) => match heard {
            Some(heard) => heard.replace(listener),
            None => *heard = Some(node.hear(name, listener)),
        },
        _ => node.remove_attribute(name),
    }
}

#[cfg(test)]
mod tests;
