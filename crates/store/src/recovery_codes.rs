//! Recovery codes: each opens the second step once, in place of a lost app or passkey. Stored as SHA-256 only.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::AnyConnection;

/// How many codes a person gets at once.
pub const CODES: usize = 10;

/// Inserts codes by their hashes.
pub async fn insert(
    db: &mut AnyConnection,
    user: &UserId,
    hashes: &[String; CODES],
    now: i64,
) -> Result<(), StoreError> {
    let query = sqlx::query(
        "INSERT INTO recovery_codes (code_hash, user_id, created_at) VALUES ($3, $1, $2), ($4, $1, $2), ($5, $1, $2), ($6, $1, $2), ($7, $1, $2), \
         ($8, $1, $2), ($9, $1, $2), ($10, $1, $2), ($11, $1, $2), ($12, $1, $2)",
    );
    let query = query.bind(user.as_str()).bind(now);
    hashes.iter().fold(query, |query, hash| query.bind(hash)).execute(db).await?;
    Ok(())
}

/// Uses a code up. False: there is none of that hash, or not any more.
pub async fn take(db: &mut AnyConnection, user: &UserId, hash: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM recovery_codes WHERE code_hash = $1 AND user_id = $2")
        .bind(hash)
        .bind(user.as_str())
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// How many codes a person has left.
pub async fn count(db: &mut AnyConnection, user: &UserId) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1")
        .bind(user.as_str())
        .fetch_one(db)
        .await?;
    Ok(count)
}

/// Makes all codes of a person worthless.
pub async fn delete_all(db: &mut AnyConnection, user: &UserId) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM recovery_codes WHERE user_id = $1").bind(user.as_str()).execute(db).await?;
    Ok(done.rows_affected())
}
