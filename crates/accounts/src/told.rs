//! What the platform tells of a person, understood, and what of it is new.

use crate::Accounts;
use crate::provisioning::{ProvisioningError, TellPerson};
use crate::told_values::invalid;
use perfil_models::request::PreviewRegion;
use perfil_models::{ChosenRegion, DisplayName, EmailAddress, Explain, Field, PhoneNumber, Role};
use perfil_store::provisioning::Profile;
use serde::{Deserialize, Serialize};

/// What was told. It is kept with the person, to be compared with what is told next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Told {
    display_name: String,
    email: String,
    role: Option<String>,
    disabled: Option<bool>,
    phone: Option<String>,
    language: Option<String>,
    country: Option<String>,
    time_zone: Option<String>,
}

impl Told {
    /// What was kept; nothing of a text that this version does not understand.
    pub fn of(json: Option<&str>) -> Self {
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// The text to keep.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A person, as told and understood.
pub(crate) struct Person {
    pub told: Told,
    pub email: EmailAddress,
    pub display_name: DisplayName,
    pub role: Option<Role>,
}

impl Person {
    /// What becomes of what is. The name, the role and whether the account is deactivated follow whoever changed them last: the
    /// Owner edits them, too. Language, country and time zone are the person's
    /// own once chosen; address and number once there is a password, since from then on a change is confirmed.
    pub fn news(&self, current: Profile, has_password: bool, before: &Told, now: i64) -> Profile {
        let told = &self.told;
        let mut profile = current;
        if told.display_name != before.display_name {
            profile.display_name.clone_from(&told.display_name);
        }
        if let Some(role) = told.role.as_ref().filter(|_| told.role != before.role) {
            profile.role.clone_from(role);
        }
        match told.disabled.filter(|_| told.disabled != before.disabled) {
            Some(true) => profile.disabled_at = profile.disabled_at.or(Some(now)),
            Some(false) => profile.disabled_at = None,
            None => {}
        }
        if !has_password {
            profile.email.clone_from(&told.email);
            take_over(&mut profile.phone, &told.phone, &before.phone);
        }
        for (value, told, before) in [
            (&mut profile.language, &told.language, &before.language),
            (&mut profile.country, &told.country, &before.country),
            (&mut profile.time_zone, &told.time_zone, &before.time_zone),
        ] {
            if !has_password || value.is_none() {
                take_over(value, told, before);
            }
        }
        profile
    }
}

/// Takes a value over if one was told and it is news.
fn take_over(value: &mut Option<String>, told: &Option<String>, before: &Option<String>) {
    if told.is_some() && told != before {
        value.clone_from(told);
    }
}

impl Accounts {
    /// Checks every value.
    pub(crate) fn understand_person(&self, told: TellPerson) -> Result<Person, ProvisioningError> {
        let email =
            EmailAddress::parse(&told.email).map_err(|_| invalid("email", "an address that mail can be sent to"))?;
        let display_name = DisplayName::parse(&told.display_name)
            .map_err(|_| invalid("display_name", "1 to 80 characters without control characters"))?;
        let role = told
            .role
            .as_deref()
            .map(|word| Role::from_word(word).ok_or_else(|| invalid("role", "owner, admin, billing or member")))
            .transpose()?;
        let phone = told.phone.as_deref().map(|text| self.known_number(text)).transpose()?;
        let ChosenRegion { language, country, time_zone } = self.told_region(PreviewRegion {
            language: told.language.unwrap_or_default(),
            country: told.country.unwrap_or_default(),
            time_zone: told.time_zone.unwrap_or_default(),
        })?;
        let kept = Told {
            display_name: display_name.as_str().to_owned(),
            email: email.as_str().to_owned(),
            role: role.map(|role| role.as_str().to_owned()),
            disabled: told.disabled,
            phone,
            language: language.map(|language| language.tag().to_owned()),
            country: country.map(|country| country.as_str().to_owned()),
            time_zone,
        };
        Ok(Person { told: kept, email, display_name, role })
    }

    fn told_region(&self, form: PreviewRegion) -> Result<ChosenRegion, ProvisioningError> {
        self.understand_region(&form).map_err(|error| match error.field() {
            Some(Field::Language) => invalid("language", "a language that Perfil speaks, as BCP 47"),
            Some(Field::Country) => invalid("country", "a country of ISO 3166-1, two letters"),
            _ => invalid("time_zone", "a time zone of the IANA database"),
        })
    }

    /// A number in E.164 form that text messages may go to.
    fn known_number(&self, text: &str) -> Result<String, ProvisioningError> {
        let refused = |_| invalid("phone", "a mobile number that messages may go to, as +441234567890");
        let number = PhoneNumber::parse(text).map_err(|_| refused(()))?;
        let planned = self.understand("", number.as_str()).map_err(|_| refused(()))?;
        Ok(planned.number.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn told(name: &str, language: Option<&str>) -> Told {
        let language = language.map(str::to_owned);
        Told { display_name: name.to_owned(), email: "ada@example.com".to_owned(), language, ..Told::default() }
    }

    fn person(told: Told) -> Person {
        let email = EmailAddress::parse(&told.email).unwrap();
        let display_name = DisplayName::parse(&told.display_name).unwrap();
        Person { told, email, display_name, role: None }
    }

    fn current() -> Profile {
        Profile {
            email: "ada@new.example.com".to_owned(),
            display_name: "Ada L.".to_owned(),
            role: "member".to_owned(),
            phone: None,
            language: None,
            country: None,
            time_zone: None,
            disabled_at: None,
        }
    }

    #[test]
    fn the_same_again_leaves_what_the_person_changed() {
        let before = told("Ada", Some("de"));
        assert_eq!(person(before.clone()).news(current(), true, &before, NOW), current());
    }

    #[test]
    fn a_name_follows_whoever_changed_it_last() {
        let news = person(told("Ada Lovelace", None)).news(current(), true, &told("Ada", None), NOW);
        assert_eq!(news, Profile { display_name: "Ada Lovelace".to_owned(), ..current() });
    }

    #[test]
    fn what_was_chosen_stays_and_what_was_not_is_filled_in() {
        let chosen = Profile { language: Some("es".to_owned()), ..current() };
        let news = |current, has_password, language| {
            person(told("Ada", language)).news(current, has_password, &told("Ada", Some("en")), NOW).language
        };
        assert_eq!(news(chosen.clone(), true, Some("de")).as_deref(), Some("es"));
        assert_eq!(news(current(), true, Some("de")).as_deref(), Some("de"));
        assert_eq!(news(current(), true, Some("en")), None, "told before");
        assert_eq!(news(chosen.clone(), false, Some("de")).as_deref(), Some("de"), "nobody has chosen yet");
        assert_eq!(news(chosen, false, None).as_deref(), Some("es"));
    }

    #[test]
    fn an_address_is_the_platforms_until_there_is_a_password() {
        let news = |has_password| person(told("Ada", None)).news(current(), has_password, &Told::default(), NOW).email;
        assert_eq!((news(false).as_str(), news(true).as_str()), ("ada@example.com", "ada@new.example.com"));
    }

    #[test]
    fn deactivating_twice_keeps_the_moment() {
        let shut = |disabled, disabled_at| {
            person(Told { disabled, ..told("Ada", None) })
                .news(Profile { disabled_at, ..current() }, true, &Told::default(), NOW)
                .disabled_at
        };
        assert_eq!([shut(Some(true), None), shut(Some(true), Some(1))], [Some(NOW), Some(1)]);
        assert_eq!([shut(Some(false), Some(1)), shut(None, Some(1))], [None, Some(1)]);
    }

    #[test]
    fn role_and_deactivation_follow_whoever_changed_them_last() {
        let before = Told { role: Some("member".to_owned()), disabled: Some(false), ..told("Ada", None) };
        let edited = Profile { role: "billing".to_owned(), disabled_at: Some(1), ..current() };
        assert_eq!(person(before.clone()).news(edited.clone(), true, &before, NOW), edited, "told before");
        let told = Told { role: Some("admin".to_owned()), disabled: None, ..before.clone() };
        let news = person(told).news(edited.clone(), true, &before, NOW);
        assert_eq!(news, Profile { role: "admin".to_owned(), ..edited });
    }

    #[test]
    fn what_was_kept_is_read_again() {
        let kept = told("Ada", Some("de"));
        assert_eq!(Told::of(Some(&kept.to_json())), kept);
        for unknown in [None, Some("{}"), Some("of another version")] {
            assert_eq!(Told::of(unknown), Told::default());
        }
    }
}
