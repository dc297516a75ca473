//! The balance of an organization.

use crate::Database;
use crate::database::{NOW, organization};
use perfil_models::{OrganizationId, money};
use perfil_store::AnyConnection;
use perfil_store::balances::{self, BalanceRow, SpentRow, Told};
use perfil_store::organizations::{self, NewOrganization};

crate::on_both!(
    the_balance_moves_to_higher_numbers_only,
    of_parallel_balances_the_highest_number_stays,
    what_was_told_is_kept_once,
    what_was_spent_is_summed_up,
    what_is_kept_back_is_not_spent,
    moments_are_sampled,
    each_organization_has_its_own,
    old_points_are_forgotten
);

fn told(seq: i64, amount: i64) -> Told {
    Told { seq, amount, reserve: 0, occurred_at: NOW + seq * 100 }
}

/// Tells a balance as the use case does; whether it moved the balance on.
async fn tell(db: &mut AnyConnection, told: Told) -> bool {
    let spent = balances::advance(db, &organization(), &told, NOW).await.unwrap();
    balances::keep_point(db, &organization(), &told, spent).await.unwrap();
    spent.is_some()
}

async fn current(db: &mut AnyConnection) -> Option<BalanceRow> {
    balances::current(db, &organization()).await.unwrap()
}

async fn samples(db: &mut AnyConnection, moments: &[i64]) -> Vec<Option<i64>> {
    balances::at_moments(db, &organization(), moments).await.unwrap()
}

async fn the_balance_moves_to_higher_numbers_only(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(current(&mut db).await, None);
    assert!(tell(&mut db, told(5, 1_000)).await);
    for late in [4, 5, 0] {
        assert!(!tell(&mut db, told(late, 0)).await, "{late}");
    }
    let row = BalanceRow { seq: 5, amount: 1_000, reserve: 0, spent: 0, occurred_at: NOW + 500 };
    assert_eq!(current(&mut db).await, Some(row));
    assert!(tell(&mut db, told(9, -50)).await);
    let row = BalanceRow { seq: 9, amount: -50, reserve: 0, spent: 1_050, occurred_at: NOW + 900 };
    assert_eq!(current(&mut db).await, Some(row));
}

async fn of_parallel_balances_the_highest_number_stays(database: &Database) {
    let tells: Vec<_> = (1..=20)
        .map(|seq| {
            let store = database.store.clone();
            tokio::spawn(async move {
                let mut db = store.write().await.unwrap();
                tell(&mut db, told(seq, 100 * seq)).await;
                db.commit().await.unwrap();
            })
        })
        .collect();
    for tell in tells {
        tell.await.unwrap();
    }
    let mut db = database.write().await;
    let row = current(&mut db).await.unwrap();
    assert_eq!((row.seq, row.amount, row.spent), (20, 2_000, 0));
    let (points,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM balance_points").fetch_one(&mut *db).await.unwrap();
    assert_eq!(points, 20, "late ones are kept");
}

async fn what_was_told_is_kept_once(database: &Database) {
    let mut db = database.write().await;
    assert!(tell(&mut db, told(1, 1_000)).await);
    assert!(!tell(&mut db, told(1, 2_000)).await);
    assert_eq!(samples(&mut db, &[NOW + 100]).await, [Some(1_000)], "the first of a number stays");
}

async fn what_was_spent_is_summed_up(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(balances::first_spent(&mut db, &organization()).await.unwrap(), None);
    for (seq, amount) in [(1, 1_000), (2, 900), (4, 5_000), (5, 4_700)] {
        assert!(tell(&mut db, told(seq, amount)).await);
    }
    tell(&mut db, told(3, 0)).await;
    let spent = |spent, seq: i64| Some(SpentRow { spent, occurred_at: NOW + seq * 100 });
    assert_eq!(balances::first_spent(&mut db, &organization()).await.unwrap(), spent(0, 1));
    for (at, expected) in
        [(99, None), (100, spent(0, 1)), (250, spent(100, 2)), (350, spent(100, 2)), (999, spent(400, 5))]
    {
        assert_eq!(balances::spent_at(&mut db, &organization(), NOW + at).await.unwrap(), expected, "{at}");
    }
}

async fn what_is_kept_back_is_not_spent(database: &Database) {
    let mut db = database.write().await;
    for (seq, amount, reserve, spent) in [
        (1, 1_000, 0, 0),
        (2, 800, 200, 0),
        (3, 750, 200, 50),
        (4, 950, 0, 50),
        (5, 850, 50, 100),
        (6, -money::MOST, money::MOST, 1_000),
        (7, money::MOST, 0, 1_000),
    ] {
        assert!(tell(&mut db, Told { reserve, ..told(seq, amount) }).await);
        let row = current(&mut db).await.unwrap();
        assert_eq!((row.amount, row.reserve, row.spent), (amount, reserve, spent), "{seq}");
    }
    assert!(!tell(&mut db, Told { reserve: 70, ..told(3, 0) }).await);
    assert_eq!(current(&mut db).await.unwrap().reserve, 0, "what comes late changes nothing");
}

async fn moments_are_sampled(database: &Database) {
    let mut db = database.write().await;
    for (seq, amount) in [(1, 10), (3, 30), (2, 20)] {
        tell(&mut db, told(seq, amount)).await;
    }
    let moments = [0, 100, 199, 200, 250, 300, 5_000].map(|after| NOW + after);
    assert_eq!(samples(&mut db, &moments).await, [None, Some(10), Some(10), Some(20), Some(20), Some(30), Some(30)]);
}

async fn each_organization_has_its_own(database: &Database) {
    let mut db = database.write().await;
    let other = OrganizationId::new("organization-2");
    let new = NewOrganization { id: &other, external_id: "other", name: "Other", currency: "EUR" };
    organizations::insert(&mut db, &new, NOW).await.unwrap();
    tell(&mut db, told(7, 1_000)).await;
    let spent = balances::advance(&mut db, &other, &told(1, 5), NOW).await.unwrap();
    assert_eq!(spent, Some(0));
    balances::keep_point(&mut db, &other, &told(7, 5), spent).await.unwrap();
    assert_eq!(current(&mut db).await.unwrap().amount, 1_000);
    assert_eq!(samples(&mut db, &[NOW + 700]).await, [Some(1_000)]);
    assert_eq!(balances::current(&mut db, &other).await.unwrap().unwrap().amount, 5);
}

async fn old_points_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    for seq in 1..=3 {
        tell(&mut db, told(seq, seq)).await;
    }
    assert_eq!(balances::delete_old_points(&mut db, NOW + 300).await.unwrap(), 2);
    assert_eq!(samples(&mut db, &[NOW + 200, NOW + 300]).await, [None, Some(3)]);
    assert_eq!(balances::delete_old_points(&mut db, NOW + 9_999).await.unwrap(), 1);
    assert_eq!(current(&mut db).await.unwrap().amount, 3, "what holds now stays");
}
