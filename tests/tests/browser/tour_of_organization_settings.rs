//! A walk past the organization's own settings. Nothing is saved: *Changes* is looked at afterwards.

use crate::stage::press;
use perfil_tests::browser::Browser;
use perfil_tests::organization_settings::SETTINGS_PAGE;
use perfil_tests::{Scene, WRONG_PASSWORD};

const SAVE: &str = "#change-organization > .actions button";

/// The Owner is signed in.
pub async fn past_the_organizations_settings(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    browser.visit(SETTINGS_PAGE).await;
    browser.sees("#change-organization-name").await;
    at("organization-settings").await;
    press(browser, "#change-organization-sms_countries summary").await;
    browser.sees("#change-organization-sms_countries [value=GB]").await;
    to_the_top(browser).await;
    at("organization-settings-countries").await;
    browser.fill("#change-organization-password_min", "3").await;
    press(browser, SAVE).await;
    browser.sees("#change-organization-password_min-error").await;
    browser.ready().await;
    to_the_top(browser).await;
    at("organization-settings-refused").await;
    browser.fill("#change-organization-password_min", "20").await;
    browser.fill("#change-organization-name", "Harbour & Sons").await;
    scene.server.database.execute("UPDATE organizations SET version = version + 1").await;
    press(browser, SAVE).await;
    browser.sees("#organization-settings-result .notice-refused").await;
    browser.ready().await;
    to_the_top(browser).await;
    at("organization-settings-stale").await;
    browser.fill("#sign-everyone-out-password", WRONG_PASSWORD).await;
    press(browser, "#sign-everyone-out button[type=submit]").await;
    browser.sees("#sign-everyone-out-password-error").await;
    browser.is_idle().await;
    to_the_top(browser).await;
    at("sign-everyone-out-refused").await;
}

/// So that nothing stands half below the top bar.
async fn to_the_top(browser: &Browser) {
    browser.evaluate("scrollTo(0, 0)", &[]).await;
}
