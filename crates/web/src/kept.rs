//! What a client keeps for the next request, and how it travels: in cookies of a browser, in headers of an app that keeps
//! its token outside cookies. What came the other way never counts.

use crate::cookies::{self, Names};
use crate::guard::brings_token;
use axum::http::{HeaderMap, HeaderValue, header};
use perfil_accounts::{Issued, Transport};
use perfil_models::Language;
use perfil_models::client::{
    DEVICE_HEADER, FLASH_HEADER, LANGUAGE_HEADER, SECOND_STEP_HEADER, SEED_HEADER, SESSION_HEADER, TIME_ZONE_HEADER,
    TRANSPORT_HEADER,
};

/// One thing that a client keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The session's token.
    Session,
    /// The token of a sign-in that waits for its second step.
    SecondStep,
    /// The device's token.
    Device,
    /// What a form token is bound to before anyone signs in.
    Seed,
    /// The sealed result of a form.
    Flash,
    /// The language chosen before anyone signs in.
    Language,
    /// The client's time zone.
    TimeZone,
}

/// How what a client keeps travels with this request.
pub fn transport(headers: &HeaderMap) -> Transport {
    if brings_token(headers) { Transport::Bearer } else { Transport::Cookie }
}

/// What the client sent of what it keeps.
pub fn read<'a>(names: &Names, headers: &'a HeaderMap, kept: Kept) -> Option<&'a str> {
    match transport(headers) {
        Transport::Cookie => cookies::read(headers, kept.cookie(names)),
        Transport::Bearer => kept.brought(headers).filter(|value| !value.is_empty()),
    }
}

impl Kept {
    fn cookie(self, names: &Names) -> &'static str {
        match self {
            Self::Session => names.session,
            Self::SecondStep => names.second_step,
            Self::Device => names.device,
            Self::Seed => names.seed,
            Self::Flash => names.flash,
            Self::Language => names.language,
            Self::TimeZone => names.time_zone,
        }
    }

    fn header(self) -> &'static str {
        match self {
            Self::Session => SESSION_HEADER,
            Self::SecondStep => SECOND_STEP_HEADER,
            Self::Device => DEVICE_HEADER,
            Self::Seed => SEED_HEADER,
            Self::Flash => FLASH_HEADER,
            Self::Language => LANGUAGE_HEADER,
            Self::TimeZone => TIME_ZONE_HEADER,
        }
    }

    fn brought(self, headers: &HeaderMap) -> Option<&str> {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        match self {
            Self::Session => text(header::AUTHORIZATION.as_str())?.strip_prefix("Bearer "),
            other => text(other.header()),
        }
    }
}

/// What a client shall keep or forget with the answer.
#[derive(Default)]
pub struct ToKeep {
    /// New tokens.
    pub issued: Issued,
    /// Whether the session is to be forgotten.
    pub forget_session: bool,
    /// Whether the sign-in that waited for its second step is to be forgotten.
    pub forget_second_step: bool,
    /// The language chosen before anyone signs in.
    pub language: Option<Language>,
    /// The sealed result of a form.
    pub flash: Option<String>,
    /// Whether the one before is to be forgotten.
    pub forget_flash: bool,
    /// A new seed.
    pub seed: Option<String>,
}

impl ToKeep {
    /// Writes it into the answer.
    pub fn write(&self, transport: Transport, names: &Names, headers: &mut HeaderMap) {
        match transport {
            Transport::Cookie => self.write_cookies(names, headers),
            Transport::Bearer => self.write_headers(headers),
        }
    }

    fn write_cookies(&self, names: &Names, headers: &mut HeaderMap) {
        let forget = |wanted: bool, name| wanted.then(|| names.forget(name));
        let Issued { session, device, second_step, remembered } = &self.issued;
        let cookies = [
            session.as_ref().map(|token| names.keep_session(token, *remembered)),
            device.as_ref().map(|token| names.keep_device(token)),
            second_step.as_ref().map(|token| names.keep_second_step(token)),
            forget(self.forget_second_step, names.second_step),
            self.language.map(|language| names.keep_language(language)),
            forget(self.forget_session, names.session),
            self.flash.as_ref().map(|sealed| names.keep_flash(sealed)),
            forget(self.forget_flash, names.flash),
            self.seed.as_ref().map(|seed| names.keep_seed(seed)),
        ];
        for cookie in cookies.into_iter().flatten() {
            headers.append(header::SET_COOKIE, cookie);
        }
        if self.forget_session {
            headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
        }
    }

    /// An empty value is to be forgotten.
    fn write_headers(&self, headers: &mut HeaderMap) {
        let forget = |wanted: bool| wanted.then_some("");
        let Issued { session, device, second_step, .. } = &self.issued;
        let values = [
            (Kept::Session, session.as_deref().or(forget(self.forget_session))),
            (Kept::Device, device.as_deref()),
            (Kept::SecondStep, second_step.as_deref().or(forget(self.forget_second_step))),
            (Kept::Language, self.language.map(Language::tag)),
            (Kept::Flash, self.flash.as_deref().or(forget(self.forget_flash))),
            (Kept::Seed, self.seed.as_deref()),
        ];
        for (kept, value) in values {
            if let Some(value) = value {
                headers.insert(kept.header(), crate::header(value));
            }
        }
        headers.insert(header::VARY, HeaderValue::from_static(TRANSPORT_HEADER));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Origin;

    const ALL: [Kept; 7] =
        [Kept::Session, Kept::SecondStep, Kept::Device, Kept::Seed, Kept::Flash, Kept::Language, Kept::TimeZone];

    fn names() -> Names {
        Names::for_origin(&Origin::of("https://account.example.com"))
    }

    /// All of it both ways, with the values `cookie` and `header`.
    fn both_ways() -> HeaderMap {
        let mut headers = HeaderMap::new();
        let pairs: Vec<String> = ALL.iter().map(|kept| format!("{}=cookie", kept.cookie(&names()))).collect();
        headers.insert(header::COOKIE, pairs.join("; ").parse().unwrap());
        for kept in ALL {
            headers.insert(kept.header(), HeaderValue::from_static("header"));
        }
        headers
    }

    #[test]
    fn headers_count_only_of_who_brings_a_token_and_cookies_of_nobody_else() {
        let browser = both_ways();
        let mut app = both_ways();
        app.insert(header::AUTHORIZATION, HeaderValue::from_static("Bearer header"));
        for kept in ALL {
            assert_eq!(read(&names(), &browser, kept), Some("cookie"), "{kept:?}");
            assert_eq!(read(&names(), &app, kept), Some("header"), "{kept:?}");
        }
        app.remove(header::AUTHORIZATION);
        app.insert(TRANSPORT_HEADER, HeaderValue::from_static("bearer"));
        assert_eq!(read(&names(), &app, Kept::Session), None, "a session is brought by Authorization alone");
        app.insert(SEED_HEADER, HeaderValue::from_static(""));
        assert_eq!(read(&names(), &app, Kept::Seed), None, "what is empty was forgotten");
    }

    #[test]
    fn what_is_to_be_forgotten_is_an_empty_header() {
        let to_keep = ToKeep { forget_session: true, flash: Some("sealed".to_owned()), ..ToKeep::default() };
        let mut headers = HeaderMap::new();
        to_keep.write(Transport::Bearer, &names(), &mut headers);
        assert_eq!(headers[SESSION_HEADER], "");
        assert_eq!(headers[FLASH_HEADER], "sealed");
        assert!(!headers.contains_key(header::SET_COOKIE) && !headers.contains_key(SEED_HEADER));
    }
}
