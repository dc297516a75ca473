//! Every server function, for tests that try the same on all of them.

use perfil_tests::{NEW_PASSWORD, OWNER};
use serde_json::{Value, json};

/// A server function.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// Its path.
    pub path: &'static str,
    /// Whether it answers nobody but somebody who is signed in.
    pub needs_session: bool,
    form: fn() -> Option<Value>,
}

impl Function {
    /// The body of a request that would be taken if [`OWNER`] sent it; `None`: it takes nothing.
    pub fn body(&self) -> Option<Value> {
        (self.form)().map(|form| json!({ "form": form }))
    }
}

const fn function(path: &'static str, needs_session: bool, form: fn() -> Option<Value>) -> Function {
    Function { path, needs_session, form }
}

/// No change has this id.
const UNKNOWN_CHANGE: &str = "01JDQZ00000000000000000000";

fn pending() -> Option<Value> {
    Some(json!({ "change": UNKNOWN_CHANGE }))
}

fn nothing() -> Option<Value> {
    None
}

/// All of them; a test compares the list with the source.
pub const FUNCTIONS: &[Function] = &[
    function("/api/page", false, nothing),
    function("/api/sign-in", false, || Some(json!({ "email": OWNER.email, "password": OWNER.password }))),
    function("/api/sign-out", true, nothing),
    function("/api/account", true, nothing),
    function("/api/account/rename", true, || Some(json!({ "display_name": "Renamed", "version": 1 }))),
    function("/api/password", true, || {
        Some(json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD }))
    }),
    function("/api/phone/countries", true, nothing),
    function("/api/phone/format", true, || Some(json!({ "country": "GB", "number": "07700 900777" }))),
    function("/api/phone/change", true, || {
        Some(json!({ "country": "GB", "number": "07700 900777", "password": OWNER.password }))
    }),
    function("/api/phone/resend", true, pending),
    function("/api/phone/cancel", true, pending),
    function("/api/phone/validate", true, || Some(json!({ "change": UNKNOWN_CHANGE, "code": "123456" }))),
    function("/api/phone/remove", true, || Some(json!({ "password": OWNER.password }))),
    function("/api/organization", true, nothing),
    function("/api/dev/outbox", false, nothing),
];

/// The paths that the source declares.
fn declared() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/ui/src/api");
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of the server functions") {
        let source = std::fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
        let calls = source.split("#[").skip(1).filter(|rest| {
            let method = rest.split('(').next().unwrap_or_default();
            matches!(method, "get" | "post" | "put" | "patch" | "delete" | "server")
        });
        paths.extend(calls.map(|rest| rest.split('"').nth(1).expect("a path in quotes").to_owned()));
    }
    paths.sort();
    paths
}

#[test]
fn the_list_is_complete() {
    let mut listed: Vec<_> = FUNCTIONS.iter().map(|function| function.path.to_owned()).collect();
    listed.sort();
    assert_eq!(listed, declared());
}
