//! The mails: their words, and the page that their button opens.

use super::RenderError;

/// A page that a message leads to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Page {
    /// By its path alone.
    Plain(&'static str),
    /// With the secret token of the link behind it.
    WithToken(&'static str),
}

/// Brings back what was before a change.
pub(super) const UNDO: Page = Page::WithToken("/undo");

const SETTINGS: Page = Page::Plain("/settings/user");
const TWO_STEP: Page = Page::Plain("/settings/two-step");
const FORGOT: Page = Page::Plain("/forgot-password");
const CONFIRM: Page = Page::WithToken("/confirm-email");
const RESET: Page = Page::WithToken("/reset-password");

/// Ids of the words that make one mail different from another, and where its button leads.
pub(super) struct MailIds {
    template: &'static str,
    pub subject: &'static str,
    pub title: &'static str,
    pub body: &'static str,
    pub advice: &'static str,
    pub button: &'static str,
    pub page: Page,
}

macro_rules! mails {
    ($($template:literal $button:literal $page:ident;)*) => {
        const MAILS: &[MailIds] = &[$(MailIds {
            template: $template,
            subject: concat!("mail-", $template, "-subject"),
            title: concat!("mail-", $template, "-title"),
            body: concat!("mail-", $template, "-body"),
            advice: concat!("mail-", $template, "-advice"),
            button: $button,
            page: $page,
        },)*];
    };
}

mails! {
    "password-changed" "mail-button-open-settings" SETTINGS;
    "password-reset" "mail-button-choose-password" RESET;
    "password-was-reset" "mail-button-open-settings" SETTINGS;
    "email-confirm" "mail-button-confirm" CONFIRM;
    "email-change-requested" "mail-button-open-settings" SETTINGS;
    "email-taken" "mail-button-open-settings" SETTINGS;
    "email-changed-old" "mail-button-undo" UNDO;
    "email-changed-new" "mail-button-open-settings" SETTINGS;
    "email-change-failed" "mail-button-open-settings" SETTINGS;
    "email-restored" "mail-button-choose-password" FORGOT;
    "phone-changed" "mail-button-open-settings" SETTINGS;
    "phone-added" "mail-button-open-settings" SETTINGS;
    "phone-removed" "mail-button-open-settings" SETTINGS;
    "phone-restored" "mail-button-choose-password" FORGOT;
    "sign-in-blocked" "mail-button-open-settings" SETTINGS;
    "factor-added" "mail-button-open-settings" TWO_STEP;
    "factor-removed" "mail-button-open-settings" TWO_STEP;
    "recovery-codes-made" "mail-button-open-settings" TWO_STEP;
    "recovery-code-used" "mail-button-open-settings" TWO_STEP;
}

/// The mail of that template.
pub(super) fn ids(template: &str) -> Result<&'static MailIds, RenderError> {
    let unknown = || RenderError::Template { channel: "email", template: template.to_owned() };
    MAILS.iter().find(|mail| mail.template == template).ok_or_else(unknown)
}
