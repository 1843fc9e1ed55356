"""Sign-in pages of our own; the others are allauth's."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from veivalg.accounts.access import get_demo_account
from veivalg.accounts.models import User
from veivalg.accounts.queries import security_of
from veivalg.accounts.services import end_other_sessions, remove_password
from veivalg.core.http import public, signed_in


def account(request: HttpRequest) -> User:
    """The account behind a view that `signed_in` guards."""
    assert isinstance(request.user, User)  # noqa: S101 (tells the type; the guard has asked already)
    return request.user


@public
@require_GET
def demo_sign_in(request: HttpRequest, demo_name: str) -> HttpResponse:
    """Enter as one of the invented people. The address exists in a demo only."""
    user = get_demo_account(demo_name)
    get_adapter(request).login(request, user)
    record_authentication(request, user, method="demo")  # so that it counts as having signed in just now
    return redirect("/")


@public
@require_GET
def ways_in(request: HttpRequest) -> HttpResponse:
    """How one gets an account, for those whose institution is not here yet or who took another address."""
    return render(request, "account/signup_closed.html", {"feide": bool(settings.FEIDE_CLIENT_ID)})


@signed_in
@require_GET
def security(request: HttpRequest) -> HttpResponse:
    """Ways in, and where one is in."""
    return render(
        request, "account/security.html", {"security": security_of(account(request), request.session.session_key)}
    )


@signed_in
@require_POST
def password_remove(request: HttpRequest) -> HttpResponse:
    """Do without a password."""
    update_session_auth_hash(request, remove_password(user=account(request)))
    messages.success(request, _("The password is gone. You sign in with a code by mail or a passkey."))
    return redirect("account_security")


@signed_in
@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    ended = end_other_sessions(user=account(request), session_key=request.session.session_key)
    text = ngettext("%(count)s other browser is signed out.", "%(count)s other browsers are signed out.", ended)
    messages.success(request, text % {"count": ended} if ended else _("You are signed in nowhere else."))
    return redirect("account_security")
