//! What a person does: clicking, typing, pasting.

use super::Browser;
use serde_json::json;
use thirtyfour::prelude::*;

/// Says which of the matching elements is to be seen.
const FIRST_SHOWN: &str = "
    return [...document.querySelectorAll(arguments[0])].findIndex(element =>
        element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)";

impl Browser {
    /// Waits until an element shows, and answers with it.
    pub(super) async fn shown(&self, css: &str) -> WebElement {
        self.wait(&format!("{css} to show"), async || self.try_shown(css).await).await
    }

    async fn try_shown(&self, css: &str) -> Option<WebElement> {
        let place = self.try_evaluate(FIRST_SHOWN, &[json!(css)]).await.ok()?.as_i64()?;
        let place = usize::try_from(place).ok()?;
        self.driver.find_all(By::Css(css)).await.ok()?.into_iter().nth(place)
    }

    /// Clicks on an element as soon as it shows and nothing covers it.
    pub async fn click(&self, css: &str) {
        let what = format!("{css} to be clicked on");
        self.wait_until(&what, async || match self.try_shown(css).await {
            Some(element) => element.click().await.is_ok(),
            None => false,
        })
        .await;
    }

    /// Types into a field in place of what stands there.
    pub async fn fill(&self, css: &str, text: &str) {
        let what = format!("{css} to be typed into");
        self.wait_until(&what, async || {
            let Some(element) = self.try_shown(css).await else { return false };
            element.clear().await.is_ok() && element.send_keys(text).await.is_ok()
        })
        .await;
    }

    /// Types where the keyboard is now.
    pub async fn type_text(&self, text: &str) {
        let typing = self.driver.action_chain().send_keys(text).perform().await;
        typing.unwrap_or_else(|why| panic!("cannot type: {why}"));
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.type_text(&key.value().to_string()).await;
    }

    /// Presses a key while another one is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        let chain = self.driver.action_chain().key_down(held.value());
        let key = key.into();
        let pressing = chain.key_down(key).key_up(key).key_up(held.value()).perform().await;
        pressing.unwrap_or_else(|why| panic!("cannot press keys: {why}"));
    }

    /// Pastes text where the keyboard is now, from the clipboard.
    pub async fn paste(&self, text: &str) {
        self.may_use_the_clipboard().await;
        const COPY: &str = "
            const [text, done] = arguments;
            navigator.clipboard.writeText(text).then(() => done('copied'), why => done(String(why)))";
        let copied = self.evaluate_later(COPY, &[json!(text)]).await;
        assert_eq!(copied, "copied");
        self.press_with(Key::Control, 'v').await;
    }

    /// Clicks on a place of the window, in CSS pixels.
    pub async fn click_at(&self, x: i64, y: i64) {
        let clicking = self.driver.action_chain().move_to(x, y).click().perform().await;
        clicking.unwrap_or_else(|why| panic!("cannot click at {x}, {y}: {why}"));
    }
}
