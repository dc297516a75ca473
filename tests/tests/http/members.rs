//! Members: who they are, how they are found, and what the Owner does to them.

use crate::events::{payment, silent};
use crate::forms::token_on;
use perfil_models::Role;
use perfil_tests::letters::Letters;
use perfil_tests::organization::{ADMIN, Removal, SECOND_OWNER, member, names, two_owners_remove_each_other};
use perfil_tests::provisioning::{ADA, ada, person, with};
use perfil_tests::wait::until_true;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Person, Platform, STRANGER, Server};
use serde_json::{Value, json};
use std::time::Duration;

/// Long after any session.
const YEAR: Duration = Duration::from_secs(365 * 86_400);

#[tokio::test]
async fn the_page_tells_of_each_member_what_the_owner_needs_to_know() {
    let server = Server::builder().people(&[OWNER, MEMBER, BILLING]).start().await;
    Platform::provisioning(&server).tell_person("ada", &ada()).await.expect(201);
    let client = server.client_of(&OWNER).await;
    client.deactivate(&server.database.user_id(BILLING.email).await).await.expect(200);
    let seen = client.organization().await;
    assert_eq!(names(&seen), ["Ada Arden", BILLING.name, MEMBER.name, OWNER.name], "by name");
    assert_eq!((&seen["name"], &seen["more"]), (&json!(OWNER.organization), &Value::Null));
    let standing = |email: &str| member(&seen, email)["standing"].clone();
    assert_eq!([standing(OWNER.email), standing(ADA), standing(BILLING.email)], ["active", "invited", "deactivated"]);
    let (owner, other) = (member(&seen, OWNER.email), member(&seen, MEMBER.email));
    let expected = json!([OWNER.name, "owner", true, true]);
    assert_eq!(json!([owner["display_name"], owner["role"], owner["has_phone"], owner["is_you"]]), expected);
    assert_eq!(json!([other["role"], other["has_phone"], other["is_you"]]), json!(["member", false, false]));
    assert!(!seen.to_string().contains("900001"), "no number: {seen}");
}

#[tokio::test]
async fn last_seen_outlives_the_session() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let last_seen = async |client: &Client| member(&client.organization().await, MEMBER.email)["last_seen"].clone();
    assert_eq!(last_seen(&client).await, Value::Null, "never here");
    let other = server.client_of(&MEMBER).await;
    let seen = last_seen(&client).await;
    assert!(seen.as_str().is_some_and(|text| !text.is_empty()), "{seen}");
    other.ask("/api/sign-out").await.expect(200);
    assert!(!last_seen(&client).await.is_null());
    server.database.let_time_pass(YEAR).await;
    let long_ago = last_seen(&server.client_of(&OWNER).await).await;
    assert!(!long_ago.is_null() && long_ago != seen, "a year ago: {long_ago}");
}

/// A server with people of these names, and the Owner's browser.
async fn with_names(people: &[(&'static str, &'static str)]) -> (Server, Client) {
    let people: Vec<Person> = people.iter().map(|(name, email)| Person { name, email, ..MEMBER }).collect();
    let server = Server::builder().people(&people).with(OWNER).with(STRANGER).start().await;
    let client = server.client_of(&OWNER).await;
    (server, client)
}

#[tokio::test]
async fn members_are_found_by_what_a_word_of_the_name_or_the_address_begins_with() {
    let (_server, client) = with_names(&[
        ("Anna Müller", "anna.m@example.test"),
        ("José Ñáñez-Ibarra", "jose@example.test"),
        ("ليلى حداد", "layla@example.test"),
        ("Per 50% Cent", "per_cent@example.test"),
        ("Mull Mulligan", "mull@example.test"),
    ])
    .await;
    for (search, found) in [
        ("mul", vec!["Anna Müller", "Mull Mulligan"]),
        ("MÜL", vec!["Anna Müller", "Mull Mulligan"]),
        ("mu\u{308}l", vec!["Anna Müller", "Mull Mulligan"]),
        ("anna mü", vec!["Anna Müller"]),
        ("  Anna  ", vec!["Anna Müller"]),
        ("anna.m@", vec!["Anna Müller"]),
        ("ANNA.M@EXAMPLE", vec!["Anna Müller"]),
        ("nanez", vec!["José Ñáñez-Ibarra"]),
        ("ibarra", vec!["José Ñáñez-Ibarra"]),
        ("josé", vec!["José Ñáñez-Ibarra"]),
        ("ليلى", vec!["ليلى حداد"]),
        ("حد", vec!["ليلى حداد"]),
        ("per_", vec!["Per 50% Cent"]),
        ("50%", vec!["Per 50% Cent"]),
        ("uller", vec![]),
        ("example", vec![]),
        ("%", vec![]),
        ("_", vec![]),
        ("per%", vec![]),
        ("p_r", vec![]),
        ("' OR '1'='1", vec![]),
        ("sten", vec![]),
    ] {
        let mut names = client.found(search).await;
        names.sort();
        assert_eq!(names, found, "{search}");
    }
    assert_eq!(client.found("   ").await.len(), 6, "blanks are no search");
    client.search_members(&"ж".repeat(5_000), None).await;
}

#[tokio::test]
async fn who_was_renamed_or_moved_is_found_by_what_is_now() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let finds = async |search: &str| client.found(search).await.len();
    let other = letters.server.client_of(&MEMBER).await;
    let version = other.account().await["version"].clone();
    let form = json!({ "display_name": "Zoé Quill", "version": version });
    other.call("/api/account/rename", form).await.expect(200);
    assert_eq!([finds("quill").await, finds("zoe").await, finds("mendes").await], [1, 1, 0]);
    let (_, undo) = letters.changed(&MEMBER, "zoe.quill@example.test").await;
    assert_eq!([finds("zoe.q").await, finds("miro.m").await], [1, 0]);
    letters.server.client().undo(&undo).await.expect(200);
    assert_eq!([finds("zoe.q").await, finds("miro.m").await], [0, 1]);

    let platform = Platform::provisioning(&letters.server);
    platform.tell_person("ada", &ada()).await.expect(201);
    let told = json!({ "email": "xenia@example.test", "display_name": "Xenia Xu", "role": "member" });
    platform.tell_person("ada", &told).await.expect(200);
    assert_eq!([finds("xenia@").await, finds("xu").await, finds("arden").await, finds("ada").await], [1, 1, 0, 0]);
}

/// All members that a search finds, page by page.
async fn all(client: &Client, search: &str) -> Vec<String> {
    let (mut found, mut more, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let page = client.search_members(search, more.as_deref()).await;
        let members = page["members"].as_array().expect("members");
        assert!(members.len() <= 100, "a page stays short");
        found.extend(members.iter().map(|member| member["email"].as_str().expect("an address").to_owned()));
        more = page["more"].as_str().map(str::to_owned);
        pages += 1;
        if more.is_none() {
            assert!(pages > 1, "there is more than one page of {search:?}");
            return found;
        }
    }
}

#[tokio::test]
async fn paging_loses_nobody_and_shows_nobody_twice_whatever_the_names() {
    let server = Server::builder().with(STRANGER).start().await;
    let name = |place| if place % 3 == 0 { format!("Nell {place}") } else { "Kim Kelly".to_owned() };
    server.add_members((0..180).map(name)).await;
    let client = server.client_of(&OWNER).await;
    let mut everybody = all(&client, "").await;
    assert_eq!(everybody.len(), 182);
    everybody.sort();
    everybody.dedup();
    assert_eq!(everybody.len(), 182, "none twice");
    let mut kims = all(&client, "k").await;
    assert_eq!(kims.len(), 120, "each once, though two words of the name begin so");
    kims.sort();
    kims.dedup();
    assert_eq!(kims.len(), 120);
    for nonsense in ["x", "zz-zz", "616e6e61", "' OR ''='", &"6".repeat(9_000)] {
        let form = json!({ "search": "", "after": nonsense });
        client.call("/api/organization", form).await.expect_error(400, "bad-request");
    }
}

#[tokio::test]
async fn the_owner_changes_a_role_and_the_member_is_told() {
    let letters = Letters::start().await;
    let server = &letters.server;
    let (client, id) = (server.client_of(&OWNER).await, server.database.user_id(MEMBER.email).await);
    client.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    assert_eq!(server.database.role(MEMBER.email).await, "billing");
    assert_eq!(server.database.audit(OWNER.organization).await, ["role-changed member billing"]);
    assert_eq!(server.database.events(MEMBER.email).await, ["role-changed"]);
    let told = server.database.messages("role-changed").await;
    assert_eq!(told.len(), 1);
    let arguments: Value = serde_json::from_str(&told[0].arguments).expect("JSON");
    assert_eq!([&arguments["old"]["role"], &arguments["new"]["role"]], ["member", "billing"]);
    let arrived = async || !letters.mail.mails_to(MEMBER.email).is_empty();
    until_true("the mail", Duration::from_secs(60), arrived).await;

    client.set_role(&id, Role::Billing, Role::Billing).await.expect_error(422, "unchanged");
    client.set_role(&id, Role::Member, Role::Admin).await.expect_error(409, "stale");
    client.set_role("nobody", Role::Member, Role::Admin).await.expect_error(404, "not-found");
    let form = json!({ "user": id, "was": "billing", "role": "emperor" });
    client.call("/api/organization/role", form).await.expect(422);
    assert_eq!(server.database.role(MEMBER.email).await, "billing");
    assert_eq!(server.database.audit(OWNER.organization).await.len(), 1);
}

#[tokio::test]
async fn s61_of_two_pages_that_show_the_same_role_the_second_changes_nothing() {
    let server = Server::builder().people(&[OWNER, SECOND_OWNER, MEMBER]).start().await;
    let (one, other) = (server.client_of(&OWNER).await, server.client_of(&SECOND_OWNER).await);
    let id = server.database.user_id(MEMBER.email).await;
    one.set_role(&id, Role::Member, Role::Admin).await.expect(200);
    other.set_role(&id, Role::Member, Role::Billing).await.expect_error(409, "stale");
    assert_eq!(server.database.role(MEMBER.email).await, "admin");
    other.set_role(&id, Role::Admin, Role::Billing).await.expect(200);
}

#[tokio::test]
async fn s66_only_the_owner_edits_roles_and_deactivates() {
    let people = [OWNER, ADMIN, BILLING, MEMBER, Person { email: "mona@example.test", ..MEMBER }];
    let server = Server::builder().people(&people).start().await;
    let target = server.database.user_id("mona@example.test").await;
    for person in [ADMIN, BILLING, MEMBER] {
        let (client, own) = (server.client_of(&person).await, server.database.user_id(person.email).await);
        let before = server.database.snapshot().await;
        client.set_role(&target, Role::Member, Role::Admin).await.expect_error(403, "forbidden");
        client.set_role(&own, person.role, Role::Owner).await.expect_error(403, "forbidden");
        client.set_role("nobody", Role::Member, Role::Admin).await.expect_error(403, "forbidden");
        client.deactivate(&target).await.expect_error(403, "forbidden");
        client.reactivate(&target).await.expect_error(403, "forbidden");
        assert_eq!(server.database.snapshot().await, before, "{:?}", person.role);
    }
}

#[tokio::test]
async fn s67_the_last_owner_who_can_sign_in_stays() {
    let server = Server::builder().people(&[OWNER, SECOND_OWNER]).start().await;
    let client = server.client_of(&OWNER).await;
    let (own, other) = (server.database.user_id(OWNER.email).await, server.database.user_id(SECOND_OWNER.email).await);
    client.deactivate(&own).await.expect_error(409, "yourself");
    client.deactivate(&other).await.expect(200);
    let refused = client.set_role(&own, Role::Owner, Role::Admin).await;
    refused.expect_error(409, "last-owner");
    client.reactivate(&other).await.expect(200);
    client.set_role(&own, Role::Owner, Role::Admin).await.expect(200);
    client.set_role(&own, Role::Admin, Role::Owner).await.expect_error(403, "forbidden");
    assert_eq!(server.database.owners(OWNER.organization).await, [SECOND_OWNER.email]);
}

#[tokio::test]
async fn s67_of_two_hundred_mutual_demotions_each_leaves_one_owner() {
    two_owners_remove_each_other(Server::builder(), [Removal::Demote; 2], 200).await;
}

#[tokio::test]
async fn s67_owners_who_demote_and_deactivate_each_other_leave_one() {
    two_owners_remove_each_other(Server::builder(), [Removal::Demote, Removal::Deactivate], 25).await;
    two_owners_remove_each_other(Server::builder(), [Removal::Deactivate; 2], 25).await;
}

#[tokio::test]
async fn s68_whoever_loses_the_permission_is_not_told_what_waits_and_sees_why() {
    let server = silent().people(&[OWNER, BILLING]).start().await;
    let (owner, client) = (server.client_of(&OWNER).await, server.client_of(&BILLING).await);
    assert!(!client.notifications().await["billing"].is_null());
    Platform::of(&server).tell("payment.succeeded", payment(4_990)).await.expect(200);
    let id = server.database.user_id(BILLING.email).await;
    owner.set_role(&id, Role::Billing, Role::Member).await.expect(200);
    assert!(client.notifications().await["billing"].is_null(), "from the next request, in the same session");
    client.try_choose_contacts(true, false).await.expect(200);

    let _worker = server.run(&["worker"], "worker.log");
    let why = async || {
        let history = client.notification_history(None).await;
        let entries = history["entries"].as_array().expect("entries").clone();
        entries.iter().any(|entry| entry["state"] == "not-sent" && entry["why"]["id"] == "why-no-permission")
    };
    until_true("the payment's mail to be suppressed", Duration::from_secs(30), why).await;
    let states: Vec<_> = server.database.messages("payment-succeeded").await.into_iter().collect();
    let mailed = states.iter().find(|message| message.recipient == BILLING.email).expect("a row");
    assert_eq!((mailed.state.as_str(), mailed.last_error.as_deref()), ("suppressed", Some("no-permission")));
}

#[tokio::test]
async fn s08_a_deactivated_members_sessions_end_at_once_and_coming_back_is_told() {
    let letters = Letters::start().await;
    let server = &letters.server;
    let (owner, id) = (server.client_of(&OWNER).await, server.database.user_id(MEMBER.email).await);
    let (client, _, link) = letters.pending(&MEMBER, "miro.elsewhere@example.test").await;
    let desktop = server.client().as_desktop();
    desktop.sign_in(&MEMBER).await;
    let reset = letters.reset_token(MEMBER.email, 1).await;
    owner.deactivate(&id).await.expect(200);
    assert!(!client.is_signed_in().await && !desktop.is_signed_in().await);
    assert_eq!(server.database.session_hashes(MEMBER.email).await.len(), 0);
    server.client().try_sign_in(MEMBER.email, MEMBER.password).await.expect_error(401, "wrong-credentials");
    server.client().confirm(&link).await.expect_error(404, "unknown");
    assert!((400..500).contains(&server.client().reset(&reset, "eleven lanterns over Oslo").await.status));
    owner.deactivate(&id).await.expect(200);

    owner.reactivate(&id).await.expect(200);
    server.client().sign_in(&MEMBER).await;
    assert!(!client.is_signed_in().await, "the old session stays ended");
    assert_eq!(
        server.database.audit(OWNER.organization).await,
        ["deactivated", "reactivated"],
        "the repetition is none"
    );
    for template in ["member-deactivated", "member-reactivated"] {
        assert_eq!(server.database.messages(template).await.len(), 1, "{template}");
    }
    let told = async || letters.mail.mails_to(MEMBER.email).len() >= 4;
    until_true("both mails beside the two with links", Duration::from_secs(60), told).await;
}

#[tokio::test]
async fn s08_who_never_had_a_password_is_invited_anew_when_activated_again() {
    let letters = Letters::start().await;
    let platform = Platform::provisioning(&letters.server);
    platform.tell_person("ada", &ada()).await.expect(201);
    let first = letters.token(ADA, "/welcome", 1).await;
    let (owner, id) = (letters.server.client_of(&OWNER).await, letters.server.database.user_id(ADA).await);
    owner.deactivate(&id).await.expect(200);
    letters.server.client().look("invitation", &first).await.expect_error(404, "unknown");
    owner.reactivate(&id).await.expect(200);
    let second = letters.token(ADA, "/welcome", 2).await;
    letters.server.client().look("invitation", &first).await.expect_error(410, "replaced");
    letters.server.client().look("invitation", &second).await.expect(200);
}

#[tokio::test]
async fn s66_what_the_owner_decided_outlives_the_platforms_nightly_repetition() {
    let server = Server::start().await;
    let platform = Platform::provisioning(&server);
    let (owner, name) = (server.client_of(&OWNER).await, server.database.external_id(MEMBER.email).await);
    let told = with(person(MEMBER.email, MEMBER.name), "disabled", false);
    platform.tell_person(&name, &told).await.expect(200);
    let id = server.database.user_id(MEMBER.email).await;
    owner.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    owner.deactivate(&id).await.expect(200);
    let answer = platform.tell_person(&name, &told).await.expect(200).json();
    assert_eq!(json!([answer["role"], answer["disabled"]]), json!(["billing", true]));
    platform.tell_person(&name, &with(told, "role", "admin")).await.expect(200);
    assert_eq!(server.database.role(MEMBER.email).await, "admin", "what it tells anew holds");
}

#[tokio::test]
async fn s69_members_of_another_organization_are_not_found() {
    let server = Server::builder().with(STRANGER).start().await;
    let stranger = server.client_of(&STRANGER).await;
    let before = server.database.snapshot().await;
    for email in [OWNER.email, MEMBER.email] {
        let id = server.database.user_id(email).await;
        stranger.set_role(&id, Role::Member, Role::Admin).await.expect_error(404, "not-found");
        stranger.set_role(&id, Role::Owner, Role::Member).await.expect_error(404, "not-found");
        stranger.deactivate(&id).await.expect_error(404, "not-found");
        stranger.reactivate(&id).await.expect_error(404, "not-found");
    }
    assert_eq!(server.database.snapshot().await, before);
    for search in ["olive", "miro", OWNER.email] {
        assert!(stranger.found(search).await.is_empty(), "{search}");
    }
    let own = server.client_of(&OWNER).await;
    let page = own.search_members("", None).await;
    assert!(!page.to_string().contains(STRANGER.email));
}

#[tokio::test]
async fn the_forms_do_the_same_without_script() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let id = server.database.user_id(MEMBER.email).await;
    let send = async |form: &str, typed: &[(&str, &str)]| {
        let token = token_on(&client, "/settings/user").await;
        let fields = crate::forms::pairs(&[typed, &[("user", id.as_str()), ("form_token", token.as_str())]].concat());
        let answer = client.post_form(&format!("/forms/{form}"), &fields).send().await.expect(303);
        assert_eq!(answer.redirect().as_deref(), Some("/organization"), "{form}");
        client.ask("/api/page").await.expect(200).json()["flash"]["outcome"].clone()
    };
    let done = |form: &str| json!(format!("done-{form}"));
    let said = send("set-role", &[("was", "member"), ("role", "admin")]).await;
    assert_eq!(said["done"]["id"], done("set-role"));
    let said = send("set-role", &[("was", "member"), ("role", "billing")]).await;
    assert_eq!(said["refused"][0]["id"], "role-stale");
    assert_eq!(server.database.role(MEMBER.email).await, "admin");
    for form in ["deactivate-member", "reactivate-member"] {
        assert_eq!(send(form, &[]).await["done"]["id"], done(form));
    }
    let said = send("set-role", &[("was", "x"), ("role", "")]).await;
    assert!(said["refused"].is_array(), "{said}");
}
