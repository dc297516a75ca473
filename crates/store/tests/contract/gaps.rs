//! Balances that were never told.

use crate::Database;
use crate::database::{NOW, organization};
use perfil_models::OrganizationId;
use perfil_store::AnyConnection;
use perfil_store::balances::{self, GapRow, Told};
use perfil_store::organizations::{self, NewOrganization};

crate::on_both!(what_lies_between_two_numbers_is_missing, who_misses_most_is_first, old_gaps_are_forgotten);

async fn tell(db: &mut AnyConnection, organization: &OrganizationId, seqs: &[i64]) {
    for seq in seqs {
        let told = Told { seq: *seq, amount: 0, reserve: 0, occurred_at: NOW + seq };
        balances::keep_point(db, organization, &told, None).await.unwrap();
    }
}

async fn other(db: &mut AnyConnection) -> OrganizationId {
    let id = OrganizationId::new("other");
    let new = NewOrganization { id: &id, external_id: "zebra", name: "Zebra", currency: "EUR" };
    organizations::insert(db, &new, NOW).await.unwrap();
    id
}

fn ranges(rows: &[GapRow]) -> Vec<(i64, i64)> {
    rows.iter().map(|row| (row.first, row.last)).collect()
}

async fn what_lies_between_two_numbers_is_missing(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(balances::gaps(&mut db, NOW, 5, 100).await.unwrap(), []);
    tell(&mut db, &organization(), &[7, 4, 5, 6]).await;
    assert_eq!(balances::gaps(&mut db, NOW, 5, 100).await.unwrap(), [], "late ones fill the gap");
    tell(&mut db, &organization(), &[9, 20, 21]).await;
    let rows = balances::gaps(&mut db, NOW, 5, 100).await.unwrap();
    assert_eq!(ranges(&rows), [(8, 8), (10, 19)]);
    assert!(rows.iter().all(|row| (row.missing, row.places) == (11, 2)), "{rows:?}");
    let rows = balances::gaps(&mut db, NOW, 1, 100).await.unwrap();
    assert_eq!((ranges(&rows), rows[0].missing, rows[0].places), (vec![(8, 8)], 11, 2), "all are counted");
}

async fn who_misses_most_is_first(database: &Database) {
    let mut db = database.write().await;
    let other = other(&mut db).await;
    tell(&mut db, &organization(), &[1, 3, 5]).await;
    tell(&mut db, &other, &[1, 9]).await;
    let rows = balances::gaps(&mut db, NOW, 5, 100).await.unwrap();
    assert_eq!(ranges(&rows), [(2, 8), (2, 2), (4, 4)]);
    assert_eq!((rows[0].external_id.as_str(), rows[0].name.as_str(), rows[0].missing), ("zebra", "Zebra", 7));
    assert_eq!(ranges(&balances::gaps(&mut db, NOW, 5, 2).await.unwrap()), [(2, 8), (2, 2)]);
}

async fn old_gaps_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    tell(&mut db, &organization(), &[1, 3, 5]).await;
    assert_eq!(ranges(&balances::gaps(&mut db, NOW + 3, 5, 100).await.unwrap()), [(4, 4)]);
}
