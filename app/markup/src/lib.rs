//! `view!`: the markup that Leptos components are written in, turned into a template and the values of its holes.
//!
//! The template is text, one instruction a line (see `app::view::template`), because text is what compresses best on
//! its way to a phone; only what stands in braces becomes code. Knows elements, attributes, `on:`, `prop:`, texts in
//! quotes and Rust in braces; anything else is a compile error.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprLit, Lit, Result, Stmt};

/// Makes an `app::view::View` from markup.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    rstml::parse(tokens)
        .and_then(|nodes| together(&nodes))
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

/// One node stands for itself; several become a list.
fn together(nodes: &[Node]) -> Result<TokenStream> {
    let views = nodes.iter().map(alone).collect::<Result<Vec<_>>>()?;
    Ok(match views.as_slice() {
        [view] => view.clone(),
        views => quote!(::app::view::View::Many(::std::vec![#(#views),*])),
    })
}

/// A node that stands in no element of the same markup.
fn alone(node: &Node) -> Result<TokenStream> {
    Ok(match node {
        Node::Element(element) => {
            let mut template = Template::default();
            template.element(element)?;
            template.finish()
        }
        Node::Text(text) => {
            let text = &text.value;
            quote!(::app::view::IntoView::into_view(#text))
        }
        Node::Block(_) => {
            let value = in_braces(node);
            quote!(::app::view::IntoView::into_view(#value))
        }
        Node::Fragment(fragment) => together(&fragment.children)?,
        other => return Err(unknown(other)),
    })
}

/// What is written so far, and the values of its holes in order.
#[derive(Default)]
struct Template {
    lines: Vec<String>,
    holes: Vec<TokenStream>,
}

impl Template {
    fn finish(self) -> TokenStream {
        let (text, holes) = (self.lines.join("\n"), self.holes);
        if holes.is_empty() {
            return quote!(::app::view::View::Element(#text, ::std::vec::Vec::new()));
        }
        quote!({
            let mut holes = ::std::vec::Vec::new();
            #(::app::view::IntoView::put(#holes, &mut holes);)*
            ::app::view::View::Element(#text, holes)
        })
    }

    fn line(&mut self, kind: char, words: &str, place: &impl ToTokens) -> Result<()> {
        if words.contains('\n') {
            return Err(Error::new_spanned(
                place,
                "a line break would end the instruction: use an element",
            ));
        }
        self.lines.push(format!("{kind}{words}"));
        Ok(())
    }

    fn element(&mut self, element: &NodeElement<Infallible>) -> Result<()> {
        self.line('<', &element.name().to_string(), element)?;
        for attribute in element.attributes() {
            self.attribute(attribute)?;
        }
        for child in &element.children {
            self.child(child)?;
        }
        self.line('>', "", element)
    }

    fn child(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Element(element) => self.element(element),
            Node::Text(text) => self.line('"', &text.value_string(), node),
            Node::Block(_) => {
                self.holes.push(in_braces(node));
                self.line('{', "", node)
            }
            Node::Fragment(fragment) => fragment
                .children
                .iter()
                .try_for_each(|child| self.child(child)),
            other => Err(unknown(other)),
        }
    }

    fn attribute(&mut self, attribute: &NodeAttribute) -> Result<()> {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "an attribute needs a name"));
        };
        let name = attribute.key.to_string().replace(' ', "");
        let value = value(attribute);
        let span = attribute.key.span();
        let (name, value) = match name.split_once(':') {
            Some(("on", event)) => (
                event,
                quote_spanned!(span=> ::app::view::View::heard(#value)),
            ),
            Some(("prop", "checked")) => (
                "",
                quote_spanned!(span=> ::app::view::View::Checked(#value)),
            ),
            Some(("prop", "value")) => {
                ("", quote_spanned!(span=> ::app::view::View::typed(#value)))
            }
            Some(_) => {
                return Err(Error::new(
                    span,
                    "on:, prop:checked and prop:value are known here",
                ));
            }
            None => match &value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(words),
                    ..
                }) => {
                    return self.line(' ', &format!("{name}={}", words.value()), attribute);
                }
                Expr::Lit(ExprLit {
                    lit: Lit::Bool(there),
                    ..
                }) if there.value => {
                    return self.line(' ', &format!("{name}="), attribute);
                }
                value => (name.as_str(), value.to_token_stream()),
            },
        };
        self.holes.push(value);
        self.line('=', name, attribute)
    }
}

/// What stands in braces, without the braces where it is one expression.
fn in_braces(node: &Node) -> TokenStream {
    let Node::Block(block) = node else {
        return node.to_token_stream();
    };
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([Stmt::Expr(inner, None)]) => inner.to_token_stream(),
        _ => block.to_token_stream(),
    }
}

/// An attribute without a value is simply there.
fn value(attribute: &KeyedAttribute) -> Expr {
    attribute
        .value()
        .cloned()
        .unwrap_or_else(|| syn::parse_quote!(true))
}

fn unknown(node: &Node) -> Error {
    Error::new(
        node.span(),
        "the pupil's markup has elements, texts and blocks only",
    )
}
