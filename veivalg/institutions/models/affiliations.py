"""How a person belongs to an institution over time: employment, doctoral agreement or guest stay."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.models import InLanguage, in_language
from veivalg.institutions.models.institutions import Unit
from veivalg.institutions.models.people import Person
from veivalg.institutions.scoping import InstitutionOwned


class PositionType(models.Model):
    """Reference data: stipendiat, postdoktor and so on, with two flags that rules and figures ask for."""

    code = models.SlugField(unique=True)
    duty_in_regulation = models.BooleanField(help_text="The regulation says that the institution must give access.")
    in_target_group = models.BooleanField(help_text="Belongs to the framework's target group.")
    state_codes = models.JSONField(default=list, help_text="State position codes, as text.")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        row = in_language(self.names.all())
        return row.name if row else self.code


class PositionTypeName(InLanguage):
    """The position type's name in one language."""

    position_type = models.ForeignKey(PositionType, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["position_type", "language"], name="one_position_type_name_per_language")
        ]

    def __str__(self) -> str:
        return self.name


class Affiliation(InstitutionOwned):
    """One contract, agreement or stay. Consecutive ones are read as one line (`institutions.phases`)."""

    class Kind(models.TextChoices):
        EMPLOYMENT = "employment", _("Employment")
        DOCTORAL_AGREEMENT = "doctoral-agreement", _("Doctoral agreement")
        GUEST = "guest", _("Guest")

    class Source(models.TextChoices):
        IMPORTED = "imported", _("from the staff register")
        SELF_STATED = "self-stated", _("stated by the person")
        ENTERED = "entered", _("entered by the institution")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    kind = models.CharField(max_length=20, choices=Kind)
    position_type = models.ForeignKey(PositionType, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="affiliations")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    percentage = models.PositiveSmallIntegerField(default=100)
    source = models.CharField(max_length=12, choices=Source)

    class Meta(InstitutionOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="affiliation_ends_after_it_began"
            ),
            models.CheckConstraint(condition=Q(percentage__gte=1, percentage__lte=100), name="affiliation_percentage"),
        ]
        indexes = [models.Index(fields=["institution", "ends_on"], name="affiliation_by_end")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.starts_on}–{self.ends_on or ''}"


class Leave(models.Model):
    """Days away. Only the dates: no reason is ever asked for or stored."""

    affiliation = models.ForeignKey(Affiliation, on_delete=models.CASCADE, related_name="leaves")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="leave_ends_after_it_began"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}–{self.ends_on}"
