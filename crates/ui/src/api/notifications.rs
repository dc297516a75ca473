//! *Notifications*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::NotificationError;
use perfil_models::request::{
    ChangeBillingNotifications, ChangeContactNotifications, ChangeOrganizationNotifications, ChangeQuietHours,
    SendTest, ShowNotifications,
};
use perfil_models::view::{NotificationHistory, Notifications};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What the reader is told about, and by which channel.
    #[post("/api/notifications", visit: Extension<Visit>)]
    pub async fn notifications() -> Result<Notifications, Refusal<AccessError>> {
        Ok(visit.notifications().await?)
    }

    /// Chooses how to be told about imports of contacts; answers with what holds then.
    #[post("/api/notifications/contacts", visit: Extension<Visit>)]
    pub async fn change_contact_notifications(
        form: ChangeContactNotifications,
    ) -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().change_contact_notifications(session, visit.client(), &form).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// Chooses how to be told about money, and the minimum balance; answers with what holds then.
    #[post("/api/notifications/billing", visit: Extension<Visit>)]
    pub async fn change_billing_notifications(
        form: ChangeBillingNotifications,
    ) -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().change_billing_notifications(session, visit.client(), &form).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// Chooses how to be told about requests for roles; answers with what holds then.
    #[post("/api/notifications/organization", visit: Extension<Visit>)]
    pub async fn change_organization_notifications(
        form: ChangeOrganizationNotifications,
    ) -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().change_organization_notifications(session, visit.client(), &form).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// Chooses the hours in which text messages wait; answers with what holds then.
    #[post("/api/notifications/quiet-hours", visit: Extension<Visit>)]
    pub async fn change_quiet_hours(form: ChangeQuietHours) -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().change_quiet_hours(session, visit.client(), &form).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// Sends the low-credit alert now, because the balance was below the minimum when that was saved.
    #[post("/api/notifications/alert-now", visit: Extension<Visit>)]
    pub async fn alert_now() -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().alert_now(session).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// Sends a test message to the reader; answers with what holds then, the test among it.
    #[post("/api/notifications/test", visit: Extension<Visit>)]
    pub async fn send_test(form: SendTest) -> Result<Notifications, Refusal<NotificationError>> {
        let session = visit.session().map_err(NotificationError::from)?;
        visit.accounts().send_test(session, visit.client(), form.channel).await?;
        Ok(visit.notifications().await.map_err(NotificationError::from)?)
    }

    /// What was sent to the reader, or why not.
    #[post("/api/notifications/history", visit: Extension<Visit>)]
    pub async fn notification_history(form: ShowNotifications) -> Result<NotificationHistory, Refusal<AccessError>> {
        Ok(visit.notification_history(&form).await?)
    }
}
