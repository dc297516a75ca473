//! API keys.

use crate::Database;
use crate::database::NOW;
use perfil_store::AnyConnection;
use perfil_store::api_keys::{self, NewApiKey};

crate::on_both!(a_key_is_found_until_it_is_revoked, keys_are_listed_newest_first);

async fn insert(db: &mut AnyConnection, id: &str) {
    let key = NewApiKey { id, name: "Shop", token_hash: &format!("hash of {id}"), scopes: "sessions" };
    api_keys::insert(db, &key, NOW).await.unwrap();
}

async fn a_key_is_found_until_it_is_revoked(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "key 1").await;
    assert!(api_keys::by_token(&mut db, "hash of nothing").await.unwrap().is_none());
    let key = api_keys::by_token(&mut db, "hash of key 1").await.unwrap().unwrap();
    assert_eq!((key.id.as_str(), key.scopes.as_str(), key.last_used_at), ("key 1", "sessions", None));
    api_keys::touch(&mut db, "key 1", NOW + 1).await.unwrap();
    assert!(api_keys::revoke(&mut db, "key 1", NOW + 2).await.unwrap());
    assert!(!api_keys::revoke(&mut db, "key 1", NOW + 3).await.unwrap(), "once");
    assert!(api_keys::by_token(&mut db, "hash of key 1").await.unwrap().is_none());
    let key = api_keys::list(&mut db, 10).await.unwrap().remove(0);
    assert_eq!((key.last_used_at, key.revoked_at), (Some(NOW + 1), Some(NOW + 2)));
}

async fn keys_are_listed_newest_first(database: &Database) {
    let mut db = database.write().await;
    for id in ["key 1", "key 2", "key 3"] {
        insert(&mut db, id).await;
    }
    let ids: Vec<String> = api_keys::list(&mut db, 2).await.unwrap().into_iter().map(|key| key.id).collect();
    assert_eq!(ids, ["key 3", "key 2"]);
}
