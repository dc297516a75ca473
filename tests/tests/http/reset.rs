//! SECURITY.md 75 and 76: a forgotten password.

use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::people::number;
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, MEMBER, NEW_PASSWORD, OWNER, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);

/// What a visitor can tell one answer from another by.
fn face(answer: &Answer) -> (u16, String, Vec<String>) {
    let mut names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (answer.status, answer.body.clone(), names)
}

#[tokio::test]
async fn s75_an_unknown_address_answers_like_a_known_one() {
    let letters = Letters::start().await;
    let known = letters.server.client().forgot(OWNER.email).await.expect(200);
    let unknown = letters.server.client().forgot("nobody@example.test").await.expect(200);
    assert_eq!(face(&known), face(&unknown));
    let loud = letters.server.client().forgot(&MEMBER.email.to_uppercase()).await.expect(200);
    assert_eq!(face(&known), face(&loud));
    letters.token(OWNER.email, "/reset-password", 1).await;
    letters.token(MEMBER.email, "/reset-password", 1).await;
    assert!(letters.mail.mails_to("nobody@example.test").is_empty());
    assert_eq!(letters.server.database.messages("password-reset").await.len(), 2);
    letters.server.client().forgot("no address").await.expect_error(422, "invalid");
}

#[tokio::test]
async fn s75_the_form_without_script_tells_no_more() {
    let server = Server::start().await;
    let mut pages = Vec::new();
    for email in [OWNER.email, "nobody@example.test"] {
        let client = server.client();
        let answer = client.submit("/forgot-password", "forgot-password", &[("email", email)]).await;
        assert_eq!(answer.redirect().as_deref(), Some("/forgot-password"));
        let page = client.page("/forgot-password").await.expect(200).body;
        assert!(page.contains(&Words::load("en").say("done-forgot-password")), "{page}");
        pages.push(page.matches("<p").count());
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn s75_a_link_is_long_and_works_once() {
    let letters = Letters::start().await;
    let token = letters.reset_token(OWNER.email, 1).await;
    assert!(token.len() >= 43, "256 bits in base64: {token}");
    let answers = at_once(4, |_| {
        let (client, token) = (letters.server.client(), token.clone());
        async move { client.reset(&token, NEW_PASSWORD).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    let again = letters.server.client().reset(&token, "eleven lanterns over Bergen").await.expect(409);
    assert_eq!(again.data()["cause"]["error"], "used");
    letters.server.client().try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s75_a_newer_link_kills_the_older_one_and_an_hour_kills_both() {
    let letters = Letters::start().await;
    let first = letters.reset_token(OWNER.email, 1).await;
    let second = letters.reset_token(OWNER.email, 2).await;
    let client = letters.server.client();
    assert_eq!(client.reset(&first, NEW_PASSWORD).await.expect(410).data()["cause"]["error"], "replaced");
    letters.server.database.let_time_pass(HOUR).await;
    assert_eq!(client.reset(&second, NEW_PASSWORD).await.expect(410).data()["cause"]["error"], "expired");
    assert_eq!(client.reset("x", NEW_PASSWORD).await.expect(404).data()["cause"]["error"], "unknown");
    client.try_sign_in(OWNER.email, OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s75_a_password_that_is_refused_leaves_the_link_as_it_is() {
    let letters = Letters::start().await;
    let token = letters.reset_token(OWNER.email, 1).await;
    let client = letters.server.client();
    let short = client.reset(&token, "too short").await.expect_error(422, "refused");
    assert_eq!(short.data()["problem"]["why"], "too-short");
    let form = json!({ "token": token, "new": NEW_PASSWORD, "repeat": "eleven lanterns over Bergen" });
    let differs = client.call("/api/password/reset", form).await.expect_error(422, "refused");
    assert_eq!(differs.data()["problem"]["why"], "mismatch");

    let page = format!("/reset-password?t={token}");
    let typed = [("new", "too short"), ("repeat", "too short")];
    let answer = client.submit(&page, "reset-password", &typed).await;
    assert_eq!(answer.redirect().as_deref(), Some(page.as_str()), "the form can be filled in again");
    let shown = client.page(&page).await.expect(200).body;
    assert!(shown.contains("reset-password-new-error") && !shown.contains("too short\""), "{shown}");
    let typed = [("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)];
    let answer = client.submit(&page, "reset-password", &typed).await;
    assert_eq!(answer.redirect().as_deref(), Some("/sign-in"));
    let shown = client.page("/sign-in").await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("done-reset-password")), "{shown}");
    client.try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s75_links_are_limited_per_address_and_per_network_without_telling() {
    let letters = Letters::start().await;
    let client = letters.server.client();
    for _ in 0..5 {
        client.forgot(OWNER.email).await.expect(200);
    }
    assert_eq!(letters.server.database.messages("password-reset").await.len(), 3);
    for _ in 5..10 {
        client.forgot("nobody@example.test").await.expect(200);
    }
    let limited = client.forgot(MEMBER.email).await.expect_error(429, "too-many");
    assert!(!limited.header("retry-after").is_empty());
}

#[tokio::test]
async fn s76_a_reset_ends_sessions_and_pending_changes_and_is_told_to_every_contact() {
    let letters = Letters::start().await;
    let (client, _, confirmation) = letters.pending(&OWNER, "olive.new@example.test").await;
    let change = client.change_phone(&OWNER, &number(176)).await;
    let code = letters.sms.wait_for_code(&number(176), 1).await;
    let desktop = letters.server.client().as_desktop();
    desktop.try_sign_in(OWNER.email, OWNER.password).await.expect(200);
    let bystander = letters.server.client_of(&MEMBER).await;

    let token = letters.reset_token(OWNER.email, 1).await;
    let answer = client.reset(&token, NEW_PASSWORD).await.expect(200);
    assert!(answer.set_cookies().iter().any(|cookie| cookie.is_of_session()), "the dead cookie is forgotten");
    assert!(!client.is_signed_in().await && !desktop.is_signed_in().await);
    assert!(bystander.is_signed_in().await);
    client.confirm(&confirmation).await.expect_error(410, "replaced");
    client.try_sign_in(OWNER.email, OWNER.password).await.expect(401);
    client.try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
    let form = json!({ "change": change, "code": code, "password": NEW_PASSWORD });
    client.call("/api/phone/validate", form).await.expect_error(409, "not-pending");
    letters.mail.wait_for(OWNER.email, "password was reset").await;
    assert!(letters.sms.wait_for(OWNER.phone.expect("a number"), 1).await.text.contains("was reset"));
}

#[tokio::test]
async fn s76_a_reset_lets_in_whom_wrong_passwords_kept_out() {
    let letters = Letters::start().await;
    let attacker = letters.server.client();
    for _ in 0..10 {
        attacker.try_sign_in(OWNER.email, "wrong").await;
        letters.server.database.execute("DELETE FROM buckets").await;
    }
    let token = letters.reset_token(OWNER.email, 1).await;
    let client = letters.server.client();
    client.reset(&token, NEW_PASSWORD).await.expect(200);
    client.try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s76_a_reset_takes_back_what_wrong_passwords_were_counted_for() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    client.change_email(MEMBER.email, WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    letters.server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    assert_eq!(letters.server.database.count("failures").await, 3, "beside a change, from here, and from anywhere");
    let token = letters.reset_token(OWNER.email, 1).await;
    client.reset(&token, NEW_PASSWORD).await.expect(200);
    assert_eq!(letters.server.database.count("failures").await, 0);
}
