//! *Change phone number*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::request::{ChangePhone, RemovePhone, ValidatePhone};

/// Asks for a code to a new number.
pub async fn change_phone(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangePhone {
        country: fields.text("country"),
        number: fields.text("number"),
        password: fields.secret("password"),
    };
    let issued = visit.accounts().change_phone(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-change-phone").keeping(issued))
}

/// Sends the code again.
pub async fn resend_phone_code(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().resend_phone_code(session, visit.client(), fields.pending()).await.map_err(refuse)?;
    Ok(Done::saying("done-resend-phone-code"))
}

/// Gives a change up; the form begins with its number.
pub async fn cancel_phone_change(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let cancelled = visit.accounts().cancel_phone_change(session, visit.client(), fields.pending()).await;
    let number = cancelled.map_err(refuse)?;
    let typed = number
        .map(|number| vec![("country".to_owned(), number.country.to_string()), ("number".to_owned(), number.display)]);
    Ok(Done { typed: typed.unwrap_or_default(), ..Done::saying("done-cancel-phone-change") })
}

/// Checks the code.
pub async fn validate_phone(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ValidatePhone {
        change: fields.pending().change,
        code: fields.secret("code"),
        password: fields.secret("password"),
    };
    let issued = visit.accounts().validate_phone(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-validate-phone").keeping(issued))
}

/// Removes the number.
pub async fn remove_phone(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = RemovePhone { password: fields.secret("password") };
    let issued = visit.accounts().remove_phone(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-remove-phone").keeping(issued))
}
