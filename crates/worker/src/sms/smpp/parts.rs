//! A text as the units that carry it.

use super::account::{Account, Long};
use crate::sms::segments::{Coding, cut};
use crate::sms::{SmsMessage, alphabet};
use rusmpp::pdus::SubmitSm;
use rusmpp::tlvs::MessageSubmissionRequestTlvValue as Extra;
use rusmpp::types::{AnyOctetString, COctetString, OctetString};
use rusmpp::values::{DataCoding, EsmClass, MessagePayload, Npi, RegisteredDelivery, Ton};
use std::str::FromStr;

/// `esm_class`: nothing special, and a user data header in front (SMPP 3.4 §5.2.12).
const PLAIN: u8 = 0x00;
const WITH_HEADER: u8 = 0x40;

/// `registered_delivery`: a receipt with the final outcome (SMPP 3.4 §5.2.17).
const RECEIPT: u8 = 0x01;
const NO_RECEIPT: u8 = 0x00;

/// Parts that a header can number.
const MOST_PARTS: usize = 255;

/// A message does not fit into the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the message does not fit into SMPP")]
pub(super) struct TooLarge;

/// The units, in order. A receipt is asked for the last of them alone: it is the one whose name is kept.
pub(super) fn of(sms: &SmsMessage, account: &Account) -> Result<Vec<SubmitSm>, TooLarge> {
    let coding = Coding::of(&sms.text);
    let one = unit(sms, account, coding)?;
    let parts = cut(&sms.text);
    if parts.len() == 1 {
        return Ok(vec![one.with_short_message(short(&encode(&sms.text, coding))?)]);
    }
    if account.long == Long::Payload {
        return Ok(vec![with_payload(one, encode(&sms.text, coding))]);
    }
    let total = u8::try_from(parts.len().min(MOST_PARTS + 1)).map_err(|_| TooLarge)?;
    let reference = reference(&sms.id);
    let part = |(number, text): (u8, &&str)| {
        let mut one = one.clone();
        if number < total {
            one.registered_delivery = RegisteredDelivery::from(NO_RECEIPT);
        }
        let text = encode(text, coding);
        match account.long {
            Long::Sar => sar(one, text, reference, number, total),
            Long::Udh | Long::Payload => udh(one, text, reference, number, total),
        }
    };
    (1..=total).zip(&parts).map(part).collect()
}

fn unit(sms: &SmsMessage, account: &Account, coding: Coding) -> Result<SubmitSm, TooLarge> {
    let number = COctetString::from_str(sms.to.as_str().trim_start_matches('+')).map_err(|_| TooLarge)?;
    let source = account.source.clone();
    let data_coding = match coding {
        Coding::Gsm7 => DataCoding::McSpecific,
        Coding::Ucs2 => DataCoding::Ucs2,
    };
    Ok(SubmitSm::builder()
        .source_addr_ton(source.ton)
        .source_addr_npi(source.npi)
        .source_addr(source.address)
        .dest_addr_ton(Ton::International)
        .dest_addr_npi(Npi::Isdn)
        .destination_addr(number)
        .esm_class(EsmClass::from(PLAIN))
        .registered_delivery(RegisteredDelivery::from(RECEIPT))
        .data_coding(data_coding)
        .build())
}

fn encode(text: &str, coding: Coding) -> Vec<u8> {
    match coding {
        Coding::Gsm7 => alphabet::codes(text),
        Coding::Ucs2 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

fn short(bytes: &[u8]) -> Result<OctetString<0, 255>, TooLarge> {
    OctetString::from_slice(bytes).map_err(|_| TooLarge)
}

fn with_payload(mut one: SubmitSm, text: Vec<u8>) -> SubmitSm {
    one.push_tlv(Extra::MessagePayload(MessagePayload::new(AnyOctetString::from_vec(text))));
    one
}

fn udh(mut one: SubmitSm, text: Vec<u8>, reference: u8, number: u8, total: u8) -> Result<SubmitSm, TooLarge> {
    let mut bytes = vec![5, 0, 3, reference, total, number];
    bytes.extend(text);
    one.esm_class = EsmClass::from(WITH_HEADER);
    Ok(one.with_short_message(short(&bytes)?))
}

fn sar(mut one: SubmitSm, text: Vec<u8>, reference: u8, number: u8, total: u8) -> Result<SubmitSm, TooLarge> {
    one.push_tlv(Extra::SarMsgRefNum(u16::from(reference)));
    one.push_tlv(Extra::SarTotalSegments(total));
    one.push_tlv(Extra::SarSegmentSeqnum(number));
    Ok(one.with_short_message(short(&text)?))
}

/// What joins the parts at the phone: the same in each of them and in every try.
fn reference(id: &str) -> u8 {
    id.bytes().fold(7, |sum: u8, byte| sum.wrapping_mul(31).wrapping_add(byte))
}
