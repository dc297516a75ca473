//! How people want to be told, for a platform that tells them by itself.

use crate::fault::OrFault;
use crate::provisioning::{PersonFacts, ProvisioningError};
use crate::{Accounts, Reach};
use perfil_models::{AccessError, Channels, Permission, Topic};
use perfil_store::quiet_hours::{self, Quiet};
use perfil_store::{credit_alerts, notification_choices, organizations, users};

/// What a person wants to be told about, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The person.
    pub person: PersonFacts,
    /// By which channels, for each topic that the role allows: what is switched on and can be used. Empty: deactivated.
    pub topics: Vec<(Topic, Channels)>,
    /// The balance below which an alert is wanted, in the smallest unit of the currency; `None`: off.
    pub minimum: Option<i64>,
    /// The organization's currency, ISO 4217.
    pub currency: String,
    /// When text messages shall wait.
    pub quiet: Quiet,
}

impl Accounts {
    /// How the person of those names of the platform's wants to be told.
    pub async fn preferences(
        &self,
        reach: &Reach,
        organization: &str,
        external_id: &str,
    ) -> Result<Preferences, ProvisioningError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let id = self.person_named(&mut db, reach, organization, external_id).await?;
        let user = users::by_id(&mut db, &id).await.or_fault()?.ok_or(ProvisioningError::UnknownUser)?;
        let choices = notification_choices::of_user(&mut db, &id).await.or_fault()?;
        let alert = credit_alerts::of_user(&mut db, &id).await.or_fault()?;
        let quiet = quiet_hours::of_user(&mut db, &id).await.or_fault()?;
        let currency = organizations::currency(&mut db, &user.organization_id()).await.or_fault()?;
        drop(db);
        let role = user.role();
        let person = PersonFacts::of(user, organization, external_id);
        let may = |permission| !person.disabled && role.may(permission);
        let usable = |chosen: Channels| Channels { sms: chosen.sms && person.phone.is_some(), ..chosen };
        let is_told = |topic: &Topic| topic.permission().map_or(!person.disabled, may);
        let topics = Topic::ALL.into_iter().filter(is_told).map(|topic| (topic, usable(choices.of(topic)))).collect();
        let minimum = alert.map(|alert| alert.minimum).filter(|minimum| *minimum > 0 && may(Permission::Billing));
        Ok(Preferences { topics, minimum, currency: currency.ok_or(AccessError::Internal)?, quiet, person })
    }
}
