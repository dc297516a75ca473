//! docs/api.md says what the source says.

use perfil_models::AccessError;
use perfil_models::error::{Explain, JoinError, LinkError, NameError, PasswordError, PhoneError, ResetError};
use perfil_models::password::PasswordProblem;
use perfil_tests::source::{Refusal, error_enums, refusals, root, server_functions};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// One row about an error: its arguments, the statuses and the fields that it can have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    arguments: BTreeSet<String>,
    statuses: BTreeSet<u16>,
    fields: BTreeSet<String>,
}

type Rows = BTreeMap<String, Row>;

fn document() -> String {
    std::fs::read_to_string(root().join("docs/api.md")).expect("docs/api.md")
}

/// The cells of the first table below a line that holds `title`, its head left out.
fn table<'a>(document: &'a str, title: &str) -> Option<Vec<Vec<&'a str>>> {
    let below = document.lines().skip_while(|line| !line.contains(title)).skip(1);
    let rows: Vec<&str> =
        below.skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|')).collect();
    let cells = |row: &&'a str| row.trim_matches('|').split('|').map(str::trim).collect();
    (!rows.is_empty()).then(|| rows.iter().skip(2).map(cells).collect())
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn rows(document: &str, title: &str) -> Option<Rows> {
    let row = |cells: Vec<&str>| {
        let mut words = quoted(cells[0]).into_iter();
        let name = words.next()?;
        let statuses = cells[1].split(',').filter_map(|status| status.trim().parse().ok()).collect();
        let fields = cells.get(2).map(|cell| quoted(cell)).unwrap_or_default().into_iter().collect();
        Some((name, Row { arguments: words.collect(), statuses, fields }))
    };
    Some(table(document, title)?.into_iter().filter_map(row).collect())
}

/// The row that an error value belongs to, by what a client gets.
fn add(rows: &mut Rows, error: &dyn Explain, data: Value) {
    let Value::Object(data) = data else { panic!("an error is an object") };
    let name = data["error"].as_str().expect("a word").to_owned();
    let row = rows.entry(name).or_default();
    row.arguments.extend(data.keys().filter(|key| *key != "error").cloned());
    row.statuses.insert(error.status());
    row.fields.extend(error.field().map(|field| field.name().to_owned()));
}

/// The errors that no `errors!` declares, by examples of each variant.
fn by_hand() -> BTreeMap<&'static str, Rows> {
    let (mut password, mut reset, mut join) = (Rows::new(), Rows::new(), Rows::new());
    let mut of_password = |error: PasswordError| add(&mut password, &error, json!(error));
    of_password(PasswordError::WrongPassword);
    let mut of_reset = |error: ResetError| add(&mut reset, &error, json!(error));
    let mut of_join = |error: JoinError| add(&mut join, &error, json!(error));
    of_join(JoinError::HasAccount);
    of_join(JoinError::Name { problem: NameError::Empty });
    for cause in [LinkError::Unknown, LinkError::Expired, LinkError::Used] {
        of_join(JoinError::Link { cause: cause.clone() });
        of_reset(ResetError::Link { cause });
    }
    for problem in [PasswordProblem::Common, PasswordProblem::Mismatch] {
        of_join(JoinError::Refused { problem });
        of_password(PasswordError::Refused { problem });
        of_reset(ResetError::Refused { problem });
    }
    BTreeMap::from([("JoinError", join), ("PasswordError", password), ("ResetError", reset)])
}

fn declared() -> BTreeMap<String, Rows> {
    let mut all: BTreeMap<String, Rows> = by_hand().into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    for refusal in refusals() {
        let row = Row {
            arguments: refusal.arguments.iter().cloned().collect(),
            statuses: BTreeSet::from([refusal.status]),
            fields: refusal.field.iter().cloned().collect(),
        };
        all.entry(refusal.of.clone()).or_default().insert(refusal.error.clone(), row);
    }
    all
}

/// A row as the document should have it.
fn written(of: &str, error: &str, row: &Row) -> String {
    let ticked = |words: &BTreeSet<String>, between: &str| {
        words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(between)
    };
    let about = refusals().into_iter().find(|refusal: &Refusal| refusal.of == of && refusal.error == error);
    let statuses: Vec<String> = row.statuses.iter().map(u16::to_string).collect();
    let name = format!("`{error}` {}", ticked(&row.arguments, " "));
    let about = about.map_or_else(|| "…".to_owned(), |refusal| refusal.about);
    format!("| {} | {} | {} | {about} |", name.trim(), statuses.join(", "), ticked(&row.fields, ", "))
}

#[test]
fn the_document_names_every_server_function_with_its_form() {
    let document = document();
    let documented: BTreeMap<String, Vec<String>> = table(&document, "# What may be asked")
        .expect("the table of paths")
        .into_iter()
        .map(|cells| (quoted(cells[0]).remove(0), quoted(cells[1])))
        .collect();
    let mut wrong = Vec::new();
    let functions = server_functions();
    for function in &functions {
        let form: Vec<String> = function.form.iter().map(|field| format!("`{field}`")).collect();
        if documented.get(&function.path) != Some(&function.form) {
            wrong.push(format!("should have: | `{}` | {} | … |", function.path, form.join(", ")));
        }
    }
    let gone = documented.keys().filter(|path| functions.iter().all(|function| function.path != **path));
    wrong.extend(gone.map(|path| format!("should not have: {path}")));
    assert!(wrong.is_empty(), "the table of paths in docs/api.md\n{}", wrong.join("\n"));
}

#[test]
fn the_document_names_every_error_with_status_and_field() {
    let document = document();
    let mut wrong = Vec::new();
    for (of, rows_of_source) in declared() {
        let Some(documented) = rows(&document, &format!("(`{of}`)")) else {
            let all: Vec<_> = rows_of_source.iter().map(|(error, row)| written(&of, error, row)).collect();
            wrong.push(format!("{of} should have a table:\n{}", all.join("\n")));
            continue;
        };
        for (error, row) in &rows_of_source {
            if documented.get(error) != Some(row) {
                wrong.push(format!("{of} should have: {}", written(&of, error, row)));
            }
        }
        let gone = documented.keys().filter(|error| !rows_of_source.contains_key(*error));
        wrong.extend(gone.map(|error| format!("{of} should not have: {error}")));
    }
    assert!(wrong.is_empty(), "the tables of errors in docs/api.md\n{}", wrong.join("\n"));
}

#[test]
fn no_error_is_left_out_because_it_is_written_by_hand() {
    let known = declared();
    let missing: Vec<_> =
        error_enums().into_iter().filter(|name| name != "AccessError" && !known.contains_key(name)).collect();
    assert!(missing.is_empty(), "give examples of each variant of {missing:?} in `by_hand`");
}

#[test]
fn the_document_names_what_any_function_may_answer() {
    let documented = rows(&document(), "`\"error\": \"access\"`").expect("the table of what all may answer");
    let mut found = Rows::new();
    for error in [
        AccessError::SignedOut,
        AccessError::Forbidden,
        AccessError::NotFound,
        AccessError::BadRequest,
        AccessError::ClientTooOld,
        AccessError::TooMany { retry_after: 1 },
        AccessError::Unavailable,
        AccessError::Internal,
    ] {
        add(&mut found, &error, json!(error));
    }
    assert_eq!(documented.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (error, row) in found {
        let documented = &documented[&error];
        assert_eq!(documented.arguments, row.arguments, "{error}");
        // A request that cannot be understood has more than one status.
        assert!(documented.statuses.is_superset(&row.statuses), "{error}: {:?}", row.statuses);
        assert!(documented.statuses.len() == 1 || error == "bad-request", "{error}");
    }
}

#[test]
fn the_documents_example_is_what_a_client_gets() {
    let document = document();
    let example = quoted(document.split_once("## Errors").expect("a part about errors").1).remove(0);
    let example: Value = serde_json::from_str(&example).expect("the first example is JSON");
    let error = PhoneError::WrongCode { attempts_left: 3 };
    let expected = json!({ "code": error.status(), "message": error.sentence().id, "data": error });
    assert_eq!(example, expected);
}
