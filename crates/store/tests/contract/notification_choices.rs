//! By which channels people are told.

use crate::Database;
use crate::database::{NOW, insert_user, user};
use perfil_models::{Channels, Topic};
use perfil_store::AnyConnection;
use perfil_store::notification_choices::{self as choices, Choices};

crate::on_both!(
    without_a_choice_email_holds,
    choices_are_saved_and_saved_again,
    mails_about_one_topic_end,
    text_messages_become_mails
);

const fn channels(email: bool, sms: bool) -> Channels {
    Channels { email, sms }
}

async fn of(db: &mut AnyConnection, name: &str) -> Choices {
    choices::of_user(db, &user(name)).await.unwrap()
}

async fn set(db: &mut AnyConnection, name: &str, chosen: &[(Topic, Channels)]) {
    choices::set(db, &user(name), chosen, NOW).await.unwrap();
}

async fn without_a_choice_email_holds(database: &Database) {
    let mut db = database.write().await;
    let none = of(&mut db, "ada").await;
    assert!(Topic::ALL.iter().all(|topic| none.of(*topic) == channels(true, false)));
}

async fn choices_are_saved_and_saved_again(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    set(&mut db, "ada", &[(Topic::Payments, channels(false, true)), (Topic::Invoices, channels(false, false))]).await;
    let chosen = of(&mut db, "ada").await;
    assert_eq!(
        [Topic::Payments, Topic::Invoices].map(|topic| chosen.of(topic)),
        [channels(false, true), channels(false, false)]
    );
    assert_eq!(chosen.of(Topic::LowCredit), Channels::default());
    set(&mut db, "ada", &[(Topic::Payments, channels(true, true))]).await;
    let chosen = of(&mut db, "ada").await;
    assert_eq!(
        [Topic::Payments, Topic::Invoices].map(|topic| chosen.of(topic)),
        [channels(true, true), channels(false, false)]
    );
    assert_eq!(of(&mut db, "eve").await, Choices::default(), "nobody else's");
}

async fn mails_about_one_topic_end(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", &[(Topic::Payments, channels(true, true))]).await;
    for topic in [Topic::Payments, Topic::ContactImports] {
        choices::end_mails(&mut db, &user("ada"), topic, NOW).await.unwrap();
        choices::end_mails(&mut db, &user("ada"), topic, NOW).await.unwrap();
    }
    let chosen = of(&mut db, "ada").await;
    assert_eq!(chosen.of(Topic::Payments), channels(false, true), "text messages go on");
    assert_eq!(chosen.of(Topic::ContactImports), channels(false, false));
    assert_eq!(chosen.of(Topic::Invoices), Channels::default());
}

async fn text_messages_become_mails(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    for name in ["ada", "eve"] {
        let chosen = [
            (Topic::Payments, channels(false, true)),
            (Topic::Invoices, channels(false, false)),
            (Topic::LowCredit, channels(true, true)),
        ];
        set(&mut db, name, &chosen).await;
    }
    choices::move_to_email(&mut db, &user("ada"), NOW).await.unwrap();
    let moved = of(&mut db, "ada").await;
    assert_eq!([Topic::Payments, Topic::LowCredit].map(|topic| moved.of(topic)), [channels(true, false); 2]);
    assert_eq!(moved.of(Topic::Invoices), channels(false, false), "what was off stays off");
    assert_eq!(of(&mut db, "eve").await.of(Topic::Payments), channels(false, true));
}
