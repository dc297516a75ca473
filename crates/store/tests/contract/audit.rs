//! What was changed in an organization, page by page, with the names of now.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::AuditKind::{CurrencyChanged, Invited, MemberCreated, RoleChanged};
use perfil_models::{AuditKind, EmailAddress, InvitationId, OrganizationId, Role};
use perfil_store::audit::{self, EntryRow, MEMBER, NewEntry, OPERATOR, PLATFORM};
use perfil_store::events::Behind;
use perfil_store::invitations::{self, NewInvitation};
use perfil_store::organizations::{self, NewOrganization};
use sqlx::AnyConnection;

crate::on_both!(
    changes_come_newest_first_and_page_by_page,
    changes_are_found_by_kind,
    names_are_those_of_now,
    what_is_gone_has_no_name,
    changes_of_other_organizations_are_not_shown
);

/// Appends a change that `by` made, if that is a member, to `subject`.
async fn insert(
    db: &mut AnyConnection,
    id: &str,
    kind: AuditKind,
    (by, actor): (&str, Option<&str>),
    subject: Option<&str>,
    at: i64,
) {
    let entry = NewEntry {
        id,
        organization_id: &organization(),
        actor_kind: by,
        actor_id: actor,
        subject_id: subject,
        kind,
        before: "member",
        after: "billing",
    };
    audit::insert(db, &entry, at).await.unwrap();
}

async fn shown(db: &mut AnyConnection, kinds: &[AuditKind], behind: &Behind) -> Vec<EntryRow> {
    audit::of_organization(db, &organization(), kinds, behind, 2).await.unwrap()
}

async fn newest(db: &mut AnyConnection, kinds: &[AuditKind]) -> Vec<EntryRow> {
    shown(db, kinds, &Behind::default()).await
}

fn ids(rows: &[EntryRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

async fn changes_come_newest_first_and_page_by_page(database: &Database) {
    let mut db = database.write().await;
    // Three at the same moment: only the id tells them apart.
    for (id, at) in [("a", NOW), ("b", NOW + 5), ("d", NOW + 5), ("c", NOW + 5), ("e", NOW + 6)] {
        insert(&mut db, id, RoleChanged, (PLATFORM, None), Some("user-ada"), at).await;
    }
    let mut behind = Behind::default();
    let mut pages = Vec::new();
    loop {
        let page = shown(&mut db, AuditKind::ALL, &behind).await;
        let Some(last) = page.last() else { break };
        behind = Behind { at: last.at, id: last.id.clone() };
        pages.push(ids(&page).join(" "));
    }
    assert_eq!(pages, ["e d", "c b", "a"]);
    let first = newest(&mut db, AuditKind::ALL).await.remove(0);
    assert_eq!((first.actor_kind.as_str(), first.kind.as_str(), first.at), (PLATFORM, "role-changed", NOW + 6));
    assert_eq!((first.before.as_str(), first.after.as_str()), ("member", "billing"));
}

async fn changes_are_found_by_kind(database: &Database) {
    let mut db = database.write().await;
    for (id, kind) in [("a", RoleChanged), ("b", Invited), ("c", CurrencyChanged), ("d", MemberCreated)] {
        insert(&mut db, id, kind, (OPERATOR, None), None, NOW).await;
    }
    assert_eq!(ids(&newest(&mut db, &[Invited, MemberCreated]).await), ["d", "b"]);
    assert_eq!(ids(&newest(&mut db, &[CurrencyChanged]).await), ["c"]);
    assert!(newest(&mut db, &[]).await.is_empty());
}

async fn names_are_those_of_now(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    let id = InvitationId::new("invitation-1");
    let invitation = NewInvitation {
        id: &id,
        organization_id: &organization(),
        email: &EmailAddress::parse("New@example.com").unwrap(),
        role: Role::Member,
        invited_by: &user("ada"),
    };
    assert!(invitations::insert(&mut db, &invitation, NOW).await.unwrap());
    insert(&mut db, "a", RoleChanged, (MEMBER, Some("user-ada")), Some("user-eve"), NOW).await;
    insert(&mut db, "b", Invited, (MEMBER, Some("user-eve")), Some("invitation-1"), NOW + 1).await;
    sqlx::query("UPDATE users SET display_name = 'Eve Eden' WHERE id = 'user-eve'").execute(&mut *db).await.unwrap();
    let rows = newest(&mut db, AuditKind::ALL).await;
    let actors: Vec<_> = rows.iter().map(|row| (row.actor_name.as_deref(), row.actor_email.as_deref())).collect();
    assert_eq!(actors, [(Some("Eve Eden"), Some("eve@example.com")), (Some("ada"), Some("ada@example.com"))]);
    let subjects: Vec<_> = rows.iter().map(|row| (row.subject_name.as_deref(), row.subject_email.as_deref())).collect();
    assert_eq!(subjects, [(None, Some("New@example.com")), (Some("Eve Eden"), Some("eve@example.com"))]);
}

async fn what_is_gone_has_no_name(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "a", RoleChanged, (MEMBER, Some("user-gone")), Some("user-gone-too"), NOW).await;
    insert(&mut db, "b", CurrencyChanged, (PLATFORM, None), None, NOW + 1).await;
    let rows = newest(&mut db, AuditKind::ALL).await;
    assert!(rows.iter().all(|row| row.actor_name.is_none() && row.actor_email.is_none()));
    assert!(rows.iter().all(|row| row.subject_name.is_none() && row.subject_email.is_none()));
    let known: Vec<_> = rows.iter().map(|row| (row.actor_id.as_deref(), row.subject_id.as_deref())).collect();
    assert_eq!(known, [(None, None), (Some("user-gone"), Some("user-gone-too"))], "the ids stay");
}

async fn changes_of_other_organizations_are_not_shown(database: &Database) {
    let mut db = database.write().await;
    let other = OrganizationId::new("organization-2");
    let new = NewOrganization { id: &other, external_id: "other", name: "Other", currency: "EUR" };
    organizations::insert(&mut db, &new, NOW).await.unwrap();
    let foreign = NewEntry {
        id: "foreign",
        organization_id: &other,
        actor_kind: MEMBER,
        actor_id: Some("user-ada"),
        subject_id: Some("user-ada"),
        kind: RoleChanged,
        before: "",
        after: "",
    };
    audit::insert(&mut db, &foreign, NOW + 1).await.unwrap();
    insert(&mut db, "own", RoleChanged, (MEMBER, Some("user-ada")), None, NOW).await;
    assert_eq!(ids(&newest(&mut db, AuditKind::ALL).await), ["own"]);
    let theirs = audit::of_organization(&mut db, &other, AuditKind::ALL, &Behind::default(), 2).await.unwrap();
    assert_eq!(ids(&theirs), ["foreign"]);
    assert_eq!((&theirs[0].actor_name, &theirs[0].subject_name), (&None, &None), "nor are names of others told");
}
