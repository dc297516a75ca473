//! What the platform tells of organizations and people: it creates both, and tells what is new.
//!
//! Of a person only what the platform tells differently than the time before is taken over: so a nightly repetition does
//! not undo what the person has changed since, and the same content again changes nothing.

use crate::audit::{PLATFORM, Subject};
use crate::fault::OrFault;
use crate::organization_audit::Actor;
use crate::platform_events::schema_of;
use crate::provisioning_by_key::{check_told, organization_within};
use crate::told::{Person, Told};
use crate::told_organization::save_organization;
use crate::told_values::{check_organization, invalid, named};
use crate::{Accounts, Reach, phone_plan};
use perfil_models::{AccessError, EmailAddress, EventKind, OrganizationId, Role, UserId, money};
use perfil_store::organizations::{self, LockedOrganization, NewOrganization};
use perfil_store::provisioning::{self, Profile};
use perfil_store::users::{self, NO_PASSWORD, NewUser, UserRow};
use perfil_store::{AnyConnection, StoreError, organization_settings, quiet_hours, role_requests, undo};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

/// An organization, as the platform tells of it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellOrganization {
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// What is kept back of each balance that is told from now on, in the smallest unit; left out, it stays, 0 at first.
    #[schemars(range(min = 0, max = money::MOST))]
    pub reserve: Option<i64>,
}

/// A person, as the platform tells of them. What is `None` is left as it is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellPerson {
    /// The address.
    pub email: String,
    /// The name that others see.
    pub display_name: String,
    /// [`Role`] as a word; needed for a new person.
    pub role: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// ISO 3166-1.
    pub country: Option<String>,
    /// IANA.
    pub time_zone: Option<String>,
    /// A number known to be the person's, E.164.
    pub phone: Option<String>,
    /// Whether the account is deactivated.
    pub disabled: Option<bool>,
}

/// The schemas of what is told about an organization and about a person, in the dialect of OpenAPI 3.1.
pub fn provisioning_schemas() -> [Value; 2] {
    [schema_of::<TellOrganization>(), schema_of::<TellPerson>()]
}

/// An organization as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationFacts {
    /// The platform's own name for it.
    pub organization: String,
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// What is kept back of each balance, in the smallest unit.
    pub reserve: i64,
}

/// A person as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// The platform's own name for the person.
    pub user: String,
    /// The platform's own name for the organization.
    pub organization: String,
    /// The address.
    pub email: String,
    /// The name that others see.
    pub display_name: String,
    /// What the person is.
    pub role: Role,
    /// The verified number, E.164.
    pub phone: Option<String>,
    /// BCP 47, if chosen.
    pub language: Option<String>,
    /// ISO 3166-1, if chosen.
    pub country: Option<String>,
    /// IANA, if chosen.
    pub time_zone: Option<String>,
    /// Whether the account is deactivated.
    pub disabled: bool,
    /// Whether a password was ever chosen.
    pub has_password: bool,
}

impl PersonFacts {
    pub(crate) fn of(user: UserRow, organization: &str, external_id: &str) -> Self {
        Self {
            user: external_id.to_owned(),
            organization: organization.to_owned(),
            role: user.role(),
            disabled: user.disabled_at.is_some(),
            has_password: user.has_password(),
            email: user.email,
            display_name: user.display_name,
            phone: user.phone,
            language: user.language,
            country: user.country,
            time_zone: user.time_zone,
        }
    }
}

/// What holds after the platform told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved<T> {
    /// Whether it was created just now.
    pub is_new: bool,
    /// As it is now.
    pub facts: T,
}

/// Why what the platform tells or asks is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProvisioningError {
    /// Refused before the use case looked at it, or failed behind it.
    Access(AccessError),
    /// There is no organization of that name of the platform's.
    UnknownOrganization,
    /// There is no person of that name of the platform's in the organization.
    UnknownUser,
    /// A value is not what its field takes.
    Invalid {
        /// Which.
        field: &'static str,
        /// What it takes.
        detail: String,
    },
    /// Amounts in the currency of before are stored.
    CurrencyInUse,
    /// The address belongs to another account.
    EmailTaken,
    /// The number may still go back to another account, which changed it a moment ago.
    PhoneTaken,
    /// Nobody else in the organization is an Owner.
    LastOwner,
    /// The person has a password, and so needs no invitation.
    HasPassword,
    /// The account is deactivated.
    Deactivated,
}

impl From<AccessError> for ProvisioningError {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl Accounts {
    /// Creates an organization, or saves what is new about it.
    pub async fn tell_organization(
        &self,
        reach: &Reach,
        external_id: &str,
        told: TellOrganization,
    ) -> Result<Saved<OrganizationFacts>, ProvisioningError> {
        let organization = named("organization", external_id)?;
        check_organization(&told)?;
        let id = OrganizationId::new(self.new_id());
        let new = NewOrganization { id: &id, external_id: organization, name: &told.name, currency: &told.currency };
        let mut db = self.parts.store.write().await.or_fault()?;
        let is_new =
            !reach.is_limited() && provisioning::insert_organization(&mut db, &new, self.now()).await.or_fault()?;
        let (before, after) = save_organization(&mut db, reach, organization, told).await?;
        self.note_news_of_organization(&mut db, Actor::Platform, &before, &after).await?;
        let LockedOrganization { name, currency, reserve, .. } = after;
        db.commit().await.or_fault()?;
        let facts = OrganizationFacts { organization: organization.to_owned(), name, currency, reserve };
        Ok(Saved { is_new, facts })
    }

    /// Creates a person, who is invited by mail to choose a password, or takes over what is new about them.
    pub async fn tell_person(
        &self,
        reach: &Reach,
        organization: &str,
        external_id: &str,
        told: TellPerson,
    ) -> Result<Saved<PersonFacts>, ProvisioningError> {
        let external_id = named("user", external_id)?;
        check_told(reach, &told)?;
        let opens = told.disabled == Some(false);
        let person = self.understand_person(told)?;
        self.count_address(reach, organization, external_id, &person.email, opens).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let id = organization_within(&mut db, reach, organization).await?.id();
        let known = provisioning::user_named(&mut db, &id, external_id).await.or_fault()?;
        let is_new = known.is_none();
        let user = match known {
            Some(user) => self.update_person(&mut db, reach, &user, &person).await?,
            None => self.create_person(&mut db, &id, external_id, &person).await?,
        };
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(Saved { is_new, facts: PersonFacts::of(user, organization, external_id) })
    }

    /// The person that the platform calls so.
    pub(crate) async fn person_named(
        &self,
        db: &mut AnyConnection,
        reach: &Reach,
        organization: &str,
        external_id: &str,
    ) -> Result<UserId, ProvisioningError> {
        let id = organizations::by_external_id(db, organization).await.or_fault()?;
        let id = id.filter(|id| reach.covers(id)).ok_or(ProvisioningError::UnknownOrganization)?;
        let user = provisioning::user_named(db, &id, external_id).await.or_fault()?;
        user.ok_or(ProvisioningError::UnknownUser)
    }

    /// The platform's own name for a person is free here: the organization's lock is held.
    async fn create_person(
        &self,
        db: &mut AnyConnection,
        organization: &OrganizationId,
        external_id: &str,
        person: &Person,
    ) -> Result<UserRow, ProvisioningError> {
        let role = person.role.ok_or_else(|| invalid("role", "needed for a new person"))?;
        let id = UserId::new(self.new_id());
        let new = NewUser {
            id: &id,
            organization_id: organization,
            external_id,
            email: &person.email,
            display_name: &person.display_name,
            role,
            password_hash: NO_PASSWORD,
            phone: None,
        };
        match users::insert(db, &new, self.now()).await {
            Err(StoreError::Taken(_)) => return Err(ProvisioningError::EmailTaken),
            inserted => inserted.or_fault()?,
        }
        organization_settings::give_defaults(db, &id).await.or_fault()?;
        self.note_created(db, Actor::Platform, &new).await?;
        let new = users::by_id(db, &id).await.or_fault()?.ok_or(AccessError::Internal)?;
        let user = self.take_over(db, &new, person).await?;
        self.note_news(db, &new, &user).await?;
        self.check_reservations(db, &user).await?;
        if user.disabled_at.is_none() {
            self.invite(db, &user, PLATFORM).await?;
        }
        Ok(user)
    }

    async fn update_person(
        &self,
        db: &mut AnyConnection,
        reach: &Reach,
        id: &UserId,
        person: &Person,
    ) -> Result<UserRow, ProvisioningError> {
        users::lock(db, id).await.or_fault()?;
        let before = users::by_id(db, id).await.or_fault()?.ok_or(ProvisioningError::UnknownUser)?;
        let after = self.take_over(db, &before, person).await?;
        let is_shut = before.disabled_at.is_none() && after.disabled_at.is_some();
        if before.role() == Role::Owner && (after.role() != Role::Owner || is_shut && reach.is_limited()) {
            let others = provisioning::count_other_owners(db, &before.organization_id(), id).await.or_fault()?;
            if others == 0 {
                return Err(ProvisioningError::LastOwner);
            }
        }
        if before.role != after.role {
            role_requests::settle(db, id, after.role(), self.now()).await.or_fault()?;
        }
        self.record_news(db, &before, &after).await?;
        self.note_news(db, &before, &after).await?;
        self.follow_up(db, &before, &after).await?;
        Ok(after)
    }

    /// Saves what is new, and remembers what was told.
    async fn take_over(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        person: &Person,
    ) -> Result<UserRow, ProvisioningError> {
        let id = user.id();
        let before = provisioning::told(db, &id).await.or_fault()?;
        let (current, told_before) = (Profile::of(user), Told::of(before.as_deref()));
        let profile = person.news(current.clone(), user.has_password(), &told_before, self.now());
        if profile != current {
            match provisioning::save(db, &id, &profile, self.now()).await {
                Err(StoreError::Taken(_)) => return Err(ProvisioningError::EmailTaken),
                saved => saved.or_fault()?,
            }
            quiet_hours::follow(db, &id, self.now()).await.or_fault()?;
        }
        let told = person.told.to_json();
        if before.as_ref() != Some(&told) {
            provisioning::note_told(db, &id, &told).await.or_fault()?;
        }
        Ok(users::by_id(db, &id).await.or_fault()?.ok_or(AccessError::Internal)?)
    }

    /// Refuses an address or a number that may still go back to somebody else.
    async fn check_reservations(&self, db: &mut AnyConnection, user: &UserRow) -> Result<(), ProvisioningError> {
        let email = user.email.to_ascii_lowercase();
        if undo::reservation(db, &email, &user.id(), self.now()).await.or_fault()?.is_some() {
            return Err(ProvisioningError::EmailTaken);
        }
        let Some(phone) = &user.phone else { return Ok(()) };
        if undo::reservation(db, phone, &user.id(), self.now()).await.or_fault()?.is_some() {
            return Err(ProvisioningError::PhoneTaken);
        }
        Ok(())
    }

    /// Tells the person under *Security activity* what the platform changed.
    async fn record_news(&self, db: &mut AnyConnection, before: &UserRow, after: &UserRow) -> Result<(), AccessError> {
        let region = |user: &UserRow| (user.language.clone(), user.country.clone(), user.time_zone.clone());
        let masked = EmailAddress::parse(&after.email).map(|email| email.masked()).unwrap_or_default();
        let phone = after.phone.as_deref().map(phone_plan::masked).unwrap_or_default();
        let news = [
            (before.display_name != after.display_name, EventKind::NameChanged, ""),
            (before.role != after.role, EventKind::RoleChanged, ""),
            (region(before) != region(after), EventKind::RegionChanged, ""),
            (before.email != after.email, EventKind::EmailChanged, masked.as_str()),
            (before.phone != after.phone, EventKind::PhoneChanged, phone.as_str()),
            (before.disabled_at.is_none() && after.disabled_at.is_some(), EventKind::Deactivated, ""),
            (before.disabled_at.is_some() && after.disabled_at.is_none(), EventKind::Reactivated, ""),
        ];
        let (organization_id, user_id) = (after.organization_id(), after.id());
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
        let news = news.into_iter().filter(|(happened, ..)| *happened).map(|(_, kind, detail)| (subject, kind, detail));
        self.record_all(db, PLATFORM, &news.collect::<Vec<_>>()).await
    }

    /// Whoever is deactivated is out at once. A link that went to another mailbox opens nothing any more; whoever may come in
    /// and has no password gets one to the address of now.
    async fn follow_up(
        &self,
        db: &mut AnyConnection,
        before: &UserRow,
        after: &UserRow,
    ) -> Result<(), ProvisioningError> {
        let id = after.id();
        let has_moved = !before.email.eq_ignore_ascii_case(&after.email);
        if has_moved || before.phone != after.phone {
            self.check_reservations(db, after).await?;
        }
        let was_shut = before.disabled_at.is_none() && after.disabled_at.is_some();
        let was_opened = before.disabled_at.is_some() && after.disabled_at.is_none();
        if was_shut {
            self.shut_out(db, &id).await?;
        } else if has_moved {
            self.end_links(db, &id).await?;
        }
        if after.disabled_at.is_none() && !after.has_password() && (has_moved || was_opened) {
            self.invite(db, after, PLATFORM).await?;
        }
        Ok(())
    }
}
