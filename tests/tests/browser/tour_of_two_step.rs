//! A walk past *Two-step sign-in* and the second step itself.

use crate::stage::{open_menu, sign_in};
use perfil_tests::browser::Browser;
use perfil_tests::factors::{App, settle};
use perfil_tests::{NEW_PASSWORD, Person, Scene, WRONG_PASSWORD};

const FACTORS: &str = "[aria-labelledby=factors-heading]";

/// Switches it on, signs in with it, and switches it off.
pub async fn past_two_steps(browser: &Browser, scene: &Scene, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    let app = past_adding_an_app(browser, at).await;
    past_new_codes(browser, scene, &app, at).await;
    past_the_second_step(browser, scene, person, &app, at).await;
    past_removing_it(browser, at).await;
}

async fn past_adding_an_app(browser: &Browser, at: &mut impl AsyncFnMut(&str)) -> App {
    browser.visit("/settings/two-step").await;
    at("two-step-off").await;
    for (password, shown) in [(WRONG_PASSWORD, "#add-app-password-error"), (NEW_PASSWORD, ".qr")] {
        browser.fill("#add-app-password", password).await;
        browser.click("#add-app button[type=submit]").await;
        browser.sees(shown).await;
        at(if password == WRONG_PASSWORD { "two-step-refused" } else { "two-step-pending" }).await;
    }
    App { id: String::new(), secret: browser.text(".secret").await }
}

async fn past_new_codes(browser: &Browser, scene: &Scene, app: &App, at: &mut impl AsyncFnMut(&str)) {
    browser.fill("#confirm-app-code", &app.wrong_code(0)).await;
    browser.sees("#confirm-app-code-error").await;
    at("two-step-wrong-code").await;
    settle().await;
    browser.fill("#confirm-app-code", &app.code()).await;
    browser.sees("#new-codes").await;
    at("two-step-codes").await;
    scene.server.database.execute("DELETE FROM recovery_codes WHERE code_hash > '8'").await;
    browser.reload().await;
    browser.click(&format!("{FACTORS} summary")).await;
    browser.click("[aria-labelledby=recovery-heading] summary").await;
    at("two-step-on").await;
}

async fn past_the_second_step(
    browser: &Browser,
    scene: &Scene,
    person: &Person,
    app: &App,
    at: &mut impl AsyncFnMut(&str),
) {
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    browser.visit("/sign-in/second-step").await;
    at("second-step-over").await;
    browser.visit("/sign-in").await;
    sign_in(browser, person.email, NEW_PASSWORD).await;
    browser.sees("#second-step-code").await;
    browser.ready().await;
    at("second-step").await;
    browser.click(".disclosure summary").await;
    browser.fill("#recovery-code-code", "none of these").await;
    browser.click("#recovery-code button[type=submit]").await;
    browser.sees("#recovery-code-code-error").await;
    at("second-step-refused").await;
    scene.server.forget_used_codes().await;
    settle().await;
    browser.fill("#second-step-code", &app.code()).await;
    browser.arrive("/settings/user").await;
}

async fn past_removing_it(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/two-step").await;
    browser.click(&format!("{FACTORS} summary")).await;
    browser.fill(&format!("{FACTORS} [name=password]"), NEW_PASSWORD).await;
    browser.click(&format!("{FACTORS} form button[type=submit]")).await;
    browser.sees("#two-step-result .notice-done").await;
    at("two-step-removed").await;
}
