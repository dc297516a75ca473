//! What a database can answer besides data.

/// A statement failed. Its text is for the log only, never for a client.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Locked, full, out of connections or gone: nothing was written, a later try may succeed.
    #[error("the database is not available: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// A unique value is taken.
    #[error("a unique value is taken: {0}")]
    Taken(#[source] sqlx::Error),
    /// Anything else: a fault in Perfil or in the database.
    #[error("the database failed: {0}")]
    Failed(#[source] sqlx::Error),
    /// The migrations cannot be applied.
    #[error("the migrations failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The configured address is not one of a database that Perfil knows.
    #[error("the database address must begin with sqlite: or postgres:")]
    UnknownDatabase,
    /// The lock file beside the SQLite file cannot be used.
    #[error("the migration lock failed: {0}")]
    Lock(#[from] std::io::Error),
}

/// SQLite's BUSY, LOCKED, IOERR, FULL and CANTOPEN, by the low byte of the extended code.
const SQLITE_PASSING: [i64; 5] = [5, 6, 10, 13, 14];

/// PostgreSQL's classes 08 (connection), 53 (resources), 57 (intervention) and the two codes of a lost race.
const POSTGRES_PASSING: [&str; 5] = ["08", "53", "57", "40001", "40P01"];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(cause) if cause.is_unique_violation() => Self::Taken(error),
            sqlx::Error::Database(cause) if is_passing(cause.code().as_deref().unwrap_or_default()) => {
                Self::Unavailable(error)
            }
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => {
                Self::Unavailable(error)
            }
            _ => Self::Failed(error),
        }
    }
}

fn is_passing(code: &str) -> bool {
    if code.len() == 5 {
        return POSTGRES_PASSING.iter().any(|prefix| code.starts_with(prefix));
    }
    code.parse::<i64>().is_ok_and(|code| SQLITE_PASSING.contains(&(code & 0xFF)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passing_faults_are_told_from_lasting_ones() {
        for code in ["5", "517", "13", "08006", "53100", "57P01", "40001"] {
            assert!(is_passing(code), "{code}");
        }
        for code in ["1", "2067", "23505", "42601", ""] {
            assert!(!is_passing(code), "{code}");
        }
    }
}
