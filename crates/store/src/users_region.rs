//! A person's language, country and time zone.

use crate::StoreError;
use perfil_models::{ChosenRegion, CountryCode, Language, Region, UserId};
use sqlx::AnyConnection;

/// Saves the choice if the row still has `version`. False: it was saved meanwhile.
pub async fn set(
    db: &mut AnyConnection,
    id: &UserId,
    region: &ChosenRegion,
    version: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET language = $3, country = $4, time_zone = $5, updated_at = $6, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(id.as_str())
    .bind(version)
    .bind(region.language.map(Language::tag))
    .bind(region.country.as_ref().map(CountryCode::as_str))
    .bind(region.time_zone.as_deref())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Switches from the chosen time zone to another one. False: none is chosen, or it is that one already.
pub async fn switch_time_zone(
    db: &mut AnyConnection,
    id: &UserId,
    time_zone: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET time_zone = $2, time_zone_declined = NULL, updated_at = $3, version = version + 1 \
         WHERE id = $1 AND time_zone <> $2",
    )
    .bind(id.as_str())
    .bind(time_zone)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Remembers the time zone that the person did not want to switch to. False: none is chosen, or it is that one. The
/// version stays: no page shows anything else afterwards.
pub async fn decline_time_zone(db: &mut AnyConnection, id: &UserId, time_zone: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE users SET time_zone_declined = $2 WHERE id = $1 AND time_zone <> $2")
        .bind(id.as_str())
        .bind(time_zone)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Remembers that the person came at `now` (milliseconds), and what the browser told, for messages that no browser
/// asks for.
pub async fn note_visit(db: &mut AnyConnection, id: &UserId, region: &Region, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET language_seen = $2, country_seen = $3, time_zone_seen = $4, visited_at = $5 WHERE id = $1",
    )
    .bind(id.as_str())
    .bind(region.language.tag())
    .bind(region.country.as_ref().map(CountryCode::as_str))
    .bind(region.time_zone.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// What the browser told when the person came last.
pub async fn seen(db: &mut AnyConnection, id: &UserId) -> Result<ChosenRegion, StoreError> {
    let row: Option<(Option<String>, Option<String>, Option<String>)> =
        sqlx::query_as("SELECT language_seen, country_seen, time_zone_seen FROM users WHERE id = $1")
            .bind(id.as_str())
            .fetch_optional(db)
            .await?;
    let (language, country, time_zone) = row.unwrap_or_default();
    Ok(ChosenRegion {
        language: language.as_deref().and_then(Language::from_tag),
        country: country.and_then(|code| CountryCode::parse(&code).ok()),
        time_zone,
    })
}
