//! The menu of the window, with its shortcuts.

use crate::words::Words;
use dioxus::desktop::muda::accelerator::Accelerator;
use dioxus::desktop::muda::{AboutMetadata, Menu, MenuItem, PredefinedMenuItem, Submenu};

/// What somebody chose in the menu.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Choice {
    /// Another server.
    SwitchServer,
    /// The page once more.
    Reload,
    /// The page at this path.
    Open(String),
    /// Everything larger (`1`), smaller (`-1`), or as it was (`0`).
    Zoom(i32),
    /// The end.
    Quit,
}

const SWITCH: &str = "switch";
const RELOAD: &str = "reload";
const ZOOM_IN: &str = "zoom-in";
const ZOOM_OUT: &str = "zoom-out";
const ZOOM_RESET: &str = "zoom-reset";
const QUIT: &str = "quit";

/// The pages in the menu: the message, the path, the shortcut.
const PAGES: [(&str, &str, &str); 10] = [
    ("desktop-page-user", "/settings/user", "Ctrl+1"),
    ("desktop-page-password", "/settings/password", "Ctrl+2"),
    ("desktop-page-two-step", "/settings/two-step", "Ctrl+3"),
    ("desktop-page-email", "/settings/email", "Ctrl+4"),
    ("desktop-page-phone", "/settings/phone", "Ctrl+5"),
    ("desktop-page-region", "/settings/region", "Ctrl+6"),
    ("desktop-page-notifications", "/settings/notifications", "Ctrl+7"),
    ("desktop-page-activity", "/settings/activity", "Ctrl+8"),
    ("desktop-page-privacy", "/settings/privacy", "Ctrl+9"),
    ("desktop-page-organization", "/organization", "Ctrl+0"),
];

/// What the item of that id means.
pub(crate) fn choice(id: &str) -> Option<Choice> {
    Some(match id {
        SWITCH => Choice::SwitchServer,
        RELOAD => Choice::Reload,
        ZOOM_IN => Choice::Zoom(1),
        ZOOM_OUT => Choice::Zoom(-1),
        ZOOM_RESET => Choice::Zoom(0),
        QUIT => Choice::Quit,
        path => Choice::Open(PAGES.iter().find(|(_, other, _)| *other == path)?.1.to_owned()),
    })
}

/// The menu in those words.
pub(crate) fn menu(words: &Words) -> Menu {
    let item = |id: &str, message: &str, shortcut: &str| {
        MenuItem::with_id(id, words.say(message), true, shortcut.parse::<Accelerator>().ok())
    };
    let about = AboutMetadata {
        name: Some("Perfil".to_owned()),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        ..AboutMetadata::default()
    };
    let line = PredefinedMenuItem::separator;
    let server = Submenu::new(words.say("desktop-menu-server"), true);
    let edit = Submenu::new(words.say("desktop-menu-edit"), true);
    let view = Submenu::new(words.say("desktop-menu-view"), true);
    let settings = Submenu::new(words.say("desktop-menu-settings"), true);
    let help = Submenu::new(words.say("desktop-menu-help"), true);
    let filled = server
        .append_items(&[
            &item(SWITCH, "desktop-switch-server", "Ctrl+L"),
            &line(),
            &item(QUIT, "desktop-quit", "Ctrl+Q"),
        ])
        .and_then(|()| {
            edit.append_items(&[
                &PredefinedMenuItem::cut(Some(&words.say("desktop-cut"))),
                &PredefinedMenuItem::copy(Some(&words.say("desktop-copy"))),
                &PredefinedMenuItem::paste(Some(&words.say("desktop-paste"))),
                &line(),
                &PredefinedMenuItem::select_all(Some(&words.say("desktop-select-all"))),
            ])
        })
        .and_then(|()| {
            view.append_items(&[
                &item(RELOAD, "desktop-reload", "Ctrl+R"),
                &line(),
                &item(ZOOM_IN, "desktop-zoom-in", "Ctrl+="),
                &item(ZOOM_OUT, "desktop-zoom-out", "Ctrl+-"),
                &item(ZOOM_RESET, "desktop-zoom-reset", ""),
            ])
        })
        .and_then(|()| PAGES.iter().try_for_each(|(message, path, keys)| settings.append(&item(path, message, keys))))
        .and_then(|()| help.append(&PredefinedMenuItem::about(Some(&words.say("desktop-about")), Some(about))));
    let menu = Menu::new();
    if let Err(why) = filled.and_then(|()| menu.append_items(&[&server, &edit, &view, &settings, &help])) {
        tracing::warn!("the menu is not complete: {why}");
    }
    menu
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_menu_is_one() {
        for (message, path, keys) in PAGES {
            assert!(perfil_ui::is_page(path), "{message}");
            assert!(keys.parse::<Accelerator>().is_ok(), "{keys}");
            assert_eq!(choice(path), Some(Choice::Open(path.to_owned())));
        }
        assert_eq!(choice("anything"), None);
    }

    #[test]
    fn every_shortcut_can_be_read() {
        for keys in ["Ctrl+L", "Ctrl+Q", "Ctrl+R", "Ctrl+=", "Ctrl+-"] {
            assert!(keys.parse::<Accelerator>().is_ok(), "{keys}");
        }
    }
}
