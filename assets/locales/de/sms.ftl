# What text messages say. Without characters beyond GSM-7, so that one fits into one segment of 160: ä, ö, ü and ß are
# in it, typographic quotes and dashes are not. $new is a masked phone number.

# The last line is for the browser, which fills in the code by itself on that host only (WebOTP): exactly `@host #code`.
sms-phone-code =
    { $code } ist Ihr Perfil-Code, gültig für { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Geben Sie ihn niemals weiter.
    @{ $host } #{ $code }

# To the number that was in use before; $link undoes the change
sms-phone-changed-old = Perfil: neue Nummer { $new }. Nicht Sie? Rückgängig machen (7 Tage): { $link }

# To the number that is in use now
sms-phone-changed-new = Dies ist jetzt die Telefonnummer Ihres Perfil-Kontos. Waren das nicht Sie, informieren Sie den Inhaber Ihrer Organisation.

# To the number that was removed
sms-phone-removed = Diese Telefonnummer wurde aus Ihrem Perfil-Konto entfernt. Waren das nicht Sie, ändern Sie Ihr Passwort und informieren Sie den Inhaber Ihrer Organisation.

# To the number that was brought back
sms-phone-restored = Dies ist wieder die Telefonnummer Ihres Perfil-Kontos. Alle Geräte wurden abgemeldet. Wählen Sie ein neues Passwort.

# The password was chosen anew by a link from the mailbox
sms-password-was-reset = Das Passwort Ihres Perfil-Kontos wurde zurückgesetzt. Waren das nicht Sie, sichern Sie Ihr Postfach und informieren Sie den Inhaber Ihrer Organisation.

## About topics. In all of them $import, $payment and $invoice are cut short, and amounts hold no no-break spaces.

sms-import-completed =
    Perfil: Import von { $import } abgeschlossen. { $imported ->
        [one] { $imported_text } Kontakt
       *[other] { $imported_text } Kontakte
    } importiert.

sms-import-completed-with-rejects =
    Perfil: Import von { $import } abgeschlossen. { $imported ->
        [one] { $imported_text } Kontakt
       *[other] { $imported_text } Kontakte
    } importiert, { $rejected_text } abgelehnt. Gründe unter Benachrichtigungen.

sms-import-failed = Perfil: Der Import von { $import } ist fehlgeschlagen. Grund: siehe Benachrichtigungen in Ihren Einstellungen.

sms-payment-succeeded = Perfil: Ihre Zahlung über { $amount } ist eingegangen ({ $payment }).

# Also where no reason is known
sms-payment-failed = Perfil: Ihre Zahlung über { $amount } ist fehlgeschlagen ({ $payment }). Bitte prüfen Sie Ihr Zahlungsmittel.

# Also where it is not due on any day
sms-invoice-issued = Perfil: Sie haben eine neue Rechnung über { $amount } ({ $invoice }).

sms-credit-low = Perfil: Ihr Guthaben beträgt { $balance }, weniger als Ihr Mindestguthaben von { $minimum }. Bitte laden Sie es auf.

# $asker is cut short too
sms-role-asked = Perfil: { $asker } bittet um die Rolle { $role }. Entscheiden Sie in den Organisationseinstellungen.

sms-test = Perfil: Dies ist die Testnachricht, die Sie angefordert haben. SMS kommen bei Ihnen an.
