//! What pages complain about.

use super::Browser;
use serde_json::{Value, json};

impl Browser {
    /// What the console says that it should not, and what the page's policy kept out. Refusals are no complaints: the
    /// console names every answer with a status of 4xx. Neither is it one that a browser without script does not use the
    /// program.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("chromedriver keeps the console's log");
        let mut complaints: Vec<String> = entries
            .into_iter()
            .filter(|entry| !is_refusal(entry.source.as_deref(), &entry.message))
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
            .filter(|entry| self.setup.script || !entry.message.contains("was preloaded using link preload"))
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect();
        let violations = self.try_evaluate("return window.__violations ?? []", &[]).await.unwrap_or_default();
        let violations = violations.as_array().cloned().unwrap_or_default();
        complaints.extend(violations.iter().map(|violation| format!("policy: {violation}")));
        complaints
    }

    /// What has moved by itself since the page came: the sum of the layout shifts, and what moved.
    pub async fn shifts(&self) -> (f64, Vec<String>) {
        let shifts = self.evaluate("return window.__shifts", &[]).await;
        let shifts = shifts.as_array().cloned().unwrap_or_default();
        let sum = shifts.iter().filter_map(|shift| shift[0].as_f64()).sum();
        (sum, shifts.iter().map(Value::to_string).collect())
    }

    /// Waits until no answer has come for half a second: the page has heard what it asked for.
    pub async fn is_idle(&self) {
        const IDLE: &str = "
            const last = Math.max(0, ...performance.getEntriesByType('resource').map(entry => entry.responseEnd));
            return performance.now() - last > 500";
        let is_idle = async || self.try_evaluate(IDLE, &[]).await.is_ok_and(|value| value == json!(true));
        self.wait_until("the page to be idle", is_idle).await;
    }

    /// Keeps requests away from the network whose address matches one of the patterns; none lets all through.
    pub async fn block(&self, patterns: &[&str]) {
        self.command("Network.enable", json!({})).await;
        self.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        self.command("Network.setBlockedURLs", json!({ "urls": patterns })).await;
    }

    /// Limits how many bytes arrive per second; `None` lifts the limit, also for what is under way.
    pub async fn slow_down(&self, bytes_per_second: Option<u32>) {
        let most = bytes_per_second.map_or(-1, i64::from);
        let conditions = json!({ "offline": false, "latency": 0, "downloadThroughput": most, "uploadThroughput": -1 });
        self.command("Network.enable", json!({})).await;
        self.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        self.command("Network.emulateNetworkConditions", conditions).await;
    }
}

fn is_refusal(source: Option<&str>, message: &str) -> bool {
    source == Some("network") && message.contains("the server responded with a status of 4")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_refusals_are_let_pass() {
        let refusal = "http://localhost/api/x - Failed to load resource: the server responded with a status of 422 ()";
        assert!(is_refusal(Some("network"), refusal));
        assert!(!is_refusal(Some("javascript"), refusal));
        assert!(!is_refusal(Some("network"), &refusal.replace("422", "500")));
        assert!(!is_refusal(Some("network"), "http://localhost/x - Failed to load resource: net::ERR_FAILED"));
    }
}
