//! Reads `assets/locales` from disk.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;
use perfil_models::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The names of the files that say the same things in every language.
pub const FILES: [&str; 8] =
    ["page.ftl", "errors.ftl", "mail.ftl", "sms.ftl", "credit.ftl", "desktop.ftl", "countries.ftl", "zones.ftl"];

/// The top of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The messages of a file by id. Panics on a syntax error, a term, an attribute and an id that stands twice.
pub fn messages(language: Language, file: &str) -> BTreeMap<String, Pattern<String>> {
    let path = root().join("assets/locales").join(language.tag()).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let Resource { body } = parser::parse(text).unwrap_or_else(|(_, why)| panic!("{}: {why:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in body {
        match entry {
            Entry::Message(Message { id, value: Some(value), attributes, .. }) if attributes.is_empty() => {
                assert!(messages.insert(id.name.clone(), value).is_none(), "{}: {} twice", path.display(), id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{}: {other:?}", path.display()),
        }
    }
    messages
}

/// The names of a pattern's variables, in selectors and variants too.
pub fn variables(pattern: &Pattern<String>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    of_pattern(pattern, &mut names);
    names
}

/// Whether the pattern is text and variables only.
pub fn is_simple(pattern: &Pattern<String>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { .. } => true,
        PatternElement::Placeable { expression } => {
            matches!(expression, Expression::Inline(InlineExpression::VariableReference { .. }))
        }
    })
}

fn of_pattern(pattern: &Pattern<String>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, names);
        }
    }
}

fn of_expression(expression: &Expression<String>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            variants.iter().for_each(|variant| of_pattern(&variant.value, names));
        }
    }
}

fn of_inline(inline: &InlineExpression<String>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => of_arguments(arguments, names),
        _ => {}
    }
}

fn of_arguments(arguments: &CallArguments<String>, names: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| of_inline(inline, names));
    arguments.named.iter().for_each(|argument| of_inline(&argument.value, names));
}
