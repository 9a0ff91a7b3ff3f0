//! Text into a tree, in one pass (RFC 8259). Knows no types.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{JsonError, Node, Number, Text};

/// Deeper than any of our documents, shallower than any stack.
const DEPTH: u8 = 64;

pub fn parse(text: &str) -> Result<Node<'_>, JsonError> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(DEPTH)?;
    parser.space();
    if parser.at == text.len() {
        Ok(node)
    } else {
        Err(JsonError)
    }
}

struct Parser<'a> {
    text: &'a str,
    /// A byte position; always at the start of a character where text is cut.
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Skips white space and this byte, if it is there.
    fn takes(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.takes(byte) {
            Ok(())
        } else {
            Err(JsonError)
        }
    }

    fn word(&mut self, word: &str, node: Node<'a>) -> Result<Node<'a>, JsonError> {
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(JsonError);
        }
        self.at += word.len();
        Ok(node)
    }

    fn value(&mut self, depth: u8) -> Result<Node<'a>, JsonError> {
        let depth = depth.checked_sub(1).ok_or(JsonError)?;
        self.space();
        match self.peek() {
            Some(b'n') => self.word("null", Node::Null),
            Some(b't') => self.word("true", Node::Flag(true)),
            Some(b'f') => self.word("false", Node::Flag(false)),
            Some(b'"') => self.string().map(Node::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.map(depth),
            _ => self.number().map(Node::Number),
        }
    }

    fn list(&mut self, depth: u8) -> Result<Node<'a>, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if !self.takes(b',') {
                self.expect(b']')?;
                return Ok(Node::List(items));
            }
        }
    }

    fn map(&mut self, depth: u8) -> Result<Node<'a>, JsonError> {
        self.at += 1;
        let mut entries = Vec::new();
        if self.takes(b'}') {
            return Ok(Node::Map(entries));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.expect(b':')?;
            entries.push((key, self.value(depth)?));
            if !self.takes(b',') {
                self.expect(b'}')?;
                return Ok(Node::Map(entries));
            }
        }
    }

    /// A whole number. Fractions and exponents do not occur in our documents.
    fn number(&mut self) -> Result<Number, JsonError> {
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let start = self.at;
        let mut value: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(u64::from(digit - b'0')))
                .ok_or(JsonError)?;
            self.at += 1;
        }
        let digits = self.at - start;
        let leading_zero = digits > 1 && self.text.as_bytes()[start] == b'0';
        let minus_zero = negative && value == 0;
        if digits == 0
            || leading_zero
            || minus_zero
            || matches!(self.peek(), Some(b'.' | b'e' | b'E'))
        {
            return Err(JsonError);
        }
        if !negative {
            return Ok(Number::Positive(value));
        }
        0i64.checked_sub_unsigned(value)
            .map(Number::Negative)
            .ok_or(JsonError)
    }

    fn string(&mut self) -> Result<Text<'a>, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(JsonError);
        }
        self.at += 1;
        let mut start = self.at;
        let mut own = None::<Text<'static>>;
        loop {
            let byte = self.peek().ok_or(JsonError)?;
            if byte < 0x20 {
                return Err(JsonError);
            }
            if byte != b'"' && byte != b'\\' {
                self.at += 1;
                continue;
            }
            let plain = self.text.get(start..self.at).ok_or(JsonError)?;
            self.at += 1;
            if byte == b'"' {
                return Ok(match own {
                    None => Text(Cow::Borrowed(plain)),
                    Some(mut own) => {
                        own.0.to_mut().push_str(plain);
                        own
                    }
                });
            }
            // Big enough for the rest of this text, so that growing never leaves an unwiped copy behind.
            let own = own.get_or_insert_with(|| {
                Text(Cow::Owned(String::with_capacity(self.text.len() - start)))
            });
            let text = own.0.to_mut();
            text.push_str(plain);
            text.push(self.escape()?);
            start = self.at;
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, JsonError> {
        let byte = self.peek().ok_or(JsonError)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first).ok_or(JsonError);
                }
                self.word("\\u", Node::Null)?;
                let second = self
                    .hex()?
                    .checked_sub(0xdc00)
                    .filter(|low| *low < 0x400)
                    .ok_or(JsonError)?;
                char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(JsonError)?
            }
            _ => return Err(JsonError),
        })
    }

    fn hex(&mut self) -> Result<u32, JsonError> {
        let mut value = 0;
        for _ in 0..4 {
            let digit = self
                .peek()
                .and_then(|byte| char::from(byte).to_digit(16))
                .ok_or(JsonError)?;
            value = value * 16 + digit;
            self.at += 1;
        }
        Ok(value)
    }
}
