//! Whether a message about money would reach anybody in an organization.

use crate::StoreError;
use crate::users::NO_PASSWORD;
use perfil_models::{OrganizationId, Role, Topic};
use sqlx::AnyConnection;

/// Whether somebody would be told about a topic: who has the billing permission and can sign in, by a channel that is chosen
/// for it and by which nothing failed last since `since` (milliseconds). Of low credit only who has set a minimum is told.
pub async fn is_anyone_told(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    topic: Topic,
    since: i64,
) -> Result<bool, StoreError> {
    let [one, other] = Role::BILLING;
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT u.id FROM users u LEFT JOIN notification_choices c ON c.user_id = u.id AND c.topic = $2 \
         LEFT JOIN credit_alerts a ON a.user_id = u.id \
         WHERE u.organization_id = $1 AND u.role IN ($3, $4) AND u.disabled_at IS NULL AND u.password_hash <> $5 \
         AND ($2 <> 'low-credit' OR a.minimum > 0) \
         AND ((COALESCE(c.email, 1) = 1 AND COALESCE((SELECT m.state FROM outbox m WHERE m.user_id = u.id \
         AND m.topic IS NOT NULL AND m.created_at >= $6 AND m.channel = 'email' \
         AND m.state IN ('accepted', 'delivered', 'failed', 'dead', 'expired') \
         ORDER BY m.created_at DESC, m.id DESC LIMIT 1), 'accepted') IN ('accepted', 'delivered')) \
         OR (c.sms = 1 AND u.phone IS NOT NULL AND COALESCE((SELECT m.state FROM outbox m WHERE m.user_id = u.id \
         AND m.topic IS NOT NULL AND m.created_at >= $6 AND m.channel = 'sms' \
         AND m.state IN ('accepted', 'delivered', 'failed', 'dead', 'expired') \
         ORDER BY m.created_at DESC, m.id DESC LIMIT 1), 'accepted') IN ('accepted', 'delivered'))) LIMIT 1",
    )
    .bind(organization.as_str())
    .bind(topic.as_str())
    .bind(one.as_str())
    .bind(other.as_str())
    .bind(NO_PASSWORD)
    .bind(since)
    .fetch_optional(db)
    .await?;
    Ok(row.is_some())
}
