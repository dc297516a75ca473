//! What a key of an organization may not tell, though the operator's keys may: of other organizations, of money, and what
//! would give away or reach people elsewhere.

use crate::fault::OrFault;
use crate::provisioning::{ProvisioningError, TellPerson};
use crate::told_values::invalid;
use crate::{Accounts, Reach};
use perfil_models::EmailAddress;
use perfil_store::organizations::{self, LockedOrganization};
use perfil_store::users::UserRow;
use perfil_store::{AnyConnection, provisioning, users};

/// Takes the lock of the organization that the platform calls so, if it is within reach.
pub(crate) async fn organization_within(
    db: &mut AnyConnection,
    reach: &Reach,
    external_id: &str,
) -> Result<LockedOrganization, ProvisioningError> {
    let row = organizations::lock_by_external_id(db, external_id).await.or_fault()?;
    row.filter(|row| reach.covers(&row.id())).ok_or(ProvisioningError::UnknownOrganization)
}

/// What the organization pays in, and what is kept back, is the platform's to say.
pub(crate) fn check_facts(
    reach: &Reach,
    row: &LockedOrganization,
    saved: &LockedOrganization,
) -> Result<(), ProvisioningError> {
    if reach.is_limited() && saved.currency != row.currency {
        return Err(invalid("currency", "only a key of the operator changes it"));
    }
    if reach.is_limited() && saved.reserve != row.reserve {
        return Err(invalid("reserve", "only a key of the operator changes it"));
    }
    Ok(())
}

/// A number that is told counts as verified, and nobody but the operator vouches for that.
pub(crate) fn check_told(reach: &Reach, told: &TellPerson) -> Result<(), ProvisioningError> {
    match told.phone {
        Some(_) if reach.is_limited() => Err(invalid("phone", "only a key of the operator tells numbers")),
        _ => Ok(()),
    }
}

impl Accounts {
    /// Counts what a key of an organization tells of somebody who may be invited by it, like an invitation by hand, and before
    /// it is said whether the address is taken: so no key writes to crowds, or finds out about them.
    pub(crate) async fn count_address(
        &self,
        reach: &Reach,
        organization: &str,
        external_id: &str,
        email: &EmailAddress,
        opens: bool,
    ) -> Result<(), ProvisioningError> {
        if !reach.is_limited() {
            return Ok(());
        }
        let mut db = self.parts.store.write().await.or_fault()?;
        let organization = organization_within(&mut db, reach, organization).await?.id();
        let user = match provisioning::user_named(&mut db, &organization, external_id).await.or_fault()? {
            Some(id) => users::by_id(&mut db, &id).await.or_fault()?,
            None => None,
        };
        let is_invited = |user: UserRow| {
            let has_moved = !user.email.eq_ignore_ascii_case(email.as_str());
            !user.has_password() && (has_moved || opens && user.disabled_at.is_some())
        };
        if !user.is_none_or(is_invited) {
            return Ok(());
        }
        self.count_invitation(&mut db, &organization, &email.folded()).await?;
        Ok(db.commit().await.or_fault()?)
    }
}
