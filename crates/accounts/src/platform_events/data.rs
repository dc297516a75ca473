//! The `data` of each type of event. Unknown fields are refused, so that a misspelt one is noticed.

use super::EventRefusal;
use super::shapes::{Completed, Credit, Failed, Issued, NotPaid, Paid, Progress, Started, Text};
use serde::Deserialize;
use serde_json::Value;

/// The most reasons of one import.
const MOST_REASONS: usize = 20;

/// Something that happened, its names still those of the platform.
#[derive(Debug, PartialEq)]
pub(super) enum Happened {
    Import(Import),
    Payment { payment: String, amount: i64, currency: String, failed: Option<Option<String>> },
    Invoice { invoice: String, amount: i64, currency: String, due: Option<String>, url: Option<String> },
    Balance { balance: i64, currency: String, seq: i64, reserve: Option<i64> },
}

impl Happened {
    pub fn currency(&self) -> Option<&str> {
        match self {
            Self::Import(_) => None,
            Self::Payment { currency, .. } | Self::Invoice { currency, .. } | Self::Balance { currency, .. } => {
                Some(currency)
            }
        }
    }
}

/// How far an import is.
#[derive(Debug, PartialEq)]
pub(super) struct Import {
    pub user: String,
    pub import: String,
    pub name: String,
    pub step: Step,
}

/// What an event says of an import.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    Running { done: i64, total: Option<i64> },
    Completed { imported: i64, rejected: i64, reasons: Vec<(String, i64)> },
    Failed { reason: String },
}

/// The organization, and what happened there.
pub(super) fn parse(kind: &str, data: &Value) -> Result<(String, Happened), EventRefusal> {
    Ok(match kind {
        "contact_import.started" => {
            let Started { organization, user, import, name, total } = read(data)?;
            let step = Step::Running { done: 0, total: total.map(|total| total.0) };
            (organization.0, imported(user, import, name, step))
        }
        "contact_import.progress" => {
            let Progress { organization, user, import, name, done, total } = read(data)?;
            let step = Step::Running { done: done.0, total: total.map(|total| total.0) };
            (organization.0, imported(user, import, name, step))
        }
        "contact_import.completed" => {
            let Completed { organization, user, import, name, imported: taken, rejected, reasons } = read(data)?;
            if reasons.len() > MOST_REASONS {
                return Err(EventRefusal::Invalid(format!("reasons: more than {MOST_REASONS}")));
            }
            let reasons = reasons.into_iter().map(|reason| (reason.reason.0, reason.count.0)).collect();
            let step = Step::Completed { imported: taken.0, rejected: rejected.map_or(0, |count| count.0), reasons };
            (organization.0, imported(user, import, name, step))
        }
        "contact_import.failed" => {
            let Failed { organization, user, import, name, reason } = read(data)?;
            (organization.0, imported(user, import, name, Step::Failed { reason: reason.0 }))
        }
        "payment.succeeded" => {
            let Paid { organization, payment, amount, currency } = read(data)?;
            let (payment, amount, currency) = (payment.0, amount.0, currency.0);
            (organization.0, Happened::Payment { payment, amount, currency, failed: None })
        }
        "payment.failed" => {
            let NotPaid { organization, payment, amount, currency, reason } = read(data)?;
            let failed = Some(reason.map(|reason| reason.0));
            (organization.0, Happened::Payment { payment: payment.0, amount: amount.0, currency: currency.0, failed })
        }
        "invoice.issued" => {
            let Issued { organization, invoice, amount, currency, due, url } = read(data)?;
            let (due, url) = (due.map(|due| due.0), url.map(|url| url.0));
            let (invoice, amount, currency) = (invoice.0, amount.0, currency.0);
            (organization.0, Happened::Invoice { invoice, amount, currency, due, url })
        }
        "credit.balance" => {
            let Credit { organization, balance, currency, seq, reserve } = read(data)?;
            let (balance, currency, reserve) = (balance.0, currency.0, reserve.map(|reserve| reserve.0));
            (organization.0, Happened::Balance { balance, currency, seq: seq.0, reserve })
        }
        _ => return Err(EventRefusal::UnknownType),
    })
}

fn imported(user: Text, import: Text, name: Text, step: Step) -> Happened {
    Happened::Import(Import { user: user.0, import: import.0, name: name.0, step })
}

/// What is wrong names the field.
fn read<'a, T: Deserialize<'a>>(data: &'a Value) -> Result<T, EventRefusal> {
    serde_path_to_error::deserialize(data).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { "data".to_owned() } else { format!("data.{path}") };
        EventRefusal::Invalid(format!("{place}: {}", error.inner()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::KNOWN_TYPES;
    use super::*;
    use serde_json::json;

    fn refusal(kind: &str, data: Value) -> String {
        match parse(kind, &data) {
            Err(EventRefusal::Invalid(detail)) => detail,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_type_that_is_known_is_read() {
        for kind in KNOWN_TYPES {
            assert!(matches!(parse(kind, &json!({})), Err(EventRefusal::Invalid(_))), "{kind}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let credit = |seq: Value, balance: Value| json!({ "organization": "acme", "balance": balance, "currency": "EUR", "seq": seq });
        assert!(parse("credit.balance", &credit(json!(1), json!(-5))).is_ok());
        for (data, place) in [
            (credit(json!("1"), json!(5)), "data.seq:"),
            (credit(json!(-1), json!(5)), "data.seq:"),
            (credit(json!(1), json!(5.5)), "data.balance:"),
            (credit(json!(1), json!(1_000_000_000_000_001_i64)), "data.balance:"),
            (credit(json!(1), json!(i64::MIN)), "data.balance:"),
            (json!({ "organization": "", "balance": 1, "currency": "EUR", "seq": 1 }), "data.organization:"),
            (json!({ "organization": "acme", "balance": 1, "currency": "eur", "seq": 1 }), "data.currency:"),
            (json!({ "organization": "acme", "balance": 1, "currency": "EUR" }), "data: missing field `seq`"),
            (json!([]), "data:"),
        ] {
            let detail = refusal("credit.balance", data);
            assert!(detail.starts_with(place), "{place} {detail}");
        }
        for reserve in [json!(-1), json!(1.5), json!("1"), json!(1_000_000_000_000_001_i64)] {
            let mut data = credit(json!(1), json!(5));
            data["reserve"] = reserve;
            assert!(refusal("credit.balance", data.clone()).starts_with("data.reserve:"), "{data}");
        }
        let unknown = json!({ "organization": "acme", "balance": 1, "currency": "EUR", "seq": 1, "role": "owner" });
        assert!(refusal("credit.balance", unknown).contains("`role`"));
        assert_eq!(parse("credit.balanse", &json!({})), Err(EventRefusal::UnknownType));
    }
}
