//! *My User Settings*, loaded once and shared by its pages.

use super::failure::failed;
use super::load::use_loaded;
use crate::api::account::account;
use crate::app::frame;
use crate::platform;
use dioxus::prelude::*;
use perfil_models::view::{Account, PendingPhone};

/// The account as last heard from the server.
#[derive(Clone, Copy)]
pub struct SharedAccount {
    /// The account.
    pub now: Signal<Account>,
    /// When it was heard, by the browser's clock; 0 before the browser has taken over.
    pub heard_at: Signal<f64>,
}

/// The account, from any page of *My User Settings*.
pub fn use_account() -> SharedAccount {
    use_context()
}

impl SharedAccount {
    /// Takes over what the server answered, also into the drop-down.
    pub fn replace(mut self, account: Account) {
        if let Some(who) = frame().who.write().as_mut() {
            who.display_name.clone_from(&account.display_name);
            who.email.clone_from(&account.email);
        }
        self.heard_at.set(platform::now());
        self.now.set(account);
    }

    /// Takes over what a refusal told about the pending phone change.
    pub fn change_pending(&mut self, change: impl FnOnce(&mut PendingPhone)) {
        if let Some(pending) = &mut self.now.write().pending_phone {
            change(pending);
        }
    }

    /// Asks the server again, quietly.
    pub fn refresh(self) {
        spawn(async move {
            if let Ok(fresh) = account().await {
                self.replace(fresh);
            }
        });
    }
}

/// Loads the account, then shows the pages that need it.
#[component]
pub fn WithAccount(children: Element) -> Element {
    match use_loaded::<Account>()?.answer() {
        Ok(account) => rsx! { Known { account, children } },
        Err(error) => failed(&error),
    }
}

#[component]
fn Known(account: Account, children: Element) -> Element {
    let mut shared = use_context_provider(|| SharedAccount { now: Signal::new(account), heard_at: Signal::new(0.0) });
    use_effect(move || shared.heard_at.set(platform::now()));
    children
}
