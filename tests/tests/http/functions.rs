//! Every server function, for tests that try the same on all of them.

use perfil_tests::source::server_functions;
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
pub const UNKNOWN_CHANGE: &str = "01JDQZ00000000000000000000";

/// Nor has any session this one.
pub const UNKNOWN_SESSION: &str = "01JDQZ00000000000000000001";

/// Nor has any second factor this one.
pub const UNKNOWN_FACTOR: &str = "01JDQZ00000000000000000002";

/// Nor has any person this one.
pub const UNKNOWN_PERSON: &str = "01JDQZ00000000000000000003";

/// Nor has any invitation this one.
pub const UNKNOWN_INVITATION: &str = "01JDQZ00000000000000000004";

/// Nor has any request for a role this one.
pub const UNKNOWN_REQUEST: &str = "01JDQZ00000000000000000005";

/// Nor has any key of an organization this one.
pub const UNKNOWN_KEY: &str = "01JDQZ0000000000000000000K";

fn pending() -> Option<Value> {
    Some(json!({ "change": UNKNOWN_CHANGE }))
}

fn member() -> Option<Value> {
    Some(json!({ "user": UNKNOWN_PERSON }))
}

fn invitation() -> Option<Value> {
    Some(json!({ "invitation": UNKNOWN_INVITATION }))
}

/// No link has this token.
pub const UNKNOWN_TOKEN: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn link() -> Option<Value> {
    Some(json!({ "token": UNKNOWN_TOKEN }))
}

fn passkey() -> Option<Value> {
    Some(json!({ "ceremony": UNKNOWN_TOKEN, "credential": "{}" }))
}

fn nothing() -> Option<Value> {
    None
}

/// All of them; a test compares the list with the source.
pub const FUNCTIONS: &[Function] = &[
    function("/api/page", false, nothing),
    function("/api/sign-in", false, || Some(json!({ "email": OWNER.email, "password": OWNER.password }))),
    function("/api/sign-in/second-step", false, nothing),
    function("/api/sign-in/code", false, || Some(json!({ "code": "123456" }))),
    function("/api/sign-in/second-step/passkey", false, nothing),
    function("/api/sign-in/passkey/begin", false, || Some(json!({ "remember": true }))),
    function("/api/sign-in/passkey", false, passkey),
    function("/api/sign-out", true, nothing),
    function("/api/account", true, nothing),
    function("/api/account/rename", true, || Some(json!({ "display_name": "Renamed", "version": 1 }))),
    function("/api/account/delete", true, || Some(json!({ "password": OWNER.password }))),
    function("/api/account/keep", true, nothing),
    function("/api/password", true, || {
        Some(json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD }))
    }),
    function("/api/password/forgot", false, || Some(json!({ "email": OWNER.email }))),
    function("/api/password/reset", false, || {
        Some(json!({ "token": UNKNOWN_TOKEN, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD }))
    }),
    function("/api/invitation", false, || {
        Some(json!({ "token": UNKNOWN_TOKEN, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD }))
    }),
    function("/api/factors", true, nothing),
    function("/api/factors/add-app", true, || Some(json!({ "name": "Pocket", "password": OWNER.password }))),
    function("/api/factors/confirm-app", true, || Some(json!({ "factor": UNKNOWN_FACTOR, "code": "123456" }))),
    function("/api/factors/cancel-app", true, || Some(json!({ "factor": UNKNOWN_FACTOR }))),
    function("/api/factors/remove", true, || Some(json!({ "factor": UNKNOWN_FACTOR, "password": OWNER.password }))),
    function("/api/factors/recovery-codes", true, || Some(json!({ "password": OWNER.password }))),
    function("/api/passkeys/begin", true, || Some(json!({ "name": "Laptop", "password": OWNER.password }))),
    function("/api/passkeys/add", true, passkey),
    function("/api/email/change", true, || Some(json!({ "email": "new@example.test", "password": OWNER.password }))),
    function("/api/email/resend", true, pending),
    function("/api/email/cancel", true, pending),
    function("/api/email/confirm", false, link),
    function("/api/undo", false, link),
    function("/api/link", false, || Some(json!({ "purpose": "undo", "token": UNKNOWN_TOKEN }))),
    function("/api/phone/countries", true, nothing),
    function("/api/phone/format", true, || Some(json!({ "country": "GB", "number": "07700 900777" }))),
    function("/api/phone/change", true, || {
        Some(json!({ "country": "GB", "number": "07700 900777", "password": OWNER.password }))
    }),
    function("/api/phone/resend", true, pending),
    function("/api/phone/cancel", true, pending),
    function("/api/phone/validate", true, || Some(json!({ "change": UNKNOWN_CHANGE, "code": "123456" }))),
    function("/api/phone/remove", true, || Some(json!({ "password": OWNER.password }))),
    function("/api/region", true, nothing),
    function("/api/region/save", true, || {
        Some(json!({ "language": "en", "country": "GB", "time_zone": "Europe/London", "version": 1 }))
    }),
    function("/api/region/preview", true, || Some(json!({ "language": "en", "country": "GB", "time_zone": "" }))),
    function("/api/region/zone-offer", true, || Some(json!({ "time_zone": "Europe/Lisbon", "accept": true }))),
    function("/api/notifications", true, nothing),
    function("/api/notifications/contacts", true, || Some(json!({ "email": true, "sms": true, "version": 1 }))),
    function("/api/notifications/billing", true, || {
        Some(json!({
            "payments_email": true, "payments_sms": true, "invoices_email": true, "invoices_sms": false,
            "low_credit_email": true, "low_credit_sms": false, "minimum": "50.00", "version": 1,
        }))
    }),
    function("/api/notifications/organization", true, || Some(json!({ "email": true, "sms": true, "version": 1 }))),
    function("/api/notifications/quiet-hours", true, || {
        Some(json!({ "from": "22:00", "until": "07:00", "version": 1 }))
    }),
    function("/api/notifications/alert-now", true, nothing),
    function("/api/notifications/test", true, || Some(json!({ "channel": "email" }))),
    function("/api/notifications/history", true, || Some(json!({}))),
    function("/api/unsubscribe", false, link),
    function("/api/activity", true, || Some(json!({ "filter": "all" }))),
    function("/api/sessions/revoke", true, || Some(json!({ "session": UNKNOWN_SESSION }))),
    function("/api/sessions/revoke-others", true, nothing),
    function("/api/organization", true, || Some(json!({}))),
    function("/api/organization/role", true, || {
        Some(json!({ "user": UNKNOWN_PERSON, "was": "member", "role": "admin" }))
    }),
    function("/api/organization/deactivate", true, member),
    function("/api/organization/reactivate", true, member),
    function("/api/organization/invite", true, || Some(json!({ "email": "new@example.test", "role": "member" }))),
    function("/api/organization/invitations/resend", true, invitation),
    function("/api/organization/invitations/revoke", true, invitation),
    function("/api/organization/requests/decide", true, || Some(json!({ "request": UNKNOWN_REQUEST, "grant": true }))),
    function("/api/organization/settings", true, nothing),
    function("/api/organization/settings/save", true, || {
        Some(json!({
            "name": "Harbour Ltd", "currency": "EUR", "language": "de", "country": "", "time_zone": "",
            "password_min": "", "sms_countries": ["GB"], "version": 1,
        }))
    }),
    function("/api/organization/sign-everyone-out", true, || Some(json!({ "password": OWNER.password }))),
    function("/api/organization/audit", true, || Some(json!({}))),
    function("/api/organization/keys", true, nothing),
    function("/api/organization/keys/create", true, || {
        Some(json!({ "name": "Web shop", "events": true, "password": OWNER.password }))
    }),
    function("/api/organization/keys/rotate", true, || {
        Some(json!({ "key": UNKNOWN_KEY, "overlap": "day", "password": OWNER.password }))
    }),
    function("/api/organization/keys/revoke", true, || Some(json!({ "key": UNKNOWN_KEY }))),
    function("/api/join", false, || {
        Some(json!({
            "token": UNKNOWN_TOKEN, "display_name": "Nell Novak", "new": NEW_PASSWORD, "repeat": NEW_PASSWORD,
        }))
    }),
    function("/api/role/ask", true, || Some(json!({ "role": "billing", "reason": "I keep the books." }))),
    function("/api/role/withdraw", true, || Some(json!({ "request": UNKNOWN_REQUEST }))),
    function("/api/dev/outbox", false, nothing),
];

#[test]
fn the_list_is_complete() {
    let mut listed: Vec<_> = FUNCTIONS.iter().map(|function| function.path.to_owned()).collect();
    listed.sort();
    let declared: Vec<_> = server_functions().into_iter().map(|function| function.path).collect();
    assert_eq!(listed, declared);
}
