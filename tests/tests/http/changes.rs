//! *Changes* of an organization: who made which change, to whom, from what to what and when; on the page, by the function and
//! as a table, for the Owner alone.

use perfil_models::{AuditKind, Role};
use perfil_tests::letters::Letters;
use perfil_tests::organization::{ADMIN, SECOND_OWNER};
use perfil_tests::organization_keys::made;
use perfil_tests::provisioning::{ADA, ada, with};
use perfil_tests::{Answer, BILLING, Client, MEMBER, NEW_PASSWORD, OWNER, Person, Platform, STRANGER, Server};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const PAGE: &str = "/organization/changes";
const FILE: &str = "/organization/changes.csv";
const NELL: &str = "nell.novak@example.test";
const NOBODY: &str = "norman.nobody@example.test";

async fn ask(client: &Client, filter: &str, before: Option<&str>) -> Answer {
    client.call("/api/organization/audit", json!({ "filter": filter, "before": before })).await
}

async fn shown(client: &Client, filter: &str, before: Option<&str>) -> Value {
    ask(client, filter, before).await.expect(200).json()
}

fn entries(audit: &Value) -> &Vec<Value> {
    audit["entries"].as_array().expect("entries")
}

/// A row of the table by its columns.
type Row = BTreeMap<String, String>;

async fn file(client: &Client, query: &str) -> Vec<Row> {
    let answer = client.get(&format!("{FILE}{query}")).send().await.expect(200);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"changes.csv\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    rows(&answer.body)
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().expect("a row of headings").clone();
    let row = |record: csv::StringRecord| {
        columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect::<Row>()
    };
    reader.records().map(|record| row(record.expect("a row of as many cells"))).collect()
}

/// What stands in these columns of each row, sorted.
fn cells(rows: &[Row], columns: &[&str]) -> Vec<String> {
    let line = |row: &Row| columns.iter().map(|column| row[*column].as_str()).collect::<Vec<_>>().join(" | ");
    let mut lines: Vec<_> = rows.iter().map(line).collect();
    lines.sort();
    lines
}

/// Asks for a role: the id of the request.
async fn request(member: &Client, role: Role) -> Value {
    let form = json!({ "role": role, "reason": "For the bills." });
    member.call("/api/role/ask", form).await.expect(200).json()["asked_role"]["request"].clone()
}

async fn decide(owner: &Client, request: &Value, grant: bool) {
    let form = json!({ "request": request, "grant": grant });
    owner.call("/api/organization/requests/decide", form).await.expect(200);
}

/// Lets members and somebody invited change all that they can.
async fn members_change_everything(letters: &Letters, owner: &Client) {
    let server = &letters.server;
    let (member, id) = (server.client_of(&MEMBER).await, server.database.user_id(MEMBER.email).await);
    decide(owner, &request(&member, Role::Admin).await, false).await;
    let withdrawn = request(&member, Role::Billing).await;
    member.call("/api/role/withdraw", json!({ "request": withdrawn })).await.expect(200);
    owner.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    decide(owner, &request(&member, Role::Admin).await, true).await;
    for address in [NELL, NOBODY] {
        owner.invite(address, Role::Member).await.expect(200);
    }
    letters.token(NELL, "/join", 1).await;
    owner.resend_invitation(&owner.invitation_of(NELL).await).await.expect(200);
    owner.revoke_invitation(&owner.invitation_of(NOBODY).await).await.expect(200);
    let token = letters.token(NELL, "/join", 2).await;
    server.client().join(&token, "Nell Novak", NEW_PASSWORD).await.expect(200);
    owner.deactivate(&id).await.expect(200);
    owner.reactivate(&id).await.expect(200);
}

/// Lets the platform change all that it can, and tell each twice.
async fn platform_changes_everything(server: &Server) {
    let platform = Platform::provisioning(server);
    let promoted = with(ada(), "role", "admin");
    let disabled = with(promoted.clone(), "disabled", true);
    let enabled = with(promoted.clone(), "disabled", false);
    for (told, status) in [(ada(), 201), (promoted, 200), (disabled, 200), (enabled, 200)] {
        platform.tell_person("ada", &told).await.expect(status);
        platform.tell_person("ada", &told).await.expect(200);
    }
    for currency in ["EUR", "USD", "USD"] {
        let told = json!({ "name": "Harbour Ltd", "currency": currency });
        platform.tell_organization(OWNER.organization, &told).await.expect(200);
    }
}

/// Lets the Owner change all about the organization itself and its keys.
async fn owner_changes_the_organization(owner: &Client) {
    let (_, key) = made(owner.create_key("Web shop", &["events"], OWNER.password).await);
    let (_, key) = made(owner.rotate_key(&key, "none", OWNER.password).await);
    owner.revoke_key(&key).await.expect(200);
    for (field, value) in [("language", json!("de")), ("password_min", json!("20")), ("sms_countries", json!(["GB"]))] {
        owner.change_organization(field, value).await.expect(200);
    }
    owner.sign_everyone_out(OWNER.password).await.expect(200);
}

/// Lets the operator create somebody and delete them again.
fn operator_deletes_somebody(server: &Server) {
    let gone = Person { email: "gus.gone@example.test", name: "Gus Gonzo", ..MEMBER };
    server.create(&gone);
    perfil_tests::platform::run(server, &["user", "delete", "--email", gone.email]);
}

#[tokio::test]
async fn each_change_tells_who_what_from_what_to_what_and_when() {
    let letters = Letters::start().await;
    let owner = letters.server.client_of(&OWNER).await;
    members_change_everything(&letters, &owner).await;
    platform_changes_everything(&letters.server).await;
    operator_deletes_somebody(&letters.server);
    owner_changes_the_organization(&owner).await;
    let rows = file(&owner, "").await;
    let found = cells(&rows, &["change", "made_by", "actor_email", "subject_email", "before", "after"]);
    let (olive, miro) = (OWNER.email, MEMBER.email);
    let mut expected = vec![
        "currency-changed | platform |  |  | EUR | USD".to_owned(),
        format!("deactivated | member | {olive} | {miro} |  | "),
        format!("deactivated | platform |  | {ADA} |  | "),
        format!("defaults-changed | member | {olive} |  | – · – · – | de · – · –"),
        format!("everyone-signed-out | member | {olive} |  |  | "),
        format!("invitation-revoked | member | {olive} | {NOBODY} | member | "),
        format!("invited | member | {olive} | {NELL} |  | member"),
        format!("invited | member | {olive} | {NOBODY} |  | member"),
        format!("invited-again | member | {olive} | {NELL} |  | member"),
        format!("joined | member | {NELL} | {NELL} |  | member"),
        format!("key-created | member | {olive} |  |  | Web shop"),
        format!("key-revoked | member | {olive} |  | Web shop | "),
        format!("key-rotated | member | {olive} |  | Web shop | "),
        format!("member-created | operator |  | {miro} |  | member"),
        format!("member-created | operator |  | {olive} |  | owner"),
        format!("member-created | platform |  | {ADA} |  | member"),
        "member-created | operator |  |  |  | member".to_owned(),
        "member-deleted | operator |  |  |  | ".to_owned(),
        "organization-renamed | platform |  |  | harbour | Harbour Ltd".to_owned(),
        format!("password-min-changed | member | {olive} |  | – | 20"),
        format!("reactivated | member | {olive} | {miro} |  | "),
        format!("reactivated | platform |  | {ADA} |  | "),
        format!("role-asked | member | {miro} | {miro} | member | admin"),
        format!("role-asked | member | {miro} | {miro} | member | billing"),
        format!("role-asked | member | {miro} | {miro} | billing | admin"),
        format!("role-changed | member | {olive} | {miro} | member | billing"),
        format!("role-changed | member | {olive} | {miro} | billing | admin"),
        format!("role-changed | platform |  | {ADA} | member | admin"),
        format!("role-declined | member | {olive} | {miro} | member | admin"),
        format!("role-granted | member | {olive} | {miro} | billing | admin"),
        format!("role-withdrawn | member | {miro} | {miro} | billing | "),
        format!("sms-countries-changed | member | {olive} |  | – | GB"),
    ];
    expected.sort();
    assert_eq!(found, expected);
    let kinds: BTreeSet<_> = rows.iter().map(|row| row["change"].as_str()).collect();
    assert_eq!(kinds, AuditKind::ALL.iter().map(|kind| kind.as_str()).collect(), "each kind is tried");
    assert!(rows.is_sorted_by(|newer, older| newer["at"] >= older["at"]), "the newest first");
    for row in &rows {
        let at = row["at"].as_bytes();
        assert!(at.len() == 24 && at[10] == b'T' && at[23] == b'Z', "{row:?}");
        assert_eq!(row["actor_id"].is_empty(), row["made_by"] != "member", "{row:?}");
    }
}

#[tokio::test]
async fn the_page_says_it_in_the_readers_words() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let id = server.database.user_id(MEMBER.email).await;
    client.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    let audit = shown(&client, "roles", None).await;
    let who = |person: &Person| format!("{} ({})", person.name, person.email);
    let entry = &entries(&audit)[0];
    assert_eq!(
        [&entry["kind"], &entry["actor"], &entry["subject"], &entry["before"], &entry["after"]],
        ["role-changed", &who(&OWNER), &who(&MEMBER), "Member", "Billing"]
    );
    let created = &entries(&shown(&client, "members", None).await)[0].clone();
    assert_eq!((&created["actor"], &created["by"]), (&Value::Null, &json!("audit-by-operator")));
    let page = client.page(PAGE).await.expect(200).body;
    for words in
        ["Role changed", "Member → Billing", "By the operator of this service", entry["at"].as_str().expect("a time")]
    {
        assert!(page.contains(words), "{words} is missing");
    }

    // A name of the organization is nobody's role.
    let told = json!({ "name": "owner", "currency": "EUR" });
    Platform::provisioning(&server).tell_organization(OWNER.organization, &told).await.expect(200);
    server.database.execute("UPDATE users SET language = 'de', country = 'DE', time_zone = 'Asia/Kathmandu'").await;
    let audit = shown(&client, "all", None).await;
    assert_eq!(audit["time_zone"], "Kathmandu");
    let words = |entry: &Value| json!([entry["before"], entry["after"]]);
    assert_eq!(words(&entries(&audit)[0]), json!([OWNER.organization, "owner"]));
    assert_eq!(words(&entries(&audit)[1]), json!(["Mitglied", "Abrechnung"]));
    assert!(client.page(PAGE).await.body.contains("Rolle geändert"));
}

#[tokio::test]
async fn whoever_is_gone_is_a_former_member_and_what_they_did_stays() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let entry = |id: &str, kind: &str| {
        format!(
            "INSERT INTO audit_entries SELECT '{id}', organization_id, 'member', 'gone', 'gone-too', '{kind}', '', '', at \
             FROM audit_entries WHERE id = (SELECT MAX(id) FROM audit_entries);"
        )
    };
    server.database.execute(&format!("{}{}", entry("x1", "deactivated"), entry("x2", "invited"))).await;
    let audit = shown(&client, "all", None).await;
    let gone: Vec<_> = entries(&audit).iter().filter(|entry| entry["actor"] == "").collect();
    assert!(gone.len() == 2 && gone.iter().all(|entry| entry["subject"] == ""), "{audit}");
    let page = client.page(PAGE).await.expect(200).body;
    assert_eq!(page.matches("By Former member").count(), 2);
    assert!(page.contains(">Former member<") && page.contains(">Address no longer kept<"));
    let ids = cells(&file(&client, "").await, &["actor_id", "actor", "subject_id", "subject_email"]);
    assert_eq!(ids.iter().filter(|line| *line == "gone |  | gone-too | ").count(), 2, "{ids:?}");
    server.database.let_time_pass(Duration::from_secs(10 * 365 * 86_400)).await;
    let client = server.client_of(&OWNER).await;
    assert_eq!(entries(&shown(&client, "all", None).await).len(), 4, "kept as long as the organization");
}

#[tokio::test]
async fn s66_only_the_owner_reads_what_was_changed() {
    let people = [OWNER, SECOND_OWNER, ADMIN, BILLING, MEMBER];
    let server = Server::builder().people(&people).with(STRANGER).start().await;
    let before = async || server.database.count("audit_entries").await;
    let count = before().await;
    for person in people.iter().chain([&STRANGER]) {
        let client = server.client_of(person).await;
        let (table, page) = (client.get(FILE).send().await, client.page(PAGE).await);
        let function = ask(&client, "all", None).await;
        let statuses = [function.status, page.status, table.status];
        if person.role != Role::Owner {
            assert_eq!((statuses, function.error().as_str()), ([403; 3], "forbidden"), "{}", person.email);
            assert!(
                table.header("content-type").starts_with("text/html") && table.header("content-disposition").is_empty()
            );
            for body in [&function.body, &page.body, &table.body] {
                assert!(!body.contains(OWNER.email) && !body.contains(SECOND_OWNER.name), "{}", person.email);
            }
            continue;
        }
        assert_eq!(statuses, [200; 3], "{}", person.email);
        let is_stranger = person.email == STRANGER.email;
        for body in [&function.body, &page.body, &table.body] {
            assert_eq!((body.contains(MEMBER.email), body.contains(STRANGER.email)), (!is_stranger, is_stranger));
        }
    }
    let nobody = server.client();
    ask(&nobody, "all", None).await.expect_error(401, "signed-out");
    assert_eq!(nobody.get(PAGE).send().await.redirect().as_deref(), Some("/sign-in?next=%2Forganization%2Fchanges"));
    assert_eq!(nobody.get(FILE).send().await.redirect().as_deref(), Some("/sign-in?next=%2Forganization%2Fchanges"));
    assert_eq!(before().await, count, "reading leaves nothing");
    let demoted = server.client_of(&OWNER).await;
    server.database.execute(&format!("UPDATE users SET role = 'admin' WHERE email = '{}'", OWNER.email)).await;
    ask(&demoted, "all", None).await.expect_error(403, "forbidden");
    demoted.get(FILE).send().await.expect(403);
}

/// Lets that many roles be changed, each after its place in the order.
async fn many(server: &Server, count: usize) {
    let statement = format!(
        "WITH RECURSIVE places (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < {count}) \
         INSERT INTO audit_entries SELECT 'many-' || (100000 + p.place), e.organization_id, 'platform', NULL, e.subject_id, \
         'role-changed', 'member', 'billing', e.at + p.place / 3 FROM places p, audit_entries e \
         WHERE e.id = (SELECT MIN(id) FROM audit_entries)"
    );
    server.database.execute(&statement).await;
}

#[tokio::test]
async fn changes_come_page_by_page_and_by_filter() {
    let server = Server::start().await;
    many(&server, 64).await;
    let told = json!({ "name": "Harbour Ltd", "currency": "EUR" });
    Platform::provisioning(&server).tell_organization(OWNER.organization, &told).await.expect(200);
    let client = server.client_of(&OWNER).await;
    let (mut sizes, mut more, mut times) = (Vec::new(), None, Vec::new());
    loop {
        let page = shown(&client, "roles", more.as_deref()).await;
        sizes.push(entries(&page).len());
        more = page["more"].as_str().map(str::to_owned);
        times.extend(more.clone());
        if more.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [30, 30, 4], "each once");
    assert!(times[0] > times[1], "the newest first");
    let kinds = async |filter: &str| {
        let audit = shown(&client, filter, None).await;
        entries(&audit).iter().map(|entry| entry["kind"].as_str().expect("a kind").to_owned()).collect::<BTreeSet<_>>()
    };
    assert_eq!(kinds("members").await, BTreeSet::from(["member-created".to_owned()]));
    assert_eq!(kinds("organization").await, BTreeSet::from(["organization-renamed".to_owned()]));
    for nonsense in ["", "x", "5", "-", "99999999999999999999-x"] {
        ask(&client, "all", Some(nonsense)).await.expect_error(400, "bad-request");
    }
    ask(&client, "everything", None).await.expect_error(422, "bad-request");

    let page = client.page(&format!("{PAGE}?filter=roles")).await.expect(200).body;
    let older = format!("{PAGE}?filter=roles&#38;before={}", times[0]);
    for link in [&older, &format!("{FILE}?filter=roles"), &format!("{PAGE}?filter=members"), &format!("\"{PAGE}\"")] {
        assert!(page.contains(link.as_str()), "{link} is missing: {page}");
    }
    let page = client.page(&older.replace("&#38;", "&")).await.expect(200).body;
    assert!(page.contains("Show the newest") && page.matches("class=\"entry\"").count() == 30);
    client.page(&format!("{PAGE}?before=nonsense")).await.expect(400);
}

#[tokio::test]
async fn the_table_holds_every_change_of_the_filter_once() {
    let server = Server::start().await;
    many(&server, 2_500).await;
    let client = server.client_of(&OWNER).await;
    let rows = file(&client, "?filter=roles").await;
    assert_eq!(rows.len(), 2_500);
    assert!(rows.is_sorted_by(|newer, older| newer["at"] >= older["at"]), "the newest first");
    assert_eq!(file(&client, "").await.len(), 2_502);
    assert_eq!(file(&client, "?filter=members").await.len(), 2);
    assert_eq!(file(&client, "?filter=organization").await.len(), 0, "but the headings");
    for odd in ["?filter=nonsense", "?filter=roles&filter=members", "?filter=%FF&x", "?before=x"] {
        assert_eq!(file(&client, odd).await.len(), 2_502, "{odd}: all of them");
    }
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        client.request(method, FILE).send().await.expect(405);
    }
}

#[tokio::test]
async fn no_name_is_a_formula_or_leaves_its_cell() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for (name, cell) in [
        ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
        ("+44 7700", "'+44 7700"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("Miro \"M\", Mendes", "Miro \"M\", Mendes"),
        ("Miro;=1+1", "Miro;'=1+1"),
        ("عمر", "عمر"),
        ("two\nlines", "two\nlines"),
        ("\t=1", "'\t'=1"),
    ] {
        let statement = format!("UPDATE users SET display_name = '{name}' WHERE email = '{}'", MEMBER.email);
        server.database.execute(&statement).await;
        let rows = file(&client, "").await;
        let found = cells(&rows, &["subject", "subject_email"]);
        assert!(found.contains(&format!("{cell} | {}", MEMBER.email)), "{name}: {found:?}");
    }
}
