//! API keys.

use crate::Database;
use crate::database::{NOW, organization, user};
use perfil_models::OrganizationId;
use perfil_store::AnyConnection;
use perfil_store::api_keys::{self, NewApiKey};

crate::on_both!(a_key_is_found_until_it_is_revoked, a_key_of_an_organization_says_so, keys_are_listed_newest_first);

async fn insert(db: &mut AnyConnection, id: &str, organization_id: Option<&OrganizationId>) {
    let (token_hash, maker) = (format!("hash of {id}"), user("ada"));
    let created_by = organization_id.map(|_| &maker);
    let key = NewApiKey { id, name: "Shop", token_hash: &token_hash, scopes: "sessions", organization_id, created_by };
    api_keys::insert(db, &key, NOW).await.unwrap();
}

async fn a_key_is_found_until_it_is_revoked(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "key 1", None).await;
    assert!(api_keys::by_token(&mut db, "hash of nothing", NOW).await.unwrap().is_none());
    let key = api_keys::by_token(&mut db, "hash of key 1", NOW).await.unwrap().unwrap();
    assert_eq!((key.id.as_str(), key.scopes.as_str(), key.last_used_at), ("key 1", "sessions", None));
    assert_eq!(key.organization_id, None, "the operator's");
    api_keys::touch(&mut db, "key 1", NOW + 1).await.unwrap();
    let revoked = api_keys::revoke(&mut db, "key 1", NOW + 2).await.unwrap().unwrap();
    assert_eq!((revoked.name.as_str(), revoked.organization_id), ("Shop", None));
    assert_eq!(api_keys::revoke(&mut db, "key 1", NOW + 3).await.unwrap(), None, "once");
    assert!(api_keys::by_token(&mut db, "hash of key 1", NOW + 3).await.unwrap().is_none());
    let key = api_keys::list(&mut db, 10).await.unwrap().remove(0);
    assert_eq!((key.last_used_at, key.revoked_at, key.organization), (Some(NOW + 1), Some(NOW + 2), None));
}

async fn a_key_of_an_organization_says_so(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "key 1", Some(&organization())).await;
    let key = api_keys::by_token(&mut db, "hash of key 1", NOW).await.unwrap().unwrap();
    assert_eq!(key.organization_id.as_deref(), Some(organization().as_str()));
    let listed = api_keys::list(&mut db, 10).await.unwrap().remove(0);
    assert_eq!(listed.organization.as_deref(), Some("example"), "by the platform's own name");
    let revoked = api_keys::revoke(&mut db, "key 1", NOW).await.unwrap().unwrap();
    assert_eq!(revoked.organization_id.as_deref(), Some(organization().as_str()));
}

async fn keys_are_listed_newest_first(database: &Database) {
    let mut db = database.write().await;
    for id in ["key 1", "key 2", "key 3"] {
        insert(&mut db, id, None).await;
    }
    let ids: Vec<String> = api_keys::list(&mut db, 2).await.unwrap().into_iter().map(|key| key.id).collect();
    assert_eq!(ids, ["key 3", "key 2"]);
}
