"""What a person can mistype about themselves, their positions and their institution."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.core.forms import Form
from veivalg.institutions.models import Affiliation, Institution, PositionType, Unit
from veivalg.institutions.phases import Stretch
from veivalg.institutions.queries import position_types, units_of
from veivalg.institutions.services import PositionFields

# Dates further away than a working life are slips of the keyboard.
YEARS_BACK, YEARS_AHEAD = 50, 15


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def sensible(day: date | None) -> date | None:
    """Refuse a year that nobody meant."""
    today = timezone.localdate()
    earliest, latest = today - timedelta(days=366 * YEARS_BACK), today + timedelta(days=366 * YEARS_AHEAD)
    if day and not earliest <= day <= latest:
        raise ValidationError(_("Check the year."))
    return day


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class NameForm(Form):
    """What to call the person, and in which language."""

    name = forms.CharField(label=_("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"}))
    language = forms.ChoiceField(label=_("Language of pages and mails"), choices=languages)


class OwnSettingsForm(NameForm):
    reminders_during_leave = forms.BooleanField(label=_("Send me reminders also while I am on leave"), required=False)


class NamedChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice that shows the name in the reader's language."""

    def label_from_instance(self, row: PositionType | Unit | Institution) -> str:
        return row.name


class PositionForm(Form):
    """A position as its holder knows it from the contract."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Affiliation.Kind.choices, widget=forms.RadioSelect)
    position_type = NamedChoice(
        label=_("Position"), queryset=PositionType.objects.none(), empty_label=_("Choose"), required=True
    )
    unit = NamedChoice(label=_("Unit"), queryset=None, empty_label=_("I would rather not say"), required=False)
    starts_on = forms.DateField(label=_("First day"), widget=DateInput())
    ends_on = forms.DateField(
        label=_("Last day"),
        widget=DateInput(),
        required=False,
        help_text=_("As in the contract. Leave it empty if no end is set."),
    )
    percentage = forms.IntegerField(label=_("Percentage"), min_value=1, max_value=100, initial=100)

    def __init__(
        self, *args: Any, institution: Institution, affiliation: Affiliation | None = None, **kwargs: Any
    ) -> None:
        if affiliation:
            kwargs["initial"] = {name: getattr(affiliation, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        if affiliation and affiliation.source != Affiliation.Source.SELF_STATED:
            # Disabled fields keep their value whatever is posted: the institution corrects these.
            for field in self.fields.values():
                field.disabled = True
        self.fields["position_type"].queryset = position_types()  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units_of(institution)  # type: ignore[attr-defined]

    def clean_starts_on(self) -> date | None:
        return sensible(self.cleaned_data["starts_on"])

    def clean_ends_on(self) -> date | None:
        ends_on = sensible(self.cleaned_data["ends_on"])
        starts_on = self.cleaned_data.get("starts_on")
        if ends_on and starts_on and ends_on < starts_on:
            raise ValidationError(_("The last day comes before the first."))
        return ends_on

    def position(self, leaves: tuple[Stretch, ...]) -> PositionFields:
        return PositionFields(**self.cleaned_data, leaves=leaves)


class LeaveForm(Form):
    """Days away, without a reason. Both empty: no leave."""

    starts_on = forms.DateField(label=_("Away from"), widget=DateInput(), required=False)
    ends_on = forms.DateField(label=_("Away until"), widget=DateInput(), required=False)

    def clean(self) -> dict[str, Any]:
        fields = self.cleaned_data
        starts_on, ends_on = fields.get("starts_on"), fields.get("ends_on")
        if (starts_on is None) != (ends_on is None) and not self.errors:
            raise ValidationError(_("Give both the first and the last day of the leave, or neither."))
        if starts_on and ends_on and ends_on < starts_on:
            raise ValidationError(_("The last day comes before the first."))
        sensible(starts_on)
        sensible(ends_on)
        return fields


class BaseLeaves(forms.BaseFormSet):  # type: ignore[type-arg]
    def stretches(self) -> tuple[Stretch, ...]:
        """The leave that was given."""
        given = [form.cleaned_data for form in self.forms if form.cleaned_data.get("starts_on")]
        return tuple(Stretch(row["starts_on"], row["ends_on"]) for row in given)


LeaveForms = forms.formset_factory(LeaveForm, extra=1, max_num=12, absolute_max=12, formset=BaseLeaves)


def leave_forms(data: Any, initial: list[dict[str, object]]) -> BaseLeaves:
    """The leave that is there, and room for one more."""
    return cast(BaseLeaves, LeaveForms(data, initial=initial, prefix="leave"))


class PhaseForm(Form):
    """The person's own choice of phase; empty lets the dates decide."""

    phase = forms.ChoiceField(choices=[("", ""), ("start", ""), ("underway", ""), ("onward", "")], required=False)
