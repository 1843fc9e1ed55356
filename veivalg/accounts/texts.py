"""What sign-in says. The library has its own texts in bokmål and English, not in nynorsk: these take their place."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By the key under which the library asks for an error.
ERRORS: dict[str, Promise] = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is the address you sign in with now."),
    "email_password_mismatch": _("The address and the password do not belong together."),
    "email_taken": _("This address belongs to another account."),
    "enter_current_password": _("That is not your present password."),
    "incorrect_code": _("That code is not right."),
    "incorrect_password": _("That password is not right."),
    "invalid_login": _("That did not work. Try again."),
    "max_email_addresses": _("You cannot add another address."),
    "rate_limited": _("That was quick. Wait a minute and try again."),
    "same_as_current": _("This is the address you have now."),
    "too_many_login_attempts": _("Too many attempts. Wait some minutes and ask for a new code."),
    "unknown_email": _("That did not work. Try again."),
    "unverified_primary_email": _("Confirm your address first."),
    "cannot_delete_authenticator": _("This cannot be removed."),
    "cannot_generate_recovery_codes": _("Add an app for one-time codes or a passkey first."),
    "add_email_blocked": _("You cannot add another address."),
    "unverified_email": _("Confirm your address first."),
}

# By the template under which the library asks for a message; what is missing here is not said.
MESSAGES: dict[str, Promise] = {
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/email_confirmed.txt": _("From now on you sign in with %(email)s."),
    "account/messages/email_confirmation_failed.txt": _("%(email)s belongs to another account."),
    "account/messages/password_changed.txt": _("The password is changed."),
    "account/messages/password_set.txt": _("The password is set."),
    "mfa/messages/totp_activated.txt": _("The app is connected."),
    "mfa/messages/totp_deactivated.txt": _("The app is disconnected."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are new codes. The old ones no longer work."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}

# Mails that tell the owner what happened to the account, by the template under which the library sends them.
NOTES: dict[str, Promise] = {
    "account/email/email_changed": _("The address you sign in with was changed to %(to_email)s."),
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/password_set": _("Your account was given a password."),
    "account/email/email_deleted": _("The address %(deleted_email)s no longer belongs to your account."),
    "socialaccount/email/account_connected": _("Feide was connected to your account."),
    "socialaccount/email/account_disconnected": _("Feide was disconnected from your account."),
    "mfa/email/totp_activated": _("An app for one-time codes was connected to your account."),
    "mfa/email/totp_deactivated": _("The app for one-time codes was disconnected from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
}
