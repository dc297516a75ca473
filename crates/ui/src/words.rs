//! The messages of the page's language.

use dioxus::prelude::*;
use perfil_models::view::Page;
use perfil_models::{Channel, Direction, Role, Sentence, Topic};
use std::rc::Rc;

/// The messages that came with the page.
#[derive(Clone)]
pub struct Words(Rc<Page>);

impl Words {
    /// Wraps them.
    pub fn new(page: Rc<Page>) -> Self {
        Self(page)
    }

    fn pattern<'a>(&'a self, id: &'a str) -> &'a str {
        let messages = &self.0.messages;
        match messages.binary_search_by(|(other, _)| other.as_str().cmp(id)) {
            Ok(place) => &messages[place].1,
            Err(_) => id,
        }
    }

    fn isolates(&self) -> bool {
        self.0.direction() == Direction::Rtl
    }
}

/// The message of that id; where it is missing, the id itself.
pub fn say(id: &str) -> String {
    words().pattern(id).to_owned()
}

/// The message with its arguments filled in.
pub fn say_with(id: &str, args: &[(&str, &str)]) -> String {
    let words = words();
    fill(
        words.pattern(id),
        |name| args.iter().find(|(other, _)| *other == name).map(|(_, value)| *value),
        words.isolates(),
    )
}

/// A sentence of the models in the page's language.
pub fn tell(sentence: &Sentence) -> String {
    let args: Vec<_> = sentence.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    say_with(&sentence.id, &args)
}

/// The role's name.
pub fn role_name(role: Role) -> String {
    say(match role {
        Role::Owner => "role-owner",
        Role::Admin => "role-admin",
        Role::Billing => "role-billing",
        Role::Member => "role-member",
    })
}

/// The channel's name.
pub fn channel_name(channel: Channel) -> String {
    say(match channel {
        Channel::Email => "channel-email",
        Channel::Sms => "channel-sms",
    })
}

/// The topic's name.
pub fn topic_name(topic: Topic) -> String {
    say(match topic {
        Topic::ContactImports => "topic-contact-imports",
        Topic::Payments => "topic-payments",
        Topic::Invoices => "topic-invoices",
        Topic::LowCredit => "topic-low-credit",
        Topic::RoleRequests => "topic-role-requests",
    })
}

/// Text that is written from left to right whatever is around it, such as a dial code inside a right-to-left text that
/// cannot hold markup.
pub fn left_to_right(text: &str) -> String {
    if words().isolates() { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() }
}

fn words() -> Words {
    consume_context()
}

/// Replaces each `{name}`; `isolates` puts a value between U+2068 and U+2069, so that a number or an address keeps its
/// order in a right-to-left sentence.
fn fill<'a>(pattern: &str, value_of: impl Fn(&str) -> Option<&'a str>, isolates: bool) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match value_of(name.trim()) {
            Some(value) if isolates => text.extend(["\u{2068}", value, "\u{2069}"]),
            Some(value) => text.push_str(value),
            None => text.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &str, isolates: bool) -> String {
        fill(pattern, |name| (name == "count").then_some("3"), isolates)
    }

    #[test]
    fn fills_what_is_known_and_leaves_the_rest() {
        assert_eq!(filled("Attempts left: {count}", false), "Attempts left: 3");
        assert_eq!(filled("{ count } of {total}", false), "3 of {total}");
        assert_eq!(filled("no end {count", false), "no end {count");
    }

    #[test]
    fn isolates_values_in_right_to_left_text() {
        assert_eq!(filled("بقي: {count}", true), "بقي: \u{2068}3\u{2069}");
    }

    #[test]
    fn a_missing_message_shows_its_id() {
        let page = Page { messages: vec![("a".into(), "A".into()), ("c".into(), "C".into())], ..Page::default() };
        let words = Words::new(Rc::new(page));
        assert_eq!((words.pattern("a"), words.pattern("b"), words.pattern("c")), ("A", "b", "C"));
    }
}
