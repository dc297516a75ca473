//! A migrated database of a test's own, with one organization and one person in it.

use perfil_models::{DisplayName, EmailAddress, OrganizationId, Role, UserId};
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::users::{self, NewUser};
use perfil_store::{Store, Write};
use sqlx::Connection;
use std::sync::atomic::{AtomicU32, Ordering};

/// The moment at which tests begin, in milliseconds.
pub const NOW: i64 = 1_800_000_000_000;

/// The database.
pub struct Database {
    pub store: Store,
    kind: Kind,
}

enum Kind {
    Sqlite { _folder: tempfile::TempDir },
    Postgres { server: String, name: String },
}

impl Database {
    /// A new SQLite file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::connect(&format!("sqlite:{}", folder.path().join("test.sqlite").display())).await.unwrap();
        Self::filled(store, Kind::Sqlite { _folder: folder }).await
    }

    /// A new database on the test's PostgreSQL.
    pub async fn postgres() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("PERFIL_TEST_POSTGRES")
            .expect("PERFIL_TEST_POSTGRES names a PostgreSQL to test on; cargo xtask test starts one");
        let name = format!("contract_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        run(&server, &format!("CREATE DATABASE {name}")).await;
        let (base, _) = server.rsplit_once('/').unwrap();
        let store = Store::connect(&format!("{base}/{name}")).await.unwrap();
        Self::filled(store, Kind::Postgres { server, name }).await
    }

    async fn filled(store: Store, kind: Kind) -> Self {
        store.migrate().await.unwrap();
        let database = Self { store, kind };
        let mut db = database.write().await;
        let organization =
            NewOrganization { id: &organization(), external_id: "example", name: "Example Telecom", currency: "EUR" };
        organizations::insert(&mut db, &organization, NOW).await.unwrap();
        insert_user(&mut db, "ada").await.unwrap();
        db.commit().await.unwrap();
        database
    }

    /// Begins a write.
    pub async fn write(&self) -> Write {
        self.store.write().await.unwrap()
    }

    /// Whether this is SQLite.
    pub fn is_sqlite(&self) -> bool {
        matches!(self.kind, Kind::Sqlite { .. })
    }

    /// Drops a PostgreSQL database.
    pub async fn close(self) {
        self.store.close().await;
        if let Kind::Postgres { server, name } = &self.kind {
            run(server, &format!("DROP DATABASE {name}")).await;
        }
    }
}

async fn run(server: &str, statement: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
}

/// The organization in each database.
pub fn organization() -> OrganizationId {
    OrganizationId::new("organization-1")
}

/// The person of that name.
pub fn user(name: &str) -> UserId {
    UserId::new(format!("user-{name}"))
}

/// Inserts a person `NAME@example.com`.
pub async fn insert_user(db: &mut sqlx::AnyConnection, name: &str) -> Result<(), perfil_store::StoreError> {
    let new = NewUser {
        id: &user(name),
        organization_id: &organization(),
        external_id: name,
        email: &EmailAddress::parse(&format!("{name}@example.com")).unwrap(),
        display_name: &DisplayName::parse(name).unwrap(),
        role: Role::Member,
        password_hash: "hash 1",
        phone: None,
    };
    users::insert(db, &new, NOW).await
}
