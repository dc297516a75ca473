# What can go wrong: one message for each id in crates/models/src/error. Each says what happened and what to do.

## Everywhere

error-signed-out = You are no longer signed in, so nothing was changed. Sign in again, then repeat your change.
error-forbidden = Your role does not allow this. If you need it, ask the Owner of your organization.
error-not-found = This does not exist, or no longer. Reload the page to see what is there now.
error-bad-request = The page and the server did not understand each other. Reload the page and try again.
error-client-too-old = This app is too old for the server. Update it, then open it again.
error-too-many = Too many tries. Try again in { $wait } min.
error-unavailable = The server is busy and nothing was changed. Try again in a few seconds.
error-offline = The server cannot be reached. Check your connection and try again.
error-internal = Something went wrong on our side, and nothing was changed. Try again; if it keeps happening, tell whoever runs this service.
error-stale = These settings were saved elsewhere in the meantime. Reload the page, then make your change again.

## Signing in

sign-in-wrong = Email and password do not match. Check both and try again.

## Two-step sign-in

factor-password-wrong = This is not your password. Check it and try again.
factor-name-empty = Enter a name, for example that of the device.
factor-name-too-long = This name is too long. Use at most { $max } characters.
factor-name-unprintable = This name holds a character that cannot be shown, such as a line break. Type it again without it.
factor-too-many = You have { $max } authenticator apps and passkeys already, and there cannot be more. Remove one that you no longer use, then try again.
factor-not-pending = This app no longer waits for its first code: it was added or cancelled, or its time is over. Start again if it is not in the list.
factor-code-wrong = This is not the code that the app shows now. Type the next one; if that is refused too, check that the clock of the device is right.
factor-password-too-short = Without a second step your password must have at least { $min } characters, and it has fewer. Choose a longer password first, then try to remove this again.
factor-gone = This is no longer there; it may have been removed elsewhere. Reload the page to see what is there now.
factor-none = Recovery codes stand in for an authenticator app or a passkey, and you have neither. Add one of them first.
passkey-expired = The time for this is over, or it was done before. Look into the list, and start again if the passkey is not there.
passkey-refused = The passkey could not be checked, so it was not added. Try again, or use another device or browser.
passkey-taken = This passkey belongs to an account already. Use a different one.
passkey-unavailable = Passkeys cannot be used here, because the address of this service consists of numbers. Use your password and an authenticator app instead.
second-step-expired = This sign-in is no longer open: its time is over, or it was finished or ended. Start again.
second-step-wrong = This is neither the code that your app shows now nor an unused recovery code. Each works only once: check what you typed, or wait for the next code of the app.
second-step-passkey-refused = You could not be signed in with this passkey; it may have been removed from your account. Use a different one, or sign in another way.

## Display name

name-empty = Enter a name.
name-too-long = This name is too long. Use at most { $max } characters.
name-unprintable = This name holds a character that cannot be shown, such as a line break. Type it again without it.

## Passwords

password-wrong = This is not your password. Check it and try again.
password-missing = Enter a new password.
password-too-short = This password is too short. Use at least { $min } characters, for example a sentence of several words.
password-too-long = This password is too long. Use at most { $max } bytes; a letter takes one to four.
password-common = This password is easily guessed or known from leaks. Choose another one, for example a sentence of your own.
password-personal = This password is built around your name, your address or the name of this service. Choose one that has nothing to do with them.
password-unchanged = This is already your password. Choose a different one.
password-mismatch = The two passwords differ. Type the new one again.

## Email address

email-invalid = This is not an email address. Check it; it should look like name@example.com.
email-unchanged = This is already your address. Enter a different one.
email-too-many-messages = Too many mails were asked for. Try again later.
email-not-pending = This change no longer waits for its link: it was finished, replaced or cancelled. Start again if you still want to change the address.
email-resend-too-soon = A link was sent only just now. It can be sent again in { $wait } min.
email-no-resends = The link cannot be sent again. Check the address, or cancel the change and start over.
contact-frozen = A change was undone a short while ago, so address and phone number stay as they are. Try again in { $wait } h.

## Links of mails and text messages

link-unknown = There is nothing behind this link. It may be cut off: open it from the message once more.
link-expired = The time of this link is over, so it no longer works.
link-used = This link was used before. It works only once.
link-replaced = This link no longer works: the change was cancelled or can no longer be made, or a newer link has taken its place.
undo-changed-since = This was changed once more since then, so undoing would not bring the old one back. Use the link in the newest message instead.
undo-done-before = This change was undone before. There is nothing left to do.

## Phone number

phone-none = There is no phone number to remove. Reload the page to see the current state.
phone-password-needed = This change was started on another device. Enter your password as well to go on here.
phone-invalid = This is not a valid number in the chosen country. Check the country code and the digits.
phone-not-mobile = Text messages cannot be sent to this kind of number. Use a mobile number.
phone-country-not-allowed = Text messages cannot be sent to this country. Use a number from one of the countries in the list.
phone-country-not-of-organization = Your organization does not allow numbers from this country. Use one from a country in the list, or ask an Owner.
phone-unchanged = This is already your phone number. Enter a different one.
phone-too-many-messages = Too many text messages were asked for today. Try again tomorrow.
phone-reserved = This number belonged to another account until recently and may go back to it. Use a different number, or try again in a week.
phone-not-pending = This change is no longer waiting for a code: it was finished, replaced or cancelled. Start again if you still want to change the number.
phone-code-expired = This code has expired. Ask for a new one.
phone-code-malformed = A code has exactly six digits. Check the text message and type them all.
phone-code-wrong = This is not the code that was sent. Check the text message.
phone-code-used-up = There were too many wrong codes, so this one no longer works. Cancel and start over to get a new one.
phone-resend-too-soon = A code was sent only just now. It can be sent again in { $wait } min.
phone-no-resends = The code cannot be sent again. Check the number, or cancel and start over.

## Language and region

region-language-unknown = Perfil does not speak this language. Choose one from the list.
region-country-unknown = There is no such country in the list. Choose one from it.
region-time-zone-unknown = There is no such time zone in the list. Choose one from it.

## Notifications

notification-no-phone = Text messages need a verified phone number, and you have none. Add one first, or choose email.
notification-not-an-amount = This is not an amount. Type it in digits, for example 50 or 50.00, or leave the field empty for no alert.
notification-no-channel = A minimum needs a way to tell you. Tick email or SMS at Low credit, or empty the minimum.
notification-not-below = Nothing was sent: the credit is not below your minimum, or you have had the alert already.
notification-not-a-time = Give two times, such as 22:00 and 07:00, or none.

## Roles

role-last-owner = An organization always needs an Owner, and this is the only one. Make somebody else Owner first.
role-stale = This role was changed elsewhere in the meantime. The list now shows the current one. If you still want your choice, press the button again.
role-yourself = You cannot deactivate your own account. Another Owner can do it.
role-unchanged = This is already the role. Choose a different one.
role-reason-missing = Say in a few words what the role is needed for.
role-reason-too-long = This reason is too long. Use at most { $max } characters.
role-asked-before = You have already asked for a role, and this has not been decided yet. Withdraw that request before you ask again.
role-decided = This request was decided on or withdrawn in the meantime. There is nothing left to do.

## The organization itself

organization-currency-invalid = This is not a currency code. Enter its three letters, for example EUR.
organization-currency-in-use = The currency cannot be changed, because a balance or somebody’s minimum balance is stored in it. Once there is neither, you can change it.
organization-password-min-outside = Enter a whole number from { $min } to { $max }, or leave the field empty.
organization-sms-country-not-allowed = Text messages cannot be sent to one of these countries. Choose from the list.
organization-stale = These settings were saved elsewhere in the meantime. What you entered is still here, and where something else is saved now, it says so. If you still want yours, press the button again.

## Invitations

invite-member = This address belongs to a member of your organization already. Search for it in the list of members.
invite-waiting = This address has been invited already. If the mail did not arrive, send that invitation again.
invite-role = You cannot invite people into this role. Choose a different one.
invite-too-many = Already { $max } invitations are waiting for an answer, and there cannot be more. Revoke those that are no longer needed, then try again.
invite-over = This invitation was accepted or revoked in the meantime. The list now shows those that are left.
join-has-account = There is already an account with this address, so no new one was created.

## Keys of an organization

key-name-empty = Enter a name, for example that of the program that will use the key.
key-name-too-long = This name is too long. Use at most { $max } characters.
key-name-unprintable = This name holds a character that cannot be shown, such as a line break. Type it again without it.
key-no-scope = Tick at least one thing that the key may do.
key-too-many = The organization has { $max } keys already, and there cannot be more. Revoke one that is no longer needed, then try again.
key-over = This key has ended or is being replaced already. The list now shows how it stands.

## A page of one sentence, where no other can be shown

problem-back = Back to the start

## Your data

privacy-password-wrong = This is not your password. Check it and try again.
privacy-sole-owner = You are the only Owner who stays, and an organization always needs one. Make somebody else Owner first.
