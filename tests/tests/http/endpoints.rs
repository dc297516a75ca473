//! Every door of the server, each held to the source, for tests that try them all: a function, form, page or route that is
//! in none of the four lists fails a test.

use crate::forms::FORMS;
use crate::functions::FUNCTIONS;
use perfil_tests::source::{pages, routes};

/// What may be asked of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// A server function, by its place among [`FUNCTIONS`].
    Function(usize),
    /// A form for browsers without script.
    Form(&'static str),
    /// A page.
    Page(&'static str),
    /// Anything else, `METHOD /path`.
    Route(&'static str),
}

/// The pages.
const PAGES: &[&str] = &[
    "/",
    "/:..segments",
    "/confirm-email",
    "/dev/outbox",
    "/forgot-password",
    "/join",
    "/organization",
    "/organization/changes",
    "/organization/keys",
    "/organization/settings",
    "/reset-password",
    "/settings/activity",
    "/settings/email",
    "/settings/notifications",
    "/settings/notifications/history",
    "/settings/password",
    "/settings/phone",
    "/settings/privacy",
    "/settings/region",
    "/settings/two-step",
    "/settings/user",
    "/sign-in",
    "/sign-in/second-step",
    "/undo",
    "/unsubscribe",
    "/welcome",
];

/// The rest: for platforms, gateways and proxies, machines that watch, and files.
const ROUTES: &[&str] = &[
    "GET /.well-known/change-password",
    "GET /.well-known/perfil",
    "GET /api/desktop/events",
    "GET /api/v1",
    "GET /api/v1/openapi.json",
    "GET /api/v1/organizations/{organization}/users/{user}/preferences",
    "GET /api/v1/{*unknown}",
    "GET /auth/verify",
    "GET /healthz",
    "GET /metrics",
    "GET /organization/changes.csv",
    "GET /readyz",
    "GET /receipts/http",
    "GET /receipts/kannel",
    "POST /api/v1/events",
    "POST /api/v1/organizations/{organization}/users/{user}/invitation",
    "POST /api/v1/sessions/introspect",
    "POST /forms/{form}",
    "POST /receipts/http",
    "POST /receipts/twilio",
    "POST /unsubscribe",
    "PUT /api/v1/organizations/{organization}",
    "PUT /api/v1/organizations/{organization}/users/{user}",
];

/// All of them.
pub fn endpoints() -> Vec<Endpoint> {
    let functions = (0..FUNCTIONS.len()).map(Endpoint::Function);
    let forms = FORMS.iter().copied().map(Endpoint::Form);
    let pages = PAGES.iter().copied().map(Endpoint::Page);
    let routes = ROUTES.iter().copied().map(Endpoint::Route);
    functions.chain(forms).chain(pages).chain(routes).collect()
}

impl Endpoint {
    /// Its kind and its name.
    pub fn words(&self) -> [&'static str; 2] {
        match *self {
            Self::Function(place) => ["function", FUNCTIONS[place].path],
            Self::Form(name) => ["form", name],
            Self::Page(path) => ["page", path],
            Self::Route(route) => ["route", route],
        }
    }
}

#[test]
fn the_list_of_pages_is_complete() {
    assert_eq!(PAGES, pages());
}

#[test]
fn the_list_of_routes_is_complete() {
    assert_eq!(ROUTES, routes());
}
