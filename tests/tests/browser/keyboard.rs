//! The main way with the keyboard alone, seeing at each step where it is.

use crate::stage::{Stage, owner_with};
use perfil_tests::NEW_PASSWORD;
use perfil_tests::browser::{Browser, Key, Setup};
use serde_json::json;

/// More stops than any page has.
const MOST_STOPS: usize = 40;

/// Whether one sees where the keyboard is: an outline around the element, or around one of the boxes that stand for it.
const IS_MARKED: &str = "
    const here = document.activeElement;
    if (!here || here === document.body) return false;
    const marks = [here, ...(here.closest('.code') ? [here.closest('.code'), ...here.closest('.code').children] : [])];
    return marks.some(mark => {
        const style = getComputedStyle(mark);
        const colour = style.outlineColor;
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
            && colour !== 'transparent' && !/rgba\\(.*, 0\\)/.test(colour);
    })";

/// Whether what the keyboard is at is inside the window and nothing lies over it.
const IS_UNCOVERED: &str = "
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    const x = box.x + Math.min(box.width / 2, 20), y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return !!top && (here.contains(top) || top.contains(here) || !!top.closest('label')?.contains(here))";

/// A person who has no mouse.
struct Typist {
    browser: Browser,
}

impl Typist {
    /// Presses Tab until the keyboard is at that element.
    async fn tabs_to(&self, css: &str) {
        let is_there = format!("document.activeElement?.matches({})", json!(css));
        for _ in 0..MOST_STOPS {
            self.browser.press(Key::Tab).await;
            let here = self.browser.keyboard().await;
            assert!(
                self.browser.evaluate(IS_MARKED, &[]).await == json!(true),
                "one does not see the keyboard at {here}"
            );
            assert!(self.browser.evaluate(IS_UNCOVERED, &[]).await == json!(true), "something lies over {here}");
            if self.browser.holds(&is_there).await {
                return;
            }
        }
        panic!("Tab does not lead to {css}; the last stop was {}", self.browser.keyboard().await);
    }

    async fn types_into(&self, css: &str, text: &str) {
        self.tabs_to(css).await;
        self.browser.press_with(Key::Control, 'a').await;
        self.browser.type_text(text).await;
    }

    async fn presses(&self, keys: &[Key]) {
        for key in keys {
            self.browser.press(key.clone()).await;
        }
    }
}

#[tokio::test]
async fn by_keyboard_alone() {
    let person = owner_with("+447700900204");
    let stage = Stage::with(std::slice::from_ref(&person)).await;
    let typist = Typist { browser: Browser::open(&stage.server, Setup::ENGLISH).await };
    typist.browser.visit("/sign-in").await;
    typist.types_into("#sign-in-email", person.email).await;
    typist.types_into("#sign-in-password", person.password).await;
    typist.tabs_to("#sign-in [name=remember]").await;
    typist.presses(&[Key::Space]).await;
    assert!(typist.browser.holds("document.activeElement.checked").await);
    typist.tabs_to("#sign-in button[type=submit]").await;
    typist.presses(&[Key::Enter]).await;
    typist.browser.arrive("/settings/user").await;

    typist.skips_to_the_content().await;
    typist.opens_and_closes_the_menu().await;
    typist.renames().await;
    typist.changes_the_password(person.password).await;
    typist.chooses_notifications().await;
    typist.picks_a_country().await;
    typist.changes_the_phone(&stage).await;
    typist.removes_the_phone().await;
    typist.invites_and_manages().await;
    typist.signs_out().await;
    typist.browser.close().await;
}

impl Typist {
    async fn skips_to_the_content(&self) {
        self.tabs_to(".skip-link").await;
        self.presses(&[Key::Enter]).await;
        self.browser.is_at("#content").await;
        self.browser.press(Key::Tab).await;
        assert!(self.browser.holds("document.activeElement.closest('main')").await, "the navigation was skipped");
    }

    async fn opens_and_closes_the_menu(&self) {
        let browser = &self.browser;
        browser.visit("/settings/user").await;
        self.tabs_to("#account-menu-button").await;
        self.presses(&[Key::Enter]).await;
        browser.sees("#account-menu").await;
        self.presses(&[Key::Escape]).await;
        browser.no_longer_sees("#account-menu").await;
        browser.is_at("#account-menu-button").await;

        self.presses(&[Key::Space]).await;
        browser.sees("#account-menu").await;
        self.tabs_to("#account-menu .menu-item").await;
        self.presses(&[Key::Down]).await;
        browser.is_at("#account-menu .menu-item[href='/organization']").await;
        self.presses(&[Key::Up, Key::Up]).await;
        browser.is_at("#sign-out button").await;
        self.presses(&[Key::Down]).await;
        browser.is_at("#account-menu .menu-item[href='/settings/user']").await;
        self.presses(&[Key::Down, Key::Enter]).await;
        browser.arrive("/organization").await;
        browser.is_at("#page-title").await;
    }

    async fn renames(&self) {
        let browser = &self.browser;
        browser.visit("/settings/user").await;
        self.types_into("#rename-display_name", "Olive Owens-Moreau").await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message("#rename .notice-done", "done-rename").await;
        browser.is_at("#rename-display_name").await;
    }

    async fn changes_the_password(&self, current: &str) {
        let browser = &self.browser;
        browser.visit("/settings/user").await;
        self.tabs_to(".section-link[href='/settings/password']").await;
        self.presses(&[Key::Enter]).await;
        browser.is_at("#page-title").await;
        self.types_into("#change-password-current", current).await;
        self.tabs_to("#change-password-current + .input-toggle").await;
        self.presses(&[Key::Space]).await;
        assert_eq!(browser.attribute("#change-password-current", "type").await.as_deref(), Some("text"));
        self.types_into("#change-password-new", NEW_PASSWORD).await;
        self.types_into("#change-password-repeat", NEW_PASSWORD).await;
        self.tabs_to("#change-password button[type=submit]").await;
        self.presses(&[Key::Space]).await;
        browser.reads_message("#change-password .notice-done", "done-change-password").await;
        browser.is_at("#change-password button[type=submit]").await;
    }

    async fn chooses_notifications(&self) {
        let browser = &self.browser;
        browser.visit("/settings/notifications").await;
        self.tabs_to("#billing-notifications [name=invoices_sms]").await;
        self.presses(&[Key::Space]).await;
        assert!(browser.holds("document.activeElement.checked").await);
        self.types_into("#billing-notifications-minimum", "fifty").await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message("#billing-notifications-minimum-error", "notification-not-an-amount").await;
        browser.is_at("#billing-notifications-minimum").await;
        browser.press_with(Key::Control, 'a').await;
        browser.type_text("50").await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message("#billing-notifications .notice-done", "done-billing-notifications").await;
        browser.is_at("#billing-notifications-minimum").await;
        self.tabs_to("#send-test-email button").await;
        self.presses(&[Key::Space]).await;
        browser.reads_message("[aria-labelledby=test-heading] .notice-done", "done-send-test").await;
        browser.is_at("#send-test-email button").await;
    }

    async fn picks_a_country(&self) {
        let (browser, country) = (&self.browser, "#change-phone-country");
        browser.visit("/settings/phone").await;
        self.tabs_to(country).await;
        self.presses(&[Key::Down]).await;
        browser.sees(".listbox").await;
        browser.reads(".option.is-active", "United Kingdom").await;
        self.presses(&[Key::Escape]).await;
        browser.no_longer_sees(".listbox").await;
        assert_eq!(browser.value(country).await, "United Kingdom +44");

        browser.type_text("+49").await;
        browser.reads(".option.is-active", "Germany").await;
        let active = browser.attribute(country, "aria-activedescendant").await.expect("an option is marked");
        assert!(browser.holds(&format!("document.getElementById('{active}').matches('.is-active')")).await);
        self.presses(&[Key::Enter]).await;
        browser.no_longer_sees(".listbox").await;
        browser.holds_value(country, "Germany +49").await;
        browser.is_at(country).await;

        self.presses(&[Key::Up, Key::End]).await;
        let last = browser.text(".option:last-child .option-name").await;
        browser.reads(".option.is-active", &last).await;
        self.presses(&[Key::Down]).await;
        let first = browser.text(".option:first-child .option-name").await;
        browser.reads(".option.is-active", &first).await;
        self.presses(&[Key::Escape]).await;
        browser.holds_value(country, "Germany +49").await;
    }

    async fn changes_the_phone(&self, stage: &Stage) {
        let browser = &self.browser;
        self.types_into("#change-phone-number", "01713920040").await;
        self.types_into("#change-phone-password", NEW_PASSWORD).await;
        browser.holds_value("#change-phone-number", "0171 3920040").await;
        self.presses(&[Key::Enter]).await;
        browser.is_at("#validate-phone-code").await;
        self.tabs_to(".inline-forms form:first-child button").await;
        self.presses(&[Key::Enter]).await;
        browser.is_at("#change-phone-number").await;
        browser.press_with(Key::Control, 'a').await;
        browser.type_text("0171 3920041").await;
        self.types_into("#change-phone-password", NEW_PASSWORD).await;
        self.presses(&[Key::Enter]).await;
        browser.reads(".pending-to", "+49 171 3920041").await;
        browser.is_at("#validate-phone-code").await;
        assert!(browser.evaluate(IS_MARKED, &[]).await == json!(true), "one sees where to type the code");
        let code = stage.phones.wait_for_code("+491713920041", 1).await;
        browser.type_text(&code).await;
        browser.reads_message("#phone-result .notice-done", "done-validate-phone").await;
        browser.is_at("#phone-result").await;
    }

    async fn removes_the_phone(&self) {
        let browser = &self.browser;
        self.tabs_to(".disclosure summary").await;
        self.presses(&[Key::Enter]).await;
        self.types_into("#remove-phone-password", NEW_PASSWORD).await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message("#phone-result .notice-done", "done-remove-phone").await;
        browser.is_at("#phone-result").await;
    }

    async fn invites_and_manages(&self) {
        let browser = &self.browser;
        browser.visit("/organization").await;
        self.types_into("#member-search", "olive").await;
        self.presses(&[Key::Enter]).await;
        browser.arrive("/organization?search=olive").await;
        browser.is_at("#member-search").await;
        self.tabs_to(".manage > summary").await;
        self.presses(&[Key::Space]).await;
        self.tabs_to(".role-form select").await;
        browser.type_text("Member").await;
        self.tabs_to(".role-form button").await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message(".role-form .field-error", "role-last-owner").await;
        browser.is_at(".role-form select").await;
        self.types_into("#invite-email", "nina.new@example.test").await;
        self.tabs_to("#invite-role").await;
        self.tabs_to("#invite button[type=submit]").await;
        self.presses(&[Key::Enter]).await;
        browser.reads_message("#invite .notice-done", "done-invite").await;
        browser.is_at("#invite button[type=submit]").await;
        self.tabs_to("[id^=revoke-invitation] button").await;
        self.presses(&[Key::Space]).await;
        browser.reads_message("#invitations-result", "done-revoke-invitation").await;
        browser.is_at("#invitations-result").await;
    }

    async fn signs_out(&self) {
        let browser = &self.browser;
        browser.visit("/settings/user").await;
        self.tabs_to("#account-menu-button").await;
        self.presses(&[Key::Enter, Key::Tab, Key::Up]).await;
        browser.is_at("#sign-out button").await;
        self.presses(&[Key::Enter]).await;
        browser.arrive("/sign-in").await;
    }
}
