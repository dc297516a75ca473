//! Looks into what the program stored, and lets time pass there.

use crate::postgres::Postgres;
use sqlx::{AnyConnection, Connection, Executor, FromRow};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every column that holds a moment.
const MOMENTS: &[(&str, &[&str])] = &[
    ("users", &["created_at", "updated_at", "contacts_frozen_until", "visited_at"]),
    ("sessions", &["created_at", "authenticated_at", "last_seen_at", "idle_expires_at", "expires_at"]),
    ("known_devices", &["created_at", "last_used_at"]),
    ("failures", &["blocked_until", "updated_at"]),
    ("buckets", &["empty_at"]),
    ("contact_changes", &["next_send_at", "expires_at", "created_at", "updated_at", "undo_until"]),
    ("password_resets", &["expires_at", "created_at"]),
    ("factors", &["last_used_at", "expires_at", "created_at"]),
    ("recovery_codes", &["created_at"]),
    ("ceremonies", &["expires_at", "created_at"]),
    ("outbox", &["next_attempt_at", "lease_until", "expires_at", "created_at", "updated_at"]),
    ("security_events", &["at"]),
    ("platform_events", &["occurred_at", "received_at"]),
    ("balances", &["occurred_at", "updated_at"]),
    ("balance_points", &["occurred_at"]),
    ("credit_alerts", &["updated_at"]),
    ("notification_choices", &["updated_at"]),
    ("contact_imports", &["occurred_at"]),
    ("invitations", &["expires_at", "created_at", "updated_at"]),
    ("audit_entries", &["at"]),
    ("role_requests", &["created_at", "decided_at"]),
    ("api_keys", &["created_at", "last_used_at", "expires_at", "revoked_at"]),
    ("account_deletions", &["erase_at", "remind_at", "created_at"]),
];

/// How long an authenticator app shows a code.
const APP_STEP: Duration = Duration::from_secs(30);

/// The database of a server.
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// A database of the test's own.
    Postgres(Postgres),
}

/// A contact change.
#[derive(Clone, Debug, FromRow)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// The number that it is about.
    pub new_value: String,
    /// `pending`, `confirmed`, `cancelled` or `expired`.
    pub state: String,
    /// How many codes may still be tried.
    pub attempts_left: i64,
    /// The keyed hash of the code.
    pub code_hash: String,
}

/// A message in the outbox.
#[derive(Clone, Debug, FromRow)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// `email` or `sms`.
    pub channel: String,
    /// What it says.
    pub template: String,
    /// Address or number.
    pub recipient: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Where it stands.
    pub state: String,
    /// The sealed secrets, if they are still there.
    pub sealed: Option<String>,
    /// Its text arguments.
    pub arguments: String,
    /// Why the last try failed.
    pub last_error: Option<String>,
}

/// A message about a topic, whether it is to be sent or not.
#[derive(Clone, Debug, FromRow)]
pub struct Notification {
    /// The address that its person signs in with.
    pub person: String,
    /// `email` or `sms`.
    pub channel: String,
    /// What it says.
    pub template: String,
    /// What it is about.
    pub topic: String,
    /// Where it stands.
    pub state: String,
    /// Why it was not sent.
    pub last_error: Option<String>,
    /// BCP 47.
    pub language: String,
    /// Its text arguments.
    pub arguments: String,
}

impl Database {
    /// Where the program finds it.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => format!("sqlite:{}", file.display()),
            Self::Postgres(database) => database.url.clone(),
        }
    }

    /// The SQLite file.
    pub fn file(&self) -> &Path {
        match self {
            Self::Sqlite(file) => file,
            Self::Postgres(_) => panic!("a PostgreSQL database has no file"),
        }
    }

    /// A connection of the test's own.
    pub async fn connect(&self) -> AnyConnection {
        sqlx::any::install_default_drivers();
        let url = match self {
            Self::Sqlite(file) => format!("sqlite://{}?mode=rw", file.display()),
            Self::Postgres(database) => database.url.clone(),
        };
        let mut connection = AnyConnection::connect(&url).await.expect("the database opens");
        if let Self::Sqlite(_) = self {
            connection.execute("PRAGMA busy_timeout = 10000").await.expect("a pragma");
        }
        connection
    }

    pub(crate) async fn texts(&self, query: &'static str, argument: &str) -> Vec<String> {
        let mut connection = self.connect().await;
        let rows: Vec<(String,)> =
            sqlx::query_as(query).bind(argument).fetch_all(&mut connection).await.expect("a query");
        rows.into_iter().map(|(text,)| text).collect()
    }

    /// A person's number.
    pub async fn phone(&self, email: &str) -> Option<String> {
        self.texts("SELECT phone FROM users WHERE email = $1 AND phone IS NOT NULL", email).await.pop()
    }

    /// A person's password hash.
    pub async fn password_hash(&self, email: &str) -> String {
        self.texts("SELECT password_hash FROM users WHERE email = $1", email).await.pop().expect("the person")
    }

    /// A person's display name.
    pub async fn display_name(&self, email: &str) -> String {
        self.texts("SELECT display_name FROM users WHERE email = $1", email).await.pop().expect("the person")
    }

    /// The hashes of a person's session tokens.
    pub async fn session_hashes(&self, email: &str) -> Vec<String> {
        const QUERY: &str = "SELECT token_hash FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)";
        self.texts(QUERY, email).await
    }

    /// What happened to a person's account, in order.
    pub async fn events(&self, email: &str) -> Vec<String> {
        const QUERY: &str =
            "SELECT kind FROM security_events WHERE user_id = (SELECT id FROM users WHERE email = $1) ORDER BY at, id";
        self.texts(QUERY, email).await
    }

    /// A person's second factors, in order: state and name.
    pub async fn factors(&self, email: &str) -> Vec<String> {
        const QUERY: &str = "SELECT state || ' ' || name FROM factors \
             WHERE user_id = (SELECT id FROM users WHERE email = $1) ORDER BY created_at, id";
        self.texts(QUERY, email).await
    }

    /// A person's contact changes, in order.
    pub async fn changes(&self, email: &str) -> Vec<Change> {
        const QUERY: &str = "SELECT id, new_value, state, attempts_left, code_hash FROM contact_changes \
             WHERE user_id = (SELECT id FROM users WHERE email = $1) ORDER BY created_at, id";
        sqlx::query_as(QUERY).bind(email).fetch_all(&mut self.connect().await).await.expect("a query")
    }

    /// The messages of that template, in order.
    pub async fn messages(&self, template: &str) -> Vec<Message> {
        const QUERY: &str = "SELECT id, channel, template, recipient, attempts, state, sealed, arguments, \
             last_error FROM outbox \
             WHERE template = $1 ORDER BY created_at, id";
        sqlx::query_as(QUERY).bind(template).fetch_all(&mut self.connect().await).await.expect("a query")
    }

    /// The messages about topics, in order.
    pub async fn notifications(&self) -> Vec<Notification> {
        const QUERY: &str = "SELECT u.email AS person, o.channel, o.template, o.topic, o.state, o.last_error, o.language, \
             o.arguments FROM outbox o JOIN users u ON u.id = o.user_id WHERE o.topic IS NOT NULL \
             ORDER BY o.created_at, o.id";
        sqlx::query_as(QUERY).fetch_all(&mut self.connect().await).await.expect("a query")
    }

    /// The ids in that table, in order.
    pub async fn ids(&self, table: &'static str) -> Vec<String> {
        let query = sqlx::AssertSqlSafe(format!("SELECT id FROM {table} ORDER BY id"));
        let rows: Vec<(String,)> = sqlx::query_as(query).fetch_all(&mut self.connect().await).await.expect("a query");
        rows.into_iter().map(|(id,)| id).collect()
    }

    /// The platform's own name for a person.
    pub async fn external_id(&self, email: &str) -> String {
        self.texts("SELECT external_id FROM users WHERE email = $1", email).await.pop().expect("the person")
    }

    /// What requests are meant to change, in a form that can be compared: people, sessions, changes, messages,
    /// second factors, what people are told about, organizations, invitations, what was changed in them, API keys.
    pub async fn snapshot(&self) -> Vec<String> {
        const PEOPLE: &str = "SELECT email || ' ' || display_name || ' ' || COALESCE(phone, '') || ' ' || role || ' ' \
             || password_hash || ' ' || CAST(version AS TEXT) || ' ' || CAST(COALESCE(disabled_at, 0) AS TEXT) FROM users \
             WHERE $1 = $1 ORDER BY id";
        const SESSIONS: &str = "SELECT id || ' ' || token_hash FROM sessions WHERE $1 = $1 ORDER BY id";
        const CHANGES: &str = "SELECT id || ' ' || state || ' ' || CAST(attempts_left AS TEXT) || ' ' \
             || CAST(sends_left AS TEXT) || ' ' || code_hash FROM contact_changes WHERE $1 = $1 ORDER BY id";
        const MESSAGES: &str = "SELECT id || ' ' || template FROM outbox WHERE $1 = $1 ORDER BY id";
        const FACTORS: &str = "SELECT id || ' ' || state || ' ' || secret || ' ' || CAST(last_step AS TEXT) \
             FROM factors WHERE $1 = $1 ORDER BY id";
        const RECOVERY_CODES: &str = "SELECT code_hash FROM recovery_codes WHERE $1 = $1 ORDER BY code_hash";
        const CEREMONIES: &str = "SELECT token_hash FROM ceremonies WHERE $1 = $1 ORDER BY token_hash";
        const CHOICES: &str = "SELECT user_id || ' ' || topic || ' ' || CAST(email AS TEXT) || CAST(sms AS TEXT) \
             FROM notification_choices WHERE $1 = $1 ORDER BY user_id, topic";
        const ALERTS: &str = "SELECT user_id || ' ' || state || ' ' || CAST(minimum AS TEXT) || ' ' \
             || CAST(episode AS TEXT) FROM credit_alerts WHERE $1 = $1 ORDER BY user_id";
        const INVITATIONS: &str = "SELECT id || ' ' || state || ' ' || COALESCE(token_hash, '') FROM invitations \
             WHERE $1 = $1 ORDER BY id";
        const AUDIT: &str = "SELECT id || ' ' || kind FROM audit_entries WHERE $1 = $1 ORDER BY id";
        const KEYS: &str = "SELECT id || ' ' || CAST(COALESCE(expires_at, 0) AS TEXT) || ' ' \
             || CAST(COALESCE(revoked_at, 0) AS TEXT) FROM api_keys \
             WHERE organization_id IS NOT NULL AND $1 = $1 ORDER BY id";
        const DELETIONS: &str = "SELECT user_id || ' ' || state || ' ' || undo_hash FROM account_deletions \
             WHERE $1 = $1 ORDER BY user_id";
        const EVENTS: &str = "SELECT id || ' ' || outcome FROM platform_events WHERE $1 = $1 ORDER BY id";
        const ORGANIZATIONS: &str = "SELECT id || ' ' || name || ' ' || currency || ' ' || CAST(version AS TEXT) \
             FROM organizations WHERE $1 = $1 ORDER BY id";
        let mut all = Vec::new();
        for query in [PEOPLE, SESSIONS, CHANGES, MESSAGES, FACTORS, RECOVERY_CODES, CEREMONIES] {
            all.extend(self.texts(query, "").await);
        }
        for query in [CHOICES, ALERTS, EVENTS, INVITATIONS, AUDIT, KEYS, DELETIONS, ORGANIZATIONS] {
            all.extend(self.texts(query, "").await);
        }
        all
    }

    /// How many rows the table has.
    pub async fn count(&self, table: &'static str) -> i64 {
        let query = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let row: (i64,) = sqlx::query_as(query).fetch_one(&mut self.connect().await).await.expect("a query");
        row.0
    }

    /// Whether SQLite finds no fault in its file.
    pub async fn is_sound(&self) -> bool {
        const QUERY: &str = "SELECT integrity_check FROM pragma_integrity_check WHERE $1 = $1";
        let mut found = self.texts(QUERY, "").await;
        found.extend(self.texts("SELECT \"table\" FROM pragma_foreign_key_check WHERE $1 = $1", "").await);
        found == ["ok"]
    }

    /// Executes a statement that no request could: what an operator or another program might do.
    pub async fn execute(&self, statement: &str) {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        self.connect().await.execute(sqlx::raw_sql(statement)).await.expect("a statement");
    }

    /// Moves every stored moment back, as if that much time had passed since.
    pub async fn let_time_pass(&self, duration: Duration) {
        let past = i64::try_from(duration.as_millis()).expect("a duration of this century");
        let mut statements = match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE;".to_owned(),
            Self::Postgres(_) => "BEGIN;".to_owned(),
        };
        for (table, columns) in MOMENTS {
            let moved: Vec<String> = columns.iter().map(|column| format!("{column} = {column} - {past}")).collect();
            statements.push_str(&format!("UPDATE {table} SET {};", moved.join(", ")));
        }
        let steps = duration.as_secs() / APP_STEP.as_secs();
        statements.push_str(&format!("UPDATE factors SET last_step = last_step - {steps};"));
        self.execute(&(statements + "COMMIT")).await;
    }
}
