"""Finds out who is asking, speaks their language and opens the rows of the institution they act at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from veivalg.institutions.members import ACTIVE_INSTITUTION, Member
from veivalg.institutions.queries import member_for
from veivalg.institutions.scoping import acting_for


class MemberMiddleware:
    """Sets `request.member` (None for those not signed in)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = self.member(request)
        request.member = member  # type: ignore[attr-defined]
        if member and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(member.person.language)
            request.LANGUAGE_CODE = translation.get_language()
        with acting_for(member.institution) if member and member.institution else nullcontext():
            return self.get_response(request)

    def member(self, request: HttpRequest) -> Member | None:
        if not request.user.is_authenticated:
            return None
        return member_for(request.user, slug=request.session.get(ACTIVE_INSTITUTION))
