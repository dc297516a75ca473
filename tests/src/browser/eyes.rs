//! What a person sees.

use super::{Browser, plain};
use serde_json::{Value, json};

/// The text of the matching elements that are to be seen.
const SHOWN_TEXTS: &str = "
    return [...document.querySelectorAll(arguments[0])].filter(element =>
        element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
        .map(element => element.innerText)";

impl Browser {
    /// The texts of all matching elements that are to be seen now.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let texts = self.try_evaluate(SHOWN_TEXTS, &[json!(css)]).await.unwrap_or_default();
        let texts: Vec<String> = serde_json::from_value(texts).unwrap_or_default();
        texts.iter().map(|text| plain(text)).collect()
    }

    /// The text of an element, once it shows.
    pub async fn text(&self, css: &str) -> String {
        self.wait(&format!("{css} to show"), async || self.texts(css).await.into_iter().next()).await
    }

    /// Waits until an element shows.
    pub async fn sees(&self, css: &str) {
        self.shown(css).await;
    }

    /// Waits until an element shows a text that contains `text`.
    pub async fn reads(&self, css: &str, text: &str) {
        let wanted = plain(text);
        let what = format!("{css} to say “{wanted}”");
        let reads = async || self.texts(css).await.iter().any(|text| text.contains(&wanted));
        self.wait_until(&what, reads).await;
    }

    /// Waits until an element shows the message of that id, without arguments.
    pub async fn reads_message(&self, css: &str, id: &str) {
        self.reads(css, &self.words.say(id)).await;
    }

    /// Waits until no such element is to be seen.
    pub async fn no_longer_sees(&self, css: &str) {
        let what = format!("{css} to go");
        self.wait_until(&what, async || self.count(css).await == Some(0)).await;
    }

    /// How many such elements are to be seen now; `None` while a page is loading.
    pub async fn count(&self, css: &str) -> Option<usize> {
        let texts = self.try_evaluate(SHOWN_TEXTS, &[json!(css)]).await.ok()?;
        texts.as_array().map(Vec::len)
    }

    /// What stands in a field.
    pub async fn value(&self, css: &str) -> String {
        self.shown(css).await;
        let value = self.evaluate("return document.querySelector(arguments[0])?.value", &[json!(css)]).await;
        plain(value.as_str().unwrap_or_default())
    }

    /// Waits until a field holds that text.
    pub async fn holds_value(&self, css: &str, text: &str) {
        let wanted = plain(text);
        self.wait_until(&format!("{css} to hold “{wanted}”"), async || self.value(css).await == wanted).await;
    }

    /// An attribute of an element, if it has it.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        const ATTRIBUTE: &str = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        self.evaluate(ATTRIBUTE, &[json!(css), json!(name)]).await.as_str().map(str::to_owned)
    }

    /// Waits until the keyboard is at an element.
    pub async fn is_at(&self, css: &str) {
        let at = format!("document.activeElement?.matches({})", Value::from(css));
        let here = self.keyboard().await;
        self.wait_until(&format!("the keyboard to be at {css} (it was at {here})"), async || self.holds(&at).await)
            .await;
    }

    /// Where the keyboard is: the element's start tag.
    pub async fn keyboard(&self) -> String {
        let tag = self.try_evaluate("return document.activeElement?.cloneNode().outerHTML", &[]).await;
        tag.ok().and_then(|tag| tag.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The HTTP status that the page came with.
    pub async fn status(&self) -> u64 {
        const STATUS: &str = "return performance.getEntriesByType('navigation')[0].responseStatus";
        self.evaluate(STATUS, &[]).await.as_u64().unwrap_or_default()
    }

    /// The window's title.
    pub async fn reads_title(&self, id: &str) {
        let wanted = self.words.say(id);
        let title = async || self.driver.title().await.is_ok_and(|title| plain(&title) == wanted);
        self.wait_until(&format!("the title “{wanted}”"), title).await;
    }

    /// The cookie that holds the session: when it ends, in seconds from now. `None`: it is not there.
    pub async fn session_cookie(&self) -> Option<SessionCookie> {
        let cookies = self.driver.get_all_cookies().await.expect("the browser tells its cookies");
        let cookie = cookies.into_iter().find(|cookie| cookie.name == "perfil" || cookie.name == "__Host-perfil")?;
        let now = self.evaluate("return Math.floor(Date.now() / 1000)", &[]).await.as_i64().unwrap_or_default();
        Some(SessionCookie { seconds: cookie.expiry.map(|end| end - now), http_only: cookie.http_only == Some(true) })
    }
}

/// A cookie that keeps somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCookie {
    /// How long it lives; `None`: as long as the browser is open.
    pub seconds: Option<i64>,
    /// Whether scripts cannot read it.
    pub http_only: bool,
}
