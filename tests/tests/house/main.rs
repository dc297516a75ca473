//! Who may import whom (docs/architecture.md), read from the manifests.

mod api;
mod privacy;

use perfil_tests::source::{root, rust_files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Each crate of the house, and the crates of the house that it may import.
const MAY_IMPORT: [(&str, &[&str]); 8] = [
    ("perfil-models", &[]),
    ("perfil-i18n", &["perfil-models"]),
    ("perfil-store", &["perfil-models"]),
    ("perfil-accounts", &["perfil-models", "perfil-store"]),
    ("perfil-worker", &["perfil-models", "perfil-i18n", "perfil-store", "perfil-accounts"]),
    ("perfil-web", &["perfil-models", "perfil-i18n", "perfil-accounts"]),
    ("perfil-ui", &["perfil-models", "perfil-web"]),
    ("perfil-desktop", &["perfil-models", "perfil-i18n", "perfil-ui"]),
];

/// Crates from outside that have no business in a room.
const MUST_NOT_IMPORT: [(&str, &[&str]); 6] = [
    ("perfil-models", &["sqlx", "tokio", "axum", "dioxus", "lettre", "reqwest"]),
    ("perfil-i18n", &["sqlx", "tokio", "axum", "dioxus"]),
    ("perfil-store", &["axum", "dioxus", "lettre", "reqwest"]),
    ("perfil-accounts", &["sqlx", "axum", "dioxus", "lettre", "reqwest"]),
    ("perfil-web", &["sqlx", "lettre", "reqwest", "dioxus"]),
    ("perfil-desktop", &["sqlx", "lettre", "axum"]),
];

/// What tells a browser from a window; pages know it in none of these places.
const SIDES: [&str; 4] = ["feature = \"web\"", "feature = \"desktop\"", "target_arch", "target_os"];

/// Where the components talk to the side that they are compiled for, and where each side begins.
const SIDES_ARE_TOLD_APART_IN: [&str; 2] = ["crates/ui/src/platform", "crates/ui/src/lib.rs"];

/// Each workspace member with the names of its dependencies, those for tests left out.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("packages");
    let of_package = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies").iter();
        all.filter(|dependency| dependency["kind"] != "dev").map(|dependency| text(&dependency["name"])).collect()
    };
    packages.iter().map(|package| (text(&package["name"]), of_package(package))).collect()
}

#[test]
fn crates_import_only_downwards() {
    let imports = imports();
    for (name, allowed) in MAY_IMPORT {
        let allowed: BTreeSet<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
        let found: BTreeSet<String> =
            imports[name].iter().filter(|import| import.starts_with("perfil")).cloned().collect();
        assert!(found.is_subset(&allowed), "{name} imports {:?}", found.difference(&allowed));
    }
}

#[test]
fn no_crate_imports_what_belongs_elsewhere() {
    let imports = imports();
    for (name, banned) in MUST_NOT_IMPORT {
        let found: Vec<_> = banned.iter().filter(|banned| imports[name].contains(**banned)).collect();
        assert!(found.is_empty(), "{name} imports {found:?}");
    }
}

#[test]
fn the_tests_know_the_program_from_outside_only() {
    let found: Vec<_> =
        imports()["perfil-tests"].iter().filter(|import| import.starts_with("perfil")).cloned().collect();
    assert_eq!(found, ["perfil-models"]);
}

#[test]
fn sql_stands_in_the_store_alone() {
    for room in ["models", "i18n", "accounts", "worker", "web", "ui", "app", "desktop"] {
        for file in rust_files(&root().join("crates").join(room).join("src")) {
            let text = std::fs::read_to_string(&file).expect("a source file");
            for word in ["\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM "] {
                assert!(!text.contains(word), "{} holds {word}", file.display());
            }
        }
    }
}

#[test]
fn pages_do_not_know_whether_they_are_in_a_browser_or_in_a_window() {
    let told_apart = SIDES_ARE_TOLD_APART_IN.map(|place| root().join(place));
    let (own, pages): (Vec<_>, Vec<_>) = rust_files(&root().join("crates/ui/src"))
        .into_iter()
        .partition(|file| told_apart.iter().any(|place| file.starts_with(place)));
    let side_in = |file: &Path| {
        let text = std::fs::read_to_string(file).expect("a source file");
        SIDES.into_iter().find(|side| text.contains(side))
    };
    assert!(own.iter().any(|file| side_in(file).is_some()), "the sides are told apart in another way now");
    for file in pages {
        assert_eq!(side_in(&file), None, "{}", file.display());
    }
}
