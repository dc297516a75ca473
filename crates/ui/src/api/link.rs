//! The links of mails and text messages. Nobody needs to be signed in: whoever holds a link has shown to read the mailbox
//! or the telephone.

use super::Refusal;
use perfil_models::error::LinkError;
use perfil_models::request::{OpenLink, UseLink};
use perfil_models::view::{Link, Undone};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What the link would do; looking changes nothing.
    #[post("/api/link", visit: Extension<Visit>)]
    pub async fn open_link(form: OpenLink) -> Result<Link, Refusal<LinkError>> {
        Ok(visit.accounts().open_link(&form).await?)
    }

    /// Makes the new address the account's.
    #[post("/api/email/confirm", visit: Extension<Visit>)]
    pub async fn confirm_email(form: UseLink) -> Result<(), Refusal<LinkError>> {
        Ok(visit.accounts().confirm_email(visit.client(), form).await?)
    }

    /// Brings an address or a number back. All sessions of the account end, the visitor's own too if it is one of them.
    #[post("/api/undo", visit: Extension<Visit>)]
    pub async fn undo(form: UseLink) -> Result<Undone, Refusal<LinkError>> {
        let undone = visit.accounts().undo(visit.client(), form).await?;
        visit.forget_if_ended().await;
        Ok(undone)
    }
    /// Ends mails about a topic.
    #[post("/api/unsubscribe", visit: Extension<Visit>)]
    pub async fn unsubscribe(form: UseLink) -> Result<(), Refusal<LinkError>> {
        Ok(visit.accounts().unsubscribe(visit.client(), form.token.reveal()).await?)
    }
}
