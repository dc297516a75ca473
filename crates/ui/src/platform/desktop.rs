//! The side of the desktop app: the components run outside the window that shows them, and ask it by [`SCRIPT`]. What
//! goes over the network, and what leaves the page, is the [`Shell`]'s.

use super::PasskeyFailure;
use dioxus::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What the window must have loaded before the first page is shown in it.
pub const SCRIPT: &str = include_str!("desktop.js");

/// HTTP status and text of an answer; `None`: there was no answer.
pub type Answer = Pin<Box<dyn Future<Output = Option<(u16, String)>>>>;

/// What the app around the pages does for them. It is a context of the root.
pub trait Shell {
    /// Posts JSON, or nothing, to the server.
    fn post(&self, path: String, body: Option<String>) -> Answer;
    /// Leaves for another page, with everything asked for anew.
    fn leave_for(&self, path: &str);
    /// Hands out a text as a file of that name.
    fn download(&self, name: &str, text: &str);
}

/// What a browser would do by itself with a page.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Follow a link: its `href` as written.
    Follow(String),
    /// Post a form.
    Send {
        /// The path that it goes to.
        action: String,
        /// Its names and values, that of the button that was pressed among them.
        fields: Vec<(String, String)>,
    },
}

/// Hears of every deed that no component has taken over. Ends with the window.
pub async fn watch(mut tell: impl FnMut(Deed)) {
    let mut page = document::eval("perfil.watch(deed => dioxus.send(deed)); await new Promise(() => {});");
    while let Ok(deed) = page.recv::<Deed>().await {
        tell(deed);
    }
}

fn shell() -> Rc<dyn Shell> {
    consume_context()
}

fn call(function: &str, arguments: &[Value]) -> document::Eval {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    document::eval(&format!("return perfil.{function}({});", arguments.join(",")))
}

/// What a function answers that may be called again. Dioxus lets go of a call once the window has collected the garbage
/// that it left, and now and then that is before the answer was taken.
async fn ask<T: for<'a> Deserialize<'a>>(function: &str, arguments: &[Value]) -> Option<T> {
    loop {
        match call(function, arguments).await {
            Err(document::EvalError::Finished) => {}
            answer => return serde_json::from_value(answer.ok()?).ok(),
        }
    }
}

/// Tells style and tests that the page answers now.
pub fn mark_hydrated() {
    call("hydrated", &[]);
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document::document().set_title(title.to_owned());
}

/// Leaves for another page, loaded afresh from the server.
pub fn leave_for(path: &str) {
    shell().leave_for(path);
}

/// Moves the keyboard to an element.
pub fn focus(id: &str) {
    call("focus", &[json!(id)]);
}

/// Moves the keyboard to the next (`1`) or previous (`-1`) item of a menu.
pub fn move_focus(menu: &str, step: i32) {
    call("moveFocus", &[json!(menu), json!(step)]);
}

/// Closes a pop-over.
pub fn close_popover(id: &str) {
    call("closePopover", &[json!(id)]);
}

/// Marks the text of an input.
pub fn select_text(id: &str) {
    call("selectText", &[json!(id)]);
}

/// Nothing stands in a page before its components do.
pub fn restored_in(_id: &str) -> Option<String> {
    None
}

/// What stands in an input or a select.
pub async fn value_of(id: &str) -> Option<String> {
    ask("valueOf", &[json!(id)]).await
}

/// Whether a box is ticked.
pub async fn is_checked(id: &str) -> bool {
    ask("isChecked", &[json!(id)]).await.unwrap_or_default()
}

/// The components have their lists from the server.
pub fn options_of(_id: &str) -> String {
    String::new()
}

/// Writes into an input.
pub fn set_value(id: &str, value: &str) {
    call("setValue", &[json!(id), json!(value)]);
}

/// Sends a form as its button would.
pub fn submit(form: &str) {
    call("submit", &[json!(form)]);
}

/// Scrolls as little as needed to show an element.
pub fn reveal(id: &str) {
    call("reveal", &[json!(id)]);
}

/// Scrolls a list so that one of its items stands in the middle of it; the page stays where it is.
pub fn centre(list: &str, item: &str) {
    call("centre", &[json!(list), json!(item)]);
}

/// Milliseconds since some moment before the first page: good for differences only.
pub fn now() -> f64 {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    1.0 + BEGIN.elapsed().as_millis() as f64
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    tokio::time::sleep(Duration::from_millis(milliseconds.into())).await;
}

/// Posts JSON, or nothing, to the server: HTTP status and text of the answer; `None`: there was no answer.
pub async fn post(path: &str, body: Option<String>) -> Option<(u16, String)> {
    shell().post(path.to_owned(), body).await
}

/// The window knows no authenticators; passkeys are added in a browser.
pub async fn create_passkey(_options: &str) -> Result<String, PasskeyFailure> {
    Err(PasskeyFailure::named("NotSupportedError"))
}

/// The window knows no authenticators.
pub async fn get_passkey(_options: &str) -> Result<String, PasskeyFailure> {
    Err(PasskeyFailure::named("NotSupportedError"))
}

/// Puts text on the clipboard; whether that worked.
pub async fn copy(text: &str) -> bool {
    ask("copy", &[json!(text)]).await.unwrap_or_default()
}

/// Hands out a text as a file of that name.
pub fn download(name: &str, text: &str) {
    shell().download(name, text);
}

/// Waits until the window is looked at again, after something else was.
pub async fn return_of_reader() {
    // Not asked again: an answer that was lost has come.
    let _ = call("returnOfReader", &[]).await;
}

/// No text message reaches a desktop.
pub async fn receive_code() -> Option<String> {
    None
}

/// Nothing is waiting.
pub fn stop_receiving() {}

/// Text as it is compared in a search: lower case, without accents.
pub fn fold(text: &str) -> String {
    text.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).collect()
}
