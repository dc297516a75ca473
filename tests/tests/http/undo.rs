//! SECURITY.md 35 and 77 to 79: undoing a change of the address or of the number.

use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::mail::link_token;
use perfil_tests::people::number;
use perfil_tests::probes::at_once;
use perfil_tests::{Client, MEMBER, NEW_PASSWORD, OWNER, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const NEW: &str = "olive.new@example.test";
const DAY: Duration = Duration::from_secs(86_400);

async fn shows(client: &Client, token: &str, status: u16, message: &str) {
    let page = client.page(&format!("/undo?t={token}")).await.expect(status);
    let sentence = Words::load("en").say(message);
    assert!(page.body.contains(&sentence), "“{sentence}” is missing in {}", page.body);
}

/// Another number for [`OWNER`]: the token that the old one got.
async fn change_number(letters: &Letters, new: &str) -> String {
    let client = letters.server.client_of(&OWNER).await;
    let change = client.change_phone(&OWNER, new).await;
    let code = letters.sms.wait_for_code(new, 1).await;
    client.validate(&change, &code).await.expect(200);
    let old = OWNER.phone.expect("a number");
    link_token(&letters.sms.wait_for(old, 1).await.text, "/undo")
}

#[tokio::test]
async fn s35_the_old_mailbox_is_told_and_can_undo() {
    let letters = Letters::start().await;
    let (thief, token) = letters.changed(&OWNER, NEW).await;
    let told = letters.letter(OWNER.email, "/undo", 1).await;
    assert!(told.text.contains("o…@example.test") && !told.text.contains(NEW), "the new one is masked: {}", told.text);
    assert!(letters.mail.mails_to(NEW).iter().all(|mail| !mail.source.contains(&token)), "only the old one gets it");

    let undone = letters.server.client().undo(&token).await.expect(200).json();
    assert_eq!(undone, "email");
    assert!(!thief.is_signed_in().await);
    letters.server.client().try_sign_in(NEW, OWNER.password).await.expect(401);
    letters.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(200);
    letters.mail.wait_for(OWNER.email, "was restored").await;
}

#[tokio::test]
async fn s77_an_undo_ends_all_sessions_and_freezes_contacts_for_a_day() {
    let letters = Letters::start().await;
    let (thief, token) = letters.changed(&OWNER, NEW).await;
    let desktop = letters.server.client().as_desktop();
    desktop.try_sign_in(NEW, OWNER.password).await.expect(200);
    thief.change_email("olive.third@example.test", OWNER.password).await.expect(200);
    let pending = letters.token("olive.third@example.test", "/confirm-email", 1).await;
    let reset = letters.reset_token(NEW, 1).await;
    let answer = thief.undo(&token).await.expect(200);
    assert!(answer.set_cookies().iter().any(|cookie| cookie.is_of_session()), "the dead cookie is forgotten");
    assert!(!thief.is_signed_in().await && !desktop.is_signed_in().await);
    thief.confirm(&pending).await.expect_error(410, "replaced");
    let refused = thief.reset(&reset, NEW_PASSWORD).await.expect(410);
    assert_eq!(refused.data()["cause"]["error"], "replaced", "a link in the thief's mailbox");
    assert_eq!(letters.server.database.count("known_devices").await, 0, "the thief's device is a stranger again");

    let client = letters.server.client_of(&OWNER).await;
    let left = client.account().await["frozen_for"].as_u64().expect("seconds");
    assert!((86_000..=86_400).contains(&left), "{left}");
    client.change_email(NEW, OWNER.password).await.expect_error(403, "frozen");
    client.try_change_phone(&number(177), OWNER.password).await.expect_error(403, "frozen");
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect_error(403, "frozen");
    client.change_email(NEW, WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    letters.server.database.let_time_pass(DAY).await;
    let client = letters.server.client_of(&OWNER).await;
    client.change_email(NEW, OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s77_an_undo_ends_only_its_own_persons_sessions() {
    let letters = Letters::start().await;
    let (_, token) = letters.changed(&OWNER, NEW).await;
    let bystander = letters.server.client_of(&MEMBER).await;
    bystander.undo(&token).await.expect(200);
    assert!(bystander.is_signed_in().await, "who undoes for somebody else stays signed in");
}

#[tokio::test]
async fn s77_looking_changes_nothing_and_the_button_works_once() {
    let letters = Letters::start().await;
    let (_, token) = letters.changed(&OWNER, NEW).await;
    let client = letters.server.client();
    let before = letters.server.database.snapshot().await;
    let link = client.look("undo", &token).await.expect(200).json();
    assert_eq!(link, json!({ "UndoEmail": { "old": OWNER.email, "new": "o…@example.test" } }));
    shows(&client, &token, 200, "undo-hint").await;
    assert_eq!(letters.server.database.snapshot().await, before);

    let answers = at_once(8, |_| {
        let (client, token) = (letters.server.client(), token.clone());
        async move { client.undo(&token).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    client.undo(&token).await.expect_error(409, "undone");
    shows(&client, &token, 409, "undo-done-before").await;
    assert_eq!(letters.server.database.messages("email-restored").await.len(), 1);
}

#[tokio::test]
async fn s77_the_old_number_can_undo_too() {
    let letters = Letters::start().await;
    let token = change_number(&letters, &number(171)).await;
    let client = letters.server.client();
    let link = client.look("undo", &token).await.expect(200).json();
    assert_eq!(link["UndoPhone"]["old"], "+44 7700 900001");
    assert!(!link.to_string().contains("900171"), "the new one is masked: {link}");
    assert_eq!(client.undo(&token).await.expect(200).json(), "phone");
    assert_eq!(letters.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    letters.mail.wait_for(OWNER.email, "phone number was restored").await;
    assert!(letters.sms.wait_for(OWNER.phone.expect("a number"), 2).await.text.contains("again"));
}

#[tokio::test]
async fn s78_nobody_else_takes_the_old_address_while_it_can_come_back() {
    let letters = Letters::start().await;
    let (_, token) = letters.changed(&OWNER, NEW).await;
    let other = letters.server.client_of(&MEMBER).await;
    other.change_email(OWNER.email, MEMBER.password).await.expect(200);
    letters.mail.wait_for(OWNER.email, "tried to use your address").await;
    assert!(!letters.mail.mails_to(OWNER.email).iter().any(|mail| mail.text.contains("/confirm-email")));
    letters.server.client().undo(&token).await.expect(200);
    letters.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s78_a_link_from_before_the_change_does_not_take_it_either() {
    let letters = Letters::start().await;
    let (member, _, wanted) = letters.pending(&MEMBER, NEW).await;
    let owner = letters.server.client_of(&OWNER).await;
    owner.change_email(NEW, OWNER.password).await.expect(200);
    owner.confirm(&letters.token(NEW, "/confirm-email", 2).await).await.expect(200);
    owner.change_email("olive.third@example.test", OWNER.password).await.expect(200);
    owner.confirm(&letters.token("olive.third@example.test", "/confirm-email", 1).await).await.expect(200);
    let token = letters.token(NEW, "/undo", 1).await;

    letters.server.client().confirm(&wanted).await.expect_error(410, "replaced");
    letters.mail.wait_for(MEMBER.email, "could not be changed").await;
    let account = member.account().await;
    assert_eq!((&account["email"], &account["pending_email"]), (&json!(MEMBER.email), &json!(null)));
    letters.server.client().undo(&token).await.expect(200);
    letters.server.client().try_sign_in(NEW, OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s78_nobody_else_takes_the_old_number_while_it_can_come_back() {
    let letters = Letters::start().await;
    let old = OWNER.phone.expect("a number");
    let token = change_number(&letters, &number(178)).await;
    let other = letters.server.client_of(&MEMBER).await;
    let change = other.change_phone(&MEMBER, old).await;
    let code = letters.sms.wait_for_code(old, 1).await;
    other.validate(&change, &code).await.expect_error(409, "reserved");
    assert_eq!(letters.server.database.phone(MEMBER.email).await, None);
    letters.server.client().undo(&token).await.expect(200);
    assert_eq!(letters.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
}

#[tokio::test]
async fn s79_after_a_later_change_only_the_newest_link_undoes() {
    let letters = Letters::start().await;
    let (client, first) = letters.changed(&OWNER, NEW).await;
    client.change_email("olive.third@example.test", OWNER.password).await.expect(200);
    let token = letters.token("olive.third@example.test", "/confirm-email", 1).await;
    client.confirm(&token).await.expect(200);
    let second = letters.token(NEW, "/undo", 1).await;

    let visitor = letters.server.client();
    let before = letters.server.database.snapshot().await;
    visitor.undo(&first).await.expect_error(409, "changed-since");
    shows(&visitor, &first, 409, "undo-changed-since").await;
    assert_eq!(letters.server.database.snapshot().await, before);
    assert_eq!(visitor.undo(&second).await.expect(200).json(), "email");
    assert_eq!(visitor.undo(&first).await.expect(200).json(), "email-again", "while contacts are frozen");
    letters.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s79_a_week_later_nothing_can_be_undone() {
    let letters = Letters::start().await;
    let (_, token) = letters.changed(&OWNER, NEW).await;
    let client = letters.server.client();
    letters.server.database.let_time_pass(6 * DAY).await;
    shows(&client, &token, 200, "undo-hint").await;
    letters.server.database.let_time_pass(DAY).await;
    client.undo(&token).await.expect_error(410, "expired");
    shows(&client, &token, 410, "link-expired").await;
    assert_eq!(letters.server.client().try_sign_in(NEW, OWNER.password).await.status, 200);
}

#[tokio::test]
async fn s79_the_page_without_script_says_what_came_back() {
    let letters = Letters::start().await;
    let (thief, token) = letters.changed(&OWNER, NEW).await;
    let page = format!("/undo?t={token}");
    let answer = thief.submit(&page, "undo", &[]).await;
    assert_eq!(answer.redirect().as_deref(), Some("/undo"), "the token is gone from the address");
    let shown = thief.page("/undo").await.expect(200);
    assert!(shown.body.contains(&Words::load("en").say("done-undo-email")), "{}", shown.body);
    assert!(!shown.body.contains(&token));
    assert!(!thief.is_signed_in().await);
    let again = letters.server.client();
    shows(&again, &token, 409, "undo-done-before").await;
}
