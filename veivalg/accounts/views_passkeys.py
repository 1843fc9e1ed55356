"""Adding a passkey.

The library would make recovery codes with it; those belong to a second factor, not to another way in.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from veivalg.accounts.services import add_passkey


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc]
    """The library's page and ceremony, with our end to it."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = self.request.user
        add_passkey(user=user, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"])
        adapter = get_adapter(self.request)
        adapter.add_message(self.request, messages.SUCCESS, "mfa/messages/webauthn_added.txt")
        adapter.send_notification_mail("mfa/email/webauthn_added", user)
        return redirect("account_security")


add = AddPasskeyView.as_view()
