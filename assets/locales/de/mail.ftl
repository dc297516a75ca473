# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::Format::moment writes it. Phone numbers are masked.

## Shared by every mail

mail-greeting = Guten Tag { $name },
mail-greeting-stranger = Guten Tag,
mail-button-open-settings = Meine Einstellungen öffnen
mail-button-choose-password = Neues Passwort wählen
mail-button-first-password = Mein Passwort wählen
mail-button-confirm = Diese Adresse bestätigen
mail-button-undo = Änderung rückgängig machen
mail-button-keep-account = Mein Konto behalten
mail-button-accept-invitation = Einladung annehmen
mail-button-sign-in = Zur Anmeldung
mail-button-open-organization = Organisationseinstellungen öffnen
mail-signature = Ihre Kontoeinstellungen bei Perfil
mail-footer =
    Sie erhalten diese E-Mail, weil sie die Sicherheit Ihres Kontos bei { $organization } betrifft.
    E-Mails dieser Art können nicht abbestellt werden.

## The password was changed

mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed-title = Ihr Passwort wurde geändert
mail-password-changed-body =
    Das Passwort des Kontos { $email } wurde geändert. Zeitpunkt: { $when }.
    Alle anderen Geräte wurden abgemeldet.
mail-password-changed-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Melden Sie sich sofort an und wählen Sie ein neues.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## The phone number was changed: $old was replaced by $new

mail-phone-changed-subject = Ihre Telefonnummer wurde geändert
mail-phone-changed-title = Ihre Telefonnummer wurde geändert
mail-phone-changed-body = Die Telefonnummer Ihres Kontos wurde von { $old } in { $new } geändert. Zeitpunkt: { $when }.
mail-phone-changed-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, ändern Sie sofort Ihr Passwort und berichtigen Sie dann die Telefonnummer in Ihren Einstellungen.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## A phone number was added where there was none

mail-phone-added-subject = Ihrem Konto wurde eine Telefonnummer hinzugefügt
mail-phone-added-title = Eine Telefonnummer wurde hinzugefügt
mail-phone-added-body = Die Telefonnummer { $new } wurde Ihrem Konto hinzugefügt. Zeitpunkt: { $when }.
mail-phone-added-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, ändern Sie sofort Ihr Passwort und entfernen Sie dann die Telefonnummer in Ihren Einstellungen.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## The phone number was removed

mail-phone-removed-subject = Ihre Telefonnummer wurde entfernt
mail-phone-removed-title = Ihre Telefonnummer wurde entfernt
mail-phone-removed-body =
    Die Telefonnummer { $number } wurde aus Ihrem Konto entfernt. Zeitpunkt: { $when }.
    Benachrichtigungen, die Sie bisher per SMS erhielten, kommen nun per E-Mail.
mail-phone-removed-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, ändern Sie sofort Ihr Passwort und fügen Sie dann Ihre Telefonnummer in Ihren Einstellungen wieder hinzu.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## Too many wrong passwords from unknown devices

mail-sign-in-blocked-subject = Unbekannte Geräte haben vorerst keinen Zugang zu Ihrem Konto
mail-sign-in-blocked-title = Viele falsche Passwörter wurden eingegeben
mail-sign-in-blocked-body =
    Auf unbekannten Geräten wurden viele falsche Passwörter für Ihr Konto eingegeben. Stand: { $when }.
    Solche Geräte werden vorerst abgewiesen, selbst mit dem richtigen Passwort. Geräte, auf denen Sie sich schon einmal angemeldet haben, funktionieren weiterhin.
mail-sign-in-blocked-advice =
    Mit diesen Passwörtern ist niemand in Ihr Konto gelangt. Wenn Sie es auf einem neuen Gerät waren, warten Sie eine Weile, oder verwenden Sie ein Gerät, auf dem Sie sich schon einmal angemeldet haben.
    Wenn nicht und Ihr Passwort kurz ist oder auch anderswo verwendet wird, wählen Sie ein besseres.

## An authenticator app or a passkey was added: $factor is what its owner calls it

mail-factor-added-subject = Ihrem Konto wurde eine Authenticator-App oder ein Passkey hinzugefügt
mail-factor-added-title = Eine Authenticator-App oder ein Passkey wurde hinzugefügt
mail-factor-added-body = Am { $when } wurde die Authenticator-App oder der Passkey „{ $factor }“ Ihrem Konto hinzugefügt. Ab jetzt kann man sich damit anmelden.
mail-factor-added-advice =
    Wenn Sie das waren, ist nichts zu tun.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Melden Sie sich an, entfernen Sie „{ $factor }“ in Ihren Einstellungen und ändern Sie sofort Ihr Passwort.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Betreiber dieses Dienstes um Hilfe: Er kann den Eintrag entfernen.

## An authenticator app or a passkey was removed

mail-factor-removed-subject = Aus Ihrem Konto wurde eine Authenticator-App oder ein Passkey entfernt
mail-factor-removed-title = Eine Authenticator-App oder ein Passkey wurde entfernt
mail-factor-removed-body = Am { $when } wurde die Authenticator-App oder der Passkey „{ $factor }“ aus Ihrem Konto entfernt. Man kann sich damit nicht mehr anmelden.
mail-factor-removed-advice =
    Wenn Sie das waren, oder der Betreiber dieses Dienstes auf Ihre Bitte, ist nichts zu tun.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Ändern Sie es sofort und sehen Sie dann Ihre Einstellungen durch.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## New recovery codes took the place of those before

mail-recovery-codes-made-subject = Neue Wiederherstellungscodes wurden erstellt
mail-recovery-codes-made-title = Neue Wiederherstellungscodes wurden erstellt
mail-recovery-codes-made-body = Am { $when } wurden für Ihr Konto neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.
mail-recovery-codes-made-advice =
    Wenn Sie das waren, bewahren Sie die Codes an einem sicheren Ort auf.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Ändern Sie es sofort und erstellen Sie dann neue Wiederherstellungscodes in Ihren Einstellungen.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## A recovery code was used to sign in: $left are unused

mail-recovery-code-used-subject = Ein Wiederherstellungscode wurde zur Anmeldung verwendet
mail-recovery-code-used-title = Ein Wiederherstellungscode wurde zur Anmeldung verwendet
mail-recovery-code-used-body =
    Am { $when } wurde ein Wiederherstellungscode verwendet, um sich in Ihrem Konto anzumelden. Er gilt kein zweites Mal.
    Verbleibende Wiederherstellungscodes: { $left }.
mail-recovery-code-used-advice =
    Wenn Sie das waren, weil ein Gerät verloren ging, entfernen Sie es in Ihren Einstellungen. Erstellen Sie neue Wiederherstellungscodes, bevor sie ausgehen.
    Wenn nicht, kennt jemand anderes Ihr Passwort und hat Ihre Wiederherstellungscodes: Melden Sie sich an, ändern Sie sofort Ihr Passwort und erstellen Sie dann neue Wiederherstellungscodes.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## A link to choose a new password

mail-password-reset-subject = Neues Passwort wählen
mail-password-reset-title = Neues Passwort wählen
mail-password-reset-body =
    Am { $when } wurde für das Konto { $email } ein neues Passwort angefordert.
    Öffnen Sie den Link, um eines zu wählen. Er gilt eine Stunde lang und nur einmal.
mail-password-reset-advice = Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist. Geben Sie den Link niemals weiter.

## To somebody for whom an account was made: a link to choose the first password

mail-invitation-subject = Wählen Sie ein Passwort für Ihr neues Konto
mail-invitation-title = Willkommen
mail-invitation-body =
    Bei { $organization } wurde ein Konto für Sie angelegt. Sie melden sich mit der Adresse { $email } und einem eigenen Passwort an.
    Öffnen Sie den Link, um es zu wählen. Er gilt sieben Tage lang und nur einmal.
mail-invitation-advice =
    Wenn Sie nicht wissen, worum es geht, ignorieren Sie diese E-Mail: Ohne Passwort kann sich niemand anmelden. Geben Sie den Link niemals weiter.
    Wenn der Link nicht mehr gilt, erhalten Sie über *Passwort vergessen?* auf der Anmeldeseite einen anderen.

## The password was chosen anew by a link

mail-password-was-reset-subject = Ihr Passwort wurde zurückgesetzt
mail-password-was-reset-title = Ihr Passwort wurde zurückgesetzt
mail-password-was-reset-body =
    Für das Konto { $email } wurde am { $when } über einen Link aus diesem Postfach ein neues Passwort gewählt.
    Alle Geräte wurden abgemeldet.
mail-password-was-reset-advice =
    Wenn Sie das waren, ist nichts zu tun.
    Wenn nicht, liest jemand anderes Ihre E-Mails: Sichern Sie zuerst Ihr Postfach und wählen Sie dann über „Passwort vergessen?“ auf der Anmeldeseite ein neues Passwort.

## To a new address, which must confirm

mail-email-confirm-subject = Bestätigen Sie Ihre neue E-Mail-Adresse
mail-email-confirm-title = Ist das Ihr Postfach?
mail-email-confirm-body =
    Am { $when } wurde { $new } als neue Adresse Ihres Kontos bei { $organization } angegeben.
    Öffnen Sie den Link und bestätigen Sie die Adresse dort mit der Schaltfläche. Der Link gilt 24 Stunden lang und nur einmal.
mail-email-confirm-advice = Bis dahin ändert sich nichts. Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail: Vielleicht hat sich jemand vertippt.

## To the address in use: a new one was asked for

mail-email-change-requested-subject = Ihre E-Mail-Adresse soll geändert werden
mail-email-change-requested-title = Eine neue E-Mail-Adresse wurde angegeben
mail-email-change-requested-body = Am { $when } wurde { $new } als neue Adresse Ihres Kontos angegeben. Solange dieses Postfach sie nicht bestätigt, ändert sich nichts.
mail-email-change-requested-advice =
    Wenn Sie das waren, ist nichts zu tun.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Melden Sie sich an, brechen Sie die Änderung ab und wählen Sie sofort ein neues Passwort.

## To the holder of an address that somebody else asked for

mail-email-taken-subject = Jemand wollte Ihre Adresse verwenden
mail-email-taken-title = Jemand wollte Ihre Adresse verwenden
mail-email-taken-body = Am { $when } wollte jemand diese Adresse für ein anderes Konto verwenden. Sie gehört zu Ihrem Konto oder gehörte bis vor Kurzem dazu; es wurde nichts geändert.
mail-email-taken-advice =
    Wenn Sie das waren, verwenden Sie für das andere Konto eine andere Adresse.
    Wenn nicht, ist nichts zu tun: Niemand hat erfahren, dass Sie ein Konto haben.

## To the address of before, with its way back

mail-email-changed-old-subject = Ihre E-Mail-Adresse wurde geändert
mail-email-changed-old-title = Ihre E-Mail-Adresse wurde geändert
mail-email-changed-old-body = Am { $when } wurde die Adresse Ihres Kontos bei { $organization } von { $old } in { $new } geändert. Sie melden sich jetzt mit der neuen an.
mail-email-changed-old-advice =
    Wenn Sie das waren, ist nichts zu tun.
    Wenn nicht, machen Sie die Änderung innerhalb von sieben Tagen rückgängig: Diese Adresse gilt dann wieder, alle Geräte werden abgemeldet, und Kontaktdaten können einen Tag lang nicht geändert werden.

## To the address that is in use now

mail-email-changed-new-subject = Dies ist jetzt die Adresse Ihres Kontos
mail-email-changed-new-title = Dies ist jetzt die Adresse Ihres Kontos
mail-email-changed-new-body = Seit { $when } melden Sie sich bei { $organization } mit dieser Adresse an; sie hat { $old } ersetzt. Sicherheitsmeldungen kommen ab jetzt hierher.
mail-email-changed-new-advice =
    Wenn Sie das waren, ist nichts zu tun.
    Wenn Sie kein solches Konto haben, wenden Sie sich an den Betreiber dieses Dienstes.

## To the address in use: the new one could not be taken

mail-email-change-failed-subject = Ihre E-Mail-Adresse konnte nicht geändert werden
mail-email-change-failed-title = Ihre E-Mail-Adresse bleibt, wie sie ist
mail-email-change-failed-body = Die Änderung in { $new } war am { $when } nicht möglich, weil ein anderes Konto diese Adresse verwendet.
mail-email-change-failed-advice = Melden Sie sich wie bisher mit Ihrer jetzigen Adresse an. Um sie zu ändern, wählen Sie in Ihren Einstellungen eine andere.

## To the address that was brought back

mail-email-restored-subject = Ihre E-Mail-Adresse wurde wiederhergestellt
mail-email-restored-title = Ihre E-Mail-Adresse gilt wieder
mail-email-restored-body =
    Am { $when } wurde die Änderung Ihrer Adresse rückgängig gemacht: Sie melden sich wieder mit dieser Adresse an.
    Alle Geräte wurden abgemeldet, und 24 Stunden lang können weder Adresse noch Telefonnummer geändert werden.
mail-email-restored-advice = Wenn jemand anderes die Adresse geändert hatte, kennt er Ihr Passwort: Wählen Sie sofort ein neues.

## The number of before was brought back

mail-phone-restored-subject = Ihre Telefonnummer wurde wiederhergestellt
mail-phone-restored-title = Ihre Telefonnummer gilt wieder
mail-phone-restored-body =
    Am { $when } wurde die Änderung Ihrer Telefonnummer rückgängig gemacht: { $number } ist wieder die Nummer Ihres Kontos.
    Alle Geräte wurden abgemeldet, und 24 Stunden lang können weder Adresse noch Telefonnummer geändert werden.
mail-phone-restored-advice = Wenn jemand anderes die Nummer geändert hatte, kennt er Ihr Passwort: Wählen Sie sofort ein neues.

## An invitation to whoever has the address: $inviter is a member of $organization

mail-footer-invitation = Sie erhalten diese E-Mail, weil { $inviter } diese Adresse angegeben hat, um Sie zu { $organization } einzuladen.

mail-member-invitation-subject = Sie sind in eine Organisation eingeladen
mail-member-invitation-title = Sie sind eingeladen
mail-member-invitation-body =
    { $inviter } lädt Sie zu { $organization } ein, mit der Rolle „{ $role }“. Sie melden sich dann mit der Adresse { $email } und einem eigenen Passwort an.
    Öffnen Sie den Link, um Ihr Konto anzulegen. Er gilt sieben Tage lang und nur einmal.
mail-member-invitation-advice = Wenn Sie nicht wissen, worum es geht, ignorieren Sie diese E-Mail: Ohne Sie wird kein Konto angelegt. Geben Sie den Link niemals weiter.

## The same to an address that has an account

mail-member-invitation-known-subject = Sie wurden mit einer Adresse eingeladen, die schon ein Konto hat
mail-member-invitation-known-title = Sie haben schon ein Konto
mail-member-invitation-known-body =
    { $inviter } wollte Sie mit der Adresse { $email } zu { $organization } einladen. Die Adresse gehört aber schon zu einem Konto, und ein Konto gehört nur zu einer Organisation.
    Deshalb wurde nichts geändert.
mail-member-invitation-known-advice =
    Wenn Sie zu { $organization } gehören möchten, lassen Sie sich mit einer anderen Adresse einladen.
    Wenn nicht, ist nichts zu tun: Niemand dort hat erfahren, dass Sie ein Konto haben.

## What became of a member: $old, $new and $role are roles in the reader's language

mail-role-changed-subject = Ihre Rolle wurde geändert
mail-role-changed-title = Ihre Rolle wurde geändert
mail-role-changed-body = Am { $when } wurde Ihre Rolle bei { $organization } von „{ $old }“ in „{ $new }“ geändert.
mail-role-changed-advice = Damit hat sich auch geändert, was Sie sehen und tun dürfen. Wenn Sie das nicht erwartet haben, fragen Sie den Inhaber Ihrer Organisation.

mail-member-deactivated-subject = Ihr Konto wurde deaktiviert
mail-member-deactivated-title = Ihr Konto wurde deaktiviert
mail-member-deactivated-body =
    Am { $when } wurde Ihr Konto bei { $organization } deaktiviert.
    Sie wurden überall abgemeldet und können sich nicht mehr anmelden.
mail-member-deactivated-advice = Wenn Sie das nicht erwartet haben, fragen Sie den Inhaber Ihrer Organisation. Sobald das Konto wieder aktiviert ist, melden Sie sich wie gewohnt an.

mail-member-reactivated-subject = Ihr Konto ist wieder aktiv
mail-member-reactivated-title = Ihr Konto ist wieder aktiv
mail-member-reactivated-body =
    Am { $when } wurde Ihr Konto bei { $organization } wieder aktiviert.
    Sie können sich wie gewohnt anmelden.
mail-member-reactivated-advice = Wenn Sie Ihr Passwort vergessen haben, wählen Sie über *Passwort vergessen?* auf der Anmeldeseite ein neues.

mail-role-granted-subject = Sie haben die Rolle, um die Sie gebeten haben
mail-role-granted-title = Ihre Anfrage wurde angenommen
mail-role-granted-body = Am { $when } wurde Ihre Anfrage angenommen: Ihre Rolle bei { $organization } ist jetzt „{ $role }“.
mail-role-granted-advice = Es ist nichts zu tun; Sie müssen sich auch nicht neu anmelden.

mail-role-declined-subject = Sie erhalten die Rolle nicht, um die Sie gebeten haben
mail-role-declined-title = Ihre Anfrage wurde abgelehnt
mail-role-declined-body = Am { $when } wurde Ihre Anfrage nach der Rolle „{ $role }“ bei { $organization } abgelehnt. Ihre Rolle bleibt, wie sie ist.
mail-role-declined-advice = Wenn Sie den Grund wissen möchten, fragen Sie den Inhaber Ihrer Organisation.

## Keys of an organization, told to its Owners: $key is what it is called, $by who made it

mail-key-created-subject = Für Ihre Organisation wurde ein API-Schlüssel erstellt
mail-key-created-title = Ein API-Schlüssel wurde erstellt
mail-key-created-body = Am { $when } hat { $by } für { $organization } den API-Schlüssel „{ $key }“ erstellt. Programme können damit für die Organisation handeln.
mail-key-created-advice =
    Wenn Sie davon wissen, ist nichts weiter zu tun.
    Wenn nicht, fragen Sie { $by }, oder widerrufen Sie den Schlüssel in den Organisationseinstellungen unter *API-Schlüssel*.

mail-key-rotated-subject = Ein API-Schlüssel Ihrer Organisation wurde ersetzt
mail-key-rotated-title = Ein API-Schlüssel wurde ersetzt
mail-key-rotated-body = Am { $when } hat { $by } den API-Schlüssel „{ $key }“ von { $organization } durch einen neuen gleichen Namens ersetzt.
mail-key-rotated-advice =
    Wenn Sie davon wissen, ist nichts weiter zu tun.
    Wenn nicht, fragen Sie { $by }, oder widerrufen Sie den Schlüssel in den Organisationseinstellungen unter *API-Schlüssel*.

## What mails about a topic have in common: they can be switched off

mail-button-open-invoice = Rechnung öffnen
mail-unsubscribe = E-Mails zu diesem Thema abbestellen
mail-footer-contact-imports = Sie erhalten diese E-Mail, weil Sie über Ihre Kontaktimporte bei { $organization } per E-Mail benachrichtigt werden.
mail-footer-payments = Sie erhalten diese E-Mail, weil Sie über Zahlungen von { $organization } per E-Mail benachrichtigt werden.
mail-footer-invoices = Sie erhalten diese E-Mail, weil Sie über Rechnungen an { $organization } per E-Mail benachrichtigt werden.
mail-footer-low-credit = Sie erhalten diese E-Mail, weil Sie per E-Mail benachrichtigt werden, wenn das Guthaben von { $organization } knapp wird.
mail-footer-role-requests = Sie erhalten diese E-Mail, weil Sie per E-Mail benachrichtigt werden, wenn jemand bei { $organization } um eine Rolle bittet.
mail-footer-test = Sie erhalten diese E-Mail, weil Sie sich aus Ihrem Konto bei { $organization } eine Testnachricht geschickt haben.
mail-footer-sms-failed = Sie erhalten diese E-Mail, weil eine SMS an Sie nicht zugestellt werden konnte.
mail-footer-choice = Worüber und wie Sie benachrichtigt werden, legen Sie in Ihren Einstellungen unter „Benachrichtigungen“ fest.

# Joins a mail that takes the place of a text message
mail-sms-failed =
    Eine SMS dazu konnte Ihnen nicht zugestellt werden. Deshalb erhalten Sie diese E-Mail, obwohl Sie solche E-Mails abbestellt haben.
    Bitte prüfen Sie die Telefonnummer in Ihren Einstellungen.

## An import of contacts is through: $import is what the platform calls it, $imported_text is $imported as written

mail-import-completed-subject = Ihre Kontakte wurden importiert
mail-import-completed-title = Ihre Kontakte wurden importiert
mail-import-completed-body =
    Der Import „{ $import }“ wurde am { $when } abgeschlossen.
    { $imported ->
        [0] Es wurde kein Kontakt importiert.
        [one] { $imported_text } Kontakt wurde importiert.
       *[other] { $imported_text } Kontakte wurden importiert.
    }
mail-import-completed-advice = Es ist nichts zu tun.

## The same, with contacts that were not taken

mail-import-completed-with-rejects-subject = Nicht alle Kontakte wurden importiert
mail-import-completed-with-rejects-title = Nicht alle Kontakte wurden importiert
mail-import-completed-with-rejects-body =
    Der Import „{ $import }“ wurde am { $when } abgeschlossen.
    { $imported ->
        [0] Es wurde kein Kontakt importiert,
        [one] { $imported_text } Kontakt wurde importiert,
       *[other] { $imported_text } Kontakte wurden importiert,
    } { $rejected ->
        [one] { $rejected_text } wurde abgelehnt.
       *[other] { $rejected_text } wurden abgelehnt.
    }
mail-import-completed-with-rejects-advice = Die Gründe finden Sie in Ihren Einstellungen unter „Benachrichtigungen“.

## An import of contacts broke off: $reason is in the platform's words

mail-import-failed-subject = Ihre Kontakte konnten nicht importiert werden
mail-import-failed-title = Ihre Kontakte konnten nicht importiert werden
mail-import-failed-body =
    Der Import „{ $import }“ ist am { $when } fehlgeschlagen.
    Grund: { $reason }
mail-import-failed-advice = Beheben Sie die Ursache und starten Sie den Import dann erneut.

## A payment arrived: $payment is the platform's name for it

mail-payment-succeeded-subject = Ihre Zahlung ist eingegangen
mail-payment-succeeded-title = Ihre Zahlung ist eingegangen
mail-payment-succeeded-body = Die Zahlung { $payment } von { $organization } über { $amount } ist am { $when } eingegangen.
mail-payment-succeeded-advice = Es ist nichts zu tun.

## A payment failed, with or without a reason in the platform's words

mail-payment-failed-subject = Eine Zahlung ist fehlgeschlagen
mail-payment-failed-title = Eine Zahlung ist fehlgeschlagen
mail-payment-failed-body =
    Die Zahlung { $payment } von { $organization } über { $amount } ist am { $when } fehlgeschlagen.
    Grund: { $reason }
mail-payment-failed-no-reason-body = Die Zahlung { $payment } von { $organization } über { $amount } ist am { $when } fehlgeschlagen.
mail-payment-failed-advice = Prüfen Sie Ihr Zahlungsmittel und zahlen Sie erneut, damit Ihr Guthaben nicht ausgeht.

## An invoice was issued, with or without a day on which it is due

mail-invoice-issued-subject = Sie haben eine neue Rechnung
mail-invoice-issued-title = Sie haben eine neue Rechnung
mail-invoice-issued-body =
    Die Rechnung { $invoice } an { $organization } über { $amount } wurde am { $when } ausgestellt.
    Sie ist am { $due } fällig.
mail-invoice-issued-no-due-body = Die Rechnung { $invoice } an { $organization } über { $amount } wurde am { $when } ausgestellt.
mail-invoice-issued-advice = Wenn sie schon bezahlt ist, ist nichts zu tun.

## The credit is below the minimum that the reader chose

mail-credit-low-subject = Ihr Guthaben wird knapp
mail-credit-low-title = Ihr Guthaben wird knapp
mail-credit-low-body = Am { $when } betrug das Guthaben von { $organization } { $balance }. Das ist weniger als Ihr Mindestguthaben von { $minimum }.
mail-credit-low-advice = Laden Sie es auf, bevor es ausgeht. Die nächste Warnung kommt erst, wenn es deutlich über Ihr Mindestguthaben gestiegen ist und dann wieder darunter fällt.

## A member asks for another role: $asker is the member's name, $reason is in the member's words

mail-role-asked-subject = Ein Mitglied bittet um eine andere Rolle
mail-role-asked-title = Ein Mitglied bittet um eine andere Rolle
mail-role-asked-body =
    Am { $when } hat { $asker } um die Rolle „{ $role }“ bei { $organization } gebeten.
    Begründung: { $reason }
mail-role-asked-advice = In den Organisationseinstellungen nehmen Sie die Anfrage an oder lehnen sie ab.

## A test that the reader asked for

mail-test-subject = Dies ist eine Testnachricht
mail-test-title = Dies ist eine Testnachricht
mail-test-body =
    Am { $when } haben Sie diese Testnachricht angefordert.
    Sie ist angekommen: Benachrichtigungen per E-Mail erreichen Sie.
mail-test-advice = Es ist nichts zu tun.

## All that is kept about a person was downloaded

mail-data-exported-subject = Ihre Daten wurden heruntergeladen
mail-data-exported-title = Ihre Daten wurden heruntergeladen
mail-data-exported-body = Alles, was über das Konto { $email } gespeichert ist, wurde heruntergeladen. Zeitpunkt: { $when }.
mail-data-exported-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, kennt jemand anderes Ihr Passwort: Ändern Sie es sofort und sehen Sie dann Ihre Einstellungen durch.
    Wenn Sie sich nicht mehr anmelden können, bitten Sie den Inhaber Ihrer Organisation oder den Betreiber dieses Dienstes um Hilfe.

## A person asked for the account to be deleted: $end is when that happens

mail-deletion-requested-subject = Ihr Konto wird gelöscht
mail-deletion-requested-title = Ihr Konto wird gelöscht
mail-deletion-requested-body =
    Jemand, der Ihr Passwort kennt, hat beantragt, das Konto { $email } zu löschen. Zeitpunkt: { $when }.
    Es wird mit allem, was über Sie gespeichert ist, zu diesem Zeitpunkt gelöscht: { $end }. Bis dahin funktioniert alles wie bisher.
mail-deletion-requested-advice =
    Wenn Sie das waren, brauchen Sie nichts zu tun.
    Wenn nicht, oder wenn Sie es sich anders überlegt haben, behalten Sie das Konto über den Link. Dabei werden alle Geräte abgemeldet.
    Nach dem Löschen lässt sich nichts wiederherstellen. Geben Sie den Link niemals weiter.

mail-deletion-reminder-subject = Ihr Konto wird in zwei Tagen gelöscht
mail-deletion-reminder-title = Ihr Konto wird bald gelöscht
mail-deletion-reminder-body = Das Konto { $email } wird mit allem, was über Sie gespeichert ist, zu diesem Zeitpunkt gelöscht: { $end }.
mail-deletion-reminder-advice =
    Wenn Sie das möchten, brauchen Sie nichts zu tun. Sie erhalten keine E-Mail, wenn es geschehen ist.
    Wenn nicht, melden Sie sich an und wählen Sie unter *Ihre Daten* die Schaltfläche *Mein Konto behalten*.

## The account stays, because nobody else is Owner

mail-deletion-stopped-subject = Ihr Konto wurde nicht gelöscht
mail-deletion-stopped-title = Ihr Konto wurde nicht gelöscht
mail-deletion-stopped-body = Sie sind inzwischen der einzige Inhaber von { $organization }, und eine Organisation braucht immer einen. Deshalb bleibt Ihr Konto bestehen.
mail-deletion-stopped-advice = Wenn Sie es weiterhin löschen möchten, geben Sie zuerst jemand anderem diese Rolle und beantragen Sie es dann noch einmal.

## The file README.txt of an export

export-readme =
    Alles, was Perfil über das Konto { $email } speichert. Zeitpunkt: { $when }.

    perfil-data.json enthält alles, für Programme.
    Der Ordner csv enthält dasselbe, eine Tabelle für jede Art von Daten, für Tabellenprogramme.
    Ein Apostroph vor =, +, - oder @ verhindert, dass Tabellenprogramme einen Text für eine Formel halten; er gehört nicht zu den Daten.

    Passwörter und Geheimnisse der Anmeldung sind nicht enthalten: Sie sind in einer Form gespeichert, die niemand lesen kann.
    Auch Nachrichten, die von anderen Personen handeln, sind nicht enthalten.
