//! The session: its tokens, and what the server tells while it lasts.

use super::{App, Line, View, begin, end};
use crate::host::{Command, Host};
use crate::notices::Notices;
use crate::origin::Origin;
use crate::stream::{self, Event};
use crate::vault::{Tokens, VaultError};
use crate::words::say;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use perfil_models::client::EVENTS_PATH;
use std::rc::Rc;
use tokio::sync::mpsc::unbounded_channel;

impl App {
    /// Keeps tokens that have changed. Without a keyring, a person who signed in is asked first.
    pub(super) fn keep(mut self, origin: Origin, tokens: Tokens) {
        if tokens.session.is_none() && self.is_at(&origin) {
            end(self.listening);
        }
        let is_new = tokens.session.is_some();
        spawn_forever(async move {
            let vault = self.vault.cloned();
            // To write, although the vault stays the same: what came first is kept first, and the newest last.
            let vault = vault.get().await.write().await;
            if vault.forgets() && is_new && self.servers.peek().tokens_in_file().is_none() {
                self.asks_to_keep.set(true);
            }
            if let Err(why) = vault.store(&origin, &tokens).await {
                tracing::warn!("the tokens are not kept: {why}");
                if matches!(why, VaultError::Locked) {
                    self.line.set(Some(Line::KeyringLocked));
                }
            }
        });
    }

    /// The person's answer to whether tokens may be kept in a file.
    pub(super) fn answer_to_keep(mut self, agreed: bool) {
        self.asks_to_keep.set(false);
        if let Err(why) = self.servers.write().answer_tokens_in_file(agreed) {
            tracing::warn!("the answer is not kept: {why}");
        }
        if !agreed {
            return;
        }
        spawn_forever(async move {
            let vault = self.vault.cloned();
            if let Err(why) = vault.get().await.write().await.keep_in_file(&self.start.peek().folders.config) {
                tracing::warn!("the tokens are not kept: {why}");
            }
        });
    }

    /// Listens to the server while somebody is signed in.
    pub(super) fn listen(self, host: &Rc<Host>, signed_in: bool) {
        if !signed_in {
            end(self.listening);
        } else if self.listening.peek().is_none() {
            begin(self.listening, follow(host.clone()));
        }
    }

    /// What the server told.
    pub(super) fn hear(mut self, event: Event) {
        match event {
            Event::Connected => self.is_lost.set(false),
            Event::Lost => _ = spawn_forever(self.look_for_server()),
            Event::TooOld => self.view.set(View::TooOld),
            Event::SignedOut => self.end_session(),
            // The task that listens shows it.
            Event::Notice(_) => {}
        }
    }

    /// The stream broke; that may be all.
    async fn look_for_server(self) {
        let Some(host) = self.host.peek().clone() else { return };
        if !host.connection.is_reachable().await {
            self.lose();
        }
    }

    fn end_session(mut self) {
        self.listening.set(None);
        let Some(host) = self.host.peek().clone() else { return };
        // Whoever has signed out in this window knows.
        if host.connection.forget_session() {
            host.tell_tokens();
            self.view.set(View::Ended);
        }
    }
}

async fn follow(host: Rc<Host>) {
    let (clicks, mut clicked) = unbounded_channel();
    let notices = Rc::new(Notices::start(clicks).await);
    let teller = host.clone();
    spawn_forever(async move {
        while let Some(path) = clicked.recv().await {
            teller.tell(Command::Clicked(path));
        }
    });
    let request = || host.connection.get(EVENTS_PATH);
    stream::follow(request, |event| {
        if let Event::Notice(notice) = &event {
            let (notices, notice) = (notices.clone(), notice.clone());
            spawn_forever(async move { notices.show(&notice, &say("desktop-notice-open")).await });
        }
        host.tell(Command::Happened(event));
    })
    .await;
}
