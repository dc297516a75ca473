//! What a text message should have told in time, and did not, is told by mail, once.

use perfil_accounts::clock::DAY;
use perfil_store::{AnyConnection, StoreError, outbox};

/// How long such a mail is worth sending, in milliseconds.
const MAIL_LIFE: i64 = 3 * DAY;

/// Queues the mail in place of the text message `id`, if that failed or was given up, is urgent, and no mail was to tell
/// the same. Belongs into the transaction that marks the text message.
pub(crate) async fn tell_by_mail(db: &mut AnyConnection, id: &str, now: i64) -> Result<(), StoreError> {
    if outbox::fall_back(db, id, now, now + MAIL_LIFE).await? {
        tracing::info!(id, "a mail takes the place of a text message that did not arrive");
    }
    Ok(())
}
