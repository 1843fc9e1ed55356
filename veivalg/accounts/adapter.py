"""What the sign-in library asks the product: texts, mails, and how much it takes to come in."""

from __future__ import annotations

import base64
import hashlib
from time import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils import timezone

from veivalg.accounts.models import User
from veivalg.accounts.texts import ERRORS, MESSAGES, NOTES
from veivalg.accounts.user_agents import browser_name

SECOND_FACTOR = "veivalg.accounts.stages.SecondFactorStage"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The library's hooks, with the product's words and rules."""

    error_messages = DefaultAccountAdapter.error_messages | ERRORS

    def may_sign_up(self, email: str) -> bool:
        """Whether an account may be made for a new address: nobody's, as far as accounts know."""
        return False

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by the first sign-in code alone."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, and let the person recognise this browser among their others."""
        super().login(request, user)
        request.session["signed_in_at"] = timezone.now().isoformat()
        request.session["browser"] = browser_name(request.headers.get("User-Agent", ""))

    def clean_email(self, email: str) -> str:
        """An invented person keeps an invented address."""
        user = self.request.user if self.request else None
        if isinstance(user, User) and user.demo_name and not email.endswith(".example"):
            raise ValidationError(str(ERRORS["invalid_login"]))
        return email

    def is_login_by_code_required(self, login: Any) -> bool:
        """A password alone is not enough: a code by mail besides, where no app gives one."""
        records = get_authentication_records(self.request, login.user)
        by_password = bool(records) and records[-1]["method"] == "password"
        return by_password and not is_mfa_enabled(login.user, [Authenticator.Type.TOTP])

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who has just signed in need not do so again: a lost passkey can be removed after a code by mail."""
        records = get_authentication_records(self.request, self.request.user)
        fresh = bool(records) and time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not fresh and super().is_reauthentication_required(app=app, **kwargs)

    def get_login_stages(self) -> list[str]:
        """The library's own steps, with our rule of when a second factor is asked for."""
        return [SECOND_FACTOR if "AuthenticateStage" in path else path for path in super().get_login_stages()]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say it in our words, and leave out what the page shows anyway."""
        text = message
        if message_template in MESSAGES:
            at_sign_in = message_template.endswith("email_confirmed.txt") and not request.user.is_authenticated
            text = "" if at_sign_in else str(MESSAGES[message_template]) % (message_context or {})
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """A mail with a code says what it is: the outbox does not send it once the code has run out."""
        if "code" in context:
            headers = {**(headers or {}), "X-Veivalg-Kind": "notifications.sign-in-code"}
        message: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        return message

    def send_account_already_exists_mail(self, email: str) -> None:
        """The library would point to pages that the product does not have."""
        self.send_mail("account/email/account_already_exists", email, {})

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell the owner what happened to the account; no address and no browser in the mail."""
        note = str(NOTES[template_prefix]) % (context or {})
        self.send_mail("account/email/note", email or user.email, {"note": note})


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of apps and recovery codes encrypted with a key made from SECRET_KEY."""

    error_messages = DefaultMFAAdapter.error_messages | ERRORS

    def encrypt(self, text: str) -> str:
        return ciphers().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return ciphers().decrypt(encrypted_text.encode()).decode()


def ciphers() -> MultiFernet:
    """The newest key first; the fallbacks still open what they closed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"second factor:" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
