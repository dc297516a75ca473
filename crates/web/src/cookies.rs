//! The cookies: session, second step, device, form seed, flash, language, time zone. All SameSite=Lax, so that a link in a mail opens
//! the page signed in while no other site can post; `__Host-` and Secure over https. All HttpOnly but the time zone, which
//! the page's script writes (`assets/boot.js`) and which is no secret.

use crate::address::Origin;
use axum::http::{HeaderMap, HeaderValue, header};
use perfil_models::Language;

/// Seconds that *Keep me signed in* keeps the cookie: the session's absolute end.
const REMEMBERED: u32 = 30 * 86_400;
/// Seconds that a browser is known; browsers cap it at 400 days.
const DEVICE: u32 = 400 * 86_400;
/// Seconds that the language chosen on the sign-in page is kept.
const LANGUAGE: u32 = DEVICE;
/// Seconds that a sign-in waits for its second step.
const SECOND_STEP: u32 = 600;
/// Seconds that the result of a form waits to be shown.
const FLASH: u32 = 60;

/// The cookies' names, which say whether they are bound to this host over TLS.
#[derive(Clone, Debug)]
pub struct Names {
    secure: bool,
    /// The session's token.
    pub session: &'static str,
    /// The token of a sign-in that waits for its second step.
    pub second_step: &'static str,
    /// The device's token.
    pub device: &'static str,
    /// What a form token is bound to before anyone signs in.
    pub seed: &'static str,
    /// The sealed result of a form.
    pub flash: &'static str,
    /// The language chosen before anyone signs in.
    pub language: &'static str,
    /// The browser's time zone.
    pub time_zone: &'static str,
}

impl Names {
    /// `__Host-` over https; plain http on loopback drops it, since browsers would refuse the cookie.
    pub fn for_origin(origin: &Origin) -> Self {
        if origin.is_secure() {
            Self {
                secure: true,
                session: "__Host-perfil",
                second_step: "__Host-perfil-step",
                device: "__Host-perfil-device",
                seed: "__Host-perfil-form",
                flash: "__Host-perfil-flash",
                language: "__Host-perfil-language",
                time_zone: "__Host-perfil-zone",
            }
        } else {
            Self {
                secure: false,
                session: "perfil",
                second_step: "perfil-step",
                device: "perfil-device",
                seed: "perfil-form",
                flash: "perfil-flash",
                language: "perfil-language",
                time_zone: "perfil-zone",
            }
        }
    }

    /// Keeps the session's token, for 30 days or until the browser closes.
    pub fn keep_session(&self, token: &str, remembered: bool) -> HeaderValue {
        self.cookie(self.session, token, remembered.then_some(REMEMBERED))
    }

    /// Keeps the token of a sign-in that waits for its second step.
    pub fn keep_second_step(&self, token: &str) -> HeaderValue {
        self.cookie(self.second_step, token, Some(SECOND_STEP))
    }

    /// Keeps the device's token.
    pub fn keep_device(&self, token: &str) -> HeaderValue {
        self.cookie(self.device, token, Some(DEVICE))
    }

    /// Keeps the form seed until the browser closes.
    pub fn keep_seed(&self, seed: &str) -> HeaderValue {
        self.cookie(self.seed, seed, None)
    }

    /// Keeps the result of a form until the next page.
    pub fn keep_flash(&self, sealed: &str) -> HeaderValue {
        self.cookie(self.flash, sealed, Some(FLASH))
    }

    /// Keeps the language of the pages before anyone signs in.
    pub fn keep_language(&self, language: Language) -> HeaderValue {
        self.cookie(self.language, language.tag(), Some(LANGUAGE))
    }

    /// Makes the browser forget a cookie.
    pub fn forget(&self, name: &str) -> HeaderValue {
        self.cookie(name, "", Some(0))
    }

    fn cookie(&self, name: &str, value: &str, max_age: Option<u32>) -> HeaderValue {
        let max_age = max_age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let secure = if self.secure { "; Secure" } else { "" };
        crate::header(&format!("{name}={value}; Path=/{max_age}; HttpOnly; SameSite=Lax{secure}"))
    }
}

/// The value of a cookie that the browser sent.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, value)| *found == name && !value.is_empty())
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_over_https_cookies_are_bound_to_the_host() {
        let names = Names::for_origin(&Origin::of("https://account.example.com"));
        assert_eq!(names.keep_session("token", false), "__Host-perfil=token; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(
            names.keep_session("token", true),
            "__Host-perfil=token; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"
        );
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; perfil=token; xperfil=2"));
        assert_eq!(read(&headers, "perfil"), Some("token"));
        assert_eq!(read(&headers, "perfil-device"), None);
    }
}
