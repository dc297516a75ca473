//! The forms behind the links of mails and text messages. Nobody needs to be signed in.

use super::{Done, Fields, Refused, SIGN_IN, Shown, refuse};
use crate::visit::Visit;
use perfil_models::request::{Join, ResetPassword, UseLink};

/// Makes a new address the account's.
pub async fn confirm_email(visit: &Visit, fields: &Fields) -> Shown {
    let used = visit.accounts().confirm_email(visit.client(), link(fields)).await;
    shown("/confirm-email", fields, used.map(|()| Done::saying("done-confirm-email")).map_err(refuse))
}

/// Brings an address or a number back.
pub async fn undo(visit: &Visit, fields: &Fields) -> Shown {
    let used = visit.accounts().undo(visit.client(), link(fields)).await;
    visit.forget_if_ended().await;
    shown("/undo", fields, used.map(|undone| Done::saying(undone.message_id())).map_err(refuse))
}

/// Ends mails about a topic.
pub async fn unsubscribe(visit: &Visit, fields: &Fields) -> Shown {
    let used = visit.accounts().unsubscribe(visit.client(), &fields.text("token")).await;
    shown("/unsubscribe", fields, used.map(|()| Done::saying("done-unsubscribe")).map_err(refuse))
}

/// Sets a new password; the way on is to sign in with it.
pub async fn reset_password(visit: &Visit, fields: &Fields) -> Shown {
    let used = visit.accounts().set_forgotten_password(visit.client(), new_password(fields)).await;
    let path = match (&used, visit.forget_if_ended().await) {
        (Ok(()), false) => SIGN_IN,
        _ => "/reset-password",
    };
    shown(path, fields, used.map(|()| Done::saying("done-reset-password")).map_err(refuse))
}

/// Sets the first password; the way on is to sign in with it.
pub async fn accept_invitation(visit: &Visit, fields: &Fields) -> Shown {
    let accepted = visit.accounts().accept_invitation(visit.client(), new_password(fields)).await;
    let path = match (&accepted, visit.session()) {
        (Ok(_), Err(_)) => SIGN_IN,
        _ => "/welcome",
    };
    let done = |email| Done { typed: vec![("email".to_owned(), email)], ..Done::saying("done-welcome") };
    shown(path, fields, accepted.map(done).map_err(refuse))
}

/// Makes an account; the way on is to sign in.
pub async fn join(visit: &Visit, fields: &Fields) -> Shown {
    let form = Join {
        token: fields.secret("token"),
        display_name: fields.text("display_name"),
        new: fields.secret("new"),
        repeat: fields.secret("repeat"),
    };
    let joined = visit.accounts().join(visit.client(), form).await;
    let path = match (&joined, visit.session()) {
        (Ok(_), Err(_)) => SIGN_IN,
        _ => "/join",
    };
    let done = |email| Done { typed: vec![("email".to_owned(), email)], ..Done::saying("done-join") };
    shown(path, fields, joined.map(done).map_err(refuse))
}

fn new_password(fields: &Fields) -> ResetPassword {
    ResetPassword { token: fields.secret("token"), new: fields.secret("new"), repeat: fields.secret("repeat") }
}

fn link(fields: &Fields) -> UseLink {
    UseLink { token: fields.secret("token") }
}

/// The page of the link, which stays in the address only where it can be used again.
fn shown(path: &str, fields: &Fields, result: Result<Done, Refused>) -> Shown {
    let page = match &result {
        Err(refused) if !refused.is_over => {
            let query = serde_urlencoded::to_string([("t", fields.text("token"))]).unwrap_or_default();
            format!("{path}?{query}")
        }
        _ => path.to_owned(),
    };
    Shown { page, result }
}
