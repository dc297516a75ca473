//! The program says every message, and no message that is not there.

use crate::ftl;
use crate::rust_source::{self, Token};
use perfil_models::Language;
use std::collections::BTreeSet;
use std::path::Path;

/// The files whose ids, or the templates that they are about, stand literally in the program; those of `countries.ftl` are
/// built from the code.
const SAID: [&str; 6] = ["page.ftl", "errors.ftl", "mail.ftl", "sms.ftl", "credit.ftl", "desktop.ftl"];

/// These do not speak to readers: they define the messages, build the program, or speak to the operator, in English.
const SILENT: [&str; 3] = ["app", "i18n", "xtask"];

#[test]
fn no_message_is_unused() {
    let program = program();
    let literals: BTreeSet<&str> = program.iter().flat_map(|(_, source)| literals(source)).collect();
    let all = known_ids();
    let is_said = |id: &str| literals.contains(template(id).unwrap_or(id));
    let unused: Vec<_> = all.iter().filter(|id| !is_said(id)).collect();
    assert!(unused.is_empty(), "{} messages that nothing says: {unused:#?}", unused.len());
}

#[test]
fn no_message_is_missing() {
    let known = known_ids();
    let mut missing = Vec::new();
    for (path, source) in program() {
        let said = said(&rust_source::tokens(&source)).into_iter().filter(|id| !known.contains(*id));
        missing.extend(said.map(|id| format!("{path}: {id}")));
    }
    assert!(missing.is_empty(), "{} messages that no locale file has: {missing:#?}", missing.len());
}

#[test]
fn recognises_every_way_to_say_a_message() {
    let source = r#"
        say("a"); form.done("a2"); words.say_with(
            "b", &[]); Sentence::new("c").with("n", 1); locales.text(language(x, y), "d", &[("n", 1.into())])
        errors! { E { V => 422 "e" Some(Field::Code); W { n: u32 } => 404 "f" None; } }
        other("no"); form.text("no", "no"); response.text(); text(language, id, &[("no", n)]); essay("no");
    "#;
    assert_eq!(said(&rust_source::tokens(source)), ["a", "a2", "b", "c", "d", "e", "f"]);
}

fn known_ids() -> BTreeSet<String> {
    SAID.iter().flat_map(|file| ftl::messages(Language::default(), file).into_keys()).collect()
}

/// The template that an id is about: a mail's ids are put together from its name (`worker/render/mails.rs`), and so is what
/// a page says of a message (`web/notifications.rs`).
fn template(id: &str) -> Option<&str> {
    if let Some(name) = id.strip_prefix("notice-") {
        return Some(name);
    }
    let name = id.strip_prefix("mail-")?;
    ["-subject", "-title", "-body", "-advice"].iter().find_map(|part| name.strip_suffix(part))
}

/// `(path, text)` of every source that may say something.
fn program() -> Vec<(String, String)> {
    let crates = ftl::root().join("crates");
    let silent = |path: &Path| SILENT.iter().any(|name| path.starts_with(crates.join(name)));
    let sources = rust_source::sources(&crates).into_iter().filter(|path| !silent(path));
    sources
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let short = path.strip_prefix(&crates).unwrap_or(&path).display().to_string();
            (short, text)
        })
        .collect()
}

fn literals(source: &str) -> Vec<&str> {
    let text = |token| match token {
        Token::Text(text) => Some(text),
        _ => None,
    };
    rust_source::tokens(source).into_iter().filter_map(text).collect()
}

/// The literals that can only be ids of messages.
fn said<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    use Token::{Mark, Text, Word};
    let id = |at| match &tokens[at..] {
        [Word("say" | "say_with" | "done"), Mark('('), Text(id), ..] => Some(*id),
        [Word("Sentence"), Mark(':'), Mark(':'), Word("new"), Mark('('), Text(id), ..] => Some(*id),
        [Mark('='), Mark('>'), Word(status), Text(id), ..] if status.parse::<u16>().is_ok() => Some(*id),
        [Word("text"), Mark('('), arguments @ ..] => second_argument(arguments),
        _ => None,
    };
    (0..tokens.len()).filter_map(id).collect()
}

/// The second argument, if it is a literal and the first is not: `locales.text(language, "id", …)`.
fn second_argument<'a>(arguments: &[Token<'a>]) -> Option<&'a str> {
    let mut depth = 0_usize;
    for (at, token) in arguments.iter().enumerate() {
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth = depth.checked_sub(1)?,
            Token::Mark(',') if depth == 0 => {
                let first_is_literal = matches!(arguments[..at], [Token::Text(_)]);
                return match arguments.get(at + 1) {
                    Some(Token::Text(id)) if !first_is_literal => Some(id),
                    _ => None,
                };
            }
            _ => {}
        }
    }
    None
}
