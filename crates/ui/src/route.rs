//! Which address shows which page.

use crate::components::shell::{SettingsLayout, Shell};
use crate::pages::activity::ActivityPage;
use crate::pages::email::EmailPage;
use crate::pages::forgot_password::ForgotPasswordPage;
use crate::pages::home::Home;
use crate::pages::link::{ConfirmEmailPage, ResetPasswordPage, UndoPage, UnsubscribePage, WelcomePage};
use crate::pages::not_found::NotFound;
use crate::pages::notifications::{NotificationHistoryPage, NotificationsPage};
use crate::pages::organization::OrganizationPage;
use crate::pages::outbox::OutboxPage;
use crate::pages::password::PasswordPage;
use crate::pages::phone::PhonePage;
use crate::pages::region::RegionPage;
use crate::pages::second_step::SecondStepPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::two_step::TwoStepPage;
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
        #[route("/sign-in/second-step?:next")]
        SecondStepPage { next: String },
        #[route("/forgot-password")]
        ForgotPasswordPage {},
        #[route("/reset-password?:t")]
        ResetPasswordPage { t: String },
        #[route("/confirm-email?:t")]
        ConfirmEmailPage { t: String },
        #[route("/undo?:t")]
        UndoPage { t: String },
        #[route("/welcome?:t")]
        WelcomePage { t: String },
        #[route("/unsubscribe?:t")]
        UnsubscribePage { t: String },
        #[layout(SettingsLayout)]
            #[route("/settings/user")]
            UserPage {},
            #[route("/settings/password")]
            PasswordPage {},
            #[route("/settings/two-step")]
            TwoStepPage {},
            #[route("/settings/email")]
            EmailPage {},
            #[route("/settings/phone")]
            PhonePage {},
            #[route("/settings/region")]
            RegionPage {},
            #[route("/settings/notifications")]
            NotificationsPage {},
            #[route("/settings/notifications/history?:before")]
            NotificationHistoryPage { before: String },
            #[route("/settings/activity?:filter&:before")]
            ActivityPage { filter: String, before: String },
        #[end_layout]
        #[route("/organization")]
        OrganizationPage {},
        #[route("/dev/outbox")]
        OutboxPage {},
        #[route("/:..segments")]
        NotFound { segments: Vec<String> },
}

impl Route {
    /// The newest of all events.
    pub fn all_activity() -> Self {
        Self::ActivityPage { filter: String::new(), before: String::new() }
    }

    /// The address without its query.
    pub fn path(&self) -> String {
        path_of(&self.to_string()).to_owned()
    }
}

fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The message id of the title of the page at `path`, which may carry a query.
pub fn title_id(path: &str) -> &'static str {
    match path_of(path).trim_end_matches('/') {
        "" | "/settings/user" => "title-user",
        "/sign-in" => "title-sign-in",
        "/sign-in/second-step" => "title-second-step",
        "/forgot-password" => "title-forgot-password",
        "/reset-password" => "title-reset-password",
        "/confirm-email" => "title-confirm-email",
        "/undo" => "title-undo",
        "/welcome" => "title-welcome",
        "/unsubscribe" => "title-unsubscribe",
        "/settings/password" => "title-password",
        "/settings/two-step" => "title-two-step",
        "/settings/email" => "title-email",
        "/settings/phone" => "title-phone",
        "/settings/region" => "title-region",
        "/settings/notifications" => "title-notifications",
        "/settings/notifications/history" => "title-notification-history",
        "/settings/activity" => "title-activity",
        "/organization" => "title-organization",
        "/dev/outbox" => "title-outbox",
        _ => "title-not-found",
    }
}

/// The address of the sign-in page that leads back to `path`, without its query: no page of ours needs one to be
/// found again, and the router would not escape it.
pub fn sign_in_path(path: &str) -> String {
    Route::SignInPage { next: path_of(path).to_owned() }.to_string()
}

/// The address of the second step of a sign-in that leads on to `next`, likewise without its query.
pub fn second_step_path(next: &str) -> String {
    Route::SecondStepPage { next: path_of(next).to_owned() }.to_string()
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
    fn the_second_step_leads_on() {
        for path in ["/settings/activity", "/settings/activity?filter=changes&before=5-a"] {
            let next = "/settings/activity".to_owned();
            assert_eq!(second_step_path(path).parse::<Route>().ok(), Some(Route::SecondStepPage { next }));
        }
    }

    #[test]
    fn the_way_to_sign_in_leads_back() {
        for path in ["/settings/phone", "/settings/phone?a=1&b=2"] {
            let next = "/settings/phone".to_owned();
            assert_eq!(sign_in_path(path).parse::<Route>().ok(), Some(Route::SignInPage { next }));
        }
    }
}
