//! The hours of each day in which text messages wait.

use crate::fault::OrFault;
use crate::{Accounts, Client, Session};
use perfil_models::error::NotificationError;
use perfil_models::request::ChangeQuietHours;
use perfil_models::{EventKind, QuietHours};
use perfil_store::quiet_hours;

impl Accounts {
    /// Chooses the hours in which text messages wait; what waits already follows.
    pub async fn change_quiet_hours(
        &self,
        session: &Session,
        client: &Client,
        form: &ChangeQuietHours,
    ) -> Result<(), NotificationError> {
        let hours = QuietHours::parse(&form.from, &form.until)?;
        let (user, now) = (&session.user_id, self.now());
        let mut db = self.parts.store.write().await.or_fault()?;
        if !quiet_hours::set(&mut db, user, hours, form.version, now).await.or_fault()? {
            return Err(NotificationError::Stale);
        }
        quiet_hours::follow(&mut db, user, now).await.or_fault()?;
        self.record(&mut db, session.into(), client, EventKind::NotificationsChanged, "").await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }
}
