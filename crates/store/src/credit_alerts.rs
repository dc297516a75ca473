//! Low-credit alerts: whether each person's minimum is undercut. Every change is one conditional statement; whoever
//! changes an alert by the balance holds the organization's lock.
//!
//! `ok → low` when the balance falls below the minimum, `low → ok` when it reaches `rearm_at`; `off` without a minimum.

use crate::StoreError;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// An alert as a person set it up. Amounts in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct AlertRow {
    /// The balance below which an alert is sent; 0: off.
    pub minimum: i64,
    /// `ok`, `low` or `off`.
    pub state: String,
    /// Whether an alert was sent since it is low: 0 or 1.
    pub told: i64,
}

/// The person's alert, if there ever was one.
pub async fn of_user(db: &mut AnyConnection, user: &UserId) -> Result<Option<AlertRow>, StoreError> {
    Ok(sqlx::query_as("SELECT minimum, state, CAST(told AS BIGINT) AS told FROM credit_alerts WHERE user_id = $1")
        .bind(user.as_str())
        .fetch_optional(db)
        .await?)
}

/// A minimum, and from which balance on it can be undercut anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minimum {
    /// The balance below which an alert is sent.
    pub amount: i64,
    /// The balance from which on the next alert can come.
    pub rearm_at: i64,
    /// Whether the balance is below already.
    pub is_below: bool,
}

/// Sets the minimum. The same as before changes nothing, so that an alert that was sent is not sent again.
pub async fn set(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
    minimum: &Minimum,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO credit_alerts (user_id, organization_id, minimum, rearm_at, state, told, episode, updated_at) \
         VALUES ($1, $2, $3, $4, $5, 0, 0, $6) ON CONFLICT (user_id) DO UPDATE \
         SET told = CASE WHEN credit_alerts.state = 'low' AND $5 = 'low' THEN credit_alerts.told ELSE 0 END, \
         minimum = $3, rearm_at = $4, state = $5, updated_at = $6 WHERE credit_alerts.minimum <> $3",
    )
    .bind(user.as_str())
    .bind(organization.as_str())
    .bind(minimum.amount)
    .bind(minimum.rearm_at)
    .bind(if minimum.is_below { "low" } else { "ok" })
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Switches the alert off. Its row stays, so that its episodes are counted on.
pub async fn switch_off(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE credit_alerts SET minimum = 0, rearm_at = 0, state = 'off', told = 0, updated_at = $2 \
         WHERE user_id = $1",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The balance is `amount`: whose minimum it undercuts becomes low, by `cause`. How many did.
pub async fn cross(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    amount: i64,
    cause: &str,
    now: i64,
) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE credit_alerts SET state = 'low', told = 1, episode = episode + 1, crossed_by = $3, updated_at = $4 \
         WHERE organization_id = $1 AND state = 'ok' AND minimum > $2",
    )
    .bind(organization.as_str())
    .bind(amount)
    .bind(cause)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// The balance is `amount`: alerts that it is high enough for can come again. How many can.
pub async fn rearm(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    amount: i64,
    now: i64,
) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE credit_alerts SET state = 'ok', told = 0, updated_at = $3 \
         WHERE organization_id = $1 AND state = 'low' AND rearm_at <= $2",
    )
    .bind(organization.as_str())
    .bind(amount)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Asks for the alert that was not sent because the balance was below the minimum when that was set. False: it is not
/// low, or an alert was sent.
pub async fn tell_now(db: &mut AnyConnection, user: &UserId, cause: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE credit_alerts SET told = 1, episode = episode + 1, crossed_by = $2, updated_at = $3 \
         WHERE user_id = $1 AND state = 'low' AND told = 0",
    )
    .bind(user.as_str())
    .bind(cause)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
