# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::Format::moment writes it. Phone numbers are masked.

## Shared by every mail

mail-greeting = Hello { $name },
mail-greeting-stranger = Hello,
mail-button-open-settings = Open my settings
mail-button-choose-password = Choose a new password
mail-button-first-password = Choose my password
mail-button-confirm = Confirm this address
mail-button-undo = Undo the change
mail-button-keep-account = Keep my account
mail-button-accept-invitation = Accept the invitation
mail-button-sign-in = Open the sign-in page
mail-button-open-organization = Open Organization Settings
mail-signature = Your Perfil account settings
mail-footer =
    You receive this mail because it concerns the security of your account at { $organization }.
    Mails of this kind cannot be switched off.

## The password was changed

mail-password-changed-subject = Your password was changed
mail-password-changed-title = Your password was changed
mail-password-changed-body =
    The password of the account { $email } was changed on { $when }.
    All other devices have been signed out.
mail-password-changed-advice =
    If this was you, there is nothing to do.
    If it was not, somebody else knows your password: sign in and choose a new one at once.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## The phone number was changed: $old was replaced by $new

mail-phone-changed-subject = Your phone number was changed
mail-phone-changed-title = Your phone number was changed
mail-phone-changed-body = The phone number of your account was changed from { $old } to { $new } on { $when }.
mail-phone-changed-advice =
    If this was you, there is nothing to do.
    If it was not, change your password at once, then correct the phone number in your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## A phone number was added where there was none

mail-phone-added-subject = A phone number was added to your account
mail-phone-added-title = A phone number was added
mail-phone-added-body = The phone number { $new } was added to your account on { $when }.
mail-phone-added-advice =
    If this was you, there is nothing to do.
    If it was not, change your password at once, then remove the phone number in your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## The phone number was removed

mail-phone-removed-subject = Your phone number was removed
mail-phone-removed-title = Your phone number was removed
mail-phone-removed-body =
    The phone number { $number } was removed from your account on { $when }.
    Notices that went to you by SMS now come by email.
mail-phone-removed-advice =
    If this was you, there is nothing to do.
    If it was not, change your password at once, then add your phone number again in your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## Too many wrong passwords from unknown devices

mail-sign-in-blocked-subject = Unknown devices are kept out of your account
mail-sign-in-blocked-title = Many wrong passwords were typed
mail-sign-in-blocked-body =
    By { $when }, many wrong passwords had been typed for your account on unknown devices.
    For now, such devices are refused, even with the right password. The devices you have signed in with before still work.
mail-sign-in-blocked-advice =
    Nobody got in with those passwords. If it was you on a new device, wait a while or use a device you have signed in with before.
    If it was not, and your password is short or used elsewhere too, choose a better one.

## An authenticator app or a passkey was added: $factor is what its owner calls it

mail-factor-added-subject = An authenticator app or passkey was added to your account
mail-factor-added-title = An authenticator app or passkey was added
mail-factor-added-body = On { $when } the authenticator app or passkey “{ $factor }” was added to your account. From now on it can be used to sign in.
mail-factor-added-advice =
    If this was you, there is nothing to do.
    If it was not, somebody else knows your password: sign in, remove “{ $factor }” in your settings and change your password at once.
    If you can no longer sign in, ask whoever runs this service for help: they can remove it.

## An authenticator app or a passkey was removed

mail-factor-removed-subject = An authenticator app or passkey was removed from your account
mail-factor-removed-title = An authenticator app or passkey was removed
mail-factor-removed-body = On { $when } the authenticator app or passkey “{ $factor }” was removed from your account. It can no longer be used to sign in.
mail-factor-removed-advice =
    If this was you, or whoever runs this service at your request, there is nothing to do.
    If it was not, somebody else knows your password: change it at once, then look through your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## New recovery codes took the place of those before

mail-recovery-codes-made-subject = New recovery codes were made for your account
mail-recovery-codes-made-title = New recovery codes were made
mail-recovery-codes-made-body = On { $when } new recovery codes were made for your account. Those of before no longer work.
mail-recovery-codes-made-advice =
    If this was you, keep them in a safe place.
    If it was not, somebody else knows your password: change it at once, then make new recovery codes in your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## A recovery code was used to sign in: $left are unused

mail-recovery-code-used-subject = A recovery code was used to sign in
mail-recovery-code-used-title = A recovery code was used to sign in
mail-recovery-code-used-body =
    On { $when } a recovery code was used to sign in to your account. It does not work a second time.
    Recovery codes left: { $left }.
mail-recovery-code-used-advice =
    If this was you because a device is lost, remove it in your settings. Make new recovery codes before they run out.
    If it was not, somebody else knows your password and has your recovery codes: sign in, change your password at once, then make new recovery codes.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## A link to choose a new password

mail-password-reset-subject = Choose a new password
mail-password-reset-title = Choose a new password
mail-password-reset-body =
    A new password was asked for on { $when }, for the account { $email }.
    Open the link to choose one. It works for one hour, and only once.
mail-password-reset-advice = If you did not ask for this, ignore this mail: your password stays as it is. Never pass the link on.

## To somebody for whom an account was made: a link to choose the first password

mail-invitation-subject = Choose a password for your new account
mail-invitation-title = Welcome
mail-invitation-body =
    An account was made for you at { $organization }. You sign in with the address { $email } and a password of your own.
    Open the link to choose it. It works for seven days, and only once.
mail-invitation-advice =
    If you do not know what this is about, ignore this mail: without a password nobody can sign in. Never pass the link on.
    If the link no longer works, *Forgot your password?* on the sign-in page sends you another one.

## The password was chosen anew by a link

mail-password-was-reset-subject = Your password was reset
mail-password-was-reset-title = Your password was reset
mail-password-was-reset-body =
    A new password was chosen for the account { $email } on { $when }, by a link from this mailbox.
    All devices have been signed out.
mail-password-was-reset-advice =
    If this was you, there is nothing to do.
    If it was not, somebody else reads your mail: secure your mailbox first, then choose a new password with *Forgot your password?* on the sign-in page.

## To a new address, which must confirm

mail-email-confirm-subject = Confirm your new email address
mail-email-confirm-title = Is this your mailbox?
mail-email-confirm-body =
    On { $when } it was asked that { $new } become the address of your account at { $organization }.
    Open the link and press the button there to confirm it. The link works for 24 hours, and only once.
mail-email-confirm-advice = Until then nothing changes. If you did not ask for this, ignore this mail: somebody may have mistyped an address.

## To the address in use: a new one was asked for

mail-email-change-requested-subject = Your email address is about to change
mail-email-change-requested-title = A new email address was asked for
mail-email-change-requested-body = On { $when } it was asked that { $new } become the address of your account. Nothing changes until that mailbox confirms it.
mail-email-change-requested-advice =
    If this was you, there is nothing to do.
    If it was not, somebody else knows your password: sign in, cancel the change and choose a new password at once.

## To the holder of an address that somebody else asked for

mail-email-taken-subject = Somebody tried to use your address
mail-email-taken-title = Somebody tried to use your address
mail-email-taken-body = On { $when } somebody asked to use this address for another account. It belongs to yours, or did until recently, so nothing was changed.
mail-email-taken-advice =
    If this was you, use a different address for the other account.
    If it was not, there is nothing to do: nobody has learnt that you have an account.

## To the address of before, with its way back

mail-email-changed-old-subject = Your email address was changed
mail-email-changed-old-title = Your email address was changed
mail-email-changed-old-body = On { $when } the address of your account at { $organization } was changed from { $old } to { $new }. You now sign in with the new one.
mail-email-changed-old-advice =
    If this was you, there is nothing to do.
    If it was not, undo the change within seven days: this address comes back, all devices are signed out, and contacts cannot be changed for a day.

## To the address that is in use now

mail-email-changed-new-subject = This is now the address of your account
mail-email-changed-new-title = This is now the address of your account
mail-email-changed-new-body = Since { $when } you sign in with this address at { $organization }; it has replaced { $old }. Security messages come here from now on.
mail-email-changed-new-advice =
    If this was you, there is nothing to do.
    If you have no such account, tell whoever runs this service.

## To the address in use: the new one could not be taken

mail-email-change-failed-subject = Your email address could not be changed
mail-email-change-failed-title = Your email address stays as it is
mail-email-change-failed-body = The change to { $new } could not be made on { $when }, because that address is in use by another account.
mail-email-change-failed-advice = Sign in with your present address as before. To change it, choose another address in your settings.

## To the address that was brought back

mail-email-restored-subject = Your email address was restored
mail-email-restored-title = Your email address is back
mail-email-restored-body =
    On { $when } the change of your address was undone: you sign in with this address again.
    All devices have been signed out, and for 24 hours neither address nor phone number can be changed.
mail-email-restored-advice = If somebody else had made the change, they know your password: choose a new one at once.

## The number of before was brought back

mail-phone-restored-subject = Your phone number was restored
mail-phone-restored-title = Your phone number is back
mail-phone-restored-body =
    On { $when } the change of your phone number was undone: { $number } is the number of your account again.
    All devices have been signed out, and for 24 hours neither address nor phone number can be changed.
mail-phone-restored-advice = If somebody else had made the change, they know your password: choose a new one at once.

## An invitation to whoever has the address: $inviter is a member of $organization

mail-footer-invitation = You receive this mail because { $inviter } entered this address to invite you to { $organization }.

mail-member-invitation-subject = You are invited to join an organization
mail-member-invitation-title = You are invited
mail-member-invitation-body =
    { $inviter } invites you to join { $organization } with the role “{ $role }”. You will sign in with the address { $email } and a password of your own.
    Open the link to make your account. It works for seven days, and only once.
mail-member-invitation-advice = If you do not know what this is about, ignore this mail: no account is made without you. Never pass the link on.

## The same to an address that has an account

mail-member-invitation-known-subject = You were invited with an address that has an account
mail-member-invitation-known-title = You have an account already
mail-member-invitation-known-body =
    { $inviter } wanted to invite you to { $organization }, with the address { $email }. It belongs to an account already, and an account belongs to one organization only.
    So nothing was changed.
mail-member-invitation-known-advice =
    To join { $organization }, ask to be invited with another address.
    Otherwise there is nothing to do: nobody there has learnt that you have an account.

## What became of a member: $old, $new and $role are roles in the reader's language

mail-role-changed-subject = Your role was changed
mail-role-changed-title = Your role was changed
mail-role-changed-body = On { $when } your role at { $organization } was changed from “{ $old }” to “{ $new }”.
mail-role-changed-advice = What you may see and do has changed with it. If you did not expect this, ask the owner of your organization.

mail-member-deactivated-subject = Your account was deactivated
mail-member-deactivated-title = Your account was deactivated
mail-member-deactivated-body =
    On { $when } your account at { $organization } was deactivated.
    You have been signed out everywhere and can no longer sign in.
mail-member-deactivated-advice = If you did not expect this, ask the owner of your organization. Once the account is activated again, you sign in as before.

mail-member-reactivated-subject = Your account was activated again
mail-member-reactivated-title = Your account was activated again
mail-member-reactivated-body =
    On { $when } your account at { $organization } was activated again.
    You can sign in as before.
mail-member-reactivated-advice = If you have forgotten your password, choose a new one with *Forgot your password?* on the sign-in page.

mail-role-granted-subject = You have the role that you asked for
mail-role-granted-title = Your request was granted
mail-role-granted-body = On { $when } your request was granted: your role at { $organization } is “{ $role }” now.
mail-role-granted-advice = There is nothing to do, and you need not sign in again.

mail-role-declined-subject = You do not get the role that you asked for
mail-role-declined-title = Your request was declined
mail-role-declined-body = On { $when } your request for the role “{ $role }” at { $organization } was declined. Your role stays as it is.
mail-role-declined-advice = If you need to know why, ask the owner of your organization.

## Keys of an organization, told to its Owners: $key is what it is called, $by who made it

mail-key-created-subject = An API key was made for your organization
mail-key-created-title = An API key was made
mail-key-created-body = On { $when } { $by } made the API key “{ $key }” for { $organization }. Programs can act for the organization with it.
mail-key-created-advice =
    If you know about this, there is nothing to do.
    If you do not, ask { $by }, or revoke the key under *API keys* in Organization Settings.

mail-key-rotated-subject = An API key of your organization was replaced
mail-key-rotated-title = An API key was replaced
mail-key-rotated-body = On { $when } { $by } replaced the API key “{ $key }” of { $organization } by a new one of the same name.
mail-key-rotated-advice =
    If you know about this, there is nothing to do.
    If you do not, ask { $by }, or revoke the key under *API keys* in Organization Settings.

## What mails about a topic have in common: they can be switched off

mail-button-open-invoice = Open the invoice
mail-unsubscribe = Stop mails about this
mail-footer-contact-imports = You receive this mail because you are told by email about your contact imports at { $organization }.
mail-footer-payments = You receive this mail because you are told by email about the payments of { $organization }.
mail-footer-invoices = You receive this mail because you are told by email about the invoices of { $organization }.
mail-footer-low-credit = You receive this mail because you are told by email when the credit of { $organization } is low.
mail-footer-role-requests = You receive this mail because you are told by email about requests for roles at { $organization }.
mail-footer-test = You receive this mail because you sent yourself a test message from your account at { $organization }.
mail-footer-sms-failed = You receive this mail because a text message to you could not be delivered.
mail-footer-choice = You choose what you are told, and how, under Notifications in your settings.

# Joins a mail that takes the place of a text message
mail-sms-failed =
    A text message about this could not be delivered to you. So you get this mail, although you have switched off mails of this kind.
    Please check the phone number in your settings.

## An import of contacts is through: $import is what the platform calls it, $imported_text is $imported as written

mail-import-completed-subject = Your contacts were imported
mail-import-completed-title = Your contacts were imported
mail-import-completed-body =
    The import “{ $import }” was completed on { $when }.
    { $imported ->
        [0] No contact was imported.
        [one] { $imported_text } contact was imported.
       *[other] { $imported_text } contacts were imported.
    }
mail-import-completed-advice = There is nothing to do.

## The same, with contacts that were not taken

mail-import-completed-with-rejects-subject = Not all of your contacts were imported
mail-import-completed-with-rejects-title = Not all of your contacts were imported
mail-import-completed-with-rejects-body =
    The import “{ $import }” was completed on { $when }.
    { $imported ->
        [0] No contact was imported,
        [one] { $imported_text } contact was imported,
       *[other] { $imported_text } contacts were imported,
    } { $rejected ->
        [one] { $rejected_text } was rejected.
       *[other] { $rejected_text } were rejected.
    }
mail-import-completed-with-rejects-advice = The reasons are shown under Notifications in your settings.

## An import of contacts broke off: $reason is in the platform's words

mail-import-failed-subject = Your contacts could not be imported
mail-import-failed-title = Your contacts could not be imported
mail-import-failed-body =
    The import “{ $import }” failed on { $when }.
    Reason: { $reason }
mail-import-failed-advice = Once the reason is dealt with, start the import again.

## A payment arrived: $payment is the platform's name for it

mail-payment-succeeded-subject = Your payment was received
mail-payment-succeeded-title = Your payment was received
mail-payment-succeeded-body = The payment { $payment } of { $organization } for { $amount } was received on { $when }.
mail-payment-succeeded-advice = There is nothing to do.

## A payment failed, with or without a reason in the platform's words

mail-payment-failed-subject = A payment failed
mail-payment-failed-title = A payment failed
mail-payment-failed-body =
    The payment { $payment } of { $organization } for { $amount } failed on { $when }.
    Reason: { $reason }
mail-payment-failed-no-reason-body = The payment { $payment } of { $organization } for { $amount } failed on { $when }.
mail-payment-failed-advice = Check your means of payment and pay again, so that your credit does not run out.

## An invoice was issued, with or without a day on which it is due

mail-invoice-issued-subject = You have a new invoice
mail-invoice-issued-title = You have a new invoice
mail-invoice-issued-body =
    The invoice { $invoice } for { $amount } was issued to { $organization } on { $when }.
    It is due on { $due }.
mail-invoice-issued-no-due-body = The invoice { $invoice } for { $amount } was issued to { $organization } on { $when }.
mail-invoice-issued-advice = If it has been paid already, there is nothing to do.

## The credit is below the minimum that the reader chose

mail-credit-low-subject = Your credit is running low
mail-credit-low-title = Your credit is running low
mail-credit-low-body = On { $when } the credit of { $organization } was { $balance }. This is below your minimum of { $minimum }.
mail-credit-low-advice = Top it up before it runs out. You are alerted again only after it has risen clearly above your minimum and then falls below it once more.

## A member asks for another role: $asker is the member's name, $reason is in the member's words

mail-role-asked-subject = A member asks for another role
mail-role-asked-title = A member asks for another role
mail-role-asked-body =
    On { $when } { $asker } asked for the role “{ $role }” at { $organization }.
    Reason: { $reason }
mail-role-asked-advice = You grant the request or decline it in Organization Settings.

## A test that the reader asked for

mail-test-subject = This is a test message
mail-test-title = This is a test message
mail-test-body =
    You asked for this test message on { $when }.
    It has arrived, so notifications by email reach you.
mail-test-advice = There is nothing to do.

## All that is kept about a person was downloaded

mail-data-exported-subject = Your data was downloaded
mail-data-exported-title = Your data was downloaded
mail-data-exported-body = All that is kept about the account { $email } was downloaded on { $when }.
mail-data-exported-advice =
    If this was you, there is nothing to do.
    If it was not, somebody else knows your password: change it at once, then look through your settings.
    If you can no longer sign in, ask the owner of your organization, or whoever runs this service, for help.

## A person asked for the account to be deleted: $end is when that happens

mail-deletion-requested-subject = Your account will be deleted
mail-deletion-requested-title = Your account will be deleted
mail-deletion-requested-body =
    On { $when } somebody who knows your password asked for the account { $email } to be deleted.
    It will be deleted on { $end }, with all that is kept about you. Until then everything works as before.
mail-deletion-requested-advice =
    If this was you, there is nothing to do.
    If it was not, or if you have changed your mind, keep the account with the link. All devices are signed out then.
    Afterwards nothing can be brought back. Never pass the link on.

mail-deletion-reminder-subject = Your account will be deleted in two days
mail-deletion-reminder-title = Your account will be deleted soon
mail-deletion-reminder-body = The account { $email } will be deleted on { $end }, with all that is kept about you.
mail-deletion-reminder-advice =
    If you want that, there is nothing to do. You get no mail when it is done.
    If not, sign in and choose *Keep my account* under *Your data*.

## The account stays, because nobody else is Owner

mail-deletion-stopped-subject = Your account was not deleted
mail-deletion-stopped-title = Your account was not deleted
mail-deletion-stopped-body = You are by now the only Owner of { $organization }, and an organization always needs one. So your account stays.
mail-deletion-stopped-advice = If you still want to delete it, make somebody else Owner first, then ask for it again.

## The file README.txt of an export

export-readme =
    All that Perfil keeps about the account { $email }, read on { $when }.

    perfil-data.json holds everything, for programs.
    The folder csv holds the same, a table for each kind of data, for spreadsheets.
    An apostrophe before =, +, - or @ keeps spreadsheets from taking a text for a formula; it is not part of the data.

    Passwords and secrets of signing in are not in it: they are kept in a form that nobody can read.
    Messages that tell of other people are not in it either.
