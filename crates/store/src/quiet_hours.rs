//! The hours of each day in which text messages to a person wait, and the messages that do.
//!
//! A message that waits is `pending`, and due when the quiet hours end; its `last_error` says why. Whoever changes the quiet
//! hours, the time zone or the number of a person calls [`follow`] in the same transaction, behind the lock of the person's
//! row, which [`put_off`] takes as well.

use crate::StoreError;
use perfil_models::{QuietHours, UserId};
use sqlx::{AnyConnection, FromRow};

/// The `last_error` of a message that waits.
pub const WAITS: &str = "quiet-hours";

/// A person's quiet hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    /// When they are; `None`: off.
    pub hours: Option<QuietHours>,
    /// By the clock of which time zone: chosen, else seen at the last sign-in, IANA.
    pub time_zone: Option<String>,
}

#[derive(FromRow)]
struct QuietRow {
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
    time_zone: Option<String>,
}

/// A person's quiet hours; off for whoever does not exist.
pub async fn of_user(db: &mut AnyConnection, user: &UserId) -> Result<Quiet, StoreError> {
    let row: Option<QuietRow> = sqlx::query_as(
        "SELECT CAST(quiet_from AS BIGINT) AS quiet_from, CAST(quiet_until AS BIGINT) AS quiet_until, \
         COALESCE(time_zone, time_zone_seen) AS time_zone FROM users WHERE id = $1",
    )
    .bind(user.as_str())
    .fetch_optional(db)
    .await?;
    let quiet = |row: QuietRow| Quiet {
        hours: QuietHours::of_minutes(row.quiet_from, row.quiet_until),
        time_zone: row.time_zone,
    };
    Ok(row.map(quiet).unwrap_or_default())
}

/// Saves them if the person's row still has `version`. False: it was saved meanwhile.
pub async fn set(
    db: &mut AnyConnection,
    user: &UserId,
    hours: Option<QuietHours>,
    version: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET quiet_from = $3, quiet_until = $4, updated_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(user.as_str())
    .bind(version)
    .bind(hours.map(|hours| i32::from(hours.from())))
    .bind(hours.map(|hours| i32::from(hours.until())))
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a message off until then, if `lease` still holds it: it has not been tried, and lives until `expires_at`. False: the
/// lease was lost.
pub async fn put_off(
    db: &mut AnyConnection,
    id: &str,
    lease: &str,
    until: i64,
    expires_at: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'pending', last_error = 'quiet-hours', attempts = attempts - 1, \
         next_attempt_at = $3, expires_at = $4, updated_at = $5, lease = NULL, lease_until = NULL \
         WHERE id = $1 AND lease = $2 AND state = 'sending'",
    )
    .bind(id)
    .bind(lease)
    .bind(until)
    .bind(expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes what waits due at once, so that the worker decides anew; what waits for a number that is the person's no longer is
/// not sent any more.
pub async fn follow(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<(), StoreError> {
    withdraw(db, user, now).await?;
    sqlx::query(
        "UPDATE outbox SET last_error = NULL, next_attempt_at = $2, updated_at = $2 \
         WHERE user_id = $1 AND last_error = 'quiet-hours' AND state = 'pending'",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Ends what waits for a number that is the person's no longer.
pub async fn withdraw(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE outbox SET state = 'suppressed', last_error = 'other-phone', next_attempt_at = $2, updated_at = $2 \
         WHERE user_id = $1 AND last_error = 'quiet-hours' AND state = 'pending' \
         AND recipient <> COALESCE((SELECT phone FROM users WHERE id = $1), '')",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}
