//! Text messages that wait until the quiet hours of their readers are over. What holds is what is set when a message is about
//! to be sent.

use crate::Parts;
use crate::delivery::Lease;
use perfil_accounts::clock::HOUR;
use perfil_i18n::end_of_quiet;
use perfil_models::{Topic, UserId};
use perfil_store::outbox::{MessageRow, URGENT};
use perfil_store::quiet_hours;
use perfil_store::{AnyConnection, StoreError, users};

/// How long a message is worth sending once the quiet hours are over, in milliseconds: as long as without them.
const LIFE: i64 = 12 * HOUR;

/// When the quiet hours are over that the message must wait for (milliseconds), if there are such.
pub(crate) async fn lasts_until(parts: &Parts, row: &MessageRow) -> Result<Option<i64>, StoreError> {
    if !can_wait(row) {
        return Ok(None);
    }
    end(&mut *parts.store.read().await?, &UserId::new(&row.user_id), parts.clock.now()).await
}

/// Codes, notices about the security of an account and tests are about no topic.
fn can_wait(row: &MessageRow) -> bool {
    let is_about_a_topic = row.topic.as_deref().is_some_and(|topic| Topic::from_word(topic).is_some());
    row.channel == "sms" && is_about_a_topic && !URGENT.contains(&row.template.as_str())
}

async fn end(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<Option<i64>, StoreError> {
    let quiet = quiet_hours::of_user(db, user).await?;
    Ok(quiet.hours.and_then(|hours| end_of_quiet(hours, quiet.time_zone.as_deref(), now)))
}

/// Puts the message off. Between the look at the settings and this they may have changed, and what waited then was made due
/// before this message was among it: so they are looked at again, behind the lock of whoever changes them.
pub(crate) async fn put_off(parts: &Parts, row: &MessageRow, lease: &Lease) -> Result<bool, StoreError> {
    let (user, now) = (UserId::new(&row.user_id), parts.clock.now());
    let mut db = parts.store.write().await?;
    users::lock(&mut db, &user).await?;
    let until = end(&mut db, &user, now).await?.unwrap_or(now);
    let expires_at = row.expires_at.max(until + LIFE);
    let is_ours = quiet_hours::put_off(&mut db, &row.id, &lease.id, until, expires_at, now).await?;
    quiet_hours::withdraw(&mut db, &user, now).await?;
    db.commit().await?;
    Ok(is_ours)
}
