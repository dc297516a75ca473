//! The platform creates organizations and people, and tells what is new about them.

use perfil_models::Role;
use perfil_tests::letters::Letters;
use perfil_tests::people::number;
use perfil_tests::platform::balance;
use perfil_tests::provisioning::{self, ADA, ada, person, user_path, with};
use perfil_tests::{MEMBER, NEW_PASSWORD, OWNER, Platform, STRANGER, Server};
use reqwest::Method;
use serde_json::{Value, json};

/// A server, a platform that may create, and the platform's own names for the usual two.
async fn stage() -> (Server, Platform, [String; 2]) {
    let server = Server::start().await;
    let platform = Platform::provisioning(&server);
    let names = [server.database.external_id(OWNER.email).await, server.database.external_id(MEMBER.email).await];
    (server, platform, names)
}

fn member() -> Value {
    person(MEMBER.email, MEMBER.name)
}

#[tokio::test]
async fn an_organization_is_created_once_and_saved_when_it_differs() {
    let (server, platform, _) = stage().await;
    let told = json!({ "name": "Northwind", "currency": "EUR" });
    let created = platform.tell_organization("northwind", &told).await.expect(201).json();
    assert_eq!(created, json!({ "organization": "northwind", "name": "Northwind", "currency": "EUR", "reserve": 0 }));
    assert_eq!(platform.tell_organization("northwind", &told).await.expect(200).json(), created);
    let renamed = json!({ "name": "Northwind Ltd", "currency": "USD" });
    let saved = platform.tell_organization("northwind", &renamed).await.expect(200).json();
    assert_eq!([&saved["name"], &saved["currency"]], ["Northwind Ltd", "USD"]);
    assert_eq!(server.database.count("organizations").await, 2);
    let odd = platform.tell_organization("north%2Fwind%20%C3%BC", &told).await.expect(201).json();
    assert_eq!(odd["organization"], "north/wind ü");
}

#[tokio::test]
async fn the_currency_of_a_balance_or_a_minimum_stays() {
    let (server, platform, _) = stage().await;
    let euros = json!({ "name": "Harbour", "currency": "EUR" });
    let dollars = with(euros.clone(), "currency", "USD");
    let client = server.client_of(&OWNER).await;
    let form = json!({
        "payments_email": true, "payments_sms": false, "invoices_email": true, "invoices_sms": false,
        "low_credit_email": true, "low_credit_sms": false, "minimum": "50", "version": client.account().await["version"],
    });
    client.call("/api/notifications/billing", form).await.expect(200);
    platform.tell_organization("harbour", &dollars).await.expect_code(409, "currency-in-use");
    platform.tell_organization("harbour", &euros).await.expect(200);

    let inland = json!({ "name": "Inland", "currency": "EUR" });
    platform.tell_organization("inland", &inland).await.expect(201);
    Platform::of(&server).tell("credit.balance", balance("inland", 1, 0)).await.expect(200);
    let told = with(inland.clone(), "currency", "USD");
    platform.tell_organization("inland", &told).await.expect_code(409, "currency-in-use");
    platform.tell_organization("inland", &with(inland, "name", "Inland Ltd")).await.expect(200);
}

#[tokio::test]
async fn a_person_is_created_and_invited_once() {
    let (server, platform, _) = stage().await;
    let mut told = with(with(ada(), "language", "de"), "time_zone", "Europe/Kiev");
    told["phone"] = json!(number(301));
    let created = platform.tell_person("ada", &told).await.expect(201).json();
    let expected = json!({
        "user": "ada", "organization": OWNER.organization, "email": ADA, "display_name": "Ada Arden",
        "role": "member", "language": "de", "country": null, "time_zone": "Europe/Kyiv", "phone": number(301),
        "disabled": false, "has_password": false,
    });
    assert_eq!(created, expected);
    let before = server.database.snapshot().await;
    assert_eq!(platform.tell_person("ada", &told).await.expect(200).json(), created);
    assert_eq!(server.database.snapshot().await, before, "the same again changes nothing");
    let invitations = server.database.messages("invitation").await;
    assert_eq!((invitations.len(), invitations[0].recipient.as_str()), (1, ADA));
}

#[tokio::test]
async fn a_person_told_eight_times_at_once_is_created_and_invited_once() {
    provisioning::a_person_told_at_once_is_created_once(Server::builder()).await;
}

#[tokio::test]
async fn bad_values_are_named_and_nothing_is_saved() {
    let (server, platform, [_, known]) = stage().await;
    let before = server.database.snapshot().await;
    for (field, value) in [
        ("email", json!("ada")),
        ("email", json!("ada@example.test\r\nBcc: x@example.test")),
        ("email", json!("")),
        ("display_name", json!(" ")),
        ("display_name", json!("x".repeat(81))),
        ("display_name", json!("Ada\nArden")),
        ("role", json!("king")),
        ("role", json!("Owner")),
        ("language", json!("fr")),
        ("country", json!("Narnia")),
        ("country", json!("ZZ")),
        ("time_zone", json!("Europe/Atlantis")),
        ("phone", json!("07700 900301")),
        ("phone", json!("+449098790123")),
    ] {
        for user in ["ada", &known] {
            let told = with(ada(), field, value.clone());
            let refused = platform.tell_person(user, &told).await.expect_code(422, "invalid").json();
            assert_eq!(refused["field"], field, "{value}");
            assert!(refused["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{refused}");
        }
    }
    let mut without_role = ada();
    without_role.as_object_mut().expect("an object").remove("role");
    let refused = platform.tell_person("ada", &without_role).await.expect_code(422, "invalid").json();
    assert_eq!(refused["field"], "role");
    for (field, value) in [("name", ""), ("name", " Northwind"), ("name", "North\nwind"), ("currency", "euro")] {
        let told = with(json!({ "name": "Northwind", "currency": "EUR" }), field, value);
        let refused = platform.tell_organization("northwind", &told).await.expect_code(422, "invalid").json();
        assert_eq!(refused["field"], field, "{value:?}");
    }
    for name in ["%20", "a%0Ab", &"x".repeat(201)] {
        platform.tell_person(name, &ada()).await.expect_code(422, "invalid");
        let told = json!({ "name": "Northwind", "currency": "EUR" });
        platform.tell_organization(name, &told).await.expect_code(422, "invalid");
    }
    platform.tell_person("%FF", &ada()).await.expect_code(404, "not-found");
    assert_eq!(server.database.snapshot().await, before);
    assert_eq!(server.database.count("organizations").await, 1);
}

#[tokio::test]
async fn an_address_belongs_to_one_account() {
    let letters = Letters::start().await;
    let platform = Platform::provisioning(&letters.server);
    let taken = person(&MEMBER.email.to_uppercase(), "Mia");
    platform.tell_person("ada", &taken).await.expect_code(409, "email-taken");
    platform.tell_person("ada", &ada()).await.expect(201);
    platform.tell_person("ada", &taken).await.expect_code(409, "email-taken");
    platform.tell_person("eve", &person(&ADA.to_uppercase(), "Eve")).await.expect_code(409, "email-taken");
    assert_eq!(letters.server.database.messages("invitation").await.len(), 1);

    letters.changed(&OWNER, "olive.new@example.test").await;
    let reserved = person(OWNER.email, "Eve");
    platform.tell_person("eve", &reserved).await.expect_code(409, "email-taken");
    platform.tell_person("ada", &reserved).await.expect_code(409, "email-taken");
    assert_eq!(letters.server.database.count("users").await, 3);
}

#[tokio::test]
async fn s78_a_number_that_may_go_back_is_given_to_nobody() {
    let letters = Letters::start().await;
    let platform = Platform::provisioning(&letters.server);
    let client = letters.server.client_of(&OWNER).await;
    let change = client.change_phone(&OWNER, &number(302)).await;
    client.validate(&change, &letters.sms.wait_for_code(&number(302), 1).await).await.expect(200);
    let told = with(ada(), "phone", OWNER.phone.expect("a number"));
    platform.tell_person("ada", &told).await.expect_code(409, "phone-taken");
    platform.tell_person("ada", &with(told, "phone", number(303))).await.expect(201);
}

#[tokio::test]
async fn s66_s68_the_platform_sets_roles_from_the_next_request_on() {
    let (server, platform, [_, name]) = stage().await;
    let client = server.client_of(&MEMBER).await;
    client.see_members().await.expect(403);
    platform.tell_person(&name, &with(member(), "role", "owner")).await.expect(200);
    client.see_members().await.expect(200);
    let mut without_role = member();
    without_role.as_object_mut().expect("an object").remove("role");
    assert_eq!(platform.tell_person(&name, &without_role).await.expect(200).json()["role"], "owner", "left alone");
    for role in ["admin", "billing", "member"] {
        assert_eq!(platform.tell_person(&name, &with(member(), "role", role)).await.expect(200).json()["role"], role);
        client.see_members().await.expect(if role == "admin" { 200 } else { 403 });
    }
    let events = server.database.events(MEMBER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "role-changed").count(), 4);
}

#[tokio::test]
async fn s66_a_repetition_does_not_undo_what_the_owner_edits() {
    let (server, platform, [_, name]) = stage().await;
    let told = with(with(member(), "role", "member"), "disabled", false);
    platform.tell_person(&name, &told).await.expect(200);
    let owner = server.client_of(&OWNER).await;
    let id = server.database.user_id(MEMBER.email).await;
    owner.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    owner.deactivate(&id).await.expect(200);
    let repeated = platform.tell_person(&name, &told).await.expect(200).json();
    assert_eq!((&repeated["role"], &repeated["disabled"]), (&json!("billing"), &json!(true)));
    let news = with(with(told, "role", "admin"), "disabled", true);
    assert_eq!(platform.tell_person(&name, &news).await.expect(200).json()["role"], "admin", "but news are taken over");
}

#[tokio::test]
async fn s67_two_owners_demoted_at_once_leave_one() {
    provisioning::two_owners_demoted_at_once_leave_one(Server::builder()).await;
}

#[tokio::test]
async fn the_last_owner_keeps_the_role_even_beside_one_who_is_deactivated() {
    let (_server, platform, [name, _]) = stage().await;
    let demoted = person(OWNER.email, OWNER.name);
    platform.tell_person(&name, &demoted).await.expect_code(409, "last-owner");
    let other = with(ada(), "role", "owner");
    platform.tell_person("ada", &with(other.clone(), "disabled", true)).await.expect(201);
    platform.tell_person(&name, &demoted).await.expect_code(409, "last-owner");
    platform.tell_person("ada", &with(other, "disabled", false)).await.expect(200);
    platform.tell_person(&name, &demoted).await.expect(200);
}

#[tokio::test]
async fn s08_who_is_deactivated_is_out_at_once_and_comes_back() {
    let (server, platform, [_, name]) = stage().await;
    let client = server.client_of(&MEMBER).await;
    client.change_email("miro.new@example.test", MEMBER.password).await.expect(200);
    let shut = with(member(), "disabled", true);
    assert_eq!(platform.tell_person(&name, &shut).await.expect(200).json()["disabled"], true);
    assert!(!client.is_signed_in().await);
    assert_eq!(server.database.session_hashes(MEMBER.email).await.len(), 0);
    server.client().try_sign_in(MEMBER.email, MEMBER.password).await.expect_error(401, "wrong-credentials");
    let before = server.database.snapshot().await;
    platform.tell_person(&name, &shut).await.expect(200);
    assert_eq!(server.database.snapshot().await, before, "the same again changes nothing");
    platform.tell_person(&name, &member()).await.expect(200);
    server.client().try_sign_in(MEMBER.email, MEMBER.password).await.expect(401);

    platform.tell_person(&name, &with(member(), "disabled", false)).await.expect(200);
    assert!(!client.is_signed_in().await, "the session stays dead");
    server.client().try_sign_in(MEMBER.email, MEMBER.password).await.expect(200);
    let changes = server.database.changes(MEMBER.email).await;
    assert_eq!(changes[0].state, "cancelled", "nothing waits any more");
    let events = server.database.events(MEMBER.email).await;
    assert!(events.contains(&"deactivated".to_owned()) && events.contains(&"reactivated".to_owned()), "{events:?}");
    assert!(server.database.messages("invitation").await.is_empty(), "who has a password needs none");
}

#[tokio::test]
async fn what_a_person_changed_stays_until_the_platform_tells_something_else() {
    let (server, platform, [_, name]) = stage().await;
    let told = with(with(member(), "language", "de"), "country", "AT");
    let saved = platform.tell_person(&name, &told).await.expect(200).json();
    assert_eq!(
        [&saved["language"], &saved["country"], &saved["time_zone"]],
        [&json!("de"), &json!("AT"), &Value::Null]
    );

    let client = server.client_of(&MEMBER).await;
    let version = async || client.account().await["version"].clone();
    let renamed = json!({ "display_name": "Miro M.", "version": version().await });
    client.call("/api/account/rename", renamed).await.expect(200);
    let region = json!({ "language": "es", "country": "", "time_zone": "", "version": version().await });
    client.call("/api/region/save", region).await.expect(200);
    let as_changed = |saved: &Value| {
        assert_eq!([&saved["display_name"], &saved["language"]], ["Miro M.", "es"]);
        assert_eq!(saved["country"], Value::Null, "what was chosen to be detected is not filled in again");
    };
    as_changed(&platform.tell_person(&name, &told).await.expect(200).json());
    as_changed(&platform.tell_person(&name, &with(told.clone(), "language", "en")).await.expect(200).json());
    let told = with(with(told, "display_name", "Miro Mendes Jr"), "time_zone", "Europe/Vienna");
    let saved = platform.tell_person(&name, &told).await.expect(200).json();
    assert_eq!([&saved["display_name"], &saved["language"]], ["Miro Mendes Jr", "es"]);
    assert_eq!(saved["time_zone"], "Europe/Vienna", "what nobody chose is filled in");
}

#[tokio::test]
async fn address_and_number_are_the_persons_own_once_there_is_a_password() {
    let (server, platform, [_, name]) = stage().await;
    let mut told = person("someone.else@example.test", MEMBER.name);
    told["phone"] = json!(number(304));
    let saved = platform.tell_person(&name, &told).await.expect(200).json();
    assert_eq!((&saved["email"], &saved["phone"]), (&json!(MEMBER.email), &Value::Null));
    assert_eq!(saved["has_password"], true);
    platform.tell_person(&name, &person(OWNER.email, MEMBER.name)).await.expect(200);
    assert!(server.database.messages("invitation").await.is_empty());
}

#[tokio::test]
async fn s69_names_hold_within_their_organization() {
    let server = Server::builder().with(STRANGER).start().await;
    let platform = Platform::provisioning(&server);
    let stranger = server.database.external_id(STRANGER.email).await;
    let created = platform.tell_person(&stranger, &ada()).await.expect(201).json();
    assert_eq!(created["organization"], OWNER.organization, "another person of the same name");
    assert_eq!(server.database.display_name(STRANGER.email).await, STRANGER.name);
    platform.tell_person_of("nowhere", "ada", &ada()).await.expect_code(404, "unknown-organization");
    let invite = format!("{}/invitation", user_path(STRANGER.organization, "ada"));
    platform.post(&invite).send().await.expect_code(404, "unknown-user");
    let invite = format!("{}/invitation", user_path("nowhere", "ada"));
    platform.post(&invite).send().await.expect_code(404, "unknown-organization");
}

#[tokio::test]
async fn s70_what_the_platform_may_not_tell_is_refused() {
    let (server, platform, [_, name]) = stage().await;
    let before = server.database.snapshot().await;
    for (field, value) in [
        ("email_verified", json!(true)),
        ("password", json!(NEW_PASSWORD)),
        ("password_hash", json!("!")),
        ("organization", json!("inland")),
        ("id", json!("01JDQZ00000000000000000000")),
        ("version", json!(1)),
        ("disabled", json!("yes")),
        ("role", json!(1)),
    ] {
        platform.tell_person(&name, &with(member(), field, value)).await.expect_code(422, "bad-request");
    }
    let told = json!({ "name": "Harbour", "currency": "EUR", "id": "x" });
    platform.tell_organization("harbour", &told).await.expect_code(422, "bad-request");
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s71_only_a_key_of_that_scope_opens_and_no_cookie_does() {
    let (server, _, [_, name]) = stage().await;
    let before = server.database.snapshot().await;
    let path = user_path(OWNER.organization, &name);
    let told = with(member(), "display_name", "Taken");
    for scope in ["sessions", "events", "preferences"] {
        let platform = Platform::with_scope(&server, scope);
        platform.tell_person(&name, &told).await.expect_code(403, "forbidden");
        let organization = json!({ "name": "Taken", "currency": "EUR" });
        platform.tell_organization("harbour", &organization).await.expect_code(403, "forbidden");
        platform.invite(&name).await.expect_code(403, "forbidden");
    }
    let client = server.client_of(&OWNER).await;
    let token = client.session_token().expect("a session");
    for wrong in ["", "A", &token] {
        Platform::with_key(&server, wrong).tell_person(&name, &told).await.expect_code(401, "signed-out");
    }
    client.request(Method::PUT, &path).json(&told).send().await.expect(401);
    client.ask("/api/sign-out").await.expect(200);
    let after = server.database.snapshot().await;
    assert_eq!(after, before);
}

#[tokio::test]
async fn s73_s74_bodies_are_bounded_typed_and_refused_without_a_reason_of_the_programs_own() {
    let (server, platform, _) = stage().await;
    let path = user_path(OWNER.organization, "ada");
    let put = || platform.request(Method::PUT, &path);
    platform.tell_person("ada", &with(ada(), "display_name", "A".repeat(64 * 1024))).await.expect(413);
    put().json(&ada()).header("content-type", "text/plain").send().await.expect(415);
    put().body(ada().to_string()).send().await.expect(415);
    for body in ["", "{", "null", "[]", "\"ada\"", "{}"] {
        let refused = put().header("content-type", "application/json").body(body).send().await;
        let refused = refused.expect_code(422, "bad-request");
        for internal in ["serde", "expected", "line", "column", "missing"] {
            assert!(!refused.body.contains(internal), "{}", refused.body);
        }
    }
    for method in [Method::GET, Method::POST, Method::DELETE, Method::PATCH] {
        platform.request(method, &path).send().await.expect(405);
    }
    platform.request(Method::PUT, "/api/v1/organizations").send().await.expect_code(404, "not-found");
    assert_eq!(server.database.count("users").await, 2);
}

#[tokio::test]
async fn an_operators_person_becomes_the_platforms_by_name() {
    let (server, platform, _) = stage().await;
    let person_of_operator = ["--email", "eve@example.test", "--name", "Eve", "--role", "member"];
    let organization = ["user", "create", "--organization", "harbour", "--external-id", "eve"];
    let arguments: Vec<&str> = organization.iter().chain(&person_of_operator).copied().collect();
    perfil_tests::platform::run(&server, &arguments);
    let saved = platform.tell_person("eve", &person("eve@example.test", "Eve Elms")).await.expect(200).json();
    assert_eq!((&saved["display_name"], &saved["has_password"]), (&json!("Eve Elms"), &json!(true)));
}
