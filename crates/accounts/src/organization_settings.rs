//! What the Owner decides of the organization as a whole: what it is called and pays in, what new members begin with, which
//! numbers they may have, and how long a password is.

use crate::fault::OrFault;
use crate::organization_audit::{Actor, Change};
use crate::password_policy::organization_min;
use crate::sms_countries::countries_in;
use crate::told_values::MAX_NAME;
use crate::{Accounts, Client, Session};
use perfil_models::error::OrganizationError;
use perfil_models::name::{NotAName, on_one_line};
use perfil_models::password::{MIN_CHARS, MOST_MIN_CHARS};
use perfil_models::phone::latin_digit;
use perfil_models::request::{ChangeOrganization, PreviewRegion};
use perfil_models::{AccessError, AuditKind, ChosenRegion, CountryCode, Language, Permission, Region, money};
use perfil_store::organization_settings::{self, SettingsRow};
use perfil_store::{AnyConnection, provisioning, users};
use std::collections::BTreeSet;

/// How *Changes* writes that nothing was decided.
const NOTHING: &str = "–";

/// What the Owner decides, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationState {
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// Whether amounts in that currency are stored.
    pub has_amounts: bool,
    /// What new members begin with.
    pub defaults: ChosenRegion,
    /// The fewest characters of a new password, if decided.
    pub password_min: Option<usize>,
    /// The countries of members' numbers, if decided.
    pub sms_countries: Option<BTreeSet<CountryCode>>,
    /// How the reader writes times.
    pub region: Region,
    /// Counts the saves.
    pub version: i64,
}

impl Accounts {
    /// What is decided, for who may decide it.
    pub async fn organization_settings(
        &self,
        session: &Session,
        client: &Client,
    ) -> Result<OrganizationState, AccessError> {
        if !session.may(Permission::EditOrganization) {
            return Err(AccessError::Forbidden);
        }
        let mut db = self.parts.store.read().await.or_fault()?;
        let own = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let row = settings(&mut db, session).await?;
        let has_amounts = provisioning::has_amounts(&mut db, &session.organization_id).await.or_fault()?;
        Ok(OrganizationState {
            defaults: ChosenRegion {
                language: row.default_language.as_deref().and_then(Language::from_tag),
                country: row.default_country.as_deref().and_then(|code| CountryCode::parse(code).ok()),
                time_zone: row.default_time_zone,
            },
            password_min: organization_min(row.password_min),
            sms_countries: row.sms_countries.as_deref().map(countries_in),
            region: self.region_of(&own, client),
            name: row.name,
            currency: row.currency,
            has_amounts,
            version: row.version,
        })
    }

    /// Saves what the Owner decides, unless the organization was saved elsewhere since the form was filled in.
    pub async fn change_organization(
        &self,
        session: &Session,
        form: ChangeOrganization,
    ) -> Result<(), OrganizationError> {
        if !session.may(Permission::EditOrganization) {
            return Err(AccessError::Forbidden.into());
        }
        let wanted = self.understand_organization(form)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditOrganization).await?;
        let before = settings(&mut db, session).await?;
        if before.version != wanted.version {
            return Err(OrganizationError::Stale);
        }
        if before == wanted {
            return Ok(());
        }
        let id = &session.organization_id;
        if before.currency != wanted.currency && provisioning::has_amounts(&mut db, id).await.or_fault()? {
            return Err(OrganizationError::CurrencyInUse);
        }
        if !organization_settings::save(&mut db, id, &wanted).await.or_fault()? {
            return Err(OrganizationError::Stale);
        }
        self.note_settings(&mut db, session, &before, &wanted).await?;
        Ok(db.commit().await.or_fault()?)
    }

    fn understand_organization(&self, form: ChangeOrganization) -> Result<SettingsRow, OrganizationError> {
        let ChangeOrganization { language, country, time_zone, .. } = form;
        let name = name(&form.name)?;
        let currency = currency(&form.currency)?;
        let defaults = self.understand_region(&PreviewRegion { language, country, time_zone })?;
        let password_min = password_min(&form.password_min)?;
        Ok(SettingsRow {
            name,
            currency,
            default_language: defaults.language.map(|language| language.tag().to_owned()),
            default_country: defaults.country.map(|country| country.to_string()),
            default_time_zone: defaults.time_zone,
            sms_countries: self.numbers_countries(&form.sms_countries)?,
            password_min,
            version: form.version,
        })
    }

    /// In the order of their codes, between blanks; `None` where none is named.
    fn numbers_countries(&self, codes: &[String]) -> Result<Option<String>, OrganizationError> {
        let known = |code: &String| {
            let country = CountryCode::parse(code).ok()?;
            let has_numbers = !self.sms_countries(std::iter::once(country)).is_empty();
            has_numbers.then_some(country)
        };
        let countries: Option<BTreeSet<CountryCode>> = codes.iter().map(known).collect();
        let countries = countries.ok_or(OrganizationError::SmsCountryNotAllowed)?;
        let words: Vec<&str> = countries.iter().map(CountryCode::as_str).collect();
        Ok((!words.is_empty()).then(|| words.join(" ")))
    }

    async fn note_settings(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        before: &SettingsRow,
        after: &SettingsRow,
    ) -> Result<(), AccessError> {
        use AuditKind::{
            CurrencyChanged, DefaultsChanged, OrganizationRenamed, PasswordMinChanged, SmsCountriesChanged,
        };
        let (before, after) = (words(before), words(after));
        let kinds = [OrganizationRenamed, CurrencyChanged, DefaultsChanged, SmsCountriesChanged, PasswordMinChanged];
        for (kind, (before, after)) in kinds.into_iter().zip(before.iter().zip(&after)) {
            if before != after {
                let change = Change {
                    organization_id: &session.organization_id,
                    actor: Actor::Member(&session.user_id),
                    subject_id: None,
                    kind,
                    before,
                    after,
                };
                self.note_change(db, change).await?;
            }
        }
        Ok(())
    }
}

async fn settings(db: &mut AnyConnection, session: &Session) -> Result<SettingsRow, AccessError> {
    organization_settings::of(db, &session.organization_id).await.or_fault()?.ok_or(AccessError::Internal)
}

/// What *Changes* tells of each part: name, currency, defaults, countries of numbers, password.
fn words(row: &SettingsRow) -> [String; 5] {
    let or_nothing = |text: &Option<String>| text.clone().unwrap_or_else(|| NOTHING.to_owned());
    let defaults = [&row.default_language, &row.default_country, &row.default_time_zone].map(or_nothing);
    [
        row.name.clone(),
        row.currency.clone(),
        defaults.join(" · "),
        or_nothing(&row.sms_countries),
        or_nothing(&row.password_min.map(|min| min.to_string())),
    ]
}

/// Runs of blanks become one, as in the name of a person.
fn name(typed: &str) -> Result<String, OrganizationError> {
    on_one_line(typed, MAX_NAME).map_err(|why| match why {
        NotAName::Empty => OrganizationError::NameEmpty,
        NotAName::Unprintable => OrganizationError::NameUnprintable,
        NotAName::TooLong => OrganizationError::NameTooLong { max: MAX_NAME },
    })
}

fn currency(typed: &str) -> Result<String, OrganizationError> {
    let code = typed.trim().to_ascii_uppercase();
    if money::is_currency(&code) { Ok(code) } else { Err(OrganizationError::NotACurrency) }
}

fn password_min(typed: &str) -> Result<Option<i64>, OrganizationError> {
    let outside = || OrganizationError::PasswordMinOutside { min: MIN_CHARS, max: MOST_MIN_CHARS };
    let digits: String = typed.trim().chars().map(|c| latin_digit(c).unwrap_or(c)).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    let min: usize = digits.parse().map_err(|_| outside())?;
    let is_within = (MIN_CHARS..=MOST_MIN_CHARS).contains(&min);
    is_within.then_some(min).and_then(|min| i64::try_from(min).ok()).map(Some).ok_or_else(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_can_be_read() {
        assert_eq!(name("  Harbour   & Sons "), Ok("Harbour & Sons".to_owned()));
        assert_eq!(name(" "), Err(OrganizationError::NameEmpty));
        assert_eq!(name("Harbour\nSons"), Err(OrganizationError::NameUnprintable));
        assert_eq!(name(&"x".repeat(201)), Err(OrganizationError::NameTooLong { max: 200 }));
        assert!(name(&"x".repeat(200)).is_ok());
    }

    #[test]
    fn a_currency_is_three_letters() {
        assert_eq!(currency(" usd "), Ok("USD".to_owned()));
        for typed in ["", "US", "USDT", "12€", "ÄÖÜ"] {
            assert_eq!(currency(typed), Err(OrganizationError::NotACurrency), "{typed}");
        }
    }

    #[test]
    fn the_fewest_characters_are_within_bounds() {
        assert_eq!(password_min(" "), Ok(None));
        assert_eq!(
            [password_min("15"), password_min(" 64 "), password_min("٢٠")],
            [15, 64, 20].map(|min| Ok(Some(min)))
        );
        for typed in ["14", "65", "-20", "20.5", "many", "99999999999999999999"] {
            assert_eq!(password_min(typed), Err(OrganizationError::PasswordMinOutside { min: 15, max: 64 }), "{typed}");
        }
    }
}
