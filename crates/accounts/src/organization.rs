//! *Organization Settings*: for now, who is in it.

use crate::fault::OrFault;
use crate::{Accounts, Session};
use perfil_models::view::{Member, Organization};
use perfil_models::{AccessError, Permission, Role};
use perfil_store::users;

/// Members on one page.
const PAGE: i64 = 100;

impl Accounts {
    /// The organization and its members, for who may view it.
    pub async fn organization(&self, session: &Session) -> Result<Organization, AccessError> {
        if !session.may(Permission::ViewOrganization) {
            return Err(AccessError::Forbidden);
        }
        let mut db = self.parts.store.read().await.or_fault()?;
        let own = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let rows = users::members(&mut db, &session.organization_id, PAGE).await.or_fault()?;
        let count = users::count_members(&mut db, &session.organization_id).await.or_fault()?;
        let more = u32::try_from(count - rows.len() as i64).unwrap_or(0);
        let mut members: Vec<Member> = rows
            .into_iter()
            .map(|row| Member {
                is_you: row.id == session.user_id.as_str(),
                role: Role::from_word(&row.role).unwrap_or(Role::Member),
                has_phone: row.phone.is_some(),
                display_name: row.display_name,
                email: row.email,
            })
            .collect();
        members.sort_by_key(|member| member.role);
        Ok(Organization { name: own.organization_name, members, more })
    }
}
