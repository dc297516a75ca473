//! *User info*.

use super::Story;

const RENAMED: &str = "Olive Owens-Moreau";

impl Story {
    pub(super) async fn changes_the_name(&self) {
        let browser = &self.browser;
        browser.fill("#rename-display_name", " ").await;
        browser.click("#rename button[type=submit]").await;
        browser.reads_message("#rename-display_name-error", "name-empty").await;
        browser.is_at("#rename-display_name").await;

        browser.fill("#rename-display_name", &format!("  {RENAMED} ")).await;
        browser.click("#rename button[type=submit]").await;
        browser.reads_message("#rename .notice-done", "done-rename").await;
        browser.no_longer_sees("#rename-display_name-error").await;
        browser.holds_value("#rename-display_name", RENAMED).await;
        browser.reads(".menu-button-name", RENAMED).await;
        assert_eq!(self.stage.server.database.display_name(self.person.email).await, RENAMED);

        browser.reload().await;
        assert_eq!(browser.value("#rename-display_name").await, RENAMED);
        assert_eq!(browser.count("#rename .notice").await, Some(0), "what was done is said once");
    }
}
