//! Whether what is told about money reaches anybody at all.

use crate::fault::OrFault;
use crate::notifications::RECENT;
use crate::{Accounts, Session};
use perfil_models::{AccessError, Permission, Topic};
use perfil_store::{AnyConnection, reach};

impl Accounts {
    /// The topics about money that nobody in the organization would be told about; none for who cannot change that.
    pub(crate) async fn unreached(&self, db: &mut AnyConnection, session: &Session) -> Result<Vec<Topic>, AccessError> {
        let mut unreached = Vec::new();
        if !session.may(Permission::EditRoles) {
            return Ok(unreached);
        }
        for topic in Topic::ALL.into_iter().filter(|topic| topic.permission() == Some(Permission::Billing)) {
            let since = self.now() - RECENT;
            if !reach::is_anyone_told(db, &session.organization_id, topic, since).await.or_fault()? {
                unreached.push(topic);
            }
        }
        Ok(unreached)
    }
}
