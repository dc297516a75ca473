//! Forms without script: they take what pages send, with their token, and do the same as the server functions.

use crate::functions::{
    UNKNOWN_CHANGE, UNKNOWN_FACTOR, UNKNOWN_INVITATION, UNKNOWN_KEY, UNKNOWN_PERSON, UNKNOWN_REQUEST, UNKNOWN_SESSION,
    UNKNOWN_TOKEN,
};
use perfil_tests::people::number;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Scene, Server, WRONG_PASSWORD, html};

/// All of them; a test compares the list with the source.
pub const FORMS: &[&str] = &[
    "sign-in",
    "sign-out",
    "rename",
    "change-password",
    "forgot-password",
    "confirm-email",
    "undo",
    "reset-password",
    "welcome",
    "change-email",
    "resend-email-link",
    "cancel-email-change",
    "change-phone",
    "resend-phone-code",
    "cancel-phone-change",
    "validate-phone",
    "remove-phone",
    "add-app",
    "confirm-app",
    "cancel-app",
    "remove-factor",
    "make-recovery-codes",
    "second-step",
    "recovery-code",
    "change-region",
    "answer-zone-offer",
    "choose-language",
    "contact-notifications",
    "billing-notifications",
    "organization-notifications",
    "quiet-hours",
    "alert-now",
    "play",
    "send-test",
    "unsubscribe",
    "revoke-session",
    "revoke-other-sessions",
    "invite",
    "resend-invitation",
    "revoke-invitation",
    "set-role",
    "deactivate-member",
    "reactivate-member",
    "change-organization",
    "sign-everyone-out",
    "grant-role",
    "decline-role",
    "ask-role",
    "withdraw-role-request",
    "join",
    "create-key",
    "rotate-key",
    "revoke-key",
    "export-data",
    "delete-account",
    "keep-account",
];

pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Fields that would do something, if the token were right.
pub fn fields(token: Option<&str>) -> Vec<(String, String)> {
    let mut fields = pairs(&[
        ("email", OWNER.email),
        ("password", OWNER.password),
        ("current", OWNER.password),
        ("new", NEW_PASSWORD),
        ("repeat", NEW_PASSWORD),
        ("display_name", "Taken"),
        ("name", "Pocket"),
        ("factor", UNKNOWN_FACTOR),
        ("change", UNKNOWN_CHANGE),
        ("session", UNKNOWN_SESSION),
        ("token", UNKNOWN_TOKEN),
        ("user", UNKNOWN_PERSON),
        ("invitation", UNKNOWN_INVITATION),
        ("request", UNKNOWN_REQUEST),
        ("was", "member"),
        ("role", "admin"),
        ("reason", "I keep the books."),
        ("code", "123456"),
        ("version", "1"),
        ("country", "GB"),
        ("number", "07700 900777"),
        ("language", "de"),
        ("time_zone", "Europe/Lisbon"),
        ("accept", "true"),
        ("sms", "true"),
        ("low_credit_email", "true"),
        ("minimum", "50"),
        ("currency", "EUR"),
        ("password_min", "20"),
        ("sms_countries", "GB"),
        ("channel", "email"),
        ("play", "spend"),
        ("key", UNKNOWN_KEY),
        ("overlap", "day"),
        ("events", "true"),
    ]);
    fields.extend(token.map(|token| ("form_token".to_owned(), token.to_owned())));
    fields
}

pub async fn token_on(client: &Client, path: &str) -> String {
    let page = client.page(path).await.expect(200);
    html::forms(&page.body)[0].value("form_token").expect("a token").to_owned()
}

#[test]
fn the_list_is_complete() {
    let mut listed: Vec<_> = FORMS.iter().map(|form| (*form).to_owned()).collect();
    listed.sort();
    assert_eq!(listed, perfil_tests::source::forms());
}

#[tokio::test]
async fn s09_a_form_needs_the_token_of_its_own_visitor() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let others = server.client_of(&MEMBER).await;
    let elsewhere = server.client_of(&OWNER).await;
    let tokens = [
        None,
        Some(String::new()),
        Some("x".repeat(43)),
        Some(token_on(&others, "/settings/user").await),
        Some(token_on(&server.client(), "/sign-in").await),
        Some(token_on(&elsewhere, "/settings/user").await),
    ];
    let before = server.database.snapshot().await;
    for form in FORMS {
        for token in &tokens {
            let call = client.post_form(&format!("/forms/{form}"), &fields(token.as_deref()));
            let answer = call.send().await;
            assert_eq!(answer.status, 403, "{form} took {token:?}");
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s09_a_form_of_another_site_is_refused_even_with_the_token() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let token = token_on(&client, "/settings/user").await;
    let before = server.database.snapshot().await;
    for form in FORMS {
        let own = || client.post_form(&format!("/forms/{form}"), &fields(Some(&token)));
        let json = serde_json::json!({ "form_token": token, "display_name": "Taken", "version": 1 });
        for (attack, call) in [
            ("another origin", own().header("origin", "https://evil.example").without("sec-fetch-site")),
            ("null origin", own().header("origin", "null").without("sec-fetch-site")),
            ("cross-site", own().header("sec-fetch-site", "cross-site")),
            ("same-site", own().header("sec-fetch-site", "same-site")),
            ("no sign of where from", own().without("origin").without("sec-fetch-site")),
            (
                "a desktop's headers",
                own().without("origin").without("sec-fetch-site").header("authorization", "Bearer x"),
            ),
            ("text/plain", own().header("content-type", "text/plain")),
            ("multipart", own().header("content-type", "multipart/form-data; boundary=x")),
            ("JSON", own().json(&json)),
            ("no type", own().without("content-type")),
        ] {
            let answer = call.send().await;
            assert!(matches!(answer.status, 403 | 415), "{form} took {attack}: {}", answer.status);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s09_nobody_is_signed_in_by_a_form_of_another_visitor() {
    let server = Server::start().await;
    let attacker = server.client();
    let token = token_on(&attacker, "/sign-in").await;
    let victim = server.client();
    victim.page("/sign-in").await.expect(200);
    let typed = [("email", MEMBER.email), ("password", MEMBER.password), ("form_token", token.as_str())];
    victim.post_form("/forms/sign-in", &pairs(&typed)).send().await.expect(403);
    assert_eq!(victim.session_token(), None);
}

/// The page that a form leads to.
async fn shown(client: &Client, answer: Answer) -> Answer {
    let location = answer.expect(303).redirect().expect("a redirect");
    client.page(&location).await.expect(200)
}

#[tokio::test]
async fn everything_works_without_script() {
    let scene = Scene::start().await;
    let client = scene.server.client();
    let typed = [("email", OWNER.email), ("password", OWNER.password), ("next", "/settings/user")];
    let page = shown(&client, client.submit("/sign-in", "sign-in", &typed).await).await;
    assert!(page.body.contains(OWNER.name));

    let page = shown(&client, client.submit("/settings/user", "rename", &[("display_name", "Olive O.")]).await).await;
    assert!(page.body.contains("Your display name has been saved.") && page.body.contains("Olive O."));
    let again = client.page("/settings/user").await;
    assert!(!again.body.contains("Your display name has been saved."), "said once");

    let typed = [("country", "GB"), ("number", "07700 900771"), ("password", OWNER.password)];
    let page = shown(&client, client.submit("/settings/phone", "change-phone", &typed).await).await;
    assert!(page.body.contains("Enter the code") && page.body.contains("+44 7700 900771"));
    let page = shown(&client, client.submit("/settings/phone", "cancel-phone-change", &[]).await).await;
    assert!(page.body.contains("The change has been cancelled."));

    let typed = [("country", "GB"), ("number", "07700 900772"), ("password", OWNER.password)];
    shown(&client, client.submit("/settings/phone", "change-phone", &typed).await).await;
    scene.server.database.let_time_pass(std::time::Duration::from_secs(30)).await;
    let page = shown(&client, client.submit("/settings/phone", "resend-phone-code", &[]).await).await;
    assert!(page.body.contains("The code has been sent again."));
    let code = scene.sms.wait_for_code(&number(772), 2).await;
    let wrong = perfil_tests::scene::another_code(&code, 1);
    let page = shown(&client, client.submit("/settings/phone", "validate-phone", &[("code", &wrong)]).await).await;
    assert!(page.body.contains("Attempts left: 4"), "{}", page.body);
    assert!(!page.body.contains(&wrong), "a code is not shown again");
    let page = shown(&client, client.submit("/settings/phone", "validate-phone", &[("code", &code)]).await).await;
    assert!(page.body.contains("Your phone number has been changed."));

    let typed = [("password", OWNER.password)];
    let page = shown(&client, client.submit("/settings/phone", "remove-phone", &typed).await).await;
    assert!(page.body.contains("Your phone number has been removed."));
    let typed = [("current", OWNER.password), ("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)];
    let page = shown(&client, client.submit("/settings/password", "change-password", &typed).await).await;
    assert!(page.body.contains("Your password has been changed"));

    let answer = client.submit("/settings/user", "sign-out", &[]).await.expect(303);
    assert!(answer.redirect().is_some_and(|to| to.starts_with("/sign-in")));
    assert!(!client.is_signed_in().await);
    scene.server.client().try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s81_what_was_typed_as_a_secret_never_comes_back() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let new = "plums ripen late";
    for (path, form, typed) in [
        ("/settings/password", "change-password", vec![("current", WRONG_PASSWORD), ("new", new), ("repeat", new)]),
        ("/settings/password", "change-password", vec![("current", OWNER.password), ("new", new), ("repeat", "x")]),
        (
            "/settings/phone",
            "change-phone",
            vec![("number", "07700 900773"), ("country", "GB"), ("password", WRONG_PASSWORD)],
        ),
        ("/settings/phone", "remove-phone", vec![("password", WRONG_PASSWORD)]),
    ] {
        let answer = client.submit(path, form, &typed).await;
        let cookies = format!("{:?}", answer.set_cookies());
        let page = shown(&client, answer).await;
        for secret in [WRONG_PASSWORD, OWNER.password, new] {
            assert!(!page.body.contains(secret) && !cookies.contains(secret), "{form} shows {secret}");
        }
        assert!(form != "change-phone" || page.body.contains("07700 900773"), "the number is shown again");
    }
}

#[tokio::test]
async fn a_result_is_shown_only_to_its_own_visitor() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    client.submit("/settings/user", "rename", &[("display_name", "Olive O.")]).await.expect(303);
    let flash =
        client.cookies().header().expect("cookies").split("; ").find(|pair| pair.contains("flash")).map(str::to_owned);
    let others = server.client_of(&MEMBER).await;
    others.cookies().take(&flash.expect("a flash"));
    let page = others.page("/settings/user").await.expect(200);
    assert!(!page.body.contains("Your display name has been saved."));
}

#[tokio::test]
async fn a_result_waits_for_its_page_whatever_else_is_asked_before() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let saved = "Your display name has been saved.";
    client.submit("/settings/user", "rename", &[("display_name", "Olive O.")]).await.expect(303);
    client.ask("/api/account").await.expect(200);
    let page = client.page("/settings/user").await.expect(200);
    assert!(page.body.contains(saved), "a request of the page that was left took the result");
    let page = client.page("/settings/user").await.expect(200);
    assert!(!page.body.contains(saved), "it is shown once");
}

#[tokio::test]
async fn whoever_was_signed_out_meanwhile_is_led_back() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let page = client.page("/settings/user").await.expect(200);
    let form = html::forms(&page.body).into_iter().find(|form| form.action == "/forms/rename").expect("the form");
    server.database.execute("DELETE FROM sessions").await;
    let answer = client.post_form("/forms/rename", &form.fields).send().await;
    // The token was bound to the session that is gone: nothing may happen, and nothing does.
    assert!(matches!(answer.status, 303 | 403), "{}", answer.status);
    assert_eq!(server.database.display_name(OWNER.email).await, OWNER.name);
}

#[tokio::test]
async fn outside_the_demo_nobody_plays_the_platform() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let token = token_on(&client, "/settings/user").await;
    client.post_form("/forms/play", &fields(Some(&token))).send().await.expect(303);
    assert_eq!(server.database.count("platform_events").await, 0);
}
