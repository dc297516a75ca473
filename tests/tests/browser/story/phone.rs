//! *Change phone number*.

use super::Story;
use crate::stage::ask_for_code;
use perfil_tests::browser::Key;
use perfil_tests::scene::another_code;
use perfil_tests::{NEW_PASSWORD, WRONG_PASSWORD};
use std::time::Duration;

const COUNTRY: &str = "#change-phone-country";
const NUMBER: &str = "#change-phone-number";
const CODE: &str = "#validate-phone-code";
const PENDING: &str = "[aria-labelledby=pending-heading]";
const RESEND: &str = "#resend-phone-code button";

impl Story {
    pub(super) async fn asks_for_a_code_to_a_mistaken_number(&self) {
        let browser = &self.browser;
        browser.click(".section-link[href='/settings/phone']").await;
        browser.arrive("/settings/phone").await;
        browser.reads_title("title-phone").await;
        browser.reads("[aria-labelledby=current-heading]", "+44 7700 9002").await;
        self.picks_germany().await;

        browser.click(NUMBER).await;
        browser.type_text(self.mistaken.typed).await;
        browser.press(Key::Tab).await;
        browser.holds_value(NUMBER, self.mistaken.national).await;

        browser.fill("#change-phone-password", WRONG_PASSWORD).await;
        browser.click("#change-phone button[type=submit]").await;
        browser.reads_message("#change-phone-password-error", "password-wrong").await;
        browser.is_at("#change-phone-password").await;
        assert_eq!(browser.value(NUMBER).await, self.mistaken.national, "what was typed is kept");
        assert_eq!(browser.value(COUNTRY).await, self.germany());

        browser.fill("#change-phone-password", NEW_PASSWORD).await;
        browser.click("#change-phone button[type=submit]").await;
        browser.reads_message(PENDING, "phone-pending-title").await;
        browser.is_at(CODE).await;
    }

    fn germany(&self) -> String {
        format!("{} +49", self.browser.words.say("country-DE"))
    }

    async fn picks_germany(&self) {
        let browser = &self.browser;
        let name = browser.words.say("country-DE");
        browser.click(COUNTRY).await;
        browser.sees(".listbox").await;
        assert!(browser.count(".option").await > Some(200), "all countries are offered");
        let beginning: String = name.chars().take(5).collect();
        browser.type_text(&beginning).await;
        browser.reads(".option.is-active .option-name", &name).await;
        assert!(browser.count(".option").await < Some(10), "only what matches is offered, the best first");
        browser.click(".option").await;
        browser.no_longer_sees(".listbox").await;
        browser.holds_value(COUNTRY, &self.germany()).await;
    }

    /// The card says what there is to know, also after a reload; a wrong code costs an attempt.
    pub(super) async fn waits_for_the_code(&self) {
        let (browser, phones) = (&self.browser, self.stage.phones);
        self.card_shows(5).await;
        assert!(browser.attribute(RESEND, "disabled").await.is_some(), "a code was sent only just now");
        browser.reads_message("#resend-phone-code", "pending-resend-in").await;
        let code = phones.wait_for_code(self.mistaken.e164, 1).await;

        browser.click(CODE).await;
        browser.type_text(&another_code(&code, 1)).await;
        let wrong = browser.words.say_with("phone-code-wrong", &[("attempts_left", "4")]);
        browser.reads("#validate-phone-code-error", &wrong).await;
        browser.holds_value(CODE, "").await;
        browser.is_at(CODE).await;
        self.card_shows(4).await;
        browser.reload().await;
        self.card_shows(4).await;

        self.stage.server.database.let_time_pass(Duration::from_secs(24)).await;
        browser.reload().await;
        browser.sees("#resend-phone-code button:enabled").await;
        browser.click(RESEND).await;
        browser.reads_message(PENDING, "done-resend-phone-code").await;
        browser.is_at(CODE).await;
        self.card_shows(4).await;
        assert!(browser.attribute(RESEND, "disabled").await.is_some(), "it was sent again only just now");
        phones.wait_for_code(self.mistaken.e164, 2).await;
    }

    /// The number, the time and the attempts.
    async fn card_shows(&self, attempts: u32) {
        let browser = &self.browser;
        browser.reads(".pending-to", self.mistaken.international).await;
        let attempts = browser.words.say_with("phone-attempts-left", &[("count", &attempts.to_string())]);
        browser.reads(".pending-state", &attempts).await;
        browser.reads_message(".pending-state", "pending-time-left").await;
        let clock = browser.text(".pending-state .clock").await;
        let (minutes, seconds) = clock.split_once(':').expect("minutes and seconds");
        assert!(minutes.len() == 1 && seconds.len() == 2 && *"0:00" < *clock && *clock <= *"5:00", "{clock}");
    }

    /// The same person elsewhere sees the card too, and may go on with the password.
    pub(super) async fn the_other_browser_asks_for_the_password(&self) {
        let other = &self.other;
        other.reload().await;
        other.reads(".pending-to", self.mistaken.international).await;
        other.reads_message("#validate-phone", "phone-elsewhere").await;
        other.sees("#validate-phone-password").await;
        other.click(CODE).await;
        other.type_text("000000").await;
        other.click("#validate-phone button[type=submit]").await;
        other.reads_message("#validate-phone-password-error", "phone-password-needed").await;
        other.is_at("#validate-phone-password").await;
        let attempts = other.words.say_with("phone-attempts-left", &[("count", "4")]);
        other.reads(".pending-state", &attempts).await;
    }

    pub(super) async fn puts_the_number_right(&self) {
        let browser = &self.browser;
        let wrong_number = browser.words.say("phone-wrong-number");
        assert_eq!(browser.texts(".inline-forms button").await[0], wrong_number);
        browser.click(".inline-forms form:first-child button").await;
        browser.no_longer_sees(PENDING).await;
        browser.holds_value(NUMBER, self.mistaken.international).await;
        assert_eq!(browser.value(COUNTRY).await, self.germany());
        browser.is_at(NUMBER).await;

        ask_for_code(browser, self.new.typed, NEW_PASSWORD).await;
        browser.reads(".pending-to", self.new.international).await;
        browser.is_at(CODE).await;
    }

    /// Pasted, as copied out of the text message on another screen.
    pub(super) async fn enters_the_code(&self) {
        let browser = &self.browser;
        let code = self.stage.phones.wait_for_code(self.new.e164, 1).await;
        let (first, second) = code.split_at(3);
        browser.paste(&self.in_its_digits(&format!("{first} {second}"))).await;
        browser.reads_message("#phone-result .notice-done", "done-validate-phone").await;
        browser.no_longer_sees(PENDING).await;
        browser.reads(".current-contact", self.new.international).await;
        browser.reads_message(".current-contact", "phone-verified").await;
        browser.is_at("#phone-result").await;
        assert_eq!(self.stage.server.database.phone(self.person.email).await.as_deref(), Some(self.new.e164));
        browser.click(".section-link[href='/settings/user']").await;
        browser.arrive("/settings/user").await;
        browser.reads("[aria-labelledby=contact-heading]", self.new.international).await;
    }

    fn in_its_digits(&self, code: &str) -> String {
        let arabic = |digit: char| digit.to_digit(10).and_then(|digit| char::from_u32(0x0660 + digit));
        match self.browser.words.language {
            "ar" => code.chars().map(|c| arabic(c).unwrap_or(c)).collect(),
            _ => code.to_owned(),
        }
    }

    pub(super) async fn both_numbers_are_told(&self) {
        let (words, phones) = (&self.browser.words, self.stage.phones);
        let old = self.person.phone.unwrap_or_default();
        let told = phones.wait_for_sms(old, 1).await;
        assert!(
            perfil_tests::browser::plain(&told.text).starts_with(&words.beginning("sms-phone-changed-old")),
            "{told:?}"
        );
        let told = phones.wait_for_sms(self.new.e164, 2).await;
        assert_eq!(perfil_tests::browser::plain(&told.text), words.say("sms-phone-changed-new"));
        let subject = words.say("mail-phone-changed-subject");
        assert_eq!(self.stage.mail.wait_for(self.person.email, &subject).await.subject, subject);
    }

    pub(super) async fn removes_the_number(&self) {
        let (browser, words) = (&self.browser, &self.browser.words);
        browser.visit("/settings/phone").await;
        browser.click(".disclosure summary").await;
        browser.reads_message("#remove-phone", "phone-remove-lead").await;
        browser.fill("#remove-phone-password", NEW_PASSWORD).await;
        browser.click("#remove-phone button[type=submit]").await;
        browser.reads_message("#phone-result .notice-done", "done-remove-phone").await;
        browser.reads_message("[aria-labelledby=current-heading]", "phone-absent-lead").await;
        assert_eq!(self.stage.server.database.phone(self.person.email).await, None);
        let told = self.stage.phones.wait_for_sms(self.new.e164, 3).await;
        assert_eq!(perfil_tests::browser::plain(&told.text), words.say("sms-phone-removed"));
        let subject = words.say("mail-phone-removed-subject");
        assert_eq!(self.stage.mail.wait_for(self.person.email, &subject).await.subject, subject);
    }
}
