//! All that is kept about a person as one file: a zip with a JSON of everything, a CSV (RFC 4180) per table, and a few
//! words in the person's language.

use crate::changes::download::{BYTE_ORDER_MARK, harmless};
use crate::visit::Visit;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use csv::{Terminator, WriterBuilder};
use perfil_accounts::{Beside, OwnData, OwnRows, Told};
use perfil_i18n::rfc_3339;
use perfil_models::{AccessError, Sentence};
use serde_json::{Map, Value, json};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The version of the JSON's shape.
const FORMAT: u32 = 1;

/// The file, to be saved by the browser. Packing takes time, so it is done beside the requests.
pub async fn file(visit: &Visit, data: OwnData) -> Result<Response, AccessError> {
    let words = Sentence::new("export-readme").with("email", &data.email).with("when", rfc_3339(data.at));
    let words = visit.shared().locales.sentence(visit.language(), &words);
    let packed = tokio::task::spawn_blocking(move || pack(&words, &data)).await.map_err(io::Error::other);
    let packed = packed.and_then(|packed| packed).map_err(|error| {
        tracing::error!(%error, "an export was not packed");
        AccessError::Internal
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"perfil-data.zip\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, packed).into_response())
}

fn pack(words: &str, data: &OwnData) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut zip, "README.txt", words.as_bytes())?;
    add(&mut zip, "perfil-data.json", &serde_json::to_vec_pretty(&everything(data))?)?;
    for table in &data.tables {
        add(&mut zip, &format!("csv/{}.csv", table.table), &sheet(table)?)?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, content: &[u8]) -> io::Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file(name, options).map_err(io::Error::other)?;
    zip.write_all(content)
}

fn everything(data: &OwnData) -> Value {
    let tables: Map<String, Value> =
        data.tables.iter().map(|table| (table.table.to_owned(), for_machines(table))).collect();
    json!({ "format": FORMAT, "made_at": rfc_3339(data.at), "tables": tables })
}

fn for_machines(table: &OwnRows) -> Value {
    let withheld: Map<String, Value> = table
        .columns
        .iter()
        .filter_map(|column| match column {
            Told::Withheld(name, why) => Some(((*name).to_owned(), json!(why))),
            _ => None,
        })
        .collect();
    let row = |cells: &Vec<Option<String>>| -> Map<String, Value> {
        let told = table.columns.iter().zip(cells).filter(|(column, _)| !matches!(column, Told::Withheld(..)));
        told.map(|(column, cell)| (column.name().to_owned(), value(*column, cell.as_deref()))).collect()
    };
    json!({ "withheld": withheld, "rows": table.rows.iter().map(row).collect::<Vec<_>>() })
}

fn value(column: Told, cell: Option<&str>) -> Value {
    let Some(text) = cell else { return Value::Null };
    match (column, text.parse::<i64>()) {
        (Told::Beside(Beside::Number(_)), Ok(number)) => json!(number),
        (Told::Beside(Beside::Moment(_)), Ok(moment)) => json!(rfc_3339(moment)),
        _ => json!(text),
    }
}

fn sheet(table: &OwnRows) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(table.columns.iter().map(|column| column.name()))?;
    for cells in &table.rows {
        let cell = |(column, cell): (&Told, &Option<String>)| match (column, value(*column, cell.as_deref())) {
            (Told::Withheld(_, why), _) => (*why).to_owned(),
            (_, Value::String(text)) => harmless(&text),
            (_, Value::Null) => String::new(),
            (_, other) => other.to_string(),
        };
        writer.write_record(table.columns.iter().zip(cells).map(cell))?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> OwnRows {
        let columns = vec![
            Told::Personal("name"),
            Told::Withheld("secret", "not exported"),
            Told::Beside(Beside::Number("attempts")),
            Told::Beside(Beside::Moment("at")),
        ];
        let some = |text: &str| Some(text.to_owned());
        let rows = vec![vec![some("=1+1"), None, some("3"), some("1795511700000")], vec![None, None, some("-1"), None]];
        OwnRows { table: "things", columns, rows }
    }

    #[test]
    fn a_table_is_written_for_machines() {
        let expected = json!({
            "withheld": { "secret": "not exported" },
            "rows": [
                { "name": "=1+1", "attempts": 3, "at": "2026-11-24T09:15:00.000Z" },
                { "name": null, "attempts": -1, "at": null },
            ],
        });
        assert_eq!(for_machines(&rows()), expected);
    }

    #[test]
    fn a_table_is_written_for_spreadsheets() {
        let text = String::from_utf8(sheet(&rows()).unwrap()).unwrap();
        assert_eq!(
            text,
            "\u{feff}name,secret,attempts,at\r\n'=1+1,not exported,3,2026-11-24T09:15:00.000Z\r\n,not exported,-1,\r\n"
        );
    }

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let data = OwnData { tables: vec![rows()], email: String::new(), at: 0 };
        let packed = pack("words", &data).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        let names: Vec<_> =
            (0..zip.len()).map(|place| zip.by_index(place).unwrap().name().unwrap().into_owned()).collect();
        assert_eq!(names, ["README.txt", "perfil-data.json", "csv/things.csv"]);
        assert_eq!(io::read_to_string(zip.by_name("README.txt").unwrap()).unwrap(), "words");
    }
}
