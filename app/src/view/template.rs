//! The markup of one element and all inside it, as `view!` writes it: one instruction a line, its kind in front.
//!
//! | line | means |
//! | --- | --- |
//! | `<div` | open an element |
//! | ` class=ask` | an attribute of the open element |
//! | `"Hello` | a text |
//! | `{` | a hole: a view goes here |
//! | `=href` | a hole: what this attribute says. Without a name: a listener's event stands there, or a property is meant |
//! | `>` | close the element |

/// One instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Open(&'static str),
    Attribute(&'static str, &'static str),
    Text(&'static str),
    Hole,
    AttributeHole(&'static str),
    Close,
}

/// The instructions of a template, in order.
pub fn steps(template: &'static str) -> impl Iterator<Item = Step> {
    template.split('\n').map(|line| {
        let (kind, words) = line.split_at(1);
        match kind {
            "<" => Step::Open(words),
            " " => {
                let (name, value) = words.split_once('=').unwrap_or((words, ""));
                Step::Attribute(name, value)
            }
            "\"" => Step::Text(words),
            "{" => Step::Hole,
            "=" => Step::AttributeHole(words),
            _ => Step::Close,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{View, view};

    #[test]
    fn markup_becomes_one_instruction_a_line() {
        let link = String::from("#x");
        let made = view! { <p class="a b" hidden><a href=link>"Go = "{"on"}</a><br /></p> };
        let View::Element(template, holes) = made else {
            panic!("an element")
        };
        assert_eq!(
            template,
            "<p\n class=a b\n hidden=\n<a\n=href\n\"Go = \n{\n>\n<br\n>\n>"
        );
        assert_eq!(holes.len(), 2);
        let steps: Vec<Step> = steps(template).collect();
        assert_eq!(steps[1], Step::Attribute("class", "a b"));
        assert_eq!(
            steps[4..8],
            [
                Step::AttributeHole("href"),
                Step::Text("Go = "),
                Step::Hole,
                Step::Close
            ]
        );
    }
}
