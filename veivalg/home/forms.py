"""What a person can mistype here: the word that confirms a deletion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veivalg.core.forms import Form

# The word to type, in the reader's language.
CONFIRMATION = _("delete")


class DeleteAccountForm(Form):
    """Deleting cannot be undone: the person writes a word before the button does anything."""

    confirmation = forms.CharField(max_length=50, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmation"].label = _("Write “%(word)s” to confirm") % {"word": CONFIRMATION}

    def clean_confirmation(self) -> str:
        typed = str(self.cleaned_data["confirmation"])
        if typed.strip().casefold() != str(CONFIRMATION).casefold():
            raise forms.ValidationError(
                _("Write the word “%(word)s”, or go back: nothing has been deleted."), params={"word": CONFIRMATION}
            )
        return typed
