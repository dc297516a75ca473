//! Brings a SQLite database back to how it was, between one try and the next.

use crate::Database;
use sqlx::{AnyConnection, Executor};

/// How a database was.
pub struct Backup {
    connection: AnyConnection,
    restore: String,
}

impl Database {
    /// Remembers how everything is.
    pub async fn back_up(&self) -> Backup {
        const TABLES: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' \
             ESCAPE '\\' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND $1 = $1";
        let copy = self.file().with_extension("backup");
        self.execute(&format!("VACUUM INTO '{}'", copy.display())).await;
        let mut connection = self.connect().await;
        // What is written here need not survive a power cut; and a table is empty for a moment while others refer to it.
        let attach =
            format!("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; ATTACH '{}' AS backup", copy.display());
        connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(attach))).await.expect("the copy opens");
        let mut restore = "BEGIN IMMEDIATE;".to_owned();
        for table in self.texts(TABLES, "").await {
            restore
                .push_str(&format!("DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM backup.{table};"));
        }
        restore.push_str("COMMIT");
        Backup { connection, restore }
    }
}

impl Backup {
    /// Makes everything as it was.
    pub async fn restore(&mut self) {
        let statements = sqlx::AssertSqlSafe(self.restore.clone());
        self.connection.execute(sqlx::raw_sql(statements)).await.expect("the tables are as they were");
    }
}
