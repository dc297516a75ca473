//! The link in a mail that ends mails of its kind (RFC 8058). It needs no session and lasts as long as the keys do: what
//! it carries names the person and the topic, with a proof that Perfil wrote it.

use crate::fault::OrFault;
use crate::keys::{Keys, Purpose};
use crate::{Accounts, Client};
use perfil_models::error::LinkError;
use perfil_models::{EventKind, Topic, UserId};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, notification_choices};

/// What the link of a mail about `topic` to that person carries.
pub fn unsubscribe_token(keys: &Keys, user: &str, topic: Topic) -> String {
    let proof = keys.mac(Purpose::Unsubscribe, &[user, topic.as_str()]);
    format!("{user}.{}.{proof}", topic.as_str())
}

impl Accounts {
    /// Ends mails about the topic that the link is for. Twice is as good as once.
    pub async fn unsubscribe(&self, client: &Client, token: &str) -> Result<(), LinkError> {
        let link = self.proven(token)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &link.user).await.or_fault()?;
        let user = reader(&mut db, &link).await?;
        let now = self.now();
        users::advance(&mut db, &link.user, user.version, now).await.or_fault()?;
        notification_choices::end_mails(&mut db, &link.user, link.topic, now).await.or_fault()?;
        self.record_for(&mut db, &user, client, EventKind::Unsubscribed, link.topic.as_str()).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Whose mails about what the link ends.
    pub(crate) async fn unsubscribing(
        &self,
        db: &mut AnyConnection,
        token: &str,
    ) -> Result<(UserRow, Topic), LinkError> {
        let link = self.proven(token)?;
        Ok((reader(db, &link).await?, link.topic))
    }

    /// What a link names, if Perfil wrote it. Nothing is asked of the database: anybody may come with anything.
    fn proven(&self, token: &str) -> Result<Link, LinkError> {
        let mut parts = token.splitn(3, '.');
        let mut part = || parts.next().unwrap_or_default();
        let (user, topic, proof) = (part(), part(), part());
        if !self.parts.keys.verify(Purpose::Unsubscribe, &[user, topic], proof) {
            return Err(LinkError::Unknown);
        }
        Ok(Link { user: UserId::new(user), topic: Topic::from_word(topic).ok_or(LinkError::Unknown)? })
    }
}

/// What a link carries.
struct Link {
    user: UserId,
    topic: Topic,
}

async fn reader(db: &mut AnyConnection, link: &Link) -> Result<UserRow, LinkError> {
    users::by_id(db, &link.user).await.or_fault()?.ok_or(LinkError::Unknown)
}
