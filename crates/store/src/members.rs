//! The members of an organization: a page of them by name, or by what a word of the name or the address begins with.

use crate::StoreError;
use perfil_models::{OrganizationId, Role, UserId};
use sqlx::{AnyConnection, FromRow};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a name that a member is found by.
const NAME_WORDS: usize = 5;
/// The place of the address among a member's words.
const ADDRESS: i64 = NAME_WORDS as i64;
/// The most bytes of a word: more cannot be searched for.
const MAX_BYTES: usize = 120;

/// A member as *Organization Settings* lists it. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct MemberRow {
    /// [`UserId`].
    pub id: String,
    /// The name that others see.
    pub display_name: String,
    /// The address.
    pub email: String,
    /// [`Role`] as a word.
    pub role: String,
    /// PHC string, or [`crate::users::NO_PASSWORD`].
    pub password_hash: String,
    /// E.164.
    pub phone: Option<String>,
    /// When the account was deactivated.
    pub disabled_at: Option<i64>,
    /// When the person came last.
    pub visited_at: Option<i64>,
    /// When a session of theirs was last used.
    pub last_seen_at: Option<i64>,
    /// The word that the member stands under in this list.
    pub word: String,
}

/// Where a page begins: behind the member of that word and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The word in hexadecimal.
    pub word: String,
    /// [`UserId`].
    pub user: String,
}

/// The members by name.
pub async fn page(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    after: &After,
    limit: i64,
) -> Result<Vec<MemberRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.display_name, u.email, u.role, u.password_hash, u.phone, u.disabled_at, u.visited_at, \
         (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS last_seen_at, w.word \
         FROM member_words w JOIN users u ON u.id = w.user_id \
         WHERE w.organization_id = $1 AND w.place = 0 AND (w.word, w.user_id) > ($2, $3) \
         ORDER BY w.word, w.user_id LIMIT $4",
    )
    .bind(organization.as_str())
    .bind(&after.word)
    .bind(&after.user)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// The members that `search` finds, by the word that it finds first; each stands in the list once.
pub async fn search(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    search: &str,
    after: &After,
    limit: i64,
) -> Result<Vec<MemberRow>, StoreError> {
    let from = hexadecimal(&folded(search));
    // `g` follows the last hexadecimal digit.
    let to = format!("{from}g");
    Ok(sqlx::query_as(
        "SELECT u.id, u.display_name, u.email, u.role, u.password_hash, u.phone, u.disabled_at, u.visited_at, \
         (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS last_seen_at, w.word \
         FROM member_words w JOIN users u ON u.id = w.user_id \
         WHERE w.organization_id = $1 AND w.word >= $7 AND w.word < $3 AND (w.word, w.user_id) > ($4, $5) \
         AND NOT EXISTS (SELECT 1 FROM member_words e WHERE e.user_id = w.user_id AND e.word >= $2 AND e.word < $3 \
         AND (e.word, e.place) < (w.word, w.place)) \
         ORDER BY w.word, w.user_id LIMIT $6",
    )
    .bind(organization.as_str())
    .bind(&from)
    .bind(&to)
    .bind(&after.word)
    .bind(&after.user)
    .bind(limit)
    .bind(from.as_str().max(&after.word))
    .fetch_all(db)
    .await?)
}

/// A member whose lock is held.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct LockedMember {
    /// [`Role`] as a word.
    pub role: String,
    /// When the account was deactivated, milliseconds.
    pub disabled_at: Option<i64>,
}

impl LockedMember {
    /// The role; a word that this version does not know is the least powerful one.
    pub fn role(&self) -> Role {
        Role::of_row(&self.role)
    }
}

/// Takes the lock of a member of that organization; take the organization's first. `None`: there is no such member.
pub async fn lock(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<Option<LockedMember>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE users SET version = version WHERE id = $1 AND organization_id = $2 RETURNING role, disabled_at",
    )
    .bind(user.as_str())
    .bind(organization.as_str())
    .fetch_optional(db)
    .await?)
}

/// Gives a member another role.
pub async fn set_role(db: &mut AnyConnection, user: &UserId, role: Role, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET role = $2, updated_at = $3, version = version + 1 WHERE id = $1")
        .bind(user.as_str())
        .bind(role.as_str())
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// Deactivates a member from then on (milliseconds), or activates them again.
pub async fn set_disabled(
    db: &mut AnyConnection,
    user: &UserId,
    disabled_at: Option<i64>,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET disabled_at = $2, updated_at = $3, version = version + 1 WHERE id = $1")
        .bind(user.as_str())
        .bind(disabled_at)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes what the member is found by from now on: whoever writes a name or an address calls this in the same transaction.
pub async fn note_words(db: &mut AnyConnection, user: &UserId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM member_words WHERE user_id = $1").bind(user.as_str()).execute(&mut *db).await?;
    let found: Option<(String, String, String)> =
        sqlx::query_as("SELECT organization_id, display_name, email FROM users WHERE id = $1")
            .bind(user.as_str())
            .fetch_optional(&mut *db)
            .await?;
    let Some((organization, name, email)) = found else { return Ok(()) };
    let [whole, second, third, fourth, fifth] = name_words(&name).map(|word| hexadecimal(&word));
    sqlx::query(
        "INSERT INTO member_words (user_id, organization_id, place, word) \
         SELECT $1, $2, 0, $3 UNION ALL SELECT $1, $2, 1, $4 WHERE $4 <> '' UNION ALL SELECT $1, $2, 2, $5 WHERE $5 <> '' \
         UNION ALL SELECT $1, $2, 3, $6 WHERE $6 <> '' UNION ALL SELECT $1, $2, 4, $7 WHERE $7 <> '' \
         UNION ALL SELECT $1, $2, $8, $9",
    )
    .bind(user.as_str())
    .bind(organization)
    .bind(whole)
    .bind(second)
    .bind(third)
    .bind(fourth)
    .bind(fifth)
    .bind(ADDRESS)
    .bind(hexadecimal(&folded(&email)))
    .execute(db)
    .await?;
    Ok(())
}

/// Notes the words of up to `limit` members that were there before words were; false: there are no more.
pub async fn note_missing_words(db: &mut AnyConnection, limit: i64) -> Result<bool, StoreError> {
    let missing: Vec<(String,)> = sqlx::query_as(
        "DELETE FROM members_without_words WHERE user_id IN (SELECT user_id FROM members_without_words \
         ORDER BY user_id LIMIT $1) RETURNING user_id",
    )
    .bind(limit)
    .fetch_all(&mut *db)
    .await?;
    for (user,) in &missing {
        note_words(db, &UserId::new(user.clone())).await?;
    }
    Ok(!missing.is_empty())
}

/// The whole name, and what is left of it from each further word on; empty where there are no more.
fn name_words(name: &str) -> [String; NAME_WORDS] {
    let name = folded(name);
    let starts = name.char_indices().filter(|(at, c)| {
        let begins = name[..*at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        begins && c.is_alphanumeric() && *at > 0
    });
    let mut words: [String; NAME_WORDS] = Default::default();
    words[0].clone_from(&name);
    for (word, (at, _)) in words[1..].iter_mut().zip(starts) {
        name[at..].clone_into(word);
    }
    words
}

/// Small letters without their marks, so that `muller` finds `Müller`; what is beyond [`MAX_BYTES`] is left away.
fn folded(text: &str) -> String {
    let plain = text.trim().nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut folded = String::new();
    for c in plain {
        if folded.len() + c.len_utf8() > MAX_BYTES {
            break;
        }
        folded.push(c);
    }
    folded
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_from_each_of_its_words_on() {
        assert_eq!(name_words("Anna-Lena Müller"), ["anna-lena muller", "lena muller", "muller", "", ""]);
        assert_eq!(name_words("Åse"), ["ase", "", "", "", ""]);
        assert_eq!(name_words("a b c d e f")[4], "e f");
        assert_eq!(name_words("(Bo)"), ["(bo)", "bo)", "", "", ""]);
    }

    #[test]
    fn words_are_folded_and_cut_between_letters() {
        assert_eq!(folded("  ÉCLAIR "), "eclair");
        assert_eq!(folded(&"ж".repeat(300)).len(), MAX_BYTES);
        assert_eq!(hexadecimal("a%"), "6125");
    }
}
