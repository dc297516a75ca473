//! SECURITY.md 15, 16, 18, 19 and 20: signing in, and the limit on each network.

use perfil_tests::server::Builder;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Server, WRONG_PASSWORD};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

/// The default: so many sign-ins at once from a network, then one each six seconds.
const BURST: usize = 20;
const DRAIN: Duration = Duration::from_secs(6);

/// Behind a proxy of which the tests play the part, so that they can come from any network.
pub fn behind_proxy() -> Builder {
    Server::builder().set("PERFIL_TRUSTED_PROXIES", "127.0.0.1")
}

/// A browser in that network.
pub fn from_network(server: &Server, address: &str) -> Client {
    server.client().with("x-forwarded-for", address)
}

/// Tries so many unknown accounts, each once; how many of the tries were looked at.
async fn looked_at(tries: usize, client: impl Fn(usize) -> Client) -> usize {
    let mut count = 0;
    for index in 0..tries {
        let answer = client(index).try_sign_in(&format!("nobody{index}@example.test"), WRONG_PASSWORD).await;
        match (answer.status, answer.error().as_str()) {
            (401, "wrong-credentials") => count += 1,
            (429, "too-many") => {}
            _ => panic!("{answer:?}"),
        }
    }
    count
}

#[tokio::test]
async fn s15_a_network_has_a_burst_and_a_refill() {
    let server = Server::start().await;
    assert_eq!(looked_at(BURST + 5, |_| server.client()).await, BURST);
    let refused = server.client().try_sign_in(OWNER.email, OWNER.password).await.expect_error(429, "too-many");
    let wait: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=DRAIN.as_secs()).contains(&wait), "{wait}");
    assert_eq!(refused.data()["retry_after"], wait);

    server.database.let_time_pass(3 * DRAIN).await;
    let after = looked_at(10, |_| server.client()).await;
    assert!((3..=4).contains(&after), "three drops and what drained meanwhile: {after}");
}

#[tokio::test]
async fn s16_a_success_does_not_clear_the_networks_bucket() {
    let server = Server::start().await;
    assert_eq!(looked_at(BURST - 1, |_| server.client()).await, BURST - 1);
    server.client().sign_in(&OWNER).await;
    assert_eq!(looked_at(3, |_| server.client()).await, 0);
}

#[tokio::test]
async fn s19_a_spoofed_address_opens_no_new_bucket() {
    let server = Server::start().await;
    let spoofed = |index: usize| {
        let address = format!("198.51.100.{index}");
        let client = from_network(&server, &address).with("x-real-ip", &address);
        let client = client.with("forwarded", &format!("for={address}")).with("x-client-ip", &address);
        client.with("true-client-ip", &address).with("cf-connecting-ip", &address)
    };
    assert_eq!(looked_at(BURST + 10, spoofed).await, BURST);
}

#[tokio::test]
async fn s19_behind_a_trusted_proxy_the_last_hop_counts_not_what_the_client_wrote() {
    let server = behind_proxy().start().await;
    let spoofed = |index: usize| from_network(&server, &format!("198.51.100.{index}, 203.0.113.9"));
    assert_eq!(looked_at(BURST + 10, spoofed).await, BURST);
    from_network(&server, "203.0.113.10").sign_in(&OWNER).await;
}

#[tokio::test]
async fn s15_a_household_of_ipv6_has_one_bucket() {
    let server = behind_proxy().start().await;
    let neighbour = |index: usize| from_network(&server, &format!("2001:db8:1:2:3:4:5:{index:x}"));
    assert_eq!(looked_at(BURST + 10, neighbour).await, BURST);
    from_network(&server, "2001:db8:1:3::1").sign_in(&OWNER).await;
}

/// Everything of an answer that could tell two accounts apart, apart from numbers that differ by themselves.
fn shape(answer: &Answer) -> (u16, String, BTreeSet<String>) {
    let passing = ["date", "x-request-id", "retry-after"];
    let headers = answer.headers.iter().filter(|(name, _)| !passing.contains(&name.as_str()));
    let text = |(name, value): (&reqwest::header::HeaderName, &reqwest::header::HeaderValue)| {
        let value = value.to_str().unwrap_or_default();
        // The value of a cookie is random.
        let value = if name == "set-cookie" { value.split('=').next().unwrap_or_default() } else { value };
        format!("{name}: {value}")
    };
    let wait = format!("\"retry_after\":{}", answer.header("retry-after"));
    (answer.status, answer.body.replace(&wait, "a while"), headers.map(text).collect())
}

#[tokio::test]
async fn s18_an_unknown_account_answers_like_a_known_one() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let disabled = format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", MEMBER.email);
    server.database.execute(&disabled).await;
    let accounts =
        [OWNER.email, MEMBER.email, "nobody@example.test", "not an address", "", "ol\u{131}ve.owner@example.test"];
    // Seven tries: the first four are free, then waits begin.
    for attempt in 0..7 {
        let (mut shapes, mut waits) = (BTreeSet::new(), BTreeSet::new());
        for email in accounts {
            let answer = server.client().try_sign_in(email, WRONG_PASSWORD).await;
            shapes.insert(shape(&answer));
            waits.insert(answer.header("retry-after").parse().unwrap_or(0_u32));
        }
        assert_eq!(shapes.len(), 1, "try {attempt}: {shapes:#?}");
        let spread = waits.last().zip(waits.first()).map(|(most, least)| most - least);
        assert!(spread <= Some(1), "try {attempt}: {waits:?}");
    }
}

#[tokio::test]
async fn s18_the_form_without_script_tells_no_more() {
    let server = Server::start().await;
    let mut pages = BTreeSet::new();
    for email in [OWNER.email, "nobody@example.test"] {
        let client = server.client();
        let answer = client.submit("/sign-in", "sign-in", &[("email", email), ("password", WRONG_PASSWORD)]).await;
        let page = client.page(&answer.redirect().expect("a redirect")).await.expect(200);
        let visible = page.body.split("<main").nth(1).expect("the page's content").split("</main").next();
        let token =
            perfil_tests::html::forms(&page.body).iter().find_map(|form| Some(form.value("form_token")?.to_owned()));
        let visible = visible.unwrap_or_default().replace(email, "EMAIL").replace(&token.expect("a token"), "TOKEN");
        pages.insert((answer.status, visible));
    }
    assert_eq!(pages.len(), 1, "{pages:#?}");
    assert!(pages.iter().all(|(_, page)| page.contains("Email and password do not match")), "{pages:#?}");
}

#[tokio::test]
async fn s20_a_new_installation_has_no_accounts() {
    let server = Server::builder().people(&[]).start().await;
    assert_eq!(server.database.count("users").await, 0);
    for (email, password) in [("admin", "admin"), ("admin@example.test", "password"), ("root", ""), ("", "")] {
        server.client().try_sign_in(email, password).await.expect_error(401, "wrong-credentials");
    }
}

#[tokio::test]
async fn s20_the_program_takes_no_short_password_from_the_operator() {
    let server = Server::builder().people(&[]).prepare().await;
    let mut command = server.command(["user", "create", "--email", "a@example.test", "--name", "A", "--role", "owner"]);
    command.args(["--organization", "a", "--password-stdin"]);
    let output = command.stdin(std::process::Stdio::null()).output().expect("the program runs");
    assert!(!output.status.success());
}

#[tokio::test]
async fn the_address_is_matched_without_regard_to_case_only() {
    let server = Server::start().await;
    for email in [OWNER.email.to_uppercase(), format!("  {} ", OWNER.email)] {
        server.client().try_sign_in(&email, OWNER.password).await.expect(200);
    }
    for email in [format!("{}.", OWNER.email), format!("{}\u{0}", OWNER.email), OWNER.email.replace('@', "\u{ff20}")] {
        server.client().try_sign_in(&email, OWNER.password).await.expect_error(401, "wrong-credentials");
    }
}

#[tokio::test]
async fn nobody_is_let_in_by_a_password_that_is_nearly_right() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let right = OWNER.password;
    for near in [right.to_uppercase(), format!("{right} "), format!(" {right}"), right[1..].to_owned(), String::new()] {
        server.database.let_time_pass(Duration::from_secs(3_600)).await;
        server.client().try_sign_in(OWNER.email, &near).await.expect_error(401, "wrong-credentials");
    }
    for wrong in [json!(null), json!([right]), json!({ "$ne": "" })] {
        let form = json!({ "email": OWNER.email, "password": wrong });
        server.client().call("/api/sign-in", form).await.expect(422);
    }
    server.database.let_time_pass(Duration::from_secs(3_600)).await;
    server.client().try_sign_in(OWNER.email, NEW_PASSWORD).await.expect_error(401, "wrong-credentials");
}
