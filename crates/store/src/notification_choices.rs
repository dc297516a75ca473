//! By which channels people are told about what. Without a row, what holds is [`Channels::default`].

use crate::StoreError;
use crate::values;
use perfil_models::{Channels, Topic, UserId};
use sqlx::{AnyConnection, FromRow};

/// A person's choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<(Topic, Channels)>);

impl Choices {
    /// What holds for a topic.
    pub fn of(&self, topic: Topic) -> Channels {
        self.0.iter().find(|(of, _)| *of == topic).map(|(_, channels)| *channels).unwrap_or_default()
    }
}

#[derive(FromRow)]
struct ChoiceRow {
    topic: String,
    email: i64,
    sms: i64,
}

/// What a person has chosen.
pub async fn of_user(db: &mut AnyConnection, user: &UserId) -> Result<Choices, StoreError> {
    let rows: Vec<ChoiceRow> = sqlx::query_as(
        "SELECT topic, CAST(email AS BIGINT) AS email, CAST(sms AS BIGINT) AS sms FROM notification_choices \
         WHERE user_id = $1",
    )
    .bind(user.as_str())
    .fetch_all(db)
    .await?;
    let choice =
        |row: ChoiceRow| Some((Topic::from_word(&row.topic)?, Channels { email: row.email == 1, sms: row.sms == 1 }));
    Ok(Choices(rows.into_iter().filter_map(choice).collect()))
}

/// Saves choices.
pub async fn set(
    db: &mut AnyConnection,
    user: &UserId,
    choices: &[(Topic, Channels)],
    now: i64,
) -> Result<(), StoreError> {
    let text = format!(
        "INSERT INTO notification_choices (user_id, topic, email, sms, updated_at) VALUES {} \
         ON CONFLICT (user_id, topic) DO UPDATE SET email = excluded.email, sms = excluded.sms, \
         updated_at = excluded.updated_at",
        values::rows(choices.len(), 5, 0)
    );
    let query = choices.iter().fold(sqlx::query(sqlx::AssertSqlSafe(text)), |query, (topic, channels)| {
        let query = query.bind(user.as_str()).bind(topic.as_str());
        query.bind(i32::from(channels.email)).bind(i32::from(channels.sms)).bind(now)
    });
    query.execute(db).await?;
    Ok(())
}

/// Ends mails about a topic.
pub async fn end_mails(db: &mut AnyConnection, user: &UserId, topic: Topic, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO notification_choices (user_id, topic, email, sms, updated_at) VALUES ($1, $2, 0, 0, $3) \
         ON CONFLICT (user_id, topic) DO UPDATE SET email = 0, updated_at = $3",
    )
    .bind(user.as_str())
    .bind(topic.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// What came by text message comes by mail from now on, because there is no number any more.
pub async fn move_to_email(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE notification_choices SET email = 1, sms = 0, updated_at = $2 WHERE user_id = $1 AND sms = 1")
        .bind(user.as_str())
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}
