//! A PostgreSQL database of a test's own.

use sqlx::{AnyConnection, Connection, Executor};
use std::sync::atomic::{AtomicU32, Ordering};

const VARIABLE: &str = "PERFIL_TEST_POSTGRES";

/// An empty database; dropped with this value.
pub struct Postgres {
    admin: String,
    name: String,
    /// Where it is.
    pub url: String,
}

impl Postgres {
    /// Creates one on the server that `PERFIL_TEST_POSTGRES` names.
    pub async fn create() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let admin = std::env::var(VARIABLE).unwrap_or_else(|_| {
            panic!("{VARIABLE} must name a PostgreSQL server: postgres://postgres@127.0.0.1:PORT/postgres")
        });
        let name = format!("perfil_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        execute(&admin, &format!("CREATE DATABASE {name}")).await;
        let (server, _) = admin.rsplit_once('/').expect("the URL ends with a database");
        let url = format!("{server}/{name}");
        Self { admin, name, url }
    }
}

async fn execute(url: &str, statement: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(url).await.expect("the PostgreSQL server answers");
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    connection.execute(sqlx::raw_sql(statement)).await.expect("the administrator may do that");
    connection.close().await.expect("the connection closes");
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let (admin, statement) = (self.admin.clone(), format!("DROP DATABASE {} WITH (FORCE)", self.name));
        let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        // A thread of its own, because the test's runtime must not be blocked within itself.
        let dropping = std::thread::spawn(move || runtime().block_on(execute(&admin, &statement)));
        if dropping.join().is_err() {
            eprintln!("a test database was left behind: {}", self.name);
        }
    }
}
