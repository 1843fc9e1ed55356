"""What this app itself tells people, and the mails that come from Django's mail API: codes, invitations, security."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from veivalg.notifications.kinds import Kind

WELCOME = Kind("notifications.welcome", _("Welcome"))
# Whatever another library or app sends without naming a kind is presumed to hold something secret.
ACCOUNT = Kind("notifications.account", _("Your account and invitations"), essential=True, secret=True)
SIGN_IN_CODE = Kind(
    "notifications.sign-in-code",
    _("Codes for signing in"),
    essential=True,
    secret=True,
    lives_for=timedelta(minutes=15),
)

KINDS = [WELCOME, ACCOUNT, SIGN_IN_CODE]
