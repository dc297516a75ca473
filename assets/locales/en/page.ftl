# What the pages say. Simple patterns only: the browser fills in { $name } by itself.

product-name = Perfil
skip-to-content = Skip to content
loading = Loading…
try-again = Try again

## Titles of the window

title-user = User info · Perfil
title-password = Password · Perfil
title-two-step = Two-step sign-in · Perfil
title-email = Email · Perfil
title-phone = Phone number · Perfil
title-region = Language and region · Perfil
title-notifications = Notifications · Perfil
title-notification-history = Notification history · Perfil
title-activity = Security activity · Perfil
title-privacy = Your data · Perfil
title-organization = Organization Settings · Perfil
title-organization-settings = Settings of the organization · Perfil
title-changes = Changes · Perfil
title-keys = API keys · Perfil
title-outbox = Outbox · Perfil
title-sign-in = Sign in · Perfil
title-second-step = Second step · Perfil
title-forgot-password = Forgot your password? · Perfil
title-reset-password = Choose a new password · Perfil
title-welcome = Choose your password · Perfil
title-join = Accept your invitation · Perfil
title-confirm-email = Confirm your new email address · Perfil
title-undo = Undo a change · Perfil
title-unsubscribe = Unsubscribe · Perfil
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
section-two-step = Two-step sign-in
section-email = Email
section-phone = Phone number
section-region = Language and region
section-notifications = Notifications
section-activity = Security activity
section-privacy = Your data

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
sign-in-passkey = Sign in with a passkey
sign-in-forgotten = Forgot your password?
sign-in-again = Sign in again
sign-in-in-new-tab = Sign in again in a new tab

## The second step of signing in

second-step-title = Confirm that it is you
second-step-lead = Your password was right. One more step, and you are signed in.
second-step-passkey = Use a passkey
second-step-script = Passkeys need JavaScript, which is switched off in this browser. Use a recovery code instead.
second-step-recovery-title = Use a recovery code
second-step-recovery-code = Recovery code
second-step-recovery-hint = Sixteen letters and digits. Capitals and hyphens make no difference.
second-step-again = Start again

## Forgot your password?

forgot-password-title = Forgot your password?
forgot-password-lead = Tell us the address of your account. We send a link there to choose a new password.
forgot-password-button = Send the link
forgot-password-no-mail = No mail after a few minutes?
forgot-password-spam = Look into the spam folder.
forgot-password-address = Check that this is the address you sign in with.
forgot-password-owner = If you can no longer read that mailbox, ask the Owner of your organization.
forgot-password-back = Back to sign in
done-forgot-password = If there is an account with this address, a mail with a link is on its way. The link works for one hour.

## Behind the links of mails and text messages

confirm-email-title = Confirm your new email address
confirm-email-lead = Press the button, and the new address becomes that of your account.
confirm-email-new = New address
confirm-email-old = Until now
confirm-email-hint = From then on you sign in with the new address. The old one is told, and can undo the change for seven days.
confirm-email-button = Confirm this address
done-confirm-email = Your email address has been changed. From now on you sign in with the new one.
undo-title = Undo a change
undo-lead = If somebody else made this change, undo it.
undo-back = Comes back
undo-away = Is removed
undo-account = Account that stays
undo-hint = All devices are signed out, and for 24 hours neither address nor phone number can be changed.
undo-button = Undo the change
done-undo-email = Your email address from before is back. All devices have been signed out.
done-undo-email-again = Your email address from before is back, and the 24 hours in which nothing can be changed begin anew. All devices have been signed out.
done-undo-phone = Your phone number from before is back. All devices have been signed out.
done-undo-phone-again = Your phone number from before is back, and the 24 hours in which nothing can be changed begin anew. All devices have been signed out.
done-undo-deletion = Your account stays. All devices have been signed out.
reset-password-title = Choose a new password
reset-password-lead = Afterwards all your devices are signed out, and you sign in with the new password.
done-reset-password = Your password has been changed. Sign in with the new one.
welcome-title = Choose your password
welcome-lead = An account was made for you at { $organization }. Choose a password: you then sign in with it and with { $email }.
welcome-button = Choose password
done-welcome = Your password is set. Sign in with it.
join-title = Accept your invitation
join-lead = { $inviter } invites you to { $organization }. Choose a name and a password, and your account is ready.
join-role = Your role
join-email-hint = You sign in with this address.
join-button = Create account
done-join = Your account is ready. Sign in with your password.
unsubscribe-title = Unsubscribe
unsubscribe-lead = Press the button, and emails about this no longer come.
unsubscribe-topic = About
unsubscribe-email = Address
unsubscribe-hint = Text messages stay as you chose, and so do messages about the security of your account. You can switch the emails on again at any time.
unsubscribe-button = Unsubscribe
done-unsubscribe = Done: emails about this no longer come.
link-advice-confirm-email = To change your address, ask for a new link in your settings.
link-advice-undone = If somebody else made the change, they know your password: choose a new one now.
link-advice-undo = If somebody else has changed your account, choose a new password, then look through your settings. If you can no longer sign in, ask the Owner of your organization.
link-advice-reset-password = Ask for a new link. Only the newest one works.
link-advice-welcome = If you have chosen a password already, sign in. If not, have a link sent to you to choose one.
link-advice-join = If you have accepted already, sign in. If not, ask whoever invited you to send the invitation again.
link-advice-unsubscribe = What you are told about can also be chosen in your settings.
link-to-email = Go to Email
link-to-notifications = Go to Notifications
link-to-new-password = Choose a new password

## User info

user-title = User info
user-lead = Who you are in your organization, and how you can be reached.
user-name-title = Your name
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
user-email-change = Change email
user-phone = Phone
user-phone-add = Add a phone number
user-phone-change = Manage phone number
done-rename = Your display name has been saved.

## Asking the Owner for another role

role-request-title = Ask for another role
role-request-reason = Reason
role-request-reason-hint = At most 500 characters. The Owner of your organization reads them.
role-request-button = Send request
role-request-waits = You have asked for the role “{ $role }”. When the Owner has decided, you are told by email.
role-request-withdraw = Withdraw request
role-requests-title = Requests for roles
role-requests-decide = Members who ask for another role. They are told by email what you decide.
role-request-change = { $wants } instead of { $is }
role-request-grant = Grant
role-request-decline = Decline
done-ask-role = Your request has been sent.
done-withdraw-role-request = Your request has been withdrawn.
done-grant-role = The member has the role now, and is told by email.
done-decline-role = The request has been declined. The member is told by email.

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

## Two-step sign-in

two-step-title = Two-step sign-in
two-step-lead = Whoever learns your password still cannot sign in: your phone, computer or security key is needed as well.
two-step-on = On
two-step-off = Off
two-step-factors-title = Authenticator app and passkeys
two-step-factors-empty = You have neither yet. Add one of them below.
two-step-kind-app = Authenticator app
two-step-kind-passkey = Passkey
two-step-added = Added: { $when }
two-step-never-used = Never used
two-step-remove-title = Remove…
two-step-remove-lead = You can no longer sign in with it. To confirm, enter your password.
two-step-remove-last = This is the last one: two-step sign-in is switched off, and your recovery codes no longer work. To confirm, enter your password.
two-step-remove-button = Remove
two-step-name = Name
two-step-app-title = Add an authenticator app
two-step-app-lead = An app on your phone shows a new code of six digits every half minute. You enter it after your password.
two-step-app-name = Authenticator app
two-step-pending-title = Connect the authenticator app
two-step-pending-lead = Scan the picture with the app, then enter the code that it shows.
two-step-pending-qr = QR code for the authenticator app
two-step-pending-key = If you cannot scan it, type this key into the app:
two-step-pending-open = Open in the app on this device
two-step-pending-expired = The time is over. Cancel and start again.
two-step-code = Code from the authenticator app
two-step-confirm-button = Confirm
two-step-cancel-button = Cancel
two-step-passkey-title = Add a passkey
two-step-passkey-lead = Sign in with your fingerprint, your face or the PIN of your device, or with a security key. You need no password then.
two-step-passkey-script = Passkeys need JavaScript, which is switched off in this browser.
two-step-passkey-unknown = This browser cannot use passkeys. Try a newer one, or add an authenticator app.
passkey-closed = Cancelled. You can try again at any time.
new-codes-title = Your recovery codes
new-codes-lead = These codes are shown only now. Keep them where you will find them without this device.
new-codes-copy = Copy
new-codes-copied = Copied
new-codes-not-copied = Copying did not work. Download the codes, or select them by hand.
new-codes-download = Download
recovery-title = Recovery codes
recovery-lead = If you do not have your app or passkey at hand, you can sign in with one of these codes. Each works once.
recovery-left = Codes left: { $count }
recovery-few = You are running out of codes. Make new ones.
recovery-make-title = Make new codes…
recovery-make-lead = The codes from before no longer work then. To confirm, enter your password.
recovery-make-button = Make new codes
done-add-app = Almost done: the app is added as soon as you have entered its code.
done-confirm-app = The authenticator app has been added.
done-cancel-app = No authenticator app was added.
done-remove-factor = It has been removed, and can no longer be used to sign in.
done-add-passkey = The passkey has been added.
done-recovery-codes-first = Two-step sign-in is on. If you do not have your app or passkey at hand, sign in with one of these codes. Each works once.
done-recovery-codes-new = You have new codes. Those from before no longer work.

## Email

email-title = Email
email-lead = You sign in with this address, and messages about your account go to it.
email-current-title = Current address
email-change-button = Change email
email-change-lead = We send a link to the new address. Until you have opened it and pressed its button, nothing changes.
email-new = New email
email-dependents = Once it is confirmed, the new address is used for:
email-pending-title = Confirm the new address
email-pending-lead = We have sent a mail with a link to
email-pending-hint = Open the link on any device and press its button. Until then you sign in with your current address. If no mail arrives, look into the spam folder.
email-expired = This link has expired. Cancel the change and start over.
email-resend-button = Resend link
email-wrong-address = Wrong address?
done-change-email = A mail with a link is on its way to your new address.
done-resend-email-link = The link has been sent again. The one before no longer works.
done-cancel-email-change = The change has been cancelled. Your email address stays as it was.

## Email and phone number

contact-password = Password
dependent-sign-in = Signing in
dependent-password-reset = Links to choose a new password
dependent-security-notices = Security notices
dependent-notifications = Notifications
pending-changes-title = Waiting changes
pending-email = New email
pending-email-go-on = Go to Email
pending-phone = New phone number
pending-phone-go-on = Enter the code
pending-time-left = Time left:
pending-resend-in = Possible in
pending-resends-left = Resends left: { $count }
pending-cancel = Cancel the change
time-left = { $hours } h { $minutes } min
frozen-title = No changes for now
frozen-lead = A change of your email address or phone number was undone. As a precaution, both stay as they are for a while.
frozen-time-left = You can change them again in

## Phone number

phone-title = Phone number
phone-lead = Text messages about your account go to this number.
phone-current-title = Current number
phone-verified = Verified
phone-absent = No phone number
phone-absent-lead = You have no phone number yet. Add one below.
phone-remove-title = Remove phone number…
phone-remove-lead = You will no longer get text messages. To confirm, enter your password.
phone-remove-button = Remove phone number
phone-change-lead = We send a code by text message to the new number. Until you have entered it, nothing changes.
phone-country = Country code
phone-country-none = No country matches. Try its name or its dial code.
phone-number = Phone
phone-number-hint = Type the number as you like; it is written out properly when you leave the field.
phone-change-button = Change phone number
phone-add-button = Add phone number
phone-dependents = Once you have entered the code, the new number is used for:
phone-pending-title = Enter the code
phone-pending-lead = We have sent a text message with a code to
phone-code = Code from the text message
phone-code-hint = Six digits
phone-expired = This code has expired. Cancel and start over.
phone-attempts-left = Attempts left: { $count }
phone-elsewhere = This change was started on another device. To finish it here, enter your password as well.
phone-validate-button = Validate code
phone-resend-button = Resend code
phone-wrong-number = Wrong number?
done-change-phone = A text message with a code is on its way to your new number.
done-resend-phone-code = The code has been sent again.
done-cancel-phone-change = The change has been cancelled. Your phone number stays as it was.
done-validate-phone = Your phone number has been changed.
done-remove-phone = Your phone number has been removed. Notifications by SMS come by email from now on.

## Security activity

activity-title = Security activity
activity-lead = Where you are signed in, and what happened to your account.
activity-sessions-title = Where you are signed in
activity-sessions-lead = Sign out every device that you do not recognise or no longer use. If one was not yours, change your password too.
activity-this-device = This device
activity-app = Perfil app
activity-browser-on-system = { $browser } on { $system }
activity-unknown-device = Unknown device
activity-last-seen = Last used: { $when }
activity-signed-in = Signed in: { $when }
activity-network = Network: { $network }
activity-sign-out = Sign out
activity-sign-out-others = Sign out all other devices
activity-no-others = You are not signed in on any other device.
activity-sessions-more = Devices not shown: { $count }
activity-events-title = What happened
activity-events-lead = Events are kept for { $days } days. All times are in the { $zone } time zone.
activity-filter = Show
activity-filter-all = All
activity-filter-sign-ins = Sign-ins
activity-filter-failures = Failures
activity-filter-changes = Changes
activity-empty = Nothing of this kind has happened.
activity-newest = Show the newest
activity-older = Show older
activity-operator = By your organization or the operator of this service
done-revoke-session = The device has been signed out.
done-revoke-other-sessions = All your other devices have been signed out.

## Your data

privacy-title = Your data
privacy-lead = See all that Perfil keeps about you, or delete your account.
export-title = Download your data
export-lead = A zip file with all that Perfil keeps about you: one file for programs, and a table for each kind of data. To confirm, enter your password.
export-button = Download my data
deletion-title = Delete account
deletion-lead = Your account is deleted 14 days after you ask for it, with all that Perfil keeps about you. Until then you can change your mind.
deletion-open = Delete account…
deletion-confirm = Invitations that you have sent and that still wait are deleted, too. To confirm, enter your password.
deletion-button = Delete my account
deletion-waits = Your account will be deleted on { $on }.
deletion-waits-hint = Until then everything works as before. Afterwards nothing can be brought back.
deletion-keep-button = Keep my account
deletion-bar-link = Keep your account
deletion-hand-over = Go to Organization Settings
done-delete-account = Your account waits to be deleted. A mail with a link to keep it is on its way.
done-keep-account = Your account stays. Nothing is deleted.

## What happened, in the list

event-signed-in = Signed in
event-sign-in-failed = A sign-in failed: the password was wrong
event-sign-in-shut = New devices were kept out after too many wrong passwords
event-signed-out = Signed out
event-everyone-signed-out = Signed out together with everyone in the organization
event-session-revoked = Other devices were signed out
event-password-changed = The password was changed
event-password-reset-requested = A link to choose a new password was requested
event-password-reset = The password was reset
event-password-refused = A change was refused: the password was wrong
event-name-changed = The display name was changed
event-invited = An invitation to choose a password was sent
event-invitation-accepted = The first password was chosen
event-role-changed = The role was changed
event-deactivated = The account was deactivated
event-reactivated = The account was activated again
event-factor-added = An authenticator app or passkey was added
event-factor-removed = An authenticator app or passkey was removed
event-recovery-codes-made = New recovery codes were made
event-recovery-code-used = Signed in with a recovery code
event-second-step-failed = A sign-in failed: the second step was wrong
event-region-changed = Language, country or time zone was changed
event-notifications-changed = Notifications were changed
event-unsubscribed = Emails were switched off by a link in one of them
event-phone-change-requested = A code was sent to a new phone number
event-phone-change-cancelled = A change of the phone number was cancelled
event-phone-code-refused = A wrong code was entered for a new phone number
event-phone-changed = The phone number was changed
event-phone-removed = The phone number was removed
event-phone-restored = The previous phone number was restored
event-email-change-requested = A link was sent to a new email address
event-email-change-cancelled = A change of the email address was cancelled
event-email-change-failed = The email address could not be changed
event-email-changed = The email address was changed
event-email-restored = The previous email address was restored
event-data-exported = Your data was downloaded
event-deletion-requested = Deletion of the account was asked for
event-deletion-cancelled = The account is not deleted after all

## Language and region

region-title = Language and region
region-lead = How Perfil speaks to you, and how it writes dates, numbers and amounts.
region-card-title = Your choices
region-card-lead = Pages, emails and text messages follow them at once.
region-language = Language
region-country = Country (regional settings)
region-country-none = No country matches. Try another spelling.
region-time-zone = Time zone
region-time-zone-none = No time zone matches. Try a large city nearby, or a distance such as UTC+02:00.
region-zone-detail = { $offset }, { $time }
region-detected = Detected: { $name }
region-detected-none = Not detected
region-preview = This is how it looks
region-preview-date = Date
region-preview-time = Time
region-preview-number = Number
region-preview-amount = Amount
region-button = Save
region-offer-label = Time zone
region-offer = Your device is in { $city }, your account in { $current_city }.
region-offer-switch = Switch to { $city }
region-offer-keep = Keep { $current_city }
region-languages = Language of this page
done-change-region = Language and region have been saved.
done-switch-zone = Your time zone has been changed.
done-keep-zone = Your time zone stays as it was.

## Notifications

notifications-title = Notifications
notifications-lead = What you are told about, and how: by email, by SMS, by both or not at all.
notifications-button = Save
channel-email = Email
channel-sms = SMS
channels-topic = What about
channels-no-phone = Text messages need a verified phone number.
topic-contact-imports = Contact imports
topic-contact-imports-hint = When an import of yours is finished or has failed
topic-payments = Payments
topic-payments-hint = When a payment was received or has failed
topic-invoices = Invoices
topic-invoices-hint = When there is a new invoice
topic-low-credit = Low credit
topic-low-credit-hint = When the credit falls below the minimum
topic-role-requests = Requests for roles
topic-role-requests-hint = When a member asks for another role
contacts-title = Contacts
contacts-lead = How you are told about the contacts that you import.
imports-title = Latest imports
imports-empty = There are no imports to show.
import-running = Running
import-completed = Finished
import-failed = Failed
import-progress = Progress of “{ $import }”
import-done = Read: { $done }
import-done-of = Read: { $done } of { $total }
import-imported = Imported: { $count }
import-rejected = Rejected: { $count }
import-reasons = Why contacts were rejected
billing-title = Billing
billing-lead = How you are told about the payments, invoices and credit of your organization.
billing-minimum = Minimum balance
billing-minimum-hint = You get one alert when the credit falls below this amount. Leave it empty for no alert.
balance-title = Credit
balance-unknown = The credit is not known yet. It appears here as soon as the platform reports it.
balance-below = Below the minimum
balance-at = As of { $when }
balance-no-alert = The low-credit alert is off.
alert-now-lead = The credit was below your minimum already when you saved it, so no alert has been sent.
alert-now-button = Alert me now
chart-balance = Credit
chart-minimum = Minimum: { $minimum }
trouble-email = The last email to { $to } did not arrive ({ $when }).
trouble-sms = The last text message to { $to } did not arrive ({ $when }).
quiet-title = Quiet hours for text messages
quiet-lead = Text messages about imports, payments received, invoices and whatever else can wait come after these hours. Failed payments, low credit and everything about the security of your account come at once. Emails come at any time.
quiet-lead-contacts = Text messages about imports wait until these hours are over. Codes and everything about the security of your account come at once. Emails come at any time.
quiet-on = Every day from { $from } to { $until }, in the { $zone } time zone.
quiet-off = Quiet hours are off. Times here are in the { $zone } time zone.
quiet-from = From
quiet-until = Until
quiet-hint = Leave both fields empty for no quiet hours.
test-title = Delivery
test-lead = Send yourself a test to see whether messages arrive.
test-button = Send a test
delivery-waiting = On its way
delivery-put-off = Waiting
delivery-sent = Sent
delivery-delivered = Delivered
delivery-failed = Not delivered
delivery-unknown = Unclear
delivery-not-sent = Not sent
history-link = Show all notifications
history-title = Notification history
history-back = Back to Notifications
history-card-title = What you were told
history-lead = Messages are listed for { $days } days. All times are in the { $zone } time zone.
history-empty = There are no messages yet.
done-contact-notifications = Your choice has been saved.
done-billing-notifications = Your choices have been saved.
done-organization-notifications = Your choice has been saved.
role-requests-lead = How you are told when members ask you for something.
done-alert-now = An alert is on its way to you.
done-quiet-hours = Your quiet hours have been saved.
done-send-test = A test is on its way to you.

## What a message told, in the list

notice-import-completed = Import “{ $import }” is finished. Contacts imported: { $imported }
notice-import-completed-with-rejects = Import “{ $import }” is finished. Contacts imported: { $imported }, rejected: { $rejected }
notice-import-failed = Import “{ $import }” has failed: { $reason }
notice-payment-succeeded = Payment { $payment } of { $amount } received
notice-payment-failed = Payment { $payment } of { $amount } failed: { $reason }
notice-payment-failed-no-reason = Payment { $payment } of { $amount } failed
notice-invoice-issued = Invoice { $invoice } for { $amount }, due { $due }
notice-invoice-issued-no-due = Invoice { $invoice } for { $amount }
notice-credit-low = Low credit: { $balance } left, minimum { $minimum }
notice-role-asked = { $asker } asks for the role “{ $role }”
notice-test = Test message

## Why a message was not sent or did not arrive

why-email-off = Emails about this were switched off.
why-sms-off = Text messages about this were switched off.
why-no-phone = There was no verified phone number.
why-other-phone = Your phone number was changed or removed before the message could be sent.
why-quiet-hours = Waits for the end of your quiet hours: { $when }.
why-no-permission = Your role did not allow it.
why-undeliverable = It was refused on the way. Check that the address or number is right.
why-given-up = Sending it failed too often, so it was given up.
why-expired = It could not be sent before its time was over.
why-unknown = The connection broke off while it was sent, so nobody knows whether it arrived.

## Organization Settings

organization-title = Organization Settings
organization-tabs = Pages of Organization Settings
organization-tab-members = Members
organization-members = Members and roles
organization-members-lead = Everyone in your organization. All times are in the { $zone } time zone.
organization-search = Search by name or address
organization-search-button = Search
organization-everybody = Show everybody
organization-shown = Members shown: { $count }
organization-found = Found for “{ $search }”: { $count }
organization-nobody = Nobody is found. Check the spelling, or show everybody.
organization-role = Role
organization-last-seen = Last here: { $when }
organization-phone-verified = Phone verified
organization-phone-none = No phone number
organization-you = You
organization-deactivated = Deactivated
organization-not-signed-in = Not yet signed in
organization-more = Show more
organization-manage = Manage
organization-role-button = Change role
organization-role-yourself = This is your own role. Once it is a different one, you can no longer change roles.
organization-deactivate-title = Deactivate…
organization-deactivate-lead = All devices of this member are signed out at once, and signing in is no longer possible. The settings are kept, and you can reactivate the account at any time.
organization-deactivate-button = Deactivate
organization-reactivate-lead = This account is deactivated: signing in with it is not possible.
organization-reactivate-button = Reactivate
done-set-role = The role has been changed.
done-deactivate-member = The account has been deactivated, and all its devices have been signed out.
done-reactivate-member = The account is active again.
invite-title = Invite people
invite-lead = The invitation goes out by email. Its link works for 7 days.
invite-email = Email
invite-button = Send invitation
done-invite = The invitation is on its way.
invitations-title = Invitations not yet accepted
invitations-empty = No invitation is waiting for an answer.
invitation-by = Invited by: { $name }
invitation-until = Works until: { $when }
invitation-expired = Ended: { $when }
invitation-expired-badge = Expired
invitation-again = Send again
invitation-revoke = Revoke
done-resend-invitation = The invitation has been sent again. The earlier link no longer works.
done-revoke-invitation = The invitation has been revoked. Its link no longer works.
roles-title = What each role may do
roles-lead = Every member manages their own settings. What is possible besides depends on the role.
roles-permission = Permission
permission-billing = See payments, invoices and credit
permission-view-organization = See members and invitations
permission-invite = Invite people
permission-edit-roles = Change roles, deactivate members
permission-edit-organization = Change the organization’s settings, sign everyone out
permission-manage-keys = Manage API keys
permission-yes = Yes
permission-no = No
permission-only-as = only as { $role }
reach-lead = At present nobody in your organization would be told about this:
reach-advice = Somebody with the role Owner or Billing needs a channel for it that is switched on and works; for low credit, also a minimum balance. Each person chooses that under:

## The organization itself

organization-settings-title = Settings
organization-settings-lead = What applies to your organization as a whole.
organization-general-title = General
organization-name = Name of the organization
organization-currency = Currency
organization-currency-hint = Three letters, for example EUR.
organization-currency-stays = The currency cannot be changed as long as a balance or a minimum balance is stored in it.
organization-defaults-title = New members
organization-defaults-lead = What people begin with who join from now on. Everyone can choose something else. Invitations are written in this language, too.
organization-default-none = Detected for each person
organization-security-title = Security
organization-password-min = Minimum length of passwords
organization-password-min-hint = { $min } to { $max } characters, for every new password. If left empty: { $min }, or { $second } with two-step sign-in. Passwords in use stay valid.
organization-sms-countries = Countries of phone numbers
organization-sms-countries-hint = Members can only change to a number from one of the countries that are ticked. Numbers that are verified already keep working.
organization-sms-all = All countries
organization-sms-some = Countries chosen: { $count }
organization-meanwhile = Saved in the meantime: { $value }
organization-settings-button = Save
done-change-organization = The settings of the organization have been saved.
sign-everyone-out-title = Sign everyone out
sign-everyone-out-lead = Ends every session in your organization at once, except this one. Nothing else is deleted. Nobody gets a mail about it; everyone can see it under Security activity.
sign-everyone-out-button = Sign everyone out
done-sign-everyone-out = Everyone else has been signed out. Sessions ended: { $sessions }

## What was changed in the organization

changes-title = Changes
changes-card-title = What was changed
changes-card-lead = Changes are kept for as long as the organization exists. All times are in the { $zone } time zone.
changes-filter-roles = Roles
changes-filter-members = Members
changes-filter-organization = Organization
changes-empty = Nothing of this kind has been changed.
changes-from-to = { $before } → { $after }
changes-by = By { $name }
changes-former-member = Former member
changes-former-address = Address no longer kept
changes-download = Download as CSV
audit-by-platform = By the platform
audit-by-operator = By the operator of this service
audit-role-changed = Role changed
audit-role-asked = Role requested
audit-role-withdrawn = Request for a role withdrawn
audit-role-granted = Request for a role granted
audit-role-declined = Request for a role declined
audit-invited = Invited
audit-invited-again = Invitation sent again
audit-invitation-revoked = Invitation revoked
audit-joined = Joined by invitation
audit-member-created = Account created
audit-deactivated = Account deactivated
audit-reactivated = Account activated again
audit-member-deleted = Account deleted
audit-organization-renamed = Organization renamed
audit-currency-changed = Currency changed
audit-defaults-changed = Defaults for new members changed
audit-sms-countries-changed = Countries of phone numbers changed
audit-password-min-changed = Minimum length of passwords changed
audit-everyone-signed-out = Everyone signed out
audit-key-created = Key made
audit-key-rotated = Key replaced
audit-key-revoked = Key revoked

## API keys of the organization

keys-title = API keys
keys-lead = Programs of your organization use a key to tell Perfil what happens and to ask it. A key opens this organization only.
keys-reference = What programs may do with a key
keys-card-title = Keys
keys-card-lead = Keys that have ended are listed for 90 days. All times are in the { $zone } time zone.
keys-empty = There is no key yet. Make one for each program that talks to Perfil, so that each can be replaced by itself.
key-made = Made on { $when } by { $name }
key-never-used = Never used
key-until = Works until: { $when }
key-ended = Ended: { $when }
key-ending = Being replaced
key-replaced = Replaced
key-revoked = Revoked
scope-sessions = Ask who is signed in
scope-events = Report imports, payments, invoices and balances
scope-provisioning = Create members and change them, their roles too
scope-preferences = Ask how members want to be told
create-key-title = Make a key
create-key-lead = All Owners are told by email.
create-key-name = Name
create-key-name-hint = For example the program that will use it. At most 60 characters.
create-key-scopes = What the key may do
create-key-button = Make key
rotate-key-title = Replace…
rotate-key-lead = You get a new key with the same name that may do the same. All Owners are told by email.
rotate-key-overlap = The present key goes on working
rotate-key-button = Replace key
overlap-none = not at all
overlap-hour = for 1 hour
overlap-day = for 24 hours
overlap-week = for 7 days
revoke-key-title = Revoke…
revoke-key-lead = Programs that use this key are refused at once. This cannot be undone.
revoke-key-button = Revoke key
new-key-title = Your new key
new-key-lead = The key is shown only now. Put it where the program finds it and nobody else does.
new-key-not-copied = Copying did not work. Select the key by hand.
done-create-key = The key has been made.
done-rotate-key = The key has been replaced.
done-revoke-key = The key has been revoked. It opens nothing any more.

## Outbox

outbox-title = Outbox
outbox-lead = What Perfil would have sent, the newest first.
outbox-refresh = Refresh
outbox-empty = Nothing here yet. Change your password or phone number and the messages about it appear here.
outbox-email = Email
outbox-sms = Text message
outbox-to = To
play-title = Play the platform
play-lead = In the demo no platform tells what happens. These buttons do, for your organization; then see what arrives here and under Notifications.
play-import = Import contacts
play-spend = Spend €17.50
play-top-up = Top up €50
play-payment-failed = Let a payment fail
play-invoice = Issue an invoice
done-play = The platform has told it. What follows from it arrives within seconds.

## Page not found

not-found-title = Page not found
not-found-lead = There is no page at this address. It may have moved, or the address may be mistyped.
not-found-link = Go to your settings
