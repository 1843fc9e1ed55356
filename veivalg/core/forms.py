"""Django's forms in the clothes of Designsystemet: labels, help, errors and `aria-describedby` come from the server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList


class DesignsystemRenderer(TemplatesSetting):
    form_template_name = "core/forms/form.html"
    formset_template_name = "core/forms/formset.html"
    field_template_name = "core/forms/field.html"


class Errors(ErrorList):
    template_name = "core/forms/errors.html"


class Form(forms.Form):
    """A form whose errors are listed on top with links to the fields, and said again at each field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", Errors)
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        style_widgets(self.fields.values())


class ModelForm(forms.ModelForm):  # type: ignore[type-arg]
    """The same, for a model."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", Errors)
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        style_widgets(self.fields.values())


def style_widgets(fields: Iterable[forms.Field]) -> None:
    """Dress the widgets of a form that is not ours, too: those of allauth, say."""
    for field in fields:
        style_widget(field.widget)


def style_widget(widget: forms.Widget) -> None:
    """Give a widget the class and template that Designsystemet styles."""
    if isinstance(widget, forms.FileInput):
        widget.template_name = "core/forms/file.html"
        widget.attrs.setdefault("class", "file-input")
        return
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        widget.template_name = "core/forms/choices.html"
    if isinstance(widget, forms.Textarea):
        widget.attrs["rows"] = widget.attrs.get("rows") or 6
    widget.attrs.setdefault("class", "ds-input")


class DateInput(forms.DateInput):
    """A date, picked or typed; browsers want it in ISO form whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")
