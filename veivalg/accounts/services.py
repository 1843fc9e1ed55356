"""What happens to accounts."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.core.errors import DomainError


class NotADemo(DomainError):
    """Invented people exist only where DEMO is on."""


@transaction.atomic
def make_demo_account(*, email: str, demo_name: str) -> User:
    """Make an account for an invented person, who then signs in at `/accounts/demo/<demo_name>/`.

    The address must end in `.example`; the database refuses a demo name on any other.
    """
    if not settings.DEMO:
        raise NotADemo(_("Demo people can be made only in a demo."))
    return User.objects.create_user(email, demo_name=demo_name)
