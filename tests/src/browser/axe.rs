//! Looking for accessibility faults with axe-core.

use super::Browser;
use serde_json::{Value, json};
use std::path::PathBuf;

const RUN: &str = "
    const [options, done] = arguments;
    axe.run(document, { ...options, resultTypes: ['violations'] })
        .then(result => done(result.violations), why => done(String(why)))";

impl Browser {
    /// What axe-core finds wrong with the page as it is now, in words.
    pub async fn accessibility_faults(&self) -> Vec<String> {
        self.faults(json!({ "rules": { "target-size": { "enabled": true } } })).await
    }

    /// What axe-core finds wrong with the page's colours as they are now, in words.
    pub async fn colour_faults(&self) -> Vec<String> {
        self.faults(json!({ "runOnly": ["color-contrast", "link-in-text-block"] })).await
    }

    async fn faults(&self, options: Value) -> Vec<String> {
        if !self.holds("window.axe").await {
            self.evaluate(&script(), &[]).await;
        }
        self.settle().await;
        let violations = self.evaluate_later(RUN, &[options]).await;
        let Value::Array(violations) = violations else { panic!("axe-core failed: {violations}") };
        violations.iter().map(in_words).collect()
    }
}

fn script() -> String {
    let path = std::env::var_os("PERFIL_AXE").map_or_else(in_cache, PathBuf::from);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|why| panic!("axe-core cannot be read from {}: {why}", path.display()))
}

/// Where `cargo xtask setup` puts it, for a run without `cargo xtask test`.
fn in_cache() -> PathBuf {
    let home = PathBuf::from(std::env::var_os("HOME").expect("PERFIL_AXE or HOME is set"));
    let cache = std::fs::read_dir(home.join(".cache/perfil")).into_iter().flatten().flatten();
    let folder = cache.map(|entry| entry.path()).find(|path| path.to_string_lossy().contains("/axe-core-"));
    folder.expect("PERFIL_AXE names axe.min.js").join("node_modules/axe-core/axe.min.js")
}

fn in_words(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut words =
        format!("{} ({}): {}", text(&violation["id"]), text(&violation["impact"]), text(&violation["help"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let summary = text(&node["failureSummary"]).replace('\n', "\n      ");
        words.push_str(&format!("\n    {}\n      {summary}", text(&node["html"])));
    }
    words
}
