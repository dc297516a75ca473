//! What an SMS gateway reports after it took a message.

use perfil_accounts::clock::Clock;
use perfil_accounts::keys::{Keys, Purpose};
use perfil_store::{Store, StoreError, outbox};

/// Where receipts of [`crate::KannelSender`] come in, below the public URL.
pub const KANNEL_PATH: &str = "/receipts/kannel";

/// The query of a receipt, as [`crate::KannelSender`] asks the gateway to send it.
#[derive(Clone, serde::Deserialize)]
pub struct KannelReceipt {
    /// The message's id.
    pub id: String,
    /// That it was us who asked for this receipt.
    pub proof: String,
    /// 1 delivered to the phone, 2 not delivered, 4 queued, 8 taken by the SMSC, 16 refused by the SMSC.
    pub status: String,
    /// What the SMSC said; may hold a piece of the message's text.
    #[serde(default)]
    pub answer: String,
}

/// What came of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptOutcome {
    /// The message is marked. HTTP 204.
    Recorded,
    /// It says nothing new: a step on the way, a duplicate, too late, or a message that is deleted. HTTP 204.
    Nothing,
    /// Not made by our gateway, or changed on the way. HTTP 403.
    Forged,
    /// The database did not take it; the gateway should come again. HTTP 503.
    Unavailable,
}

/// Where the gateway reports on the message `id`, up to and including the proof.
pub(crate) fn receipt_url(keys: &Keys, public_url: &str, id: &str) -> String {
    format!("{public_url}{KANNEL_PATH}?id={id}&proof={}", keys.mac(Purpose::Receipt, &[id]))
}

/// Takes a receipt of Kannel. Twice, late or out of order does no harm.
pub async fn kannel_receipt(store: &Store, keys: &Keys, clock: &dyn Clock, receipt: &KannelReceipt) -> ReceiptOutcome {
    if !keys.verify(Purpose::Receipt, &[&receipt.id], &receipt.proof) {
        tracing::warn!("a forged receipt came in");
        return ReceiptOutcome::Forged;
    }
    let delivered = match receipt.status.as_str() {
        "1" => true,
        "2" | "16" => false,
        _ => return ReceiptOutcome::Nothing,
    };
    let reason = (!delivered).then(|| reason(receipt));
    match record(store, clock, &receipt.id, delivered, reason.as_deref()).await {
        Ok(true) => {
            tracing::info!(id = receipt.id, delivered, reason, "a receipt came in");
            ReceiptOutcome::Recorded
        }
        Ok(false) => ReceiptOutcome::Nothing,
        Err(error) => {
            tracing::warn!(id = receipt.id, %error, "a receipt was not recorded");
            ReceiptOutcome::Unavailable
        }
    }
}

async fn record(
    store: &Store,
    clock: &dyn Clock,
    id: &str,
    delivered: bool,
    reason: Option<&str>,
) -> Result<bool, StoreError> {
    let mut db = store.write().await?;
    let changed = outbox::receipt(&mut db, id, delivered, reason, clock.now()).await?;
    db.commit().await?;
    Ok(changed)
}

/// The status and, from an answer in the form of SMPP 3.4 appendix B, its `stat` and `err`; nothing else of it, because
/// `text` repeats the beginning of the message.
fn reason(receipt: &KannelReceipt) -> String {
    let word = |name: &str| {
        let (_, rest) = receipt.answer.split_once(name)?;
        let word: String = rest.chars().take_while(char::is_ascii_alphanumeric).take(8).collect();
        (!word.is_empty()).then(|| format!(", {name}{word}"))
    };
    let before_text = receipt.answer.split("text:").next().unwrap_or_default();
    let (stat, err) = if before_text.contains("stat:") { (word("stat:"), word("err:")) } else { (None, None) };
    format!("not delivered: status {}{}{}", receipt.status, stat.unwrap_or_default(), err.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(answer: &str) -> String {
        let (id, proof, status) = (String::new(), String::new(), "2".to_owned());
        reason(&KannelReceipt { id, proof, status, answer: answer.to_owned() })
    }

    #[test]
    fn s53_nothing_of_the_text_is_kept() {
        let answer = "id:1 sub:001 dlvrd:000 submit date:1 done date:1 stat:UNDELIV err:011 text:012345 is your Perf";
        assert_eq!(told(answer), "not delivered: status 2, stat:UNDELIV, err:011");
        for answer in ["", "NACK/0x0b/012345", "text:012345 stat:x"] {
            assert_eq!(told(answer), "not delivered: status 2", "{answer}");
        }
    }
}
