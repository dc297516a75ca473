//! The document that the window loads: the pages' style and what the components ask of the window. Everything else in it
//! comes from the components.

use perfil_models::Language;
use perfil_ui::desktop::SCRIPT;

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));
const WINDOW_STYLE: &str = include_str!("window.css");

/// The document, until the first page says otherwise in `language`. WebKitGTK knows no passkeys.
pub(crate) fn document(language: Language) -> String {
    let direction = language.direction().as_str();
    format!(
        "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\" data-passkeys=\"unknown\"><head>\
         <meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">\
         <style>{STYLE}{WINDOW_STYLE}</style><script>{SCRIPT}</script></head><body><div id=\"main\"></div></body></html>"
    )
}
