//! SECURITY.md 25 to 30: what a password may be.

use perfil_tests::{Answer, Client, OWNER, Server};
use serde_json::json;

async fn change(client: &Client, current: &str, new: &str) -> Answer {
    client.call("/api/password", json!({ "current": current, "new": new, "repeat": new })).await
}

/// Changes the password to each of these in turn, and signs in with it.
async fn all_are_taken(passwords: &[&str]) {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    let mut current = OWNER.password;
    for new in passwords {
        let answer = change(&client, current, new).await;
        assert_eq!(answer.status, 200, "{new}: {}", answer.body);
        server.client().try_sign_in(OWNER.email, new).await.expect(200);
        server.client().try_sign_in(OWNER.email, current).await.expect(401);
        current = new;
    }
}

/// None of these is taken, each for that reason.
async fn all_are_refused(passwords: &[&str], why: &str) {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for new in passwords {
        let answer = change(&client, OWNER.password, new).await;
        assert_eq!((answer.status, &answer.data()["problem"]["why"]), (422, &json!(why)), "{new}: {}", answer.body);
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s25_fourteen_characters_are_too_few() {
    all_are_refused(&["plums ripe now", "🍐🍐🍐🍐🍐🍐🍐🍐🍐🍐🍐🍐🍐🍐", "x", "kq8!Zp2#vR5$tW"], "too-short").await;
    all_are_refused(&[""], "missing").await;
}

#[tokio::test]
async fn s25_s27_fifteen_of_any_kind_are_enough() {
    all_are_taken(&["plums ripen la8", "zwei alte boote", "ثلاث كلمات لا تنسى", "梅は北の国で遅く熟す、それは本当だ"])
        .await;
}

#[tokio::test]
async fn s26_long_ones_are_taken_whole() {
    let long = "plums ripen late in the north and nobody minds waiting for them, ".repeat(4);
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    change(&client, OWNER.password, &long).await.expect(200);
    for cut in [&long[..long.len() - 1], &long[..128], &long[..72], &long[..64]] {
        server.client().try_sign_in(OWNER.email, cut).await.expect(401);
        server.database.execute("DELETE FROM failures").await;
    }
    server.client().try_sign_in(OWNER.email, &long).await.expect(200);
}

#[tokio::test]
async fn s26_blanks_and_nul_in_a_password_count() {
    all_are_taken(&["  plums  ripen  late  ", "plums ripen late\u{0}x and more"]).await;
}

#[tokio::test]
async fn s27_a_password_does_not_expire() {
    let server = Server::start().await;
    server.database.let_time_pass(std::time::Duration::from_secs(3 * 365 * 86_400)).await;
    server.client().sign_in(&OWNER).await;
}

#[tokio::test]
async fn s28_common_ones_are_refused() {
    let common = [
        "passwordpassword",
        "123456789012345",
        "aaaaaaaaaaaaaaaa",
        "qwertyuiopasdfghjkl",
        "Password123456789",
        "iloveyouiloveyou",
        "letmeinletmeinletmein",
        "abcdefghijklmnopqrstuvwxyz",
        "11112222333344445555",
        "pppaaassssswwwooorrrddd",
    ];
    all_are_refused(&common, "common").await;
}

#[tokio::test]
async fn s29_own_words_and_the_products_are_refused() {
    let own = [
        "olive.owner@example.test",
        "OliveOwens123456",
        "perfilperfilperfil",
        "Perfil!Perfil!Perfil!",
        "Olive Owens Olive!",
        "owner.owner.owner",
    ];
    all_are_refused(&own, "personal").await;
}

#[tokio::test]
async fn s30_composed_and_decomposed_letters_are_the_same() {
    let (composed, decomposed) = ("pfl\u{FC}cke sp\u{E4}te Pflaumen", "pflu\u{308}cke spa\u{308}te Pflaumen");
    let (wide, narrow) = ("\u{FF30}lums ripen late\u{2026}", "Plums ripen late...");
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    change(&client, OWNER.password, decomposed).await.expect(200);
    server.client().try_sign_in(OWNER.email, composed).await.expect(200);
    server.client().try_sign_in(OWNER.email, decomposed).await.expect(200);
    let answer = change(&client, composed, decomposed).await.expect_error(422, "refused");
    assert_eq!(answer.data()["problem"]["why"], "unchanged");
    change(&client, composed, wide).await.expect(200);
    server.client().try_sign_in(OWNER.email, narrow).await.expect(200);
}

#[tokio::test]
async fn the_repetition_must_match_and_the_password_must_be_new() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let form = json!({ "current": OWNER.password, "new": "plums ripen late", "repeat": "plums ripen later" });
    let answer = client.call("/api/password", form).await.expect_error(422, "refused");
    assert_eq!(answer.data()["problem"]["why"], "mismatch");
    let answer = change(&client, OWNER.password, OWNER.password).await.expect_error(422, "refused");
    assert_eq!(answer.data()["problem"]["why"], "unchanged");
}

#[tokio::test]
async fn s26_beyond_a_kibibyte_is_refused_before_it_is_hashed() {
    let long = "plums ripen late ".repeat(61);
    all_are_refused(&[&long], "too-long").await;
}
