"""The forms of sign-in: the library's rules in the product's clothes and words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.mfa.base import forms as second
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.accounts.services import open_account
from veivalg.core.forms import Errors, style_widget

# What the column holds, and the longest that mail servers take.
LONGEST_ADDRESS = 254
ADDRESS = _("E-mail address")
CODE = _("The code")


class Clothed(forms.Form):
    """Labels of our own, errors and widgets as everywhere else, no placeholders."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"error_class": Errors, "label_suffix": ""}
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            style_widget(field.widget)
            if isinstance(field, forms.EmailField):
                field.validators.append(MaxLengthValidator(LONGEST_ADDRESS))


class AddressForm(Clothed, account.RequestLoginCodeForm):  # type: ignore[misc]
    """The first step: an address. What follows looks the same whether it is known or not."""

    labels = {"email": ADDRESS}
    _user: User | None

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user:
            # The library asks for a second code where it has no row for the address.
            sync_user_email_address(self._user)
        elif get_adapter().may_sign_up(email):
            self._user = open_account(email=email)
        return email


class CodeForm(Clothed, account.ConfirmLoginCodeForm):  # type: ignore[misc]
    labels = {"code": CODE}


class PasswordForm(Clothed, account.LoginForm):  # type: ignore[misc]
    labels = {"login": ADDRESS, "password": _("Password")}


class NewAddressForm(Clothed, account.AddEmailForm):  # type: ignore[misc]
    labels = {"email": _("New address")}
    helps = {"email": _("We send a code there, so that we know it is yours.")}


class OtherAddressForm(Clothed, account.ChangeEmailForm):  # type: ignore[misc]
    labels = {"email": _("New address")}


class NewAddressCodeForm(Clothed, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    labels = {"code": CODE}


NEW_PASSWORD = _("At least twelve characters. A short sentence is easy to remember and hard to guess.")


class SetPasswordForm(Clothed, account.SetPasswordForm):  # type: ignore[misc]
    labels = {"password1": _("Password"), "password2": _("The same password again")}
    helps = {"password1": NEW_PASSWORD}


class ChangePasswordForm(Clothed, account.ChangePasswordForm):  # type: ignore[misc]
    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("The same password again"),
    }
    helps = {"password1": NEW_PASSWORD}


class ReauthenticateForm(Clothed, account.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Password")}


class SecondFactorForm(Clothed, second.AuthenticateForm):  # type: ignore[misc]
    labels = {"code": _("The code from your app, or a recovery code")}


class SecondFactorAgainForm(Clothed, second.ReauthenticateForm):  # type: ignore[misc]
    labels = {"code": _("The code from your app, or a recovery code")}


class ActivateAppForm(Clothed, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("The code that the app shows")}


class AddPasskeyForm(Clothed, passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """Always a key that signs in by itself."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
    labels = {"name": _("What to call it")}
    helps = {"name": _("Such as: work laptop, phone.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": _("Passkey"), "passwordless": True}
        super().__init__(*args, **kwargs)


class RenamePasskeyForm(Clothed, passkeys.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("What to call it")}
