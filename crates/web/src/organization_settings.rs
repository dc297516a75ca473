//! The organization's own settings in words: lists by name, in the reader's language.

use crate::visit::Visit;
use perfil_models::password::{MIN_CHARS, MOST_MIN_CHARS};
use perfil_models::view::{Choice, Country, OrganizationSettings};
use perfil_models::{AccessError, Sentence};

impl Visit {
    /// What the Owner decides, and what can be chosen.
    pub async fn organization_settings(&self) -> Result<OrganizationSettings, AccessError> {
        let state = self.accounts().organization_settings(self.session()?, self.client()).await?;
        let zones = self.format(&state.region)?.time_zones(self.accounts().now());
        Ok(OrganizationSettings {
            name: state.name,
            currency: state.currency,
            has_amounts: state.has_amounts,
            language: state.defaults.language,
            country_name: state.defaults.country.and_then(|code| self.country_name(code)).unwrap_or_default(),
            zone_name: state.defaults.time_zone.as_deref().map(|zone| self.city(zone)).unwrap_or_default(),
            country: state.defaults.country,
            time_zone: state.defaults.time_zone,
            countries: self.countries_to_choose(self.nothing_decided()),
            zones: self.zones_to_choose(self.nothing_decided(), zones),
            password_min: state.password_min,
            least_min: MIN_CHARS,
            most_min: MOST_MIN_CHARS,
            sms_countries: state.sms_countries.unwrap_or_default().into_iter().collect(),
            sms_choices: self.operators_countries(),
            version: state.version,
        })
    }

    /// The countries that a number of the person may belong to, by name in the page's language.
    pub async fn countries(&self) -> Result<Vec<Country>, AccessError> {
        let allowed = self.accounts().organizations_countries(self.session()?).await?;
        let mut countries = self.operators_countries();
        countries.retain(|country| allowed.as_ref().is_none_or(|allowed| allowed.contains(&country.code)));
        Ok(countries)
    }

    /// The countries that the operator lets text messages go to, by name in the page's language.
    fn operators_countries(&self) -> Vec<Country> {
        let (locales, language) = (&self.shared().locales, self.language());
        let known = self.accounts().sms_countries(locales.countries()).into_iter();
        let mut countries: Vec<Country> = known
            .filter_map(|(code, dial_code)| {
                let name = locales.country_name(language, code)?.to_owned();
                Some(Country { code, name, dial_code })
            })
            .collect();
        locales.sort_by_name(language, &mut countries, |country| &country.name);
        countries
    }

    /// The choice to decide nothing.
    fn nothing_decided(&self) -> Choice {
        let name = self.shared().locales.sentence(self.language(), &Sentence::new("organization-default-none"));
        Choice { value: String::new(), name, detail: String::new() }
    }
}
