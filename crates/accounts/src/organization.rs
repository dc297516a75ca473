//! *Organization Settings*: a page of its members, and the invitations that wait.

use crate::fault::OrFault;
use crate::member_invitation::MOST_WAITING;
use crate::role_requests::RoleRequestFacts;
use crate::{Accounts, Client, Session};
use perfil_models::request::ShowMembers;
use perfil_models::view::Standing;
use perfil_models::{AccessError, InvitationId, Permission, Region, Role, Topic, UserId};
use perfil_store::invitations::{self, InvitationRow};
use perfil_store::members::{self, After, MemberRow};
use perfil_store::users::{self, NO_PASSWORD};

/// Members on one page.
const PAGE: i64 = 50;
/// The most characters that are searched for.
const MAX_SEARCH: usize = 100;

/// The page as a whole, its times in milliseconds, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationPage {
    /// The organization's name.
    pub name: String,
    /// The reader's role.
    pub role: Role,
    /// What was searched for; empty: nothing.
    pub search: String,
    /// The members on this page.
    pub members: Vec<MemberFacts>,
    /// Where the next page begins, if there are more.
    pub more: Option<String>,
    /// Invitations that wait, the newest first.
    pub invitations: Vec<InvitationFacts>,
    /// Requests for roles that wait, the oldest first.
    pub requests: Vec<RoleRequestFacts>,
    /// The topics about money that nobody would be told about.
    pub unreached: Vec<Topic>,
    /// How the reader writes times.
    pub region: Region,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFacts {
    /// Who.
    pub id: UserId,
    /// The name.
    pub display_name: String,
    /// The address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Whether a verified number is on file.
    pub has_phone: bool,
    /// When the person was last here, milliseconds.
    pub last_seen: Option<i64>,
    /// Whether the person can sign in.
    pub standing: Standing,
    /// Whether this is the reader.
    pub is_you: bool,
}

/// An invitation that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationFacts {
    /// Which.
    pub id: InvitationId,
    /// The address.
    pub email: String,
    /// What the person will be.
    pub role: Role,
    /// The name of who invites.
    pub inviter: String,
    /// When the link ends, milliseconds.
    pub expires_at: i64,
    /// Whether it has ended.
    pub has_expired: bool,
    /// Whether the reader may send it again or revoke it.
    pub may_manage: bool,
}

impl Accounts {
    /// A page of members, and what waits, for who may view the organization.
    pub async fn organization(
        &self,
        session: &Session,
        client: &Client,
        form: ShowMembers,
    ) -> Result<OrganizationPage, AccessError> {
        if !session.may(Permission::ViewOrganization) {
            return Err(AccessError::Forbidden);
        }
        let after = form.after.as_deref().map_or(Some(After::default()), after).ok_or(AccessError::BadRequest)?;
        let search: String = form.search.trim().chars().take(MAX_SEARCH).collect();
        let organization = &session.organization_id;
        let mut db = self.parts.store.read().await.or_fault()?;
        let own = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let mut rows = if search.is_empty() {
            members::page(&mut db, organization, &after, PAGE + 1).await.or_fault()?
        } else {
            members::search(&mut db, organization, &search, &after, PAGE + 1).await.or_fault()?
        };
        let has_more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let waiting = invitations::waiting(&mut db, organization, MOST_WAITING).await.or_fault()?;
        let requests = self.waiting_role_requests(&mut db, session).await?;
        let unreached = self.unreached(&mut db, session).await?;
        drop(db);
        let now = self.now();
        Ok(OrganizationPage {
            role: session.role,
            search,
            more: rows.last().filter(|_| has_more).map(cursor),
            members: rows.into_iter().map(|row| member_facts(row, &session.user_id)).collect(),
            invitations: waiting.into_iter().map(|row| invitation_facts(row, session.role, now)).collect(),
            requests,
            unreached,
            region: self.region_of(&own, client),
            name: own.organization_name,
        })
    }
}

fn member_facts(row: MemberRow, reader: &UserId) -> MemberFacts {
    let standing = match row.disabled_at {
        Some(_) => Standing::Deactivated,
        None if row.password_hash == NO_PASSWORD => Standing::Invited,
        None => Standing::Active,
    };
    MemberFacts {
        is_you: row.id == reader.as_str(),
        role: Role::of_row(&row.role),
        has_phone: row.phone.is_some(),
        last_seen: row.last_seen_at.max(row.visited_at),
        standing,
        id: UserId::new(row.id),
        display_name: row.display_name,
        email: row.email,
    }
}

fn invitation_facts(row: InvitationRow, reader: Role, now: i64) -> InvitationFacts {
    InvitationFacts {
        id: row.id(),
        role: row.role(),
        has_expired: row.expires_at <= now,
        may_manage: reader.invites_into().contains(&row.role()),
        expires_at: row.expires_at,
        email: row.email,
        inviter: row.inviter,
    }
}

/// `WORD-ID` of the last member of a page.
fn cursor(row: &MemberRow) -> String {
    format!("{}-{}", row.word, row.id)
}

/// The inverse of a cursor.
fn after(cursor: &str) -> Option<After> {
    let (word, user) = cursor.split_once('-')?;
    let is_word = word.len() <= 1_000 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_word.then(|| After { word: word.to_owned(), user: user.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_behind_its_member() {
        let found = after("616e6e61-01JDQZ").expect("a cursor");
        assert_eq!((found.word.as_str(), found.user.as_str()), ("616e6e61", "01JDQZ"));
        for nonsense in ["", "616e", "Anna-01JDQZ", "%-1"] {
            assert_eq!(after(nonsense), None, "{nonsense}");
        }
    }
}
