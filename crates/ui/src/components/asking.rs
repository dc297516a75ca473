//! Asking the server for something else while what was shown before stays.

use super::load::{Content, Loadable, Loading};
use dioxus::prelude::*;
use perfil_models::Explain;
use perfil_models::view::Outcome;

/// What is on its way to a page.
#[derive(Clone, Copy, PartialEq)]
pub struct Asking {
    /// Whether something is.
    pub busy: Signal<bool>,
    /// Why it did not come.
    pub failure: Signal<Option<Outcome>>,
    /// The number of the last question: answers to earlier ones are late.
    turn: CopyValue<u32>,
}

impl Asking {
    /// Nothing is on its way.
    pub fn begin() -> Self {
        Self { busy: Signal::new(false), failure: Signal::new(None), turn: CopyValue::new(0) }
    }

    /// Asks by `call`; the answer is handed on, unless something else was asked for since.
    pub fn ask<T: Loadable>(self, call: Loading, then: impl FnOnce(T) + 'static) {
        self.wait_for(
            call,
            Box::new(move |content| {
                if let Some(fresh) = T::pick(content) {
                    then(fresh.clone());
                }
            }),
        );
    }

    fn wait_for(mut self, call: Loading, then: Box<dyn FnOnce(&Content)>) {
        let turn = self.turn.cloned() + 1;
        self.turn.set(turn);
        self.busy.set(true);
        self.failure.set(None);
        spawn(async move {
            let answer = call.await;
            if self.turn.cloned() != turn {
                return;
            }
            self.busy.set(false);
            match answer {
                Ok(content) => then(&content),
                Err(error) => self.failure.set(Some(Outcome::Refused(error.sentence(), None))),
            }
        });
    }
}
