//! Limits that survive a restart and hold for all processes, each decided by one statement.

use crate::StoreError;
use sqlx::AnyConnection;

/// Consecutive failures: the first [`FREE_TRIES`] cost nothing, then each doubles the wait, from [`FIRST_WAIT`] to
/// [`LONGEST_WAIT`]; after [`MOST_TRIES`] nothing more is looked at until a success elsewhere clears the count
/// (NIST SP 800-63B-4 §3.2.2: at most 100).
pub const FREE_TRIES: i64 = 4;
/// Milliseconds.
pub const FIRST_WAIT: i64 = 2_000;
/// Milliseconds.
pub const LONGEST_WAIT: i64 = 15 * 60_000;
/// Tries.
pub const MOST_TRIES: i64 = 100;

/// A year, in milliseconds: the wait after [`MOST_TRIES`].
const SHUT: i64 = 365 * 86_400_000;

/// Counts a try as failed before it is looked at, so that parallel tries cannot pass together; a success takes the count
/// back with [`clear`]. `Ok(Some(until))`: refused unseen, until that moment (milliseconds).
pub async fn try_once(db: &mut AnyConnection, subject: &str, now: i64) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO failures (subject, count, blocked_until, updated_at) VALUES ($1, 1, $2, $2) \
         ON CONFLICT (subject) DO UPDATE SET count = failures.count + 1, updated_at = $2 \
         WHERE failures.blocked_until <= $2 RETURNING count",
    )
    .bind(subject)
    .bind(now)
    .fetch_optional(&mut *db)
    .await?;
    let Some((count,)) = row else { return blocked_until(db, subject, now).await.map(Some) };
    if count > FREE_TRIES {
        block(db, subject, now + wait_after(count)).await?;
    }
    Ok(None)
}

/// Until when a subject is blocked: never longer from now than its count makes one wait, though a clock that was set back
/// may have left more in the row.
async fn blocked_until(db: &mut AnyConnection, subject: &str, now: i64) -> Result<i64, StoreError> {
    let row: Option<(i64, i64)> = sqlx::query_as("SELECT blocked_until, count FROM failures WHERE subject = $1")
        .bind(subject)
        .fetch_optional(&mut *db)
        .await?;
    let Some((until, count)) = row else { return Ok(now) };
    let latest = now + wait_after(count);
    if until > latest {
        block(db, subject, latest).await?;
    }
    Ok(until.min(latest))
}

async fn block(db: &mut AnyConnection, subject: &str, until: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE failures SET blocked_until = $2 WHERE subject = $1")
        .bind(subject)
        .bind(until)
        .execute(db)
        .await?;
    Ok(())
}

/// Milliseconds that the next try must wait after `count` consecutive failures.
pub fn wait_after(count: i64) -> i64 {
    match count {
        ..=FREE_TRIES => 0,
        MOST_TRIES.. => SHUT,
        _ => (FIRST_WAIT << (count - FREE_TRIES - 1).min(20)).min(LONGEST_WAIT),
    }
}

/// Counts a try without making the next one wait; `None`: `most` are counted already, nothing more is looked at.
pub async fn count_up(db: &mut AnyConnection, subject: &str, most: i64, now: i64) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO failures (subject, count, blocked_until, updated_at) VALUES ($1, 1, $2, $2) \
         ON CONFLICT (subject) DO UPDATE SET count = failures.count + 1, updated_at = $2 \
         WHERE failures.count < $3 RETURNING count",
    )
    .bind(subject)
    .bind(now)
    .bind(most)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(count,)| count))
}

/// Notes when the last try failed.
pub async fn note(db: &mut AnyConnection, subject: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE failures SET updated_at = $2 WHERE subject = $1").bind(subject).bind(now).execute(db).await?;
    Ok(())
}

/// A success: the failures before it no longer count.
pub async fn clear(db: &mut AnyConnection, subject: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM failures WHERE subject = $1").bind(subject).execute(db).await?;
    Ok(())
}

/// Forgets what was counted under that name, and what was poured.
pub async fn forget(db: &mut AnyConnection, subject: &str) -> Result<(), StoreError> {
    clear(db, subject).await?;
    sqlx::query("DELETE FROM buckets WHERE subject = $1").bind(subject).execute(db).await?;
    Ok(())
}

/// A bucket that holds `burst` drops and loses one each `drain` milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Drops that fit at once.
    pub burst: i64,
    /// Milliseconds per drop.
    pub drain: i64,
}

impl Bucket {
    /// `count` at once, then as many again in each `span` milliseconds, evenly.
    pub const fn per(count: i64, span: i64) -> Self {
        Self { burst: count, drain: span / count }
    }
}

/// Pours one drop in, if it fits: the generic cell rate algorithm in one statement. `Ok(Some(until))`: the bucket is full
/// until that moment (milliseconds).
pub async fn pour(db: &mut AnyConnection, subject: &str, bucket: Bucket, now: i64) -> Result<Option<i64>, StoreError> {
    let room = bucket.burst * bucket.drain;
    let row: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO buckets (subject, empty_at) VALUES ($1, $2 + $3) ON CONFLICT (subject) DO UPDATE \
         SET empty_at = CASE WHEN buckets.empty_at > $2 THEN buckets.empty_at ELSE $2 END + $3 \
         WHERE buckets.empty_at + $3 <= $2 + $4 RETURNING empty_at",
    )
    .bind(subject)
    .bind(now)
    .bind(bucket.drain)
    .bind(room)
    .fetch_optional(&mut *db)
    .await?;
    if row.is_some() {
        return Ok(None);
    }
    // Fuller than full: the clock was set back. From now on it drains as a full one does.
    sqlx::query("UPDATE buckets SET empty_at = $2 WHERE subject = $1 AND empty_at > $2")
        .bind(subject)
        .bind(now + room)
        .execute(&mut *db)
        .await?;
    let full: Option<(i64,)> =
        sqlx::query_as("SELECT empty_at FROM buckets WHERE subject = $1").bind(subject).fetch_optional(db).await?;
    Ok(Some(full.map_or(now, |(empty_at,)| empty_at + bucket.drain - room)))
}

/// Deletes counts untouched since `before` (milliseconds). Too early, and a patient guesser begins anew.
pub async fn delete_failures(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM failures WHERE updated_at < $1 AND blocked_until < $1")
        .bind(before)
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// Deletes buckets that have been empty since `before` (milliseconds).
pub async fn delete_buckets(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM buckets WHERE empty_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_quarter_of_an_hour_and_shuts_at_a_hundred() {
        assert_eq!([1, 4, 5, 6, 7].map(wait_after), [0, 0, 2_000, 4_000, 8_000]);
        assert_eq!(wait_after(40), LONGEST_WAIT);
        assert_eq!(wait_after(99), LONGEST_WAIT);
        assert_eq!(wait_after(100), SHUT);
    }
}
