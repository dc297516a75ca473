//! What a link is about, for the page that shows its button. Looking changes nothing, so that a mail scanner that follows
//! every link does no harm.

use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::password_policy::min_chars;
use crate::{Accounts, phone_plan};
use perfil_models::EmailAddress;
use perfil_models::error::LinkError;
use perfil_models::request::OpenLink;
use perfil_models::view::{Link, LinkPurpose};
use perfil_store::resets::{INVITATION, RESET};
use perfil_store::users::UserRow;
use perfil_store::{AnyConnection, contact_changes, resets, undo};

impl Accounts {
    /// What the link would do, if it works.
    pub async fn open_link(&self, form: &OpenLink) -> Result<Link, LinkError> {
        let hash = token_hash(form.token.reveal());
        let mut db = self.parts.store.read().await.or_fault()?;
        match form.purpose {
            LinkPurpose::ConfirmEmail => self.open_confirmation(&mut db, &hash).await,
            LinkPurpose::Undo => self.open_undo(&mut db, &hash).await,
            LinkPurpose::ResetPassword => self.open_reset(&mut db, &hash).await,
            LinkPurpose::Unsubscribe => {
                let (user, topic) = self.unsubscribing(&mut db, form.token.reveal()).await?;
                Ok(Link::Unsubscribe { topic, email: masked(&user.email) })
            }
            LinkPurpose::Invitation => self.open_invitation(&mut db, &hash).await,
            LinkPurpose::Join => self.open_join(&mut db, &hash).await,
        }
    }

    async fn open_confirmation(&self, db: &mut AnyConnection, hash: &str) -> Result<Link, LinkError> {
        let change = contact_changes::by_link(db, hash).await.or_fault()?.ok_or(LinkError::Unknown)?;
        let user = self.linked_user(db, &change.user_id).await?;
        self.check_link(&change)?;
        Ok(Link::ConfirmEmail { new: change.new_value, old: masked(&user.email) })
    }

    async fn open_undo(&self, db: &mut AnyConnection, hash: &str) -> Result<Link, LinkError> {
        let Some(change) = undo::by_link(db, hash).await.or_fault()? else {
            let user = self.open_undo_of_deletion(db, hash).await?;
            return Ok(Link::KeepAccount { email: masked(&user.email) });
        };
        let user = self.linked_user(db, &change.user_id).await?;
        self.check_undo(&change, &user)?;
        Ok(if change.kind == contact_changes::EMAIL {
            Link::UndoEmail { new: masked(&change.new_value), old: change.old_value }
        } else {
            Link::UndoPhone {
                old: phone_plan::international(&change.old_value),
                new: phone_plan::masked(&change.new_value),
            }
        })
    }

    async fn open_reset(&self, db: &mut AnyConnection, hash: &str) -> Result<Link, LinkError> {
        let user = self.user_to_choose(db, RESET, hash).await?;
        Ok(Link::ResetPassword { min: min_chars(&user), email: user.email })
    }

    async fn open_invitation(&self, db: &mut AnyConnection, hash: &str) -> Result<Link, LinkError> {
        let user = self.user_to_choose(db, INVITATION, hash).await?;
        Ok(Link::Invitation { min: min_chars(&user), email: user.email, organization: user.organization_name })
    }

    /// Who may choose a password by that link.
    async fn user_to_choose(&self, db: &mut AnyConnection, purpose: &str, hash: &str) -> Result<UserRow, LinkError> {
        let link = resets::by_link(db, purpose, hash).await.or_fault()?.ok_or(LinkError::Unknown)?;
        let user = self.linked_user(db, &link.user_id).await?;
        self.check_reset(&link)?;
        Ok(user)
    }
}

fn masked(email: &str) -> String {
    EmailAddress::parse(email).map(|email| email.masked()).unwrap_or_default()
}
