//! Which server: at the start, by the person's choice, by a link.

use super::{App, Line, View, end};
use crate::check::{Server, check};
use crate::connection::Connection;
use crate::host::Host;
use crate::instance;
use crate::links::Link;
use crate::origin::Origin;
use crate::servers::pinned;
use crate::system;
use crate::vault::VaultError;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use std::rc::Rc;

const SIGN_OUT: &str = "/api/sign-out";

impl App {
    /// The server that the environment names, else the one that was used last; else the person is asked.
    pub(super) async fn open_first(mut self, start: &instance::Start) {
        let current = self.servers.peek().current().cloned();
        match (pinned(), current) {
            (Some(typed), _) => match check(&typed, &self.start.peek().http).await {
                Ok(server) => self.use_server(server.origin, "/".to_owned()).await,
                Err(problem) => self.view.set(View::Welcome { typed, problem: Some(problem) }),
            },
            (None, Some(origin)) => self.use_server(origin, "/".to_owned()).await,
            (None, None) => self.view.set(View::Welcome { typed: String::new(), problem: None }),
        }
        if let Some(link) = &start.link {
            self.open_link(link);
        }
    }

    /// Uses the server that the person chose.
    pub(super) fn chose(self, server: Server) {
        spawn_forever(self.use_server(server.origin, "/".to_owned()));
    }

    async fn use_server(mut self, origin: Origin, path: String) {
        if let Err(why) = self.servers.write().choose(&origin, system::now()) {
            tracing::warn!("the list of servers is not kept: {why}");
        }
        self.leave();
        self.view.set(View::Opening);
        let vault = self.vault.cloned();
        let mut is_locked = false;
        let tokens = vault.get().await.read().await.load(&origin).await.unwrap_or_else(|why| {
            tracing::warn!("the tokens cannot be read: {why}");
            is_locked = matches!(why, VaultError::Locked);
            None
        });
        let connection = Connection::new(self.start.peek().http.clone(), &origin, tokens.unwrap_or_default());
        self.host.set(Some(Rc::new(Host::new(origin, connection, self.commands.cloned()))));
        self.go(path);
        if is_locked {
            self.line.set(Some(Line::KeyringLocked));
        }
    }

    /// Asks which server to use. A page that has yet to come does not come in between.
    pub(super) fn ask_for_server(mut self) {
        end(self.opening);
        self.view.set(View::Welcome { typed: String::new(), problem: None });
    }

    /// What the server of before does is of no interest any more.
    fn leave(mut self) {
        for running in [self.listening, self.opening, self.seeking] {
            end(running);
        }
        self.host.set(None);
        self.is_lost.set(false);
    }

    /// Forgets a server, and signs out of it.
    pub(super) fn forget(mut self, origin: Origin) {
        if let Err(why) = self.servers.write().forget(&origin) {
            tracing::warn!("the list of servers is not kept: {why}");
        }
        if self.is_at(&origin) {
            self.leave();
        }
        spawn_forever(async move {
            let vault = self.vault.cloned();
            let vault = vault.get().await.read().await;
            if let Ok(Some(tokens)) = vault.load(&origin).await {
                let connection = Connection::new(self.start.peek().http.clone(), &origin, tokens);
                // Where nobody answers, the session ends by itself.
                let _ = connection.post(SIGN_OUT, None).await;
            }
            if let Err(why) = vault.forget(&origin).await {
                tracing::warn!("the tokens are still kept: {why}");
            }
        });
    }

    /// Opens a `perfil://` link, if it belongs to a server that the person uses.
    pub(super) fn open_link(mut self, text: &str) {
        let Some(link) = Link::parse(text) else { return self.line.set(Some(Line::LinkRefused)) };
        let servers = self.servers.peek();
        let origin = link.server(servers.known().iter().map(|known| &known.origin)).cloned();
        drop(servers);
        match origin {
            None => self.line.set(Some(Line::LinkOfStranger(link.origin.name().to_owned()))),
            Some(origin) if self.is_at(&origin) => self.go(link.path),
            Some(origin) => _ = spawn_forever(self.use_server(origin, link.path)),
        }
    }
}
