//! *Language and region*.

use super::{
    ACTIVITY, Done, EMAIL, Fields, NOTIFICATIONS, PASSWORD, PHONE, REGION, Refused, SIGN_IN, Shown, TWO_STEP, USER,
    refuse,
};
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use perfil_models::next::safe_next;
use perfil_models::request::{AnswerZoneOffer, ChangeRegion};
use perfil_models::{AccessError, Language};

/// The pages that offer the browser's time zone.
const OFFERED_ON: [&str; 8] = [USER, PASSWORD, TWO_STEP, EMAIL, PHONE, REGION, NOTIFICATIONS, ACTIVITY];

/// Chooses language, country and time zone.
pub async fn change_region(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeRegion {
        language: fields.text("language"),
        country: fields.text("country"),
        time_zone: fields.text("time_zone"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_region(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-change-region"))
}

/// Switches to the browser's time zone or keeps the chosen one; either way the person stays on the page.
pub async fn answer_zone_offer(visit: &Visit, fields: &Fields) -> Shown {
    let next = fields.text("next");
    let page = OFFERED_ON.into_iter().find(|page| *page == next).unwrap_or(REGION);
    Shown { page: page.to_owned(), result: try_answer_zone_offer(visit, fields).await }
}

async fn try_answer_zone_offer(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let accept = match fields.text("accept").as_str() {
        "true" => true,
        "false" => false,
        _ => return Err(refuse(AccessError::BadRequest)),
    };
    let form = AnswerZoneOffer { time_zone: fields.text("time_zone"), accept };
    visit.accounts().answer_zone_offer(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying(if accept { "done-switch-zone" } else { "done-keep-zone" }))
}

/// Chooses the language of the pages before anyone signs in; a cookie keeps it.
pub fn choose_language(visit: &Visit, fields: &Fields) -> Response {
    let Some(language) = Language::from_tag(&fields.text("language")) else {
        return problem::refused(visit.shared(), Kind::Form, StatusCode::UNPROCESSABLE_ENTITY, &HeaderMap::new());
    };
    visit.keep_language(language);
    let next = serde_urlencoded::to_string([("next", safe_next(&fields.text("next")))]).unwrap_or_default();
    Redirect::to(&format!("{SIGN_IN}?{next}")).into_response()
}
