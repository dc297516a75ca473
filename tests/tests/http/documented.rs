//! The examples of docs/platform.md do what stands below them.

use perfil_tests::platform::Platform;
use perfil_tests::source::root;
use perfil_tests::{OWNER, Person, Server};
use serde_json::Value;
use std::process::Command;

/// The address that the examples name.
const ADDRESS: &str = "https://account.example.com";
const KEY: &str = "$PERFIL_KEY";

/// The commands marked to be run, each with the answer that stands below it.
fn examples() -> Vec<(String, Value)> {
    let document = std::fs::read_to_string(root().join("docs/platform.md")).expect("docs/platform.md");
    let example = |text: &str| {
        let (command, rest) = text.split_once("\n```").expect("the end of the command");
        let (_, answer) = rest.split_once("```json\n").expect("an answer below it");
        let answer = answer.split("\n```").next().expect("the end of the answer");
        (command.to_owned(), serde_json::from_str(answer).expect("JSON"))
    };
    document.split("```sh run\n").skip(1).map(example).collect()
}

/// A command line's words, as a shell reads them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.replace("\\\n", " ").chars() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, _) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// What curl gets; `None`: there is no curl here.
fn by_curl(command: &str, server: &Server, key: &str) -> Option<String> {
    Command::new("curl").arg("--version").output().ok()?;
    let mut shell = Command::new("sh");
    shell.args(["-c", &command.replace(ADDRESS, &server.url())]).env("PERFIL_KEY", key).env("NO_PROXY", "127.0.0.1");
    let output = shell.output().expect("a shell");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The same request without curl.
async fn by_itself(command: &str, server: &Server, platform: &Platform) -> String {
    let words = words(command);
    let path = words.iter().find_map(|word| word.strip_prefix(ADDRESS)).expect("an address");
    let client = server.client();
    let mut call = client.request(reqwest::Method::POST, path).without("origin");
    for pair in words.windows(2) {
        let value = pair[1].replace(KEY, &platform.key);
        call = match (pair[0].as_str(), value.split_once(": ")) {
            ("-H", Some((name, value))) => call.header(name.to_lowercase().leak(), value),
            ("-d", _) => call.body(value),
            _ => call,
        };
    }
    call.send().await.body
}

#[tokio::test]
async fn the_examples_for_platforms_are_answered_as_they_say() {
    let examples = examples();
    assert!(examples.len() >= 3, "{} examples", examples.len());
    let acme = || async {
        let server = Server::builder().people(&[Person { organization: "acme", ..OWNER }]).start().await;
        server.database.execute("UPDATE users SET external_id = 'user-17'").await;
        server
    };
    let (with_curl, without) = (acme().await, acme().await);
    let key = Platform::of(&with_curl).key;
    let platform = Platform::of(&without);
    for (command, expected) in examples {
        if let Some(answer) = by_curl(&command, &with_curl, &key) {
            assert_eq!(serde_json::from_str::<Value>(&answer).ok().as_ref(), Some(&expected), "{command}\n{answer}");
        }
        let answer = by_itself(&command, &without, &platform).await;
        assert_eq!(serde_json::from_str::<Value>(&answer).ok().as_ref(), Some(&expected), "{command}\n{answer}");
    }
}
