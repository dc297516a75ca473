//! What a form sent.

use perfil_models::request::PendingChange;
use perfil_models::{AccessError, ChangeId, Reason, Secret};

/// Fields that are shown again after a refusal. Passwords, codes and tokens are not among them.
const TYPED_AGAIN: [&str; 32] = [
    "email",
    "remember",
    "display_name",
    "name",
    "factor",
    "country",
    "number",
    "language",
    "time_zone",
    "channel",
    "sms",
    "payments_email",
    "payments_sms",
    "invoices_email",
    "invoices_sms",
    "low_credit_email",
    "low_credit_sms",
    "minimum",
    "from",
    "until",
    "user",
    "role",
    "reason",
    "key",
    "overlap",
    "sessions",
    "events",
    "provisioning",
    "preferences",
    "currency",
    "password_min",
    "sms_countries",
];
/// The most characters of a field that are shown again; of a reason, all that it may have.
const TYPED_LIMIT: usize = 200;
/// The boxes of countries, and the most characters of their codes: all of them are fewer than 300.
const COUNTRIES: &str = "sms_countries";
const COUNTRIES_LIMIT: usize = 900;

/// The fields of a form, in the order sent.
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The text of a field; empty if it was not sent.
    pub fn text(&self, name: &str) -> String {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The texts of all fields of that name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(found, _)| found == name).map(|(_, value)| value.clone()).collect()
    }

    /// The text of a field that must not be shown.
    pub fn secret(&self, name: &str) -> Secret {
        Secret::new(self.text(name))
    }

    /// Whether a checkbox is ticked; one that is not sends nothing.
    pub fn is_ticked(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    /// The version of the page that the form was filled in on.
    pub fn version(&self) -> Result<i64, AccessError> {
        self.text("version").parse().map_err(|_| AccessError::BadRequest)
    }

    /// The pending change that the form is about.
    pub fn pending(&self) -> PendingChange {
        PendingChange { change: ChangeId::new(self.text("change")) }
    }

    /// What the form begins with when it is shown again. Ticked boxes of one name are one text, since a cookie carries it.
    pub fn typed_again(&self) -> Vec<(String, String)> {
        let keep = |(name, _): &&(String, String)| TYPED_AGAIN.contains(&name.as_str()) && name != COUNTRIES;
        let limit = |name: &str| if name == "reason" { Reason::MAX_CHARS } else { TYPED_LIMIT };
        let cut = |(name, value): &(String, String)| (name.clone(), value.chars().take(limit(name)).collect());
        let countries = self.all(COUNTRIES).join(" ");
        let countries = (!countries.is_empty()).then(|| (COUNTRIES.to_owned(), cut_short(&countries)));
        self.0.iter().filter(keep).map(cut).chain(countries).collect()
    }
}

fn cut_short(codes: &str) -> String {
    codes.chars().take(COUNTRIES_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticked_countries_are_shown_again_as_one_text() {
        let ticked = |code: &str| (COUNTRIES.to_owned(), code.to_owned());
        let fields = Fields(vec![ticked("DE"), ("name".to_owned(), "Harbour".to_owned()), ticked("GB")]);
        let expected = [("name", "Harbour"), (COUNTRIES, "DE GB")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(fields.typed_again(), expected);
        assert_eq!(fields.all(COUNTRIES), ["DE", "GB"]);
    }

    #[test]
    fn passwords_codes_and_tokens_are_never_shown_again() {
        let field = |name: &str| (name.to_owned(), "x".repeat(300));
        let fields = Fields(["country", "number", "password", "current", "new", "code", "token"].map(field).into());
        let typed = fields.typed_again();
        assert_eq!(typed.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["country", "number"]);
        assert!(typed.iter().all(|(_, value)| value.len() == TYPED_LIMIT));
    }
}
