"""What a person sees of their own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from veivalg.accounts.models import Session, User


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A browser that is signed in."""

    browser: str
    signed_in_at: datetime | None
    here: bool


@dataclass(frozen=True, slots=True)
class Security:
    """Ways in, and where one is in."""

    has_password: bool
    has_app: bool
    passkeys: list[Authenticator]
    sessions: list[OwnSession]


def security_of(user: User, session_key: str | None) -> Security:
    """Everything on the page for sign-in and security."""
    authenticators = list(Authenticator.objects.filter(user=user))
    return Security(
        has_password=user.has_usable_password(),
        has_app=any(row.type == Authenticator.Type.TOTP for row in authenticators),
        passkeys=[row for row in authenticators if row.type == Authenticator.Type.WEBAUTHN],
        sessions=own_sessions(user, session_key),
    )


def name_from_feide(user: User) -> str:
    """What Feide calls the person, to spare them the typing; nothing where they did not come through Feide."""
    tie = SocialAccount.objects.filter(user=user).first()
    told = tie.extra_data.get("userinfo", {}) if tie else {}
    return str(told.get("name", ""))[:200]


def own_sessions(user: User, session_key: str | None) -> list[OwnSession]:
    """Where the account is signed in, this browser first."""
    rows = []
    for session in Session.objects.filter(account=user, expire_date__gt=timezone.now()):
        data = session.get_decoded()
        at = data.get("signed_in_at")
        rows.append(
            OwnSession(
                browser=data.get("browser", ""),
                signed_in_at=datetime.fromisoformat(at) if at else None,
                here=session.session_key == session_key,
            )
        )
    return sorted(rows, key=lambda row: (not row.here, -(row.signed_in_at.timestamp() if row.signed_in_at else 0)))
