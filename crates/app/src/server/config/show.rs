//! The configuration as the operator may see it.

use super::keys::{KEYS, Key, Shown, variable};
use super::{Config, LogFormat, Origin, Reach, WorkerPlace};
use std::fmt::{Display, Write};

impl Config {
    /// What holds, as a TOML file in which secrets are hidden, each line with who decided it.
    pub fn shown(&self) -> String {
        let mut text = String::new();
        for key in KEYS {
            let line = match self.value(key) {
                Some(value) => format!("{} = {}", key.name, toml::Value::String(value)),
                None => format!("# {} is not set", key.name),
            };
            let origin = match self.values.origin(key.name) {
                Origin::Environment => variable(key.name),
                origin => origin.to_string(),
            };
            _ = writeln!(text, "# {} ({origin})\n{line}\n", key.about);
        }
        text
    }

    fn value(&self, key: &Key) -> Option<String> {
        let value = self.plain(key.name)?;
        Some(match key.shown {
            Shown::Plain => value,
            Shown::Hidden => "(hidden)".to_owned(),
            Shown::Address => without_secrets(&value),
        })
    }

    fn plain(&self, name: &str) -> Option<String> {
        match name {
            "database_url" => Some(self.database_url.reveal().to_owned()),
            "listen" => Some(self.listen.to_string()),
            "public_url" => Some(self.public_url_at(self.listen).to_string()),
            "sms_countries" => Some(list(&self.sms_countries)),
            "sms_per_dial_code" => Some(self.sms_per_dial_code.to_string()),
            "trusted_proxies" => Some(list(&self.trusted_proxies)),
            "site_dir" => Some(self.site_dir.display().to_string()),
            "worker" => Some(if self.worker == WorkerPlace::Inside { "inside" } else { "none" }.to_owned()),
            "metrics_reach" => Some(if self.metrics_reach == Reach::Any { "any" } else { "loopback" }.to_owned()),
            "log" => Some(self.log.clone()),
            "log_format" => Some(if self.log_format == LogFormat::Json { "json" } else { "text" }.to_owned()),
            "sign_in_burst" => Some(self.sign_in.burst.to_string()),
            "sign_in_drain_ms" => Some(self.sign_in.drain.to_string()),
            "hash_threads" => Some(self.hash_threads.to_string()),
            "hash_memory_kib" => Some(self.hash_cost.memory_kib.to_string()),
            other => self.values.get(other).map(str::to_owned),
        }
    }
}

fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(",")
}

/// An address without its user, password and parameters; where these cannot be told apart, only its scheme.
fn without_secrets(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once(':') else { return "…".to_owned() };
    let (authority, path) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    match (scheme, authority.strip_prefix("//")) {
        ("sqlite", _) => format!("sqlite:{authority}"),
        (_, Some(place)) if !path.contains('@') => match place.rsplit_once('@') {
            Some((_, host)) => format!("{scheme}://…@{host}"),
            None => format!("{scheme}://{place}"),
        },
        _ => format!("{scheme}:…"),
    }
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn addresses_are_shown_without_what_opens_them() {
        for (url, shown) in [
            ("sqlite:perfil.sqlite", "sqlite:perfil.sqlite"),
            ("postgres://me:p@ss@db:5432/perfil?password=x", "postgres://…@db:5432/perfil"),
            ("smtp://mail.example.com?tls=required", "smtp://mail.example.com"),
            ("postgres:me:x?password=y", "postgres:…"),
            ("smtp://me:p#w@mail.example.com", "smtp:…"),
            ("hunter2", "…"),
        ] {
            assert_eq!(without_secrets(url), shown);
        }
    }
}
