//! The browser's side.

use super::PasskeyFailure;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

#[wasm_bindgen(inline_js = r#"
let receiving;
export async function receive_code() {
  if (!("OTPCredential" in window)) return null;
  stop_receiving();
  receiving = new AbortController();
  try {
    const message = await navigator.credentials.get({ otp: { transport: ["sms"] }, signal: receiving.signal });
    return message?.code ?? null;
  } catch {
    return null;
  }
}
export function stop_receiving() {
  receiving?.abort();
  receiving = undefined;
}
export async function post(path, body) {
  const headers = { "x-request-client": "perfil" };
  if (body !== undefined) headers["content-type"] = "application/json";
  const answer = await fetch(path, { method: "POST", headers, body });
  return [answer.status, await answer.text()];
}
export async function passkey(verb, options) {
  try {
    const parse = verb === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
    const publicKey = PublicKeyCredential[parse](JSON.parse(options));
    return JSON.stringify(await navigator.credentials[verb]({ publicKey }));
  } catch (error) {
    throw error.name;
  }
}
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
export function return_of_reader() {
  return new Promise(resolve => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
  });
}
export function options_of(select) {
  return [...select.options].map(option => `${option.value}\n${option.text}\n${option.parentElement.label ?? ""}\n`).join("");
}
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}
export function move_focus(menu, step) {
  const items = [...menu.querySelectorAll("a[href], button")];
  const here = items.indexOf(document.activeElement);
  const to = here < 0 ? (step > 0 ? 0 : items.length - 1) : (here + step + items.length) % items.length;
  items[to]?.focus();
}
"#)]
extern "C" {
    #[wasm_bindgen(js_name = receive_code)]
    async fn receive_code_by_js() -> JsValue;
    #[wasm_bindgen(js_name = post, catch)]
    async fn post_by_js(path: &str, body: Option<String>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = return_of_reader)]
    async fn return_of_reader_by_js();
    #[wasm_bindgen(js_name = passkey, catch)]
    async fn passkey_by_js(verb: &str, options: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = copy)]
    async fn copy_by_js(text: &str) -> JsValue;
    /// Hands out a text as a file of that name.
    pub fn download(name: &str, text: &str);
    /// Stops waiting for a text message.
    pub fn stop_receiving();
    /// Text as it is compared in a search: lower case, without accents.
    pub fn fold(text: &str) -> String;
    #[wasm_bindgen(js_name = options_of)]
    fn options_by_js(select: &Element) -> String;
    #[wasm_bindgen(js_name = move_focus)]
    fn move_focus_by_js(menu: &Element, step: i32);
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Tells style and tests that the page answers now.
pub fn mark_hydrated() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-hydrated", "true");
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Leaves for another page, loaded afresh from the server.
pub fn leave_for(path: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(path);
    }
}

/// Moves the keyboard to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the keyboard to the next (`1`) or previous (`-1`) item of a menu.
pub fn move_focus(menu: &str, step: i32) {
    if let Some(menu) = element(menu) {
        move_focus_by_js(&menu, step);
    }
}

/// Closes a pop-over.
pub fn close_popover(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.hide_popover();
    }
}

/// Marks the text of an input.
pub fn select_text(id: &str) {
    if let Some(input) = element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

/// What stands in an input or a select before the components do: the browser may have put it there, or the person.
pub fn restored_in(id: &str) -> Option<String> {
    let element = element(id)?;
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some(input.value()),
        None => element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value),
    }
}

/// What stands in an input or a select.
pub async fn value_of(id: &str) -> Option<String> {
    restored_in(id)
}

/// Whether a box is ticked.
pub async fn is_checked(id: &str) -> bool {
    element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// The options of a select, each as three lines: its value, its text, and the label of the group that it stands in.
pub fn options_of(id: &str) -> String {
    element(id)
        .filter(|element| element.is_instance_of::<HtmlSelectElement>())
        .map_or_else(String::new, |select| options_by_js(&select))
}

/// Writes into an input.
pub fn set_value(id: &str, value: &str) {
    if let Some(input) = element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(value);
    }
}

/// Sends a form as its button would.
pub fn submit(form: &str) {
    if let Some(form) = element(form).and_then(|element| element.dyn_into::<HtmlFormElement>().ok()) {
        let _ = form.request_submit();
    }
}

/// Scrolls as little as needed to show an element.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls a list so that one of its items stands in the middle of it; the page stays where it is.
pub fn centre(list: &str, item: &str) {
    let item = element(item).and_then(|item| item.dyn_into::<HtmlElement>().ok());
    if let (Some(list), Some(item)) = (element(list), item) {
        let above = (list.client_height() - item.offset_height()) / 2;
        list.set_scroll_top(item.offset_top() - above);
    }
}

/// Milliseconds since 1970, by the browser's clock: good for differences only.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Posts JSON, or nothing, to the server: HTTP status and text of the answer; `None`: there was no answer.
pub async fn post(path: &str, body: Option<String>) -> Option<(u16, String)> {
    let answer = js_sys::Array::from(&post_by_js(path, body).await.ok()?);
    Some((answer.get(0).as_f64()? as u16, answer.get(1).as_string()?))
}

/// Has an authenticator make a passkey: `PublicKeyCredentialCreationOptionsJSON` in, the credential as JSON out.
pub async fn create_passkey(options: &str) -> Result<String, PasskeyFailure> {
    passkey("create", options).await
}

/// Has an authenticator sign with a passkey: `PublicKeyCredentialRequestOptionsJSON` in, the credential as JSON out.
pub async fn get_passkey(options: &str) -> Result<String, PasskeyFailure> {
    passkey("get", options).await
}

async fn passkey(verb: &str, options: &str) -> Result<String, PasskeyFailure> {
    let named = |value: JsValue| PasskeyFailure::named(&value.as_string().unwrap_or_default());
    passkey_by_js(verb, options).await.map_err(named)?.as_string().ok_or(PasskeyFailure::Failed)
}

/// Puts text on the clipboard; whether that worked.
pub async fn copy(text: &str) -> bool {
    copy_by_js(text).await.is_truthy()
}

/// Waits until the window is looked at again, after something else was.
pub async fn return_of_reader() {
    return_of_reader_by_js().await;
}

/// Waits for a text message that carries a code for this site (WebOTP), where the browser offers that.
pub async fn receive_code() -> Option<String> {
    receive_code_by_js().await.as_string()
}
