# What can go wrong: one message for each id in crates/models/src/error. Each says what happened and what to do.

## Everywhere

error-signed-out = Sie sind nicht mehr angemeldet, deshalb wurde nichts geändert. Melden Sie sich erneut an und wiederholen Sie Ihre Änderung.
error-forbidden = Ihre Rolle erlaubt das nicht. Wenn Sie es benötigen, wenden Sie sich an den Inhaber Ihrer Organisation.
error-not-found = Das gibt es nicht oder nicht mehr. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.
error-bad-request = Die Seite und der Server haben einander nicht verstanden. Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-client-too-old = Diese App ist zu alt für den Server. Aktualisieren Sie sie und öffnen Sie sie dann erneut.
error-too-many = Zu viele Versuche. Versuchen Sie es in { $wait } min erneut.
error-unavailable = Der Server ist überlastet, und nichts wurde geändert. Versuchen Sie es in ein paar Sekunden erneut.
error-offline = Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
error-internal = Bei uns ist ein Fehler aufgetreten, und nichts wurde geändert. Versuchen Sie es noch einmal. Tritt der Fehler wieder auf, melden Sie ihn dem Betreiber dieses Dienstes.
error-stale = Diese Einstellungen wurden inzwischen an anderer Stelle gespeichert. Laden Sie die Seite neu und nehmen Sie Ihre Änderung dann noch einmal vor.

## Signing in

sign-in-wrong = E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.

## Two-step sign-in

factor-password-wrong = Das ist nicht Ihr Passwort. Prüfen Sie es und versuchen Sie es noch einmal.
factor-name-empty = Geben Sie einen Namen ein, zum Beispiel den des Geräts.
factor-name-too-long = Dieser Name ist zu lang. Verwenden Sie höchstens { $max } Zeichen.
factor-name-unprintable = Dieser Name enthält ein Zeichen, das nicht dargestellt werden kann, etwa einen Zeilenumbruch. Geben Sie ihn ohne dieses Zeichen ein.
factor-too-many = Sie haben bereits { $max } Authenticator-Apps und Passkeys, mehr sind nicht möglich. Entfernen Sie, was Sie nicht mehr benutzen, und versuchen Sie es dann noch einmal.
factor-not-pending = Diese App wartet nicht mehr auf ihren ersten Code: Sie wurde hinzugefügt, das Hinzufügen wurde abgebrochen, oder es hat zu lange gedauert. Beginnen Sie von vorn, wenn sie nicht in der Liste steht.
factor-code-wrong = Das ist nicht der Code, den die App jetzt anzeigt. Geben Sie den nächsten ein; wird auch er abgelehnt, prüfen Sie, ob die Uhr des Geräts richtig geht.
factor-password-too-short = Ohne zweiten Schritt muss Ihr Passwort mindestens { $min } Zeichen haben, und es hat weniger. Wählen Sie zuerst ein längeres Passwort und wiederholen Sie dann das Entfernen.
factor-gone = Das gibt es nicht mehr; vielleicht wurde es an anderer Stelle entfernt. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.
factor-none = Wiederherstellungscodes ersetzen eine Authenticator-App oder einen Passkey, und Sie haben keines von beiden. Fügen Sie zuerst eines davon hinzu.
passkey-expired = Die Zeit dafür ist abgelaufen, oder es wurde schon erledigt. Sehen Sie in der Liste nach und beginnen Sie von vorn, wenn der Passkey nicht darin steht.
passkey-refused = Der Passkey konnte nicht geprüft werden, deshalb wurde er nicht hinzugefügt. Versuchen Sie es noch einmal, oder verwenden Sie ein anderes Gerät oder einen anderen Browser.
passkey-taken = Dieser Passkey gehört bereits zu einem Konto. Verwenden Sie einen anderen.
passkey-unavailable = Passkeys können hier nicht verwendet werden, weil die Adresse dieses Dienstes aus Zahlen besteht. Verwenden Sie stattdessen Ihr Passwort und eine Authenticator-App.
second-step-expired = Diese Anmeldung ist nicht mehr offen: Sie hat zu lange gedauert, oder sie wurde abgeschlossen oder beendet. Beginnen Sie von vorn.
second-step-wrong = Das ist weder der Code, den Ihre App jetzt anzeigt, noch ein unbenutzter Wiederherstellungscode. Jeder gilt nur einmal: Prüfen Sie Ihre Eingabe, oder warten Sie auf den nächsten Code der App.
second-step-passkey-refused = Mit diesem Passkey konnten Sie nicht angemeldet werden; vielleicht wurde er aus Ihrem Konto entfernt. Verwenden Sie einen anderen, oder melden Sie sich auf andere Weise an.

## Display name

name-empty = Geben Sie einen Namen ein.
name-too-long = Dieser Name ist zu lang. Verwenden Sie höchstens { $max } Zeichen.
name-unprintable = Dieser Name enthält ein Zeichen, das nicht dargestellt werden kann, etwa einen Zeilenumbruch. Geben Sie ihn ohne dieses Zeichen ein.

## Passwords

password-wrong = Das ist nicht Ihr Passwort. Prüfen Sie es und versuchen Sie es noch einmal.
password-missing = Geben Sie ein neues Passwort ein.
password-too-short = Dieses Passwort ist zu kurz. Verwenden Sie mindestens { $min } Zeichen, zum Beispiel einen Satz aus mehreren Wörtern.
password-too-long = Dieses Passwort ist zu lang. Verwenden Sie höchstens { $max } Byte; ein Buchstabe belegt ein bis vier.
password-common = Dieses Passwort ist leicht zu erraten oder aus Datenlecks bekannt. Wählen Sie ein anderes, zum Beispiel einen eigenen Satz.
password-personal = Dieses Passwort ist aus Ihrem Namen, Ihrer Adresse oder dem Namen dieses Dienstes gebildet. Wählen Sie eines, das nichts damit zu tun hat.
password-unchanged = Das ist bereits Ihr Passwort. Wählen Sie ein anderes.
password-mismatch = Die beiden Passwörter stimmen nicht überein. Geben Sie das neue noch einmal ein.

## Email address

email-invalid = Das ist keine E-Mail-Adresse. Prüfen Sie sie; sie sollte aussehen wie name@example.com.
email-unchanged = Das ist bereits Ihre Adresse. Geben Sie eine andere ein.
email-too-many-messages = Es wurden zu viele E-Mails angefordert. Versuchen Sie es später erneut.
email-not-pending = Diese Änderung wartet nicht mehr auf ihren Link: Sie wurde abgeschlossen, ersetzt oder abgebrochen. Beginnen Sie von vorn, wenn Sie die Adresse weiterhin ändern möchten.
email-resend-too-soon = Gerade erst wurde ein Link gesendet. Er kann in { $wait } min erneut gesendet werden.
email-no-resends = Der Link kann nicht noch einmal gesendet werden. Prüfen Sie die Adresse, oder brechen Sie die Änderung ab und beginnen Sie von vorn.
contact-frozen = Vor Kurzem wurde eine Änderung rückgängig gemacht, deshalb bleiben Adresse und Telefonnummer, wie sie sind. Versuchen Sie es in { $wait } h erneut.

## Links of mails and text messages

link-unknown = Hinter diesem Link ist nichts. Vielleicht ist er abgeschnitten: Öffnen Sie ihn noch einmal aus der Nachricht.
link-expired = Die Zeit dieses Links ist abgelaufen, deshalb gilt er nicht mehr.
link-used = Dieser Link wurde schon verwendet. Er gilt nur einmal.
link-replaced = Dieser Link gilt nicht mehr: Die Änderung wurde abgebrochen oder ist nicht mehr möglich, oder ein neuerer Link hat ihn ersetzt.
undo-changed-since = Dies wurde seitdem noch einmal geändert, Rückgängigmachen würde also nicht den alten Stand wiederherstellen. Verwenden Sie den Link in der neuesten Nachricht.
undo-done-before = Diese Änderung wurde schon rückgängig gemacht. Es ist nichts mehr zu tun.

## Phone number

phone-none = Es gibt keine Telefonnummer, die entfernt werden könnte. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.
phone-password-needed = Diese Änderung wurde auf einem anderen Gerät begonnen. Um hier fortzufahren, geben Sie auch Ihr Passwort ein.
phone-invalid = Diese Nummer ist im gewählten Land nicht gültig. Prüfen Sie die Ländervorwahl und die Ziffern.
phone-not-mobile = An Nummern dieser Art können keine SMS gesendet werden. Verwenden Sie eine Mobilfunknummer.
phone-country-not-allowed = In dieses Land können keine SMS gesendet werden. Verwenden Sie eine Nummer aus einem der Länder in der Liste.
phone-country-not-of-organization = Ihre Organisation lässt keine Nummern aus diesem Land zu. Verwenden Sie eine aus einem Land in der Liste, oder wenden Sie sich an eine Person mit der Rolle „Inhaber“.
phone-unchanged = Das ist bereits Ihre Telefonnummer. Geben Sie eine andere ein.
phone-too-many-messages = Heute wurden zu viele SMS angefordert. Versuchen Sie es morgen erneut.
phone-reserved = Diese Nummer gehörte bis vor Kurzem zu einem anderen Konto und fällt vielleicht dorthin zurück. Verwenden Sie eine andere Nummer, oder versuchen Sie es in einer Woche erneut.
phone-not-pending = Diese Änderung wartet nicht mehr auf einen Code: Sie wurde abgeschlossen, ersetzt oder abgebrochen. Beginnen Sie von vorn, wenn Sie die Nummer weiterhin ändern möchten.
phone-code-expired = Dieser Code ist abgelaufen. Fordern Sie einen neuen an.
phone-code-malformed = Ein Code hat genau sechs Ziffern. Sehen Sie in der SMS nach und geben Sie alle ein.
phone-code-wrong = Das ist nicht der Code, der gesendet wurde. Sehen Sie in der SMS nach.
phone-code-used-up = Es wurden zu viele falsche Codes eingegeben, deshalb gilt dieser nicht mehr. Brechen Sie ab und beginnen Sie von vorn, um einen neuen zu erhalten.
phone-resend-too-soon = Gerade erst wurde ein Code gesendet. Er kann in { $wait } min erneut gesendet werden.
phone-no-resends = Der Code kann nicht noch einmal gesendet werden. Prüfen Sie die Nummer, oder brechen Sie ab und beginnen Sie von vorn.

## Language and region

region-language-unknown = Diese Sprache spricht Perfil nicht. Wählen Sie eine aus der Liste.
region-country-unknown = Dieses Land steht nicht in der Liste. Wählen Sie eines daraus.
region-time-zone-unknown = Diese Zeitzone steht nicht in der Liste. Wählen Sie eine daraus.

## Notifications

notification-no-phone = Für SMS brauchen Sie eine bestätigte Telefonnummer, und Sie haben keine. Fügen Sie zuerst eine hinzu, oder wählen Sie E-Mail.
notification-not-an-amount = Das ist kein Betrag. Geben Sie ihn in Ziffern ein, zum Beispiel 50 oder 50,00, oder lassen Sie das Feld leer, um nicht gewarnt zu werden.
notification-no-channel = Für ein Mindestguthaben muss es einen Weg geben, Sie zu warnen. Wählen Sie bei „Niedriges Guthaben“ E-Mail oder SMS, oder leeren Sie das Mindestguthaben.
notification-not-below = Es wurde nichts gesendet: Das Guthaben liegt nicht unter Ihrem Mindestguthaben, oder Sie haben die Warnung bereits erhalten.
notification-not-a-time = Geben Sie zwei Uhrzeiten an, zum Beispiel 22:00 und 07:00, oder keine.

## Roles

role-last-owner = Eine Organisation braucht immer einen Inhaber, und dies ist der einzige. Geben Sie zuerst jemand anderem diese Rolle.
role-stale = Diese Rolle wurde inzwischen an anderer Stelle geändert. Die Liste zeigt jetzt die aktuelle. Wenn Sie bei Ihrer Auswahl bleiben, klicken Sie noch einmal auf die Schaltfläche.
role-yourself = Das eigene Konto können Sie nicht deaktivieren. Ein anderer Inhaber kann es tun.
role-unchanged = Das ist bereits die Rolle. Wählen Sie eine andere.
role-reason-missing = Schreiben Sie kurz, wofür die Rolle gebraucht wird.
role-reason-too-long = Diese Begründung ist zu lang. Verwenden Sie höchstens { $max } Zeichen.
role-asked-before = Sie haben schon um eine Rolle gebeten, und darüber ist noch nicht entschieden. Ziehen Sie diese Anfrage zurück, bevor Sie eine neue stellen.
role-decided = Über diese Anfrage wurde inzwischen entschieden, oder sie wurde zurückgezogen. Es ist nichts mehr zu tun.

## Die Organisation selbst

organization-currency-invalid = Das ist kein Währungscode. Geben Sie seine drei Buchstaben ein, zum Beispiel EUR.
organization-currency-in-use = Die Währung kann nicht geändert werden, weil ein Guthaben oder das Mindestguthaben einer Person in ihr gespeichert ist. Sobald es beides nicht mehr gibt, können Sie sie ändern.
organization-password-min-outside = Geben Sie eine ganze Zahl von { $min } bis { $max } ein, oder lassen Sie das Feld leer.
organization-sms-country-not-allowed = In eines dieser Länder können keine SMS gesendet werden. Wählen Sie aus der Liste.
organization-stale = Diese Einstellungen wurden inzwischen an anderer Stelle gespeichert. Ihre Eingaben stehen noch hier; wo jetzt etwas anderes gespeichert ist, steht es dabei. Wenn Sie bei Ihren Eingaben bleiben, klicken Sie noch einmal auf die Schaltfläche.

## Invitations

invite-member = Diese Adresse gehört schon einem Mitglied Ihrer Organisation. Suchen Sie in der Mitgliederliste danach.
invite-waiting = Diese Adresse wurde schon eingeladen. Ist die E-Mail nicht angekommen, senden Sie die Einladung erneut.
invite-role = In diese Rolle können Sie niemanden einladen. Wählen Sie eine andere.
invite-too-many = Es warten schon { $max } Einladungen auf eine Antwort; mehr sind nicht möglich. Widerrufen Sie solche, die nicht mehr gebraucht werden, und versuchen Sie es dann noch einmal.
invite-over = Diese Einladung wurde inzwischen angenommen oder widerrufen. Die Liste zeigt jetzt die verbleibenden.
join-has-account = Zu dieser Adresse gibt es schon ein Konto, deshalb wurde kein neues angelegt.

## Keys of an organization

key-name-empty = Geben Sie einen Namen ein, zum Beispiel den des Programms, das den Schlüssel benutzen wird.
key-name-too-long = Dieser Name ist zu lang. Höchstens { $max } Zeichen sind möglich.
key-name-unprintable = Dieser Name enthält ein Zeichen, das sich nicht anzeigen lässt, etwa einen Zeilenumbruch. Geben Sie ihn ohne dieses Zeichen noch einmal ein.
key-no-scope = Wählen Sie mindestens eines aus, was der Schlüssel darf.
key-too-many = Die Organisation hat schon { $max } Schlüssel; mehr sind nicht möglich. Widerrufen Sie einen, der nicht mehr gebraucht wird, und versuchen Sie es dann noch einmal.
key-over = Dieser Schlüssel ist abgelaufen oder wird schon ersetzt. Die Liste zeigt nun den aktuellen Stand.

## A page of one sentence, where no other can be shown

problem-back = Zurück zur Startseite

## Your data

privacy-password-wrong = Das ist nicht Ihr Passwort. Prüfen Sie es und versuchen Sie es noch einmal.
privacy-sole-owner = Sie sind der einzige Inhaber, der bleibt, und eine Organisation braucht immer einen. Geben Sie zuerst jemand anderem diese Rolle.
