//! Signing out.

use super::Story;
use crate::stage::open_menu;

impl Story {
    /// The button *back* does not bring the page back as it was while somebody was signed in.
    pub(super) async fn signs_out(&self) {
        let browser = &self.browser;
        browser.visit("/settings/user").await;
        open_menu(browser).await;
        browser.click("#sign-out button").await;
        browser.arrive("/sign-in").await;
        assert_eq!(browser.session_cookie().await, None);
        browser.back().await;
        browser.ready().await;
        browser.reads_message("h1", "sign-in-title").await;
        assert_eq!(browser.count("#account-menu-button").await, Some(0));
        assert!(browser.address().await.starts_with("/sign-in"), "{}", browser.address().await);
    }
}
