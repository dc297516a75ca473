//! The organization's own settings, as its Owner decides them.

use crate::{Answer, Client};
use serde_json::{Value, json};

/// The page.
pub const SETTINGS_PAGE: &str = "/organization/settings";

impl Client {
    /// What is decided, if one may see it.
    pub async fn see_organization_settings(&self) -> Answer {
        self.ask("/api/organization/settings").await
    }

    /// What is decided, as the Owner sees it.
    pub async fn organization_settings(&self) -> Value {
        self.see_organization_settings().await.expect(200).json()
    }

    /// Sends a form of these settings.
    pub async fn save_organization(&self, form: Value) -> Answer {
        self.call("/api/organization/settings/save", form).await
    }

    /// Decides something else about one thing.
    pub async fn change_organization(&self, field: &str, value: impl Into<Value>) -> Answer {
        let mut form = form_of(&self.organization_settings().await);
        form[field] = value.into();
        self.save_organization(form).await
    }

    /// Ends every other session in the organization.
    pub async fn sign_everyone_out(&self, password: &str) -> Answer {
        self.call("/api/organization/sign-everyone-out", json!({ "password": password })).await
    }
}

/// The form as a page with these settings begins with it.
pub fn form_of(settings: &Value) -> Value {
    let text = |field: &str| settings[field].as_str().unwrap_or_default().to_owned();
    let password_min = settings["password_min"].as_u64().map(|min| min.to_string()).unwrap_or_default();
    json!({
        "name": text("name"),
        "currency": text("currency"),
        "language": text("language"),
        "country": text("country"),
        "time_zone": text("time_zone"),
        "password_min": password_min,
        "sms_countries": settings["sms_countries"],
        "version": settings["version"],
    })
}
