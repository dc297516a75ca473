//! *Your data*: the export tells all that is kept about a person and nothing about others; an account that its person
//! deletes can be kept for 14 days, and then nothing of it is left.

use crate::events::silent;
use crate::forms::{fields, pairs, token_on};
use perfil_models::Role;
use perfil_tests::letters::Letters;
use perfil_tests::organization::{ADMIN, SECOND_OWNER};
use perfil_tests::privacy::{PRIVACY, registered, two_owners_delete_themselves, unpacked};
use perfil_tests::provisioning::{ADA, ada};
use perfil_tests::wait::until_true;
use perfil_tests::{Answer, Client, MEMBER, OWNER, Platform, STRANGER, Server, WRONG_PASSWORD, html};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
/// What the clean-up at the start may take.
const LIMIT: Duration = Duration::from_secs(20);

async fn let_days_pass(server: &mut Server, days: u32) {
    server.database.let_time_pass(DAY * days + Duration::from_secs(60)).await;
    // Accounts are ended when the program starts.
    server.kill();
    server.start_again().await;
}

async fn is_erased(server: &Server, email: &str) {
    until_true("the end of the account", LIMIT, async || !server.database.knows(email).await).await;
}

fn is_file(answer: &Answer) -> bool {
    (answer.status, answer.header("content-type")) == (200, "application/zip")
}

fn everything(answer: &Answer) -> Value {
    let files = unpacked(&answer.bytes);
    serde_json::from_str(&files["perfil-data.json"]).expect("JSON")
}

#[tokio::test]
async fn an_export_is_a_file_that_no_cache_keeps() {
    let server = silent().people(&[MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    let before = client.session_token();
    let answer = client.export(MEMBER.password).await;
    assert!(is_file(&answer), "{}: {}", answer.status, answer.body);
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"perfil-data.zip\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(client.is_signed_in().await && client.session_token() != before, "the session goes on under a new token");
    let files = unpacked(&answer.bytes);
    assert!(files["README.txt"].contains(MEMBER.email), "{}", files["README.txt"]);
    assert!(files["csv/users.csv"].starts_with("\u{feff}external_id,email,"), "{}", files["csv/users.csv"]);
    assert!(files["csv/users.csv"].contains(MEMBER.name) && files.contains_key("csv/sessions.csv"));
    assert!(server.database.events(MEMBER.email).await.contains(&"data-exported".to_owned()));
    assert_eq!(server.database.messages("data-exported").await[0].recipient, MEMBER.email);
}

#[tokio::test]
async fn an_export_tells_every_registered_column_or_why_not() {
    let server = silent().people(&[OWNER]).start().await;
    let client = server.client_of(&OWNER).await;
    let tables = everything(&client.export(OWNER.password).await)["tables"].clone();
    let registered = registered();
    assert!(registered.len() > 35, "{registered:?}");
    let user = &tables["users"]["rows"][0];
    assert_eq!((&user["email"], &user["phone"]), (&json!(OWNER.email), &json!(OWNER.phone)));
    assert!(user.get("password_hash").is_none());
    for row in registered.iter().filter(|row| !["failures", "buckets"].contains(&row.table.as_str())) {
        let told = &tables[&row.table];
        let rows = told["rows"].as_array().unwrap_or_else(|| panic!("{} is missing", row.table));
        let is_told = rows.iter().all(|cells| cells.get(&row.column).is_some());
        assert_eq!(told["withheld"][&row.column].is_string(), row.is_withheld, "{row:?}");
        assert!(row.is_withheld || is_told, "{row:?}");
    }
}

#[tokio::test]
async fn an_export_tells_nothing_of_others() {
    let server = silent().people(&[OWNER, MEMBER, ADMIN, STRANGER]).start().await;
    let (owner, member) = (server.client_of(&OWNER).await, server.client_of(&MEMBER).await);
    let invited = "ivo.invited@example.test";
    owner.invite(invited, Role::Member).await.expect(200);
    member.ask_role(Role::Billing, "I pay the zebra bills.").await.expect(200);
    let stranger = server.client_of(&STRANGER).await;
    stranger.invite(MEMBER.email, Role::Member).await.expect(200);
    for (client, person) in [(&owner, OWNER), (&member, MEMBER)] {
        let files = unpacked(&client.export(person.password).await.bytes);
        let text = files.values().cloned().collect::<String>();
        assert!(text.contains(person.email));
        for other in [OWNER, MEMBER, ADMIN, STRANGER].iter().filter(|other| other.email != person.email) {
            assert!(!text.contains(other.email) && !text.contains(other.name), "{}: {}", person.email, other.email);
        }
        assert!(!text.contains(invited), "{}", person.email);
        assert_eq!(text.contains("zebra"), person.email == MEMBER.email);
    }
}

#[tokio::test]
async fn an_export_needs_the_password() {
    let server = silent().people(&[MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    let refused = client.export(WRONG_PASSWORD).await.expect(303);
    assert_eq!(refused.redirect().as_deref(), Some(PRIVACY));
    let page = client.page(PRIVACY).await.expect(200);
    assert!(page.body.contains("This is not your password.") && !page.body.contains(WRONG_PASSWORD));
    assert!(server.database.messages("data-exported").await.is_empty());
}

#[tokio::test]
async fn an_export_needs_a_session() {
    let server = silent().people(&[MEMBER]).start().await;
    let nobody = server.client();
    let token = token_on(&nobody, "/sign-in").await;
    let typed = [("form_token", token.as_str()), ("password", MEMBER.password)];
    let answer = nobody.post_form("/forms/export-data", &pairs(&typed)).send().await.expect(303);
    assert!(answer.redirect().is_some_and(|to| to.starts_with("/sign-in")));
}

#[tokio::test]
async fn a_post_of_an_old_session_brings_nothing() {
    let server = silent().people(&[MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    let page = client.page(PRIVACY).await.expect(200);
    let form = html::forms(&page.body).into_iter().find(|form| form.action == "/forms/export-data").expect("the form");
    let copy = client.fork();
    client.export(MEMBER.password).await;
    let mut typed = form.fields;
    typed.retain(|(name, _)| name != "password");
    typed.push(("password".to_owned(), MEMBER.password.to_owned()));
    let answer = copy.post_form("/forms/export-data", &typed).send().await;
    assert!(!is_file(&answer), "the token of before the export still works: {}", answer.status);
}

#[tokio::test]
async fn three_exports_come_at_once_and_then_one_in_twenty_minutes() {
    let server = silent().people(&[MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    for _ in 0..3 {
        assert!(is_file(&client.export(MEMBER.password).await));
    }
    client.export(MEMBER.password).await.expect(303);
    assert_eq!(client.flashed().await, "error-too-many");
    server.database.let_time_pass(Duration::from_secs(20 * 60)).await;
    assert!(is_file(&client.export(MEMBER.password).await));
    client.export(MEMBER.password).await.expect(303);
    assert_eq!(client.flashed().await, "error-too-many");
}

#[tokio::test]
async fn a_deletion_needs_the_password_and_is_asked_for_once() {
    let server = silent().people(&[OWNER, MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    client.delete_account(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    assert_eq!(client.deletion().await, Value::Null);
    server.client().delete_account(MEMBER.password).await.expect_error(401, "signed-out");
    let account = client.delete_account(MEMBER.password).await.expect(200).json();
    assert!(account["deletion"]["on"].as_str().is_some_and(|on| !on.is_empty()), "{account}");
    let first = client.deletion().await;
    let again = client.delete_account(MEMBER.password).await.expect(200).json();
    assert_eq!(again["deletion"], first, "the first time holds");
    assert_eq!(server.database.messages("deletion-requested").await.len(), 1);
    let page = client.page("/settings/password").await.expect(200);
    assert!(page.body.contains("Your account will be deleted on"), "every page says so");
    server.client_of(&MEMBER).await;
}

#[tokio::test]
async fn an_account_is_kept_by_a_button() {
    let server = silent().people(&[OWNER, MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    client.delete_account(MEMBER.password).await.expect(200);
    let account = client.keep_account().await.expect(200).json();
    assert_eq!(account["deletion"], Value::Null);
    client.keep_account().await.expect(200);
    let events = server.database.events(MEMBER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "deletion-cancelled").count(), 1, "{events:?}");
}

#[tokio::test]
async fn a_deletion_is_asked_for_and_taken_back_without_script() {
    let server = silent().people(&[OWNER, MEMBER]).start().await;
    let client = server.client_of(&MEMBER).await;
    client.submit(PRIVACY, "delete-account", &[("password", WRONG_PASSWORD)]).await.expect(303);
    let page = client.page(PRIVACY).await.expect(200);
    assert!(page.body.contains("This is not your password.") && !page.body.contains(WRONG_PASSWORD));
    client.submit(PRIVACY, "delete-account", &[("password", MEMBER.password)]).await.expect(303);
    let page = client.page(PRIVACY).await.expect(200);
    assert!(page.body.contains("Your account will be deleted on") && page.body.contains("waits to be deleted."));
    client.submit(PRIVACY, "keep-account", &[]).await.expect(303);
    let page = client.page(PRIVACY).await.expect(200);
    assert!(page.body.contains("Your account stays.") && !page.body.contains("will be deleted on"));
    let token = token_on(&client, PRIVACY).await;
    let answer = client.post_form("/forms/keep-account", &fields(Some(&token))).send().await.expect(303);
    assert_eq!(answer.redirect().as_deref(), Some(PRIVACY), "where none waits, nothing happens");
}

#[tokio::test]
async fn a_link_keeps_the_account_once_and_signs_everybody_out() {
    let letters = Letters::of(Server::builder().people(&[OWNER, MEMBER])).await;
    let client = letters.server.client_of(&MEMBER).await;
    client.delete_account(MEMBER.password).await.expect(200);
    let token = letters.token(MEMBER.email, "/undo", 1).await;
    let elsewhere = letters.server.client();
    let looked = elsewhere.look("undo", &token).await.expect(200).json();
    assert!(looked["KeepAccount"]["email"].as_str().is_some_and(|email| email.starts_with("m…@")), "{looked}");
    elsewhere.page(&format!("/undo?t={token}")).await.expect(200);
    assert_ne!(client.deletion().await, Value::Null, "looking changes nothing");
    assert_eq!(elsewhere.undo(&token).await.expect(200).json(), "deletion");
    assert!(!client.is_signed_in().await);
    elsewhere.undo(&token).await.expect_error(409, "undone");
    elsewhere.look("undo", &token).await.expect_error(409, "undone");
    let client = letters.server.client_of(&MEMBER).await;
    assert_eq!(client.deletion().await, Value::Null);
    client.delete_account(MEMBER.password).await.expect(200);
    elsewhere.undo(&token).await.expect_error(404, "unknown");
    assert_ne!(client.deletion().await, Value::Null, "an older link keeps nothing");
}

#[tokio::test]
async fn the_only_owner_stays() {
    let server = silent().people(&[OWNER, MEMBER, STRANGER]).start().await;
    let client = server.client_of(&OWNER).await;
    for _ in 0..6 {
        client.delete_account(OWNER.password).await.expect_error(409, "sole-owner");
    }
    client.submit(PRIVACY, "delete-account", &[("password", OWNER.password)]).await.expect(303);
    let page = client.page(PRIVACY).await.expect(200);
    assert!(page.body.contains("You are the only Owner") && page.body.contains("Go to Organization Settings"));
    assert_eq!(server.database.count("account_deletions").await, 0);
}

#[tokio::test]
async fn s67_of_two_owners_who_delete_themselves_one_stays() {
    two_owners_delete_themselves(Server::builder(), 20).await;
}

#[tokio::test]
async fn who_became_the_only_owner_meanwhile_stays_and_is_told() {
    let mut letters = Letters::of(Server::builder().people(&[OWNER, SECOND_OWNER])).await;
    letters.server.client_of(&OWNER).await.delete_account(OWNER.password).await.expect(200);
    letters.token(OWNER.email, "/undo", 1).await;
    let demote = format!("UPDATE users SET role = 'member' WHERE email = '{}'", SECOND_OWNER.email);
    letters.server.database.execute(&demote).await;
    let_days_pass(&mut letters.server, 14).await;
    letters.mail.wait_for(OWNER.email, "was not deleted").await;
    assert_eq!(letters.server.client_of(&OWNER).await.deletion().await, Value::Null);
}

#[tokio::test]
async fn a_person_is_reminded_two_days_before() {
    let mut letters = Letters::of(Server::builder().people(&[OWNER, MEMBER])).await;
    letters.server.client_of(&MEMBER).await.delete_account(MEMBER.password).await.expect(200);
    letters.token(MEMBER.email, "/undo", 1).await;
    let_days_pass(&mut letters.server, 12).await;
    letters.mail.wait_for(MEMBER.email, "in two days").await;
    assert!(letters.server.database.knows(MEMBER.email).await);
    assert_eq!(letters.server.database.messages("deletion-reminder").await.len(), 1);
}

#[tokio::test]
async fn who_is_deactivated_is_erased_all_the_same() {
    let mut letters = Letters::of(Server::builder().people(&[OWNER, MEMBER])).await;
    letters.server.client_of(&MEMBER).await.delete_account(MEMBER.password).await.expect(200);
    let token = letters.token(MEMBER.email, "/undo", 1).await;
    let owner = letters.server.client_of(&OWNER).await;
    let id = letters.server.database.user_id(MEMBER.email).await;
    owner.deactivate(&id).await.expect(200);
    letters.server.client().undo(&token).await.expect_error(404, "unknown");
    let_days_pass(&mut letters.server, 14).await;
    is_erased(&letters.server, MEMBER.email).await;
}

const PHRASE: &str = "I pay the xyzzy bills.";
const RENAMED: &str = "Zephyrina Quill";
const MOVED: &str = "zephyr.quill@example.test";

/// What must be nowhere once the account is gone.
const TRACES: [&str; 10] =
    ["xyzzy", "Xyzzy", "Zephyr", "zephyr", "Quill", "quill", MEMBER.email, MEMBER.name, "miro.member", "447700900641"];

/// A browser of somebody who left traces wherever that is possible.
async fn leave_traces(letters: &Letters) -> Client {
    let server = &letters.server;
    let client = server.client().with("user-agent", "XyzzyAgent/9");
    client.sign_in(&MEMBER).await;
    let version = client.account().await["version"].clone();
    client.call("/api/account/rename", json!({ "display_name": RENAMED, "version": version })).await.expect(200);
    client.ask_role(Role::Billing, PHRASE).await.expect(200);
    client.try_add_app("Xyzzy pocket", MEMBER.password).await.expect(200);
    client.change_email(MOVED, MEMBER.password).await.expect(200);
    let token = letters.token(MOVED, "/confirm-email", 1).await;
    client.confirm(&token).await.expect(200);
    let stranger = server.client_of(&STRANGER).await;
    stranger.invite(MOVED, Role::Member).await.expect(200);
    let user = server.database.user_id(MOVED).await;
    let statements = format!(
        "UPDATE users SET phone = '+447700900641', country = 'GB', time_zone_declined = 'xyzzy' WHERE id = '{user}'; \
         INSERT INTO contact_imports SELECT organization_id, 'xyzzy', id, 'xyzzy.csv', 'failed', 1, 1, 0, 1, 'xyzzy', \
         'xyzzy', updated_at FROM users WHERE id = '{user}'; \
         INSERT INTO ceremonies VALUES ('xyzzy', 'add-passkey', '{user}', 0, 'xyzzy', 'xyzzy', 99999999999999, 1)"
    );
    server.database.execute(&statements).await;
    client
}

#[tokio::test]
async fn after_fourteen_days_nothing_of_the_person_is_left() {
    let mut letters = Letters::of(Server::builder().people(&[OWNER, MEMBER, STRANGER])).await;
    let client = leave_traces(&letters).await;
    let text = unpacked(&client.export(MEMBER.password).await.bytes).into_values().collect::<String>();
    for told in [PHRASE, RENAMED, MOVED, MEMBER.email, "XyzzyAgent/9", "Xyzzy pocket", "xyzzy.csv", "447700900641"] {
        assert!(text.contains(told), "the export tells {told}");
    }
    let id = letters.server.database.user_id(MOVED).await;
    client.delete_account(MEMBER.password).await.expect(200);
    letters.token(MOVED, "/undo", 1).await;
    let_days_pass(&mut letters.server, 14).await;
    is_erased(&letters.server, MOVED).await;

    let dump = letters.server.database.dump().await;
    assert!(dump.iter().any(|row| row.contains(OWNER.email)), "others stay");
    for trace in TRACES {
        let found: Vec<_> = dump.iter().filter(|row| row.contains(trace)).collect();
        assert!(found.is_empty(), "{trace}: {found:#?}");
    }
    let named: Vec<_> = dump.iter().filter(|row| row.contains(&id)).collect();
    assert!(named.iter().all(|row| row.starts_with("audit_entries: ")), "{named:#?}");
    assert!(letters.server.database.audit(OWNER.organization).await.contains(&"member-deleted".to_owned()));
    let owner = letters.server.client_of(&OWNER).await;
    let page = owner.page("/organization/changes").await.expect(200);
    assert!(page.body.contains("Account deleted") && page.body.contains("Former member"), "{}", page.body);
    letters.server.client().try_sign_in(MOVED, MEMBER.password).await.expect(401);
}

#[tokio::test]
async fn a_name_of_the_platforms_can_be_given_to_somebody_new() {
    let mut letters = Letters::of(Server::builder().people(&[OWNER])).await;
    let platform = Platform::provisioning(&letters.server);
    platform.tell_person("ada", &ada()).await.expect(201);
    let id = letters.server.database.user_id(ADA).await;
    let waits = format!("INSERT INTO account_deletions VALUES ('{id}', 'pending', 'x', 1, NULL, 1)");
    letters.server.database.execute(&waits).await;
    let_days_pass(&mut letters.server, 1).await;
    is_erased(&letters.server, ADA).await;
    platform.tell_person("ada", &ada()).await.expect(201);
    assert_ne!(letters.server.database.user_id(ADA).await, id);
}

#[tokio::test]
async fn the_operator_deletes_an_account_at_once() {
    let server = silent().people(&[OWNER, MEMBER]).start().await;
    let delete = |email: &str| {
        let output = server.command(["user", "delete", "--email", email]).output().expect("the program runs");
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (done, why) = delete(MEMBER.email);
    assert!(done, "{why}");
    assert!(!server.database.knows(MEMBER.email).await);
    let (done, why) = delete(OWNER.email);
    assert!(!done && why.contains("only Owner"), "{why}");
    assert!(server.database.knows(OWNER.email).await);
}
