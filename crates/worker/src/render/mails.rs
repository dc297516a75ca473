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

const MAILS: [MailIds; 15] = [
    MailIds {
        template: "password-changed",
        subject: "mail-password-changed-subject",
        title: "mail-password-changed-title",
        body: "mail-password-changed-body",
        advice: "mail-password-changed-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "password-reset",
        subject: "mail-password-reset-subject",
        title: "mail-password-reset-title",
        body: "mail-password-reset-body",
        advice: "mail-password-reset-advice",
        button: "mail-button-choose-password",
        page: RESET,
    },
    MailIds {
        template: "password-was-reset",
        subject: "mail-password-was-reset-subject",
        title: "mail-password-was-reset-title",
        body: "mail-password-was-reset-body",
        advice: "mail-password-was-reset-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "email-confirm",
        subject: "mail-email-confirm-subject",
        title: "mail-email-confirm-title",
        body: "mail-email-confirm-body",
        advice: "mail-email-confirm-advice",
        button: "mail-button-confirm",
        page: CONFIRM,
    },
    MailIds {
        template: "email-change-requested",
        subject: "mail-email-change-requested-subject",
        title: "mail-email-change-requested-title",
        body: "mail-email-change-requested-body",
        advice: "mail-email-change-requested-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "email-taken",
        subject: "mail-email-taken-subject",
        title: "mail-email-taken-title",
        body: "mail-email-taken-body",
        advice: "mail-email-taken-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "email-changed-old",
        subject: "mail-email-changed-old-subject",
        title: "mail-email-changed-old-title",
        body: "mail-email-changed-old-body",
        advice: "mail-email-changed-old-advice",
        button: "mail-button-undo",
        page: UNDO,
    },
    MailIds {
        template: "email-changed-new",
        subject: "mail-email-changed-new-subject",
        title: "mail-email-changed-new-title",
        body: "mail-email-changed-new-body",
        advice: "mail-email-changed-new-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "email-change-failed",
        subject: "mail-email-change-failed-subject",
        title: "mail-email-change-failed-title",
        body: "mail-email-change-failed-body",
        advice: "mail-email-change-failed-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "email-restored",
        subject: "mail-email-restored-subject",
        title: "mail-email-restored-title",
        body: "mail-email-restored-body",
        advice: "mail-email-restored-advice",
        button: "mail-button-choose-password",
        page: FORGOT,
    },
    MailIds {
        template: "phone-changed",
        subject: "mail-phone-changed-subject",
        title: "mail-phone-changed-title",
        body: "mail-phone-changed-body",
        advice: "mail-phone-changed-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "phone-added",
        subject: "mail-phone-added-subject",
        title: "mail-phone-added-title",
        body: "mail-phone-added-body",
        advice: "mail-phone-added-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "phone-removed",
        subject: "mail-phone-removed-subject",
        title: "mail-phone-removed-title",
        body: "mail-phone-removed-body",
        advice: "mail-phone-removed-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
    MailIds {
        template: "phone-restored",
        subject: "mail-phone-restored-subject",
        title: "mail-phone-restored-title",
        body: "mail-phone-restored-body",
        advice: "mail-phone-restored-advice",
        button: "mail-button-choose-password",
        page: FORGOT,
    },
    MailIds {
        template: "sign-in-blocked",
        subject: "mail-sign-in-blocked-subject",
        title: "mail-sign-in-blocked-title",
        body: "mail-sign-in-blocked-body",
        advice: "mail-sign-in-blocked-advice",
        button: "mail-button-open-settings",
        page: SETTINGS,
    },
];

/// The mail of that template.
pub(super) fn ids(template: &str) -> Result<&'static MailIds, RenderError> {
    let unknown = || RenderError::Template { channel: "email", template: template.to_owned() };
    MAILS.iter().find(|mail| mail.template == template).ok_or_else(unknown)
}
