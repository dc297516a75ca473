//! Who is invited and has not answered yet.

use super::State;
use super::invite::InviteForm;
use crate::api::organization::{resend_invitation, revoke_invitation};
use crate::app::frame;
use crate::components::card::{Address, Card};
use crate::components::form::{ActionForm, Hidden, SubmitButton, Weight, use_form_reporting_to};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::request::OneInvitation;
use perfil_models::view::{Invitation, Outcome};
use perfil_models::{Explain, Sentence};

const RESULT: &str = "invitations-result";
const AGAIN: &str = "resend-invitation";
const REVOKE: &str = "revoke-invitation";

/// The card: inviting, and the invitations that wait.
#[component]
pub fn InvitationsCard() -> Element {
    let state: State = use_context();
    let outcome = use_hook(|| {
        let flash = frame().take_flash(|flash| [AGAIN, REVOKE].contains(&flash.form.as_str()));
        Signal::new(flash.map(|flash| flash.outcome))
    });
    let shown = state.shown.read();
    rsx! {
        Card { id: "invite-heading", title: say("invite-title"), lead: say("invite-lead"),
            InviteForm { roles: shown.invites_into.clone() }
            div { class: "waiting-invitations",
                h3 { id: "invitations-heading", {say("invitations-title")} }
                Notice { outcome, id: RESULT }
                if shown.invitations.is_empty() {
                    p { class: "muted", {say("invitations-empty")} }
                } else {
                    ul { class: "entries", aria_labelledby: "invitations-heading",
                        for invitation in shown.invitations.iter() {
                            InvitationEntry { key: "{invitation.id}", invitation: invitation.clone(), outcome }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn InvitationEntry(invitation: Invitation, outcome: Signal<Option<Outcome>>) -> Element {
    let until = if invitation.has_expired { "invitation-expired" } else { "invitation-until" };
    rsx! {
        li { class: "entry",
            Icon { shape: Shape::Mail }
            div { class: "entry-text",
                p { class: "entry-title",
                    Address { text: invitation.email.clone() }
                    span { class: "badge", {role_name(invitation.role)} }
                    if invitation.has_expired {
                        span { class: "badge badge-waiting", {say("invitation-expired-badge")} }
                    }
                }
                ul { class: "entry-facts in-columns",
                    li { {say_with("invitation-by", &[("name", &invitation.inviter)])} }
                    li { {say_with(until, &[("when", &invitation.expires)])} }
                }
            }
            if invitation.may_manage {
                div { class: "entry-action inline-forms",
                    OneButton { invitation: invitation.clone(), outcome, form: AGAIN }
                    OneButton { invitation, outcome, form: REVOKE }
                }
            }
        }
    }
}

/// The button that sends an invitation again, or revokes it.
#[component]
fn OneButton(invitation: Invitation, outcome: Signal<Option<Outcome>>, form: &'static str) -> Element {
    let state: State = use_context();
    let (label, done) = match form {
        AGAIN => ("invitation-again", "done-resend-invitation"),
        _ => ("invitation-revoke", "done-revoke-invitation"),
    };
    let mut outcome = outcome;
    let form = use_form_reporting_to(form, outcome);
    let Invitation { id, email, .. } = invitation;
    let invitation = id.to_string();
    let send = move |_| {
        let request = OneInvitation { invitation: id.clone() };
        let call = async move {
            if form.name == AGAIN { resend_invitation(request).await } else { revoke_invitation(request).await }
        };
        form.send(call, move |answer| {
            if answer.is_ok() {
                outcome.set(Some(Outcome::Done(Sentence::new(done))));
            }
            if answer.map_or_else(|error| error.ends_the_change(), |()| true) {
                platform::focus(RESULT);
                state.look_again(state.shown.peek().search.clone());
            }
        });
    };
    rsx! {
        ActionForm { form, id: format!("{}-{invitation}", form.name), class: "inline-form", onsend: send,
            Hidden { name: "invitation", value: invitation }
            SubmitButton { form, weight: Weight::Secondary,
                {say(label)}
                span { class: "visually-hidden", ": {email}" }
            }
        }
    }
}
