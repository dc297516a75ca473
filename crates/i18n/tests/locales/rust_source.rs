//! Reads Rust sources far enough to find their string literals and the calls these stand in.

use std::path::{Path, PathBuf};

/// A token, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// An identifier, keyword, lifetime or number.
    Word(&'a str),
    /// The inside of a string literal, escapes left as they are.
    Text(&'a str),
    /// Anything else.
    Mark(char),
}

/// The tokens of a source, without comments, character literals and `#[cfg(test)] mod … { … }`.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest, 0, &mut tokens),
            '\'' => quote(rest),
            _ if first == '_' || first.is_alphanumeric() => word(rest, &mut tokens),
            _ => {
                if !first.is_whitespace() {
                    tokens.push(Token::Mark(first));
                }
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    without_tests(&tokens)
}

/// Every `.rs` file below a folder that is neither in a folder `tests` nor called `tests.rs`.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())) {
        let path = entry.expect("an entry of the folder").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && name != "tests" && name != "target" {
            found.append(&mut sources(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    found
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string<'a>(rest: &'a str, prefix: usize, tokens: &mut Vec<Token<'a>>) -> usize {
    let inside = &rest[prefix + 1..];
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => {
                tokens.push(Token::Text(&inside[..at]));
                return prefix + 1 + at + 1;
            }
            _ => {}
        }
    }
    rest.len()
}

fn raw_string<'a>(rest: &'a str, prefix: usize, hashes: usize, tokens: &mut Vec<Token<'a>>) -> usize {
    let start = prefix + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = rest[start..].find(&end).unwrap_or(rest.len() - start);
    tokens.push(Token::Text(&rest[start..start + length]));
    (start + length + end.len()).min(rest.len())
}

fn quote(rest: &str) -> usize {
    let mut letters = rest[1..].char_indices();
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let after = 1 + at + escaped.len_utf8();
            after + rest[after..].find('\'').map_or(0, |end| end + 1)
        }
        (Some(_), Some((at, '\''))) => 1 + at + 1,
        _ => 1,
    }
}

fn word<'a>(rest: &'a str, tokens: &mut Vec<Token<'a>>) -> usize {
    let end = rest.find(|letter: char| letter != '_' && !letter.is_alphanumeric()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let hashes = after.len() - after.trim_start_matches('#').len();
    match word {
        "r" | "br" | "cr" if after[hashes..].starts_with('"') => raw_string(rest, end, hashes, tokens),
        "b" | "c" if after.starts_with('"') => string(rest, end, tokens),
        "b" if after.starts_with('\'') => end + quote(after),
        _ => {
            tokens.push(Token::Word(word));
            end
        }
    }
}

fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    use Token::{Mark, Word};
    const TEST: [Token<'_>; 8] =
        [Mark('#'), Mark('['), Word("cfg"), Mark('('), Word("test"), Mark(')'), Mark(']'), Word("mod")];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].starts_with(&TEST) && tokens.get(at + TEST.len() + 1) == Some(&Mark('{')) {
            at += TEST.len() + 1;
            at += block(&tokens[at..]);
        } else {
            kept.push(tokens[at]);
            at += 1;
        }
    }
    kept
}

fn block(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark('{') => depth += 1,
            Token::Mark('}') if depth == 1 => return at + 1,
            Token::Mark('}') => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn finds_what_is_said_and_nothing_else() {
    use Token::{Mark, Text, Word};
    let source = r##"
        // say("comment")
        /* say("block /* nested */ comment") */
        fn f<'a>(x: &'a str) { g('"', '\'', '\u{22}', b'"', "a \" b", r#"raw "quoted""#, b"bytes") }
        #[cfg(test)]
        mod tests { fn h() { say("test") } }
        say("kept")
    "##;
    let tokens = tokens(source);
    let texts: Vec<_> = tokens.iter().filter(|token| matches!(token, Text(_))).collect();
    assert_eq!(texts, [&Text("a \\\" b"), &Text("raw \"quoted\""), &Text("bytes"), &Text("kept")]);
    assert!(tokens.ends_with(&[Mark('}'), Word("say"), Mark('('), Text("kept"), Mark(')')]));
}
