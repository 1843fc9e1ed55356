"""Django's forms in the clothes of Designsystemet: labels, help, errors and `aria-describedby` come from the server."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList


class DesignsystemRenderer(TemplatesSetting):
    form_template_name = "core/forms/form.html"
    field_template_name = "core/forms/field.html"


class Errors(ErrorList):
    template_name = "core/forms/errors.html"


class Form(forms.Form):
    """A form whose errors are listed on top with links to the fields, and said again at each field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", Errors)
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            style_widget(field.widget)


class ModelForm(forms.ModelForm):  # type: ignore[type-arg]
    """The same, for a model."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", Errors)
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            style_widget(field.widget)


def style_widget(widget: forms.Widget) -> None:
    """Give a widget the class that Designsystemet styles."""
    widget.attrs.setdefault("class", "ds-input")
    if isinstance(widget, forms.Textarea):
        widget.attrs.setdefault("rows", 6)
