//! Receipts that come over an SMPP connection: perhaps another one than the message went out on, in another process. They
//! name the message by the SMSC's own id, so the row is looked up by that.

use super::{ReceiptOutcome, Receipts, Report};
use perfil_store::StoreError;
use perfil_store::outbox::{self, NamedMessage};
use std::time::Duration;

const PROVIDER: &str = "smpp";

/// Pauses before looking again for a message that is not known yet: its receipt may be faster than the mark that writes
/// down the SMSC's id.
const PAUSES: [Duration; 3] = [Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(3)];

/// A receipt (SMPP 3.4 §2.11, appendix B). `Debug` is left out: it holds numbers.
#[derive(Clone)]
pub(crate) struct SmppReceipt {
    /// The SMSC's name for the message.
    pub name: String,
    /// The two addresses of the receipt. One is the number that the message went to; SMSCs differ in which.
    pub addresses: [String; 2],
    /// `DELIVRD`, `UNDELIV` and so on.
    pub state: String,
    /// The network's error code, if one is told.
    pub error: String,
}

impl Receipts {
    /// Takes a receipt that came over a connection of our own.
    pub(crate) async fn smpp(&self, receipt: &SmppReceipt) -> ReceiptOutcome {
        let Some(report) = report(receipt) else { return self.count(PROVIDER, ReceiptOutcome::Nothing) };
        match self.find(receipt).await {
            Ok(Some(id)) => self.take(PROVIDER, &id, Some(report)).await,
            Ok(None) => {
                tracing::info!("a receipt came in for a message that is not ours, or deleted");
                self.count(PROVIDER, ReceiptOutcome::Nothing)
            }
            Err(error) => {
                tracing::warn!(%error, "a receipt was not recorded");
                self.count(PROVIDER, ReceiptOutcome::Unavailable)
            }
        }
    }

    async fn find(&self, receipt: &SmppReceipt) -> Result<Option<String>, StoreError> {
        let names = names(&receipt.name);
        for pause in PAUSES.into_iter().map(Some).chain([None]) {
            let found = outbox::named(&mut *self.store.read().await?, &names).await?;
            if let Some(row) = choose(&found, receipt) {
                return Ok(Some(row.id.clone()));
            }
            if let Some(pause) = pause {
                tokio::time::sleep(pause).await;
            }
        }
        Ok(None)
    }
}

fn report(receipt: &SmppReceipt) -> Option<Report> {
    match receipt.state.as_str() {
        "DELIVRD" => Some(Report::Delivered),
        "UNDELIV" | "REJECTD" | "EXPIRED" | "DELETED" => {
            let error = if receipt.error.is_empty() { String::new() } else { format!(", err:{}", receipt.error) };
            Some(Report::Failed(format!("not delivered: stat:{}{error}", receipt.state)))
        }
        _ => None,
    }
}

/// How the SMSC may have called the message when it took it: some answer a submit in hexadecimal and report in decimal, or
/// the other way round, with or without zeros in front.
fn names(name: &str) -> [String; 6] {
    let bare = Some(name.trim_start_matches('0')).filter(|bare| !bare.is_empty()).unwrap_or(name);
    let from_decimal = name.parse::<u64>().ok();
    let from_hexadecimal = u64::from_str_radix(name, 16).ok();
    let told = |other: Option<String>| other.unwrap_or_else(|| name.to_owned());
    [
        name.to_owned(),
        bare.to_owned(),
        told(from_decimal.map(|number| format!("{number:x}"))),
        told(from_decimal.map(|number| format!("{number:X}"))),
        told(from_hexadecimal.map(|number| number.to_string())),
        told(from_hexadecimal.map(|number| format!("{number:010}"))),
    ]
}

/// A message to the receipt's number, one of exactly that name first; names that only look alike do not count for another
/// number.
fn choose<'a>(found: &'a [NamedMessage], receipt: &SmppReceipt) -> Option<&'a NamedMessage> {
    let exact = |row: &&NamedMessage| row.provider_id == receipt.name;
    let to_the_number =
        |row: &&NamedMessage| receipt.addresses.iter().any(|address| same_number(address, &row.recipient));
    let mut fitting = found.iter().filter(to_the_number);
    let newest = fitting.clone().next();
    fitting.find(exact).or(newest).or_else(|| found.iter().find(exact))
}

fn same_number(address: &str, recipient: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (address, recipient) = (digits(address), digits(recipient));
    !recipient.is_empty() && address.trim_start_matches('0') == recipient
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str, number: &str) -> NamedMessage {
        NamedMessage { id: id.to_owned(), provider_id: name.to_owned(), recipient: number.to_owned() }
    }

    fn receipt(name: &str, from: &str) -> SmppReceipt {
        let addresses = [from.to_owned(), "Perfil".to_owned()];
        SmppReceipt { name: name.to_owned(), addresses, state: "DELIVRD".to_owned(), error: String::new() }
    }

    #[test]
    fn hexadecimal_and_decimal_are_told_to_be_the_same() {
        assert!(names("6699").contains(&"1a2b".to_owned()) && names("6699").contains(&"1A2B".to_owned()));
        assert!(names("0000006699").contains(&"1a2b".to_owned()) && names("0000006699").contains(&"6699".to_owned()));
        assert!(names("1A2B").contains(&"6699".to_owned()) && names("1a2b").contains(&"0000006699".to_owned()));
        assert_eq!(names("a-b_c"), ["a-b_c"; 6].map(str::to_owned));
        assert_eq!(names("000")[1], "000");
    }

    #[test]
    fn a_name_that_only_looks_alike_needs_the_number() {
        let found = [row("ten", "10", "+447700900123"), row("sixteen", "16", "+447700900456")];
        let chosen = |name: &str, from: &str| choose(&found, &receipt(name, from)).map(|row| row.id.as_str());
        assert_eq!(chosen("16", "447700900123"), Some("ten"), "hexadecimal 10 is 16");
        assert_eq!(chosen("16", "447700900456"), Some("sixteen"));
        assert_eq!(chosen("16", "00447700900456"), Some("sixteen"));
        assert_eq!(chosen("16", "Shortcode"), Some("sixteen"), "without a number, only the name itself");
        assert_eq!(chosen("17", ""), None);
    }

    #[test]
    fn s53_only_words_of_the_protocol_are_kept() {
        let failed = SmppReceipt { state: "UNDELIV".to_owned(), error: "011".to_owned(), ..receipt("1", "") };
        assert_eq!(report(&failed), Some(Report::Failed("not delivered: stat:UNDELIV, err:011".to_owned())));
        for step in ["ACCEPTD", "ENROUTE", "UNKNOWN", ""] {
            assert_eq!(report(&SmppReceipt { state: step.to_owned(), ..receipt("1", "") }), None);
        }
    }
}
