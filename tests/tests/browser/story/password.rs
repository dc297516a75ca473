//! *Change password*.

use super::Story;
use crate::stage::{enter, sign_in};
use perfil_models::password::MIN_CHARS;
use perfil_tests::{NEW_PASSWORD, WRONG_PASSWORD};

impl Story {
    pub(super) async fn changes_the_password(&self) {
        let (browser, person) = (&self.browser, &self.person);
        enter(&self.other, person, "/settings/user").await;

        browser.click(".section-link[href='/settings/password']").await;
        browser.arrive("/settings/password").await;
        browser.reads_title("title-password").await;
        browser.is_at("#page-title").await;

        self.types_passwords(person.password, "too short", "too short").await;
        let minimum = MIN_CHARS.to_string();
        let too_short = browser.words.say_with("password-too-short", &[("min", &minimum)]);
        browser.reads("#change-password-new-error", &too_short).await;
        browser.is_at("#change-password-new").await;

        self.types_passwords(person.password, NEW_PASSWORD, "eleven lanterns over Bergen").await;
        browser.reads_message("#change-password-repeat-error", "password-mismatch").await;
        browser.is_at("#change-password-repeat").await;
        browser.no_longer_sees("#change-password-new-error").await;

        self.types_passwords(WRONG_PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;
        browser.reads_message("#change-password-current-error", "password-wrong").await;
        browser.is_at("#change-password-current").await;
        assert_eq!(browser.value("#change-password-new").await, NEW_PASSWORD, "what was typed is kept");
        self.shows_and_hides_a_password().await;

        self.types_passwords(person.password, NEW_PASSWORD, NEW_PASSWORD).await;
        browser.reads_message("#change-password .notice-done", "done-change-password").await;
        for field in ["current", "new", "repeat"] {
            browser.holds_value(&format!("#change-password-{field}"), "").await;
        }
        let subject = browser.words.say("mail-password-changed-subject");
        let mail = self.stage.mail.wait_for(person.email, &subject).await;
        assert_eq!(mail.subject, subject);
        browser.reload().await;
        browser.reads_message("h1", "password-title").await;
    }

    async fn types_passwords(&self, current: &str, new: &str, repeat: &str) {
        for (field, text) in [("current", current), ("new", new), ("repeat", repeat)] {
            self.browser.fill(&format!("#change-password-{field}"), text).await;
        }
        self.browser.click("#change-password button[type=submit]").await;
    }

    async fn shows_and_hides_a_password(&self) {
        let browser = &self.browser;
        let kind = async || browser.attribute("#change-password-new", "type").await.unwrap_or_default();
        assert_eq!(kind().await, "password");
        browser.click("#change-password-new + .input-toggle").await;
        assert_eq!(kind().await, "text");
        assert_eq!(browser.value("#change-password-new").await, NEW_PASSWORD);
        browser.click("#change-password-new + .input-toggle").await;
        assert_eq!(kind().await, "password");
    }

    /// A page that was open says so in words and keeps what is typed; then the way leads through the sign-in page.
    pub(super) async fn the_other_browser_is_signed_out(&self) {
        let other = &self.other;
        other.fill("#rename-display_name", "Somebody else").await;
        other.click("#rename button[type=submit]").await;
        other.reads_message("#rename .notice-refused", "error-signed-out").await;
        assert_eq!(other.value("#rename-display_name").await, "Somebody else");
        let way_back = other.attribute("#rename .notice a", "href").await.unwrap_or_default();
        assert_eq!(way_back.replace("%2F", "/"), "/sign-in?next=/settings/user");

        other.visit("/settings/phone").await;
        assert_eq!(other.address().await, "/sign-in?next=%2Fsettings%2Fphone");
        sign_in(other, self.person.email, self.person.password).await;
        other.reads_message("#sign-in-password-error", "sign-in-wrong").await;
        sign_in(other, self.person.email, NEW_PASSWORD).await;
        other.arrive("/settings/phone").await;
        let cookie = other.session_cookie().await.expect("somebody is signed in");
        assert_eq!(cookie.seconds, None, "it was not asked to keep them signed in");
    }
}
