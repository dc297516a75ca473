//! Receipts inside `deliver_sm` (SMPP 3.4 §4.6.1, appendix B).

use crate::receipts::SmppReceipt;
use rusmpp::pdus::DeliverSm;
use rusmpp::tlvs::{Tlv, TlvValue};
use rusmpp::values::MessageState;

/// The bits of `esm_class` that say what a `deliver_sm` is, and what they are for a receipt (SMPP 3.4 §5.2.12).
const KIND: u8 = 0b0011_1100;
const RECEIPT: u8 = 0b0000_0100;

/// How long a word of the protocol may be.
const LONGEST_WORD: usize = 65;

/// The receipt, if it is one that names its message.
pub(super) fn read(deliver: &DeliverSm) -> Option<SmppReceipt> {
    if u8::from(deliver.esm_class) & KIND != RECEIPT {
        return None;
    }
    let text = text(deliver);
    // The text behind `text:` repeats the message, which may hold those words too.
    let words = text.split("text:").next().unwrap_or_default().split("Text:").next().unwrap_or_default();
    let state = deliver.tlvs().iter().find_map(state).map(str::to_owned);
    Some(SmppReceipt {
        name: deliver.tlvs().iter().find_map(name).or_else(|| word(words, "id:"))?,
        addresses: [deliver.source_addr.as_str().to_owned(), deliver.destination_addr.as_str().to_owned()],
        state: state.or_else(|| word(words, "stat:")).unwrap_or_default(),
        error: word(words, "err:").unwrap_or_default().chars().take(8).collect(),
    })
}

fn text(deliver: &DeliverSm) -> String {
    let payload = deliver.tlvs().iter().find_map(|tlv| match tlv.value() {
        Some(TlvValue::MessagePayload(payload)) => Some(payload.value.as_ref()),
        _ => None,
    });
    String::from_utf8_lossy(payload.unwrap_or(deliver.short_message().as_ref())).into_owned()
}

fn word(text: &str, before: &str) -> Option<String> {
    let (_, rest) = text.split_once(before)?;
    let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let word: String = rest.trim_start().chars().take_while(fits).take(LONGEST_WORD).collect();
    (!word.is_empty()).then_some(word)
}

fn name(tlv: &Tlv) -> Option<String> {
    match tlv.value() {
        Some(TlvValue::ReceiptedMessageId(name)) if !name.is_empty() => Some(name.as_str().to_owned()),
        _ => None,
    }
}

fn state(tlv: &Tlv) -> Option<&'static str> {
    let Some(TlvValue::MessageState(state)) = tlv.value() else { return None };
    match state {
        MessageState::Delivered => Some("DELIVRD"),
        MessageState::Expired => Some("EXPIRED"),
        MessageState::Deleted => Some("DELETED"),
        MessageState::Undeliverable => Some("UNDELIV"),
        MessageState::Rejected => Some("REJECTD"),
        _ => None,
    }
}
