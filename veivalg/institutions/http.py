"""`@requires(Can.X)`: who may enter a view, decided before any row is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from veivalg.core.http import declare_access
from veivalg.institutions.members import MemberRequest
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
                return redirect_to_login(request.get_full_path())
            if not member.can(capability):
                raise PermissionDenied
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        declare_access(guarded, capability.name)
        return guarded

    return guard
