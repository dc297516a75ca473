//! *Notifications*: SECURITY.md 58, 59, 61, 70 and 80: who chooses what, and what holds then.

use crate::events::{joined, payment, silent};
use perfil_models::Role;
use perfil_tests::notifications::{billing_form, told};
use perfil_tests::{Answer, BILLING, Client, MEMBER, OWNER, Person, Platform, Scene, html};
use serde_json::{Value, json};

const PAGE: &str = "/settings/notifications";
const CONTACTS: &str = "/api/notifications/contacts";
const BILLS: &str = "/api/notifications/billing";

fn channels(email: bool, sms: bool) -> Value {
    json!({ "email": email, "sms": sms })
}

/// A form that asks for nothing unusual, for whoever is shown none.
fn any_form(version: &Value) -> Value {
    json!({
        "payments_email": true, "payments_sms": false, "invoices_email": true, "invoices_sms": false,
        "low_credit_email": true, "low_credit_sms": false, "minimum": "", "version": version,
    })
}

#[tokio::test]
async fn until_something_is_chosen_all_is_told_by_email() {
    let server = silent().start().await;
    let shown = server.client_of(&OWNER).await.notifications().await;
    let by_mail = channels(true, false);
    assert_eq!((&shown["contact_imports"], &shown["email"]), (&by_mail, &json!(OWNER.email)));
    let billing = &shown["billing"];
    for topic in ["payments", "invoices", "low_credit"] {
        assert_eq!(billing[topic], by_mail, "{topic}");
    }
    assert_eq!(
        (&billing["minimum"], &billing["currency"], &billing["credit"]),
        (&json!(""), &json!("EUR"), &Value::Null)
    );
    assert_eq!(shown["phone"], "+44 7700 900001");
    assert_eq!((&shown["imports"], &shown["tests"], &shown["troubles"]), (&json!([]), &json!([]), &json!([])));
}

#[tokio::test]
async fn what_was_chosen_holds_on_every_device_and_leaves_the_rest() {
    let server = silent().start().await;
    let (client, elsewhere) = (server.client_of(&OWNER).await, server.client_of(&OWNER).await);
    for (email, sms) in [(false, true), (true, true), (false, false), (true, false)] {
        let saved = client.choose_contacts(email, sms).await;
        assert_eq!(saved["contact_imports"], channels(email, sms));
        assert_eq!(elsewhere.notifications().await, saved);
        assert_eq!(saved["billing"]["payments"], channels(true, false));
    }
    let changed = json!({ "payments_sms": true, "invoices_email": false, "minimum": "50,00 €" });
    let billing = client.choose_billing(changed).await["billing"].clone();
    assert_eq!([&billing["payments"], &billing["invoices"]], [&channels(true, true), &channels(false, false)]);
    assert_eq!(billing["minimum"], "50.00");
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "notifications-changed").count(), 5);
}

#[tokio::test]
async fn s61_a_stale_choice_does_not_overwrite() {
    let server = silent().start().await;
    let (client, elsewhere) = (server.client_of(&OWNER).await, server.client_of(&OWNER).await);
    let seen = elsewhere.notifications().await;
    client.choose_contacts(false, false).await;
    let before = server.database.snapshot().await;
    let form = json!({ "email": true, "sms": true, "version": seen["version"] });
    elsewhere.call(CONTACTS, form).await.expect_error(409, "stale");
    let form = billing_form(&seen, json!({ "minimum": "10" }));
    elsewhere.call(BILLS, form).await.expect_error(409, "stale");
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s58_only_who_may_see_bills_chooses_about_them() {
    let person = |email, role| Person { email, role, ..MEMBER };
    let (admin, member) = (person("ada.admin@example.test", Role::Admin), MEMBER);
    let server = silent().people(&[OWNER, BILLING, admin.clone(), member]).start().await;
    Platform::of(&server)
        .tell("credit.balance", perfil_tests::platform::balance("harbour", 1, 76_543))
        .await
        .expect(200);
    for person in [OWNER, BILLING] {
        let client = server.client_of(&person).await;
        client.choose_minimum("20").await;
        assert!(client.page(PAGE).await.expect(200).body.contains("765.43"));
    }
    for person in [admin, MEMBER] {
        let client = server.client_of(&person).await;
        let shown = client.notifications().await;
        assert_eq!(shown["billing"], Value::Null);
        let before = server.database.snapshot().await;
        client.call(BILLS, any_form(&shown["version"])).await.expect_error(403, "forbidden");
        client.alert_now().await.expect_error(403, "forbidden");
        assert_eq!(server.database.snapshot().await, before);
        assert!(!client.page(PAGE).await.expect(200).body.contains("765.43"));
        client.choose_contacts(false, false).await;
    }
}

#[tokio::test]
async fn s68_a_role_that_was_taken_away_ends_seeing_and_choosing() {
    let server = silent().with(BILLING).start().await;
    let client = server.client_of(&BILLING).await;
    let shown = client.choose_minimum("20").await;
    server.database.execute(&format!("UPDATE users SET role = 'member' WHERE email = '{}'", BILLING.email)).await;
    assert_eq!(client.notifications().await["billing"], Value::Null);
    client.call(BILLS, any_form(&shown["version"])).await.expect_error(403, "forbidden");
}

#[tokio::test]
async fn s59_text_messages_need_a_verified_number() {
    let server = silent().people(&[OWNER, Person { phone: None, ..BILLING }]).start().await;
    let client = server.client_of(&BILLING).await;
    let before = server.database.snapshot().await;
    client.try_choose_contacts(true, true).await.expect_error(422, "no-phone");
    for field in ["payments_sms", "invoices_sms", "low_credit_sms"] {
        client.try_choose_billing(json!({ field: true })).await.expect_error(422, "no-phone");
    }
    client.call("/api/notifications/test", json!({ "channel": "sms" })).await.expect_error(422, "no-phone");
    assert_eq!(server.database.snapshot().await, before);
    let page = client.page(PAGE).await.expect(200);
    assert!(page.body.contains("href=\"/settings/phone\""), "the way to a number");
}

#[tokio::test]
async fn s59_a_number_that_waits_for_its_code_is_not_verified() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&MEMBER, "+447700900581").await;
    client.try_choose_contacts(true, true).await.expect_error(422, "no-phone");
    client.validate(&change, &code).await.expect(200);
    client.choose_contacts(false, true).await;
}

#[tokio::test]
async fn s70_extra_fields_are_refused() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let shown = client.notifications().await;
    let before = server.database.snapshot().await;
    for field in ["user_id", "role", "organization", "state", "told"] {
        let form =
            joined(&json!({ "email": false, "sms": false, "version": shown["version"] }), &json!({ field: "x" }));
        client.call(CONTACTS, form).await.expect(422);
        client.call(BILLS, billing_form(&shown, json!({ field: "x" }))).await.expect(422);
    }
    for wrong in [json!({ "before": 1 }), json!({ "after": "x" })] {
        client.call("/api/notifications/history", wrong).await.expect(422);
    }
    for channel in ["pigeon", "", "Email"] {
        client.call("/api/notifications/test", json!({ "channel": channel })).await.expect(422);
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s80_without_a_number_what_came_by_text_comes_by_email() {
    let scene = Scene::of(silent()).await;
    let client = scene.server.client_of(&OWNER).await;
    client.choose_contacts(false, true).await;
    let chosen = json!({
        "payments_email": false, "payments_sms": true, "invoices_email": false, "low_credit_email": false,
        "low_credit_sms": true, "minimum": "50",
    });
    client.choose_billing(chosen).await;
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    let shown = client.notifications().await;
    let billing = &shown["billing"];
    assert_eq!(shown["contact_imports"], channels(true, false));
    assert_eq!([&billing["payments"], &billing["low_credit"]], [&channels(true, false), &channels(true, false)]);
    assert_eq!(billing["invoices"], channels(false, false), "what was off stays off");
    assert_eq!((&billing["minimum"], &shown["phone"]), (&json!("50.00"), &Value::Null));
    Platform::of(&scene.server).tell("payment.failed", payment(100)).await.expect(200);
    let expected = ["olive.owner email payment-failed-no-reason", "olive.owner sms payment-failed-no-reason: sms-off"];
    assert_eq!(told(&scene.server).await, expected);
}

/// The page that a form leads to.
async fn shown(client: &Client, answer: Answer) -> String {
    let location = answer.expect(303).redirect().expect("a redirect");
    assert_eq!(location, PAGE);
    client.page(&location).await.expect(200).body
}

#[tokio::test]
async fn everything_works_without_script() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let page = shown(&client, client.submit(PAGE, "contact-notifications", &[("sms", "true")]).await).await;
    assert!(page.contains(&words("done-contact-notifications")), "{page}");
    assert_eq!(client.notifications().await["contact_imports"], channels(true, true));
    let form =
        html::forms(&page).into_iter().find(|form| form.action == "/forms/contact-notifications").expect("a form");
    assert_eq!([form.value("email"), form.value("sms")], [Some("true"), Some("true")], "ticked as chosen");
    let unticked: Vec<_> = form.fields.into_iter().filter(|(name, _)| name != "email").collect();
    shown(&client, client.post_form("/forms/contact-notifications", &unticked).send().await).await;
    assert_eq!(client.notifications().await["contact_imports"], channels(false, true));

    Platform::of(&server)
        .tell("credit.balance", perfil_tests::platform::balance("harbour", 1, 4_000))
        .await
        .expect(200);
    let page = shown(&client, client.submit(PAGE, "billing-notifications", &[("minimum", "fifty")]).await).await;
    assert!(page.contains(&words("notification-not-an-amount")) && page.contains("value=\"fifty\""), "typed again");
    let page = shown(&client, client.submit(PAGE, "billing-notifications", &[("minimum", "50")]).await).await;
    assert!(page.contains(&words("done-billing-notifications")));
    let page = shown(&client, client.submit(PAGE, "alert-now", &[]).await).await;
    assert!(page.contains(&words("done-alert-now")));
    assert!(!page.contains("/forms/alert-now"), "asked for once");
    let page = shown(&client, client.submit(PAGE, "send-test", &[("channel", "email")]).await).await;
    assert!(page.contains(&words("done-send-test")));
    let templates: Vec<_> = server.database.notifications().await.into_iter().map(|row| row.template).collect();
    assert_eq!(templates.iter().filter(|template| *template == "test").count(), 1);
    assert!(templates.iter().any(|template| template == "credit-low"));
}

fn words(id: &str) -> String {
    perfil_tests::browser::Words::load("en").say(id)
}
