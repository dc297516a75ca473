//! *User info*, and the account as its pages show it.

use crate::audit::Happened;
use crate::clock::seconds_until;
use crate::fault::OrFault;
use crate::phone_plan;
use crate::{Accounts, Client, Session};
use perfil_models::error::NameError;
use perfil_models::request::Rename;
use perfil_models::view::{Account, PendingPhone, Phone};
use perfil_models::{AccessError, ChangeId, CountryCode, DisplayName, Language};
use perfil_store::contact_changes::{self, ChangeRow, PHONE};
use perfil_store::users::{self, UserRow};

impl Accounts {
    /// The whole of *My User Settings*.
    pub async fn account(&self, session: &Session, client: &Client) -> Result<Account, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let pending = contact_changes::pending(&mut db, &session.user_id, PHONE, now).await.or_fault()?;
        let role = user.role();
        Ok(Account {
            phone: user.phone.as_deref().map(|number| Phone {
                display: phone_plan::international(number),
                country: phone_plan::country_of(number),
            }),
            pending_phone: pending.map(|change| pending_phone(&change, session, now)),
            phone_country: phone_country(&user, client),
            display_name: user.display_name,
            email: user.email,
            role,
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
        self.record(&mut db, session.into(), client, Happened::NameChanged, "").await?;
        Ok(db.commit().await.or_fault()?)
    }
}

fn pending_phone(change: &ChangeRow, session: &Session, now: i64) -> PendingPhone {
    let count = |value: i64| u32::try_from(value).unwrap_or(0);
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
fn phone_country(user: &UserRow, client: &Client) -> CountryCode {
    let own = user.phone.as_deref().and_then(phone_plan::country_of);
    let chosen = || user.country.as_deref().and_then(|code| CountryCode::parse(code).ok());
    own.or_else(chosen).or(client.country).unwrap_or(match client.language {
        Language::En => CountryCode::GB,
        Language::Ar => CountryCode::EG,
    })
}
