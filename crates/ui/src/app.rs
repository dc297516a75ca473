//! The root of every page, and what it hands down to them.

use crate::api::session::page;
use crate::components::failure::Failure;
use crate::components::load::use_loaded;
use crate::platform;
use crate::route::Route;
use crate::words::Words;
use dioxus::prelude::*;
use perfil_models::view::{Flash, Outcome, Page, Who};
use perfil_models::{Explain, Field};
use std::cell::RefCell;
use std::rc::Rc;

/// What every page can ask for by [`frame`].
#[derive(Clone)]
pub struct Frame {
    /// The page's frame as the server sent it.
    pub page: Rc<Page>,
    /// Who is signed in; a new display name is written here too.
    pub who: Signal<Option<Who>>,
    /// Whether the browser has taken over; `false` in the server's rendering and in the first one of the browser.
    pub hydrated: Signal<bool>,
    flash: Rc<RefCell<Option<Flash>>>,
}

/// The frame of the page, from any component below the root.
pub fn frame() -> Frame {
    consume_context()
}

impl Frame {
    /// Takes the result of a form that was posted without script, if it is one of those asked for: it is shown once.
    pub fn take_flash(&self, wanted: impl FnOnce(&Flash) -> bool) -> Option<Flash> {
        let mut slot = self.flash.borrow_mut();
        if slot.as_ref().is_some_and(wanted) { slot.take() } else { None }
    }

    /// Leaves a result for the form `form` of the next page, and the address that it begins with.
    pub fn leave_flash(&self, form: &str, outcome: Outcome, email: &str) {
        let typed = vec![(Field::Email.name().to_owned(), email.to_owned())];
        let flash = Flash { form: form.to_owned(), outcome, typed, is_over: true };
        *self.flash.borrow_mut() = Some(flash);
    }

    /// Asks the server who is signed in now: what was done may have ended a session or changed an address.
    pub async fn ask_who(mut self) {
        if let Ok(page) = page().await {
            self.who.set(page.who);
        }
    }
}

/// The root: loads the page's frame once, then shows what the address asks for.
#[component]
pub fn App() -> Element {
    match use_loaded::<Page>()?.answer() {
        Ok(page) => rsx! { Framed { page } },
        Err(error) => rsx! { Unframed { status: error.status(), id: error.sentence().id } },
    }
}

#[component]
fn Framed(page: Page) -> Element {
    use_hook(|| {
        let page = Rc::new(page);
        provide_context(Words::new(page.clone()));
        let flash = Rc::new(RefCell::new(page.flash.clone()));
        let who = Signal::new(page.who.clone());
        provide_context(Frame { page, who, hydrated: Signal::new(false), flash });
    });
    use_effect(|| {
        frame().hydrated.set(true);
        platform::mark_hydrated();
    });
    rsx! { Router::<Route> {} }
}

/// Without a frame there are no messages either: the sentence's id stands for it, and the status tells the web layer.
#[component]
fn Unframed(status: u16, id: String) -> Element {
    use_hook(|| provide_context(Words::new(Rc::default())));
    rsx! {
        main { class: "narrow",
            Failure { status, sentence: perfil_models::Sentence::new(&id) }
        }
    }
}
