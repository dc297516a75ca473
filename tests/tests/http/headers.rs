//! SECURITY.md 11 to 13: headers, redirects and addresses.

use perfil_tests::{ACCOUNT_PAGES, Answer, Client, OWNER, Server, html, http};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

const PUBLIC: &str = "https://account.example.test";
fn policy(answer: &Answer) -> Vec<(String, Vec<String>)> {
    let directives = answer.header("content-security-policy").split(';').map(str::trim);
    directives
        .filter_map(|directive| {
            let mut words = directive.split(' ').map(str::to_owned);
            Some((words.next()?, words.collect()))
        })
        .collect()
}

fn sources(answer: &Answer, directive: &str) -> Vec<String> {
    let policy = policy(answer);
    let find = |name: &str| policy.iter().find(|(other, _)| other == name).map(|(_, sources)| sources.clone());
    find(directive).or_else(|| find("default-src")).unwrap_or_else(|| panic!("no policy on {directive}: {policy:?}"))
}

async fn answers_of_every_kind(client: &Client) -> Vec<(&'static str, Answer)> {
    vec![
        ("page", client.page("/settings/user").await.expect(200)),
        ("sign-in", client.fork().page("/sign-in").await.expect(200)),
        ("function", client.ask("/api/account").await.expect(200)),
        ("typed error", client.call("/api/phone/format", json!({ "country": "GB", "number": "1" })).await.expect(422)),
        ("refused at the door", client.post("/api/account").header("origin", "null").send().await.expect(403)),
        ("no such page", client.get("/nowhere").send().await.expect(404)),
        ("no such file", client.get("/assets/nowhere.js").send().await.expect(404)),
        ("redirect", client.get("/").send().await),
        ("health", client.get("/healthz").send().await.expect(200)),
    ]
}

#[tokio::test]
async fn s11_every_answer_carries_the_security_headers() {
    let server = Server::builder().public_url(PUBLIC).start().await;
    let client = server.client_of(&OWNER).await;
    for (kind, answer) in answers_of_every_kind(&client).await {
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{kind}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{kind}");
        let referrer = answer.header("referrer-policy");
        assert!(matches!(referrer, "no-referrer" | "same-origin" | "strict-origin"), "{kind}: {referrer}");
        let max_age = answer
            .header("strict-transport-security")
            .split(';')
            .next()
            .and_then(|first| first.trim().strip_prefix("max-age=")?.parse::<u64>().ok());
        assert!(max_age.is_some_and(|seconds| seconds >= 31_536_000), "{kind}: at least a year");
        for directive in ["object-src", "base-uri", "frame-ancestors"] {
            assert_eq!(sources(&answer, directive), ["'none'"], "{kind} {directive}");
        }
        assert!(answer.header("server").is_empty() && answer.header("x-powered-by").is_empty(), "{kind}");
    }
}

#[tokio::test]
async fn s11_plain_http_does_not_promise_https() {
    let server = Server::start().await;
    assert_eq!(server.client().get("/healthz").send().await.header("strict-transport-security"), "");
}

#[tokio::test]
async fn s11_nothing_personal_is_stored_by_caches() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let mut answers = vec![client.ask("/api/account").await, client.ask("/api/page").await];
    for path in ACCOUNT_PAGES {
        answers.push(client.page(path).await.expect(200));
    }
    answers.push(client.submit("/settings/user", "rename", &[("display_name", "Olive")]).await);
    for answer in answers {
        assert!(answer.header("cache-control").contains("no-store"), "{:?}", answer.headers);
    }
}

/// The contents of a page's inline scripts, each with its nonce.
fn inline_scripts(page: &str) -> Vec<(Option<String>, String)> {
    let tags = page.split("<script").skip(1);
    tags.filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let content = rest.split("</script").next()?.to_owned();
        let nonce = attributes.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next());
        (!attributes.contains("src=")).then(|| (nonce.map(str::to_owned), content))
    })
    .collect()
}

#[tokio::test]
async fn s11_pages_run_nothing_but_their_own_scripts() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let mut nonces = Vec::new();
    for path in ACCOUNT_PAGES.into_iter().chain(ACCOUNT_PAGES) {
        let page = client.page(path).await.expect(200);
        let scripts = sources(&page, "script-src");
        for unsafe_source in ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"] {
            assert!(!scripts.iter().any(|source| source == unsafe_source), "{scripts:?}");
        }
        assert!(!sources(&page, "style-src").iter().any(|source| source == "'unsafe-inline'"));
        let own = scripts.iter().find_map(|source| source.strip_prefix("'nonce-")?.strip_suffix('\''));
        let own = own.expect("a nonce").to_owned();
        let inline = inline_scripts(&page.body);
        let with_nonce: Vec<_> = inline.iter().filter(|(nonce, _)| nonce.is_some()).collect();
        assert_eq!(with_nonce.len(), 1, "only the data that the page starts with");
        assert_eq!(with_nonce[0].0.as_deref(), Some(own.as_str()));
        assert!(with_nonce[0].1.starts_with("window.initial_dioxus_hydration_data="));
        nonces.push(own);
    }
    let count = nonces.len();
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), count, "a nonce is used once");
}

#[tokio::test]
async fn s11_pages_have_no_inline_handlers_or_styles() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let handlers = ["onclick", "onload", "onerror", "onsubmit", "oninput", "onpaste", "style"];
    for path in ACCOUNT_PAGES {
        let page = client.page(path).await.expect(200);
        for tag in html::tags(&page.body) {
            for name in handlers {
                assert_eq!(tag.attribute(name), None, "{path} <{}>", tag.name);
            }
            let link = tag.attribute("href").or(tag.attribute("src")).unwrap_or_default().to_lowercase();
            assert!(!link.starts_with("javascript:"), "{path}: {link}");
        }
    }
}

#[tokio::test]
async fn s11_a_name_cannot_become_a_script() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for name in ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"'><b>", "<!--<script>"] {
        let version = client.account().await["version"].clone();
        client.call("/api/account/rename", json!({ "display_name": name, "version": version })).await.expect(200);
        for path in ["/settings/user", "/organization"] {
            let page = client.page(path).await.expect(200);
            assert!(!page.body.contains(name), "{path} holds {name} as it is");
            let inline = inline_scripts(&page.body);
            assert!(!inline.iter().any(|(_, content)| content.starts_with("alert")), "{path}");
            assert!(html::tags(&page.body).iter().all(|tag| tag.attribute("onerror").is_none()), "{path}");
        }
    }
}

#[tokio::test]
async fn s12_signing_in_leads_to_this_site_only() {
    let server = Server::start().await;
    let outside = [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "https:evil.example",
        "/%0d%0aset-cookie:x=1",
        "",
        "///evil.example",
        "/\n/evil.example",
    ];
    for next in outside {
        let client = server.client();
        let typed = [("email", OWNER.email), ("password", OWNER.password), ("next", next)];
        let answer = client.submit("/sign-in", "sign-in", &typed).await.expect(303);
        let location = answer.header("location").to_owned();
        let stays = location.starts_with('/') && !location.starts_with("//") && !location.contains(['\\', '\t', '\n']);
        assert!(stays, "{next:?} leads to {location:?}");
    }
    let client = server.client();
    let typed = [("email", OWNER.email), ("password", OWNER.password), ("next", "/settings/phone")];
    let answer = client.submit("/sign-in", "sign-in", &typed).await.expect(303);
    assert_eq!(answer.header("location"), "/settings/phone");
}

#[tokio::test]
async fn s12_the_sign_in_page_carries_no_foreign_address() {
    let server = Server::start().await;
    let client = server.client();
    let page = client.page("/sign-in?next=https%3A%2F%2Fevil.example%2F").await.expect(200);
    let form = html::forms(&page.body).into_iter().find(|form| form.action == "/forms/sign-in").expect("the form");
    assert_eq!(form.value("next"), Some("/settings/user"));
    for path in ["/settings/phone", "//evil.example/settings", "/organization"] {
        let answer = client.get(path).send().await;
        let location = answer.redirect().unwrap_or_default();
        assert!(location.is_empty() || location.starts_with("/sign-in?"), "{path} leads to {location}");
    }
    let signed_in = server.client_of(&OWNER).await;
    let answer = signed_in.get("/sign-in?next=https%3A%2F%2Fevil.example%2F").send().await;
    assert_eq!(answer.redirect().as_deref(), Some("/settings/user"));
}

#[tokio::test]
async fn s13_an_unknown_address_is_404_and_password_managers_find_their_page() {
    let server = Server::start().await;
    let (nobody, owner) = (server.client(), server.client_of(&OWNER).await);
    for client in [&nobody, &owner] {
        for path in ["/nowhere", "/settings/nowhere/else", "/favicon.php", "/.env", "/.git/config", "/dev/outbox"] {
            let answer = client.page(path).await;
            let hidden_behind_sign_in = path.starts_with("/settings") && answer.body.contains("/forms/sign-in");
            assert!(answer.status == 404 || hidden_behind_sign_in, "{path}: {}", answer.status);
        }
        let answer = client.get("/.well-known/change-password").send().await;
        assert_eq!(answer.redirect().as_deref(), Some("/settings/password"));
    }
    owner.get("/settings/nowhere").send().await.expect(404);
    owner.ask("/api/dev/outbox").await.expect_error(404, "not-found");
}

#[tokio::test]
async fn s13_no_file_outside_the_site_is_served() {
    let server = Server::start().await;
    for path in [
        "/assets/../manifest.json",
        "/assets/%2e%2e/manifest.json",
        "/assets/..%2fmanifest.json",
        "/assets/%2e%2e%2f%2e%2e%2fCargo.toml",
        "/assets//etc/passwd",
        "/assets/%00",
        "/assets/..%5cmanifest.json",
        "//etc/passwd",
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", server.address);
        let answer = http::raw(server.address, request.as_bytes(), Duration::from_secs(10)).await.expect("the end");
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(matches!(status, "400" | "404"), "{path}: {answer}");
        assert!(
            !answer.contains("app.css\"") && !answer.contains("root:") && !answer.contains("[workspace]"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_page_answers_head_like_get() {
    let server = Server::start().await;
    let client = server.client();
    let asked = client.request(Method::HEAD, "/sign-in").send().await.expect(200);
    assert_eq!((asked.header("content-type"), asked.body.as_str()), ("text/html; charset=utf-8", ""));
}
