//! *Your data*.

use super::{Done, Fields, PRIVACY, Refused, Shown, refuse, show};
use crate::export;
use crate::visit::Visit;
use axum::response::Response;
use perfil_models::request::{DeleteAccount, ExportData};

/// Answers with all that is kept about the person, as a file; a refusal is shown on the page.
pub async fn export_data(visit: &Visit, fields: &Fields) -> Response {
    match exported(visit, fields).await {
        Ok(file) => file,
        Err(refused) => show(visit, "export-data", fields, Shown { page: PRIVACY.to_owned(), result: Err(refused) }),
    }
}

async fn exported(visit: &Visit, fields: &Fields) -> Result<Response, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ExportData { password: fields.secret("password") };
    let (issued, data) = visit.accounts().export_data(session, visit.client(), form).await.map_err(refuse)?;
    visit.hand_out(issued);
    export::file(visit, data).await.map_err(refuse)
}

/// Asks for the account to be deleted.
pub async fn delete_account(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = DeleteAccount { password: fields.secret("password") };
    let issued = visit.accounts().delete_account(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-delete-account").keeping(issued))
}

/// Keeps the account after all.
pub async fn keep_account(visit: &Visit) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().keep_account(session, visit.client()).await.map_err(refuse)?;
    Ok(Done::saying("done-keep-account"))
}
