from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veivalg.core.forms import Form
from veivalg.notifications.kinds import all_kinds


class MailsForm(Form):
    by_mail = forms.MultipleChoiceField(
        label=_("Send me a mail about"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        optional = [(kind.code, kind.title) for kind in all_kinds().values() if not kind.essential]
        self.fields["by_mail"].choices = optional  # type: ignore[attr-defined]
