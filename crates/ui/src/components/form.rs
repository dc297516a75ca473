//! Forms that work with and without script.
//!
//! Without it the browser posts to `/forms/NAME`; the server answers by sending the browser back to the page, which then
//! carries a flash. With it the same inputs go to a server function. Both end in one [`Outcome`], shown in one way.
//!
//! To add a form: [`use_form`], an [`ActionForm`] with fields of [`super::field`] and a [`SubmitButton`], and a
//! [`super::notice::Notice`] for what belongs to no field.

use crate::api::Refusal;
use crate::app::frame;
use crate::platform;
use dioxus::html::FormValue;
use dioxus::prelude::*;
use perfil_models::view::{Flash, Outcome};
use perfil_models::{Explain, Field, Secret, Sentence};
use std::future::Future;

/// A form's state.
#[derive(Clone, Copy, PartialEq)]
pub struct Form {
    /// The last part of the action.
    pub name: &'static str,
    /// How it went; `None` before and while it is sent.
    pub outcome: Signal<Option<Outcome>>,
    /// Whether it is being sent.
    pub busy: Signal<bool>,
    id: CopyValue<String>,
    typed: CopyValue<Vec<(String, String)>>,
    /// Whether it begins with what was refused: then a box that was not sent was not ticked.
    was_refused: bool,
}

/// The state of the form `name`, starting with the result of having posted it without script, if that just happened.
pub fn use_form(name: &'static str) -> Form {
    use_hook(|| Form::begin(name, name.to_owned(), |flash| flash.form == name))
}

/// Like [`use_form`], for one of several forms `name`: its hidden input `field` says which thing it is about.
pub fn use_form_about(name: &'static str, field: &str, thing: &str) -> Form {
    let is_about = |flash: &Flash| flash.typed.iter().any(|(other, text)| other == field && text == thing);
    use_hook(|| Form::begin(name, format!("{name}-{thing}"), |flash| flash.form == name && is_about(flash)))
}

/// Like [`use_form`], for a form whose result is shown together with that of others.
pub fn use_form_reporting_to(name: &'static str, mut outcome: Signal<Option<Outcome>>) -> Form {
    let mut form = use_form(name);
    use_hook(|| {
        let own = form.outcome.peek().clone();
        if own.is_some() {
            outcome.set(own);
        }
    });
    form.outcome = outcome;
    form
}

impl Form {
    fn begin(name: &'static str, id: String, is_own: impl FnOnce(&Flash) -> bool) -> Self {
        let flash = frame().take_flash(is_own);
        let (outcome, typed) = flash.map(|flash| (Some(flash.outcome), flash.typed)).unwrap_or_default();
        let was_refused = matches!(outcome, Some(Outcome::Refused(..)));
        let (id, typed) = (CopyValue::new(id), CopyValue::new(typed));
        Self { name, outcome: Signal::new(outcome), busy: Signal::new(false), id, typed, was_refused }
    }

    /// The id of the form.
    pub fn id(&self) -> String {
        self.id.cloned()
    }

    /// The id of the input of that name.
    pub fn id_of(&self, name: &str) -> String {
        format!("{}-{name}", self.id.read())
    }

    /// What was typed into the field when the form was posted without script.
    pub fn typed(&self, name: &str) -> Option<String> {
        self.typed.read().iter().find(|(other, _)| other == name).map(|(_, text)| text.clone())
    }

    /// Whether the box was ticked when the form was refused without script; without such a refusal, as `saved`.
    pub fn ticked(&self, name: &str, saved: bool) -> bool {
        if self.was_refused { self.typed(name).is_some() } else { saved }
    }

    /// What is wrong with the field.
    pub fn error_at(&self, field: Field) -> Option<Sentence> {
        match &*self.outcome.read() {
            Some(Outcome::Refused(sentence, Some(at))) if *at == field => Some(sentence.clone()),
            _ => None,
        }
    }

    /// Says what was done.
    pub fn done(mut self, id: &str) {
        self.outcome.set(Some(Outcome::Done(Sentence::new(id))));
    }

    /// Empties fields that must not keep what was typed.
    pub fn clear(&self, fields: &[Field]) {
        for field in fields {
            platform::set_value(&self.id_of(field.name()), "");
        }
    }

    /// Sends the form by a server function, once at a time. A refusal is shown; then the answer is handed on.
    pub fn send<T, E>(
        self,
        call: impl Future<Output = Result<T, Refusal<E>>> + 'static,
        then: impl FnOnce(Result<T, E>) + 'static,
    ) where
        E: Explain + 'static,
    {
        if *self.busy.peek() {
            return;
        }
        self.wait();
        spawn(async move {
            let answer = call.await.map_err(|Refusal(error)| error);
            self.hear(answer.as_ref().err().map(|error| error as &dyn Explain));
            then(answer);
        });
    }

    fn wait(mut self) {
        self.busy.set(true);
        self.outcome.set(None);
    }

    fn hear(mut self, refusal: Option<&dyn Explain>) {
        self.busy.set(false);
        if let Some(error) = refusal {
            self.outcome.set(Some(Outcome::Refused(error.sentence(), error.field())));
        }
    }
}

/// What a form holds when it is sent.
pub struct Typed(Vec<(String, FormValue)>);

impl Typed {
    /// What the form of that event holds.
    pub fn of(event: &FormEvent) -> Self {
        Self(event.values())
    }

    /// The text of the input `name`.
    pub fn text(&self, name: &str) -> String {
        let value = self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value);
        match value {
            Some(FormValue::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// Whether the box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// The password or code in a field.
    pub fn secret(&self, field: Field) -> Secret {
        Secret::new(self.text(field.name()))
    }
}

/// A form: posted without script, handed to `onsend` with it.
#[component]
pub fn ActionForm(
    form: Form,
    onsend: Callback<Typed>,
    #[props(default = "form")] class: &'static str,
    id: Option<String>,
    children: Element,
) -> Element {
    use_effect(move || {
        if let Some(Outcome::Refused(_, Some(field))) = &*form.outcome.read() {
            platform::focus(&form.id_of(field.name()));
        }
    });
    rsx! {
        form {
            id: id.unwrap_or_else(|| form.id()),
            class,
            method: "post",
            action: "/forms/{form.name}",
            novalidate: true,
            onsubmit: move |event: FormEvent| {
                event.prevent_default();
                onsend.call(Typed::of(&event));
            },
            Hidden { name: "form_token", value: frame().page.form_token.clone() }
            {children}
        }
    }
}

/// A value that travels with a form unseen.
#[component]
pub fn Hidden(name: &'static str, value: String) -> Element {
    rsx! {
        input { r#type: "hidden", name, value }
    }
}

/// How much a button asks for attention.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Weight {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Something else that may be done.
    Secondary,
    /// Looks like a link.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Weight {
    /// The classes of such a button.
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// The button that sends its form. While that runs it is busy, and `disabled` locks it altogether.
#[component]
pub fn SubmitButton(
    form: Form,
    #[props(default)] weight: Weight,
    #[props(default)] disabled: bool,
    children: Element,
) -> Element {
    let busy = (form.busy)();
    rsx! {
        button {
            r#type: "submit",
            class: weight.class(),
            disabled,
            aria_disabled: busy.then_some("true"),
            onclick: move |event: MouseEvent| {
                if *form.busy.peek() {
                    event.prevent_default();
                }
            },
            if busy {
                span { class: "spinner", aria_hidden: "true" }
            }
            span { class: "button-label", {children} }
        }
    }
}
