//! Which balances the platform never told, for the operator: each has a number, and what lies between two is missing.

use crate::Accounts;
use crate::clock::DAY;
use crate::fault::OrFault;
use perfil_models::AccessError;
use perfil_store::balances;
use perfil_store::personal::HISTORY_DAYS;

/// Places of each organization that are named.
const PLACES_EACH: i64 = 5;
/// Places in the operator's list.
const MOST_PLACES: i64 = 1_000;

/// What an organization's balances lack between the first and the last that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditGaps {
    /// The platform's own name for the organization.
    pub organization: String,
    /// What people call it.
    pub name: String,
    /// How many are missing.
    pub missing: i64,
    /// In how many places.
    pub places: i64,
    /// The first of these places: from which number to which.
    pub first: Vec<(i64, i64)>,
}

impl Accounts {
    /// The organizations with balances missing among those that are kept, the ones that miss the most first.
    pub async fn credit_gaps(&self) -> Result<Vec<CreditGaps>, AccessError> {
        let since = self.now() - i64::from(HISTORY_DAYS) * DAY;
        let mut db = self.parts.store.read().await.or_fault()?;
        let rows = balances::gaps(&mut db, since, PLACES_EACH, MOST_PLACES).await.or_fault()?;
        let mut found: Vec<CreditGaps> = Vec::new();
        for row in rows {
            match found.last_mut().filter(|gaps| gaps.organization == row.external_id) {
                Some(gaps) => gaps.first.push((row.first, row.last)),
                None => found.push(CreditGaps {
                    organization: row.external_id,
                    name: row.name,
                    missing: row.missing,
                    places: row.places,
                    first: vec![(row.first, row.last)],
                }),
            }
        }
        Ok(found)
    }
}
