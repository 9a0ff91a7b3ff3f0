//! Types out of a tree: the `serde` side. Each method does one thing, so that little is unrolled into every type.

use core::slice;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::{JsonError, Node, Number, Text};

macro_rules! whole_numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
            match self {
                Node::Number(Number::Positive(value)) => visitor.visit_u64(*value),
                Node::Number(Number::Negative(value)) => visitor.visit_i64(*value),
                _ => Err(JsonError),
            }
        }
    )*};
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
            match self {
                Node::Text(text) => visitor.visit_str(&text.0),
                _ => Err(JsonError),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for &Node<'_> {
    type Error = JsonError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        match self {
            Node::Null => visitor.visit_unit(),
            Node::Flag(value) => visitor.visit_bool(*value),
            Node::Number(Number::Positive(value)) => visitor.visit_u64(*value),
            Node::Number(Number::Negative(value)) => visitor.visit_i64(*value),
            Node::Text(text) => visitor.visit_str(&text.0),
            Node::List(items) => visitor.visit_seq(Items(items.iter())),
            Node::Map(entries) => visitor.visit_map(Entries(entries.iter(), None)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        match self {
            Node::Flag(value) => visitor.visit_bool(*value),
            _ => Err(JsonError),
        }
    }

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    texts! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        match self {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        match self {
            Node::Null => visitor.visit_unit(),
            _ => Err(JsonError),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        let Node::List(items) = self else {
            return Err(JsonError);
        };
        let mut items = Items(items.iter());
        let value = visitor.visit_seq(&mut items)?;
        // A tuple shorter than the list did not read all of it.
        if items.0.len() == 0 {
            Ok(value)
        } else {
            Err(JsonError)
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        let Node::Map(entries) = self else {
            return Err(JsonError);
        };
        visitor.visit_map(Entries(entries.iter(), None))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        match self {
            Node::Text(name) => visitor.visit_enum(Variant {
                name,
                content: &Node::Null,
            }),
            Node::Map(entries) => match entries.as_slice() {
                [(name, content)] => visitor.visit_enum(Variant { name, content }),
                _ => Err(JsonError),
            },
            _ => Err(JsonError),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visitor.visit_unit()
    }

    // Our documents have neither: binary is base64url, numbers are whole.
    serde::forward_to_deserialize_any! { bytes byte_buf f32 f64 }
}

struct Items<'n, 'a>(slice::Iter<'n, Node<'a>>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = JsonError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, JsonError> {
        self.0.next().map(|node| seed.deserialize(node)).transpose()
    }
}

struct Entries<'n, 'a>(slice::Iter<'n, (Text<'a>, Node<'a>)>, Option<&'n Node<'a>>);

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = JsonError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, JsonError> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(value);
        seed.deserialize(name(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, JsonError> {
        seed.deserialize(self.1.take().ok_or(JsonError)?)
    }
}

struct Variant<'n, 'a> {
    name: &'n Text<'a>,
    content: &'n Node<'a>,
}

impl<'de, 'n, 'a> EnumAccess<'de> for Variant<'n, 'a> {
    type Error = JsonError;
    type Variant = &'n Node<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, &'n Node<'a>), JsonError> {
        Ok((seed.deserialize(name(self.name))?, self.content))
    }
}

impl<'de> VariantAccess<'de> for &Node<'_> {
    type Error = JsonError;

    fn unit_variant(self) -> Result<(), JsonError> {
        if matches!(self, Node::Null) {
            Ok(())
        } else {
            Err(JsonError)
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, JsonError> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        self.deserialize_map(visitor)
    }
}

fn name<'n>(text: &'n Text<'_>) -> StrDeserializer<'n, JsonError> {
    let text: &str = &text.0;
    text.into_deserializer()
}
