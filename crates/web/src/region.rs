//! *Language and region* in words: lists by name, and how dates and numbers are written.

use crate::visit::Visit;
use perfil_accounts::RegionState;
use perfil_i18n::{Format, Locales};
use perfil_models::request::PreviewRegion;
use perfil_models::view::{Account, Choice, ChoiceGroup, Preview, RegionSettings, Zone, ZoneGroup};
use perfil_models::{AccessError, CountryCode, Region, Sentence};

/// What a preview shows: thousands, and more decimals than an amount has.
const NUMBER: f64 = 1_234_567.891;
/// In the smallest unit of the currency.
const AMOUNT: i64 = 1_234_550;

impl Visit {
    /// *My User Settings*, with the cities of an offered time zone and the day of a deletion in words.
    pub async fn account(&self) -> Result<Account, AccessError> {
        let mut account = self.accounts().account(self.session()?, self.client()).await?;
        if let Some(offer) = &mut account.zone_offer {
            offer.city = self.city(&offer.city);
            offer.current_city = self.city(&offer.current_city);
        }
        if let Some(deletion) = &mut account.deletion {
            let state = self.accounts().region(self.session()?, self.client()).await?;
            deletion.on = self.format(&state.detected.with(&state.chosen))?.date(deletion.at);
        }
        Ok(account)
    }

    /// The whole of *Language and region*.
    pub async fn region(&self) -> Result<RegionSettings, AccessError> {
        let state = self.accounts().region(self.session()?, self.client()).await?;
        let now = self.accounts().now();
        let holds = state.detected.with(&state.chosen);
        let zones = self.format(&holds)?.time_zones(now);
        Ok(RegionSettings {
            countries: self.countries_to_choose(self.detected_country(state.detected.country)),
            zones: self.zones_to_choose(self.detected_zone(&state.detected, &zones), zones),
            preview: self.preview(&holds, &state.currency)?,
            language: state.chosen.language,
            country: state.chosen.country,
            time_zone: state.chosen.time_zone,
            detected: state.detected,
            version: state.version,
        })
    }

    /// How dates and numbers would look with that choice; [`AccessError::BadRequest`] for what is in no list.
    pub async fn preview_region(&self, form: &PreviewRegion) -> Result<Preview, AccessError> {
        let RegionState { detected, currency, .. } = self.accounts().region(self.session()?, self.client()).await?;
        let chosen = self.accounts().understand_region(form).map_err(|_| AccessError::BadRequest)?;
        self.preview(&detected.with(&chosen), &currency)
    }

    fn preview(&self, region: &Region, currency: &str) -> Result<Preview, AccessError> {
        let (format, now) = (self.format(region)?, self.accounts().now());
        Ok(Preview {
            date: format.date(now),
            time: format.time_with_zone(now),
            number: format.number(NUMBER),
            amount: format.amount(AMOUNT, currency),
        })
    }

    /// How dates and numbers are written there.
    pub(crate) fn format(&self, region: &Region) -> Result<Format, AccessError> {
        format(&self.shared().locales, region)
    }

    /// Every country by name, behind the choice to choose `none`.
    pub(crate) fn countries_to_choose(&self, none: Choice) -> Vec<ChoiceGroup> {
        let (locales, language) = (&self.shared().locales, self.language());
        let choice = |code: CountryCode| {
            Some(Choice { value: code.to_string(), name: self.country_name(code)?, detail: String::new() })
        };
        let mut choices: Vec<Choice> = locales.countries().filter_map(choice).collect();
        locales.sort_by_name(language, &mut choices, |choice| &choice.name);
        vec![group(String::new(), vec![none]), group(String::new(), choices)]
    }

    /// Every time zone by part of the world, behind the choice to choose `none`.
    pub(crate) fn zones_to_choose(&self, none: Choice, zones: Vec<ZoneGroup>) -> Vec<ChoiceGroup> {
        let choice = |zone: Zone| Choice { detail: self.zone_detail(&zone), value: zone.id, name: zone.city };
        let groups = zones.into_iter().map(|zones| group(zones.name, zones.zones.into_iter().map(choice).collect()));
        std::iter::once(group(String::new(), vec![none])).chain(groups).collect()
    }

    fn detected_country(&self, detected: Option<CountryCode>) -> Choice {
        self.detected(detected.and_then(|code| self.country_name(code)), String::new())
    }

    fn detected_zone(&self, detected: &Region, zones: &[ZoneGroup]) -> Choice {
        let found = zones.iter().flat_map(|group| &group.zones).find(|zone| zone.id == detected.time_zone);
        let detail = found.map(|zone| self.zone_detail(zone)).unwrap_or_default();
        self.detected(found.map(|zone| zone.city.clone()), detail)
    }

    fn zone_detail(&self, zone: &Zone) -> String {
        let sentence = Sentence::new("region-zone-detail").with("offset", &zone.offset).with("time", &zone.time);
        self.shared().locales.sentence(self.language(), &sentence)
    }

    pub(crate) fn country_name(&self, code: CountryCode) -> Option<String> {
        self.shared().locales.country_name(self.language(), code).map(str::to_owned)
    }

    /// The choice to choose nothing.
    fn detected(&self, name: Option<String>, detail: String) -> Choice {
        let sentence = match name {
            Some(name) => Sentence::new("region-detected").with("name", name),
            None => Sentence::new("region-detected-none"),
        };
        Choice { value: String::new(), name: self.shared().locales.sentence(self.language(), &sentence), detail }
    }

    /// The city that names a time zone.
    pub(crate) fn city(&self, zone: &str) -> String {
        self.shared().locales.city(self.language(), zone).unwrap_or_else(|| zone.to_owned())
    }
}

/// How dates and numbers are written there.
pub(crate) fn format(locales: &Locales, region: &Region) -> Result<Format, AccessError> {
    let format = locales.format(region.language, region.country, Some(&region.time_zone));
    format.map_err(|error| {
        tracing::error!(%error, "a locale has no formats");
        AccessError::Internal
    })
}

fn group(name: String, choices: Vec<Choice>) -> ChoiceGroup {
    ChoiceGroup { name, choices }
}
