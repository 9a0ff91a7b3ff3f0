//! A view as HTML, for pages written at build time. Listeners are left out: such a page works without script.

use super::View;
use super::template::{Step, steps};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl View {
    /// The view as HTML. Every text is escaped.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut page = String::new();
        write(self, &mut page);
        page
    }
}

fn write(view: &View, page: &mut String) {
    match view {
        View::Text(text) => escape(text, page),
        View::Many(views) => views.iter().for_each(|view| write(view, page)),
        View::Element(template, holes) => element(template, holes, page),
        View::Nothing | View::Copy(_) | View::Listener(_) | View::Checked(_) | View::Typed(_) => {}
    }
}

fn element(template: &'static str, holes: &[View], page: &mut String) {
    let mut holes = holes.iter();
    let mut open = Vec::new();
    // The start tag is ended by whatever is not an attribute.
    let mut in_tag = false;
    // A field's text stands inside it.
    let mut inside = String::new();
    for step in steps(template) {
        if in_tag && !matches!(step, Step::Attribute(..) | Step::AttributeHole(_)) {
            page.push('>');
            page.push_str(&core::mem::take(&mut inside));
            in_tag = false;
        }
        match step {
            Step::Open(tag) => {
                page.push('<');
                page.push_str(tag);
                open.push(tag);
                in_tag = true;
            }
            Step::Attribute(name, value) => attribute(name, value, page),
            Step::AttributeHole(name) => match holes.next() {
                Some(View::Text(value)) => attribute(name, value, page),
                Some(View::Checked(true)) => attribute("checked", "", page),
                Some(View::Typed(text)) => escape(text, &mut inside),
                _ => {}
            },
            Step::Text(text) => escape(text, page),
            Step::Hole => holes.next().into_iter().for_each(|view| write(view, page)),
            Step::Close => {
                let tag = open.pop().unwrap_or_default();
                if !VOID.contains(&tag) {
                    page.push_str("</");
                    page.push_str(tag);
                    page.push('>');
                }
            }
        }
    }
}

fn attribute(name: &str, value: &str, page: &mut String) {
    page.push(' ');
    page.push_str(name);
    if !value.is_empty() {
        page.push_str("=\"");
        escape(value, page);
        page.push('"');
    }
}

fn escape(text: &str, page: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            other => page.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::view::{View, view};

    #[test]
    fn texts_never_become_markup() {
        let name = String::from("<script>\"&");
        let html =
            view! { <p title=name.clone() hidden>{name}" "{None::<String>}<b></b></p> }.to_html();
        assert_eq!(
            html,
            "<p title=\"&lt;script&gt;&quot;&amp;\" hidden>&lt;script&gt;&quot;&amp; <b></b></p>"
        );
    }

    #[test]
    fn what_is_not_there_is_not_written() {
        let absent: Option<&'static str> = None;
        let made = view! {
            <input id="x" hidden=false aria-current=absent prop:checked=true on:change=|_| () />
            <i class="a=b">{View::Nothing}</i>
            "<"
            <textarea prop:value="<b>"></textarea>
        };
        let html = made.to_html();
        assert_eq!(
            html,
            "<input id=\"x\" checked><i class=\"a=b\"></i>&lt;<textarea>&lt;b&gt;</textarea>"
        );
    }
}
