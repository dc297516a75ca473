//! `GET /organization/changes.csv`: what was changed in the organization as a table (RFC 4180), for its Owner. It is read
//! and sent piece by piece, however long it is.

use crate::Shared;
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use csv::{Terminator, WriterBuilder};
use futures_util::stream::{self, StreamExt};
use perfil_accounts::{Author, ChangeFacts, Changes, Party};
use perfil_i18n::rfc_3339;
use perfil_models::AccessError;
use perfil_models::request::ShowAudit;
use perfil_models::view::AuditFilter;
use serde::Deserialize;
use std::io;
use std::sync::Arc;

/// Where nobody is sent to sign in; from there on to the page that offers the file.
const SIGN_IN: &str = "/sign-in?next=%2Forganization%2Fchanges";

/// Tells spreadsheets that UTF-8 follows.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

const COLUMNS: [&str; 11] = [
    "at",
    "change",
    "made_by",
    "actor",
    "actor_email",
    "actor_id",
    "subject",
    "subject_email",
    "subject_id",
    "before",
    "after",
];

/// What makes a spreadsheet take a cell for a formula, where it begins with it.
const FORMULA_BEGINS: [char; 4] = ['=', '+', '-', '@'];

/// What a spreadsheet may separate cells and rows by, whatever the file does.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// What the address asks for.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    filter: String,
}

/// The handler.
pub async fn download(
    State(shared): State<Arc<Shared>>,
    Extension(visit): Extension<Visit>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Query(asked) = asked.unwrap_or_default();
    let filter = AuditFilter::from_word(&asked.filter);
    match batch(&visit, filter, None).await {
        Ok(first) => file(visit, filter, first),
        Err(AccessError::SignedOut) => Redirect::to(SIGN_IN).into_response(),
        Err(error) => problem::failed(&shared, Kind::Page, &error, &headers),
    }
}

async fn batch(visit: &Visit, filter: AuditFilter, before: Option<String>) -> Result<Changes, AccessError> {
    visit.accounts().audit_batch(visit.session()?, ShowAudit { filter, before }).await
}

async fn following(visit: &Visit, filter: AuditFilter, more: Option<String>) -> io::Result<Option<Changes>> {
    if more.is_none() {
        return Ok(None);
    }
    batch(visit, filter, more).await.map(Some).map_err(|error| io::Error::other(format!("{error:?}")))
}

/// An error behind the first piece cuts the answer off: the client sees that the file is not whole.
fn file(visit: Visit, filter: AuditFilter, first: Changes) -> Response {
    let rest = stream::try_unfold(Some(first), move |changes| {
        let visit = visit.clone();
        async move {
            let Some(Changes { entries, more }) = changes else { return Ok::<_, io::Error>(None) };
            let next = following(&visit, filter, more).await?;
            Ok(Some((written(entries.iter().map(row))?, next)))
        }
    });
    let head = written([COLUMNS.map(str::to_owned)]).map(|head| [BYTE_ORDER_MARK, &head].concat());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"changes.csv\""),
    ];
    (headers, Body::from_stream(stream::iter([head]).chain(rest))).into_response()
}

fn row(change: &ChangeFacts) -> [String; 11] {
    let nobody = Party::default();
    let (made_by, actor) = match &change.author {
        Author::Member(party) => ("member", party),
        Author::Platform => ("platform", &nobody),
        Author::Operator => ("operator", &nobody),
    };
    let subject = change.subject.as_ref().unwrap_or(&nobody);
    let at = rfc_3339(change.at);
    [
        at.as_str(),
        change.kind.as_str(),
        made_by,
        &actor.name,
        &actor.email,
        &actor.id,
        &subject.name,
        &subject.email,
        &subject.id,
        &change.before,
        &change.after,
    ]
    .map(harmless)
}

/// The text, with an apostrophe before whatever a spreadsheet could take for the beginning of a formula.
pub(crate) fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for character in text.chars() {
        let separates = SEPARATORS.contains(&character);
        if begins && FORMULA_BEGINS.contains(&character) || safe.is_empty() && separates {
            safe.push('\'');
        }
        begins = separates || begins && matches!(character, ' ' | '"');
        safe.push(character);
    }
    safe
}

fn written(rows: impl IntoIterator<Item = [String; 11]>) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::AuditKind;

    #[test]
    fn a_cell_is_no_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for (text, safe) in [("a;=1", "a;'=1"), ("a; \"=1\"", "a; \"'=1\""), ("\r\n=1", "'\r\n'=1"), (" =1", " '=1")] {
            assert_eq!(harmless(text), safe);
        }
        for text in ["", "Olive", "a=1", "'=1", "owner", "a, -b"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn quotes_commas_and_lines_stay_in_their_cell() {
        let party = |name: &str| Party { id: "01".into(), name: name.into(), email: "a@example.test".into() };
        let change = ChangeFacts {
            kind: AuditKind::RoleChanged,
            author: Author::Member(party("=HYPERLINK(\"x\")")),
            subject: Some(party("one, \"two\"\r\nthree; four")),
            before: "member".into(),
            after: "billing".into(),
            at: 1_795_511_700_000,
        };
        assert_eq!(
            String::from_utf8(written([row(&change)]).unwrap()).unwrap(),
            "2026-11-24T09:15:00.000Z,role-changed,member,\"'=HYPERLINK(\"\"x\"\")\",a@example.test,01,\
             \"one, \"\"two\"\"\r\nthree; four\",a@example.test,01,member,billing\r\n"
        );
    }
}
