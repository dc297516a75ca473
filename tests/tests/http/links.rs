//! SECURITY.md 37, and the pages behind links: who may open them, what they answer and what they keep to themselves.

use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::{Client, MEMBER, NEW_PASSWORD, OWNER, Server};
use reqwest::Method;

const NEW: &str = "olive.new@example.test";
const PAGES: [&str; 3] = ["/confirm-email", "/undo", "/reset-password"];

/// A link of each kind that works: its page and its token.
async fn links(letters: &Letters) -> [(&'static str, String); 3] {
    let (client, undo) = letters.changed(&OWNER, NEW).await;
    client.change_email("olive.third@example.test", OWNER.password).await.expect(200);
    let confirm = letters.token("olive.third@example.test", "/confirm-email", 1).await;
    [("/confirm-email", confirm), ("/undo", undo), ("/reset-password", letters.reset_token(NEW, 1).await)]
}

#[tokio::test]
async fn s37_a_scanner_that_follows_every_link_uses_none_up() {
    let letters = Letters::start().await;
    let links = links(&letters).await;
    let before = letters.server.database.snapshot().await;
    let scanner = letters.server.client();
    for (page, token) in &links {
        let address = format!("{page}?t={token}");
        for _ in 0..5 {
            for method in [Method::GET, Method::HEAD] {
                scanner.request(method, &address).without("origin").send().await.expect(200);
            }
            scanner.look(&page[1..], token).await.expect(200);
        }
        scanner.request(Method::POST, &address).send().await.expect(405);
    }
    assert_eq!(letters.server.database.snapshot().await, before);
    let [(_, confirm), (_, undo), (_, reset)] = links;
    let person = letters.server.client();
    person.reset(&reset, NEW_PASSWORD).await.expect(200);
    person.confirm(&confirm).await.expect_error(410, "replaced");
    person.undo(&undo).await.expect(200);
}

#[tokio::test]
async fn a_link_can_be_opened_by_who_is_signed_in_and_by_who_is_not() {
    let letters = Letters::start().await;
    let links = links(&letters).await;
    let visitors: [Client; 3] = [letters.server.client(), letters.server.client_of(&MEMBER).await, {
        let own = letters.server.client();
        own.try_sign_in(NEW, OWNER.password).await.expect(200);
        own
    }];
    for visitor in &visitors {
        for (page, token) in &links {
            let shown = visitor.get(&format!("{page}?t={token}")).send().await.expect(200);
            assert_eq!(shown.header("referrer-policy"), "same-origin");
            assert_eq!(shown.header("cache-control"), "no-store");
            assert!(!shown.body.contains("http://") || !shown.body.contains("https://"), "nothing of others is loaded");
        }
        visitor.get("/forgot-password").send().await.expect(200);
    }
}

#[tokio::test]
async fn a_dead_link_says_so_with_its_status_and_a_way_on() {
    let server = Server::start().await;
    let client = server.client();
    let words = Words::load("en");
    for page in PAGES {
        for address in
            [page.to_owned(), format!("{page}?t="), format!("{page}?t=nonsense"), format!("{page}?x=1&t=%00")]
        {
            let shown = client.get(&address).send().await.expect(404);
            assert!(shown.body.contains(&words.say("link-unknown")), "{address}: {}", shown.body);
            let ways = ["/settings/email", "/forgot-password"].map(|way| format!("href=\"{way}\""));
            assert!(ways.iter().any(|way| shown.body.contains(way)), "{address} leads nowhere: {}", shown.body);
        }
    }
}

#[tokio::test]
async fn a_used_link_leaves_the_address_and_the_log() {
    let letters = Letters::start().await;
    let [(_, confirm), ..] = links(&letters).await;
    let client = letters.server.client();
    let page = format!("/confirm-email?t={confirm}");
    let answer = client.submit(&page, "confirm-email", &[]).await;
    assert_eq!(answer.redirect().as_deref(), Some("/confirm-email"));
    let shown = client.page("/confirm-email").await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("done-confirm-email")), "{shown}");
    assert!(!shown.contains(&confirm));
    let again = client.get(&page).send().await.expect(409);
    assert!(again.body.contains(&Words::load("en").say("link-used")), "{}", again.body);
    assert!(!letters.server.log().contains(&confirm), "a token stands in the log");
}

#[tokio::test]
async fn a_link_that_was_used_meanwhile_says_so_without_script() {
    let letters = Letters::start().await;
    let [(_, confirm), ..] = links(&letters).await;
    let client = letters.server.client();
    let page = client.page(&format!("/confirm-email?t={confirm}")).await.expect(200);
    let form = perfil_tests::html::forms(&page.body).into_iter().find(|form| form.action == "/forms/confirm-email");
    let fields = form.expect("the form").fields;
    letters.server.client().confirm(&confirm).await.expect(200);
    let answer = client.post_form("/forms/confirm-email", &fields).send().await;
    assert_eq!(answer.redirect().as_deref(), Some("/confirm-email"));
    let shown = client.page("/confirm-email").await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("link-used")), "{shown}");
}

#[tokio::test]
async fn s81_no_token_stands_in_the_servers_files() {
    let letters = Letters::start().await;
    let links = links(&letters).await;
    letters.server.client().reset(&links[2].1, NEW_PASSWORD).await.expect(200);
    for entry in std::fs::read_dir(letters.server.folder()).expect("the server's folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let bytes = std::fs::read(&path).expect("a file");
            let text = String::from_utf8_lossy(&bytes);
            assert!(links.iter().all(|(_, token)| !text.contains(token)), "a token stands in {}", path.display());
        }
    }
}
