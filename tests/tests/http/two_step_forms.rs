//! Two-step sign-in without script: SECURITY.md 12, 38 and 81.

use perfil_tests::browser::Words;
use perfil_tests::factors::{App, settle};
use perfil_tests::{Answer, Client, OWNER, Server, WRONG_PASSWORD, html};
use std::collections::BTreeSet;

const PAGE: &str = "/settings/two-step";
const SECOND_STEP: &str = "/sign-in/second-step";

/// The page that a form leads to, which is that one.
async fn shown(client: &Client, answer: Answer, path: &str) -> String {
    let location = answer.expect(303).redirect().expect("a redirect");
    assert_eq!(location.split('?').next(), Some(path));
    client.page(&location).await.expect(200).body
}

fn says(page: &str, message: &str) -> bool {
    html::unescape(page).contains(&Words::load("en").say(message))
}

/// Recovery codes in the words of a page.
fn codes_on(page: &str) -> BTreeSet<String> {
    let is_group =
        |group: &str| group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let codes = words.filter(|word| word.len() == 19 && word.split('-').count() == 4 && word.split('-').all(is_group));
    codes.map(str::to_owned).collect()
}

/// Adds an app on the page; it, and what the page shows then.
async fn use_app(client: &Client, name: &str) -> (App, String) {
    let typed = [("name", name), ("password", OWNER.password)];
    shown(client, client.submit(PAGE, "add-app", &typed).await, PAGE).await;
    let app = App::pending_on(&client.factors().await);
    settle().await;
    let answer = client.submit(PAGE, "confirm-app", &[("code", &app.code_in(-1))]).await;
    (app, shown(client, answer, PAGE).await)
}

/// A new browser that has typed the password without script.
async fn half_way(server: &Server, next: &str) -> (Client, String) {
    let client = server.client();
    let typed = [("email", OWNER.email), ("password", OWNER.password), ("next", next)];
    let answer = client.submit("/sign-in", "sign-in", &typed).await.expect(303);
    let location = answer.redirect().expect("a redirect");
    assert!(location.starts_with(&format!("{SECOND_STEP}?next=")), "{location}");
    assert!(answer.set_cookies().iter().all(|cookie| !cookie.is_of_session()));
    (client, location)
}

#[tokio::test]
async fn an_app_is_added_confirmed_and_removed_without_script() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let typed = [("name", "Pocket telephone"), ("password", WRONG_PASSWORD)];
    let page = shown(&client, client.submit(PAGE, "add-app", &typed).await, PAGE).await;
    assert!(says(&page, "factor-password-wrong") && page.contains("Pocket telephone"), "the name is shown again");
    let typed = [("name", "Pocket telephone"), ("password", OWNER.password)];
    let page = shown(&client, client.submit(PAGE, "add-app", &typed).await, PAGE).await;
    let pending = client.factors().await["pending"].clone();
    assert!(page.contains(pending["secret"].as_str().expect("a secret")), "the secret can be typed into an app");
    assert!(page.contains(pending["qr"]["path"].as_str().expect("a picture")), "or scanned");
    let page = shown(&client, client.submit(PAGE, "cancel-app", &[]).await, PAGE).await;
    assert!(says(&page, "done-cancel-app"), "{page}");

    let (_, page) = use_app(&client, "Pocket telephone").await;
    assert!(says(&page, "done-recovery-codes-first") && page.contains("Pocket telephone"), "{page}");
    assert_eq!(codes_on(&page).len(), 10, "{page}");
    let again = client.page(PAGE).await.expect(200).body;
    assert!(codes_on(&again).is_empty() && !says(&again, "done-recovery-codes-first"), "shown once");
    let (_, page) = use_app(&client, "Tablet").await;
    assert!(says(&page, "done-confirm-app") && codes_on(&page).is_empty());

    let removal = [("password", OWNER.password)];
    let page = shown(&client, client.submit(PAGE, "remove-factor", &removal).await, PAGE).await;
    assert!(says(&page, "done-remove-factor"), "{page}");
    assert_eq!(server.database.factors(OWNER.email).await.len(), 1);
}

#[tokio::test]
async fn new_recovery_codes_are_shown_once_without_script() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let (_, page) = use_app(&client, "Pocket").await;
    let old = codes_on(&page);
    let answer = client.submit(PAGE, "make-recovery-codes", &[("password", OWNER.password)]).await;
    let cookies = format!("{:?}", answer.set_cookies());
    let page = shown(&client, answer, PAGE).await;
    let new = codes_on(&page);
    assert!(says(&page, "done-recovery-codes-new") && new.len() == 10 && new.is_disjoint(&old), "{page}");
    assert!(new.iter().all(|code| !cookies.contains(code)), "what the browser keeps until then is sealed");
    let half = server.half_way(&OWNER).await;
    half.enter_code(old.first().expect("a code")).await.expect_error(422, "wrong-code");
    half.enter_code(new.first().expect("a code")).await.expect(200);
}

#[tokio::test]
async fn s38_signing_in_takes_two_forms_and_leads_on() {
    let server = Server::start().await;
    let (app, page) = use_app(&server.client_of(&OWNER).await, "Pocket").await;
    let codes = codes_on(&page);
    let (client, location) = half_way(&server, "/settings/email").await;
    let page = client.page(&location).await.expect(200).body;
    let input = html::tags(&page).into_iter().find(|tag| tag.attribute("name") == Some("code")).expect("an input");
    assert_eq!(input.attribute("autocomplete"), Some("one-time-code"));
    assert!(!page.contains(OWNER.email) && !page.contains(OWNER.name), "nobody is named before the second step");
    let answer = client.submit(&location, "second-step", &[("code", &app.wrong_code(0))]).await;
    let page = shown(&client, answer, SECOND_STEP).await;
    assert!(says(&page, "second-step-wrong"), "{page}");
    assert!(!client.is_signed_in().await);
    let answer = client.submit(&location, "second-step", &[("code", &app.code())]).await.expect(303);
    assert_eq!(answer.redirect().as_deref(), Some("/settings/email"));
    assert!(client.is_signed_in().await);

    let (client, location) = half_way(&server, "/settings/phone").await;
    let code = codes.first().expect("a code");
    let answer = client.submit(&location, "recovery-code", &[("code", &code.to_uppercase())]).await.expect(303);
    assert_eq!(answer.redirect().as_deref(), Some("/settings/phone"));
    assert!(client.is_signed_in().await);
    let (client, location) = half_way(&server, "/settings/phone").await;
    let answer = client.submit(&location, "recovery-code", &[("code", code)]).await;
    assert!(says(&shown(&client, answer, SECOND_STEP).await, "second-step-wrong"));
}

#[tokio::test]
async fn s12_the_second_step_leads_to_this_site_only() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let (app, _) = use_app(&server.client_of(&OWNER).await, "Pocket").await;
    for next in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        let (client, location) = half_way(&server, next).await;
        assert!(location.ends_with("next=%2Fsettings%2Fuser"), "{next:?} leads to {location:?}");
        server.forget_used_codes().await;
        let typed = [("code", &*app.code()), ("next", next)];
        let answer = client.submit(&location, "second-step", &typed).await.expect(303);
        assert_eq!(answer.redirect().as_deref(), Some("/settings/user"), "{next:?}");
    }
}

#[tokio::test]
async fn s38_whoever_waited_too_long_is_told_and_can_begin_again() {
    let server = Server::start().await;
    let (app, _) = use_app(&server.client_of(&OWNER).await, "Pocket").await;
    let (client, location) = half_way(&server, "/settings/email").await;
    let page = client.page(&location).await.expect(200).body;
    let form = html::forms(&page).into_iter().find(|form| form.action == "/forms/second-step").expect("the form");
    let mut fields = form.fields;
    fields.retain(|(name, _)| name != "code");
    fields.push(("code".to_owned(), app.code()));
    server.database.let_time_pass(std::time::Duration::from_secs(600)).await;
    let answer = client.post_form("/forms/second-step", &fields).send().await.expect(303);
    let page = client.page(&answer.redirect().expect("a redirect")).await;
    assert!(says(&page.body, "second-step-expired"), "{}", page.body);
    assert!(page.body.contains("/sign-in"), "it leads back: {}", page.body);
    assert!(!client.is_signed_in().await);
    let stranger = server.client().page(SECOND_STEP).await;
    assert!(!stranger.body.contains("/forms/second-step"), "there is nothing to fill in: {}", stranger.body);
}

#[tokio::test]
async fn s81_codes_and_passwords_never_come_back_without_script() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let app = client.add_app("Pocket", &OWNER).await;
    let wrong = app.wrong_code(0);
    let answer = client.submit(PAGE, "confirm-app", &[("code", &wrong)]).await;
    let page = shown(&client, answer, PAGE).await;
    assert!(says(&page, "factor-code-wrong") && !page.contains(&wrong), "{page}");
    settle().await;
    client.confirm_app(&app, &app.code()).await.expect(200);
    for (form, typed) in [
        ("add-app", vec![("name", "Tablet"), ("password", WRONG_PASSWORD)]),
        ("make-recovery-codes", vec![("password", WRONG_PASSWORD)]),
        ("remove-factor", vec![("password", WRONG_PASSWORD)]),
    ] {
        let answer = client.submit(PAGE, form, &typed).await;
        let cookies = format!("{:?}", answer.set_cookies());
        let page = shown(&client, answer, PAGE).await;
        assert!(!page.contains(WRONG_PASSWORD) && !cookies.contains(WRONG_PASSWORD), "{form}");
        assert!(says(&page, "factor-password-wrong"), "{form}: {page}");
    }
    let (half, location) = half_way(&server, "/settings/user").await;
    for (form, code) in [("second-step", wrong.as_str()), ("recovery-code", "zzzz-zzzz-zzzz-zzzz")] {
        let answer = half.submit(&location, form, &[("code", code)]).await;
        let page = shown(&half, answer, SECOND_STEP).await;
        assert!(!page.contains(code), "{form}: {page}");
    }
}
