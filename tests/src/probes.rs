//! Attacks on the phone change that are tried on both databases.

use crate::people::number;
use crate::scene::another_code;
use crate::{Answer, Client, OWNER, Scene};
use tokio::task::JoinSet;

/// Runs `count` requests at once; `request` makes the one with that index.
pub async fn at_once<F>(count: usize, request: impl Fn(usize) -> F) -> Vec<Answer>
where
    F: Future<Output = Answer> + Send + 'static,
{
    let mut running = JoinSet::new();
    for index in 0..count {
        running.spawn(request(index));
    }
    running.join_all().await
}

fn validations(client: &Client, change: &str, codes: Vec<String>) -> impl Fn(usize) -> ValidationFuture {
    let (client, change) = (client.clone(), change.to_owned());
    move |index| {
        let (client, change, code) = (client.clone(), change.clone(), codes[index].clone());
        Box::pin(async move { client.validate(&change, &code).await })
    }
}

type ValidationFuture = std::pin::Pin<Box<dyn Future<Output = Answer> + Send>>;

fn count(answers: &[Answer], error: &str) -> usize {
    answers.iter().filter(|answer| answer.error() == error).count()
}

/// SECURITY.md 47: of fifty parallel wrong guesses five are looked at, and then the right code is refused.
pub async fn fifty_parallel_guesses_evaluate_five(scene: &Scene) {
    let (client, change, code) = scene.pending(&OWNER, &number(147)).await;
    let wrong: Vec<String> = (0..50).map(|index| another_code(&code, 1 + index % 9)).collect();
    let answers = at_once(50, validations(&client, &change, wrong)).await;

    assert!(answers.iter().all(|answer| matches!(answer.status, 410 | 422)), "{answers:?}");
    let mut left: Vec<_> = answers.iter().filter_map(|answer| answer.data()["attempts_left"].as_u64()).collect();
    left.sort_unstable();
    assert_eq!(left, [1, 2, 3, 4], "each attempt is taken once");
    assert_eq!(count(&answers, "no-attempts-left"), 46);
    let events = scene.server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "phone-code-refused").count(), 5);

    client.validate(&change, &code).await.expect_error(410, "no-attempts-left");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
}

/// SECURITY.md 47 and 48: right codes among wrong ones; no order of arrival gives more than five looks or two changes.
pub async fn right_codes_among_wrong_ones_win_at_most_once(scene: &Scene) {
    let (client, change, code) = scene.pending(&OWNER, &number(148)).await;
    let pick = |index: u32| if index % 10 == 7 { code.clone() } else { another_code(&code, 1 + index % 9) };
    let answers = at_once(40, validations(&client, &change, (0..40).map(pick).collect())).await;

    let won = answers.iter().filter(|answer| answer.status == 200).count();
    let wrong = count(&answers, "wrong-code");
    assert!(won <= 1 && wrong + won <= 5, "{won} won, {wrong} were wrong");
    let events = scene.server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "phone-changed").count(), won);
    let expected = if won == 1 { Some(number(148)) } else { OWNER.phone.map(str::to_owned) };
    assert_eq!(scene.server.database.phone(OWNER.email).await, expected);
}

/// SECURITY.md 48: of eight parallel requests with the right code exactly one wins, and the notices are queued once.
pub async fn eight_parallel_right_codes_win_once(scene: &Scene) {
    let new = number(149);
    let (client, change, code) = scene.pending(&OWNER, &new).await;
    let answers = at_once(8, validations(&client, &change, vec![code; 8])).await;

    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409, 409, 409]);
    let database = &scene.server.database;
    assert_eq!(database.phone(OWNER.email).await, Some(new.clone()));
    for (template, recipient) in [
        ("phone-changed-old", OWNER.phone.unwrap_or_default()),
        ("phone-changed-new", &new),
        ("phone-changed", OWNER.email),
    ] {
        let queued: Vec<_> = database.messages(template).await.into_iter().map(|message| message.recipient).collect();
        assert_eq!(queued, [recipient], "{template}");
    }
    let events = database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "phone-changed").count(), 1);
}

/// A used code is worth nothing, neither at once nor for a later change to the same number.
pub async fn a_used_code_is_refused(scene: &Scene) {
    let (client, change, code) = scene.pending(&OWNER, &number(150)).await;
    client.validate(&change, &code).await.expect(200);
    client.validate(&change, &code).await.expect_error(409, "not-pending");

    let back = OWNER.phone.unwrap_or_default();
    let other = client.change_phone(&OWNER, back).await;
    let fresh = scene.sms.wait_for_code(back, 1).await;
    let answer = client.validate(&other, &code).await;
    // One in a million: both codes are the same six digits.
    assert!(answer.error() == "wrong-code" || fresh == code, "{answer:?}");
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(number(150)));
}
