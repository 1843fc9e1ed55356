"""The account with which a person signs in. It knows no roles: who somebody is stands in `institutions`."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    """Accounts are found by e-mail address, in whatever case it is written."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> User:
        """Make an account; without a password it signs in by e-mail code or passkey."""
        user = self.model(email=email.strip().lower(), **extra)
        user.set_password(password) if password else user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An e-mail address that can sign in."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    # Opens the demo sign-in; real people have none.
    demo_name = models.SlugField(max_length=80, null=True, blank=True, unique=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_address"),
            # Addresses under .example reach nobody (RFC 2606): no real account can be entered by the demo sign-in.
            models.CheckConstraint(
                condition=Q(demo_name=None) | Q(email__endswith=".example"), name="only_demo_people_have_a_demo_name"
            ),
        ]

    def __str__(self) -> str:
        return self.email


class Session(AbstractBaseSession):
    """A browser that is signed in. Knowing whose it is lets a person see and end their own; no address is kept."""

    account_id: int | None
    account = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from veivalg.accounts.sessions import SessionStore

        return SessionStore
