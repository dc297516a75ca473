//! `GET /api/v1`: the same description for an engineer's eyes. Its words are those of the interface, in English like the
//! names that programs use.

use super::openapi::{OPERATIONS, Operation, REFUSALS};
use crate::Shared;
use axum::extract::State;
use axum::response::Html;
use perfil_accounts::event_schemas;
use serde_json::Value;
use std::fmt::Write;
use std::sync::Arc;

/// The handler.
pub(super) async fn page(State(shared): State<Arc<Shared>>) -> Html<String> {
    let mut operations = String::new();
    for operation in &OPERATIONS {
        described(&mut operations, operation);
    }
    let mut events = String::new();
    for (kind, schema) in event_schemas() {
        event(&mut events, kind, &schema);
    }
    let refusals: String = REFUSALS.iter().map(row).collect();
    Html(format!(
        "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Perfil for platforms</title>{}\
         </head><body><main class=\"reference\"><h1>Perfil for platforms</h1>\
         <p>Each call carries a key in <code>Authorization: Bearer …</code>, made by <code>perfil api-key create</code>, \
         or by an Owner under <em>API keys</em> in Organization Settings, for that organization alone. For programs: <a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>.</p>{operations}\
         <section><h2>Events</h2><p>What stands in <code>data</code>. Amounts are whole numbers of the currency's smallest \
         unit.</p>{events}</section>\
         <section><h2>Refusals of every call</h2><table class=\"table\"><tbody>{refusals}</tbody></table></section>\
         </main></body></html>",
        shared.site.stylesheet(),
    ))
}

fn described(page: &mut String, operation: &Operation) {
    let rows: String = operation.answers.iter().chain(operation.refusals).map(row).collect();
    let method = operation.method.to_uppercase();
    let Operation { path, scope, summary, about, .. } = operation;
    let about = marked(about);
    write!(
        page,
        "<section class=\"card\"><h2>{summary}</h2><p><code>{method} {path}</code></p><p>Scope <code>{scope}</code>. \
         {about}</p><table class=\"table\"><tbody>{rows}</tbody></table></section>"
    )
    .expect("text takes what is written");
}

fn event(page: &mut String, kind: &str, schema: &Value) {
    let text = |value: &Value| marked(value.as_str().unwrap_or_default());
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut rows = String::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let optional = if required.contains(&name.as_str()) { "" } else { " (may be left out)" };
        write!(
            rows,
            "<tr><th scope=\"row\"><code>{name}</code>{optional}</th><td>{}</td></tr>",
            text(&field["description"])
        )
        .expect("text takes what is written");
    }
    write!(
        page,
        "<section class=\"card\"><h3><code>{kind}</code></h3><p>{}</p><table class=\"table\"><tbody>{rows}</tbody></table>\
         </section>",
        text(&schema["description"])
    )
    .expect("text takes what is written");
}

fn row((status, meaning): &(u16, &str)) -> String {
    format!("<tr><th scope=\"row\">{status}</th><td>{}</td></tr>", marked(meaning))
}

/// Escaped; what stands between backquotes is code.
fn marked(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut marked = String::with_capacity(escaped.len() + 32);
    for (place, piece) in escaped.split('`').enumerate() {
        match place % 2 {
            0 => marked.push_str(piece),
            _ => marked.extend(["<code>", piece, "</code>"]),
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_marked_and_all_is_escaped() {
        assert_eq!(marked("a `b` <c> & `d`"), "a <code>b</code> &lt;c&gt; &amp; <code>d</code>");
    }
}
