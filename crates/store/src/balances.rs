//! The balance of an organization, now and before: what people can spend, without what the platform keeps back. Amounts in
//! the smallest unit of its currency, times in milliseconds.

use crate::StoreError;
use perfil_models::OrganizationId;
use sqlx::{AnyConnection, FromRow};

/// A balance as the platform told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its number among the organization's balances.
    pub seq: i64,
    /// What people can spend.
    pub amount: i64,
    /// What is kept back beside it.
    pub reserve: i64,
    /// When it was so.
    pub occurred_at: i64,
}

/// The balance now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct BalanceRow {
    /// The number of the event that told it.
    pub seq: i64,
    /// What people can spend.
    pub amount: i64,
    /// What is kept back beside it.
    pub reserve: i64,
    /// All that was ever spent.
    pub spent: i64,
    /// When it was so.
    pub occurred_at: i64,
}

/// Moves the balance on, if `told` is newer than what is known: what was ever spent then. `None`: it is not newer. To keep
/// more back is no spend.
pub async fn advance(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    told: &Told,
    now: i64,
) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO balances (organization_id, seq, amount, reserve, spent, occurred_at, updated_at) \
         VALUES ($1, $2, $3, $4, 0, $5, $6) ON CONFLICT (organization_id) DO UPDATE \
         SET spent = balances.spent + CASE WHEN balances.amount + balances.reserve > $3 + $4 \
         THEN balances.amount + balances.reserve - $3 - $4 ELSE 0 END, \
         seq = $2, amount = $3, reserve = $4, occurred_at = $5, updated_at = $6 WHERE balances.seq < $2 RETURNING spent",
    )
    .bind(organization.as_str())
    .bind(told.seq)
    .bind(told.amount)
    .bind(told.reserve)
    .bind(told.occurred_at)
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(spent,)| spent))
}

/// Keeps what was told; the first of a number stays. `spent` is `None` where it came late.
pub async fn keep_point(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    told: &Told,
    spent: Option<i64>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO balance_points (organization_id, seq, amount, spent, occurred_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (organization_id, seq) DO NOTHING",
    )
    .bind(organization.as_str())
    .bind(told.seq)
    .bind(told.amount)
    .bind(spent)
    .bind(told.occurred_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The balance of an organization, if it was ever told.
pub async fn current(db: &mut AnyConnection, organization: &OrganizationId) -> Result<Option<BalanceRow>, StoreError> {
    Ok(sqlx::query_as("SELECT seq, amount, reserve, spent, occurred_at FROM balances WHERE organization_id = $1")
        .bind(organization.as_str())
        .fetch_optional(db)
        .await?)
}

/// What had been spent at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct SpentRow {
    /// All that was ever spent.
    pub spent: i64,
    /// When it was so.
    pub occurred_at: i64,
}

/// What had been spent at the last balance told at or before `at`.
pub async fn spent_at(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    at: i64,
) -> Result<Option<SpentRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT spent, occurred_at FROM balance_points WHERE organization_id = $1 AND occurred_at <= $2 \
         AND spent IS NOT NULL ORDER BY occurred_at DESC, seq DESC LIMIT 1",
    )
    .bind(organization.as_str())
    .bind(at)
    .fetch_optional(db)
    .await?)
}

/// What had been spent at the first balance that is still known.
pub async fn first_spent(
    db: &mut AnyConnection,
    organization: &OrganizationId,
) -> Result<Option<SpentRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT spent, occurred_at FROM balance_points WHERE organization_id = $1 AND spent IS NOT NULL \
         ORDER BY occurred_at, seq LIMIT 1",
    )
    .bind(organization.as_str())
    .fetch_optional(db)
    .await?)
}

/// The balance at each of these moments, in their order; `None` before the first that is known. One search in the index
/// for each, however many balances were told.
pub async fn at_moments(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    moments: &[i64],
) -> Result<Vec<Option<i64>>, StoreError> {
    let rows: Vec<String> = (2..moments.len() + 2).map(|place| format!("(CAST(${place} AS BIGINT))")).collect();
    let rows = rows.join(", ");
    let text = format!(
        "WITH moments (at) AS (VALUES {rows}) SELECT (SELECT amount FROM balance_points WHERE organization_id = $1 \
         AND occurred_at <= moments.at ORDER BY occurred_at DESC, seq DESC LIMIT 1) AS amount FROM moments \
         ORDER BY moments.at"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(organization.as_str());
    let rows: Vec<(Option<i64>,)> =
        moments.iter().fold(query, |query, moment| query.bind(*moment)).fetch_all(db).await?;
    Ok(rows.into_iter().map(|(amount,)| amount).collect())
}

/// Numbers of an organization's balances that were never told: those from `first` to `last`.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct GapRow {
    /// The platform's own name for the organization.
    pub external_id: String,
    /// What people call it.
    pub name: String,
    /// The first number that is missing.
    pub first: i64,
    /// The last one before the next that was told.
    pub last: i64,
    /// How many numbers the organization misses in all.
    pub missing: i64,
    /// In how many places.
    pub places: i64,
}

/// What is missing among the balances since `since` (milliseconds): the first `each` places of every organization, those
/// that miss the most first, and `limit` places at most.
pub async fn gaps(db: &mut AnyConnection, since: i64, each: i64, limit: i64) -> Result<Vec<GapRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT o.external_id, o.name, g.first, g.last, g.missing, g.places FROM (SELECT organization_id, \
         before + 1 AS first, seq - 1 AS last, \
         CAST(SUM(seq - before - 1) OVER (PARTITION BY organization_id) AS BIGINT) AS missing, \
         COUNT(*) OVER (PARTITION BY organization_id) AS places, \
         ROW_NUMBER() OVER (PARTITION BY organization_id ORDER BY seq) AS place FROM (SELECT organization_id, seq, \
         LAG(seq) OVER (PARTITION BY organization_id ORDER BY seq) AS before FROM balance_points \
         WHERE occurred_at >= $1) AS told WHERE seq > before + 1) AS g \
         JOIN organizations o ON o.id = g.organization_id WHERE g.place <= $2 \
         ORDER BY g.missing DESC, o.external_id, g.first LIMIT $3",
    )
    .bind(since)
    .bind(each)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Deletes balances told before `before` (milliseconds); the one that holds now stays in its own table.
pub async fn delete_old_points(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM balance_points WHERE occurred_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
