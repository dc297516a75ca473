//! What was changed in an organization. Nothing personal but ids stands here: names are looked up when it is read.
//!
//! An entry is kept as long as its organization exists.

use crate::StoreError;
use crate::events::Behind;
use perfil_models::{AuditKind, OrganizationId};
use sqlx::{AnyConnection, FromRow};

/// Made by a member.
pub const MEMBER: &str = "member";
/// Made by the platform.
pub const PLATFORM: &str = "platform";
/// Made by the operator.
pub const OPERATOR: &str = "operator";

/// One change.
pub struct NewEntry<'a> {
    /// The id.
    pub id: &'a str,
    /// Where.
    pub organization_id: &'a OrganizationId,
    /// [`MEMBER`], [`PLATFORM`] or [`OPERATOR`].
    pub actor_kind: &'a str,
    /// The person, of a member.
    pub actor_id: Option<&'a str>,
    /// The person or the invitation that it concerns; `None`: the organization itself.
    pub subject_id: Option<&'a str>,
    /// What.
    pub kind: AuditKind,
    /// The word of before; may be empty.
    pub before: &'a str,
    /// The word of now; may be empty.
    pub after: &'a str,
}

/// Appends a change at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, entry: &NewEntry<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO audit_entries (id, organization_id, actor_kind, actor_id, subject_id, kind, before, after, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(entry.id)
    .bind(entry.organization_id.as_str())
    .bind(entry.actor_kind)
    .bind(entry.actor_id)
    .bind(entry.subject_id)
    .bind(entry.kind.as_str())
    .bind(entry.before)
    .bind(entry.after)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// A change as the Owner reads it. Names and addresses are those of now; `None`: there is none, or it is gone by now.
#[derive(Clone, Debug, FromRow)]
pub struct EntryRow {
    /// The id.
    pub id: String,
    /// [`MEMBER`], [`PLATFORM`] or [`OPERATOR`].
    pub actor_kind: String,
    /// The person, of a member.
    pub actor_id: Option<String>,
    /// That person's name.
    pub actor_name: Option<String>,
    /// That person's address.
    pub actor_email: Option<String>,
    /// The person or the invitation that it concerns; `None`: the organization itself.
    pub subject_id: Option<String>,
    /// The name of the person that it concerns.
    pub subject_name: Option<String>,
    /// The address of that person or invitation.
    pub subject_email: Option<String>,
    /// [`AuditKind`] as a word.
    pub kind: String,
    /// The word of before; may be empty.
    pub before: String,
    /// The word of now; may be empty.
    pub after: String,
    /// When, milliseconds.
    pub at: i64,
}

/// The changes of an organization that are of those kinds, the newest first. The kinds travel as one text, as in
/// [`crate::events::of_user`].
pub async fn of_organization(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    kinds: &[AuditKind],
    behind: &Behind,
    limit: i64,
) -> Result<Vec<EntryRow>, StoreError> {
    let kinds: String = kinds.iter().map(|kind| format!("{},", kind.as_str())).collect();
    Ok(sqlx::query_as(
        "SELECT e.id, e.actor_kind, e.actor_id, a.display_name AS actor_name, a.email AS actor_email, e.subject_id, \
         s.display_name AS subject_name, COALESCE(s.email, i.email) AS subject_email, e.kind, e.before, e.after, e.at \
         FROM audit_entries e \
         LEFT JOIN users a ON a.id = e.actor_id AND a.organization_id = e.organization_id \
         LEFT JOIN users s ON s.id = e.subject_id AND s.organization_id = e.organization_id \
         LEFT JOIN invitations i ON i.id = e.subject_id AND i.organization_id = e.organization_id \
         WHERE e.organization_id = $1 AND (e.at, e.id) < ($2, $3) AND $4 LIKE '%,' || e.kind || ',%' \
         ORDER BY e.at DESC, e.id DESC LIMIT $5",
    )
    .bind(organization.as_str())
    .bind(behind.at)
    .bind(&behind.id)
    .bind(format!(",{kinds}"))
    .bind(limit)
    .fetch_all(db)
    .await?)
}
