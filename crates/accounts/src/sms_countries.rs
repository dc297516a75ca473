//! Which countries a number may belong to: what the operator allows, and of that what the organization allows.

use crate::fault::OrFault;
use crate::phone_plan::{self, PlannedNumber};
use crate::{Accounts, Session};
use perfil_models::error::PhoneError;
use perfil_models::request::FormatPhone;
use perfil_models::view::FormattedPhone;
use perfil_models::{AccessError, CountryCode};
use perfil_store::organization_settings;
use std::collections::BTreeSet;

impl Accounts {
    /// Writes a number as its country does.
    pub async fn format_phone(&self, session: &Session, form: &FormatPhone) -> Result<FormattedPhone, PhoneError> {
        let number = self.understand_for(session, &form.country, &form.number).await?;
        let is_asked_for = number.country.as_str().eq_ignore_ascii_case(&form.country);
        let display = if is_asked_for { number.national } else { number.international };
        Ok(FormattedPhone { display, country: number.country })
    }

    /// Of `all` countries those that text messages may go to, each with its dial code.
    pub fn sms_countries(&self, all: impl Iterator<Item = CountryCode>) -> Vec<(CountryCode, u16)> {
        all.filter(|country| self.sends_to(*country))
            .filter_map(|country| Some((country, phone_plan::dial_code(country)?)))
            .collect()
    }

    /// The countries that the person's organization allows; `None`: all that the operator does.
    pub async fn organizations_countries(
        &self,
        session: &Session,
    ) -> Result<Option<BTreeSet<CountryCode>>, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let decided = organization_settings::of(&mut db, &session.organization_id).await.or_fault()?;
        let decided = decided.ok_or(AccessError::Internal)?;
        Ok(decided.sms_countries.as_deref().map(countries_in))
    }

    /// Whether the operator lets text messages go there.
    pub(crate) fn sends_to(&self, country: CountryCode) -> bool {
        self.parts.policy.sms_countries.as_ref().is_none_or(|allowed| allowed.contains(&country))
    }

    /// A number that the operator lets text messages go to.
    pub(crate) fn understand(&self, country: &str, typed: &str) -> Result<PlannedNumber, PhoneError> {
        let number = phone_plan::understand(country, typed)?;
        if self.sends_to(number.country) { Ok(number) } else { Err(PhoneError::CountryNotAllowed) }
    }

    /// A number that the person's organization allows as well.
    pub(crate) async fn understand_for(
        &self,
        session: &Session,
        country: &str,
        typed: &str,
    ) -> Result<PlannedNumber, PhoneError> {
        let number = self.understand(country, typed)?;
        let allowed = self.organizations_countries(session).await?;
        if allowed.is_none_or(|allowed| allowed.contains(&number.country)) {
            Ok(number)
        } else {
            Err(PhoneError::CountryNotOfOrganization)
        }
    }
}

/// The codes between blanks.
pub(crate) fn countries_in(row: &str) -> BTreeSet<CountryCode> {
    row.split(' ').filter_map(|code| CountryCode::parse(code).ok()).collect()
}
