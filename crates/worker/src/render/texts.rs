//! The text messages: their words, and the page that their link leads to.

use super::RenderError;
use super::mails::{Page, UNDO};

/// The id of a text message's words, and where its link leads, if it has one.
pub(super) struct TextIds {
    template: &'static str,
    pub text: &'static str,
    pub page: Option<Page>,
}

const TEXTS: [TextIds; 17] = [
    TextIds { template: "phone-code", text: "sms-phone-code", page: None },
    TextIds { template: "phone-changed-old", text: "sms-phone-changed-old", page: Some(UNDO) },
    TextIds { template: "phone-changed-new", text: "sms-phone-changed-new", page: None },
    TextIds { template: "phone-removed", text: "sms-phone-removed", page: None },
    TextIds { template: "phone-restored", text: "sms-phone-restored", page: None },
    TextIds { template: "password-was-reset", text: "sms-password-was-reset", page: None },
    TextIds { template: "import-completed", text: "sms-import-completed", page: None },
    TextIds { template: "import-completed-with-rejects", text: "sms-import-completed-with-rejects", page: None },
    TextIds { template: "import-failed", text: "sms-import-failed", page: None },
    TextIds { template: "payment-succeeded", text: "sms-payment-succeeded", page: None },
    TextIds { template: "payment-failed", text: "sms-payment-failed", page: None },
    TextIds { template: "payment-failed-no-reason", text: "sms-payment-failed", page: None },
    TextIds { template: "invoice-issued", text: "sms-invoice-issued", page: None },
    TextIds { template: "invoice-issued-no-due", text: "sms-invoice-issued", page: None },
    TextIds { template: "credit-low", text: "sms-credit-low", page: None },
    TextIds { template: "role-asked", text: "sms-role-asked", page: None },
    TextIds { template: "test", text: "sms-test", page: None },
];

/// The text message of that template.
pub(super) fn ids(template: &str) -> Result<&'static TextIds, RenderError> {
    let unknown = || RenderError::Template { channel: "sms", template: template.to_owned() };
    TEXTS.iter().find(|text| text.template == template).ok_or_else(unknown)
}
