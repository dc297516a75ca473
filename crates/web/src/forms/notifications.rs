//! *Notifications*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::request::{
    ChangeBillingNotifications, ChangeContactNotifications, ChangeOrganizationNotifications, ChangeQuietHours,
};
use perfil_models::{AccessError, Channel};

/// Chooses how to be told about imports of contacts.
pub async fn change_contacts(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeContactNotifications {
        email: fields.is_ticked("email"),
        sms: fields.is_ticked("sms"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_contact_notifications(session, visit.client(), &form).await.map_err(refuse)?;
    Ok(Done::saying("done-contact-notifications"))
}

/// Chooses how to be told about requests for roles.
pub async fn change_organization(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeOrganizationNotifications {
        email: fields.is_ticked("email"),
        sms: fields.is_ticked("sms"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_organization_notifications(session, visit.client(), &form).await.map_err(refuse)?;
    Ok(Done::saying("done-organization-notifications"))
}

/// Chooses how to be told about money, and the balance below which an alert is sent.
pub async fn change_billing(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeBillingNotifications {
        payments_email: fields.is_ticked("payments_email"),
        payments_sms: fields.is_ticked("payments_sms"),
        invoices_email: fields.is_ticked("invoices_email"),
        invoices_sms: fields.is_ticked("invoices_sms"),
        low_credit_email: fields.is_ticked("low_credit_email"),
        low_credit_sms: fields.is_ticked("low_credit_sms"),
        minimum: fields.text("minimum"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_billing_notifications(session, visit.client(), &form).await.map_err(refuse)?;
    Ok(Done::saying("done-billing-notifications"))
}

/// Chooses the hours in which text messages wait.
pub async fn change_quiet_hours(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeQuietHours {
        from: fields.text("from"),
        until: fields.text("until"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_quiet_hours(session, visit.client(), &form).await.map_err(refuse)?;
    Ok(Done::saying("done-quiet-hours"))
}

/// Sends the low-credit alert now.
pub async fn alert_now(visit: &Visit) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().alert_now(session).await.map_err(refuse)?;
    Ok(Done::saying("done-alert-now"))
}

/// Sends a test message.
pub async fn send_test(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let channel = Channel::from_word(&fields.text("channel")).ok_or_else(|| refuse(AccessError::BadRequest))?;
    visit.accounts().send_test(session, visit.client(), channel).await.map_err(refuse)?;
    Ok(Done::saying("done-send-test"))
}
