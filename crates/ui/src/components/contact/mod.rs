//! What the pages of the email address and of the phone number have in common: a change that waits, giving it up,
//! sending its link or code again, and contacts that stay as they are for a while.

mod frozen;
mod pending;
mod waiting;

pub use frozen::UnlessFrozen;
pub use pending::PendingChanges;
pub use waiting::{GiveUp, Resend, TimeLeftOf};

use super::account::SharedAccount;
use super::form::Form;
use crate::api::Refusal;
use crate::api::{email, phone};
use crate::app::frame;
use crate::platform;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::error::{EmailError, PhoneError};
use perfil_models::request::PendingChange;
use perfil_models::view::{Account, Dependent, Outcome, PendingEmail, PendingPhone};
use perfil_models::{AccessError, ChangeId, CountryCode, Explain, Field, Sentence};
use std::future::Future;
use std::pin::Pin;

/// Which contact.
#[derive(Clone, Copy, PartialEq)]
pub enum Contact {
    /// The email address.
    Email,
    /// The phone number.
    Phone,
}

/// A server function at work on a change that waits.
type Call = Pin<Box<dyn Future<Output = Result<Account, Refusal<ContactError>>>>>;

impl Contact {
    /// Whether a form of that name belongs to its page.
    fn owns(self, form: &str) -> bool {
        match self {
            Self::Email => matches!(form, "change-email" | "resend-email-link" | "cancel-email-change"),
            Self::Phone => matches!(
                form,
                "change-phone" | "resend-phone-code" | "cancel-phone-change" | "validate-phone" | "remove-phone"
            ),
        }
    }

    /// The name of the form that gives a change up.
    fn cancel_form(self) -> &'static str {
        match self {
            Self::Email => "cancel-email-change",
            Self::Phone => "cancel-phone-change",
        }
    }

    fn cancelled(self) -> &'static str {
        match self {
            Self::Email => "done-cancel-email-change",
            Self::Phone => "done-cancel-phone-change",
        }
    }

    fn cancel(self, change: ChangeId) -> Call {
        let request = PendingChange { change };
        match self {
            Self::Email => Box::pin(async { email::cancel_email_change(request).await.map_err(ContactError::email) }),
            Self::Phone => Box::pin(async { phone::cancel_phone_change(request).await.map_err(ContactError::phone) }),
        }
    }

    fn resend(self, change: ChangeId) -> Call {
        let request = PendingChange { change };
        match self {
            Self::Email => Box::pin(async { email::resend_email_link(request).await.map_err(ContactError::email) }),
            Self::Phone => Box::pin(async { phone::resend_phone_code(request).await.map_err(ContactError::phone) }),
        }
    }
}

/// A refusal of either kind of change.
enum ContactError {
    Email(EmailError),
    Phone(PhoneError),
}

impl ContactError {
    fn email(Refusal(error): Refusal<EmailError>) -> Refusal<Self> {
        Refusal(Self::Email(error))
    }

    fn phone(Refusal(error): Refusal<PhoneError>) -> Refusal<Self> {
        Refusal(Self::Phone(error))
    }

    fn inner(&self) -> &dyn Explain {
        match self {
            Self::Email(error) => error,
            Self::Phone(error) => error,
        }
    }
}

impl From<AccessError> for ContactError {
    fn from(cause: AccessError) -> Self {
        Self::Email(cause.into())
    }
}

impl Explain for ContactError {
    fn status(&self) -> u16 {
        self.inner().status()
    }

    fn sentence(&self) -> Sentence {
        self.inner().sentence()
    }

    fn field(&self) -> Option<Field> {
        self.inner().field()
    }

    fn ends_the_change(&self) -> bool {
        self.inner().ends_the_change()
    }
}

/// A change that waits for its link or its code.
#[derive(Clone, PartialEq)]
pub struct Waiting {
    /// Of what.
    pub contact: Contact,
    /// Which change.
    pub change: ChangeId,
    /// The new address, or the new number in international writing.
    pub to: String,
    /// The new number's country.
    pub country: Option<CountryCode>,
    /// Seconds until the link or code ends.
    pub expires_in: u32,
    /// Seconds until it may be sent again.
    pub resend_in: u32,
    /// How often it may still be sent again.
    pub resends_left: u32,
}

impl From<PendingEmail> for Waiting {
    fn from(pending: PendingEmail) -> Self {
        let PendingEmail { change, address, expires_in, resend_in, resends_left } = pending;
        Self { contact: Contact::Email, change, to: address, country: None, expires_in, resend_in, resends_left }
    }
}

impl From<PendingPhone> for Waiting {
    fn from(pending: PendingPhone) -> Self {
        let PendingPhone { change, display, country, expires_in, resend_in, resends_left, .. } = pending;
        Self { contact: Contact::Phone, change, to: display, country, expires_in, resend_in, resends_left }
    }
}

/// What the cards of a page share.
#[derive(Clone, Copy, PartialEq)]
pub struct ContactState {
    /// Where the result is shown.
    pub place: &'static str,
    /// What was done: a card that did it may be gone by then.
    pub result: Signal<Option<Outcome>>,
    /// The number or address that was wrong, to be put right in the form.
    pub wrong: Signal<Option<(Option<CountryCode>, String)>>,
}

impl ContactState {
    fn new(place: &'static str) -> Self {
        Self { place, result: Signal::new(None), wrong: Signal::new(None) }
    }

    /// Says what happened at the top of the page, and leads there.
    pub fn report(mut self, outcome: Outcome) {
        self.result.set(Some(outcome));
        platform::focus(self.place);
    }

    /// Says what was done.
    pub fn done(self, id: &str) {
        self.report(Outcome::Done(Sentence::new(id)));
    }

    /// After a refusal the card may be out of date, or about a change that is over.
    pub fn look_again(self, shared: SharedAccount, error: &dyn Explain) {
        if error.ends_the_change() {
            self.report(Outcome::Refused(error.sentence(), None));
        }
        shared.refresh();
    }
}

/// The state of the page of `contact`, for its cards to ask for, beginning with the result of a form posted without
/// script.
pub fn use_contact_state(contact: Contact, place: &'static str) -> ContactState {
    use_context_provider(|| {
        let flash = frame().take_flash(|flash| flash.is_over && contact.owns(&flash.form));
        let typed = |name: &str| {
            let typed = flash.as_ref()?.typed.iter().find(|(other, _)| other == name);
            typed.map(|(_, text)| text.clone())
        };
        let country = typed("country").and_then(|code| CountryCode::parse(&code).ok());
        let wrong = typed("number").or_else(|| typed("email")).map(|text| (country, text));
        ContactState { place, result: Signal::new(flash.map(|flash| flash.outcome)), wrong: Signal::new(wrong) }
    })
}

/// What was wrong, for the form that it is put right in; then the keyboard goes to its field.
pub fn use_correction(form: Form, field: Field) -> Option<(Option<CountryCode>, String)> {
    let mut state: ContactState = use_context();
    let came_by_script = use_hook(|| *frame().hydrated.peek());
    let wrong = use_hook(|| CopyValue::new(state.wrong.take()));
    use_effect(move || {
        if came_by_script && wrong.read().is_some() {
            platform::focus(&form.id_of(field.name()));
        }
    });
    wrong.cloned()
}

/// What will go to a new address or number, shown before it is saved.
#[component]
pub fn Dependents(lead: String, dependents: Vec<Dependent>) -> Element {
    rsx! {
        div { class: "hint dependents",
            p { "{lead}" }
            ul {
                for dependent in dependents {
                    li { {say(name_of(dependent))} }
                }
            }
        }
    }
}

fn name_of(dependent: Dependent) -> &'static str {
    match dependent {
        Dependent::SignIn => "dependent-sign-in",
        Dependent::PasswordReset => "dependent-password-reset",
        Dependent::SecurityNotices => "dependent-security-notices",
        Dependent::Notifications => "dependent-notifications",
    }
}
