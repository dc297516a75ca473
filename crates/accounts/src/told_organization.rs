//! What the platform tells of an organization, and what of it is new.

use crate::Reach;
use crate::fault::OrFault;
use crate::provisioning::{ProvisioningError, TellOrganization};
use crate::provisioning_by_key::{check_facts, organization_within};
use perfil_store::organization_settings::{self, ToldOrganization};
use perfil_store::organizations::LockedOrganization;
use perfil_store::{AnyConnection, provisioning};

/// Saves what is new about an organization; what held and what holds then. Name and currency follow whoever changed them
/// last: the Owner edits them, too.
pub(crate) async fn save_organization(
    db: &mut AnyConnection,
    reach: &Reach,
    external_id: &str,
    told: TellOrganization,
) -> Result<(LockedOrganization, LockedOrganization), ProvisioningError> {
    let row = organization_within(db, reach, external_id).await?;
    let id = row.id();
    let before = organization_settings::told(db, &id).await.or_fault()?;
    let saved = news(&row, &told, &before);
    check_facts(reach, &row, &saved)?;
    if saved.currency != row.currency && provisioning::has_amounts(db, &id).await.or_fault()? {
        return Err(ProvisioningError::CurrencyInUse);
    }
    if row != saved {
        provisioning::save_organization(db, &saved).await.or_fault()?;
    }
    let told = ToldOrganization { platform_name: Some(told.name), platform_currency: Some(told.currency) };
    if told != before {
        organization_settings::note_told(db, &id, &told).await.or_fault()?;
    }
    Ok((row, saved))
}

/// What becomes of what is. A reserve belongs to the currency that it was told with.
fn news(row: &LockedOrganization, told: &TellOrganization, before: &ToldOrganization) -> LockedOrganization {
    let choose = |is: &String, told: &String, before: &Option<String>| {
        if before.as_ref() == Some(told) { is.clone() } else { told.clone() }
    };
    let name = choose(&row.name, &told.name, &before.platform_name);
    let currency = choose(&row.currency, &told.currency, &before.platform_currency);
    let kept = if row.currency == currency { row.reserve } else { 0 };
    let reserve = told.reserve.filter(|_| told.currency == currency).unwrap_or(kept);
    LockedOrganization { id: row.id.clone(), name, currency, reserve }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, currency: &str, reserve: i64) -> LockedOrganization {
        LockedOrganization { id: "1".to_owned(), name: name.to_owned(), currency: currency.to_owned(), reserve }
    }

    fn told(name: &str, currency: &str, reserve: Option<i64>) -> TellOrganization {
        TellOrganization { name: name.to_owned(), currency: currency.to_owned(), reserve }
    }

    fn before(name: &str, currency: &str) -> ToldOrganization {
        ToldOrganization { platform_name: Some(name.to_owned()), platform_currency: Some(currency.to_owned()) }
    }

    #[test]
    fn the_same_again_leaves_what_the_owner_changed() {
        let edited = row("Harbour & Sons", "USD", 0);
        assert_eq!(news(&edited, &told("Harbour", "EUR", Some(500)), &before("Harbour", "EUR")), edited);
    }

    #[test]
    fn what_is_told_anew_holds() {
        let edited = row("Harbour & Sons", "USD", 0);
        let told = told("Harbour Ltd", "GBP", Some(500));
        assert_eq!(news(&edited, &told, &before("Harbour", "EUR")), row("Harbour Ltd", "GBP", 500));
        assert_eq!(
            news(&edited, &told, &ToldOrganization::default()),
            row("Harbour Ltd", "GBP", 500),
            "never told before"
        );
    }

    #[test]
    fn a_reserve_stays_in_its_currency() {
        let is = row("Harbour", "EUR", 500);
        assert_eq!(news(&is, &told("Harbour", "EUR", None), &before("Harbour", "EUR")), is);
        assert_eq!(news(&is, &told("Harbour", "EUR", Some(0)), &before("Harbour", "EUR")).reserve, 0);
        assert_eq!(news(&is, &told("Harbour", "USD", None), &before("Harbour", "EUR")), row("Harbour", "USD", 0));
    }
}
