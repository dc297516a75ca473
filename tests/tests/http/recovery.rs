//! Recovery codes: SECURITY.md 2, 22, 48 and 81.

use perfil_tests::browser::Words;
use perfil_tests::factors::recovery_codes;
use perfil_tests::letters::Letters;
use perfil_tests::probes::at_once;
use perfil_tests::{Client, MEMBER, OWNER, Server, WRONG_PASSWORD};
use std::collections::BTreeSet;
use std::time::Duration;

/// As many sign-ins as a test likes, and an owner with an app: the recovery codes.
async fn with_codes() -> (Server, Client, Vec<String>) {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    let (_, codes) = client.use_app("Pocket", &OWNER).await;
    (server, client, codes)
}

#[tokio::test]
async fn s02_ten_codes_of_eighty_bits_are_shown_once() {
    let (server, client, codes) = with_codes().await;
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 10);
    for code in &codes {
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!((groups.len(), code.len()), (4, 19), "{code}");
        assert!(groups.concat().bytes().all(|byte| b"0123456789abcdefghjkmnpqrstvwxyz".contains(&byte)), "{code}");
    }
    let seen = client.ask("/api/factors").await.expect(200).body;
    let page = client.page("/settings/two-step").await.expect(200).body;
    assert!(codes.iter().all(|code| !seen.contains(code) && !page.contains(code)));
    assert_eq!(server.database.count("recovery_codes").await, 10);
}

#[tokio::test]
async fn s48_a_recovery_code_works_once_however_it_is_typed() {
    let (server, client, codes) = with_codes().await;
    let bare = codes[1].replace('-', "");
    let typed = [codes[0].clone(), bare, codes[2].to_uppercase(), format!("  {} ", codes[3].replace('-', " "))];
    for (index, typed) in typed.iter().enumerate() {
        let half = server.half_way(&OWNER).await;
        half.enter_code(typed).await.expect(200);
        assert!(half.is_signed_in().await, "{typed}");
        let again = server.half_way(&OWNER).await;
        again.enter_code(&codes[index]).await.expect_error(422, "wrong-code");
        assert_eq!(client.factors().await["recovery_codes_left"], 9 - index);
    }
    let half = server.half_way(&OWNER).await;
    for wrong in [&codes[4][..18], "0000-0000-0000-0000", "____-____-____-____"] {
        server.database.execute("DELETE FROM failures").await;
        half.enter_code(wrong).await.expect_error(422, "wrong-code");
    }
    half.enter_code(&codes[4]).await.expect(200);
}

#[tokio::test]
async fn s22_a_used_code_is_told_with_how_many_are_left() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let (_, codes) = client.use_app("Pocket", &OWNER).await;
    letters.server.half_way(&OWNER).await.enter_code(&codes[0]).await.expect(200);
    let events = letters.server.database.events(OWNER.email).await;
    let count = |kind: &str| events.iter().filter(|event| *event == kind).count();
    assert_eq!((count("recovery-code-used"), count("signed-in")), (1, 2), "{events:?}");
    let told = letters.server.database.messages("recovery-code-used").await;
    assert_eq!((told.len(), told[0].recipient.as_str()), (1, OWNER.email));
    let mail = letters.mail.wait_for(OWNER.email, &Words::load("en").say("mail-recovery-code-used-subject")).await;
    assert!(mail.text.contains(OWNER.name) && mail.text.contains("Recovery codes left: 9."), "{}", mail.text);
    assert!(codes.iter().all(|code| !mail.source.contains(code)));
}

#[tokio::test]
async fn s48_new_codes_make_the_old_ones_worthless() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    client.make_recovery_codes(OWNER.password).await.expect_error(409, "no-factors");
    let (_, old) = client.use_app("Pocket", &OWNER).await;
    client.make_recovery_codes(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    let new = recovery_codes(&client.make_recovery_codes(OWNER.password).await.expect(200).json());
    assert!(new.len() == 10 && new.iter().all(|code| !old.contains(code)));
    let half = letters.server.half_way(&OWNER).await;
    half.enter_code(&old[0]).await.expect_error(422, "wrong-code");
    half.enter_code(&new[0]).await.expect(200);
    assert_eq!(client.factors().await["recovery_codes_left"], 9);
    let events = letters.server.database.events(OWNER.email).await;
    assert!(events.contains(&"recovery-codes-made".to_owned()), "{events:?}");
    letters.mail.wait_for(OWNER.email, &Words::load("en").say("mail-recovery-codes-made-subject")).await;
}

#[tokio::test]
async fn s48_twenty_parallel_uses_of_one_code_open_one_session() {
    let (server, client, codes) = with_codes().await;
    client.ask("/api/sign-out").await.expect(200);
    let mut browsers = Vec::new();
    for _ in 0..20 {
        browsers.push(server.half_way(&OWNER).await);
    }
    let answers = at_once(20, |index| {
        let (client, code) = (browsers[index].clone(), codes[0].clone());
        async move { client.enter_code(&code).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 422 | 429)), "{answers:?}");
    assert_eq!(server.database.session_hashes(OWNER.email).await.len(), 1);
    assert_eq!(server.database.count("recovery_codes").await, 9);
    assert_eq!(server.database.messages("recovery-code-used").await.len(), 1);
}

#[tokio::test]
async fn s38_when_all_codes_are_used_the_page_offers_none() {
    let (server, client, codes) = with_codes().await;
    for code in &codes {
        server.half_way(&OWNER).await.enter_code(code).await.expect(200);
    }
    let half = server.half_way(&OWNER).await;
    assert_eq!(half.ask("/api/sign-in/second-step").await.expect(200).json()["recovery_code"], false);
    half.enter_code(&codes[9]).await.expect_error(422, "wrong-code");
    assert_eq!(client.factors().await["recovery_codes_left"], 0);
}

#[tokio::test]
async fn s14_recovery_codes_are_guessed_under_the_limit_of_all_codes() {
    let (server, _, codes) = with_codes().await;
    let half = server.half_way(&OWNER).await;
    for index in 0..5 {
        half.enter_code(&format!("0000-0000-0000-000{index}")).await.expect_error(422, "wrong-code");
    }
    half.enter_code(&codes[0]).await.expect_error(429, "too-many");
    server.database.let_time_pass(Duration::from_secs(2)).await;
    half.enter_code(&codes[0]).await.expect(200);
}

#[tokio::test]
async fn s69_codes_of_others_are_worth_nothing() {
    let (server, _, codes) = with_codes().await;
    server.client_of(&MEMBER).await.use_app("Phone", &MEMBER).await;
    let member = server.half_way(&MEMBER).await;
    member.enter_code(&codes[0]).await.expect_error(422, "wrong-code");
    server.half_way(&OWNER).await.enter_code(&codes[0]).await.expect(200);
    assert_eq!(server.database.count("recovery_codes").await, 19);
}
