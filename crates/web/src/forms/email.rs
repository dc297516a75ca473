//! *Change email*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::request::ChangeEmail;

/// Asks for a link to a new address.
pub async fn change_email(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeEmail { email: fields.text("email"), password: fields.secret("password") };
    let issued = visit.accounts().change_email(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-change-email").keeping(issued))
}

/// Sends the link again.
pub async fn resend_email_link(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().resend_email_link(session, visit.client(), fields.pending()).await.map_err(refuse)?;
    Ok(Done::saying("done-resend-email-link"))
}

/// Gives a change up; the form begins with its address.
pub async fn cancel_email_change(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let cancelled = visit.accounts().cancel_email_change(session, visit.client(), fields.pending()).await;
    let typed = vec![("email".to_owned(), cancelled.map_err(refuse)?)];
    Ok(Done { typed, ..Done::saying("done-cancel-email-change") })
}
