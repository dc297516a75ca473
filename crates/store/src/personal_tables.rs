//! The way from a person to the rows that are about them, for export and deletion. A test reads the schema and fails
//! when a table that refers to people, or holds a column of [`crate::personal`] that is exported, has no way here.

use crate::personal::{Export, PERSONAL_COLUMNS};

/// A table with rows about people.
#[derive(Clone, Copy, Debug)]
pub struct PersonalTable {
    /// The table.
    pub table: &'static str,
    /// Which rows a person may have: a condition in which `$1` is the person's id. Rows that tell about others are not
    /// among them.
    pub own: &'static str,
    /// What an export tells of such a row besides its personal columns.
    pub beside: &'static [Beside],
    /// What becomes of the rows with the account.
    pub erased: Erased,
}

/// A column that says nothing by itself, but something about the row of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Text: an id, a state, a kind.
    Word(&'static str),
    /// A whole number.
    Number(&'static str),
    /// Milliseconds since 1970 UTC.
    Moment(&'static str),
}

/// What becomes of rows when their person's account is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// The rows of [`PersonalTable::own`] are deleted.
    Own,
    /// The rows of these conditions are deleted, which tell about others too; `$1` is the person's id.
    These(&'static [&'static str]),
    /// They stay, because of this.
    Kept(&'static str),
}

/// A column of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A column of [`PERSONAL_COLUMNS`].
    Personal(&'static str),
    /// One of those, of which only the reason is told why it is kept back.
    Withheld(&'static str, &'static str),
    /// One beside those.
    Beside(Beside),
}

impl Beside {
    /// The column's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Word(name) | Self::Number(name) | Self::Moment(name) => name,
        }
    }
}

impl Told {
    /// The column's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Personal(name) | Self::Withheld(name, _) => name,
            Self::Beside(beside) => beside.name(),
        }
    }
}

impl PersonalTable {
    /// The columns of its export; none: its rows tell nothing.
    pub fn columns(&self) -> Vec<Told> {
        let personal = PERSONAL_COLUMNS.iter().filter(|column| column.table == self.table);
        let personal = personal.map(|column| match column.export {
            Export::Whole => Told::Personal(column.column),
            Export::Withheld(why) => Told::Withheld(column.column, why),
        });
        personal.chain(self.beside.iter().copied().map(Told::Beside)).collect()
    }

    /// Which rows go with the account, as conditions; none: they stay.
    pub fn erased_rows(&self) -> &[&'static str] {
        match &self.erased {
            Erased::Own => std::slice::from_ref(&self.own),
            Erased::These(conditions) => conditions,
            Erased::Kept(_) => &[],
        }
    }
}

const OF_USER: &str = "user_id = $1";
const TO_ADDRESS: &str = "email_folded = (SELECT email_folded FROM users WHERE id = $1)";

const fn of_user(table: &'static str, beside: &'static [Beside]) -> PersonalTable {
    PersonalTable { table, own: OF_USER, beside, erased: Erased::Own }
}

use Beside::{Moment, Number, Word};

/// Every table with rows about people. Those are deleted from the last table to the first: what another refers to comes
/// before it.
pub const PERSONAL_TABLES: &[PersonalTable] = &[
    PersonalTable {
        table: "users",
        own: "id = $1",
        beside: &[
            Word("id"),
            Word("organization_id"),
            Word("role"),
            Moment("created_at"),
            Moment("updated_at"),
            Moment("visited_at"),
            Moment("disabled_at"),
            Moment("contacts_frozen_until"),
        ],
        erased: Erased::Own,
    },
    of_user("account_deletions", &[Word("state"), Moment("created_at"), Moment("erase_at")]),
    of_user("member_words", &[]),
    of_user("members_without_words", &[]),
    PersonalTable {
        table: "invitations",
        own: TO_ADDRESS,
        beside: &[Word("role"), Word("state"), Moment("created_at"), Moment("updated_at"), Moment("expires_at")],
        erased: Erased::These(&[TO_ADDRESS, "invited_by = $1"]),
    },
    of_user("role_requests", &[Word("role"), Word("state"), Moment("created_at"), Moment("decided_at")]),
    of_user(
        "sessions",
        &[
            Word("transport"),
            Number("remembered"),
            Moment("created_at"),
            Moment("authenticated_at"),
            Moment("last_seen_at"),
            Moment("idle_expires_at"),
            Moment("expires_at"),
        ],
    ),
    of_user("known_devices", &[Moment("created_at"), Moment("last_used_at")]),
    of_user(
        "factors",
        &[Word("kind"), Word("state"), Moment("created_at"), Moment("last_used_at"), Moment("expires_at")],
    ),
    of_user("recovery_codes", &[Moment("created_at")]),
    of_user("ceremonies", &[Word("purpose"), Moment("created_at"), Moment("expires_at")]),
    of_user(
        "contact_changes",
        &[
            Word("kind"),
            Word("state"),
            Moment("created_at"),
            Moment("updated_at"),
            Moment("expires_at"),
            Moment("undo_until"),
        ],
    ),
    of_user("password_resets", &[Word("purpose"), Word("state"), Moment("created_at"), Moment("expires_at")]),
    of_user("notification_choices", &[Word("topic"), Number("email"), Number("sms"), Moment("updated_at")]),
    of_user("credit_alerts", &[Number("minimum"), Word("state"), Moment("updated_at")]),
    of_user(
        "contact_imports",
        &[
            Word("external_id"),
            Word("state"),
            Number("done"),
            Number("total"),
            Number("imported"),
            Number("rejected"),
            Moment("occurred_at"),
        ],
    ),
    of_user("security_events", &[Word("kind"), Moment("at")]),
    PersonalTable {
        table: "outbox",
        own: "user_id = $1 AND template NOT IN ('member-invitation', 'member-invitation-known', 'role-asked')",
        beside: &[
            Word("channel"),
            Word("template"),
            Word("topic"),
            Word("language"),
            Word("state"),
            Number("attempts"),
            Moment("created_at"),
            Moment("updated_at"),
        ],
        erased: Erased::These(&[
            OF_USER,
            "LOWER(recipient) = (SELECT LOWER(email_folded) FROM users WHERE id = $1)",
            "unique_key IN (SELECT 'role-asked:email:' || r.id || ':' || o.id FROM role_requests r \
             JOIN users o ON o.organization_id = r.organization_id WHERE r.user_id = $1)",
            "unique_key IN (SELECT 'role-asked:sms:' || r.id || ':' || o.id FROM role_requests r \
             JOIN users o ON o.organization_id = r.organization_id WHERE r.user_id = $1)",
        ]),
    },
    PersonalTable {
        table: "audit_entries",
        own: "actor_id = $1 OR subject_id = $1",
        beside: &[Word("kind"), Word("before"), Word("after"), Moment("at")],
        erased: Erased::Kept(
            "says what was changed in the organization; of a person only the id, which then leads nowhere",
        ),
    },
];
