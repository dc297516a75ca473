//! docs/privacy.md names each column of the register of personal data, as the register does.

use perfil_tests::privacy::{Registered, registered};
use perfil_tests::source::root;

fn written(row: &Registered) -> String {
    let export = if row.is_withheld { "kept back" } else { "yes" };
    format!("| `{}.{}` | {} | {} | {export} |", row.table, row.column, row.purpose, row.kept)
}

#[test]
fn the_document_says_what_the_register_says() {
    let document = std::fs::read_to_string(root().join("docs/privacy.md")).expect("docs/privacy.md");
    let found: Vec<&str> = document.lines().filter(|line| line.starts_with("| `") && line.contains('.')).collect();
    let expected: Vec<String> = registered().iter().map(written).collect();
    assert!(expected.len() > 35, "{expected:#?}");
    assert_eq!(found, expected, "the table should be:\n{}", expected.join("\n"));
}
