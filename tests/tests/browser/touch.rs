//! On a device without a mouse whatever one presses is large enough for a finger: 44 by 44 pixels (WCAG 2.5.5).

use crate::stage::{ask_for_code, enter, open_menu, sign_in};
use perfil_tests::browser::{Browser, Scheme, Setup, Size};
use perfil_tests::{OWNER, Scene, WRONG_PASSWORD};
use serde_json::Value;

const TELEPHONE: Size = Size::ALL[0];

/// What can be pressed and is too small. Links inside a text are as high as its lines; what is only drawn as part of
/// something larger, or is not there until the keyboard comes to it, is not pressed by itself.
const TOO_SMALL: &str = "
    const pressable = 'a[href], button, input:not([type=hidden]), select, summary, [role=option]';
    const inText = element => element.closest('p, .notice') && getComputedStyle(element).display === 'inline';
    const target = element => element.matches('.check input') ? element.closest('label') : element;
    const skipped = '.skip-link, .visually-hidden';
    return [...document.querySelectorAll(pressable)]
        .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.matches(skipped))
        .filter(element => !inText(element))
        .map(element => [element, target(element).getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
        .map(([element, { width, height }]) =>
            `${Math.round(width)} x ${Math.round(height)}: ${element.cloneNode(false).outerHTML} ${element.innerText}`)";

/// The faults found so far, each with its state.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    async fn look(&mut self, browser: &Browser, state: &str) {
        browser.resize(TELEPHONE).await;
        let found = browser.evaluate(TOO_SMALL, &[]).await;
        let found = found.as_array().expect("a list").iter().filter_map(Value::as_str);
        self.0.extend(found.map(|fault| format!("{state}: {fault}")));
        browser.picture_in(Scheme::Light, &format!("touch-{state}"), TELEPHONE).await;
    }
}

#[tokio::test]
async fn everything_is_large_enough_for_a_finger() {
    let mut faults = Faults::default();
    let scene = Scene::start().await;
    let browser = Browser::open(&scene.server, Setup::ENGLISH).await;
    browser.touches().await;
    browser.visit("/sign-in").await;
    assert!(browser.holds("matchMedia('(pointer: coarse)').matches").await, "one points with a finger");
    sign_in(&browser, OWNER.email, WRONG_PASSWORD).await;
    browser.sees("#sign-in-password-error").await;
    faults.look(&browser, "sign-in").await;
    scene.server.client_of(&OWNER).await;
    enter(&browser, &OWNER, "/settings/user").await;
    faults.look(&browser, "user").await;
    open_menu(&browser).await;
    faults.look(&browser, "menu").await;
    for page in ["password", "two-step", "email", "phone", "region", "notifications", "activity"] {
        browser.visit(&format!("/settings/{page}")).await;
        faults.look(&browser, page).await;
    }
    for page in ["organization", "nowhere"] {
        browser.visit(&format!("/{page}")).await;
        faults.look(&browser, page).await;
    }
    browser.visit("/settings/phone").await;
    browser.click("#change-phone-country").await;
    browser.sees(".listbox").await;
    faults.look(&browser, "countries").await;
    browser.visit("/settings/phone").await;
    ask_for_code(&browser, "07700 900190", OWNER.password).await;
    browser.sees("#validate-phone-code").await;
    faults.look(&browser, "pending").await;
    browser.close().await;
    assert!(faults.0.is_empty(), "too small for a finger:\n{}", faults.0.join("\n"));
}
