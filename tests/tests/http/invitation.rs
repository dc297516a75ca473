//! An invitation: a link by mail, by which somebody whom the platform created chooses the first password.

use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::platform::run;
use perfil_tests::probes::at_once;
use perfil_tests::provisioning::{ADA, ada, person, with};
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Platform};
use serde_json::json;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
const PAGE: &str = "/welcome";

/// Servers with a mailbox, a platform that may create, and Ada, with the token of her invitation.
async fn invited() -> (Letters, Platform, String) {
    let letters = Letters::start().await;
    let platform = Platform::provisioning(&letters.server);
    platform.tell_person("ada", &ada()).await.expect(201);
    let token = letters.token(ADA, PAGE, 1).await;
    (letters, platform, token)
}

async fn accept(client: &Client, token: &str, new: &str) -> Answer {
    client.call("/api/invitation", json!({ "token": token, "new": new, "repeat": new })).await
}

fn cause(answer: &Answer) -> String {
    answer.data()["cause"]["error"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_link_shows_whose_account_it_is_and_chooses_the_first_password() {
    let (letters, _, token) = invited().await;
    let mail = letters.letter(ADA, PAGE, 1).await;
    assert!(mail.text.contains("Ada Arden") && mail.text.contains(OWNER.organization), "{}", mail.text);
    let client = letters.server.client();
    let shown = client.look("invitation", &token).await.expect(200).json();
    let expected = json!({ "Invitation": { "email": ADA, "organization": OWNER.organization, "min": 15 } });
    assert_eq!(shown, expected);
    accept(&client, &token, NEW_PASSWORD).await.expect(200);
    client.try_sign_in(ADA, NEW_PASSWORD).await.expect(200);
    let events = letters.server.database.events(ADA).await;
    assert_eq!(events, ["invited", "invitation-accepted", "signed-in"]);
}

#[tokio::test]
async fn it_is_written_in_the_language_that_the_platform_tells() {
    let letters = Letters::start().await;
    let platform = Platform::provisioning(&letters.server);
    platform.tell_person("ada", &with(ada(), "language", "es")).await.expect(201);
    let mail = letters.letter(ADA, PAGE, 1).await;
    assert!(mail.subject.contains("contraseña"), "{}", mail.subject);
    assert!(!mail.source.contains("List-Unsubscribe"), "s60: about the account, not about a topic");
}

#[tokio::test]
async fn s75_a_link_is_long_and_works_once() {
    let (letters, _, token) = invited().await;
    assert!(token.len() >= 43, "256 bits in base64: {token}");
    let answers = at_once(4, |_| {
        let (client, token) = (letters.server.client(), token.clone());
        async move { accept(&client, &token, NEW_PASSWORD).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    let again = accept(&letters.server.client(), &token, "eleven lanterns over Bergen").await.expect(409);
    assert_eq!(cause(&again), "used");
    letters.server.client().try_sign_in(ADA, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s75_a_newer_link_kills_the_older_one_and_seven_days_kill_both() {
    let (letters, platform, first) = invited().await;
    platform.invite("ada").await.expect(204);
    let second = letters.token(ADA, PAGE, 2).await;
    let client = letters.server.client();
    assert_eq!(cause(&accept(&client, &first, NEW_PASSWORD).await.expect(410)), "replaced");
    letters.server.database.let_time_pass(DAY * 7 - Duration::from_secs(60)).await;
    client.look("invitation", &second).await.expect(200);
    letters.server.database.let_time_pass(Duration::from_secs(60)).await;
    assert_eq!(cause(&accept(&client, &second, NEW_PASSWORD).await.expect(410)), "expired");
    assert_eq!(cause(&accept(&client, "x", NEW_PASSWORD).await.expect(404)), "unknown");
    platform.invite("ada").await.expect(204);
    let third = letters.token(ADA, PAGE, 3).await;
    accept(&client, &third, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s37_looking_uses_nothing_up() {
    let (letters, _, token) = invited().await;
    let client = letters.server.client();
    for _ in 0..3 {
        client.get(&format!("{PAGE}?t={token}")).send().await.expect(200);
        client.look("invitation", &token).await.expect(200);
    }
    accept(&client, &token, NEW_PASSWORD).await.expect(200);
    let dead = client.get(&format!("{PAGE}?t={token}")).send().await.expect(409);
    assert!(dead.body.contains(&Words::load("en").say("link-used")) && dead.body.contains("href=\"/sign-in\""));
    for address in [PAGE.to_owned(), format!("{PAGE}?t="), format!("{PAGE}?t=nonsense")] {
        let shown = client.get(&address).send().await.expect(404);
        assert!(shown.body.contains(&Words::load("en").say("link-unknown")), "{address}: {}", shown.body);
        assert!(shown.body.contains("href=\"/forgot-password\""), "{address} leads nowhere");
    }
}

#[tokio::test]
async fn s38_an_invitation_is_no_reset_and_a_reset_no_invitation() {
    let (letters, _, invitation) = invited().await;
    let reset = letters.reset_token(ADA, 1).await;
    let client = letters.server.client();
    assert_eq!(cause(&client.reset(&invitation, NEW_PASSWORD).await.expect(404)), "unknown");
    assert_eq!(cause(&accept(&client, &reset, NEW_PASSWORD).await.expect(404)), "unknown");
    for (purpose, token) in
        [("reset-password", &invitation), ("invitation", &reset), ("undo", &invitation), ("confirm-email", &invitation)]
    {
        client.look(purpose, token).await.expect_error(404, "unknown");
    }
    accept(&client, &invitation, NEW_PASSWORD).await.expect(200);
    assert_eq!(cause(&client.reset(&reset, NEW_PASSWORD).await.expect(410)), "replaced", "the password is chosen");
}

#[tokio::test]
async fn s25_s28_a_weak_password_is_refused_and_the_link_still_works() {
    let (letters, _, token) = invited().await;
    let client = letters.server.client();
    for (new, why) in [("too short", "too-short"), ("passwordpassword", "common"), (ADA, "personal")] {
        let refused = accept(&client, &token, new).await.expect_error(422, "refused");
        assert_eq!(refused.data()["problem"]["why"], why, "{new}");
    }
    let form = json!({ "token": token, "new": NEW_PASSWORD, "repeat": "eleven lanterns over Bergen" });
    let differs = client.call("/api/invitation", form).await.expect_error(422, "refused");
    assert_eq!(differs.data()["problem"]["why"], "mismatch");
    accept(&client, &token, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s18_without_a_password_nobody_signs_in_and_the_answer_does_not_tell() {
    let (letters, ..) = invited().await;
    let client = letters.server.client();
    let unknown = client.try_sign_in("nobody@example.test", NEW_PASSWORD).await.expect(401);
    for password in ["!", "", NEW_PASSWORD] {
        let refused = letters.server.client().try_sign_in(ADA, password).await.expect(401);
        assert_eq!(refused.body, unknown.body, "{password:?}");
    }
    assert_eq!(letters.server.database.password_hash(ADA).await, "!");
}

#[tokio::test]
async fn s75_a_forgotten_password_helps_who_never_had_one() {
    let (letters, platform, invitation) = invited().await;
    let reset = letters.reset_token(ADA, 1).await;
    let client = letters.server.client();
    client.look("invitation", &invitation).await.expect(200);
    client.reset(&reset, NEW_PASSWORD).await.expect(200);
    client.try_sign_in(ADA, NEW_PASSWORD).await.expect(200);
    let late = accept(&client, &invitation, "eleven lanterns over Bergen").await.expect(410);
    assert_eq!(cause(&late), "replaced");
    platform.invite("ada").await.expect_code(409, "has-password");
    assert_eq!(platform.tell_person("ada", &ada()).await.expect(200).json()["has_password"], true);
}

#[tokio::test]
async fn invitations_are_sent_again_only_to_whom_they_help_and_not_too_often() {
    let (letters, platform, _) = invited().await;
    for _ in 0..3 {
        platform.invite("ada").await.expect(204);
    }
    let limited = platform.invite("ada").await.expect_code(429, "too-many");
    assert!(!limited.header("retry-after").is_empty());
    letters.server.database.let_time_pass(Duration::from_secs(20 * 60)).await;
    platform.invite("ada").await.expect(204);
    platform.invite("eve").await.expect_code(404, "unknown-user");
    let member = letters.server.database.external_id(MEMBER.email).await;
    platform.invite(&member).await.expect_code(409, "has-password");
    platform.tell_person("ada", &with(ada(), "disabled", true)).await.expect(200);
    platform.invite("ada").await.expect_code(409, "deactivated");
}

#[tokio::test]
async fn a_corrected_address_gets_a_link_of_its_own_and_the_mistaken_one_is_shut() {
    let (letters, platform, mistaken) = invited().await;
    let right = "ada.elms@example.test";
    let told = person(right, "Ada Arden");
    assert_eq!(platform.tell_person("ada", &told).await.expect(200).json()["email"], right);
    let client = letters.server.client();
    assert_eq!(cause(&accept(&client, &mistaken, NEW_PASSWORD).await.expect(410)), "replaced");
    let token = letters.token(right, PAGE, 1).await;
    platform.tell_person("ada", &told).await.expect(200);
    platform.tell_person("ada", &person(&right.to_uppercase(), "Ada Arden")).await.expect(200);
    assert_eq!(letters.server.database.messages("invitation").await.len(), 2, "no further one");
    accept(&client, &token, NEW_PASSWORD).await.expect(200);
    client.try_sign_in(ADA, NEW_PASSWORD).await.expect(401);
    client.try_sign_in(right, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s08_a_deactivated_persons_link_is_dead_and_coming_back_brings_a_new_one() {
    let (letters, platform, first) = invited().await;
    platform.tell_person("ada", &with(ada(), "disabled", true)).await.expect(200);
    let client = letters.server.client();
    client.look("invitation", &first).await.expect_error(404, "unknown");
    assert_eq!(cause(&accept(&client, &first, NEW_PASSWORD).await.expect(404)), "unknown");
    client.forgot(ADA).await.expect(200);
    platform.tell_person("ada", &with(ada(), "disabled", false)).await.expect(200);
    let second = letters.token(ADA, PAGE, 2).await;
    assert_eq!(cause(&accept(&client, &first, NEW_PASSWORD).await.expect(410)), "replaced");
    accept(&client, &second, NEW_PASSWORD).await.expect(200);
    assert!(letters.server.database.messages("password-reset").await.is_empty());
}

#[tokio::test]
async fn the_form_works_without_script_and_leads_on_with_the_address() {
    let (letters, _, token) = invited().await;
    let client = letters.server.client();
    let page = format!("{PAGE}?t={token}");
    let weak = [("new", "too short"), ("repeat", "too short")];
    let answer = client.submit(&page, "welcome", &weak).await;
    assert_eq!(answer.redirect().as_deref(), Some(page.as_str()), "the form can be filled in again");
    let shown = client.page(&page).await.expect(200).body;
    assert!(shown.contains("welcome-new-error") && !shown.contains("too short\""), "{shown}");
    let typed = [("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)];
    let answer = client.submit(&page, "welcome", &typed).await;
    assert_eq!(answer.redirect().as_deref(), Some("/sign-in"));
    let shown = client.page("/sign-in").await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("done-welcome")) && shown.contains(ADA), "{shown}");
    client.try_sign_in(ADA, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn the_operator_invites_as_well() {
    let letters = Letters::start().await;
    let person = ["user", "create", "--organization", OWNER.organization, "--email", ADA, "--name", "Ada", "--role"];
    let arguments: Vec<&str> = person.iter().copied().chain(["member", "--invite"]).collect();
    let said = run(&letters.server, &arguments);
    assert!(said.contains(ADA) && said.contains("choose a password"), "{said}");
    let token = letters.token(ADA, PAGE, 1).await;
    accept(&letters.server.client(), &token, NEW_PASSWORD).await.expect(200);
    letters.server.client().try_sign_in(ADA, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn whoever_else_is_signed_in_here_stays_so() {
    let (letters, _, token) = invited().await;
    let client = letters.server.client_of(&MEMBER).await;
    let typed = [("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)];
    let answer = client.submit(&format!("{PAGE}?t={token}"), "welcome", &typed).await;
    assert_eq!(answer.redirect().as_deref(), Some(PAGE));
    let shown = client.page(PAGE).await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("done-welcome")), "{shown}");
    assert!(client.is_signed_in().await);
}

#[tokio::test]
async fn s81_no_token_stands_in_the_servers_files() {
    let (letters, _, token) = invited().await;
    accept(&letters.server.client(), &token, NEW_PASSWORD).await.expect(200);
    for entry in std::fs::read_dir(letters.server.folder()).expect("the server's folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let bytes = std::fs::read(&path).expect("a file");
            assert!(!String::from_utf8_lossy(&bytes).contains(&token), "a token stands in {}", path.display());
        }
    }
}
