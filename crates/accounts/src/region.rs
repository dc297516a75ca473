//! *Language and region*: what a person has chosen, and what is detected where nothing was.

use crate::fault::OrFault;
use crate::{Accounts, Client, Session, phone_plan};
use perfil_models::error::RegionError;
use perfil_models::region::UTC;
use perfil_models::request::{AnswerZoneOffer, ChangeRegion, PreviewRegion};
use perfil_models::view::ZoneOffer;
use perfil_models::{AccessError, ChosenRegion, CountryCode, EventKind, Language, Region};
use perfil_store::users::{self, UserRow};
use perfil_store::{organizations, quiet_hours, users_region};

/// What is asked about time zones. The tables lie with the words (`perfil-i18n`), which the use cases do not import.
#[derive(Clone, Copy)]
pub struct Zones {
    /// The canonical name of a zone of the IANA database, also for an alias such as `Europe/Kiev`; `None`: not a zone.
    pub canonical: fn(&str) -> Option<&'static str>,
    /// The zone that most of a country lives by, if one does.
    pub of_country: fn(CountryCode) -> Option<&'static str>,
}

/// What a person has chosen and what would hold otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionState {
    /// What was chosen.
    pub chosen: ChosenRegion,
    /// What is detected.
    pub detected: Region,
    /// The organization's currency, ISO 4217.
    pub currency: String,
    /// [`perfil_models::view::Account::version`].
    pub version: i64,
}

impl Accounts {
    /// What a person has chosen and what is detected.
    pub async fn region(&self, session: &Session, client: &Client) -> Result<RegionState, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let currency = organizations::currency(&mut db, &session.organization_id).await.or_fault()?;
        Ok(RegionState {
            detected: self.detected(&user, client),
            chosen: chosen(&user),
            currency: currency.ok_or(AccessError::Internal)?,
            version: user.version,
        })
    }

    /// What a choice would be, which is not saved.
    pub fn understand_region(&self, form: &PreviewRegion) -> Result<ChosenRegion, RegionError> {
        let language = match form.language.as_str() {
            "" => None,
            tag => Some(language_of(tag).ok_or(RegionError::UnknownLanguage)?),
        };
        let country = match form.country.as_str() {
            "" => None,
            code => Some(country_of(code).ok_or(RegionError::UnknownCountry)?),
        };
        let time_zone = match form.time_zone.as_str() {
            "" => None,
            name => Some(self.zone(name)?.to_owned()),
        };
        Ok(ChosenRegion { language, country, time_zone })
    }

    /// Saves the choice, unless the account was saved elsewhere since the form was filled in.
    pub async fn change_region(
        &self,
        session: &Session,
        client: &Client,
        form: ChangeRegion,
    ) -> Result<(), RegionError> {
        let ChangeRegion { language, country, time_zone, version } = form;
        let chosen = self.understand_region(&PreviewRegion { language, country, time_zone })?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let saved = users_region::set(&mut db, &session.user_id, &chosen, version, self.now()).await.or_fault()?;
        if !saved {
            return Err(RegionError::Stale);
        }
        quiet_hours::follow(&mut db, &session.user_id, self.now()).await.or_fault()?;
        self.record(&mut db, session.into(), client, EventKind::RegionChanged, "").await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Switches to the browser's time zone, or keeps the chosen one and never offers the other again.
    pub async fn answer_zone_offer(
        &self,
        session: &Session,
        client: &Client,
        form: AnswerZoneOffer,
    ) -> Result<(), RegionError> {
        let zone = self.zone(&form.time_zone)?;
        let (id, now) = (&session.user_id, self.now());
        let mut db = self.parts.store.write().await.or_fault()?;
        let answered = if form.accept {
            users_region::switch_time_zone(&mut db, id, zone, now).await.or_fault()?
        } else {
            users_region::decline_time_zone(&mut db, id, zone).await.or_fault()?
        };
        if !answered {
            return Err(RegionError::Stale);
        }
        if form.accept {
            quiet_hours::follow(&mut db, id, now).await.or_fault()?;
            self.record(&mut db, session.into(), client, EventKind::RegionChanged, "").await?;
        }
        Ok(db.commit().await.or_fault()?)
    }

    /// What holds for a person now, as far as this browser tells.
    pub(crate) fn region_of(&self, user: &UserRow, client: &Client) -> Region {
        self.detected(user, client).with(&chosen(user))
    }

    /// The browser's time zone, where it is neither the chosen one nor the one declined last. Cities are left to whoever
    /// puts them into words.
    pub(crate) fn zone_offer(&self, user: &UserRow, client: &Client) -> Option<ZoneOffer> {
        let (chosen, browser) = (user.time_zone.as_deref()?, client.time_zone?);
        let canonical = self.zone(chosen).unwrap_or(chosen);
        let is_new = browser != canonical && user.time_zone_declined.as_deref() != Some(browser);
        is_new.then(|| ZoneOffer {
            time_zone: browser.to_owned(),
            city: browser.to_owned(),
            current_city: canonical.to_owned(),
        })
    }

    /// The language from the browser; the country from the phone, else from the browser's languages; the time zone from
    /// the browser, else from the country.
    pub(crate) fn detected(&self, user: &UserRow, client: &Client) -> Region {
        let of_browser = client.country.filter(|country| is_lived_in(*country));
        let country = user.phone.as_deref().and_then(phone_plan::country_of).or(of_browser);
        let holds = chosen(user).country.or(country);
        let time_zone = client.time_zone.or_else(|| holds.and_then(self.parts.zones.of_country));
        Region { language: client.language, country, time_zone: time_zone.unwrap_or(UTC).to_owned() }
    }

    fn zone(&self, name: &str) -> Result<&'static str, RegionError> {
        (self.parts.zones.canonical)(name).ok_or(RegionError::UnknownTimeZone)
    }
}

/// What the row holds; a word of another version is as good as none.
fn chosen(user: &UserRow) -> ChosenRegion {
    ChosenRegion {
        language: user.language.as_deref().and_then(Language::from_tag),
        country: user.country.as_deref().and_then(country_of),
        time_zone: user.time_zone.clone(),
    }
}

fn language_of(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

fn country_of(code: &str) -> Option<CountryCode> {
    CountryCode::parse(code).ok().filter(|country| is_lived_in(*country))
}

/// Where people live there are telephone numbers; what is no country has none.
fn is_lived_in(country: CountryCode) -> bool {
    phone_plan::dial_code(country).is_some()
}
