# What the pages say. Simple patterns only: the browser fills in { $name } by itself.

product-name = Perfil
skip-to-content = Zum Inhalt springen
loading = Wird geladen …
try-again = Erneut versuchen

## Titles of the window

title-user = Benutzerdaten · Perfil
title-password = Passwort · Perfil
title-two-step = Zweistufige Anmeldung · Perfil
title-email = E-Mail-Adresse · Perfil
title-phone = Telefonnummer · Perfil
title-region = Sprache und Region · Perfil
title-notifications = Benachrichtigungen · Perfil
title-notification-history = Benachrichtigungsverlauf · Perfil
title-activity = Sicherheitsaktivität · Perfil
title-privacy = Ihre Daten · Perfil
title-organization = Organisationseinstellungen · Perfil
title-organization-settings = Einstellungen der Organisation · Perfil
title-changes = Änderungen · Perfil
title-keys = API-Schlüssel · Perfil
title-outbox = Postausgang · Perfil
title-sign-in = Anmelden · Perfil
title-second-step = Zweiter Schritt · Perfil
title-forgot-password = Passwort vergessen? · Perfil
title-reset-password = Neues Passwort wählen · Perfil
title-welcome = Passwort wählen · Perfil
title-join = Einladung annehmen · Perfil
title-confirm-email = Neue E-Mail-Adresse bestätigen · Perfil
title-undo = Änderung rückgängig machen · Perfil
title-unsubscribe = E-Mails abbestellen · Perfil
title-not-found = Seite nicht gefunden · Perfil

## The drop-down

menu-open = Kontomenü
menu-label = Einstellungen
menu-user = Meine Einstellungen
menu-organization = Organisationseinstellungen
menu-sign-out = Abmelden

## The list of sections

sections-label = Meine Einstellungen
section-user = Benutzerdaten
section-password = Passwort
section-two-step = Zweistufige Anmeldung
section-email = E-Mail-Adresse
section-phone = Telefonnummer
section-region = Sprache und Region
section-notifications = Benachrichtigungen
section-activity = Sicherheitsaktivität
section-privacy = Ihre Daten

## The demo

demo-label = Demo
demo-note = Dies ist eine Demo. E-Mails und SMS werden nicht versendet, sondern erscheinen im
demo-link = Postausgang

## Roles

role-owner = Inhaber
role-admin = Administrator
role-billing = Abrechnung
role-member = Mitglied

## Signing in

sign-in-title = Bei Perfil anmelden
sign-in-lead = Verwalten Sie Ihr Passwort, Ihre Telefonnummer und mehr.
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-remember = Angemeldet bleiben
sign-in-button = Anmelden
sign-in-passkey = Mit Passkey anmelden
sign-in-forgotten = Passwort vergessen?
sign-in-again = Erneut anmelden
sign-in-in-new-tab = In neuem Tab erneut anmelden

## The second step of signing in

second-step-title = Bestätigen Sie, dass Sie es sind
second-step-lead = Ihr Passwort war richtig. Noch ein Schritt, und Sie sind angemeldet.
second-step-passkey = Passkey verwenden
second-step-script = Passkeys benötigen JavaScript, das in diesem Browser ausgeschaltet ist. Verwenden Sie stattdessen einen Wiederherstellungscode.
second-step-recovery-title = Wiederherstellungscode verwenden
second-step-recovery-code = Wiederherstellungscode
second-step-recovery-hint = Sechzehn Buchstaben und Ziffern. Großschreibung und Bindestriche spielen keine Rolle.
second-step-again = Von vorn beginnen

## Forgot your password?

forgot-password-title = Passwort vergessen?
forgot-password-lead = Nennen Sie uns die Adresse Ihres Kontos. Wir senden einen Link dorthin, über den Sie ein neues Passwort wählen.
forgot-password-button = Link senden
forgot-password-no-mail = Nach einigen Minuten noch keine E-Mail?
forgot-password-spam = Sehen Sie im Spam-Ordner nach.
forgot-password-address = Prüfen Sie, ob Sie sich mit dieser Adresse anmelden.
forgot-password-owner = Wenn Sie dieses Postfach nicht mehr lesen können, wenden Sie sich an den Inhaber Ihrer Organisation.
forgot-password-back = Zurück zur Anmeldung
done-forgot-password = Wenn es ein Konto mit dieser Adresse gibt, ist eine E-Mail mit einem Link unterwegs. Der Link gilt eine Stunde lang.

## Behind the links of mails and text messages

confirm-email-title = Neue E-Mail-Adresse bestätigen
confirm-email-lead = Mit der Schaltfläche wird die neue Adresse zur Adresse Ihres Kontos.
confirm-email-new = Neue Adresse
confirm-email-old = Bisher
confirm-email-hint = Danach melden Sie sich mit der neuen Adresse an. Die alte wird benachrichtigt und kann die Änderung sieben Tage lang rückgängig machen.
confirm-email-button = Diese Adresse bestätigen
done-confirm-email = Ihre E-Mail-Adresse wurde geändert. Ab jetzt melden Sie sich mit der neuen an.
undo-title = Änderung rückgängig machen
undo-lead = Wenn jemand anderes diese Änderung vorgenommen hat, machen Sie sie rückgängig.
undo-back = Gilt wieder
undo-away = Wird entfernt
undo-account = Konto, das bestehen bleibt
undo-hint = Alle Geräte werden abgemeldet, und 24 Stunden lang können weder Adresse noch Telefonnummer geändert werden.
undo-button = Änderung rückgängig machen
done-undo-email = Ihre frühere E-Mail-Adresse gilt wieder. Alle Geräte wurden abgemeldet.
done-undo-email-again = Ihre frühere E-Mail-Adresse gilt wieder, und die 24 Stunden, in denen nichts geändert werden kann, beginnen von Neuem. Alle Geräte wurden abgemeldet.
done-undo-phone = Ihre frühere Telefonnummer gilt wieder. Alle Geräte wurden abgemeldet.
done-undo-phone-again = Ihre frühere Telefonnummer gilt wieder, und die 24 Stunden, in denen nichts geändert werden kann, beginnen von Neuem. Alle Geräte wurden abgemeldet.
done-undo-deletion = Ihr Konto bleibt bestehen. Alle Geräte wurden abgemeldet.
reset-password-title = Neues Passwort wählen
reset-password-lead = Danach werden alle Ihre Geräte abgemeldet, und Sie melden sich mit dem neuen Passwort an.
done-reset-password = Ihr Passwort wurde geändert. Melden Sie sich mit dem neuen an.
welcome-title = Wählen Sie Ihr Passwort
welcome-lead = Bei { $organization } wurde ein Konto für Sie angelegt. Wählen Sie ein Passwort: Damit und mit { $email } melden Sie sich dann an.
welcome-button = Passwort wählen
done-welcome = Ihr Passwort ist festgelegt. Melden Sie sich damit an.
join-title = Einladung annehmen
join-lead = { $inviter } lädt Sie zu { $organization } ein. Wählen Sie einen Namen und ein Passwort, dann ist Ihr Konto fertig.
join-role = Ihre Rolle
join-email-hint = Mit dieser Adresse melden Sie sich an.
join-button = Konto anlegen
done-join = Ihr Konto ist fertig. Melden Sie sich mit Ihrem Passwort an.
unsubscribe-title = E-Mails abbestellen
unsubscribe-lead = Mit der Schaltfläche bestellen Sie E-Mails zu diesem Thema ab.
unsubscribe-topic = Thema
unsubscribe-email = Adresse
unsubscribe-hint = SMS bleiben, wie Sie sie gewählt haben, und Meldungen zur Sicherheit Ihres Kontos kommen weiterhin. Sie können die E-Mails jederzeit wieder einschalten.
unsubscribe-button = Abbestellen
done-unsubscribe = Erledigt: Zu diesem Thema kommen keine E-Mails mehr.
link-advice-confirm-email = Um Ihre Adresse zu ändern, fordern Sie in Ihren Einstellungen einen neuen Link an.
link-advice-undone = Wenn jemand anderes die Änderung vorgenommen hat, kennt er Ihr Passwort: Wählen Sie jetzt ein neues.
link-advice-undo = Wenn jemand anderes Ihr Konto verändert hat, wählen Sie ein neues Passwort und sehen Sie dann Ihre Einstellungen durch. Wenn Sie sich nicht mehr anmelden können, wenden Sie sich an den Inhaber Ihrer Organisation.
link-advice-reset-password = Fordern Sie einen neuen Link an. Nur der neueste gilt.
link-advice-welcome = Wenn Sie schon ein Passwort gewählt haben, melden Sie sich an. Wenn nicht, lassen Sie sich einen Link schicken, um eines zu wählen.
link-advice-join = Wenn Sie die Einladung schon angenommen haben, melden Sie sich an. Wenn nicht, bitten Sie die einladende Person, sie erneut zu senden.
link-advice-unsubscribe = Worüber Sie benachrichtigt werden, können Sie auch in Ihren Einstellungen wählen.
link-to-email = Zur E-Mail-Adresse
link-to-notifications = Zu den Benachrichtigungen
link-to-new-password = Neues Passwort wählen

## User info

user-title = Benutzerdaten
user-lead = Wer Sie in Ihrer Organisation sind und wie Sie zu erreichen sind.
user-name-title = Ihr Name
user-name = Anzeigename
user-name-hint = Diesen Namen sehen die anderen Mitglieder Ihrer Organisation.
user-name-button = Namen speichern
user-role-title = Organisation und Rolle
user-role = Rolle
user-role-note = Rollen kann nur der Inhaber Ihrer Organisation ändern.
user-role-note-owner = Als Inhaber legen Sie die Rollen in den Organisationseinstellungen fest.
user-organization = Organisation
user-contact-title = Kontaktdaten
user-email = E-Mail-Adresse
user-email-note = Mit dieser Adresse melden Sie sich an. Auch Sicherheitsmeldungen gehen dorthin.
user-email-change = E-Mail-Adresse ändern
user-phone = Telefon
user-phone-add = Telefonnummer hinzufügen
user-phone-change = Telefonnummer verwalten
done-rename = Ihr Anzeigename wurde gespeichert.

## Asking the Owner for another role

role-request-title = Um eine andere Rolle bitten
role-request-reason = Begründung
role-request-reason-hint = Höchstens 500 Zeichen. Der Inhaber Ihrer Organisation liest sie.
role-request-button = Anfrage senden
role-request-waits = Sie haben um die Rolle „{ $role }“ gebeten. Sobald der Inhaber entschieden hat, erhalten Sie eine E-Mail.
role-request-withdraw = Anfrage zurückziehen
role-requests-title = Anfragen nach Rollen
role-requests-decide = Mitglieder, die um eine andere Rolle bitten. Ihre Entscheidung erfahren sie per E-Mail.
role-request-change = { $wants } statt { $is }
role-request-grant = Annehmen
role-request-decline = Ablehnen
done-ask-role = Ihre Anfrage wurde gesendet.
done-withdraw-role-request = Ihre Anfrage wurde zurückgezogen.
done-grant-role = Das Mitglied hat jetzt die Rolle und erfährt es per E-Mail.
done-decline-role = Die Anfrage wurde abgelehnt. Das Mitglied erfährt es per E-Mail.

## Password

password-title = Passwort
password-lead = Wählen Sie ein Passwort, das Sie nirgendwo sonst verwenden.
password-card-title = Passwort ändern
password-card-lead = Danach werden alle Ihre anderen Geräte abgemeldet. Auf diesem Gerät bleiben Sie angemeldet.
password-current = Aktuelles Passwort
password-new = Neues Passwort
password-new-hint = Mindestens { $min } Zeichen. Gut ist ein Satz aus mehreren Wörtern: leicht zu merken, schwer zu erraten. Bestimmte Arten von Zeichen sind nicht vorgeschrieben.
password-repeat = Passwort wiederholen
password-button = Passwort ändern
password-show = Anzeigen: { $field }
password-hide = Verbergen: { $field }
done-change-password = Ihr Passwort wurde geändert, und alle Ihre anderen Geräte wurden abgemeldet.

## Two-step sign-in

two-step-title = Zweistufige Anmeldung
two-step-lead = Wer Ihr Passwort erfährt, kann sich trotzdem nicht anmelden: Ihr Telefon, Ihr Computer oder Ihr Sicherheitsschlüssel gehört dazu.
two-step-on = Eingeschaltet
two-step-off = Ausgeschaltet
two-step-factors-title = Authenticator-App und Passkeys
two-step-factors-empty = Sie haben noch keines von beiden. Fügen Sie unten eines hinzu.
two-step-kind-app = Authenticator-App
two-step-kind-passkey = Passkey
two-step-added = Hinzugefügt: { $when }
two-step-never-used = Noch nie benutzt
two-step-remove-title = Entfernen …
two-step-remove-lead = Sie können sich dann nicht mehr damit anmelden. Geben Sie zur Bestätigung Ihr Passwort ein.
two-step-remove-last = Danach ist nichts mehr übrig: Die zweistufige Anmeldung wird ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr. Geben Sie zur Bestätigung Ihr Passwort ein.
two-step-remove-button = Entfernen
two-step-name = Name
two-step-app-title = Authenticator-App hinzufügen
two-step-app-lead = Eine App auf Ihrem Telefon zeigt jede halbe Minute einen neuen Code aus sechs Ziffern. Sie geben ihn nach Ihrem Passwort ein.
two-step-app-name = Authenticator-App
two-step-pending-title = Authenticator-App verbinden
two-step-pending-lead = Scannen Sie das Bild mit der App und geben Sie dann den Code ein, den sie anzeigt.
two-step-pending-qr = QR-Code für die Authenticator-App
two-step-pending-key = Wenn Sie es nicht scannen können, geben Sie diesen Schlüssel in die App ein:
two-step-pending-open = In der App auf diesem Gerät öffnen
two-step-pending-expired = Die Zeit ist abgelaufen. Brechen Sie ab und beginnen Sie von vorn.
two-step-code = Code aus der Authenticator-App
two-step-confirm-button = Bestätigen
two-step-cancel-button = Abbrechen
two-step-passkey-title = Passkey hinzufügen
two-step-passkey-lead = Melden Sie sich mit Fingerabdruck, Gesicht oder PIN Ihres Geräts an, oder mit einem Sicherheitsschlüssel. Ein Passwort brauchen Sie dann nicht.
two-step-passkey-script = Passkeys benötigen JavaScript, das in diesem Browser ausgeschaltet ist.
two-step-passkey-unknown = Dieser Browser kann keine Passkeys verwenden. Versuchen Sie es mit einem neueren, oder fügen Sie eine Authenticator-App hinzu.
passkey-closed = Abgebrochen. Sie können es jederzeit erneut versuchen.
new-codes-title = Ihre Wiederherstellungscodes
new-codes-lead = Diese Codes werden nur jetzt angezeigt. Bewahren Sie sie so auf, dass Sie sie auch ohne dieses Gerät finden.
new-codes-copy = Kopieren
new-codes-copied = Kopiert
new-codes-not-copied = Das Kopieren hat nicht geklappt. Laden Sie die Codes herunter, oder markieren Sie sie von Hand.
new-codes-download = Herunterladen
recovery-title = Wiederherstellungscodes
recovery-lead = Wenn Sie App oder Passkey nicht zur Hand haben, können Sie sich mit einem dieser Codes anmelden. Jeder gilt einmal.
recovery-left = Verbleibende Codes: { $count }
recovery-few = Ihre Codes gehen zur Neige. Erstellen Sie neue.
recovery-make-title = Neue Codes erstellen …
recovery-make-lead = Die bisherigen Codes gelten dann nicht mehr. Geben Sie zur Bestätigung Ihr Passwort ein.
recovery-make-button = Neue Codes erstellen
done-add-app = Fast fertig: Die App wird hinzugefügt, sobald Sie ihren Code eingegeben haben.
done-confirm-app = Die Authenticator-App wurde hinzugefügt.
done-cancel-app = Es wurde keine Authenticator-App hinzugefügt.
done-remove-factor = Erfolgreich entfernt. Eine Anmeldung damit ist nicht mehr möglich.
done-add-passkey = Der Passkey wurde hinzugefügt.
done-recovery-codes-first = Die zweistufige Anmeldung ist eingeschaltet. Wenn Sie App oder Passkey nicht zur Hand haben, melden Sie sich mit einem dieser Codes an. Jeder gilt einmal.
done-recovery-codes-new = Sie haben neue Codes. Die bisherigen gelten nicht mehr.

## Email

email-title = E-Mail-Adresse
email-lead = Mit dieser Adresse melden Sie sich an, und Nachrichten zu Ihrem Konto gehen dorthin.
email-current-title = Aktuelle Adresse
email-change-button = E-Mail-Adresse ändern
email-change-lead = Wir senden einen Link an die neue Adresse. Bis Sie ihn geöffnet und seine Schaltfläche betätigt haben, ändert sich nichts.
email-new = Neue E-Mail-Adresse
email-dependents = Sobald sie bestätigt ist, dient die neue Adresse für:
email-pending-title = Neue Adresse bestätigen
email-pending-lead = Wir haben eine E-Mail mit einem Link gesendet an
email-pending-hint = Öffnen Sie den Link auf einem beliebigen Gerät und betätigen Sie die Schaltfläche. Bis dahin melden Sie sich mit Ihrer aktuellen Adresse an. Wenn keine E-Mail ankommt, sehen Sie im Spam-Ordner nach.
email-expired = Dieser Link ist abgelaufen. Brechen Sie die Änderung ab und beginnen Sie von vorn.
email-resend-button = Link erneut senden
email-wrong-address = Falsche Adresse?
done-change-email = Eine E-Mail mit einem Link ist zu Ihrer neuen Adresse unterwegs.
done-resend-email-link = Der Link wurde erneut gesendet. Der vorige gilt nicht mehr.
done-cancel-email-change = Die Änderung wurde abgebrochen. Ihre E-Mail-Adresse bleibt, wie sie war.

## Email and phone number

contact-password = Passwort
dependent-sign-in = Anmeldung
dependent-password-reset = Links zum Wählen eines neuen Passworts
dependent-security-notices = Sicherheitsmeldungen
dependent-notifications = Benachrichtigungen
pending-changes-title = Wartende Änderungen
pending-email = Neue E-Mail-Adresse
pending-email-go-on = Zur E-Mail-Adresse
pending-phone = Neue Telefonnummer
pending-phone-go-on = Code eingeben
pending-time-left = Verbleibende Zeit:
pending-resend-in = Möglich in
pending-resends-left = Noch mögliche Zusendungen: { $count }
pending-cancel = Änderung abbrechen
time-left = { $hours } Std. { $minutes } Min.
frozen-title = Vorerst keine Änderungen
frozen-lead = Eine Änderung Ihrer E-Mail-Adresse oder Telefonnummer wurde rückgängig gemacht. Vorsichtshalber bleiben beide eine Zeit lang, wie sie sind.
frozen-time-left = Wieder änderbar in

## Phone number

phone-title = Telefonnummer
phone-lead = An diese Nummer gehen SMS zu Ihrem Konto.
phone-current-title = Aktuelle Nummer
phone-verified = Bestätigt
phone-absent = Keine Telefonnummer
phone-absent-lead = Sie haben noch keine Telefonnummer. Fügen Sie unten eine hinzu.
phone-remove-title = Telefonnummer entfernen …
phone-remove-lead = Sie erhalten dann keine SMS mehr. Geben Sie zur Bestätigung Ihr Passwort ein.
phone-remove-button = Telefonnummer entfernen
phone-change-lead = Wir senden per SMS einen Code an die neue Nummer. Bis Sie ihn eingegeben haben, ändert sich nichts.
phone-country = Ländervorwahl
phone-country-none = Kein passendes Land. Versuchen Sie es mit dem Namen oder der Vorwahl.
phone-number = Telefon
phone-number-hint = Schreiben Sie die Nummer, wie Sie möchten. Beim Verlassen des Felds wird sie einheitlich dargestellt.
phone-change-button = Telefonnummer ändern
phone-add-button = Telefonnummer hinzufügen
phone-dependents = Sobald Sie den Code eingegeben haben, dient die neue Nummer für:
phone-pending-title = Code eingeben
phone-pending-lead = Wir haben eine SMS mit einem Code gesendet an
phone-code = Code aus der SMS
phone-code-hint = Sechs Ziffern
phone-expired = Dieser Code ist abgelaufen. Brechen Sie ab und beginnen Sie von vorn.
phone-attempts-left = Verbleibende Versuche: { $count }
phone-elsewhere = Diese Änderung wurde auf einem anderen Gerät begonnen. Um sie hier abzuschließen, geben Sie auch Ihr Passwort ein.
phone-validate-button = Code bestätigen
phone-resend-button = Code erneut senden
phone-wrong-number = Falsche Nummer?
done-change-phone = Eine SMS mit einem Code ist auf dem Weg zu Ihrer neuen Nummer.
done-resend-phone-code = Der Code wurde erneut gesendet.
done-cancel-phone-change = Die Änderung wurde abgebrochen. Ihre Telefonnummer bleibt, wie sie war.
done-validate-phone = Ihre Telefonnummer wurde geändert.
done-remove-phone = Ihre Telefonnummer wurde entfernt. Benachrichtigungen per SMS kommen ab jetzt per E-Mail.

## Security activity

activity-title = Sicherheitsaktivität
activity-lead = Wo Sie angemeldet sind und was in Ihrem Konto geschehen ist.
activity-sessions-title = Wo Sie angemeldet sind
activity-sessions-lead = Melden Sie jedes Gerät ab, das Sie nicht kennen oder nicht mehr benutzen. War eines nicht Ihres, ändern Sie auch Ihr Passwort.
activity-this-device = Dieses Gerät
activity-app = Perfil-App
activity-browser-on-system = { $browser } auf { $system }
activity-unknown-device = Unbekanntes Gerät
activity-last-seen = Zuletzt benutzt: { $when }
activity-signed-in = Angemeldet: { $when }
activity-network = Netzwerk: { $network }
activity-sign-out = Abmelden
activity-sign-out-others = Alle anderen Geräte abmelden
activity-no-others = Sie sind auf keinem anderen Gerät angemeldet.
activity-sessions-more = Nicht gezeigte Geräte: { $count }
activity-events-title = Was geschehen ist
activity-events-lead = Ereignisse werden { $days } Tage aufbewahrt. Alle Zeitangaben beziehen sich auf die Zeitzone { $zone }.
activity-filter = Anzeigen
activity-filter-all = Alle
activity-filter-sign-ins = Anmeldungen
activity-filter-failures = Fehlversuche
activity-filter-changes = Änderungen
activity-empty = Keine Ereignisse dieser Art.
activity-newest = Neueste anzeigen
activity-older = Ältere anzeigen
activity-operator = Durch Ihre Organisation oder den Betreiber dieses Dienstes
done-revoke-session = Das Gerät wurde abgemeldet.
done-revoke-other-sessions = Alle Ihre anderen Geräte wurden abgemeldet.

## Your data

privacy-title = Ihre Daten
privacy-lead = Sehen Sie, was Perfil über Sie speichert, oder löschen Sie Ihr Konto.
export-title = Ihre Daten herunterladen
export-lead = Eine ZIP-Datei mit allem, was Perfil über Sie speichert: eine Datei für Programme und eine Tabelle für jede Art von Daten. Geben Sie zur Bestätigung Ihr Passwort ein.
export-button = Meine Daten herunterladen
deletion-title = Konto löschen
deletion-lead = Ihr Konto wird 14 Tage nach Ihrem Antrag gelöscht, mit allem, was Perfil über Sie speichert. Bis dahin können Sie es sich anders überlegen.
deletion-open = Konto löschen …
deletion-confirm = Einladungen, die Sie verschickt haben und die noch offen sind, werden ebenfalls gelöscht. Geben Sie zur Bestätigung Ihr Passwort ein.
deletion-button = Mein Konto löschen
deletion-waits = Ihr Konto wird am { $on } gelöscht.
deletion-waits-hint = Bis dahin funktioniert alles wie bisher. Danach lässt sich nichts wiederherstellen.
deletion-keep-button = Mein Konto behalten
deletion-bar-link = Konto behalten
deletion-hand-over = Zu den Organisationseinstellungen
done-delete-account = Ihr Konto ist zur Löschung vorgemerkt. Eine E-Mail mit einem Link, um es zu behalten, ist unterwegs.
done-keep-account = Ihr Konto bleibt bestehen. Es wird nichts gelöscht.

## What happened, in the list

event-signed-in = Angemeldet
event-sign-in-failed = Eine Anmeldung ist fehlgeschlagen: Das Passwort war falsch
event-sign-in-shut = Neue Geräte wurden nach zu vielen falschen Passwörtern abgewiesen
event-signed-out = Abgemeldet
event-everyone-signed-out = Zusammen mit allen in der Organisation abgemeldet
event-session-revoked = Andere Geräte wurden abgemeldet
event-password-changed = Das Passwort wurde geändert
event-password-reset-requested = Ein Link für ein neues Passwort wurde angefordert
event-password-reset = Das Passwort wurde zurückgesetzt
event-password-refused = Eine Änderung wurde abgelehnt: Das Passwort war falsch
event-name-changed = Der Anzeigename wurde geändert
event-invited = Eine Einladung, ein Passwort zu wählen, wurde gesendet
event-invitation-accepted = Das erste Passwort wurde gewählt
event-role-changed = Die Rolle wurde geändert
event-deactivated = Das Konto wurde deaktiviert
event-reactivated = Das Konto wurde wieder aktiviert
event-factor-added = Eine Authenticator-App oder ein Passkey wurde hinzugefügt
event-factor-removed = Eine Authenticator-App oder ein Passkey wurde entfernt
event-recovery-codes-made = Neue Wiederherstellungscodes wurden erstellt
event-recovery-code-used = Mit einem Wiederherstellungscode angemeldet
event-second-step-failed = Eine Anmeldung ist fehlgeschlagen: Der zweite Schritt war falsch
event-region-changed = Sprache, Land oder Zeitzone wurde geändert
event-notifications-changed = Die Benachrichtigungen wurden geändert
event-unsubscribed = E-Mails wurden über einen Link darin abbestellt
event-phone-change-requested = Ein Code wurde an eine neue Telefonnummer gesendet
event-phone-change-cancelled = Eine Änderung der Telefonnummer wurde abgebrochen
event-phone-code-refused = Für eine neue Telefonnummer wurde ein falscher Code eingegeben
event-phone-changed = Die Telefonnummer wurde geändert
event-phone-removed = Die Telefonnummer wurde entfernt
event-phone-restored = Die vorherige Telefonnummer wurde wiederhergestellt
event-email-change-requested = Ein Link wurde an eine neue E-Mail-Adresse gesendet
event-email-change-cancelled = Eine Änderung der E-Mail-Adresse wurde abgebrochen
event-email-change-failed = Die E-Mail-Adresse konnte nicht geändert werden
event-email-changed = Die E-Mail-Adresse wurde geändert
event-email-restored = Die vorherige E-Mail-Adresse wurde wiederhergestellt
event-data-exported = Ihre Daten wurden heruntergeladen
event-deletion-requested = Die Löschung des Kontos wurde beantragt
event-deletion-cancelled = Das Konto wird doch nicht gelöscht

## Language and region

region-title = Sprache und Region
region-lead = In welcher Sprache Perfil mit Ihnen spricht und wie Datumsangaben, Zahlen und Beträge geschrieben werden.
region-card-title = Ihre Auswahl
region-card-lead = Seiten, E-Mails und SMS richten sich sofort danach.
region-language = Sprache
region-country = Land (regionale Einstellungen)
region-country-none = Kein passendes Land. Versuchen Sie es mit einer anderen Schreibweise.
region-time-zone = Zeitzone
region-time-zone-none = Keine passende Zeitzone. Versuchen Sie es mit einer großen Stadt in der Nähe oder einem Abstand wie UTC+02:00.
region-zone-detail = { $offset }, { $time }
region-detected = Erkannt: { $name }
region-detected-none = Nicht erkannt
region-preview = So sieht es aus
region-preview-date = Datum
region-preview-time = Uhrzeit
region-preview-number = Zahl
region-preview-amount = Betrag
region-button = Speichern
region-offer-label = Zeitzone
region-offer = Ihr Gerät ist in { $city }, Ihr Konto in { $current_city }.
region-offer-switch = Zu { $city } wechseln
region-offer-keep = { $current_city } beibehalten
region-languages = Sprache dieser Seite
done-change-region = Sprache und Region wurden gespeichert.
done-switch-zone = Ihre Zeitzone wurde geändert.
done-keep-zone = Ihre Zeitzone bleibt, wie sie war.

## Notifications

notifications-title = Benachrichtigungen
notifications-lead = Worüber Sie benachrichtigt werden und auf welchem Weg: per E-Mail, per SMS, beides oder gar nicht.
notifications-button = Speichern
channel-email = E-Mail
channel-sms = SMS
channels-topic = Thema
channels-no-phone = Für SMS brauchen Sie eine bestätigte Telefonnummer.
topic-contact-imports = Kontaktimporte
topic-contact-imports-hint = Wenn einer Ihrer Importe abgeschlossen oder fehlgeschlagen ist
topic-payments = Zahlungen
topic-payments-hint = Wenn eine Zahlung eingegangen oder fehlgeschlagen ist
topic-invoices = Rechnungen
topic-invoices-hint = Wenn es eine neue Rechnung gibt
topic-low-credit = Niedriges Guthaben
topic-low-credit-hint = Wenn das Guthaben unter das Mindestguthaben fällt
topic-role-requests = Anfragen nach Rollen
topic-role-requests-hint = Wenn ein Mitglied um eine andere Rolle bittet
contacts-title = Kontakte
contacts-lead = Wie Sie über Kontakte benachrichtigt werden, die Sie importieren.
imports-title = Letzte Importe
imports-empty = Es gibt keine Importe.
import-running = Läuft
import-completed = Abgeschlossen
import-failed = Fehlgeschlagen
import-progress = Fortschritt von „{ $import }“
import-done = Gelesen: { $done }
import-done-of = Gelesen: { $done } von { $total }
import-imported = Importiert: { $count }
import-rejected = Abgelehnt: { $count }
import-reasons = Warum Kontakte abgelehnt wurden
billing-title = Abrechnung
billing-lead = Wie Sie über Zahlungen, Rechnungen und das Guthaben Ihrer Organisation benachrichtigt werden.
billing-minimum = Mindestguthaben
billing-minimum-hint = Sie werden einmal gewarnt, wenn das Guthaben unter diesen Betrag fällt. Lassen Sie das Feld leer, um nicht gewarnt zu werden.
balance-title = Guthaben
balance-unknown = Das Guthaben ist noch nicht bekannt. Es erscheint hier, sobald die Plattform es meldet.
balance-below = Unter dem Mindestguthaben
balance-at = Stand: { $when }
balance-no-alert = Die Warnung bei niedrigem Guthaben ist ausgeschaltet.
alert-now-lead = Das Guthaben lag beim Speichern bereits unter Ihrem Mindestguthaben, deshalb wurde keine Warnung gesendet.
alert-now-button = Jetzt warnen
chart-balance = Guthaben
chart-minimum = Mindestguthaben: { $minimum }
trouble-email = Die letzte E-Mail an { $to } ist nicht angekommen ({ $when }).
trouble-sms = Die letzte SMS an { $to } ist nicht angekommen ({ $when }).
quiet-title = Ruhezeit für SMS
quiet-lead = SMS über Importe, eingegangene Zahlungen, Rechnungen und anderes, was warten kann, kommen erst nach der Ruhezeit. Fehlgeschlagene Zahlungen, niedriges Guthaben und alles zur Sicherheit Ihres Kontos erfahren Sie sofort. E-Mails kommen jederzeit.
quiet-lead-contacts = SMS über Importe warten, bis die Ruhezeit vorbei ist. Codes und alles zur Sicherheit Ihres Kontos kommen sofort. E-Mails kommen jederzeit.
quiet-on = Täglich von { $from } bis { $until } in der Zeitzone { $zone }.
quiet-off = Die Ruhezeit ist ausgeschaltet. Zeiten gelten hier in der Zeitzone { $zone }.
quiet-from = Von
quiet-until = Bis
quiet-hint = Lassen Sie beide Felder leer, wenn Sie keine Ruhezeit möchten.
test-title = Zustellung
test-lead = Senden Sie sich eine Testnachricht, um zu sehen, ob Nachrichten ankommen.
test-button = Test senden
delivery-waiting = Unterwegs
delivery-put-off = Wartet
delivery-sent = Gesendet
delivery-delivered = Zugestellt
delivery-failed = Nicht zugestellt
delivery-unknown = Unklar
delivery-not-sent = Nicht gesendet
history-link = Alle Benachrichtigungen anzeigen
history-title = Benachrichtigungsverlauf
history-back = Zurück zu den Benachrichtigungen
history-card-title = Was Ihnen mitgeteilt wurde
history-lead = Nachrichten werden { $days } Tage lang aufgeführt. Alle Zeitangaben beziehen sich auf die Zeitzone { $zone }.
history-empty = Es gibt noch keine Nachrichten.
done-contact-notifications = Ihre Auswahl wurde gespeichert.
done-billing-notifications = Ihre Auswahl wurde gespeichert.
done-organization-notifications = Ihre Auswahl wurde gespeichert.
role-requests-lead = Wie Sie benachrichtigt werden, wenn Mitglieder Sie um etwas bitten.
done-alert-now = Eine Warnung ist zu Ihnen unterwegs.
done-quiet-hours = Ihre Ruhezeit wurde gespeichert.
done-send-test = Eine Testnachricht ist zu Ihnen unterwegs.

## What a message told, in the list

notice-import-completed = Import „{ $import }“ ist abgeschlossen. Importierte Kontakte: { $imported }
notice-import-completed-with-rejects = Import „{ $import }“ ist abgeschlossen. Importierte Kontakte: { $imported }, abgelehnte: { $rejected }
notice-import-failed = Import „{ $import }“ ist fehlgeschlagen: { $reason }
notice-payment-succeeded = Zahlung { $payment } über { $amount } eingegangen
notice-payment-failed = Zahlung { $payment } über { $amount } fehlgeschlagen: { $reason }
notice-payment-failed-no-reason = Zahlung { $payment } über { $amount } fehlgeschlagen
notice-invoice-issued = Rechnung { $invoice } über { $amount }, fällig am { $due }
notice-invoice-issued-no-due = Rechnung { $invoice } über { $amount }
notice-credit-low = Niedriges Guthaben: noch { $balance }, Mindestguthaben { $minimum }
notice-role-asked = { $asker } bittet um die Rolle „{ $role }“
notice-test = Testnachricht

## Why a message was not sent or did not arrive

why-email-off = E-Mails zu diesem Thema waren ausgeschaltet.
why-sms-off = SMS zu diesem Thema waren ausgeschaltet.
why-no-phone = Es gab keine bestätigte Telefonnummer.
why-other-phone = Ihre Telefonnummer wurde geändert oder entfernt, bevor die Nachricht gesendet werden konnte.
why-quiet-hours = Wartet auf das Ende Ihrer Ruhezeit: { $when }.
why-no-permission = Ihre Rolle erlaubte es nicht.
why-undeliverable = Die Nachricht wurde unterwegs abgewiesen. Prüfen Sie, ob Adresse oder Nummer stimmt.
why-given-up = Das Senden ist zu oft fehlgeschlagen und wurde aufgegeben.
why-expired = Die Nachricht konnte nicht rechtzeitig gesendet werden.
why-unknown = Die Verbindung ist beim Senden abgebrochen. Ob die Nachricht angekommen ist, weiß niemand.

## Organization Settings

organization-title = Organisationseinstellungen
organization-tabs = Seiten der Organisationseinstellungen
organization-tab-members = Mitglieder
organization-members = Mitglieder und Rollen
organization-members-lead = Alle Mitglieder Ihrer Organisation. Alle Zeitangaben beziehen sich auf die Zeitzone { $zone }.
organization-search = Nach Name oder Adresse suchen
organization-search-button = Suchen
organization-everybody = Alle anzeigen
organization-shown = Angezeigte Mitglieder: { $count }
organization-found = Treffer für „{ $search }“: { $count }
organization-nobody = Niemand gefunden. Prüfen Sie die Schreibweise oder lassen Sie alle anzeigen.
organization-role = Rolle
organization-last-seen = Zuletzt hier: { $when }
organization-phone-verified = Telefonnummer bestätigt
organization-phone-none = Keine Telefonnummer
organization-you = Sie
organization-deactivated = Deaktiviert
organization-not-signed-in = Noch nicht angemeldet
organization-more = Weitere anzeigen
organization-manage = Verwalten
organization-role-button = Rolle ändern
organization-role-yourself = Das ist Ihre eigene Rolle. Sobald Sie eine andere haben, können Sie keine Rollen mehr ändern.
organization-deactivate-title = Deaktivieren …
organization-deactivate-lead = Alle Geräte dieses Mitglieds werden sofort abgemeldet, und eine Anmeldung ist nicht mehr möglich. Die Einstellungen bleiben erhalten, und Sie können das Konto jederzeit wieder aktivieren.
organization-deactivate-button = Deaktivieren
organization-reactivate-lead = Dieses Konto ist deaktiviert: Eine Anmeldung ist nicht möglich.
organization-reactivate-button = Wieder aktivieren
done-set-role = Die Rolle wurde geändert.
done-deactivate-member = Das Konto wurde deaktiviert, und alle seine Geräte wurden abgemeldet.
done-reactivate-member = Das Konto ist wieder aktiv.
invite-title = Personen einladen
invite-lead = Die Einladung wird per E-Mail verschickt. Ihr Link gilt 7 Tage.
invite-email = E-Mail-Adresse
invite-button = Einladung senden
done-invite = Die Einladung ist unterwegs.
invitations-title = Noch nicht angenommene Einladungen
invitations-empty = Keine Einladung wartet auf eine Antwort.
invitation-by = Eingeladen von: { $name }
invitation-until = Gültig bis: { $when }
invitation-expired = Abgelaufen am: { $when }
invitation-expired-badge = Abgelaufen
invitation-again = Erneut senden
invitation-revoke = Widerrufen
done-resend-invitation = Die Einladung wurde erneut gesendet. Der vorige Link gilt nicht mehr.
done-revoke-invitation = Die Einladung wurde widerrufen. Ihr Link gilt nicht mehr.
roles-title = Was jede Rolle darf
roles-lead = Jedes Mitglied verwaltet seine eigenen Einstellungen. Was darüber hinaus möglich ist, hängt von der Rolle ab.
roles-permission = Berechtigung
permission-billing = Zahlungen, Rechnungen und Guthaben einsehen
permission-view-organization = Mitglieder und Einladungen einsehen
permission-invite = Personen einladen
permission-edit-roles = Rollen ändern, Mitglieder deaktivieren
permission-edit-organization = Einstellungen der Organisation ändern, alle abmelden
permission-manage-keys = API-Schlüssel verwalten
permission-yes = Ja
permission-no = Nein
permission-only-as = nur als { $role }
reach-lead = Darüber würde derzeit niemand in Ihrer Organisation benachrichtigt:
reach-advice = Jemand mit der Rolle Inhaber oder Abrechnung braucht dafür einen Weg, der eingeschaltet ist und funktioniert, bei niedrigem Guthaben auch ein Mindestguthaben. Das wählt jede Person selbst unter:

## Die Organisation selbst

organization-settings-title = Einstellungen
organization-settings-lead = Was für Ihre Organisation als Ganzes gilt.
organization-general-title = Allgemein
organization-name = Name der Organisation
organization-currency = Währung
organization-currency-hint = Drei Buchstaben, zum Beispiel EUR.
organization-currency-stays = Die Währung kann nicht geändert werden, solange ein Guthaben oder ein Mindestguthaben in ihr gespeichert ist.
organization-defaults-title = Neue Mitglieder
organization-defaults-lead = Womit beginnt, wer von jetzt an hinzukommt. Alle können für sich etwas anderes wählen. Auch Einladungen sind in dieser Sprache geschrieben.
organization-default-none = Für jede Person erkannt
organization-security-title = Sicherheit
organization-password-min = Mindestlänge von Passwörtern
organization-password-min-hint = { $min } bis { $max } Zeichen, für jedes neue Passwort. Bleibt das Feld leer: { $min }, mit Zwei-Schritt-Anmeldung { $second }. Bisherige Passwörter bleiben gültig.
organization-sms-countries = Länder der Telefonnummern
organization-sms-countries-hint = Mitglieder können nur zu einer Nummer aus einem der angekreuzten Länder wechseln. Bereits bestätigte Nummern funktionieren weiter.
organization-sms-all = Alle Länder
organization-sms-some = Ausgewählte Länder: { $count }
organization-meanwhile = Inzwischen gespeichert: { $value }
organization-settings-button = Speichern
done-change-organization = Die Einstellungen der Organisation wurden gespeichert.
sign-everyone-out-title = Alle abmelden
sign-everyone-out-lead = Beendet sofort jede Sitzung in Ihrer Organisation außer dieser. Sonst wird nichts gelöscht. Niemand erhält eine E-Mail darüber; alle sehen es unter „Sicherheitsaktivität“.
sign-everyone-out-button = Alle abmelden
done-sign-everyone-out = Alle anderen wurden abgemeldet. Beendete Sitzungen: { $sessions }

## What was changed in the organization

changes-title = Änderungen
changes-card-title = Was geändert wurde
changes-card-lead = Änderungen werden aufbewahrt, solange es die Organisation gibt. Alle Zeitangaben beziehen sich auf die Zeitzone { $zone }.
changes-filter-roles = Rollen
changes-filter-members = Mitglieder
changes-filter-organization = Organisation
changes-empty = Keine Änderungen dieser Art.
changes-from-to = { $before } → { $after }
changes-by = Durch { $name }
changes-former-member = Ehemaliges Mitglied
changes-former-address = Nicht mehr gespeicherte Adresse
changes-download = Als CSV herunterladen
audit-by-platform = Durch die Plattform
audit-by-operator = Durch den Betreiber dieses Dienstes
audit-role-changed = Rolle geändert
audit-role-asked = Rolle angefragt
audit-role-withdrawn = Anfrage nach einer Rolle zurückgezogen
audit-role-granted = Anfrage nach einer Rolle genehmigt
audit-role-declined = Anfrage nach einer Rolle abgelehnt
audit-invited = Eingeladen
audit-invited-again = Einladung erneut gesendet
audit-invitation-revoked = Einladung widerrufen
audit-joined = Durch Einladung beigetreten
audit-member-created = Konto angelegt
audit-deactivated = Konto deaktiviert
audit-reactivated = Konto wieder aktiviert
audit-member-deleted = Konto gelöscht
audit-organization-renamed = Organisation umbenannt
audit-currency-changed = Währung geändert
audit-defaults-changed = Vorgaben für neue Mitglieder geändert
audit-sms-countries-changed = Länder der Telefonnummern geändert
audit-password-min-changed = Mindestlänge von Passwörtern geändert
audit-everyone-signed-out = Alle abgemeldet
audit-key-created = Schlüssel erstellt
audit-key-rotated = Schlüssel ersetzt
audit-key-revoked = Schlüssel widerrufen

## API-Schlüssel der Organisation

keys-title = API-Schlüssel
keys-lead = Mit einem Schlüssel melden Programme Ihrer Organisation Perfil, was geschieht, und fragen es ab. Ein Schlüssel gilt nur für diese Organisation.
keys-reference = Was Programme mit einem Schlüssel tun dürfen
keys-card-title = Schlüssel
keys-card-lead = Abgelaufene Schlüssel bleiben 90 Tage in der Liste. Alle Zeiten in der Zeitzone { $zone }.
keys-empty = Es gibt noch keinen Schlüssel. Erstellen Sie für jedes Programm, das mit Perfil spricht, einen eigenen; so lässt sich jeder für sich ersetzen.
key-made = Erstellt am { $when } von { $name }
key-never-used = Noch nie benutzt
key-until = Gilt bis: { $when }
key-ended = Abgelaufen: { $when }
key-ending = Wird ersetzt
key-replaced = Ersetzt
key-revoked = Widerrufen
scope-sessions = Fragen, wer angemeldet ist
scope-events = Importe, Zahlungen, Rechnungen und Guthaben melden
scope-provisioning = Mitglieder anlegen und ändern, auch ihre Rollen
scope-preferences = Fragen, wie Mitglieder benachrichtigt werden möchten
create-key-title = Schlüssel erstellen
create-key-lead = Alle Inhaber werden per E-Mail benachrichtigt.
create-key-name = Name
create-key-name-hint = Zum Beispiel das Programm, das ihn benutzen wird. Höchstens 60 Zeichen.
create-key-scopes = Was der Schlüssel darf
create-key-button = Schlüssel erstellen
rotate-key-title = Ersetzen…
rotate-key-lead = Sie erhalten einen neuen Schlüssel, der ebenso heißt und dasselbe darf. Alle Inhaber werden per E-Mail benachrichtigt.
rotate-key-overlap = Der bisherige Schlüssel gilt noch
rotate-key-button = Schlüssel ersetzen
overlap-none = gar nicht
overlap-hour = 1 Stunde
overlap-day = 24 Stunden
overlap-week = 7 Tage
revoke-key-title = Widerrufen…
revoke-key-lead = Programme, die diesen Schlüssel benutzen, werden sofort abgewiesen. Das lässt sich nicht rückgängig machen.
revoke-key-button = Schlüssel widerrufen
new-key-title = Ihr neuer Schlüssel
new-key-lead = Der Schlüssel wird nur jetzt angezeigt. Hinterlegen Sie ihn dort, wo ihn das Programm findet und sonst niemand.
new-key-not-copied = Das Kopieren hat nicht geklappt. Markieren Sie den Schlüssel von Hand.
done-create-key = Der Schlüssel wurde erstellt.
done-rotate-key = Der Schlüssel wurde ersetzt.
done-revoke-key = Der Schlüssel wurde widerrufen und gilt nicht mehr.

## Outbox

outbox-title = Postausgang
outbox-lead = Was Perfil versendet hätte, die neuesten Nachrichten zuerst.
outbox-refresh = Aktualisieren
outbox-empty = Hier ist noch nichts. Ändern Sie Ihr Passwort oder Ihre Telefonnummer, dann erscheinen hier die Nachrichten dazu.
outbox-email = E-Mail
outbox-sms = SMS
outbox-to = An
play-title = Plattform spielen
play-lead = In der Demo meldet keine Plattform, was geschieht. Diese Schaltflächen tun es, für Ihre Organisation; sehen Sie danach hier und unter „Benachrichtigungen“ nach, was ankommt.
play-import = Kontakte importieren
play-spend = 17,50 € ausgeben
play-top-up = 50 € aufladen
play-payment-failed = Zahlung scheitern lassen
play-invoice = Rechnung stellen
done-play = Die Plattform hat es gemeldet. Was daraus folgt, kommt in wenigen Sekunden an.

## Page not found

not-found-title = Seite nicht gefunden
not-found-lead = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder die Adresse enthält einen Tippfehler.
not-found-link = Zu Ihren Einstellungen
