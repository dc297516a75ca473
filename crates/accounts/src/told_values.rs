//! What the platform's own names, and what it tells of an organization, may be.

use crate::platform_events::{NOT_A_RESERVE, is_reserve};
use crate::provisioning::{ProvisioningError, TellOrganization};
use perfil_models::money;

/// The most characters of the platform's own names, and of an organization's.
pub(crate) const MAX_NAME: usize = 200;

/// The refusal of a field's value, and what the field takes.
pub(crate) fn invalid(field: &'static str, detail: &str) -> ProvisioningError {
    ProvisioningError::Invalid { field, detail: detail.to_owned() }
}

/// A name that the platform gave, or that people call an organization.
pub(crate) fn named<'a>(field: &'static str, text: &'a str) -> Result<&'a str, ProvisioningError> {
    let fine = !text.is_empty() && text.trim() == text && text.chars().count() <= MAX_NAME;
    if fine && !text.contains(char::is_control) {
        Ok(text)
    } else {
        Err(invalid(field, "1 to 200 characters without control characters, and no blank at either end"))
    }
}

/// Checks every value but the platform's own name.
pub(crate) fn check_organization(told: &TellOrganization) -> Result<(), ProvisioningError> {
    named("name", &told.name)?;
    if !money::is_currency(&told.currency) {
        return Err(invalid("currency", "three capital letters of ISO 4217, for example EUR"));
    }
    if !told.reserve.is_none_or(is_reserve) {
        return Err(invalid("reserve", NOT_A_RESERVE));
    }
    Ok(())
}
