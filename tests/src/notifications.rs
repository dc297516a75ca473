//! *Notifications* as a person chooses them, and what became of what the platform told.

use crate::{Answer, Client, Server};
use serde_json::{Value, json};
use std::time::UNIX_EPOCH;

/// Who is told what by which channel, sorted, or why not: `olive.owner email payment-failed`,
/// `olive.owner sms payment-failed: sms-off`.
pub async fn told(server: &Server) -> Vec<String> {
    let mut lines = Vec::new();
    for row in server.database.notifications().await {
        let person = row.person.split('@').next().unwrap_or_default();
        let why = row.last_error.filter(|_| row.state == "suppressed").map(|why| format!(": {why}"));
        lines.push(format!("{person} {} {}{}", row.channel, row.template, why.unwrap_or_default()));
    }
    lines.sort();
    lines
}

/// How many messages of that template are to be sent, or were.
pub async fn count(server: &Server, template: &str) -> usize {
    let rows = server.database.notifications().await;
    rows.iter().filter(|row| row.template == template && row.state != "suppressed").count()
}

impl Client {
    /// The page *Notifications*.
    pub async fn notifications(&self) -> Value {
        self.ask("/api/notifications").await.expect(200).json()
    }

    /// The credit on that page.
    pub async fn credit(&self) -> Value {
        self.notifications().await["billing"]["credit"].clone()
    }

    /// Chooses how to be told about imports of contacts.
    pub async fn try_choose_contacts(&self, email: bool, sms: bool) -> Answer {
        let version = self.notifications().await["version"].clone();
        self.call("/api/notifications/contacts", json!({ "email": email, "sms": sms, "version": version })).await
    }

    /// The same, expected to be taken; what holds then.
    pub async fn choose_contacts(&self, email: bool, sms: bool) -> Value {
        self.try_choose_contacts(email, sms).await.expect(200).json()
    }

    /// Saves what `changed` names of *Notifications, Billing*; the rest stays as it is.
    pub async fn try_choose_billing(&self, changed: Value) -> Answer {
        let form = billing_form(&self.notifications().await, changed);
        self.call("/api/notifications/billing", form).await
    }

    /// The same, expected to be taken; what holds then.
    pub async fn choose_billing(&self, changed: Value) -> Value {
        self.try_choose_billing(changed).await.expect(200).json()
    }

    /// Sets the minimum balance; what holds then.
    pub async fn choose_minimum(&self, minimum: &str) -> Value {
        self.choose_billing(json!({ "minimum": minimum })).await
    }

    /// Presses *Alert me now*.
    pub async fn alert_now(&self) -> Answer {
        self.ask("/api/notifications/alert-now").await
    }

    /// The history, the newest first.
    pub async fn notification_history(&self, before: Option<&str>) -> Value {
        self.call("/api/notifications/history", json!({ "before": before })).await.expect(200).json()
    }
}

/// What the form of *Notifications, Billing* sends, with `changed` in place of what is shown.
pub fn billing_form(shown: &Value, changed: Value) -> Value {
    let billing = &shown["billing"];
    let mut form = json!({ "minimum": billing["minimum"], "version": shown["version"] });
    for topic in ["payments", "invoices", "low_credit"] {
        for channel in ["email", "sms"] {
            form[format!("{topic}_{channel}")] = billing[topic][channel].clone();
        }
    }
    let Value::Object(changed) = changed else { panic!("fields of the form: {changed}") };
    for (field, value) in changed {
        form[field] = value;
    }
    form
}

/// Hours that last since an hour ago and for another one, by the clock of UTC, as inputs of the type `time` hold them.
pub fn hours_around_now() -> [String; 2] {
    let minutes = UNIX_EPOCH.elapsed().expect("the clock is set").as_secs() / 60;
    [minutes - 60, minutes + 60].map(|minute| format!("{:02}:{:02}", minute / 60 % 24, minute % 60))
}
