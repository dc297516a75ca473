//! What was sent to a person, or why not.

use super::DeliveryFacts;
use crate::activity::{behind, cursor};
use crate::clock::DAY;
use crate::fault::OrFault;
use crate::{Accounts, Client, Session};
use perfil_models::request::ShowNotifications;
use perfil_models::{AccessError, Region};
use perfil_store::events::Behind;
use perfil_store::personal::HISTORY_DAYS;
use perfil_store::{notifications, users};

/// Messages on one page.
const PAGE: usize = 20;

/// A page of messages, the newest first.
#[derive(Clone, Debug)]
pub struct HistoryFacts {
    /// The messages.
    pub entries: Vec<DeliveryFacts>,
    /// Where the next page begins, if there are more.
    pub more: Option<String>,
    /// How long they are kept.
    pub kept_days: u32,
    /// How the reader writes.
    pub region: Region,
}

impl Accounts {
    /// A page of messages.
    pub async fn notification_history(
        &self,
        session: &Session,
        client: &Client,
        form: &ShowNotifications,
    ) -> Result<HistoryFacts, AccessError> {
        let behind = form.before.as_deref().map_or(Some(Behind::default()), behind);
        let behind = behind.ok_or(AccessError::BadRequest)?;
        let since = self.now() - i64::from(HISTORY_DAYS) * DAY;
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let rows = notifications::of_user(&mut db, &session.user_id, since, &behind, PAGE as i64 + 1);
        let mut rows = rows.await.or_fault()?;
        let has_more = rows.len() > PAGE;
        rows.truncate(PAGE);
        Ok(HistoryFacts {
            more: rows.last().filter(|_| has_more).map(|row| cursor(row.created_at, &row.id)),
            entries: rows.into_iter().filter_map(DeliveryFacts::of).collect(),
            kept_days: HISTORY_DAYS,
            region: self.region_of(&user, client),
        })
    }
}
