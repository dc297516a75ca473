# What text messages say. Without characters beyond GSM-7, so that one fits into one segment of 160.
# $new is a masked phone number.

# The last line is for the browser, which fills in the code by itself on that host only (WebOTP): exactly `@host #code`.
sms-phone-code =
    { $code } is your Perfil code, valid for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Never share it.
    @{ $host } #{ $code }

# To the number that was in use before; $link undoes the change
sms-phone-changed-old = Your Perfil phone number is now { $new }. Not you? Undo within 7 days: { $link }

# To the number that is in use now
sms-phone-changed-new = This is now the phone number of your Perfil account. If this was not you, tell your organization's owner.

# To the number that was removed
sms-phone-removed = This phone number was removed from your Perfil account. If this was not you, change your password and tell your organization's owner.

# To the number that was brought back
sms-phone-restored = This is the phone number of your Perfil account again. All devices were signed out. Choose a new password.

# The password was chosen anew by a link from the mailbox
sms-password-was-reset = The password of your Perfil account was reset. If this was not you, secure your mailbox and tell your organization's owner.

## About topics. In all of them $import, $payment and $invoice are cut short, and amounts hold no no-break spaces.

sms-import-completed =
    Perfil: import of { $import } completed. { $imported ->
        [one] { $imported_text } contact
       *[other] { $imported_text } contacts
    } imported.

sms-import-completed-with-rejects =
    Perfil: import of { $import } completed. { $imported ->
        [one] { $imported_text } contact
       *[other] { $imported_text } contacts
    } imported, { $rejected_text } rejected. See Notifications in your settings.

sms-import-failed = Perfil: the import of { $import } failed. See Notifications in your settings for the reason.

sms-payment-succeeded = Perfil: your payment of { $amount } was received ({ $payment }).

# Also where no reason is known
sms-payment-failed = Perfil: your payment of { $amount } failed ({ $payment }). Please check your means of payment.

# Also where it is not due on any day
sms-invoice-issued = Perfil: you have a new invoice for { $amount } ({ $invoice }).

sms-credit-low = Perfil: your credit is { $balance }, below your minimum of { $minimum }. Please top it up.

# $asker is cut short too
sms-role-asked = Perfil: { $asker } asks for the role { $role }. Grant or decline it in Organization Settings.

sms-test = Perfil: this is the test message that you asked for. Text messages reach you.
