//! A file that may not grow any more, as on a full disk.

use crate::Database;
use crate::database::NOW;
use perfil_models::OrganizationId;
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::{AnyConnection, StoreError};

/// Writes more than a page holds.
async fn write_much(db: &mut AnyConnection) -> Result<(), StoreError> {
    let (id, name) = (OrganizationId::new("organization-2"), "x".repeat(100_000));
    let organization = NewOrganization { id: &id, external_id: "other", name: &name, currency: "EUR" };
    organizations::insert(db, &organization, NOW).await
}

#[tokio::test]
async fn writing_goes_on_when_there_is_room_again() {
    let database = Database::sqlite().await;
    let mut db = database.write().await;
    // Holds for this connection alone: the next one finds room.
    sqlx::query("PRAGMA max_page_count = 1").execute(&mut *db).await.unwrap();
    let full = write_much(&mut db).await;
    assert!(matches!(full, Err(StoreError::Unavailable(_))), "{full:?}");
    drop(db);
    let mut db = database.write().await;
    write_much(&mut db).await.unwrap();
    db.commit().await.unwrap();
}
