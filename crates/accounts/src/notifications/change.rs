//! Choosing what to be told about, and by which channel.

use crate::fault::OrFault;
use crate::{Accounts, Client, Session};
use perfil_models::error::NotificationError;
use perfil_models::money;
use perfil_models::request::{ChangeBillingNotifications, ChangeContactNotifications, ChangeOrganizationNotifications};
use perfil_models::{AccessError, Channels, EventKind, Permission, Topic};
use perfil_store::balances::{self, BalanceRow, Told};
use perfil_store::credit_alerts::{self, Minimum};
use perfil_store::organizations::{self, LockedOrganization};
use perfil_store::{AnyConnection, notification_choices, users};

impl Accounts {
    /// Chooses how to be told about imports of contacts.
    pub async fn change_contact_notifications(
        &self,
        session: &Session,
        client: &Client,
        form: &ChangeContactNotifications,
    ) -> Result<(), NotificationError> {
        let choice = [(Topic::ContactImports, Channels { email: form.email, sms: form.sms })];
        let mut db = self.parts.store.write().await.or_fault()?;
        self.save_choices(&mut db, session, client, &choice, form.version).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Chooses how to be told about requests for roles.
    pub async fn change_organization_notifications(
        &self,
        session: &Session,
        client: &Client,
        form: &ChangeOrganizationNotifications,
    ) -> Result<(), NotificationError> {
        if !session.may(Permission::EditRoles) {
            return Err(AccessError::Forbidden.into());
        }
        let choice = [(Topic::RoleRequests, Channels { email: form.email, sms: form.sms })];
        let mut db = self.parts.store.write().await.or_fault()?;
        self.save_choices(&mut db, session, client, &choice, form.version).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Chooses how to be told about money, and the balance below which an alert is sent.
    pub async fn change_billing_notifications(
        &self,
        session: &Session,
        client: &Client,
        form: &ChangeBillingNotifications,
    ) -> Result<(), NotificationError> {
        if !session.may(Permission::Billing) {
            return Err(AccessError::Forbidden.into());
        }
        let low_credit = Channels { email: form.low_credit_email, sms: form.low_credit_sms };
        let choices = [
            (Topic::Payments, Channels { email: form.payments_email, sms: form.payments_sms }),
            (Topic::Invoices, Channels { email: form.invoices_email, sms: form.invoices_sms }),
            (Topic::LowCredit, low_credit),
        ];
        let mut db = self.parts.store.write().await.or_fault()?;
        let organization = self.locked_organization(&mut db, session).await?;
        let minimum = money::parse_amount(&form.minimum, &organization.currency);
        let minimum = minimum.map_err(|_| NotificationError::NotAnAmount)?;
        if minimum > 0 && low_credit.is_none() {
            return Err(NotificationError::NoChannel);
        }
        self.save_choices(&mut db, session, client, &choices, form.version).await?;
        self.save_minimum(&mut db, session, &organization, minimum).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Sends the alert that was not sent because the balance was below the minimum when that was saved.
    pub async fn alert_now(&self, session: &Session) -> Result<(), NotificationError> {
        if !session.may(Permission::Billing) {
            return Err(AccessError::Forbidden.into());
        }
        let cause = self.new_id();
        let mut db = self.parts.store.write().await.or_fault()?;
        let organization = self.locked_organization(&mut db, session).await?;
        let id = organization.id();
        let balance = balances::current(&mut db, &id).await.or_fault()?.ok_or(NotificationError::NotBelow)?;
        if !credit_alerts::tell_now(&mut db, &session.user_id, &cause, self.now()).await.or_fault()? {
            return Err(NotificationError::NotBelow);
        }
        let BalanceRow { seq, amount, reserve, occurred_at, .. } = balance;
        let told = Told { seq, amount, reserve, occurred_at };
        self.alert(&mut db, &id, &cause, &told, &organization.currency).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    async fn locked_organization(
        &self,
        db: &mut AnyConnection,
        session: &Session,
    ) -> Result<LockedOrganization, AccessError> {
        organizations::lock(db, &session.organization_id).await.or_fault()?.ok_or(AccessError::SignedOut)
    }

    async fn save_choices(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        client: &Client,
        choices: &[(Topic, Channels)],
        version: i64,
    ) -> Result<(), NotificationError> {
        let (user, now) = (&session.user_id, self.now());
        if !users::advance(db, user, version, now).await.or_fault()? {
            return Err(NotificationError::Stale);
        }
        let phone = users::by_id(db, user).await.or_fault()?.ok_or(AccessError::SignedOut)?.phone;
        if phone.is_none() && choices.iter().any(|(_, channels)| channels.sms) {
            return Err(NotificationError::NoPhone);
        }
        notification_choices::set(db, user, choices, now).await.or_fault()?;
        Ok(self.record(db, session.into(), client, EventKind::NotificationsChanged, "").await?)
    }

    async fn save_minimum(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        organization: &LockedOrganization,
        amount: i64,
    ) -> Result<(), AccessError> {
        let (user, now) = (&session.user_id, self.now());
        if amount == 0 {
            return credit_alerts::switch_off(db, user, now).await.or_fault();
        }
        let id = organization.id();
        let balance = balances::current(db, &id).await.or_fault()?;
        let minimum = Minimum {
            amount,
            rearm_at: amount + (amount / 10).max(money::unit(&organization.currency)),
            is_below: balance.is_some_and(|balance| balance.amount < amount),
        };
        credit_alerts::set(db, &id, user, &minimum, now).await.or_fault()
    }
}
