//! Invitations of addresses into an organization.

use crate::Database;
use crate::database::{NOW, organization, user};
use perfil_models::{EmailAddress, InvitationId, OrganizationId, Role};
use perfil_store::invitations::{self, NewInvitation};
use perfil_store::organizations::{self, NewOrganization};
use sqlx::AnyConnection;

crate::on_both!(
    of_an_address_one_invitation_waits,
    another_organization_invites_the_same_address,
    a_newer_link_replaces_the_older,
    without_a_link_none_is_found,
    an_invitation_ends_once_and_its_address_is_free_again,
    it_is_locked_in_its_own_organization_only,
    those_that_wait_come_newest_first,
    old_ones_are_forgotten,
);

fn id(name: &str) -> InvitationId {
    InvitationId::new(name)
}

async fn insert(db: &mut AnyConnection, name: &str, email: &str) -> bool {
    insert_into(db, &organization(), name, email, NOW).await
}

async fn insert_into(db: &mut AnyConnection, organization: &OrganizationId, name: &str, email: &str, at: i64) -> bool {
    let new = NewInvitation {
        id: &id(name),
        organization_id: organization,
        email: &EmailAddress::parse(email).unwrap(),
        role: Role::Billing,
        invited_by: &user("ada"),
    };
    invitations::insert(db, &new, at).await.unwrap()
}

async fn of_an_address_one_invitation_waits(database: &Database) {
    let mut db = database.write().await;
    assert!(insert(&mut db, "i1", "eve@example.com").await);
    assert!(!insert(&mut db, "i2", "EVE@example.com").await, "in whatever letters");
    assert!(insert(&mut db, "i3", "bob@example.com").await);
    assert_eq!(invitations::count_waiting(&mut db, &organization()).await.unwrap(), 2);
}

async fn another_organization_invites_the_same_address(database: &Database) {
    let mut db = database.write().await;
    let elsewhere = OrganizationId::new("organization-2");
    let new = NewOrganization { id: &elsewhere, external_id: "other", name: "Other", currency: "EUR" };
    organizations::insert(&mut db, &new, NOW).await.unwrap();
    assert!(insert(&mut db, "i1", "eve@example.com").await);
    assert!(insert_into(&mut db, &elsewhere, "i2", "eve@example.com", NOW).await);
    let waiting = invitations::waiting(&mut db, &elsewhere, 10).await.unwrap();
    assert_eq!(waiting.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["i2"]);
    assert_eq!(waiting[0].organization_name, "Other");
}

async fn a_newer_link_replaces_the_older(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "i1", "Eve@example.com").await;
    invitations::renew(&mut db, &id("i1"), Some("hash 1"), NOW + 10, NOW).await.unwrap();
    let row = invitations::by_link(&mut db, "hash 1").await.unwrap().unwrap();
    assert_eq!((row.id(), row.organization_id(), row.role()), (id("i1"), organization(), Role::Billing));
    assert_eq!((row.email.as_str(), row.inviter.as_str(), row.state.as_str()), ("Eve@example.com", "ada", "pending"));
    assert_eq!((row.organization_name.as_str(), row.expires_at), ("Example Telecom", NOW + 10));
    invitations::renew(&mut db, &id("i1"), Some("hash 2"), NOW + 20, NOW + 1).await.unwrap();
    assert!(invitations::by_link(&mut db, "hash 1").await.unwrap().is_none());
    assert_eq!(invitations::by_link(&mut db, "hash 2").await.unwrap().unwrap().expires_at, NOW + 20);
}

async fn without_a_link_none_is_found(database: &Database) {
    let mut db = database.write().await;
    for (name, email) in [("i1", "eve@example.com"), ("i2", "bob@example.com")] {
        insert(&mut db, name, email).await;
        invitations::renew(&mut db, &id(name), None, NOW + 10, NOW).await.unwrap();
    }
    assert!(invitations::by_link(&mut db, "").await.unwrap().is_none());
    assert_eq!(invitations::waiting(&mut db, &organization(), 10).await.unwrap()[0].expires_at, NOW + 10);
}

async fn an_invitation_ends_once_and_its_address_is_free_again(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "i1", "eve@example.com").await;
    invitations::renew(&mut db, &id("i1"), Some("hash"), NOW + 10, NOW).await.unwrap();
    assert!(invitations::end(&mut db, &id("i1"), "accepted", NOW + 1).await.unwrap());
    assert!(!invitations::end(&mut db, &id("i1"), "revoked", NOW + 2).await.unwrap());
    invitations::renew(&mut db, &id("i1"), Some("another"), NOW + 10, NOW + 3).await.unwrap();
    assert_eq!(invitations::by_link(&mut db, "hash").await.unwrap().unwrap().state, "accepted");
    assert!(invitations::by_link(&mut db, "another").await.unwrap().is_none(), "no new link for what is over");
    assert!(insert(&mut db, "i2", "eve@example.com").await);
}

async fn it_is_locked_in_its_own_organization_only(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "i1", "eve@example.com").await;
    assert_eq!(invitations::lock(&mut db, &organization(), &id("i1")).await.unwrap().unwrap().id(), id("i1"));
    assert!(invitations::lock(&mut db, &OrganizationId::new("other"), &id("i1")).await.unwrap().is_none());
    assert!(invitations::lock(&mut db, &organization(), &id("i2")).await.unwrap().is_none());
}

async fn those_that_wait_come_newest_first(database: &Database) {
    let mut db = database.write().await;
    for (place, name) in ["i1", "i2", "i3", "i4"].into_iter().enumerate() {
        insert_into(&mut db, &organization(), name, &format!("{name}@example.com"), NOW + place as i64).await;
    }
    assert!(invitations::end(&mut db, &id("i3"), "revoked", NOW + 9).await.unwrap());
    let waiting = invitations::waiting(&mut db, &organization(), 2).await.unwrap();
    assert_eq!(waiting.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["i4", "i2"]);
    assert_eq!(invitations::count_waiting(&mut db, &organization()).await.unwrap(), 3);
}

async fn old_ones_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "i1", "eve@example.com").await;
    invitations::end(&mut db, &id("i1"), "revoked", NOW + 5).await.unwrap();
    assert_eq!(invitations::delete_old(&mut db, NOW + 5).await.unwrap(), 0);
    assert_eq!(invitations::delete_old(&mut db, NOW + 6).await.unwrap(), 1);
}
