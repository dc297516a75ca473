//! The same on PostgreSQL, whose transactions do not take turns by themselves.

use perfil_tests::credit_truth::{CLIENTS, Telling, set_minimums, watchers};
use perfil_tests::organization::{Removal, two_owners_remove_each_other};
use perfil_tests::organization_keys::two_owners_make_the_last_key;
use perfil_tests::people::number;
use perfil_tests::privacy::two_owners_delete_themselves;
use perfil_tests::probes::{self, at_once};
use perfil_tests::provisioning;
use perfil_tests::role_requests::two_owners_decide_at_once;
use perfil_tests::{Client, MEMBER, NEW_PASSWORD, OWNER, Platform, Scene, Server, WRONG_PASSWORD};
use serde_json::json;

async fn scene() -> Scene {
    Scene::of(Server::builder().on_postgres()).await
}

#[tokio::test]
async fn a_person_signs_in_and_changes_password_and_phone_number() {
    let scene = scene().await;
    let (client, change, code) = scene.pending(&OWNER, &number(401)).await;
    client.validate(&change, &perfil_tests::scene::another_code(&code, 1)).await.expect_error(422, "wrong-code");
    client.validate(&change, &code).await.expect(200);
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(number(401)));
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    let second = scene.server.client_of(&OWNER).await;
    client.call("/api/password", form).await.expect(200);
    assert!(client.is_signed_in().await && !second.is_signed_in().await);
    let version = client.account().await["version"].clone();
    client.call("/api/account/rename", json!({ "display_name": "Olive O.", "version": version })).await.expect(200);
    client.page("/organization").await.expect(200);
    client.call("/api/phone/remove", json!({ "password": NEW_PASSWORD })).await.expect(200);
    client.ask("/api/sign-out").await.expect(200);
    scene.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(401);
    scene.server.client().try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s47_fifty_parallel_guesses_evaluate_five() {
    probes::fifty_parallel_guesses_evaluate_five(&scene().await).await;
}

#[tokio::test]
async fn s47_right_codes_among_wrong_ones_win_at_most_once() {
    probes::right_codes_among_wrong_ones_win_at_most_once(&scene().await).await;
}

#[tokio::test]
async fn s48_eight_parallel_right_codes_win_once() {
    probes::eight_parallel_right_codes_win_once(&scene().await).await;
}

#[tokio::test]
async fn s48_a_used_code_is_refused() {
    probes::a_used_code_is_refused(&scene().await).await;
}

#[tokio::test]
async fn two_owners_at_once_make_the_last_key_once() {
    two_owners_make_the_last_key(Server::builder().on_postgres(), 20).await;
}

#[tokio::test]
async fn two_owners_at_once_decide_once() {
    two_owners_decide_at_once(Server::builder().on_postgres(), 20).await;
}

#[tokio::test]
async fn s67_of_two_owners_who_delete_themselves_one_stays() {
    two_owners_delete_themselves(Server::builder().on_postgres(), 20).await;
}

#[tokio::test]
async fn s67_two_owners_demoted_at_once_leave_one() {
    provisioning::two_owners_demoted_at_once_leave_one(Server::builder().on_postgres()).await;
}

#[tokio::test]
async fn s67_of_two_hundred_mutual_demotions_each_leaves_one_owner() {
    two_owners_remove_each_other(Server::builder().on_postgres(), [Removal::Demote; 2], 200).await;
}

#[tokio::test]
async fn s67_owners_who_demote_and_deactivate_each_other_leave_one() {
    let removals = [[Removal::Demote, Removal::Deactivate], [Removal::Deactivate; 2]];
    for by in removals {
        two_owners_remove_each_other(Server::builder().on_postgres(), by, 25).await;
    }
}

#[tokio::test]
async fn a_person_told_eight_times_at_once_is_created_and_invited_once() {
    provisioning::a_person_told_at_once_is_created_once(Server::builder().on_postgres()).await;
}

#[tokio::test]
async fn s14_parallel_guesses_do_not_pass_together() {
    let server = Server::builder().on_postgres().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client();
    let answers = at_once(60, |_| {
        let client = client.clone();
        async move { client.try_sign_in(OWNER.email, WRONG_PASSWORD).await }
    })
    .await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert!(looked_at <= 5, "{looked_at} of 60 parallel guesses were looked at");
    assert!(answers.iter().all(|answer| matches!(answer.status, 401 | 429)), "{answers:?}");
}

#[tokio::test]
async fn s15_parallel_sign_ins_do_not_overflow_the_bucket() {
    let server = Server::builder().on_postgres().start().await;
    let client = server.client();
    let answers = at_once(60, |index| {
        let client = client.clone();
        async move { client.try_sign_in(&format!("nobody{index}@example.test"), WRONG_PASSWORD).await }
    })
    .await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert!((20..=21).contains(&looked_at), "{looked_at}");
}

#[tokio::test]
async fn s50_parallel_requests_do_not_overflow_the_caps() {
    let scene = scene().await;
    let client = scene.server.client_of(&OWNER).await;
    // The token changes with each request, so each comes in a session of its own.
    let mut clients = vec![client];
    for _ in 0..9 {
        clients.push(scene.server.client_of(&OWNER).await);
    }
    let answers = at_once(10, |index| {
        let client = clients[index].clone();
        async move { client.try_change_phone(&number(410 + index as u16), OWNER.password).await }
    })
    .await;
    let sent = answers.iter().filter(|answer| answer.status == 200).count();
    assert!(sent <= 5, "{sent} of 10: {answers:?}");
    let waiting = scene.server.database.changes(OWNER.email).await;
    assert_eq!(waiting.iter().filter(|change| change.state == "pending").count(), 1, "at most one waits");
    assert_eq!(waiting.len(), sent);
}

#[tokio::test]
async fn of_two_parallel_password_changes_one_wins() {
    let scene = scene().await;
    let client = scene.server.client_of(&MEMBER).await;
    let passwords = ["rivers bend near the old mill", "rivers bend near the new mill"];
    let answers = at_once(2, |index| {
        let (client, new) = (client.clone(), passwords[index]);
        let form = json!({ "current": MEMBER.password, "new": new, "repeat": new });
        async move { client.call("/api/password", form).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(scene.server.database.messages("password-changed").await.len(), 1);
}

#[tokio::test]
async fn s40_of_two_hundred_races_for_an_address_each_has_one_winner() {
    perfil_tests::race::one_of_two_wins_an_address(Server::builder().on_postgres(), 200).await;
}

#[tokio::test]
async fn s49_twenty_parallel_resends_send_one() {
    let scene = scene().await;
    let (client, change, _) = scene.pending(&OWNER, &number(402)).await;
    scene.server.database.let_time_pass(std::time::Duration::from_secs(30)).await;
    let answers = at_once(20, |_| {
        let (client, change) = (client.clone(), change.clone());
        async move { client.resend(&change).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 2);
}

#[tokio::test]
async fn s80_eight_parallel_removals_are_told_once() {
    let scene = scene().await;
    let client = scene.server.client_of(&OWNER).await;
    let answers = at_once(8, |_| {
        let client = client.clone();
        async move { client.call("/api/phone/remove", json!({ "password": OWNER.password })).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(scene.server.database.messages("phone-removed").await.len(), 2);
}

#[tokio::test]
async fn two_workers_on_one_database_send_each_message_once() {
    let scene = scene().await;
    let _workers = [scene.server.run(&["worker"], "worker-1.log"), scene.server.run(&["worker"], "worker-2.log")];
    let client = scene.server.client_of(&OWNER).await;
    for round in 0..15 {
        scene.server.database.execute("DELETE FROM buckets").await;
        client.change_phone(&OWNER, &number(420 + round)).await;
        scene.sms.wait_for(&number(420 + round), 1).await;
    }
    let done = async || scene.server.database.messages("phone-code").await.iter().all(|code| code.state == "accepted");
    perfil_tests::wait::until_true("all messages to be marked", std::time::Duration::from_secs(30), done).await;
    assert_eq!(scene.sms.texts().len(), 15);
}

#[tokio::test]
async fn apps_hear_by_either_server_what_was_told_to_one() {
    let server = Server::builder().on_postgres().set("PERFIL_WORKER", "none").start().await;
    let (_other, url) = server.start_beside("other.log").await;
    let apps = [server.client().as_desktop(), Client::new(&url, &server.origin).as_desktop()];
    let mut streams = Vec::new();
    for app in &apps {
        app.sign_in(&OWNER).await;
        streams.push(app.listen().await);
    }
    let limit = std::time::Duration::from_secs(6);
    let payment = json!({ "organization": "harbour", "payment": "pay-1", "amount": 100, "currency": "EUR" });
    for platform in [Platform::of(&server), Platform::of(&server).at(&url)] {
        platform.tell("payment.failed", payment.clone()).await.expect(200);
        let told = [streams[0].notice(limit).await, streams[1].notice(limit).await];
        assert_eq!(told[0], told[1]);
    }
    apps[0].ask("/api/sessions/revoke-others").await.expect(200);
    assert_eq!(streams[1].next(limit).await.expect("an event").event, "signed-out");
    assert!(streams[0].hears_nothing(limit).await, "each is told once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s63_balances_told_to_two_servers_make_the_alerts_of_the_model() {
    let builder = Server::builder().on_postgres().set("PERFIL_WORKER", "none").people(&watchers());
    let server = builder.start().await;
    set_minimums(&server).await;
    let (_other, url) = server.start_beside("other.log").await;
    let platforms = (0..CLIENTS).map(|place| {
        let platform = Platform::of(&server);
        if place % 2 == 0 { platform } else { platform.at(&url) }
    });
    let telling = Telling::of(3_000);
    telling.by(platforms.collect()).await;
    telling.check(&server).await;
}
