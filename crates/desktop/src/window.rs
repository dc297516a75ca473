//! The window: where it stands, what it is called, and that it ends as it was.

use crate::app::Root;
use crate::start::Start;
use crate::window_state::{SMALLEST, Screen, WindowState};
use crate::{index, menu};
use dioxus::desktop::tao::event::Event;
use dioxus::desktop::tao::monitor::MonitorHandle;
use dioxus::desktop::tao::window::{Theme, Window};
use dioxus::desktop::{
    Config, LogicalPosition, LogicalSize, WindowBuilder, WindowEvent, icon_from_memory, use_wry_event_handler, window,
};
use dioxus::prelude::*;
use gtk::TextDirection;
use perfil_models::Direction;
use std::path::PathBuf;
use std::rc::Rc;

/// What the window is called before a page says more.
const TITLE: &str = "Perfil";

/// `assets/static/favicon.svg`, 128 pixels wide.
const ICON: &[u8] = include_bytes!("icon.png");

/// Without a graphics card WebKitGTK would compose its pages by a software OpenGL all the same: a third more memory, and
/// twice the time until the first page. To be called before any thread is started.
pub(crate) fn prepare() {
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_none() && !has_graphics_card() {
        // SAFETY: no other thread reads the environment yet.
        unsafe { std::env::set_var(SWITCH, "1") };
    }
}

fn has_graphics_card() -> bool {
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

/// Opens the window. Returns when it is closed.
pub(crate) fn show(start: Rc<Start>) {
    let state = WindowState::load(&start.folders.state);
    let builder = WindowBuilder::new()
        .with_title(TITLE)
        .with_inner_size(LogicalSize::new(state.width, state.height))
        .with_min_inner_size(LogicalSize::new(SMALLEST.0, SMALLEST.1))
        .with_maximized(state.maximized)
        .with_window_icon(icon_from_memory(ICON).ok());
    let direction = match start.words.language().direction() {
        Direction::Ltr => TextDirection::Ltr,
        Direction::Rtl => TextDirection::Rtl,
    };
    let config = Config::new()
        .with_window(builder)
        .with_on_window(move |window, _| {
            // GTK would go by its own translation, which may not be installed.
            gtk::Widget::set_default_direction(direction);
            stand(&window, &state);
        })
        .with_menu(menu::menu(&start.words))
        .with_data_directory(start.folders.cache.join("webkit"))
        .with_custom_index(index::document(start.words.language()));
    let mut dom = VirtualDom::new(Root);
    dom.insert_any_root_context(Box::new(start.http.clone()));
    dom.insert_any_root_context(Box::new(start.words.clone()));
    dom.insert_any_root_context(Box::new(start));
    dioxus::desktop::launch::launch_virtual_dom(dom, config);
}

/// Keeps size and place when the window is closed.
pub(crate) fn use_remembered(folder: PathBuf) {
    let mut now = use_hook(|| CopyValue::new(WindowState::load(&folder)));
    use_wry_event_handler(move |event, _| {
        let Event::WindowEvent { event, .. } = event else { return };
        match event {
            WindowEvent::Resized(_) | WindowEvent::Moved(_) => {
                let stands = stands(&now.peek());
                now.set(stands);
            }
            WindowEvent::CloseRequested => {
                if let Err(why) = now.peek().store(&folder) {
                    tracing::warn!("the window's place is not kept: {why}");
                }
            }
            _ => {}
        }
    });
}

/// Puts the window where it was, as far as the screens there are allow that.
fn stand(window: &Window, state: &WindowState) {
    let state = state.fitted(&window.available_monitors().map(|monitor| screen(&monitor)).collect::<Vec<_>>());
    window.set_inner_size(LogicalSize::new(state.width, state.height));
    if let Some((x, y)) = state.place {
        window.set_outer_position(LogicalPosition::new(x, y));
    }
}

fn screen(monitor: &MonitorHandle) -> Screen {
    let scale = monitor.scale_factor();
    let place = monitor.position().to_logical::<i32>(scale);
    let size = monitor.size().to_logical::<u32>(scale);
    Screen { x: place.x, y: place.y, width: size.width, height: size.height }
}

/// How the window stands; while it fills the screen, the size that it had before is kept.
fn stands(before: &WindowState) -> WindowState {
    let window = window();
    if window.is_maximized() {
        return WindowState { maximized: true, ..before.clone() };
    }
    let scale = window.scale_factor();
    let size = window.inner_size().to_logical::<u32>(scale);
    let place = window.outer_position().ok().map(|place| place.to_logical::<i32>(scale));
    let place = place.map(|place| (place.x, place.y));
    WindowState { width: size.width, height: size.height, place, maximized: false }
}

/// Brings the window before the others.
pub(crate) fn raise() {
    let window = window();
    window.set_minimized(false);
    window.set_visible(true);
    window.set_focus();
}

/// Calls the window what it is called where no page says more.
pub(crate) fn set_title() {
    window().set_title(TITLE);
}

/// Ends the app as its window's own button would.
pub(crate) fn close() {
    window().close();
}

/// Shows everything larger or smaller; 1 is the usual size.
pub(crate) fn zoom(factor: f64) {
    if let Err(why) = window().webview.zoom(factor) {
        tracing::warn!("the size stays: {why}");
    }
}

/// Makes the window light or dark; `None`: as GTK's settings say.
pub(crate) fn set_theme(theme: Option<Theme>) {
    window().set_theme(theme);
}
