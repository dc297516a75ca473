//! Receipts of a gateway that is described by a template: it, or a rule in it, says `delivered` or `failed`.

use super::{ReceiptOutcome, Receipts, Report};

/// Where receipts of [`crate::HttpSender`] come in, below the public URL.
pub const HTTP_PATH: &str = "/receipts/http";

const PROVIDER: &str = "http";

/// What a receipt says, in its query or in its form.
#[derive(Clone, serde::Deserialize)]
pub struct HttpReceipt {
    /// The message's id.
    pub id: String,
    /// That it was us who asked for this receipt.
    pub proof: String,
    /// `delivered`, `failed`, or a word that many gateways have for one of them; anything else is a step on the way.
    #[serde(default)]
    pub status: String,
}

impl HttpReceipt {
    /// The same with the status that a form holds.
    pub fn with_form(mut self, form: &[u8]) -> Self {
        let status = form_urlencoded::parse(form).find(|(name, _)| name == "status");
        self.status = status.map_or(self.status, |(_, value)| value.into_owned());
        self
    }
}

impl Receipts {
    /// Takes a receipt of a gateway that is described by a template.
    pub async fn http(&self, receipt: &HttpReceipt) -> ReceiptOutcome {
        if !self.is_proven(&receipt.id, &receipt.proof) {
            return self.refuse(PROVIDER);
        }
        self.take(PROVIDER, &receipt.id, report(&receipt.status)).await
    }
}

fn report(status: &str) -> Option<Report> {
    let status = status.to_ascii_lowercase();
    match status.as_str() {
        "delivered" | "delivrd" => Some(Report::Delivered),
        "failed" | "undelivered" | "undeliverable" | "undeliv" | "rejected" | "rejectd" | "expired" => {
            Some(Report::Failed(format!("not delivered: {status}")))
        }
        _ => None,
    }
}
