//! Limits.

use crate::Database;
use crate::database::NOW;
use perfil_store::throttle::{self, Bucket, FIRST_WAIT, FREE_TRIES};

crate::on_both!(
    waiting_begins_after_the_free_tries,
    fifty_parallel_tries_pass_as_few_as_one_by_one,
    a_count_stops_at_its_limit,
    a_bucket_overflows_and_drains,
    parallel_drops_do_not_overflow_together,
    a_clock_that_was_set_back_shuts_nobody_out,
    what_is_idle_is_forgotten
);

async fn waiting_begins_after_the_free_tries(database: &Database) {
    let mut db = database.write().await;
    for _ in 0..=FREE_TRIES {
        assert_eq!(throttle::try_once(&mut db, "ada", NOW).await.unwrap(), None);
    }
    assert_eq!(throttle::try_once(&mut db, "ada", NOW).await.unwrap(), Some(NOW + FIRST_WAIT));
    assert_eq!(throttle::try_once(&mut db, "eve", NOW).await.unwrap(), None, "others are not held up");
    assert_eq!(throttle::try_once(&mut db, "ada", NOW + FIRST_WAIT).await.unwrap(), None);
    let blocked = throttle::try_once(&mut db, "ada", NOW + FIRST_WAIT).await.unwrap();
    assert_eq!(blocked, Some(NOW + 3 * FIRST_WAIT), "the wait doubles");
    throttle::clear(&mut db, "ada").await.unwrap();
    assert_eq!(throttle::try_once(&mut db, "ada", NOW).await.unwrap(), None);
}

async fn fifty_parallel_tries_pass_as_few_as_one_by_one(database: &Database) {
    let tries = (0..50).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let blocked = throttle::try_once(&mut db, "ada", NOW).await.unwrap();
            db.commit().await.unwrap();
            blocked.is_none()
        })
    });
    let mut passed = 0;
    for attempt in tries.collect::<Vec<_>>() {
        passed += i64::from(attempt.await.unwrap());
    }
    assert_eq!(passed, FREE_TRIES + 1);
}

async fn a_count_stops_at_its_limit(database: &Database) {
    let mut db = database.write().await;
    for count in 1..=3 {
        assert_eq!(throttle::count_up(&mut db, "ada", 3, NOW).await.unwrap(), Some(count));
    }
    assert_eq!(throttle::count_up(&mut db, "ada", 3, NOW).await.unwrap(), None);
    throttle::note(&mut db, "ada", NOW + 5).await.unwrap();
    assert_eq!(throttle::delete_failures(&mut db, NOW + 5).await.unwrap(), 0);
    assert_eq!(throttle::count_up(&mut db, "ada", 3, NOW).await.unwrap(), None, "noted, so not idle yet");
}

async fn a_bucket_overflows_and_drains(database: &Database) {
    let bucket = Bucket { burst: 3, drain: 100 };
    let mut db = database.write().await;
    for _ in 0..3 {
        assert_eq!(throttle::pour(&mut db, "net", bucket, NOW).await.unwrap(), None);
    }
    assert_eq!(throttle::pour(&mut db, "net", bucket, NOW).await.unwrap(), Some(NOW + 100));
    assert_eq!(throttle::pour(&mut db, "net", bucket, NOW + 99).await.unwrap(), Some(NOW + 100));
    assert_eq!(throttle::pour(&mut db, "net", bucket, NOW + 100).await.unwrap(), None);
    assert_eq!(throttle::pour(&mut db, "net", bucket, NOW + 100).await.unwrap(), Some(NOW + 200));
    for _ in 0..3 {
        assert_eq!(
            throttle::pour(&mut db, "net", bucket, NOW + 10_000).await.unwrap(),
            None,
            "empty again, not emptier"
        );
    }
    assert!(throttle::pour(&mut db, "net", bucket, NOW + 10_000).await.unwrap().is_some());
}

async fn parallel_drops_do_not_overflow_together(database: &Database) {
    let drops = (0..30).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let full = throttle::pour(&mut db, "net", Bucket { burst: 7, drain: 1_000 }, NOW).await.unwrap();
            db.commit().await.unwrap();
            full.is_none()
        })
    });
    let mut poured = 0;
    for drop in drops.collect::<Vec<_>>() {
        poured += u32::from(drop.await.unwrap());
    }
    assert_eq!(poured, 7);
}

async fn a_clock_that_was_set_back_shuts_nobody_out(database: &Database) {
    let (bucket, yesterday) = (Bucket { burst: 3, drain: 100 }, NOW - 86_400_000);
    let mut db = database.write().await;
    throttle::pour(&mut db, "net", bucket, NOW).await.unwrap();
    for _ in 0..2 {
        let until = throttle::pour(&mut db, "net", bucket, yesterday).await.unwrap();
        assert_eq!(until, Some(yesterday + 100), "full, but no fuller");
    }
    assert_eq!(throttle::pour(&mut db, "net", bucket, yesterday + 100).await.unwrap(), None);

    for _ in 0..=FREE_TRIES {
        throttle::try_once(&mut db, "ada", NOW).await.unwrap();
    }
    let blocked = throttle::try_once(&mut db, "ada", yesterday).await.unwrap();
    assert_eq!(blocked, Some(yesterday + FIRST_WAIT));
    let earlier = throttle::try_once(&mut db, "ada", yesterday + FIRST_WAIT - 1).await.unwrap();
    assert_eq!(earlier, Some(yesterday + FIRST_WAIT), "asking again does not put it off");
    assert_eq!(throttle::try_once(&mut db, "ada", yesterday + FIRST_WAIT).await.unwrap(), None);
}

async fn what_is_idle_is_forgotten(database: &Database) {
    let mut db = database.write().await;
    throttle::try_once(&mut db, "ada", NOW).await.unwrap();
    throttle::pour(&mut db, "net", Bucket { burst: 1, drain: 100 }, NOW).await.unwrap();
    assert_eq!(throttle::delete_failures(&mut db, NOW + 1).await.unwrap(), 1);
    assert_eq!(throttle::delete_buckets(&mut db, NOW + 101).await.unwrap(), 1);
    assert_eq!(throttle::pour(&mut db, "net", Bucket { burst: 1, drain: 100 }, NOW).await.unwrap(), None);
}
