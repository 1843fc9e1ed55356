"""`@requires(Can.X)`: who may enter a view, decided before any row is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from veivalg.core.http import declare_access
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.models import Institution
from veivalg.institutions.roles import Can

P = ParamSpec("P")
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]


def requires(capability: Can) -> Callable[[MemberView[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Let in those who hold the capability; others get the sign-in page or 403."""

    def guard(view: MemberView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            member = getattr(request, "member", None)
            if member is None:
                # An account without a person has not finished its first visit.
                signed_in = request.user.is_authenticated
                return redirect("institutions:welcome") if signed_in else redirect_to_login(request.get_full_path())
            if not member.can(capability):
                raise PermissionDenied
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        declare_access(guarded, capability.name)
        return guarded

    return guard


def where(request: MemberRequest) -> Institution:
    """The institution at which the person acts: there is one wherever a role at an institution was asked for."""
    institution = request.member.institution
    if institution is None:
        raise PermissionDenied
    return institution
