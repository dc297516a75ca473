//! What a browser would do by itself with a page: follow links, post forms, save files.

use super::{App, Line, begin};
use crate::connection::{NoAnswer, Sent};
use crate::files;
use crate::origin::Origin;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use perfil_ui::is_page;

/// The links of a page that other programs open; no other kind leaves the app.
const OUTSIDE: [&str; 3] = ["https://", "http://", "mailto:"];

impl App {
    pub(super) fn follow(self, href: String) {
        let Some(host) = self.host.peek().clone() else { return };
        let path = href.strip_prefix(host.origin.as_str()).unwrap_or(&href);
        if OUTSIDE.iter().any(|scheme| path.starts_with(scheme)) {
            open_outside(href);
        } else if !path.starts_with('/') || path.starts_with("//") {
            tracing::warn!("a link of that kind is not followed");
        } else if is_page(path) {
            self.go(path.to_owned());
        } else {
            spawn_forever(self.fetch(path.to_owned()));
        }
    }

    /// A file is saved; anything else is a page for the person's browser.
    async fn fetch(self, path: String) {
        let Some(host) = self.host.peek().clone() else { return };
        match host.connection.fetch(&path).await {
            Ok(Sent::Refused(_)) => open_outside(host.origin.at(&path)),
            other => self.take(&host.origin, other).await,
        }
    }

    pub(super) async fn send(self, action: String, fields: Vec<(String, String)>) {
        let Some(host) = self.host.peek().clone() else { return };
        let sent = host.connection.send(&action, &fields).await;
        host.tell_tokens();
        self.take(&host.origin, sent).await;
    }

    /// A file is welcome also from a server that was left since; anything else concerns nobody any more.
    async fn take(mut self, from: &Origin, sent: Result<Sent, NoAnswer>) {
        match sent {
            Ok(Sent::File(file)) => self.save(file.name, file.content).await,
            _ if !self.is_at(from) => {}
            Ok(Sent::Moved(path)) => self.go(path),
            Ok(Sent::Refused(status)) => {
                tracing::info!(status, "a form was refused");
                self.line.set(Some(Line::FormRefused));
            }
            Err(NoAnswer) => self.lose(),
        }
    }

    pub(super) async fn save(mut self, name: String, content: Vec<u8>) {
        let saved = tokio::task::spawn_blocking(move || files::save(&name, &content)).await;
        self.line.set(Some(match saved.map_err(std::io::Error::other).flatten() {
            Ok(path) => Line::Saved(path),
            Err(why) => Line::NotSaved(why.to_string()),
        }));
    }

    /// There was no answer: says so, and asks until there is one.
    pub(super) fn lose(mut self) {
        if *self.is_lost.peek() {
            return;
        }
        let Some(host) = self.host.peek().clone() else { return };
        self.is_lost.set(true);
        begin(self.seeking, async move { host.find_again().await });
    }

    /// Asks again now.
    pub(super) fn retry(self) {
        if let Some(host) = self.host.peek().clone() {
            host.hurry();
        }
    }
}

/// Opens an address in the person's browser, or in whatever else it is for.
pub(super) fn open_outside(address: String) {
    tokio::task::spawn_blocking(move || {
        if let Err(why) = webbrowser::open(&address) {
            tracing::warn!("nothing opens: {why}");
        }
    });
}
