//! How far an API key opens. Whatever a key is asked for is handed its reach, which only [`Accounts::check_api_key`] gives.
//!
//! A key of an organization is answered about any other one as if there were none of that name.
//!
//! [`Accounts::check_api_key`]: crate::Accounts::check_api_key

use perfil_models::OrganizationId;
use std::borrow::Cow;

/// Which organizations a key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach(Option<OrganizationId>);

impl Reach {
    /// All of them, and those that it creates: a key of the operator's.
    pub(crate) const EVERYWHERE: Self = Self(None);

    /// That of a key's row.
    pub(crate) fn of_row(organization_id: Option<String>) -> Self {
        Self(organization_id.map(OrganizationId::new))
    }

    /// Whether the organization is within it.
    pub(crate) fn covers(&self, organization: &OrganizationId) -> bool {
        self.0.as_ref().is_none_or(|own| own == organization)
    }

    /// Whether it ends at one organization.
    pub(crate) fn is_limited(&self) -> bool {
        self.0.is_some()
    }

    /// The name under which the source of an event is remembered. Each organization names its own, so that none takes a name
    /// from another or learns that it is taken. No source has a line break of its own.
    pub(crate) fn source<'a>(&self, source: &'a str) -> Cow<'a, str> {
        match &self.0 {
            Some(own) => Cow::Owned(format!("{own}\n{source}")),
            None => Cow::Borrowed(source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_an_organization_ends_there() {
        let (own, other) = (OrganizationId::new("own"), OrganizationId::new("other"));
        let limited = Reach::of_row(Some("own".to_owned()));
        assert!(limited.covers(&own) && !limited.covers(&other) && limited.is_limited());
        assert!(Reach::EVERYWHERE.covers(&own) && Reach::EVERYWHERE.covers(&other));
        assert_eq!(Reach::of_row(None), Reach::EVERYWHERE);
    }

    #[test]
    fn sources_of_two_organizations_never_meet() {
        let of = |id: &str| Reach::of_row(Some(id.to_owned()));
        assert_ne!(of("a").source("/shop"), of("b").source("/shop"));
        assert_eq!(Reach::EVERYWHERE.source("/shop"), "/shop");
    }
}
