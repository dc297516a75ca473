//! How JSON is read. `serde_json` reads the text, into a [`Value`]; what turns that into a type stands in the browser's
//! program once for each type, so here it is only what the types of the models need: a struct is never a list, and an
//! error says nothing of what was wrong, because nobody reads it.

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};
use std::fmt::{self, Display, Formatter};

/// Text that does not hold what it should.
#[derive(Debug)]
pub struct Unreadable;

impl Display for Unreadable {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: de::Unexpected, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: de::Unexpected, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a type from JSON.
pub fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, Unreadable> {
    T::deserialize(Reader(serde_json::from_slice(text).map_err(|_| Unreadable)?))
}

struct Reader(Value);

impl Reader {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Number(number) => match number.as_i64() {
                Some(number) => visitor.visit_i64(number),
                None => visitor.visit_f64(number.as_f64().ok_or(Unreadable)?),
            },
            _ => Err(Unreadable),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(Unreadable),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            _ => Err(Unreadable),
        }
    }

    fn fields<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields { rest: fields.into_iter(), value: Value::Null }),
            _ => Err(Unreadable),
        }
    }
}

/// A deserializer's functions that all do one thing.
macro_rules! all_by {
    ($way:ident: $($function:ident)*) => {$(
        fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            self.$way(visitor)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Reader {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(is_so) => visitor.visit_bool(is_so),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.fields(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.fields(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.into_deserializer()),
            Value::Object(variant) => visitor.visit_enum(Variant(variant)),
            _ => Err(Unreadable),
        }
    }

    all_by!(number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64);
    all_by!(text: deserialize_str deserialize_string deserialize_identifier);
    all_by!(list: deserialize_seq);
    all_by!(fields: deserialize_map);
    forward_to_deserialize_any! { i128 u128 char bytes byte_buf unit_struct tuple_struct }
}

struct Items(std::vec::IntoIter<Value>);

impl<'de> de::SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }
}

struct Fields {
    rest: serde_json::map::IntoIter,
    value: Value,
}

impl<'de> de::MapAccess<'de> for Fields {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(Reader(Value::String(name))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(Reader(self.value.take()))
    }
}

/// A variant with content: an object with one field, which is called like the variant.
struct Variant(Map<String, Value>);

impl<'de> de::EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = VariantContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, VariantContent), Unreadable> {
        let (name, value) = self.0.into_iter().next().ok_or(Unreadable)?;
        Ok((seed.deserialize(Reader(Value::String(name)))?, VariantContent(Reader(value))))
    }
}

struct VariantContent(Reader);

impl<'de> de::VariantAccess<'de> for VariantContent {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.0.list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        self.0.fields(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::view::{Chart, Delivery, Link, Outcome, QrCode};
    use perfil_models::{AccessError, Channels, EventKind, Explain, Topic};
    use serde::Serialize;
    use std::fmt::Debug;

    fn travels<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
        let text = serde_json::to_vec(&value).unwrap();
        assert_eq!(read::<T>(&text).ok(), Some(value));
    }

    #[test]
    fn what_the_server_writes_is_read() {
        travels(());
        travels((true, -7_i64, 200_u8, u32::MAX, 0.5_f64, "a \"b\"".to_owned(), None::<String>));
        travels(vec![Some(Topic::LowCredit), None]);
        travels(QrCode { size: 21, path: "M0 0h1v1".into() });
        travels(Channels { email: true, sms: false });
        travels(EventKind::PasswordChanged);
        travels(Ok::<_, AccessError>(Link::Unsubscribe { topic: Topic::Invoices, email: "o…@example.test".into() }));
        travels(Err::<(), _>(AccessError::TooMany { retry_after: 7 }));
        travels(Outcome::Refused(AccessError::SignedOut.sentence(), None));
        let (top, bottom, from, to, label) = Default::default();
        travels(Chart { points: vec![(0, 7), (1000, 240)], minimum: Some(90), label, top, bottom, from, to });
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in ["", "{", "[]", "7", r#"{"email": true}"#, r#"{"email": 1, "sms": false}"#, "[true, false]"] {
            assert!(read::<Channels>(text.as_bytes()).is_err(), "{text}");
        }
        assert!(read::<u8>(b"256").is_err() && read::<u8>(b"-1").is_err() && read::<Topic>(b"\"weather\"").is_err());
        assert!(read::<Vec<Delivery>>(b"{}").is_err());
    }

    #[test]
    fn a_field_that_is_not_known_is_passed_over() {
        let text = br#"{"email": true, "pigeon": {"deep": [1, {}]}, "sms": true}"#;
        assert_eq!(read::<Channels>(text).ok(), Some(Channels { email: true, sms: true }));
    }
}
