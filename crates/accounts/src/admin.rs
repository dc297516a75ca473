//! What the operator does from the command line.

use crate::audit::{COMMAND_LINE, Subject};
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::organization_audit::Actor;
use crate::password_policy::normalise;
use crate::second_step::second_step_subject;
use crate::{Accounts, Client, random};
use perfil_models::{AccessError, DisplayName, EmailAddress, EventKind, OrganizationId, PhoneNumber, Role, UserId};
use perfil_store::organizations::NewOrganization;
use perfil_store::users::{NO_PASSWORD, NewUser};
use perfil_store::{
    StoreError, ceremonies, factors, organization_settings, organizations, recovery_codes, sessions, throttle, undo,
    users,
};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr};

/// A person to be created, in an organization that is created with the first one.
pub struct NewAccount {
    /// The platform's own name for the organization.
    pub organization: String,
    /// What people call the organization, if it is created.
    pub organization_name: String,
    /// ISO 4217, if it is created.
    pub currency: String,
    /// The platform's own name for the person.
    pub external_id: String,
    /// The address.
    pub email: EmailAddress,
    /// The name that others see.
    pub display_name: DisplayName,
    /// What the person is.
    pub role: Role,
    /// A number that the operator knows to be the person's.
    pub phone: Option<PhoneNumber>,
    /// How the person comes to a password.
    pub password: FirstPassword,
}

/// How a new person comes to a password.
pub enum FirstPassword {
    /// It is this one.
    Given(String),
    /// One is made, and answered.
    Made,
    /// The person chooses it, by a link that comes by mail.
    Chosen,
}

/// Why an account was not created.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// The address is in use.
    #[error("an account with this address exists already")]
    EmailTaken,
    /// There is no account with that address.
    #[error("there is no account with this address")]
    NoSuchAccount,
    /// The organization would have no Owner.
    #[error("this is the only Owner of the organization: make somebody else Owner first")]
    SoleOwner,
    /// The database or the hashing failed; the log says how.
    #[error("failed ({0:?}); see the log")]
    Failed(AccessError),
}

impl From<AccessError> for AdminError {
    fn from(error: AccessError) -> Self {
        Self::Failed(error)
    }
}

impl Accounts {
    /// Creates a person; answers with the password, given or made.
    pub async fn create_user(&self, account: NewAccount) -> Result<Option<String>, AdminError> {
        let password = match account.password {
            FirstPassword::Given(password) => Some(password),
            FirstPassword::Made => Some(self.new_password()),
            FirstPassword::Chosen => None,
        };
        let hash = match &password {
            Some(password) => self.new_hash(normalise(password)).await?,
            None => NO_PASSWORD.to_owned(),
        };
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let organization_id = match organizations::by_external_id(&mut db, &account.organization).await.or_fault()? {
            Some(id) => id,
            None => {
                let id = OrganizationId::new(self.new_id());
                let organization = NewOrganization {
                    id: &id,
                    external_id: &account.organization,
                    name: &account.organization_name,
                    currency: &account.currency,
                };
                organizations::insert(&mut db, &organization, now).await.or_fault()?;
                id
            }
        };
        let user = NewUser {
            id: &UserId::new(self.new_id()),
            organization_id: &organization_id,
            external_id: &account.external_id,
            email: &account.email,
            display_name: &account.display_name,
            role: account.role,
            password_hash: &hash,
            phone: account.phone.as_ref(),
        };
        match users::insert(&mut db, &user, now).await {
            Err(StoreError::Taken(_)) => return Err(AdminError::EmailTaken),
            inserted => inserted.or_fault()?,
        }
        if undo::reservation(&mut db, &account.email.folded(), user.id, now).await.or_fault()?.is_some() {
            return Err(AdminError::EmailTaken);
        }
        organization_settings::give_defaults(&mut db, user.id).await.or_fault()?;
        self.note_created(&mut db, Actor::Operator, &user).await?;
        if password.is_none() {
            let user = users::by_id(&mut db, user.id).await.or_fault()?.ok_or(AccessError::Internal)?;
            self.invite(&mut db, &user, COMMAND_LINE).await?;
        }
        db.commit().await.or_fault()?;
        Ok(password)
    }

    /// Gives an account a new password, which is answered; ends its sessions and lifts its limits.
    pub async fn reset_password(&self, email: &EmailAddress) -> Result<String, AdminError> {
        let password = self.new_password();
        let hash = self.new_hash(normalise(&password)).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let user = users::by_email(&mut db, &email.folded()).await.or_fault()?.ok_or(AdminError::NoSuchAccount)?;
        users::set_password(&mut db, &user.id(), &user.password_hash, &hash, self.now()).await.or_fault()?;
        sessions::delete_others(&mut db, &user.id(), None).await.or_fault()?;
        self.end_links(&mut db, &user.id()).await?;
        ceremonies::end_of_user(&mut db, &user.id()).await.or_fault()?;
        self.lift_limits(&mut db, &user).await?;
        let (organization_id, user_id) = (user.organization_id(), user.id());
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
        self.record_from(&mut db, subject, COMMAND_LINE, EventKind::PasswordReset, "").await?;
        db.commit().await.or_fault()?;
        Ok(password)
    }

    /// Removes all second factors of an account, for somebody who has lost them all; answers with how many there were.
    pub async fn remove_second_factors(&self, email: &EmailAddress) -> Result<u64, AdminError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let user = users::by_email(&mut db, &email.folded()).await.or_fault()?.ok_or(AdminError::NoSuchAccount)?;
        let (organization_id, user_id) = (user.organization_id(), user.id());
        let rows = factors::of_user(&mut db, &user_id, self.now()).await.or_fault()?;
        let names: Vec<&str> = rows.iter().filter(|row| row.state == "active").map(|row| row.name.as_str()).collect();
        factors::remove_all(&mut db, &user_id).await.or_fault()?;
        recovery_codes::delete_all(&mut db, &user_id).await.or_fault()?;
        ceremonies::end_of_user(&mut db, &user_id).await.or_fault()?;
        throttle::clear(&mut db, &second_step_subject(&user_id)).await.or_fault()?;
        if !names.is_empty() {
            let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
            let all = names.join(", ");
            self.record_from(&mut db, subject, COMMAND_LINE, EventKind::FactorRemoved, &all).await?;
            let cause = self.new_id();
            let notice = Notice::mail("factor-removed", &user.email, &cause).saying(json!({ "factor": all }));
            let operator = Client::silent(IpAddr::V4(Ipv4Addr::LOCALHOST));
            self.notify(&mut db, &user, &operator, notice).await?;
        }
        db.commit().await.or_fault()?;
        Ok(names.len() as u64)
    }

    /// 120 bits in groups that can be read out.
    fn new_password(&self) -> String {
        let token = random::new_token(&*self.parts.random).to_lowercase().replace(['_', '-'], "x");
        [&token[..6], &token[6..12], &token[12..18], &token[18..24]].join("-")
    }
}
