//! Whether a person may still be told what was queued for them: between an event and its message a role can change.

use perfil_models::{Topic, UserId};
use perfil_store::outbox::MessageRow;
use perfil_store::users::{self, Standing};
use perfil_store::{Store, StoreError};

/// Why a message is not sent whose reader has lost the permission.
pub(crate) const NO_PERMISSION: &str = "no-permission";

/// Whether the message must not go out any more.
pub(crate) async fn is_lost(store: &Store, row: &MessageRow) -> Result<bool, StoreError> {
    let Some(topic) = row.topic.as_deref().and_then(Topic::from_word) else { return Ok(false) };
    let standing = users::standing(&mut *store.read().await?, &UserId::new(&row.user_id)).await?;
    let may_be_told = |standing: Standing| {
        !standing.disabled && topic.permission().is_none_or(|permission| standing.role.may(permission))
    };
    Ok(!standing.is_some_and(may_be_told))
}
