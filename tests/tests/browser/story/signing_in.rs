//! Signing in.

use super::Story;
use crate::stage::sign_in;
use perfil_tests::WRONG_PASSWORD;
use perfil_tests::browser::plain;
use serde_json::json;

/// *Keep me signed in* keeps for 30 days.
const MONTH: i64 = 30 * 86_400;

impl Story {
    /// In the browser's language, since nobody has chosen another one yet.
    pub(super) async fn signs_in(&self) {
        let (browser, person) = (&self.browser, &self.person);
        browser.visit("/settings/user").await;
        assert_eq!(browser.address().await, "/sign-in?next=%2Fsettings%2Fuser");
        self.is_in_its_language().await;
        browser.reads_title("title-sign-in").await;
        browser.reads_message("h1", "sign-in-title").await;
        assert_eq!(browser.count("#account-menu-button").await, Some(0), "nobody is signed in");

        sign_in(browser, person.email, WRONG_PASSWORD).await;
        browser.reads_message("#sign-in-password-error", "sign-in-wrong").await;
        browser.is_at("#sign-in-password").await;
        assert_eq!(browser.value("#sign-in-email").await, person.email, "what was typed is kept");

        browser.click("#sign-in [name=remember]").await;
        sign_in(browser, person.email, person.password).await;
        browser.arrive("/settings/user").await;
        let cookie = browser.session_cookie().await.expect("somebody is signed in");
        let seconds = cookie.seconds.expect("the cookie outlives the browser");
        assert!(cookie.http_only && (MONTH - 60..=MONTH).contains(&seconds), "{cookie:?}");
    }

    async fn is_in_its_language(&self) {
        const PAGE: &str = "const html = document.documentElement; return [html.lang, html.dir, getComputedStyle(document.querySelector('h1')).direction]";
        let language = self.browser.words.language;
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        assert_eq!(self.browser.evaluate(PAGE, &[]).await, json!([language, direction, direction]));
    }

    /// The drop-down and what the page says.
    pub(super) async fn looks_around(&self) {
        let (browser, person) = (&self.browser, &self.person);
        self.is_in_its_language().await;
        browser.visit("/organization").await;
        crate::stage::open_menu(browser).await;
        browser.reads("#account-menu", person.name).await;
        browser.reads("#account-menu", person.email).await;
        let items = browser.texts("#account-menu .menu-item").await;
        let wanted = ["menu-user", "menu-organization", "menu-sign-out"].map(|id| browser.words.say(id));
        assert_eq!(items, wanted);
        browser.click("#account-menu .menu-item[href='/settings/user']").await;
        browser.arrive("/settings/user").await;
        browser.no_longer_sees("#account-menu").await;
        browser.reads_title("title-user").await;
        browser.reads_message("[aria-labelledby=role-heading] .badge", "role-owner").await;
        browser.reads_message("[aria-labelledby=role-heading]", "user-role-note-owner").await;
        browser.reads("[aria-labelledby=contact-heading]", person.email).await;
        browser.reads("[aria-labelledby=contact-heading]", "+44 7700 9002").await;

        crate::stage::open_menu(browser).await;
        browser.click_at(20, 500).await;
        browser.no_longer_sees("#account-menu").await;
        let names = browser.texts(".menu-button-name").await;
        assert_eq!(names, [plain(person.name)]);
    }
}
