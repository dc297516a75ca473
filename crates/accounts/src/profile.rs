//! *User info*, and the account as its pages show it.

use crate::clock::seconds_until;
use crate::contacts::{EMAIL_DEPENDENTS, PHONE_DEPENDENTS};
use crate::fault::OrFault;
use crate::password_policy::min_chars;
use crate::phone_plan;
use crate::{Accounts, Client, Session};
use perfil_models::error::NameError;
use perfil_models::request::Rename;
use perfil_models::view::{Account, Deletion, PendingEmail, PendingPhone, Phone};
use perfil_models::{AccessError, ChangeId, CountryCode, DisplayName, EventKind, Region};
use perfil_store::contact_changes::{self, ChangeRow, EMAIL, PHONE};
use perfil_store::deletions;
use perfil_store::users::{self, UserRow};

impl Accounts {
    /// The whole of *My User Settings*.
    pub async fn account(&self, session: &Session, client: &Client) -> Result<Account, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let pending = contact_changes::pending(&mut db, &session.user_id, now).await.or_fault()?;
        let asked_role = self.asked_role(&mut db, &session.user_id).await?;
        let deletion = deletions::pending(&mut db, &session.user_id).await.or_fault()?;
        drop(db);
        let pending_of = |kind: &str| pending.iter().find(|change| change.kind == kind);
        Ok(Account {
            phone: user.phone.as_deref().map(|number| Phone {
                display: phone_plan::international(number),
                country: phone_plan::country_of(number),
            }),
            pending_phone: pending_of(PHONE).map(|change| pending_phone(change, session, now)),
            pending_email: pending_of(EMAIL).map(|change| pending_email(change, now)),
            email_dependents: EMAIL_DEPENDENTS.to_vec(),
            phone_dependents: PHONE_DEPENDENTS.to_vec(),
            frozen_for: self.frozen_for(&user),
            zone_offer: self.zone_offer(&user, client),
            phone_country: phone_country(&user, &self.region_of(&user, client)),
            password_min: min_chars(&user),
            asked_role,
            deletion: deletion.map(|at| Deletion { at, on: String::new() }),
            role: user.role(),
            display_name: user.display_name,
            email: user.email,
            organization: user.organization_name,
            version: user.version,
        })
    }

    /// Changes the display name, unless the account was saved elsewhere since the form was filled in.
    pub async fn rename(&self, session: &Session, client: &Client, form: Rename) -> Result<(), NameError> {
        let name = DisplayName::parse(&form.display_name)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let saved = users::rename(&mut db, &session.user_id, &name, form.version, self.now()).await.or_fault()?;
        if !saved {
            return Err(NameError::Stale);
        }
        self.record(&mut db, session.into(), client, EventKind::NameChanged, "").await?;
        Ok(db.commit().await.or_fault()?)
    }
}

fn count(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

fn pending_email(change: &ChangeRow, now: i64) -> PendingEmail {
    PendingEmail {
        change: ChangeId::new(change.id.clone()),
        address: change.new_value.clone(),
        expires_in: seconds_until(change.expires_at, now),
        resend_in: seconds_until(change.next_send_at, now),
        resends_left: count(change.sends_left),
    }
}

fn pending_phone(change: &ChangeRow, session: &Session, now: i64) -> PendingPhone {
    PendingPhone {
        change: ChangeId::new(change.id.clone()),
        display: phone_plan::international(&change.new_value),
        country: phone_plan::country_of(&change.new_value),
        expires_in: seconds_until(change.expires_at, now),
        attempts_left: count(change.attempts_left),
        resend_in: seconds_until(change.next_send_at, now),
        resends_left: count(change.sends_left),
        elsewhere: change.session_id != session.id.as_str(),
    }
}

/// The phone's own country, else the chosen one, else the browser's, else the language's.
fn phone_country(user: &UserRow, region: &Region) -> CountryCode {
    let own = user.phone.as_deref().and_then(phone_plan::country_of);
    own.or(region.country).unwrap_or(region.language.default_country())
}
