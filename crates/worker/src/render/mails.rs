//! The mails: their words, and the page that their button opens.

use super::RenderError;

/// A page that a message leads to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Page {
    /// By its path alone.
    Plain(&'static str),
    /// With the secret token of the link behind it.
    WithToken(&'static str),
    /// At the address that the platform gave; where it gave none, another page and another button.
    Given(&'static str, &'static str),
}

/// Brings back what was before a change.
pub(super) const UNDO: Page = Page::WithToken("/undo");

const OPEN_SETTINGS: &str = "mail-button-open-settings";
const SETTINGS: Page = Page::Plain("/settings/user");
const NOTIFICATIONS_PATH: &str = "/settings/notifications";
const NOTIFICATIONS: Page = Page::Plain(NOTIFICATIONS_PATH);
const INVOICE: Page = Page::Given(NOTIFICATIONS_PATH, OPEN_SETTINGS);
const TWO_STEP: Page = Page::Plain("/settings/two-step");
const PRIVACY: Page = Page::Plain("/settings/privacy");
const ORGANIZATION: Page = Page::Plain("/organization");
const KEYS: Page = Page::Plain("/organization/keys");
const SIGN_IN: Page = Page::Plain("/sign-in");
const FORGOT: Page = Page::Plain("/forgot-password");
const CONFIRM: Page = Page::WithToken("/confirm-email");
const RESET: Page = Page::WithToken("/reset-password");
const WELCOME: Page = Page::WithToken("/welcome");
const JOIN: Page = Page::WithToken("/join");

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
    ($($template:literal $(like $other:literal)? $button:literal $page:ident;)*) => {
        const MAILS: &[MailIds] = &[$(MailIds {
            template: $template,
            subject: concat!("mail-", mails!(@ $template $($other)?), "-subject"),
            title: concat!("mail-", mails!(@ $template $($other)?), "-title"),
            body: concat!("mail-", $template, "-body"),
            advice: concat!("mail-", mails!(@ $template $($other)?), "-advice"),
            button: $button,
            page: $page,
        },)*];
    };
    (@ $template:literal) => { $template };
    (@ $template:literal $other:literal) => { $other };
}

mails! {
    "password-changed" "mail-button-open-settings" SETTINGS;
    "password-reset" "mail-button-choose-password" RESET;
    "invitation" "mail-button-first-password" WELCOME;
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
    "member-invitation" "mail-button-accept-invitation" JOIN;
    "member-invitation-known" "mail-button-sign-in" SIGN_IN;
    "member-deactivated" "mail-button-sign-in" SIGN_IN;
    "member-reactivated" "mail-button-sign-in" SIGN_IN;
    "role-changed" "mail-button-open-settings" SETTINGS;
    "role-granted" "mail-button-open-settings" SETTINGS;
    "role-declined" "mail-button-open-settings" SETTINGS;
    "key-created" "mail-button-open-organization" KEYS;
    "key-rotated" "mail-button-open-organization" KEYS;
    "data-exported" "mail-button-open-settings" PRIVACY;
    "deletion-requested" "mail-button-keep-account" UNDO;
    "deletion-reminder" "mail-button-keep-account" PRIVACY;
    "deletion-stopped" "mail-button-open-organization" ORGANIZATION;
    "import-completed" "mail-button-open-settings" NOTIFICATIONS;
    "import-completed-with-rejects" "mail-button-open-settings" NOTIFICATIONS;
    "import-failed" "mail-button-open-settings" NOTIFICATIONS;
    "payment-succeeded" "mail-button-open-settings" NOTIFICATIONS;
    "payment-failed" "mail-button-open-settings" NOTIFICATIONS;
    "payment-failed-no-reason" like "payment-failed" "mail-button-open-settings" NOTIFICATIONS;
    "invoice-issued" "mail-button-open-invoice" INVOICE;
    "invoice-issued-no-due" like "invoice-issued" "mail-button-open-invoice" INVOICE;
    "credit-low" "mail-button-open-settings" NOTIFICATIONS;
    "role-asked" "mail-button-open-organization" ORGANIZATION;
    "test" "mail-button-open-settings" NOTIFICATIONS;
}

/// The mail of that template.
pub(super) fn ids(template: &str) -> Result<&'static MailIds, RenderError> {
    let unknown = || RenderError::Template { channel: "email", template: template.to_owned() };
    MAILS.iter().find(|mail| mail.template == template).ok_or_else(unknown)
}
