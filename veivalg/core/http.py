"""Who may enter a view, said at the view. A test walks every URL and fails on one that says nothing.

`requires(Can.X)`, for a person in an institution, stands in `institutions.http`, where capabilities are known.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

PUBLIC = "public"
SIGNED_IN = "signed in"


def declare_access(view: Callable[..., HttpResponseBase], access: str) -> None:
    """Leave on the view what the walk over all URLs reads: `public`, `signed in` or the name of a capability."""
    view.access = access  # type: ignore[attr-defined]


def public(view: View[P]) -> View[P]:
    """Anybody may enter, also without an account: a decision, not an oversight."""
    declare_access(view, PUBLIC)
    return view


def signed_in(view: View[P]) -> View[P]:
    """Anybody with an account may enter, whatever their roles."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    declare_access(guarded, SIGNED_IN)
    return guarded
