# What the pages say. Simple patterns only: the browser fills in { $name } by itself.

product-name = Perfil
skip-to-content = Skip to content
loading = Loading…
try-again = Try again

## Titles of the window

title-user = User info · Perfil
title-password = Password · Perfil
title-phone = Phone number · Perfil
title-organization = Organization Settings · Perfil
title-outbox = Outbox · Perfil
title-sign-in = Sign in · Perfil
title-not-found = Page not found · Perfil

## The drop-down

menu-open = Account menu
menu-label = Settings
menu-user = My User Settings
menu-organization = Organization Settings
menu-sign-out = Sign out

## The list of sections

sections-label = My User Settings
section-user = User info
section-password = Password
section-phone = Phone number

## The demo

demo-label = Demo
demo-note = This is a demo. Mail and text messages are not sent; they appear in the
demo-link = Outbox

## Roles

role-owner = Owner
role-admin = Admin
role-billing = Billing
role-member = Member

## Signing in

sign-in-title = Sign in to Perfil
sign-in-lead = Manage your password, phone number and more.
sign-in-email = Email
sign-in-password = Password
sign-in-remember = Keep me signed in
sign-in-button = Sign in
sign-in-again = Sign in again
sign-in-in-new-tab = Sign in again in a new tab

## User info

user-title = User info
user-lead = Who you are in your organization, and how you can be reached.
user-name-title = Display name
user-name = Display name
user-name-hint = The name that other members of your organization see.
user-name-button = Save name
user-role-title = Organization and role
user-role = Role
user-role-note = Only the Owner of your organization can change roles.
user-role-note-owner = As the Owner, you decide about roles in Organization Settings.
user-organization = Organization
user-contact-title = Contact information
user-email = Email
user-email-note = You sign in with this address, and security messages go to it.
user-phone = Phone
user-phone-add = Add a phone number
user-phone-change = Manage phone number
done-rename = Your display name has been saved.

## Password

password-title = Password
password-lead = Choose a password that you use nowhere else.
password-card-title = Change password
password-card-lead = Afterwards all your other devices are signed out. This one stays signed in.
password-current = Current password
password-new = New password
password-new-hint = At least { $min } characters. A sentence of several words is good: easy to remember, hard to guess. There are no rules about kinds of characters.
password-repeat = Repeat password
password-button = Change password
password-show = Show: { $field }
password-hide = Hide: { $field }
done-change-password = Your password has been changed, and all your other devices have been signed out.

## Phone number

phone-title = Phone number
phone-lead = Text messages about your account go to this number.
phone-current-title = Current number
phone-verified = Verified
phone-waiting = Waiting for the code
phone-absent = No phone number
phone-absent-lead = You have no phone number yet. Add one below.
phone-remove-title = Remove phone number…
phone-remove-lead = You will no longer get text messages. To confirm, enter your password.
phone-remove-button = Remove phone number
phone-change-title = Change phone number
phone-change-lead = We send a code by text message to the new number. Until you have entered it, nothing changes.
phone-country = Country code
phone-country-none = No country matches. Try its name or its dial code.
phone-number = Phone
phone-number-hint = Type the number as you like; it is written out properly when you leave the field.
phone-password = Password
phone-change-button = Change phone number
phone-pending-title = Enter the code
phone-pending-lead = We have sent a text message with a code to
phone-code = Code from the text message
phone-code-hint = Six digits
phone-time-left = Time left:
phone-expired = This code has expired. Cancel and start over.
phone-attempts-left = Attempts left: { $count }
phone-elsewhere = This change was started on another device. To finish it here, enter your password as well.
phone-validate-button = Validate code
phone-resend-button = Resend code
phone-resend-in = Possible in
phone-resends-left = Resends left: { $count }
phone-wrong-number = Wrong number?
phone-cancel = Cancel
done-change-phone = A text message with a code is on its way to your new number.
done-resend-phone-code = The code has been sent again.
done-cancel-phone-change = The change has been cancelled. Your phone number stays as it was.
done-validate-phone = Your phone number has been changed.
done-remove-phone = Your phone number has been removed.

## Organization Settings

organization-title = Organization Settings
organization-members = Members and roles
organization-members-lead = Everyone in your organization, and what they may do.
organization-member = Member
organization-role = Role
organization-phone = Phone
organization-phone-none = None
organization-you = You
organization-more = Members not shown: { $count }

## Outbox

outbox-title = Outbox
outbox-lead = What Perfil would have sent, the newest first.
outbox-refresh = Refresh
outbox-empty = Nothing here yet. Change your password or phone number and the messages about it appear here.
outbox-email = Email
outbox-sms = Text message
outbox-to = To

## Page not found

not-found-title = Page not found
not-found-lead = There is no page at this address. It may have moved, or the address may be mistyped.
not-found-link = Go to your settings
