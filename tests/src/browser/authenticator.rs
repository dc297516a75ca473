//! An authenticator in the browser, and what is done with what it keeps.

use super::Browser;
use serde_json::json;
use std::path::Path;

impl Browser {
    /// Gives it an authenticator that keeps passkeys and answers at once, as if its owner had touched it.
    pub async fn has_authenticator(&self) {
        self.command("WebAuthn.enable", json!({ "enableUI": false })).await;
        let options = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "automaticPresenceSimulation": true,
        });
        self.command("WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await;
    }

    /// From now on, on this page, its dialogue about passkeys is closed as soon as it opens.
    pub async fn refuses_passkeys(&self) {
        const REFUSE: &str = "
            const refuse = async () => { throw new DOMException('The dialogue was closed.', 'NotAllowedError'); };
            navigator.credentials.create = refuse;
            navigator.credentials.get = refuse";
        self.evaluate(REFUSE, &[]).await;
    }

    /// From the next page on it is a browser from before passkeys.
    pub async fn knows_no_passkeys(&self) {
        let source = "delete window.PublicKeyCredential";
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    }

    /// Lets pages use the clipboard.
    pub async fn may_use_the_clipboard(&self) {
        let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
        self.command("Browser.grantPermissions", json!({ "permissions": permissions })).await;
    }

    /// Puts files that pages hand out into that folder.
    pub async fn downloads_to(&self, folder: &Path) {
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.command("Browser.setDownloadBehavior", behaviour).await;
    }
}
