//! SECURITY.md 66 and 69: each endpoint as it answers nobody, each role, and the Owner of another organization, who names what
//! belongs to the first. Before every request the database is brought back to how it was.
//!
//! `matrix.txt` is what was found right. After a change, `PERFIL_WRITE_MATRIX=1` writes it anew, to be read before it is
//! committed.

use crate::endpoints::{Endpoint, endpoints};
use crate::forms::{fields, token_on};
use crate::functions::{
    FUNCTIONS, UNKNOWN_CHANGE, UNKNOWN_FACTOR, UNKNOWN_INVITATION, UNKNOWN_KEY, UNKNOWN_PERSON, UNKNOWN_REQUEST,
    UNKNOWN_SESSION,
};
use perfil_models::Role;
use perfil_tests::backup::Backup;
use perfil_tests::{Answer, Client, MEMBER, OWNER, Person, STRANGER, Server};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Says that `matrix.txt` shall be written.
const WRITE: &str = "PERFIL_WRITE_MATRIX";

/// The columns, from left to right.
const WHO: [&str; 6] = ["nobody", "member", "billing", "admin", "owner", "stranger"];

const LEGEND: &str = "\
# What each endpoint answers nobody, each role, and a stranger: the Owner of another organization, who names members,
# invitations, requests, sessions, factors and changes of the first. Functions, pages and routes by their status; forms by what the
# page says afterwards: done, the word of AccessError, or another refusal. Written by the test in role_matrix.rs.
";

/// Whose things the requests name.
const TARGET: Person = Person { email: "tara.target@example.test", name: "Tara Teague", ..MEMBER };

/// A server on which everything is there that a request can name.
struct Stage {
    server: Server,
    people: Vec<Visitor>,
    named: Named,
    before: Backup,
}

/// A browser, and the token of its forms.
struct Visitor {
    client: Client,
    form_token: String,
}

/// Ids that nothing has, and what of [`TARGET`] stands in their place.
struct Named(Vec<(&'static str, String)>);

impl Named {
    async fn find(server: &Server) -> Self {
        let database = &server.database;
        let mut ids = vec![(UNKNOWN_PERSON, database.user_id(TARGET.email).await)];
        for (unknown, table) in [
            (UNKNOWN_CHANGE, "contact_changes"),
            (UNKNOWN_FACTOR, "factors"),
            (UNKNOWN_INVITATION, "invitations"),
            (UNKNOWN_REQUEST, "role_requests"),
            (UNKNOWN_SESSION, "sessions"),
            (UNKNOWN_KEY, "api_keys"),
        ] {
            let found = database.ids(table).await;
            assert_eq!(found.len(), 1, "{table} holds what the requests are to name: {found:?}");
            ids.push((unknown, found[0].clone()));
        }
        Self(ids)
    }

    /// The text with those ids, and whether there were any.
    fn put_in(&self, text: &str) -> (String, bool) {
        let named = self.0.iter().fold(text.to_owned(), |text, (unknown, id)| text.replace(unknown, id));
        let is_named = named != text;
        (named, is_named)
    }
}

fn everybody() -> Vec<Person> {
    let of = |person: Person| Person { password: OWNER.password, ..person };
    let with = |email, role| of(Person { email, role, ..MEMBER });
    vec![
        with("mia.member@example.test", Role::Member),
        with("ben.billing@example.test", Role::Billing),
        with("ada.admin@example.test", Role::Admin),
        OWNER,
        of(STRANGER),
    ]
}

impl Stage {
    async fn set() -> Self {
        let builder = Server::builder().set("PERFIL_WORKER", "none").set("PERFIL_SIGN_IN_BURST", "1000000");
        let people = everybody();
        let server = builder.people(&people).with(TARGET).start().await;
        let target = server.client_of(&TARGET).await;
        target.change_email("tara.elsewhere@example.test", TARGET.password).await.expect(200);
        target.try_add_app("Pocket", TARGET.password).await.expect(200);
        target.call("/api/role/ask", json!({ "role": "billing", "reason": "I keep the books." })).await.expect(200);
        let owner = server.client_of(&OWNER).await;
        owner.invite("ivy.invited@example.test", Role::Member).await.expect(200);
        owner.create_key("Web shop", &["events"], OWNER.password).await.expect(200);
        owner.ask("/api/sign-out").await.expect(200);
        let named = Named::find(&server).await;
        let mut visitors = vec![Visitor::of(server.client(), "/sign-in").await];
        for person in &people {
            visitors.push(Visitor::of(server.client_of(person).await, "/settings/user").await);
        }
        let before = server.database.back_up().await;
        Self { server, people: visitors, named, before }
    }

    /// What everybody is answered by an endpoint.
    async fn row(&mut self, endpoint: Endpoint) -> Vec<String> {
        let mut row = Vec::new();
        for (who, visitor) in WHO.into_iter().zip(&self.people) {
            self.before.restore().await;
            let client = visitor.client.fork();
            let before = if who == "stranger" { self.server.database.snapshot().await } else { Vec::new() };
            let (said, is_named) = self.answer(endpoint, &client, &visitor.form_token).await;
            if who == "stranger" && is_named {
                let is_refused = !said.starts_with('2') && said != "done";
                assert!(is_refused, "{endpoint:?} answers the Owner of another organization: {said}");
                assert_eq!(self.server.database.snapshot().await, before, "{:?}", endpoint.words());
            }
            row.push(said);
        }
        row
    }

    /// What a visitor is answered, and whether anything of [`TARGET`] was named.
    async fn answer(&self, endpoint: Endpoint, client: &Client, form_token: &str) -> (String, bool) {
        match endpoint {
            Endpoint::Function(place) => {
                let function = &FUNCTIONS[place];
                let body = function.body().map(|body| self.named.put_in(&body.to_string()));
                let call = client.post(function.path);
                let is_named = body.as_ref().is_some_and(|(_, is_named)| *is_named);
                let call = match body {
                    Some((body, _)) => call.header("content-type", "application/json").body(body),
                    None => call,
                };
                (status(&call.send().await), is_named)
            }
            Endpoint::Form(name) => {
                let (typed, is_named) = self.typed(name, form_token);
                let answer = client.post_form(&format!("/forms/{name}"), &typed).send().await;
                if answer.header("content-type") == "application/zip" {
                    return (status(&answer), is_named);
                }
                let answer = answer.expect(303);
                (shown(client, &answer).await, is_named)
            }
            Endpoint::Page(path) => (status(&client.get(&sample(path)).send().await), false),
            Endpoint::Route(route) => {
                let (method, path) = route.split_once(' ').expect("a method and a path");
                let method: Method = method.parse().expect("a method");
                let call = client.request(method.clone(), &sample(path)).header("sec-fetch-site", "same-origin");
                let call = if method == Method::GET { call } else { call.json(&json!({})) };
                (status(&call.send().await), false)
            }
        }
    }

    /// The fields of a form, and whether anything of [`TARGET`] is named by one that the form has.
    fn typed(&self, form: &str, form_token: &str) -> (Vec<(String, String)>, bool) {
        let mut typed = fields(Some(form_token));
        if form == "invite" {
            typed.retain(|(name, _)| !matches!(name.as_str(), "email" | "role"));
            typed
                .extend([("email", "new@example.test"), ("role", "member")].map(|(a, b)| (a.to_owned(), b.to_owned())));
        }
        for (_, value) in &mut typed {
            *value = self.named.put_in(value).0;
        }
        (typed, NAMING_FORMS.contains(&form))
    }
}

/// Forms about something that has an id.
const NAMING_FORMS: [&str; 17] = [
    "resend-email-link",
    "cancel-email-change",
    "resend-phone-code",
    "cancel-phone-change",
    "validate-phone",
    "confirm-app",
    "cancel-app",
    "remove-factor",
    "revoke-session",
    "resend-invitation",
    "revoke-invitation",
    "set-role",
    "deactivate-member",
    "reactivate-member",
    "grant-role",
    "rotate-key",
    "revoke-key",
];

impl Visitor {
    async fn of(client: Client, page: &str) -> Self {
        let form_token = token_on(&client, page).await;
        Self { client, form_token }
    }
}

fn status(answer: &Answer) -> String {
    answer.status.to_string()
}

/// An address of that shape.
fn sample(path: &str) -> String {
    let shapes = [
        ("/:..segments", "/nothing/here"),
        ("{*unknown}", "nothing"),
        ("{form}", "nothing"),
        ("{organization}", OWNER.organization),
        ("{user}", "tara"),
    ];
    shapes.into_iter().fold(path.to_owned(), |path, (shape, sample)| path.replace(shape, sample))
}

/// What the page says after a form.
async fn shown(client: &Client, answer: &Answer) -> String {
    let flash = client.ask("/api/page").await.expect(200).json()["flash"].clone();
    let outcome = &flash["outcome"];
    match (&outcome["done"], &outcome["refused"][0]["id"]) {
        (Value::Null, Value::String(id)) => {
            id.strip_prefix("error-").map_or_else(|| "refused".to_owned(), str::to_owned)
        }
        (Value::Null, _) => {
            let target = answer.redirect().expect("a redirect");
            format!("to {}", target.split('?').next().unwrap_or_default())
        }
        _ => "done".to_owned(),
    }
}

fn written(rows: &BTreeMap<[&'static str; 2], Vec<String>>) -> String {
    let line = |kind: &str, name: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!(" {cell:<17}")).collect();
        format!("{kind:<8} {name:<66}{cells}").trim_end().to_owned() + "\n"
    };
    let mut text = LEGEND.to_owned() + "\n";
    text.push_str(&line("", "", &WHO.map(str::to_owned)));
    for ([kind, name], cells) in rows {
        text.push_str(&line(kind, name, cells));
    }
    text
}

/// The lines in which two texts differ.
fn difference(before: &str, after: &str) -> String {
    let gone =
        before.lines().filter(|line| !after.lines().any(|other| other == *line)).map(|line| format!("- {line}\n"));
    let new =
        after.lines().filter(|line| !before.lines().any(|other| other == *line)).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/matrix.txt")
}

#[tokio::test]
async fn s66_s69_every_endpoint_answers_each_role_as_the_matrix_says() {
    let mut stage = Stage::set().await;
    let mut rows = BTreeMap::new();
    for endpoint in endpoints() {
        rows.insert(endpoint.words(), stage.row(endpoint).await);
    }
    let found = written(&rows);
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(file(), &found).expect("the matrix can be written");
    }
    let reviewed = std::fs::read_to_string(file()).unwrap_or_default();
    let difference = difference(&reviewed, &found);
    assert!(reviewed == found, "{WRITE}=1 writes matrix.txt anew; the difference:\n{difference}");
}
