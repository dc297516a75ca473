# What the desktop app says by itself: its menu, and whatever it shows where no page of the server can be shown. $server is a
# server's name, such as account.example.com.

## The menu

desktop-menu-server = Server
desktop-menu-edit = Edit
desktop-menu-view = View
desktop-menu-settings = Settings
desktop-menu-help = Help
desktop-switch-server = Switch Server…
desktop-reload = Reload
desktop-quit = Quit
desktop-cut = Cut
desktop-copy = Copy
desktop-paste = Paste
desktop-select-all = Select All
desktop-zoom-in = Zoom In
desktop-zoom-out = Zoom Out
desktop-zoom-reset = Actual Size
desktop-about = About Perfil
desktop-page-user = User info
desktop-page-password = Password
desktop-page-two-step = Two-step sign-in
desktop-page-email = Email
desktop-page-phone = Phone number
desktop-page-region = Language and region
desktop-page-notifications = Notifications
desktop-page-activity = Security activity
desktop-page-privacy = Your data
desktop-page-organization = Organization Settings

## Choosing a server

desktop-welcome-title = Connect to your Perfil server
desktop-welcome-lead = Whoever runs Perfil for you can tell you its address. It is the one that you open in a browser.
desktop-welcome-address = Server address
desktop-welcome-hint = For example account.example.com
desktop-welcome-connect = Connect
desktop-welcome-checking = Looking for Perfil at { $server }…
desktop-welcome-known = Servers you have used
desktop-welcome-current = In use
desktop-welcome-open = Open { $server }
desktop-welcome-forget = Forget
desktop-welcome-forget-server = Forget { $server }
desktop-welcome-back = Back
desktop-welcome-set-aside = The list of your servers could not be read and is now empty. The old one was kept as { $file }.

## Why an address does not work; $server is what was typed

desktop-check-not-an-address = This is not an address. Enter one such as account.example.com.
desktop-check-no-https = Perfil connects only over https. Leave out “http://”, or ask whoever runs the server for its https address.
desktop-check-no-such-name = There is no server called { $server }. Check the spelling and your connection.
desktop-check-nobody-listens = Nothing answers at { $server }. Check the address and your connection, or try again later.
desktop-check-no-tls = The server at { $server } offers no secure connection (https). Check the address, or ask whoever runs it.
desktop-check-untrusted = The certificate of { $server } is not trusted on this computer, so the connection could be listened to. Ask whoever runs the server.
desktop-check-timed-out = { $server } did not answer within 10 seconds. Check your connection and try again.
desktop-check-not-perfil = { $server } answers, but is not a Perfil server. Check the address.
desktop-check-app-too-old = { $server } needs a newer version of this app. Install the update, then connect again.
desktop-check-server-too-old = { $server } runs a version of Perfil that is too old for this app. Ask whoever runs the server to update it.

## Staying signed in without a keyring

desktop-keep-title = Stay signed in on this computer?
desktop-keep-text = This computer has no keyring to keep your sign-in safe. Perfil can keep it in a file that only your user account may read. Whoever gets hold of that file, from a backup for example, can use your account until you sign out.
desktop-keep-yes = Stay signed in
desktop-keep-no = Sign in each time
desktop-keyring-locked = Your keyring is locked. You stay signed in until you close Perfil.

## Where there is no connection

desktop-offline = The server cannot be reached. What you have typed stays here; nothing is sent until you send it again.
desktop-offline-retry = Try again
desktop-connecting = Connecting to { $server }…

## Where the session is over

desktop-ended-title = You have been signed out
desktop-ended-text = Your session on this computer was ended.
desktop-ended-button = Sign in again

## Where the server has moved on

desktop-too-old-title = This app needs an update
desktop-too-old-text = { $server } no longer works with this version of the app. Install the update, then start Perfil again.

## Notifications and links

desktop-notice-open = Open
desktop-link-refused = This link does not lead to a page of Perfil, so it was not opened.
desktop-link-unknown-server = This link belongs to { $server }, which you have not used yet. Connect to it only if you trust it.

## Where the server is in trouble; $status is the number of its answer

desktop-refused-title = This server cannot be used right now
desktop-refused-text = { $server } answered with error { $status }. Try again in a moment. If it stays like this, tell whoever runs the server.

## Files and forms; $file is where a file is, $reason is why not, in the words of the operating system

desktop-saved = Saved as { $file }
desktop-saved-show = Show folder
desktop-not-saved = The file could not be saved: { $reason }
desktop-form-refused = The server did not accept this. Reload the page and try again.
desktop-close = Close
