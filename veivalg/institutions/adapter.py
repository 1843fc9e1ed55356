"""Who may come in, and as whom: what accounts cannot know, since they know no institutions."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse

from veivalg.accounts.adapter import AccountAdapter
from veivalg.accounts.models import User
from veivalg.institutions.models import Person
from veivalg.institutions.queries import may_enter
from veivalg.institutions.services import claim_person, follow_address


class EntryAdapter(AccountAdapter):
    """Sign-up by invitation, by staff list or by approved domain alone."""

    def may_sign_up(self, email: str) -> bool:
        return may_enter(email)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Join the account to the person who was waiting for it."""
        claim_person(user=user)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """An account without a person has its first visit before it."""
        known = Person.objects.filter(user=request.user.pk).exists()
        return str(super().get_login_redirect_url(request)) if known else "/welcome/"

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        """The person's address follows the account's."""
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            follow_address(user=User.objects.get(pk=email_address.user_id))
        return confirmed


class FeideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The same rules for those who come through Feide."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An address that Feide does not vouch for is confirmed by a code before anybody is in."""
        return any(may_enter(address.email) for address in sociallogin.email_addresses)
