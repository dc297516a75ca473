//! What can happen to an account, as *Security activity* and the log name it.

use crate::kinds::kinds;
use crate::view::ActivityFilter;
use serde::{Deserialize, Serialize};

kinds! {
    /// Something that happened to an account.
    EventKind found by ActivityFilter {
        /// Signed in.
        SignedIn "signed-in" "event-signed-in" SignIns;
        /// A wrong password at sign-in.
        SignInFailed "sign-in-failed" "event-sign-in-failed" Failures;
        /// So many of them that unknown devices are kept out.
        SignInShut "sign-in-shut" "event-sign-in-shut" Failures;
        /// Signed out.
        SignedOut "signed-out" "event-signed-out" SignIns;
        /// A session was ended from another one.
        SessionRevoked "session-revoked" "event-session-revoked" SignIns;
        /// All sessions in the organization were ended by its Owner.
        EveryoneSignedOut "everyone-signed-out" "event-everyone-signed-out" SignIns;
        /// The password was changed.
        PasswordChanged "password-changed" "event-password-changed" Changes;
        /// A link for a forgotten password was asked for.
        PasswordResetRequested "password-reset-requested" "event-password-reset-requested" Changes;
        /// The password was chosen anew by a link, or set by the operator.
        PasswordReset "password-reset" "event-password-reset" Changes;
        /// A wrong password beside a change.
        PasswordRefused "password-refused" "event-password-refused" Failures;
        /// The display name was changed.
        NameChanged "name-changed" "event-name-changed" Changes;
        /// An authenticator app or a passkey was added.
        FactorAdded "factor-added" "event-factor-added" Changes;
        /// An authenticator app or a passkey was removed.
        FactorRemoved "factor-removed" "event-factor-removed" Changes;
        /// New recovery codes were made.
        RecoveryCodesMade "recovery-codes-made" "event-recovery-codes-made" Changes;
        /// A recovery code was used to sign in.
        RecoveryCodeUsed "recovery-code-used" "event-recovery-code-used" SignIns;
        /// A wrong code or passkey at the second step of a sign-in.
        SecondStepFailed "second-step-failed" "event-second-step-failed" Failures;
        /// A link to choose the first password was sent.
        Invited "invited" "event-invited" Changes;
        /// The first password was chosen by it.
        InvitationAccepted "invitation-accepted" "event-invitation-accepted" Changes;
        /// The role was changed.
        RoleChanged "role-changed" "event-role-changed" Changes;
        /// The account was deactivated.
        Deactivated "deactivated" "event-deactivated" Changes;
        /// The account was activated again.
        Reactivated "reactivated" "event-reactivated" Changes;
        /// Language, country or time zone were chosen.
        RegionChanged "region-changed" "event-region-changed" Changes;
        /// What to be told about, or by which channel, was chosen.
        NotificationsChanged "notifications-changed" "event-notifications-changed" Changes;
        /// A mail about a topic was cancelled by the link in it.
        Unsubscribed "unsubscribed" "event-unsubscribed" Changes;
        /// A code was sent to a new number.
        PhoneChangeRequested "phone-change-requested" "event-phone-change-requested" Changes;
        /// A pending change of the number was given up.
        PhoneChangeCancelled "phone-change-cancelled" "event-phone-change-cancelled" Changes;
        /// A wrong code.
        PhoneCodeRefused "phone-code-refused" "event-phone-code-refused" Failures;
        /// The number was changed.
        PhoneChanged "phone-changed" "event-phone-changed" Changes;
        /// The number was removed.
        PhoneRemoved "phone-removed" "event-phone-removed" Changes;
        /// The number of before was brought back.
        PhoneRestored "phone-restored" "event-phone-restored" Changes;
        /// A link was sent to a new address.
        EmailChangeRequested "email-change-requested" "event-email-change-requested" Changes;
        /// A pending change of the address was given up.
        EmailChangeCancelled "email-change-cancelled" "event-email-change-cancelled" Changes;
        /// A pending change of the address could not be made.
        EmailChangeFailed "email-change-failed" "event-email-change-failed" Failures;
        /// The address was changed.
        EmailChanged "email-changed" "event-email-changed" Changes;
        /// The address of before was brought back.
        EmailRestored "email-restored" "event-email-restored" Changes;
        /// All that is kept about the person was exported.
        DataExported "data-exported" "event-data-exported" Changes;
        /// The person asked for the account to be deleted.
        DeletionRequested "deletion-requested" "event-deletion-requested" Changes;
        /// The account is not deleted after all.
        DeletionCancelled "deletion-cancelled" "event-deletion-cancelled" Changes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_and_name_their_message() {
        for kind in EventKind::ALL.iter().copied() {
            assert_eq!(EventKind::from_word(kind.as_str()), Some(kind));
            assert_eq!(kind.message_id(), format!("event-{}", kind.as_str()));
        }
        assert_eq!(EventKind::from_word("flew-away"), None);
    }
}
