//! Connections, and the few places where the two databases differ.

use crate::{StoreError, members};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions, AnyQueryResult};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, ConnectOptions, Connection, Executor, Transaction};
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// How long a request waits for a connection before it is told that the database is busy.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// Readers of SQLite; more do not help on two cores, and each keeps a page cache of its own.
const SQLITE_READERS: u32 = 4;

/// Connections to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 16;

/// Members that are given words in one transaction.
const WORDS_AT_ONCE: i64 = 500;

/// `FULL`: what a person was told is saved survives a power cut. `secure_delete`: what was erased is overwritten in the file.
/// `busy_timeout` in milliseconds, `cache_size` in KiB.
const SQLITE_PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; \
     PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -2048";

/// An open write transaction; dropped without [`Write::commit`] it rolls back.
pub struct Write(Transaction<'static, Any>);

impl Write {
    /// Makes all of it lasting.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }
}

impl Deref for Write {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.0
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.0
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    reads: AnyPool,
    writes: AnyPool,
    dialect: Dialect,
}

/// What differs between the two.
#[derive(Clone, Debug)]
enum Dialect {
    Sqlite { file: PathBuf },
    Postgres,
}

impl Dialect {
    fn of(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Ok(Self::Postgres);
        }
        let path = url.strip_prefix("sqlite:").ok_or(StoreError::UnknownDatabase)?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        Ok(Self::Sqlite { file: PathBuf::from(path) })
    }

    /// SQLite takes the write lock at once: a transaction that reads first and writes later fails with BUSY_SNAPSHOT when
    /// another wrote between (47 of 50 in a trial), which no timeout cures.
    fn begin(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }
}

impl Store {
    /// Opens `sqlite:PATH` (the file is created) or `postgres://…`. Does not migrate.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let dialect = Dialect::of(url)?;
        match &dialect {
            Dialect::Sqlite { file } => {
                let options = any_options(&format!("sqlite://{}?mode=rwc", file.display()))?;
                let writes = sqlite_pool(1).connect_with(options.clone()).await?;
                let reads = sqlite_pool(SQLITE_READERS).connect_lazy_with(options);
                Ok(Self { reads, writes, dialect })
            }
            Dialect::Postgres => {
                let pool = AnyPoolOptions::new()
                    .max_connections(POSTGRES_CONNECTIONS)
                    .acquire_timeout(ACQUIRE_TIMEOUT)
                    .connect_with(any_options(url)?)
                    .await?;
                Ok(Self { reads: pool.clone(), writes: pool, dialect })
            }
        }
    }

    /// Brings the schema up to date. Two processes that start together take turns: SQLite's behind a lock file,
    /// PostgreSQL's behind sqlx's advisory lock.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let _lock = match &self.dialect {
            Dialect::Sqlite { file } => Some(lock_beside(file).await?),
            Dialect::Postgres => None,
        };
        sqlx::migrate!("../../migrations").run(&self.writes).await?;
        self.note_missing_words().await
    }

    /// What a migration cannot say in SQL.
    async fn note_missing_words(&self) -> Result<(), StoreError> {
        let mut is_more = true;
        while is_more {
            let mut db = self.write().await?;
            is_more = members::note_missing_words(&mut db, WORDS_AT_ONCE).await?;
            db.commit().await?;
        }
        Ok(())
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<PoolConnection<Any>, StoreError> {
        Ok(self.reads.acquire().await?)
    }

    /// Begins a write transaction.
    pub async fn write(&self) -> Result<Write, StoreError> {
        Ok(Write(self.writes.begin_with(self.dialect.begin()).await?))
    }

    /// Whether a statement gets through, for `/readyz`.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT id FROM organizations LIMIT 1").fetch_optional(&self.reads).await?;
        Ok(())
    }

    /// Closes all connections, so that SQLite folds its write-ahead log back into the file.
    pub async fn close(&self) {
        self.reads.close().await;
        self.writes.close().await;
    }
}

fn any_options(url: &str) -> Result<AnyConnectOptions, StoreError> {
    Ok(AnyConnectOptions::from_str(url)?.disable_statement_logging())
}

fn sqlite_pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        // A full disk makes SQLite roll back by itself; sqlx then goes on counting the transaction and begins no other.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .after_connect(|connection, _| {
            Box::pin(async move { connection.execute(SQLITE_PRAGMAS).await.map(|_: AnyQueryResult| ()) })
        })
}

async fn lock_beside(file: &Path) -> Result<std::fs::File, StoreError> {
    let mut path = file.as_os_str().to_owned();
    path.push(".migrate-lock");
    let lock = tokio::task::spawn_blocking(move || {
        let lock = std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        lock.lock()?;
        Ok::<_, std::io::Error>(lock)
    });
    Ok(lock.await.map_err(std::io::Error::other)??)
}
