//! Asking the Owner for another role.

use super::organization::role;
use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::RoleRequestId;
use perfil_models::request::{AskRole, DecideRole, OneRoleRequest};

/// Asks for another role.
pub async fn ask(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = AskRole { role: role(fields, "role")?, reason: fields.text("reason") };
    visit.accounts().ask_role(session, form).await.map_err(refuse)?;
    Ok(Done::saying("done-ask-role"))
}

/// Takes the request back.
pub async fn withdraw(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = OneRoleRequest { request: request(fields) };
    visit.accounts().withdraw_role_request(session, form).await.map_err(refuse)?;
    Ok(Done::saying("done-withdraw-role-request"))
}

/// Grants a request.
pub async fn grant(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    decide(visit, fields, true).await?;
    Ok(Done::saying("done-grant-role"))
}

/// Declines a request.
pub async fn decline(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    decide(visit, fields, false).await?;
    Ok(Done::saying("done-decline-role"))
}

async fn decide(visit: &Visit, fields: &Fields, grant: bool) -> Result<(), Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = DecideRole { request: request(fields), grant };
    visit.accounts().decide_role(session, form).await.map_err(refuse)
}

fn request(fields: &Fields) -> RoleRequestId {
    RoleRequestId::new(fields.text("request"))
}
