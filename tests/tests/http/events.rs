//! `POST /api/v1/events`: what the platform may tell, and how. SECURITY.md 62, 69, 71, 73 and 74.

use crate::limits::time_until_cut;
use perfil_tests::notifications::told;
use perfil_tests::platform::{EVENTS, SOURCE, balance, event, newest_key, run};
use perfil_tests::server::Builder;
use perfil_tests::{Answer, MEMBER, OWNER, Platform, STRANGER, Server};
use reqwest::Method;
use serde_json::{Value, json};

/// What may be told.
const KINDS: [&str; 8] = [
    "contact_import.started",
    "contact_import.progress",
    "contact_import.completed",
    "contact_import.failed",
    "payment.succeeded",
    "payment.failed",
    "invoice.issued",
    "credit.balance",
];

/// A server whose messages stay where they are.
pub fn silent() -> Builder {
    Server::builder().set("PERFIL_WORKER", "none")
}

/// The platform's word for a problem.
pub fn code(answer: &Answer) -> String {
    answer.json()["code"].as_str().unwrap_or_default().to_owned()
}

/// What is needed to tell this, and what may be told besides.
pub fn sample(kind: &str, user: &str) -> (Value, Value) {
    let import = json!({ "organization": "harbour", "user": user, "import": kind, "name": "spring.csv" });
    let money = json!({ "organization": "harbour", "amount": 4_990, "currency": "EUR" });
    let (base, needed, besides) = match kind {
        "contact_import.started" => (import, json!({}), json!({ "total": 500 })),
        "contact_import.progress" => (import, json!({ "done": 120 }), json!({ "total": 500 })),
        "contact_import.completed" => {
            let reasons = json!([{ "reason": "no address", "count": 2 }, { "reason": "listed before", "count": 1 }]);
            (import, json!({ "imported": 497 }), json!({ "rejected": 3, "reasons": reasons }))
        }
        "contact_import.failed" => (import, json!({ "reason": "not a CSV file" }), json!({})),
        "payment.succeeded" => (money, json!({ "payment": "pay-1" }), json!({})),
        "payment.failed" => (money, json!({ "payment": "pay-1" }), json!({ "reason": "card expired" })),
        "invoice.issued" => {
            let besides = json!({ "due": "2026-12-24", "url": "https://platform.example.test/invoices/2026-17" });
            (money, json!({ "invoice": "2026-17" }), besides)
        }
        "credit.balance" => (balance("harbour", 1, 12_345), json!({}), json!({ "reserve": 500 })),
        other => panic!("no such event: {other}"),
    };
    (joined(&base, &needed), besides)
}

/// The fields of both; where both have one, the other's.
pub fn joined(one: &Value, other: &Value) -> Value {
    let mut all = one.clone();
    for (name, value) in other.as_object().expect("fields") {
        all[name] = value.clone();
    }
    all
}

fn without(data: &Value, field: &str) -> Value {
    let mut data = data.clone();
    data.as_object_mut().expect("fields").remove(field);
    data
}

/// A payment of so many cents.
pub fn payment(amount: i64) -> Value {
    json!({ "organization": "harbour", "payment": "pay-1", "amount": amount, "currency": "EUR" })
}

/// JSON of that length, blanks behind it.
pub fn padded(value: &Value, length: usize) -> String {
    let text = value.to_string();
    let blanks = " ".repeat(length - text.len());
    format!("{text}{blanks}")
}

#[track_caller]
fn refuses_naming(answer: &Answer, field: &str, what: &Value) {
    let body = answer.json();
    assert_eq!((answer.status, body["code"].as_str()), (422, Some("invalid-event")), "{what}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert!(body["detail"].as_str().is_some_and(|detail| detail.contains(field)), "{what}: {}", answer.body);
}

#[tokio::test]
async fn everything_that_may_be_told_is_taken_with_what_may_be_told_besides() {
    let server = silent().start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    for kind in KINDS {
        let (needed, besides) = sample(kind, &user);
        let answer = platform.tell_as(&format!("bare {kind}"), kind, needed.clone()).await.expect(200).json();
        let expected = json!({ "id": format!("bare {kind}"), "source": SOURCE, "outcome": "applied" });
        assert_eq!(answer, expected, "{kind}");
        let another = if kind == "credit.balance" { json!({ "seq": 2 }) } else { json!({}) };
        platform.tell(kind, joined(&joined(&needed, &besides), &another)).await.expect(200);
    }
}

#[tokio::test]
async fn each_field_that_is_missing_wrong_or_too_many_is_named() {
    let server = silent().start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    let before = server.database.snapshot().await;
    for kind in KINDS {
        let (needed, besides) = sample(kind, &user);
        let full = joined(&needed, &besides);
        for field in full.as_object().expect("fields").keys() {
            let wrong = joined(&full, &json!({ field: true }));
            refuses_naming(&platform.tell(kind, wrong.clone()).await, field, &wrong);
        }
        for field in needed.as_object().expect("fields").keys() {
            let lacking = without(&full, field);
            refuses_naming(&platform.tell(kind, lacking.clone()).await, field, &lacking);
        }
        for field in ["role", "user_id", "email_verified"] {
            let more = joined(&full, &json!({ field: "owner" }));
            refuses_naming(&platform.tell(kind, more.clone()).await, field, &more);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s62_amounts_are_whole_numbers_within_bounds() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let most = 1_000_000_000_000_000_i64;
    for wrong in
        [json!(most + 1), json!(-most - 1), json!(1.5), json!("100"), json!(1e300), json!(null), json!(i64::MIN)]
    {
        let data = joined(&balance("harbour", 1, 0), &json!({ "balance": wrong }));
        refuses_naming(&platform.tell("credit.balance", data.clone()).await, "balance", &data);
        let data = joined(&payment(0), &json!({ "amount": wrong }));
        refuses_naming(&platform.tell("payment.succeeded", data.clone()).await, "amount", &data);
    }
    for wrong in [json!(1.5), json!("1"), json!(1e300), json!(null)] {
        let data = joined(&balance("harbour", 1, 0), &json!({ "seq": wrong }));
        refuses_naming(&platform.tell("credit.balance", data.clone()).await, "seq", &data);
    }
    platform.tell("credit.balance", balance("harbour", 1, most)).await.expect(200);
    platform.tell("credit.balance", balance("harbour", 2, -most)).await.expect(200);
    for (field, wrong) in [
        ("due", json!("2026-02-30")),
        ("due", json!("24.12.2026")),
        ("url", json!("http://platform.example.test/")),
        ("url", json!("javascript:alert(1)")),
        ("url", json!("invoice")),
    ] {
        let (needed, _) = sample("invoice.issued", "");
        let data = joined(&needed, &json!({ field: wrong }));
        refuses_naming(&platform.tell("invoice.issued", data.clone()).await, field, &data);
    }
}

#[tokio::test]
async fn an_unknown_type_is_told_the_known_ones() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    for kind in ["payment", "payment.refunded", "Payment.succeeded", "credit.balance "] {
        let answer = platform.tell(kind, payment(100)).await.expect(422);
        assert_eq!(code(&answer), "unknown-type", "{kind}");
        let mut known: Vec<String> = serde_json::from_value(answer.json()["known"].clone()).expect("words");
        known.sort();
        let mut kinds = KINDS.map(str::to_owned);
        kinds.sort();
        assert_eq!(known, kinds);
    }
}

#[tokio::test]
async fn s69_organizations_and_people_are_found_by_the_platforms_own_names_only() {
    let server = silent().with(STRANGER).start().await;
    let platform = Platform::of(&server);
    let ids = [OWNER, STRANGER].map(|person| person.email);
    let (own, foreign) = (server.database.external_id(ids[0]).await, server.database.external_id(ids[1]).await);
    for organization in ["harbor", "Harbour", "", "harbour ", "' OR ''='"] {
        let data = joined(&payment(100), &json!({ "organization": organization }));
        let answer = platform.tell("payment.succeeded", data).await.expect(422);
        assert!(["unknown-organization", "invalid-event"].contains(&code(&answer).as_str()), "{}", answer.body);
    }
    let import = |organization: &str, user: &str| {
        joined(&sample("contact_import.failed", user).0, &json!({ "organization": organization }))
    };
    for (organization, user) in [("harbour", foreign.as_str()), ("inland", own.as_str()), ("harbour", OWNER.email)] {
        let answer = platform.tell("contact_import.failed", import(organization, user)).await.expect(422);
        assert_eq!(code(&answer), "unknown-user", "{organization} {user}");
    }
    assert!(told(&server).await.is_empty());
    platform.tell("contact_import.failed", import("inland", &foreign)).await.expect(200);
}

#[tokio::test]
async fn a_currency_of_another_kind_is_refused() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let before = server.database.snapshot().await;
    for kind in ["payment.succeeded", "payment.failed", "invoice.issued", "credit.balance"] {
        for currency in ["USD", "XXX"] {
            let data = joined(&sample(kind, "").0, &json!({ "currency": currency }));
            assert_eq!(code(&platform.tell(kind, data).await.expect(422)), "wrong-currency", "{kind} in {currency}");
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn an_event_comes_structured_or_binary() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let structured = event("one", "payment.succeeded", payment(100)).to_string();
    let call = platform.post(EVENTS).header("content-type", "application/cloudevents+json; charset=utf-8");
    let first = call.body(structured.clone()).send().await.expect(200).json();
    let again = platform.binary("one", "payment.succeeded", &payment(100)).send().await.expect(200).json();
    assert_eq!(first, again, "the same event, told in another way");
    assert_eq!(server.database.count("platform_events").await, 1);
    let extended = json!({
        "subject": "pay-1", "datacontenttype": "application/json", "time": "2026-11-27T10:00:00.5+01:00", "traceparent": "00-1",
    });
    platform.send(&joined(&event("two", "payment.succeeded", payment(100)), &extended)).await.expect(200);
    platform.binary("na%C3%AFve", "payment.succeeded", &payment(100)).send().await.expect(200);
    let same = platform.tell_as("naïve", "payment.succeeded", payment(101)).await;
    assert_eq!(code(&same.expect(409)), "conflict", "a header's value is percent-encoded");

    for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""] {
        let call = platform.post(EVENTS).header("content-type", content_type).body(structured.clone());
        call.send().await.expect(415);
    }
    platform.post(EVENTS).body(structured).send().await.expect(415);
}

#[tokio::test]
async fn an_event_says_what_cloudevents_demand() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let before = server.database.snapshot().await;
    let whole = event("one", "payment.succeeded", payment(100));
    for field in ["specversion", "id", "source", "type", "data"] {
        refuses_naming(&platform.send(&without(&whole, field)).await, field, &json!(field));
    }
    for (field, wrong) in [
        ("specversion", json!("0.3")),
        ("specversion", json!(1.0)),
        ("id", json!("")),
        ("id", json!(7)),
        ("source", json!("")),
        ("time", json!("yesterday")),
        ("time", json!("2026-13-01T00:00:00Z")),
        ("time", json!(1_764_240_000)),
    ] {
        let event = joined(&whole, &json!({ field: wrong }));
        refuses_naming(&platform.send(&event).await, field, &event);
    }
    for (header, field) in [("ce-id", "id"), ("ce-source", "source"), ("ce-type", "type")] {
        let call = platform.binary("one", "payment.succeeded", &payment(100)).without(header);
        refuses_naming(&call.send().await, field, &json!(header));
    }
    let call = platform.binary("one", "payment.succeeded", &payment(100)).without("ce-specversion");
    call.send().await.expect(415);
    let call = platform.binary("one", "payment.succeeded", &payment(100)).header("ce-specversion", "0.3");
    refuses_naming(&call.send().await, "specversion", &json!("0.3"));
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s74_what_is_no_event_is_refused_without_a_word_of_how_it_is_read() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let deep = "[".repeat(30_000);
    for body in ["{", "null", "[]", "5", "\"data\"", "{}", "{\"data\":[]}", deep.as_str()] {
        let structured = platform.post(EVENTS).header("content-type", "application/cloudevents+json");
        for call in [structured, platform.binary("one", "payment.succeeded", &json!(null))] {
            let answer = call.body(body).send().await.expect(422);
            for word in ["serde", "sqlx", "SQLITE", "UNIQUE", "panicked", ".rs:", "at line"] {
                assert!(!answer.body.contains(word), "{}", answer.body);
            }
        }
    }
    platform
        .post(EVENTS)
        .header("content-type", "application/cloudevents+json")
        .body(&b"\"\xFF\""[..])
        .send()
        .await
        .expect(422);
    server.client().request(Method::GET, EVENTS).send().await.expect(405);
}

#[tokio::test]
async fn s71_events_need_a_living_key_of_their_scope_and_take_no_cookie() {
    let server = silent().start().await;
    let (platform, id) = (Platform::of(&server), newest_key(&server));
    let tell = async |platform: &Platform| platform.tell("payment.succeeded", payment(100)).await;
    tell(&platform).await.expect(200);
    let before = server.database.snapshot().await;
    let introspect = "/api/v1/sessions/introspect";
    platform.post(introspect).json(&json!({ "token": "A" })).send().await.expect(403);
    let refused = tell(&Platform::with_scope(&server, "sessions")).await.expect(403);
    assert_eq!(code(&refused), "forbidden");
    for key in ["", "A", &platform.key.to_lowercase()] {
        tell(&Platform::with_key(&server, key)).await.expect(401);
    }
    run(&server, &["api-key", "revoke", &id]);
    tell(&platform).await.expect(401);
    assert_eq!(server.database.snapshot().await, before);

    let both = Platform::with_scope(&server, "sessions,events");
    both.post(introspect).json(&json!({ "token": "A" })).send().await.expect(200);
    both.tell_as("both", "payment.succeeded", payment(100)).await.expect(200);
    let cookie = server.client_of(&OWNER).await;
    let body = event("by cookie", "payment.succeeded", payment(100)).to_string();
    let call = cookie.post(EVENTS).header("content-type", "application/cloudevents+json").body(body);
    call.send().await.expect(401);
}

#[tokio::test]
async fn s73_an_event_has_64_kib_at_most() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let event = event("one", "payment.succeeded", payment(100));
    let send = async |length: usize| {
        let call = platform.post(EVENTS).header("content-type", "application/cloudevents+json");
        call.body(padded(&event, length)).send().await
    };
    send(64 * 1024 + 1).await.expect(413);
    send(64 * 1024).await.expect(200);
    let call = platform.binary("two", "payment.succeeded", &payment(100));
    call.body(padded(&payment(100), 64 * 1024 + 1)).send().await.expect(413);
}

#[tokio::test]
async fn s73_whoever_stalls_is_cut_within_30_seconds() {
    let server = silent().start().await;
    let key = Platform::of(&server).key;
    let head = |content_type: &str| {
        format!(
            "POST {EVENTS} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {key}\r\ncontent-type: {content_type}\r\n\
             connection: close\r\ncontent-length: 1000\r\n\r\n[",
            server.address
        )
    };
    let (one, batch) = tokio::join!(
        time_until_cut(&server, head("application/cloudevents+json"), true),
        time_until_cut(&server, head("application/cloudevents-batch+json"), false),
    );
    for took in [one, batch] {
        assert!(took < std::time::Duration::from_secs(32), "{took:?}");
    }
    Platform::with_key(&server, &key).tell("payment.succeeded", payment(100)).await.expect(200);
}
