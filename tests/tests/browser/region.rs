//! *Language and region* as a person meets it.

use crate::stage::{Stage, ask_for_code, enter, owner_with};
use perfil_tests::browser::{Browser, Key, Setup, Words, plain};
use perfil_tests::{NEW_PASSWORD, OWNER, Server};
use serde_json::json;

const PAGE: &str = "/settings/region";
const LANGUAGE: &str = "#change-region-language";
const COUNTRY: &str = "#change-region-country";
const ZONE: &str = "#change-region-time_zone";
const SAVE: &str = "#change-region button[type=submit]";
const PREVIEW: &str = ".preview";
const OFFER: &str = ".offer";

/// Chooses from the browser's own list as one does by keyboard: by the first letters.
async fn chooses(browser: &Browser, list: &str, letters: &str, value: &str) {
    browser.evaluate("document.querySelector(arguments[0]).focus()", &[json!(list)]).await;
    browser.type_text(letters).await;
    browser.holds_value(list, value).await;
}

/// Searches a list, and takes what is found first.
async fn finds(browser: &Browser, list: &str, typed: &str, found: &str) {
    browser.click(list).await;
    browser.press_with(Key::Control, 'a').await;
    browser.type_text(typed).await;
    browser.reads(".option.is-active", found).await;
    browser.press(Key::Enter).await;
    browser.no_longer_sees(".listbox").await;
}

async fn saves(browser: &Browser, words: &Words) {
    browser.click(SAVE).await;
    browser.reads("#region-result .notice-done", &words.say("done-change-region")).await;
    browser.ready().await;
    browser.is_at("#region-result").await;
}

/// Lets the browser be there, as its script will tell the server.
async fn is_in(browser: &Browser, zone: &str) {
    browser.command("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
    browser.reload().await;
}

async fn page_is(browser: &Browser, language: &str, direction: &str) {
    let root = format!("document.documentElement.matches('[lang={language}][dir={direction}]')");
    assert!(browser.holds(&root).await, "the page is not in {language}");
}

#[tokio::test]
async fn a_language_changes_everything_at_once() {
    let person = owner_with("+447700900205");
    let stage = Stage::with(std::slice::from_ref(&person)).await;
    let browser = Browser::open(&stage.server, Setup::ENGLISH).await;
    let german = Words::load("de");
    enter(&browser, &person, PAGE).await;
    chooses(&browser, LANGUAGE, "Deu", "de").await;
    saves(&browser, &german).await;
    page_is(&browser, "de", "ltr").await;
    browser.reads("h1", &german.say("region-title")).await;
    browser.reads(".section-link.is-current", &german.say("section-region")).await;

    browser.click(".section-link[href='/settings/phone']").await;
    ask_for_code(&browser, "0171 3920050", person.password).await;
    browser.sees("#change-phone-number").await;
    ask_for_code(&browser, "+49 171 3920050", person.password).await;
    browser.sees("#validate-phone-code").await;
    let text = stage.phones.wait_for_sms("+491713920050", 1).await.text;
    assert!(text.contains("ist Ihr Perfil-Code"), "{text}");
    browser.visit("/settings/password").await;
    for (field, text) in [("current", person.password), ("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)] {
        browser.fill(&format!("#change-password-{field}"), text).await;
    }
    browser.click("#change-password button[type=submit]").await;
    browser.reads("#change-password .notice-done", &german.say("done-change-password")).await;
    stage.mail.wait_for(person.email, &german.say("mail-password-changed-subject")).await;

    browser.visit(PAGE).await;
    chooses(&browser, LANGUAGE, "العر", "ar").await;
    saves(&browser, &Words::load("ar")).await;
    page_is(&browser, "ar", "rtl").await;
    chooses(&browser, LANGUAGE, "تم", "").await;
    saves(&browser, &browser.words).await;
    page_is(&browser, "en", "ltr").await;
    browser.close().await;
}

#[tokio::test]
async fn a_time_zone_is_found_by_keyboard_and_seen_before_it_is_saved() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    is_in(&browser, "Europe/Berlin").await;
    browser.reload().await;
    browser.sees(ZONE).await;
    let before = browser.texts(".preview dd").await;
    let place = "return Math.round(document.querySelector('#change-region .actions').getBoundingClientRect().y)";
    let height = browser.evaluate(place, &[]).await;

    browser.evaluate("document.querySelector(arguments[0]).focus()", &[json!(ZONE)]).await;
    browser.press(Key::Down).await;
    browser.reads(".option-group", "Africa").await;
    let active = browser.attribute(ZONE, "aria-activedescendant").await.expect("an option is marked");
    assert!(browser.holds(&format!("document.getElementById('{active}').matches('.is-active')")).await);
    browser.press(Key::Escape).await;
    browser.no_longer_sees(".listbox").await;
    browser.type_text("kathm").await;
    browser.reads(".option.is-active", "Kathmandu").await;
    browser.reads(".option.is-active", "UTC+05:45").await;
    assert_eq!(browser.count(".option-group").await, Some(0), "a search mixes the parts of the world");
    browser.press(Key::Enter).await;
    browser.reads(PREVIEW, "GMT+5:45").await;
    assert!(browser.value(ZONE).await.starts_with("Kathmandu (UTC+05:45, "));
    browser.is_at(ZONE).await;

    browser.evaluate("document.querySelector(arguments[0]).focus()", &[json!(COUNTRY)]).await;
    browser.type_text("germany").await;
    browser.press(Key::Enter).await;
    chooses(&browser, LANGUAGE, "Deu", "de").await;
    browser.reads(PREVIEW, "1.234.567,891").await;
    let after = browser.texts(".preview dd").await;
    assert!(before.iter().zip(&after).all(|(before, after)| before != after), "{before:?} {after:?}");
    assert_eq!(browser.evaluate(place, &[]).await, height, "the page moves while one looks");
    page_is(&browser, "en", "ltr").await;
    browser.reload().await;
    assert_eq!(browser.texts(".preview dd").await[2], before[2], "nothing was saved");

    finds(&browser, ZONE, "+5:45", "Kathmandu").await;
    saves(&browser, &browser.words).await;
    assert!(browser.value(ZONE).await.starts_with("Kathmandu (UTC+05:45, "));
    browser.close().await;
}

#[tokio::test]
async fn detected_is_shown_until_something_is_chosen() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    is_in(&browser, "Asia/Calcutta").await;
    browser.reload().await;
    let detected = |name: &str| browser.words.say_with("region-detected", &[("name", name)]);
    assert!(browser.value(ZONE).await.starts_with(&plain(&format!("{} (UTC+05:30, ", detected("Kolkata")))));
    assert_eq!(browser.value(COUNTRY).await, detected("United Kingdom"), "by the number");
    browser.reads(LANGUAGE, &detected("English")).await;
    browser.reads(PREVIEW, "GMT+5:30").await;

    finds(&browser, ZONE, "nairobi", "Nairobi").await;
    finds(&browser, COUNTRY, "ken", "Kenya").await;
    saves(&browser, &browser.words).await;
    assert!(browser.value(ZONE).await.starts_with("Nairobi (UTC+03:00, "));
    assert_eq!(browser.value(COUNTRY).await, "Kenya");
    finds(&browser, ZONE, "detected", "Kolkata").await;
    saves(&browser, &browser.words).await;
    assert!(browser.value(ZONE).await.starts_with(&detected("Kolkata")));
    browser.close().await;
}

#[tokio::test]
async fn the_browsers_time_zone_is_offered_once() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    is_in(&browser, "Europe/Berlin").await;
    finds(&browser, ZONE, "berlin", "Berlin").await;
    saves(&browser, &browser.words).await;
    assert_eq!(browser.count(OFFER).await, Some(0));

    let offers = |city: &str, current: &str| {
        browser.words.say_with("region-offer", &[("city", city), ("current_city", current)])
    };
    is_in(&browser, "Europe/Lisbon").await;
    browser.visit("/settings/password").await;
    browser.reads(OFFER, &offers("Lisbon", "Berlin")).await;
    browser.click(".offer [value=false]").await;
    browser.reads_message("#zone-offer-result", "done-keep-zone").await;
    browser.arrive("/settings/password").await;
    assert_eq!(browser.count(OFFER).await, Some(0));
    browser.is_at("#zone-offer-result").await;
    browser.click(".section-link[href='/settings/user']").await;
    browser.arrive("/settings/user").await;
    browser.no_longer_sees("#zone-offer-result .notice").await;
    browser.reload().await;
    assert_eq!(browser.count(OFFER).await, Some(0), "asked once");

    is_in(&browser, "Asia/Tokyo").await;
    browser.visit(PAGE).await;
    browser.reads(OFFER, &offers("Tokyo", "Berlin")).await;
    browser.click(".offer [value=true]").await;
    browser.reads_message("#zone-offer-result", "done-switch-zone").await;
    browser.ready().await;
    assert!(browser.value(ZONE).await.starts_with("Tokyo (UTC+09:00, "));
    assert_eq!(browser.count(OFFER).await, Some(0));
    browser.close().await;
}

#[tokio::test]
async fn language_and_region_without_script() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH.without_script()).await;
    browser.visit("/sign-in").await;
    browser.click(".language[value=es]").await;
    browser.reads("h1", &Words::load("es").say("sign-in-title")).await;
    browser.click(".language[value=en]").await;
    browser.reads_message("h1", "sign-in-title").await;
    enter(&browser, &OWNER, PAGE).await;
    let grouped = format!("document.querySelector(\"select{ZONE} optgroup[label=Europe] [value='Europe/Lisbon']\")");
    assert!(browser.holds(&grouped).await, "zones stand in parts of the world");
    chooses(&browser, ZONE, "Lisb", "Europe/Lisbon").await;
    chooses(&browser, COUNTRY, "Portu", "PT").await;
    chooses(&browser, LANGUAGE, "Deu", "de").await;
    browser.click(SAVE).await;
    browser.reads("#region-result .notice-done", &Words::load("de").say("done-change-region")).await;
    page_is(&browser, "de", "ltr").await;
    for (list, value) in [(LANGUAGE, "de"), (COUNTRY, "PT"), (ZONE, "Europe/Lisbon")] {
        assert_eq!(browser.value(list).await, value);
    }
    browser.reload().await;
    assert_eq!(browser.count(".notice").await, Some(0), "what was done is said once");
    browser.close().await;
}

#[tokio::test]
async fn what_was_chosen_before_hydration_is_kept() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH.impatient()).await;
    enter(&browser, &OWNER, "/settings/user").await;
    browser.slow_down(Some(40_000)).await;
    browser.go(PAGE).await;
    chooses(&browser, ZONE, "Kathm", "Asia/Kathmandu").await;
    chooses(&browser, LANGUAGE, "Deu", "de").await;
    assert!(!browser.holds("document.documentElement.dataset.hydrated").await, "the program came before");
    browser.slow_down(None).await;
    browser.ready().await;
    browser.sees(&format!("input{ZONE}")).await;
    assert!(browser.value(ZONE).await.starts_with("Kathmandu (UTC+05:45, "));
    assert_eq!(browser.value(LANGUAGE).await, "de");
    browser.reads(PREVIEW, "1.234.567,891").await;
    browser.close().await;
}

#[tokio::test]
async fn the_page_is_the_same_when_one_comes_by_a_link() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    browser.sees(&format!("input{ZONE}")).await;
    let shown = [browser.value(COUNTRY).await, browser.value(ZONE).await];
    browser.visit("/settings/user").await;
    browser.click(".section-link[href='/settings/region']").await;
    browser.is_at("#page-title").await;
    assert_eq!([browser.value(COUNTRY).await, browser.value(ZONE).await], shown);
    finds(&browser, ZONE, "lisbon", "Lisbon").await;
    saves(&browser, &browser.words).await;
    assert!(browser.value(ZONE).await.starts_with("Lisbon (UTC"));
    browser.close().await;
}
