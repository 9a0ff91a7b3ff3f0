//! A Fluent file as small trees: references inlined, variables numbered, selectors told apart.
//!
//! Covers what our texts use: variables, `NUMBER($x)`, selectors on a variable, terms and other messages.
//! Anything else is an error at build time, never a surprise on a page.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// What a message needs from its caller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
}

/// One message, or one attribute of a message.
pub struct Message {
    /// Its arguments in order of appearance.
    pub arguments: Vec<(String, Kind)>,
    pub parts: Vec<Part>,
}

pub enum Part {
    Text(String),
    Argument(usize),
    Select {
        argument: usize,
        arms: Vec<(Key, Vec<Part>)>,
        default: usize,
    },
}

pub enum Key {
    Exactly(i64),
    Word(String),
}

type Patterns<'s> = BTreeMap<String, Pattern<&'s str>>;

/// Words `Intl.PluralRules` may answer. A selector with other words selects on text.
const PLURAL: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// All messages of a file by id; an attribute is `message.attribute`.
pub fn parse(source: &str) -> Result<BTreeMap<String, Message>, String> {
    let resource = parser::parse(source).map_err(|(_, problems)| format!("{problems:?}"))?;
    let mut patterns = Patterns::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                for attribute in message.attributes {
                    keep(
                        &mut patterns,
                        format!("{id}.{}", attribute.id.name),
                        attribute.value,
                    )?;
                }
                if let Some(value) = message.value {
                    keep(&mut patterns, id, value)?;
                }
            }
            Entry::Term(term) => keep(&mut patterns, format!("-{}", term.id.name), term.value)?,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Junk { content } => return Err(format!("not Fluent: {content}")),
        }
    }
    let mut messages = BTreeMap::new();
    for (id, pattern) in &patterns {
        if id.starts_with('-') {
            continue;
        }
        let mut reader = Reader {
            patterns: &patterns,
            arguments: Vec::new(),
            depth: 0,
        };
        let mut parts = Vec::new();
        reader
            .read(pattern, &mut parts)
            .map_err(|problem| format!("{id}: {problem}"))?;
        messages.insert(
            id.clone(),
            Message {
                arguments: reader.arguments,
                parts,
            },
        );
    }
    Ok(messages)
}

fn keep<'s>(
    patterns: &mut Patterns<'s>,
    id: String,
    pattern: Pattern<&'s str>,
) -> Result<(), String> {
    match patterns.insert(id.clone(), pattern) {
        None => Ok(()),
        Some(_) => Err(format!("{id} is there twice")),
    }
}

struct Reader<'a, 's> {
    patterns: &'a Patterns<'s>,
    arguments: Vec<(String, Kind)>,
    depth: u8,
}

impl Reader<'_, '_> {
    fn read(&mut self, pattern: &Pattern<&str>, parts: &mut Vec<Part>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(parts, value),
                PatternElement::Placeable { expression } => {
                    self.read_expression(expression, parts)?
                }
            }
        }
        Ok(())
    }

    fn read_expression(
        &mut self,
        expression: &Expression<&str>,
        parts: &mut Vec<Part>,
    ) -> Result<(), String> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.read_inline(inline, parts),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let number = variants.iter().all(|variant| match variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => PLURAL.contains(&name),
        });
        let kind = if number { Kind::Number } else { Kind::Text };
        let argument = match selector {
            InlineExpression::VariableReference { id } => self.argument(id.name, kind),
            InlineExpression::FunctionReference { .. } => self.number(selector)?,
            _ => return Err("a selector must be a variable".to_owned()),
        };
        let default = variants
            .iter()
            .position(|variant| variant.default)
            .ok_or("a selector needs a default")?;
        let mut arms = Vec::new();
        for variant in variants {
            let key = match variant.key {
                VariantKey::NumberLiteral { value } => {
                    Key::Exactly(value.parse().map_err(|_| "whole numbers only")?)
                }
                VariantKey::Identifier { name } => Key::Word(name.to_owned()),
            };
            let mut inner = Vec::new();
            self.read(&variant.value, &mut inner)?;
            arms.push((key, inner));
        }
        parts.push(Part::Select {
            argument,
            arms,
            default,
        });
        Ok(())
    }

    fn read_inline(
        &mut self,
        inline: &InlineExpression<&str>,
        parts: &mut Vec<Part>,
    ) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value } => push_text(
                parts,
                &fluent_syntax::unicode::unescape_unicode_to_string(value),
            ),
            InlineExpression::NumberLiteral { value } => push_text(parts, value),
            InlineExpression::VariableReference { id } => {
                let argument = self.argument(id.name, Kind::Text);
                parts.push(Part::Argument(argument));
            }
            InlineExpression::FunctionReference { .. } => {
                let argument = self.number(inline)?;
                parts.push(Part::Argument(argument));
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = attribute.as_ref().map_or(id.name.to_owned(), |attribute| {
                    format!("{}.{}", id.name, attribute.name)
                });
                self.inline(&name, parts)?;
            }
            InlineExpression::TermReference { id, .. } => {
                self.inline(&format!("-{}", id.name), parts)?
            }
            InlineExpression::Placeable { expression } => {
                self.read_expression(expression, parts)?
            }
        }
        Ok(())
    }

    fn inline(&mut self, name: &str, parts: &mut Vec<Part>) -> Result<(), String> {
        let pattern = self
            .patterns
            .get(name)
            .ok_or_else(|| format!("{name} is not there"))?;
        self.depth += 1;
        if self.depth > 8 {
            return Err(format!("{name} refers to itself"));
        }
        self.read(pattern, parts)?;
        self.depth -= 1;
        Ok(())
    }

    fn number(&mut self, call: &InlineExpression<&str>) -> Result<usize, String> {
        if let InlineExpression::FunctionReference { id, arguments } = call
            && id.name == "NUMBER"
            && let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice()
        {
            return Ok(self.argument(id.name, Kind::Number));
        }
        Err("the only function is NUMBER($x)".to_owned())
    }

    fn argument(&mut self, name: &str, kind: Kind) -> usize {
        if let Some(at) = self.arguments.iter().position(|(known, _)| known == name) {
            if kind == Kind::Number {
                self.arguments[at].1 = kind;
            }
            return at;
        }
        self.arguments.push((name.to_owned(), kind));
        self.arguments.len() - 1
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}
