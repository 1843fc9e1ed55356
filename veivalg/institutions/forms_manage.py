"""What a coordinator can mistype: addresses, roles, domains, names, units."""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator, validate_email
from django.utils.translation import gettext_lazy as _

from veivalg.core.forms import Form, ModelForm
from veivalg.institutions.forms import NamedChoice, languages
from veivalg.institutions.models import Institution, Unit
from veivalg.institutions.queries import units_of
from veivalg.institutions.roles import Role

MOST_AT_ONCE = 100
DOMAIN = RegexValidator(
    r"^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$",
    _("Write the part after @, such as nordhavn.example."),
)


class Addresses(forms.CharField):
    """Several addresses, one a line or with commas between, each with a name if one likes."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[tuple[str, str]]:
        lines = [line.strip() for line in re.split(r"[\n,;]+", super().clean(value)) if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(most)s at a time.") % {"most": MOST_AT_ONCE})
        found = [parseaddr(line) for line in lines]
        for line, (_name, email) in zip(lines, found, strict=True):
            try:
                validate_email(email)
            except ValidationError as error:
                raise ValidationError(_("This is no e-mail address: %(line)s") % {"line": line}) from error
        return list({email.lower(): (name[:200], email.lower()) for name, email in found}.values())


class InvitationForm(Form):
    people = Addresses(
        label=_("E-mail addresses"),
        help_text=_("One a line. A name may stand before the address: Ingrid Strand <ingrid@nordhavn.example>"),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.RESEARCHER)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=languages)


class RoleForm(Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class DomainForm(Form):
    domain = forms.CharField(
        label=_("E-mail domain"),
        help_text=_("The part after @. Whoever receives mail there may come in as a researcher."),
    )

    def clean_domain(self) -> str:
        typed = str(self.cleaned_data["domain"]).strip().lower().rpartition("@")[2]
        try:
            domain = typed.encode("idna").decode("ascii")
        except UnicodeError:
            domain = typed
        DOMAIN(domain)
        return domain


class Named:
    """Fields `name_nb`, `name_nn` … for a name in each language of the site; one at least must be there."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def add_names(self, names: dict[str, str], length: int = 200) -> None:
        for code, language in settings.LANGUAGES:
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name, %(language)s") % {"language": language},
                max_length=length,
                required=False,
                initial=names.get(code, ""),
                widget=forms.TextInput({"class": "ds-input", "lang": code}),
            )

    def names(self) -> dict[str, str]:
        return {code: self.cleaned_data.get(f"name_{code}", "").strip() for code, _name in settings.LANGUAGES}

    def require_a_name(self) -> None:
        if not any(self.names().values()):
            raise ValidationError(_("Give the name in one language at least."))


class InstitutionForm(Named, ModelForm):
    class Meta:
        model = Institution
        fields = [
            "contact_name",
            "contact_email",
            "contact_phone",
            "default_language",
            "start_months",
            "onward_months",
            "months_after_end",
            "is_public",
        ]
        labels = {
            "contact_name": _("Contact: name"),
            "contact_email": _("Contact: e-mail"),
            "contact_phone": _("Contact: phone"),
            "default_language": _("Language to begin with"),
            "start_months": _("Months that count as start"),
            "onward_months": _("Months that count as onward, before the end"),
            "months_after_end": _("Months after the end in which the offering stays open"),
            "is_public": _("Show the institution's page to everybody"),
        }
        help_texts = {
            "onward_months": _("At most the last third of a term. The framework sets no limits: these are your own."),
        }
        widgets = {"default_language": forms.Select(choices=languages())}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_names({row.language: row.name for row in self.instance.names.all()})
        self.order_fields([name for name in self.fields if name.startswith("name_")])
        for name, most in {"start_months": 36, "onward_months": 36, "months_after_end": 60}.items():
            self.fields[name].validators.append(MaxValueValidator(most))

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require_a_name()
        return self.cleaned_data

    def columns(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class UnitForm(Named, Form):
    code = forms.SlugField(
        label=_("Code"), max_length=40, help_text=_("Short, for lists and imports: letters, digits and hyphens.")
    )
    parent = NamedChoice(label=_("Belongs to"), queryset=None, empty_label=_("Nothing above"), required=False)

    def __init__(self, *args: Any, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = units_of(institution)  # type: ignore[attr-defined]
        self.add_names({})

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require_a_name()
        return self.cleaned_data


class UnitNamesForm(Named, Form):
    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_names({row.language: row.name for row in unit.names.all()})

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require_a_name()
        return self.cleaned_data
