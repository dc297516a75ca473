//! The people that tests are about.

use perfil_models::Role;

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// The address.
    pub email: &'static str,
    /// The display name.
    pub name: &'static str,
    /// The role.
    pub role: Role,
    /// The number in use, E.164 in Ofcom's range for drama.
    pub phone: Option<&'static str>,
    /// The password.
    pub password: &'static str,
    /// The platform's name for the organization.
    pub organization: &'static str,
}

/// The owner of the organization `harbour`, with a phone.
pub const OWNER: Person = Person {
    email: "olive.owner@example.test",
    name: "Olive Owens",
    role: Role::Owner,
    phone: Some("+447700900001"),
    password: "seven quiet herons wade",
    organization: "harbour",
};

/// A member of the same organization, without a phone.
pub const MEMBER: Person = Person {
    email: "miro.member@example.test",
    name: "Miro Mendes",
    role: Role::Member,
    phone: None,
    password: "copper kettles hum at dawn",
    organization: "harbour",
};

/// Who sees the bills of the same organization, with a phone.
pub const BILLING: Person = Person {
    email: "bea.billing@example.test",
    name: "Bea Bauer",
    role: Role::Billing,
    phone: Some("+447700900004"),
    password: "slow barges carry the sand",
    organization: "harbour",
};

/// The owner of another organization.
pub const STRANGER: Person = Person {
    email: "sten.stranger@example.test",
    name: "Sten Strand",
    role: Role::Owner,
    phone: Some("+447700900003"),
    password: "nobody paints the north gate",
    organization: "inland",
};

/// A password that nobody has yet and that is good enough.
pub const NEW_PASSWORD: &str = "eleven lanterns over Oslo";

/// A password that nobody has.
pub const WRONG_PASSWORD: &str = "this is not the password";

/// The numbers that tests change to, each in Ofcom's range for drama.
pub fn number(last: u16) -> String {
    assert!(last < 1_000);
    format!("+447700900{last:03}")
}
