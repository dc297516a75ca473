//! *Two-step sign-in*. Passkeys are not here: without script no browser asks for one.

use super::{Done, Fields, Refused, refuse};
use crate::factors::with_codes;
use crate::visit::Visit;
use perfil_models::FactorId;
use perfil_models::request::{AddApp, CancelApp, ConfirmApp, MakeRecoveryCodes, RemoveFactor};

/// Makes the secret of a new app.
pub async fn add_app(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = AddApp { name: fields.text("name"), password: fields.secret("password") };
    visit.add_app(form).await.map_err(refuse)?;
    Ok(Done::saying("done-add-app"))
}

/// Takes an app into use.
pub async fn confirm_app(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = ConfirmApp { factor: factor(fields), code: fields.secret("code") };
    let changed = visit.confirm_app(form).await.map_err(refuse)?;
    Ok(match changed.recovery_codes {
        Some(codes) => Done::telling(with_codes("done-recovery-codes-first", &codes)),
        None => Done::saying("done-confirm-app"),
    })
}

/// Gives up adding an app.
pub async fn cancel_app(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    visit.cancel_app(CancelApp { factor: factor(fields) }).await.map_err(refuse)?;
    Ok(Done::saying("done-cancel-app"))
}

/// Removes an app or a passkey.
pub async fn remove_factor(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = RemoveFactor { factor: factor(fields), password: fields.secret("password") };
    visit.remove_factor(form).await.map_err(refuse)?;
    Ok(Done::saying("done-remove-factor"))
}

/// Makes new recovery codes.
pub async fn make_recovery_codes(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = MakeRecoveryCodes { password: fields.secret("password") };
    let changed = visit.make_recovery_codes(form).await.map_err(refuse)?;
    Ok(Done::telling(with_codes("done-recovery-codes-new", &changed.recovery_codes.unwrap_or_default())))
}

fn factor(fields: &Fields) -> FactorId {
    FactorId::new(fields.text("factor"))
}
