# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::moment writes it. Phone numbers are masked.

## Shared by every mail

mail-greeting = Hello { $name },
mail-button-open-settings = Open my settings
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
