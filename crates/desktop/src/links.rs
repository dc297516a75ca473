//! `perfil://` links: the pages that mails lead to, opened in the app.

use crate::origin::Origin;
use url::Url;

/// What begins such a link.
pub(crate) const SCHEME: &str = "perfil";

/// The pages that may be opened from outside: each shows what a link is about and does nothing before a button is pressed.
const PAGES: [&str; 6] = ["/confirm-email", "/undo", "/reset-password", "/welcome", "/join", "/unsubscribe"];

const LONGEST: usize = 2_048;

/// A link of the form `perfil://account.example.com/undo?t=TOKEN`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The server that it belongs to, whether the app knows it or not.
    pub(crate) origin: Origin,
    /// The page to open there, with its token.
    pub(crate) path: String,
}

impl Link {
    /// Reads a link, which may come from anywhere. `None` for whatever is not exactly such a link; what follows `#` is
    /// dropped, since no page needs it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_plain = text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let url = Url::parse(text).ok().filter(|url| is_plain && url.scheme() == SCHEME)?;
        if !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        let authority = text.get(SCHEME.len() + "://".len()..)?.split(['/', '?', '#']).next()?;
        let origin = Origin::typed(authority).ok()?;
        let page = PAGES.into_iter().find(|page| *page == url.path())?;
        let token = url.query()?.strip_prefix("t=").filter(|token| is_token(token))?;
        Some(Self { origin, path: format!("{page}?t={token}") })
    }

    /// The one of these servers that the link belongs to; by host and port, since a link tells neither http nor https.
    pub(crate) fn server<'a>(&self, mut known: impl Iterator<Item = &'a Origin>) -> Option<&'a Origin> {
        known.find(|origin| origin.authority() == self.origin.authority())
    }
}

fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_the_pages_that_mails_lead_to() {
        for page in PAGES {
            let link = Link::parse(&format!("perfil://account.example.com{page}?t=abc-DEF_1.2~")).expect("a link");
            assert_eq!(link.origin.as_str(), "https://account.example.com");
            assert_eq!(link.path, format!("{page}?t=abc-DEF_1.2~"));
        }
        let link = Link::parse("PERFIL://Account.Example.com:8443/undo?t=x#top").expect("a link");
        assert_eq!((link.origin.as_str(), link.path.as_str()), ("https://account.example.com:8443", "/undo?t=x"));
        let link = Link::parse("perfil://localhost:8080/undo?t=x").expect("a link");
        assert_eq!(link.origin.as_str(), "http://localhost:8080");
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "perfil:",
            "perfil://",
            "perfil:///undo?t=x",
            "perfil:account.example.com/undo?t=x",
            "perfil:/account.example.com/undo?t=x",
            "https://account.example.com/undo?t=x",
            "perfil://account.example.com",
            "perfil://account.example.com/",
            "perfil://account.example.com/settings/password",
            "perfil://account.example.com/dev/outbox",
            "perfil://account.example.com/undo",
            "perfil://account.example.com/undo?",
            "perfil://account.example.com/undo?t=",
            "perfil://account.example.com/undo?x=1&t=x",
            "perfil://account.example.com/undo?t=x&next=//evil.example",
            "perfil://account.example.com/undo?t=%3Cscript%3E",
            "perfil://account.example.com/undo?t=\"><script>",
            "perfil://account.example.com/undo/?t=x",
            "perfil://account.example.com/undone?t=x",
            "perfil://account.example.com//undo?t=x",
            "perfil://account.example.com/UNDO?t=x",
            "perfil://account.example.com/%75ndo?t=x",
            "perfil://account.example.com/forms/undo?t=x",
            "perfil://account.example.com@evil.example/undo?t=x",
            "perfil://person:secret@account.example.com/undo?t=x",
            "perfil://account.example.com\\@evil.example/undo?t=x",
            "perfil://account.example.com:99999/undo?t=x",
            "perfil://account.example.com /undo?t=x",
            " perfil://account.example.com/undo?t=x",
            "perfil://account.example.com/undo?t=x\n",
            "perfil://ac\tcount.example.com/undo?t=x",
            "perfil://account.example.com/undo?t=x\u{202e}",
        ] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
        let long = format!("perfil://account.example.com/undo?t={}", "x".repeat(LONGEST));
        assert_eq!(Link::parse(&long), None);
    }

    #[test]
    fn a_path_that_leads_back_is_read_as_what_it_leads_to() {
        let link = Link::parse("perfil://account.example.com/settings/../undo?t=x").expect("a link");
        assert_eq!(link.path, "/undo?t=x");
    }

    #[test]
    fn finds_the_server_that_it_belongs_to() {
        let known = ["https://localhost:8443", "account.example.com"].map(|typed| Origin::typed(typed).unwrap());
        let server = |text| Link::parse(text).unwrap().server(known.iter()).map(Origin::as_str);
        assert_eq!(server("perfil://localhost:8443/undo?t=x"), Some("https://localhost:8443"));
        assert_eq!(server("perfil://account.example.com/undo?t=x"), Some("https://account.example.com"));
        assert_eq!(server("perfil://account.example.com:8443/undo?t=x"), None);
        assert_eq!(server("perfil://account.example.com.evil.example/undo?t=x"), None);
    }
}
