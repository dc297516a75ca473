//! Which address shows which page.

use crate::components::shell::{SettingsLayout, Shell};
use crate::pages::home::Home;
use crate::pages::not_found::NotFound;
use crate::pages::organization::OrganizationPage;
use crate::pages::outbox::OutboxPage;
use crate::pages::password::PasswordPage;
use crate::pages::phone::PhonePage;
use crate::pages::sign_in::SignInPage;
use crate::pages::user::UserPage;
use dioxus::prelude::*;

/// Every address that has a page.
#[derive(Clone, Debug, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        #[route("/")]
        Home {},
        #[route("/sign-in?:next")]
        SignInPage { next: String },
        #[layout(SettingsLayout)]
            #[route("/settings/user")]
            UserPage {},
            #[route("/settings/password")]
            PasswordPage {},
            #[route("/settings/phone")]
            PhonePage {},
        #[end_layout]
        #[route("/organization")]
        OrganizationPage {},
        #[route("/dev/outbox")]
        OutboxPage {},
        #[route("/:..segments")]
        NotFound { segments: Vec<String> },
}

/// The message id of the title of the page at `path`, which may carry a query.
pub fn title_id(path: &str) -> &'static str {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    match path.trim_end_matches('/') {
        "" | "/settings/user" => "title-user",
        "/sign-in" => "title-sign-in",
        "/settings/password" => "title-password",
        "/settings/phone" => "title-phone",
        "/organization" => "title-organization",
        "/dev/outbox" => "title-outbox",
        _ => "title-not-found",
    }
}

/// The address of the sign-in page that leads back to `path`, without its query: no page of ours needs one, and the
/// router would not escape it.
pub fn sign_in_path(path: &str) -> String {
    let next = path.split(['?', '#']).next().unwrap_or_default().to_owned();
    Route::SignInPage { next }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_title() {
        assert_eq!(title_id("/settings/phone?x=1"), "title-phone");
        assert_eq!(title_id("/nowhere"), "title-not-found");
    }

    #[test]
    fn the_way_to_sign_in_leads_back() {
        for path in ["/settings/phone", "/settings/phone?a=1&b=2"] {
            let next = "/settings/phone".to_owned();
            assert_eq!(sign_in_path(path).parse::<Route>().ok(), Some(Route::SignInPage { next }));
        }
    }
}
