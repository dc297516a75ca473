# What the desktop app says by itself: its menu, and whatever it shows where no page of the server can be shown. $server is a
# server's name, such as account.example.com.

## The menu

desktop-menu-server = Server
desktop-menu-edit = Bearbeiten
desktop-menu-view = Ansicht
desktop-menu-settings = Einstellungen
desktop-menu-help = Hilfe
desktop-switch-server = Server wechseln …
desktop-reload = Neu laden
desktop-quit = Beenden
desktop-cut = Ausschneiden
desktop-copy = Kopieren
desktop-paste = Einfügen
desktop-select-all = Alles auswählen
desktop-zoom-in = Vergrößern
desktop-zoom-out = Verkleinern
desktop-zoom-reset = Originalgröße
desktop-about = Über Perfil
desktop-page-user = Benutzerdaten
desktop-page-password = Passwort
desktop-page-two-step = Zweistufige Anmeldung
desktop-page-email = E-Mail-Adresse
desktop-page-phone = Telefonnummer
desktop-page-region = Sprache und Region
desktop-page-notifications = Benachrichtigungen
desktop-page-activity = Sicherheitsaktivität
desktop-page-privacy = Ihre Daten
desktop-page-organization = Organisationseinstellungen

## Choosing a server

desktop-welcome-title = Mit Ihrem Perfil-Server verbinden
desktop-welcome-lead = Die Adresse erfahren Sie von denen, die Perfil für Sie betreiben. Es ist die, die Sie auch im Browser öffnen.
desktop-welcome-address = Adresse des Servers
desktop-welcome-hint = Zum Beispiel account.example.com
desktop-welcome-connect = Verbinden
desktop-welcome-checking = Perfil wird unter { $server } gesucht …
desktop-welcome-known = Bisher verwendete Server
desktop-welcome-current = In Verwendung
desktop-welcome-open = { $server } öffnen
desktop-welcome-forget = Vergessen
desktop-welcome-forget-server = { $server } vergessen
desktop-welcome-back = Zurück
desktop-welcome-set-aside = Die Liste Ihrer Server war nicht lesbar und ist jetzt leer. Die alte wurde als { $file } aufbewahrt.

## Why an address does not work; $server is what was typed

desktop-check-not-an-address = Das ist keine Adresse. Geben Sie eine wie account.example.com ein.
desktop-check-no-https = Perfil verbindet sich nur über https. Lassen Sie „http://“ weg, oder erfragen Sie die https-Adresse des Servers.
desktop-check-no-such-name = Es gibt keinen Server namens { $server }. Prüfen Sie die Schreibweise und Ihre Verbindung.
desktop-check-nobody-listens = Unter { $server } antwortet niemand. Prüfen Sie die Adresse und Ihre Verbindung, oder versuchen Sie es später noch einmal.
desktop-check-no-tls = Der Server unter { $server } bietet keine sichere Verbindung (https) an. Prüfen Sie die Adresse, oder fragen Sie die Betreiber.
desktop-check-untrusted = Dem Zertifikat von { $server } wird auf diesem Computer nicht vertraut; die Verbindung könnte abgehört werden. Fragen Sie die Betreiber des Servers.
desktop-check-timed-out = { $server } hat nicht innerhalb von 10 Sekunden geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
desktop-check-not-perfil = { $server } antwortet, ist aber kein Perfil-Server. Prüfen Sie die Adresse.
desktop-check-app-too-old = { $server } verlangt eine neuere Version dieser App. Installieren Sie die Aktualisierung, und verbinden Sie sich dann erneut.
desktop-check-server-too-old = Auf { $server } läuft eine Version von Perfil, die für diese App zu alt ist. Bitten Sie die Betreiber, den Server zu aktualisieren.

## Staying signed in without a keyring

desktop-keep-title = Auf diesem Computer angemeldet bleiben?
desktop-keep-text = Dieser Computer hat keinen Schlüsselbund, der Ihre Anmeldung sicher aufbewahrt. Perfil kann sie in einer Datei ablegen, die nur Ihr Benutzerkonto lesen darf. Wer an diese Datei gelangt, etwa über eine Sicherungskopie, kann Ihr Konto benutzen, bis Sie sich abmelden.
desktop-keep-yes = Angemeldet bleiben
desktop-keep-no = Jedes Mal anmelden
desktop-keyring-locked = Ihr Schlüsselbund ist gesperrt. Sie bleiben angemeldet, bis Sie Perfil schließen.

## Where there is no connection

desktop-offline = Der Server ist nicht erreichbar. Was Sie eingegeben haben, bleibt stehen; gesendet wird erst, wenn Sie es erneut absenden.
desktop-offline-retry = Erneut versuchen
desktop-connecting = Verbindung mit { $server } wird hergestellt …

## Where the session is over

desktop-ended-title = Sie wurden abgemeldet
desktop-ended-text = Ihre Sitzung auf diesem Computer wurde beendet.
desktop-ended-button = Erneut anmelden

## Where the server has moved on

desktop-too-old-title = Diese App muss aktualisiert werden
desktop-too-old-text = { $server } arbeitet mit dieser Version der App nicht mehr zusammen. Installieren Sie die Aktualisierung, und starten Sie Perfil dann neu.

## Notifications and links

desktop-notice-open = Öffnen
desktop-link-refused = Dieser Link führt zu keiner Seite von Perfil und wurde deshalb nicht geöffnet.
desktop-link-unknown-server = Dieser Link gehört zu { $server }; diesen Server haben Sie noch nicht verwendet. Verbinden Sie sich nur damit, wenn Sie ihm vertrauen.

## Where the server is in trouble; $status is the number of its answer

desktop-refused-title = Dieser Server ist gerade nicht nutzbar
desktop-refused-text = { $server } hat mit Fehler { $status } geantwortet. Versuchen Sie es gleich noch einmal. Bleibt es dabei, sagen Sie es den Betreibern des Servers.

## Files and forms; $file is where a file is, $reason is why not, in the words of the operating system

desktop-saved = Gespeichert als { $file }
desktop-saved-show = Ordner anzeigen
desktop-not-saved = Die Datei konnte nicht gespeichert werden: { $reason }
desktop-form-refused = Der Server hat das nicht angenommen. Laden Sie die Seite neu und versuchen Sie es noch einmal.
desktop-close = Schließen
