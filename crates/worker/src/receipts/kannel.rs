//! Receipts of Kannel (Kannel User's Guide, "Delivery reports").

use super::{ReceiptOutcome, Receipts, Report};

/// Where receipts of [`crate::KannelSender`] come in, below the public URL.
pub const KANNEL_PATH: &str = "/receipts/kannel";

const PROVIDER: &str = "kannel";

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

impl Receipts {
    /// Takes a receipt of Kannel.
    pub async fn kannel(&self, receipt: &KannelReceipt) -> ReceiptOutcome {
        if !self.is_proven(&receipt.id, &receipt.proof) {
            return self.refuse(PROVIDER);
        }
        let report = match receipt.status.as_str() {
            "1" => Some(Report::Delivered),
            "2" | "16" => Some(Report::Failed(reason(receipt))),
            _ => None,
        };
        self.take(PROVIDER, &receipt.id, report).await
    }
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
