//! Which address shows which page.

use crate::components::organization_tabs::OrganizationLayout;
use crate::components::shell::{SettingsLayout, Shell};
use crate::pages::activity::ActivityPage;
use crate::pages::email::EmailPage;
use crate::pages::forgot_password::ForgotPasswordPage;
use crate::pages::home::Home;
use crate::pages::link::{ConfirmEmailPage, JoinPage, ResetPasswordPage, UndoPage, UnsubscribePage, WelcomePage};
use crate::pages::not_found::NotFound;
use crate::pages::notifications::{NotificationHistoryPage, NotificationsPage};
use crate::pages::organization::OrganizationPage;
use crate::pages::organization::changes::ChangesPage;
use crate::pages::organization::settings::OrganizationSettingsPage;
use crate::pages::organization_keys::KeysPage;
use crate::pages::outbox::OutboxPage;
use crate::pages::password::PasswordPage;
use crate::pages::phone::PhonePage;
use crate::pages::privacy::PrivacyPage;
use crate::pages::region::RegionPage;
use crate::pages::second_step::SecondStepPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::two_step::TwoStepPage;
use crate::pages::user::UserPage;
use dioxus::prelude::*;
use dioxus::router::exports::QUERY_ASCII_SET;
use dioxus::router::exports::percent_encoding::utf8_percent_encode;
use std::convert::Infallible;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

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
        #[route("/join?:t")]
        JoinPage { t: String },
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
            #[route("/settings/privacy")]
            PrivacyPage {},
        #[end_layout]
        #[layout(OrganizationLayout)]
            #[route("/organization?:search&:after")]
            OrganizationPage { search: SearchText, after: String },
            #[route("/organization/settings")]
            OrganizationSettingsPage {},
            #[route("/organization/changes?:filter&:before")]
            ChangesPage { filter: String, before: String },
            #[route("/organization/keys")]
            KeysPage {},
        #[end_layout]
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

    /// The first of all members.
    pub fn organization() -> Self {
        Self::OrganizationPage { search: SearchText::default(), after: String::new() }
    }

    /// The address without its query.
    pub fn path(&self) -> String {
        path_of(&self.to_string()).to_owned()
    }
}

/// The address of a page with those of the names in its query that have a value.
pub fn narrowed(path: &str, query: [(&str, Option<&str>); 2]) -> String {
    let mut address = path.to_owned();
    let mut sign = '?';
    for (name, value) in query {
        if let Some(value) = value {
            address = format!("{address}{sign}{name}={value}");
            sign = '&';
        }
    }
    address
}

fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// What is searched for, in an address. Forms without script write a blank as `+`, and the router decodes a query before it
/// takes it apart: what would then mean something else is escaped once more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchText(pub String);

impl SearchText {
    /// As it stands in an address.
    pub fn in_address(&self) -> String {
        utf8_percent_encode(&self.to_string(), QUERY_ASCII_SET).to_string()
    }
}

impl Display for SearchText {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.replace('%', "%2525").replace('+', "%252B").replace('&', "%2526"))
    }
}

impl FromStr for SearchText {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.replace('+', " ").replace("%2B", "+").replace("%26", "&").replace("%25", "%")))
    }
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
        "/join" => "title-join",
        "/unsubscribe" => "title-unsubscribe",
        "/settings/password" => "title-password",
        "/settings/two-step" => "title-two-step",
        "/settings/email" => "title-email",
        "/settings/phone" => "title-phone",
        "/settings/region" => "title-region",
        "/settings/notifications" => "title-notifications",
        "/settings/notifications/history" => "title-notification-history",
        "/settings/activity" => "title-activity",
        "/settings/privacy" => "title-privacy",
        "/organization" => "title-organization",
        "/organization/settings" => "title-organization-settings",
        "/organization/changes" => "title-changes",
        "/organization/keys" => "title-keys",
        "/dev/outbox" => "title-outbox",
        _ => "title-not-found",
    }
}

/// Whether `path`, which may carry a query, is one of the pages.
pub fn is_page(path: &str) -> bool {
    title_id(path) != "title-not-found"
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
    fn what_is_searched_for_comes_back_from_the_address() {
        let after = String::new();
        for text in ["", "Olive O", "a+b@example.test", "Q&A=1", "100 % %2B", "Müller", "#1?"] {
            let page = Route::OrganizationPage { search: SearchText(text.to_owned()), after: after.clone() };
            assert_eq!(page.to_string().parse::<Route>().ok(), Some(page), "{text}");
        }
        let blank = Route::OrganizationPage { search: SearchText("Olive O".to_owned()), after };
        assert_eq!("/organization?search=Olive+O".parse::<Route>().ok(), Some(blank));
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
