//! All that is kept about one person: read for an export, and erased with the account. The statements are made from
//! [`crate::personal_tables`]; a test explains each.

use crate::StoreError;
use crate::personal_tables::{PERSONAL_TABLES, PersonalTable, Told};
use perfil_models::UserId;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

/// A person's rows of a table.
#[derive(Clone, Debug)]
pub struct OwnRows {
    /// The table.
    pub table: &'static str,
    /// Its columns.
    pub columns: Vec<Told>,
    /// What stands in them, as text; `None`: nothing, or it is kept back.
    pub rows: Vec<Vec<Option<String>>>,
}

/// Every row about a person, table by table.
pub async fn of_user(db: &mut AnyConnection, user: &UserId) -> Result<Vec<OwnRows>, StoreError> {
    let mut found = Vec::new();
    for table in PERSONAL_TABLES {
        let Some(text) = selection(table) else { continue };
        let rows = sqlx::query(AssertSqlSafe(text)).bind(user.as_str()).fetch_all(&mut *db).await?;
        let columns = table.columns();
        let cells = |row: &sqlx::any::AnyRow| (0..columns.len()).map(|place| row.try_get(place)).collect();
        let rows = rows.iter().map(cells).collect::<Result<_, sqlx::Error>>()?;
        found.push(OwnRows { table: table.table, columns, rows });
    }
    Ok(found)
}

/// The statement that reads the rows of a person, `$1`, each column as text; `None`: they tell nothing.
pub fn selection(table: &PersonalTable) -> Option<String> {
    let column = |told: Told| match told {
        Told::Withheld(..) => "CAST(NULL AS TEXT)".to_owned(),
        told => ["CAST(", told.name(), " AS TEXT)"].concat(),
    };
    let columns: Vec<String> = table.columns().into_iter().map(column).collect();
    if columns.is_empty() {
        return None;
    }
    Some(["SELECT ", &columns.join(", "), " FROM ", table.table, " WHERE ", table.own].concat())
}

/// Erases a person: their rows and themselves. The locks of the organization and of the person are held.
pub async fn erase(db: &mut AnyConnection, user: &UserId) -> Result<(), StoreError> {
    sqlx::query("UPDATE role_requests SET decided_by = NULL WHERE decided_by = $1")
        .bind(user.as_str())
        .execute(&mut *db)
        .await?;
    for text in erasures() {
        sqlx::query(AssertSqlSafe(text)).bind(user.as_str()).execute(&mut *db).await?;
    }
    Ok(())
}

/// The statements that erase a person, `$1`, in their order.
pub fn erasures() -> Vec<String> {
    let of_table = |table: &'static PersonalTable| {
        table.erased_rows().iter().map(move |rows| ["DELETE FROM ", table.table, " WHERE ", rows].concat())
    };
    PERSONAL_TABLES.iter().rev().flat_map(of_table).collect()
}
