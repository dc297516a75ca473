//! The security events of an account.

use crate::fault::OrFault;
use crate::{Accounts, Client, Session};
use perfil_models::{AccessError, EventKind, OrganizationId, SessionId, UserId};
use perfil_store::AnyConnection;
use perfil_store::events::{self, NewEvent};
use perfil_store::users::UserRow;

/// The network of what the operator does.
pub(crate) const COMMAND_LINE: &str = "command line";
/// The network of what the platform does.
pub(crate) const PLATFORM: &str = "platform";
/// The network of what the Owner does to a member, whom the Owner's own network does not concern.
pub(crate) const ORGANIZATION: &str = "organization";

/// Whom an event concerns.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub organization_id: &'a OrganizationId,
    pub user_id: &'a UserId,
    pub session_id: Option<&'a SessionId>,
}

impl<'a> From<&'a Session> for Subject<'a> {
    fn from(session: &'a Session) -> Self {
        Self { organization_id: &session.organization_id, user_id: &session.user_id, session_id: Some(&session.id) }
    }
}

impl Accounts {
    /// Appends a security event, and logs the same without personal data.
    pub(crate) async fn record(
        &self,
        db: &mut AnyConnection,
        subject: Subject<'_>,
        client: &Client,
        happened: EventKind,
        detail: &str,
    ) -> Result<(), AccessError> {
        self.record_from(db, subject, &client.ip_prefix(), happened, detail).await
    }

    /// The same of a person who is not signed in.
    pub(crate) async fn record_for(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        kind: EventKind,
        detail: &str,
    ) -> Result<(), AccessError> {
        let (organization_id, user_id) = (user.organization_id(), user.id());
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
        self.record(db, subject, client, kind, detail).await
    }

    /// The same for what comes from no client, such as the command line.
    pub(crate) async fn record_from(
        &self,
        db: &mut AnyConnection,
        subject: Subject<'_>,
        network: &str,
        happened: EventKind,
        detail: &str,
    ) -> Result<(), AccessError> {
        self.record_all(db, network, &[(subject, happened, detail)]).await
    }

    /// The same for several events at once, of one person or of several.
    pub(crate) async fn record_all(
        &self,
        db: &mut AnyConnection,
        network: &str,
        happened: &[(Subject<'_>, EventKind, &str)],
    ) -> Result<(), AccessError> {
        let ids: Vec<String> = happened.iter().map(|_| self.new_id()).collect();
        let mut events = Vec::with_capacity(happened.len());
        for (id, (subject, kind, detail)) in ids.iter().zip(happened) {
            tracing::info!(event = kind.as_str(), user = %subject.user_id, network, "security");
            events.push(NewEvent {
                id,
                organization_id: subject.organization_id,
                user_id: subject.user_id,
                session_id: subject.session_id,
                kind: kind.as_str(),
                detail,
                ip_prefix: network,
            });
        }
        events::insert(db, &events, self.now()).await.or_fault()
    }
}
