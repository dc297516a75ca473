//! *Your data*: exporting it, deleting the account, and looking for what is left.

use crate::organization::SECOND_OWNER;
use crate::probes::at_once;
use crate::server::Builder;
use crate::source::root;
use crate::{Answer, Client, Database, OWNER, Person};
use serde_json::{Value, json};
use sqlx::Row;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The page.
pub const PRIVACY: &str = "/settings/privacy";

impl Client {
    /// Asks for all that is kept about oneself, as a browser does with and without script.
    pub async fn export(&self, password: &str) -> Answer {
        self.submit(PRIVACY, "export-data", &[("password", password)]).await
    }

    /// Asks for the account to be deleted.
    pub async fn delete_account(&self, password: &str) -> Answer {
        self.call("/api/account/delete", json!({ "password": password })).await
    }

    /// Keeps the account after all.
    pub async fn keep_account(&self) -> Answer {
        self.ask("/api/account/keep").await
    }

    /// The deletion that waits; null if none does.
    pub async fn deletion(&self) -> Value {
        self.account().await["deletion"].clone()
    }

    /// The id of what a form that was just posted is told.
    pub async fn flashed(&self) -> String {
        let outcome = self.ask("/api/page").await.expect(200).json()["flash"]["outcome"].clone();
        let said = [&outcome["done"]["id"], &outcome["refused"][0]["id"]];
        said.into_iter().find_map(Value::as_str).unwrap_or_default().to_owned()
    }
}

/// The files of an export by their names.
pub fn unpacked(zip: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file of the zip");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        let name = file.name().expect("a name").into_owned();
        files.insert(name, text);
    }
    files
}

/// A row of the register of personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// What it is kept for.
    pub purpose: String,
    /// How long, in words.
    pub kept: String,
    /// Whether an export keeps it back.
    pub is_withheld: bool,
}

/// Every column that the register of personal data names.
pub fn registered() -> Vec<Registered> {
    let register = std::fs::read_to_string(root().join("crates/store/src/personal.rs")).expect("the register");
    let rows = register.split("    personal(\"").skip(1).map(|row| row.split('"').collect::<Vec<_>>());
    let registered = rows.map(|words| Registered {
        table: words[0].to_owned(),
        column: words[2].to_owned(),
        purpose: words[4].to_owned(),
        kept: kept(words[5]),
        is_withheld: words[5].contains(".withheld("),
    });
    registered.collect()
}

fn kept(code: &str) -> String {
    match code.split(['(', ')']).nth(1) {
        Some("HISTORY_DAYS") => "90 days".to_owned(),
        Some("1") => "1 day".to_owned(),
        Some(days) if days.parse::<u32>().is_ok() => format!("{days} days"),
        _ => "as long as the account".to_owned(),
    }
}

impl Database {
    /// Whether somebody signs in with that address.
    pub async fn knows(&self, email: &str) -> bool {
        !self.texts("SELECT id FROM users WHERE email = $1", email).await.is_empty()
    }

    /// Everything that stands in an SQLite file, a row a line.
    pub async fn dump(&self) -> Vec<String> {
        const COLUMNS: &str = "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p \
             WHERE m.type = 'table' AND m.name NOT LIKE '%sqlx%' ORDER BY m.name, p.cid";
        let mut connection = self.connect().await;
        let columns: Vec<(String, String)> = sqlx::query_as(COLUMNS).fetch_all(&mut connection).await.expect("a query");
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in columns {
            let cell = format!("COALESCE(CAST(\"{column}\" AS TEXT), '')");
            tables.entry(table).or_default().push(cell);
        }
        let mut all = Vec::new();
        for (table, cells) in tables {
            let query = format!("SELECT {} FROM {table}", cells.join(" || ' | ' || "));
            let rows = sqlx::query(sqlx::AssertSqlSafe(query)).fetch_all(&mut connection).await.expect("a query");
            all.extend(rows.iter().map(|row| format!("{table}: {}", row.get::<String, _>(0))));
        }
        all
    }
}

/// Two Owners ask at the same moment for their accounts to be deleted, `rounds` times: each time one of them stays.
pub async fn two_owners_delete_themselves(builder: Builder, rounds: usize) {
    let people: [Person; 2] = [OWNER, SECOND_OWNER];
    let builder = builder.set("PERFIL_WORKER", "none").set("PERFIL_SIGN_IN_BURST", "1000000");
    let server = builder.people(&people).start().await;
    let clients = [server.client_of(&people[0]).await, server.client_of(&people[1]).await];
    for round in 0..rounds {
        let answers = at_once(2, |index| {
            let (client, password) = (clients[index].clone(), people[index].password);
            async move { client.delete_account(password).await }
        })
        .await;
        let mut said: Vec<_> = answers.iter().map(|answer| (answer.status, answer.error())).collect();
        said.sort();
        assert_eq!(said, [(200, String::new()), (409, "sole-owner".to_owned())], "round {round}: {answers:?}");
        for client in &clients {
            client.keep_account().await.expect(200);
        }
    }
}
