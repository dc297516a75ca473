//! Where personal data lies, why, and how long. Export and deletion read this list; a test reads the schema and fails
//! when a TEXT column stands in neither of the two lists. The way from a person to the rows stands in
//! [`crate::personal_tables`].

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
    /// Whether the person's export tells it.
    pub export: Export,
}

/// Whether the export of a person's data tells a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// As it is.
    Whole,
    /// Only that it is kept, and why it is not told.
    Withheld(&'static str),
}

impl PersonalColumn {
    /// The same, not told in an export, because of `why`.
    const fn withheld(self, why: &'static str) -> Self {
        Self { export: Export::Withheld(why), ..self }
    }
}

const fn personal(
    table: &'static str,
    column: &'static str,
    purpose: &'static str,
    kept_days: Option<u32>,
) -> PersonalColumn {
    PersonalColumn { table, column, purpose, kept_days, export: Export::Whole }
}

/// Days that ended messages, changes and events are kept.
pub const HISTORY_DAYS: u32 = 90;

const HASHED: &str = "stored hashed; not exported";

/// Every column with personal data.
pub const PERSONAL_COLUMNS: &[PersonalColumn] = &[
    personal("users", "external_id", "the platform's own name for the person", None),
    personal("users", "email", "signing in, notices", None),
    personal("users", "email_folded", "keeping addresses unique", None),
    personal("users", "display_name", "shown to the organization", None),
    personal("users", "password_hash", "signing in", None).withheld(HASHED),
    personal("users", "phone", "notices, codes", None),
    personal("users", "language", "the language of pages and messages", None),
    personal("users", "country", "regional settings", None),
    personal("users", "time_zone", "times in messages", None),
    personal("users", "time_zone_declined", "asking about the time zone once only", None),
    personal("users", "platform_told", "telling what the platform changes from what the person changed", None),
    personal("users", "language_seen", "the language of messages until one is chosen", None),
    personal("users", "country_seen", "how messages write dates until a country is chosen", None),
    personal("users", "time_zone_seen", "times in messages until a time zone is chosen", None),
    personal("users", "quiet_from", "when text messages wait", None),
    personal("users", "quiet_until", "when text messages wait", None),
    personal("member_words", "word", "finding a member by name or address", None),
    personal("invitations", "email", "inviting the address", Some(HISTORY_DAYS)),
    personal("invitations", "email_folded", "inviting an address once", Some(HISTORY_DAYS)),
    personal("role_requests", "reason", "deciding on the request for a role", Some(HISTORY_DAYS)),
    personal("sessions", "user_agent", "telling one's sessions apart", Some(30)),
    personal("sessions", "ip_prefix", "telling one's sessions apart", Some(30)),
    personal("factors", "name", "telling one's apps and passkeys apart", None),
    personal("factors", "secret", "signing in; an app's is sealed, a passkey's a public key", None)
        .withheld("a secret of signing in; not exported"),
    personal("factors", "credential_id", "finding a passkey's owner, keeping passkeys unique", None),
    personal("ceremonies", "name", "what a new passkey will be called", Some(1)),
    personal("ceremonies", "state", "checking what an authenticator answers; names passkeys", Some(1))
        .withheld("a secret of signing in; not exported"),
    personal("failures", "subject", "limiting guesses; hashed", Some(HISTORY_DAYS)).withheld(HASHED),
    personal("buckets", "subject", "limiting requests; hashed", Some(1)).withheld(HASHED),
    personal("contact_changes", "new_value", "the change that waits", Some(HISTORY_DAYS)),
    personal("contact_changes", "old_value", "undoing a change", Some(HISTORY_DAYS)),
    personal("contact_changes", "old_folded", "keeping it free for an undo", Some(HISTORY_DAYS)),
    personal("outbox", "recipient", "delivery and its history", Some(HISTORY_DAYS)),
    personal("outbox", "arguments", "the words of a message", Some(HISTORY_DAYS)),
    personal("contact_imports", "name", "showing how an import went", Some(HISTORY_DAYS)),
    personal("contact_imports", "reasons", "showing how an import went", Some(HISTORY_DAYS)),
    personal("contact_imports", "failure", "showing how an import went", Some(HISTORY_DAYS)),
    personal("security_events", "detail", "telling the person what happened", Some(HISTORY_DAYS)),
    personal("security_events", "ip_prefix", "telling the person what happened", Some(HISTORY_DAYS)),
];

/// TEXT columns that say nothing about a person: ids, states, hashes of random tokens, names of organizations.
pub const IMPERSONAL_COLUMNS: &[(&str, &str)] = &[
    ("api_keys", "id"),
    ("api_keys", "name"),
    ("api_keys", "token_hash"),
    ("api_keys", "scopes"),
    ("api_keys", "organization_id"),
    ("api_keys", "created_by"),
    ("organizations", "id"),
    ("organizations", "external_id"),
    ("organizations", "name"),
    ("organizations", "currency"),
    ("organizations", "default_language"),
    ("organizations", "default_country"),
    ("organizations", "default_time_zone"),
    ("organizations", "sms_countries"),
    ("organizations", "platform_name"),
    ("organizations", "platform_currency"),
    ("users", "id"),
    ("users", "organization_id"),
    ("users", "role"),
    ("member_words", "user_id"),
    ("member_words", "organization_id"),
    ("members_without_words", "user_id"),
    ("invitations", "id"),
    ("invitations", "organization_id"),
    ("invitations", "role"),
    ("invitations", "invited_by"),
    ("invitations", "token_hash"),
    ("invitations", "state"),
    ("role_requests", "id"),
    ("role_requests", "organization_id"),
    ("role_requests", "user_id"),
    ("role_requests", "role"),
    ("role_requests", "state"),
    ("role_requests", "decided_by"),
    ("audit_entries", "id"),
    ("audit_entries", "organization_id"),
    ("audit_entries", "actor_kind"),
    ("audit_entries", "actor_id"),
    ("audit_entries", "subject_id"),
    ("audit_entries", "kind"),
    ("audit_entries", "before"),
    ("audit_entries", "after"),
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
    ("account_deletions", "user_id"),
    ("account_deletions", "state"),
    ("account_deletions", "undo_hash"),
    ("password_resets", "id"),
    ("password_resets", "user_id"),
    ("password_resets", "purpose"),
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
    ("outbox", "topic"),
    ("platform_events", "id"),
    ("platform_events", "source"),
    ("platform_events", "event_id"),
    ("platform_events", "organization_id"),
    ("platform_events", "kind"),
    ("platform_events", "body_hash"),
    ("platform_events", "outcome"),
    ("balances", "organization_id"),
    ("balance_points", "organization_id"),
    ("credit_alerts", "user_id"),
    ("credit_alerts", "organization_id"),
    ("credit_alerts", "state"),
    ("credit_alerts", "crossed_by"),
    ("notification_choices", "user_id"),
    ("notification_choices", "topic"),
    ("contact_imports", "organization_id"),
    ("contact_imports", "external_id"),
    ("contact_imports", "user_id"),
    ("contact_imports", "state"),
    ("security_events", "id"),
    ("security_events", "organization_id"),
    ("security_events", "user_id"),
    ("security_events", "session_id"),
    ("security_events", "kind"),
];
