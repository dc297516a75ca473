//! SECURITY.md 34, 36, 38 and 40 to 43: changing the email address.

use perfil_tests::letters::{Letters, email_change_of};
use perfil_tests::people::number;
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, MEMBER, NEW_PASSWORD, OWNER, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const NEW: &str = "olive.new@example.test";
const DAY: Duration = Duration::from_secs(86_400);

#[tokio::test]
async fn s34_the_old_address_stays_in_use_until_the_new_one_confirms() {
    let letters = Letters::start().await;
    let (client, _, token) = letters.pending(&OWNER, NEW).await;
    let account = client.account().await;
    assert_eq!(account["email"], OWNER.email);
    assert_eq!(account["pending_email"]["address"], NEW);
    let elsewhere = letters.server.client_of(&OWNER).await;
    assert_eq!(elsewhere.account().await["pending_email"]["address"], NEW, "every device shows it");
    letters.server.client().try_sign_in(NEW, OWNER.password).await.expect(401);

    letters.server.client().confirm(&token).await.expect(200);
    let account = client.account().await;
    assert_eq!((&account["email"], &account["pending_email"]), (&json!(NEW), &json!(null)));
    letters.server.client().try_sign_in(NEW, OWNER.password).await.expect(200);
    letters.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(401);
}

#[tokio::test]
async fn s34_both_mailboxes_are_told() {
    let letters = Letters::start().await;
    let (client, _, token) = letters.pending(&OWNER, NEW).await;
    letters.mail.wait_for(OWNER.email, "about to change").await;
    client.confirm(&token).await.expect(200);
    letters.mail.wait_for(OWNER.email, "was changed").await;
    letters.mail.wait_for(NEW, "now the address").await;
    for mail in letters.mail.mails() {
        assert!(mail.recipients.contains(NEW) || !mail.source.contains(&token), "only the new mailbox gets the link");
    }
}

#[tokio::test]
async fn s23_a_change_needs_the_password() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    for password in ["", WRONG_PASSWORD, MEMBER.password] {
        client.change_email(NEW, password).await.expect_error(403, "wrong-password");
    }
    client.call("/api/email/change", json!({ "email": NEW })).await.expect(422);
    client.call("/api/email/change", json!({ "email": NEW, "password": null })).await.expect(422);
    assert_eq!(client.account().await["pending_email"], json!(null));
    client.change_email(&OWNER.email.to_uppercase(), OWNER.password).await.expect_error(422, "unchanged");
}

#[tokio::test]
async fn s36_a_link_is_long_and_works_once() {
    let letters = Letters::start().await;
    let (_, _, token) = letters.pending(&OWNER, NEW).await;
    assert!(token.len() >= 43, "256 bits in base64: {token}");
    let answers = at_once(8, |_| {
        let (client, token) = (letters.server.client(), token.clone());
        async move { client.confirm(&token).await }
    })
    .await;
    let won = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(won, 1, "{answers:?}");
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.error() == "used"), "{answers:?}");
    assert_eq!(letters.server.database.messages("email-changed-new").await.len(), 1);
}

#[tokio::test]
async fn s36_a_newer_link_kills_the_older_one() {
    let letters = Letters::start().await;
    let (client, change, first) = letters.pending(&OWNER, NEW).await;
    client.call("/api/email/resend", json!({ "change": change })).await.expect_error(429, "resend-too-soon");
    letters.server.database.let_time_pass(Duration::from_secs(31)).await;
    client.call("/api/email/resend", json!({ "change": change })).await.expect(200);
    let second = letters.token(NEW, "/confirm-email", 2).await;
    client.confirm(&first).await.expect_error(404, "unknown");

    let account = client.change_email("olive.other@example.test", OWNER.password).await.expect(200).json();
    assert_ne!(email_change_of(&account), change);
    client.confirm(&second).await.expect_error(410, "replaced");
    let third = letters.token("olive.other@example.test", "/confirm-email", 1).await;
    client.confirm(&third).await.expect(200);
    assert_eq!(client.account().await["email"], "olive.other@example.test", "bound to the address it went to");
}

#[tokio::test]
async fn s36_a_link_lives_for_a_day() {
    let letters = Letters::start().await;
    let (client, change, token) = letters.pending(&OWNER, NEW).await;
    let left = client.account().await["pending_email"]["expires_in"].as_u64().expect("seconds");
    assert!((86_000..=86_400).contains(&left), "{left}");
    letters.server.database.let_time_pass(DAY).await;
    client.confirm(&token).await.expect_error(410, "expired");
    client.sign_in(&OWNER).await;
    assert_eq!(client.account().await["pending_email"], json!(null));
    client.call("/api/email/resend", json!({ "change": change })).await.expect_error(409, "not-pending");
}

#[tokio::test]
async fn s36_a_change_that_was_given_up_is_of_no_use() {
    let letters = Letters::start().await;
    let (client, change, token) = letters.pending(&OWNER, NEW).await;
    let stranger = letters.server.client_of(&MEMBER).await;
    stranger.call("/api/email/cancel", json!({ "change": change })).await.expect_error(409, "not-pending");
    client.call("/api/email/cancel", json!({ "change": change })).await.expect(200);
    client.confirm(&token).await.expect_error(410, "replaced");
    assert_eq!(client.account().await["email"], OWNER.email);
}

#[tokio::test]
async fn s33_a_new_password_ends_a_pending_change() {
    let letters = Letters::start().await;
    let (client, _, token) = letters.pending(&OWNER, NEW).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    client.confirm(&token).await.expect_error(410, "replaced");
}

#[tokio::test]
async fn s38_no_step_can_be_skipped() {
    let letters = Letters::start().await;
    let (client, change, token) = letters.pending(&OWNER, NEW).await;
    let before = letters.server.database.snapshot().await;
    for wrong in ["", "x", &change, "null", &token[..42], &format!("{token}x"), &"A".repeat(43), "' OR '1'='1"] {
        client.confirm(wrong).await.expect_error(404, "unknown");
    }
    client.undo(&token).await.expect_error(404, "unknown");
    client.reset(&token, NEW_PASSWORD).await.expect(404);
    client.call("/api/email/confirm", json!({ "token": token, "email": MEMBER.email })).await.expect(422);
    client.call("/api/email/confirm", json!({ "change": change })).await.expect(422);
    let form = json!({ "email": NEW, "password": OWNER.password, "email_verified": true });
    client.call("/api/email/change", form).await.expect(422);
    client.validate(&change, "123456").await.expect_error(409, "not-pending");
    client.resend(&change).await.expect_error(409, "not-pending");
    client.call("/api/phone/cancel", json!({ "change": change })).await.expect_error(409, "not-pending");
    assert_eq!(letters.server.database.snapshot().await, before);
    client.confirm(&token).await.expect(200);
}

/// The account without what differs from change to change, and the seconds that the link lives and that it must wait.
fn without_times(answer: &Answer) -> (serde_json::Value, [u64; 2]) {
    let mut account = answer.json();
    let pending = &mut account["pending_email"];
    let seconds = ["expires_in", "resend_in"].map(|time| pending[time].take().as_u64().expect("seconds"));
    for gone in ["change", "address"] {
        pending[gone].take();
    }
    (account, seconds)
}

#[tokio::test]
async fn s40_a_taken_address_answers_like_a_free_one() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let free = client.change_email(NEW, OWNER.password).await.expect(200);
    let taken = client.change_email(MEMBER.email, OWNER.password).await.expect(200);
    let ((taken_account, taken_times), (free_account, free_times)) = (without_times(&taken), without_times(&free));
    assert_eq!(taken_account, free_account);
    assert!((0..2).all(|time| taken_times[time].abs_diff(free_times[time]) <= 1), "{taken_times:?} {free_times:?}");
    let told = letters.mail.wait_for(MEMBER.email, "tried to use your address").await;
    assert!(!told.text.contains("?t="), "there is no link in it: {}", told.text);
    let resent = {
        letters.server.database.let_time_pass(Duration::from_secs(31)).await;
        client.call("/api/email/resend", json!({ "change": email_change_of(&taken.json()) })).await.expect(200)
    };
    assert_eq!(resent.json()["pending_email"]["address"], MEMBER.email);
    assert!(!letters.mail.mails_to(MEMBER.email).iter().any(|mail| mail.text.contains("/confirm-email")));
}

#[tokio::test]
async fn s41_what_only_looks_like_an_address_is_none() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    for alike in ["m\u{131}ro.member@example.test", "miro.member@example.te\u{17F}t", "mir\u{43E}.member@example.test"]
    {
        client.change_email(alike, OWNER.password).await.expect_error(422, "invalid");
    }
    client.change_email("MIRO.Member@EXAMPLE.test", OWNER.password).await.expect(200);
    let told = letters.mail.wait_for(MEMBER.email, "tried to use your address").await;
    assert!(told.recipients.contains(MEMBER.email), "as it is stored, not as it was typed: {}", told.recipients);
}

#[tokio::test]
async fn s42_a_new_address_ends_a_pending_change_of_the_number() {
    let letters = Letters::start().await;
    let (client, _, token) = letters.pending(&OWNER, NEW).await;
    let change = client.change_phone(&OWNER, &number(142)).await;
    let code = letters.sms.wait_for_code(&number(142), 1).await;
    letters.server.client().confirm(&token).await.expect(200);
    assert_eq!(client.account().await["pending_phone"], json!(null));
    client.validate(&change, &code).await.expect_error(409, "not-pending");
    assert_eq!(letters.server.database.phone(NEW).await.as_deref(), OWNER.phone);
}

#[tokio::test]
async fn s75_a_new_address_ends_links_that_the_old_one_got() {
    let letters = Letters::start().await;
    let (_, _, token) = letters.pending(&OWNER, NEW).await;
    let reset = letters.reset_token(OWNER.email, 1).await;
    letters.server.client().confirm(&token).await.expect(200);
    let refused = letters.server.client().reset(&reset, NEW_PASSWORD).await.expect(410);
    assert_eq!(refused.data()["cause"]["error"], "replaced");
}

#[tokio::test]
async fn s43_an_address_cannot_add_a_recipient_or_a_header() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    for attack in [
        "a@example.test, b@example.test",
        "a@example.test\r\nBcc: b@example.test",
        "a@example.test>\r\nRCPT TO:<b@example.test",
        "\"a b\"@example.test",
        "<a@example.test>",
        "a@example.test;b@example.test",
        "a@[127.0.0.1]",
        "@example.test",
        "a@",
    ] {
        client.change_email(attack, OWNER.password).await.expect_error(422, "invalid");
    }
    assert_eq!(letters.server.database.messages("email-confirm").await.len(), 0);
}

#[tokio::test]
async fn mails_are_counted_per_person() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    for index in 0..5 {
        client.change_email(&format!("olive.{index}@example.test"), OWNER.password).await.expect(200);
    }
    client.change_email("olive.6@example.test", OWNER.password).await.expect_error(429, "too-many-messages");
}
