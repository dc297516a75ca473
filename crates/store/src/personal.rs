//! Where personal data lies, why, and how long. Export and deletion read this list; a test reads the schema and fails
//! when a TEXT column stands in neither of the two lists.

/// One column that holds something about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonalColumn {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What it is kept for.
    pub purpose: &'static str,
    /// Days it is kept after its use ended; `None`: as long as the account exists.
    pub kept_days: Option<u32>,
}

const fn personal(
    table: &'static str,
    column: &'static str,
    purpose: &'static str,
    kept_days: Option<u32>,
) -> PersonalColumn {
    PersonalColumn { table, column, purpose, kept_days }
}

/// Days that ended messages, changes and events are kept.
pub const HISTORY_DAYS: u32 = 90;

/// Every column with personal data.
pub const PERSONAL_COLUMNS: &[PersonalColumn] = &[
    personal("users", "external_id", "the platform's own name for the person", None),
    personal("users", "email", "signing in, notices", None),
    personal("users", "email_folded", "keeping addresses unique", None),
    personal("users", "display_name", "shown to the organization", None),
    personal("users", "password_hash", "signing in", None),
    personal("users", "phone", "notices, codes", None),
    personal("users", "language", "the language of pages and messages", None),
    personal("users", "country", "regional settings", None),
    personal("users", "time_zone", "times in messages", None),
    personal("users", "time_zone_declined", "asking about the time zone once only", None),
    personal("sessions", "user_agent", "telling one's sessions apart", Some(30)),
    personal("sessions", "ip_prefix", "telling one's sessions apart", Some(30)),
    personal("factors", "name", "telling one's apps and passkeys apart", None),
    personal("factors", "secret", "signing in; an app's is sealed, a passkey's a public key", None),
    personal("factors", "credential_id", "finding a passkey's owner, keeping passkeys unique", None),
    personal("ceremonies", "name", "what a new passkey will be called", Some(1)),
    personal("ceremonies", "state", "checking what an authenticator answers; names passkeys", Some(1)),
    personal("failures", "subject", "limiting guesses; hashed", Some(HISTORY_DAYS)),
    personal("buckets", "subject", "limiting requests; hashed", Some(1)),
    personal("contact_changes", "new_value", "the change that waits", Some(HISTORY_DAYS)),
    personal("contact_changes", "old_value", "undoing a change", Some(HISTORY_DAYS)),
    personal("contact_changes", "old_folded", "keeping it free for an undo", Some(HISTORY_DAYS)),
    personal("outbox", "recipient", "delivery and its history", Some(HISTORY_DAYS)),
    personal("outbox", "arguments", "the words of a message", Some(HISTORY_DAYS)),
    personal("security_events", "detail", "telling the person what happened", Some(HISTORY_DAYS)),
    personal("security_events", "ip_prefix", "telling the person what happened", Some(HISTORY_DAYS)),
];

/// TEXT columns that say nothing about a person: ids, states, hashes of random tokens, names of organizations.
pub const IMPERSONAL_COLUMNS: &[(&str, &str)] = &[
    ("api_keys", "id"),
    ("api_keys", "name"),
    ("api_keys", "token_hash"),
    ("api_keys", "scopes"),
    ("organizations", "id"),
    ("organizations", "external_id"),
    ("organizations", "name"),
    ("organizations", "currency"),
    ("users", "id"),
    ("users", "organization_id"),
    ("users", "role"),
    ("sessions", "id"),
    ("sessions", "user_id"),
    ("sessions", "token_hash"),
    ("sessions", "transport"),
    ("known_devices", "token_hash"),
    ("known_devices", "user_id"),
    ("factors", "id"),
    ("factors", "user_id"),
    ("factors", "kind"),
    ("factors", "state"),
    ("recovery_codes", "code_hash"),
    ("recovery_codes", "user_id"),
    ("ceremonies", "token_hash"),
    ("ceremonies", "purpose"),
    ("ceremonies", "user_id"),
    ("contact_changes", "id"),
    ("contact_changes", "organization_id"),
    ("contact_changes", "user_id"),
    ("contact_changes", "session_id"),
    ("contact_changes", "kind"),
    ("contact_changes", "code_hash"),
    ("contact_changes", "state"),
    ("contact_changes", "undo_hash"),
    ("password_resets", "id"),
    ("password_resets", "user_id"),
    ("password_resets", "token_hash"),
    ("password_resets", "state"),
    ("outbox", "id"),
    ("outbox", "unique_key"),
    ("outbox", "topic_key"),
    ("outbox", "organization_id"),
    ("outbox", "user_id"),
    ("outbox", "channel"),
    ("outbox", "template"),
    ("outbox", "language"),
    ("outbox", "sealed"),
    ("outbox", "state"),
    ("outbox", "lease"),
    ("outbox", "provider_id"),
    ("outbox", "last_error"),
    ("security_events", "id"),
    ("security_events", "organization_id"),
    ("security_events", "user_id"),
    ("security_events", "session_id"),
    ("security_events", "kind"),
];
