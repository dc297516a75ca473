//! Where there is no browser.

use super::PasskeyFailure;

/// Nothing to mark.
pub fn mark_hydrated() {}

/// The web layer writes the title.
pub fn set_title(_title: &str) {}

/// Nowhere to go.
pub fn leave_for(_path: &str) {}

/// No keyboard.
pub fn focus(_id: &str) {}

/// No keyboard.
pub fn move_focus(_menu: &str, _step: i32) {}

/// Nothing open.
pub fn close_popover(_id: &str) {}

/// Nothing to mark.
pub fn select_text(_id: &str) {}

/// No inputs.
pub fn restored_in(_id: &str) -> Option<String> {
    None
}

/// No inputs.
pub async fn value_of(_id: &str) -> Option<String> {
    None
}

/// Nothing to tick.
pub async fn is_checked(_id: &str) -> bool {
    false
}

/// No lists.
pub fn options_of(_id: &str) -> String {
    String::new()
}

/// No inputs.
pub fn set_value(_id: &str, _value: &str) {}

/// Nothing to send.
pub fn submit(_form: &str) {}

/// Nothing to scroll.
pub fn reveal(_id: &str) {}

/// Nothing to scroll.
pub fn centre(_list: &str, _item: &str) {}

/// No clock: rendering must not depend on one.
pub fn now() -> f64 {
    0.0
}

/// Never ends: the server's rendering waits for nothing.
pub async fn sleep(_milliseconds: u32) {
    std::future::pending().await
}

/// Nobody to ask.
#[cfg(not(feature = "server"))]
pub async fn post(_path: &str, _body: Option<String>) -> Option<(u16, String)> {
    None
}

/// No authenticator.
pub async fn create_passkey(_options: &str) -> Result<String, PasskeyFailure> {
    Err(PasskeyFailure::named("NotSupportedError"))
}

/// No authenticator.
pub async fn get_passkey(_options: &str) -> Result<String, PasskeyFailure> {
    Err(PasskeyFailure::named("NotSupportedError"))
}

/// No clipboard.
pub async fn copy(_text: &str) -> bool {
    false
}

/// Nothing to hand out.
pub fn download(_name: &str, _text: &str) {}

/// Nobody comes or goes.
pub async fn return_of_reader() {
    std::future::pending().await
}

/// No text messages.
pub async fn receive_code() -> Option<String> {
    None
}

/// Nothing is waiting.
pub fn stop_receiving() {}

/// Text as it is compared in a search.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
