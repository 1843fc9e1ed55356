"""What happens to accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import Session, User
from veivalg.core.errors import DomainError

# An account that nobody has entered with the code within a day was opened by a slip of the keyboard, or by a stranger.
UNUSED_AFTER = timedelta(days=1)


class NotADemo(DomainError):
    """Invented people exist only where DEMO is on."""


@transaction.atomic
def make_demo_account(*, email: str, demo_name: str) -> User:
    """Make an account for an invented person, who then signs in at `/accounts/demo/<demo_name>/`.

    The address must end in `.example`; the database refuses a demo name on any other.
    """
    if not settings.DEMO:
        raise NotADemo(_("Demo people can be made only in a demo."))
    user = User.objects.create_user(email, demo_name=demo_name)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


@transaction.atomic
def open_account(*, email: str) -> User | None:
    """Make an account for an address that may come in; None where the address has one that is closed.

    It is empty until its owner types the code that goes to the address. Those never entered are cleared away here.
    """
    User.objects.filter(
        last_login=None, demo_name=None, person=None, joined_at__lt=timezone.now() - UNUSED_AFTER
    ).delete()
    email = email.strip().lower()
    user, new = User.objects.get_or_create(email=email, defaults={"password": "!"})
    if new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
    return user if user.is_active else None


@transaction.atomic
def remove_password(*, user: User) -> User:
    """Sign in by code, passkey or Feide only from now on; also the way out for a forgotten password."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    return user


@transaction.atomic
def add_passkey(*, user: User, name: str, credential: dict[str, Any]) -> Authenticator:
    """Let the person come in by a key on their computer or phone. `credential` has passed the ceremony."""
    passkey: Authenticator = WebAuthn.add(user, name, credential).instance
    return passkey


@transaction.atomic
def end_other_sessions(*, user: User, session_key: str | None) -> int:
    """Sign out every other browser; the number of them."""
    ended, _by_model = Session.objects.filter(account=user).exclude(session_key=session_key).delete()
    return ended
