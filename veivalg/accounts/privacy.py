"""What an account keeps about a person. The person is known by the id in `institutions`."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.accounts.queries import own_sessions
from veivalg.core.privacy import Kept

TO_LET_YOU_IN = _("To let you sign in, and nobody else.")
WHAT_YOU_ASK_FOR = _("Necessary to give you what you ask for.")
UNTIL_DELETED = _("Until you delete your account.")


def kept() -> list[Kept]:
    return [
        Kept("accounts.User", TO_LET_YOU_IN, WHAT_YOU_ASK_FOR, UNTIL_DELETED, _("You.")),
        Kept(
            "accounts.Session",
            purpose=_("To keep you signed in, and to show you where you are. The name of the browser, no address."),
            legal_basis=WHAT_YOU_ASK_FOR,
            retention=_("Until you sign out, twelve hours at most."),
            who_sees=_("You."),
        ),
        Kept("account.EmailAddress", TO_LET_YOU_IN, WHAT_YOU_ASK_FOR, UNTIL_DELETED, _("You.")),
        Kept(
            "mfa.Authenticator",
            purpose=_("Passkeys and the app for one-time codes, where you have connected them."),
            legal_basis=WHAT_YOU_ASK_FOR,
            retention=_("Until you remove them or delete your account."),
            who_sees=_("You. Secrets are encrypted."),
        ),
        Kept(
            "socialaccount.SocialAccount",
            purpose=_("To recognise you when you come through Feide, where you do."),
            legal_basis=WHAT_YOU_ASK_FOR,
            retention=UNTIL_DELETED,
            who_sees=_("You."),
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    return {"accounts": [account_as_data(user) for user in User.objects.filter(person=person_id)]}


def account_as_data(user: User) -> dict[str, Any]:
    return {
        "email": user.email,
        "joined_at": user.joined_at,
        "last_login": user.last_login,
        "has_password": user.has_usable_password(),
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "authenticators": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
        "feide": list(SocialAccount.objects.filter(user=user).values("provider", "uid", "last_login", "extra_data")),
        "sessions": [{"browser": row.browser, "signed_in_at": row.signed_in_at} for row in own_sessions(user, None)],
    }


@transaction.atomic
def erase(person_id: int) -> None:
    """The account with its sessions, addresses, keys and ties to Feide."""
    User.objects.filter(person=person_id).delete()
