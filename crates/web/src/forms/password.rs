//! *Change password*, and a forgotten one.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::request::{ChangePassword, ForgotPassword};

/// Changes the password.
pub async fn change_password(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangePassword {
        current: fields.secret("current"),
        new: fields.secret("new"),
        repeat: fields.secret("repeat"),
    };
    let issued = visit.accounts().change_password(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-change-password").keeping(issued))
}

/// Asks for a link to choose a new password.
pub async fn forgot_password(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = ForgotPassword { email: fields.text("email") };
    visit.accounts().forgot_password(visit.client(), form).await.map_err(refuse)?;
    Ok(Done { typed: fields.typed_again(), ..Done::saying("done-forgot-password") })
}
