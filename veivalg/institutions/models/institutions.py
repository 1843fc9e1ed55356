"""An institution and its units."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.models import InLanguage, in_language
from veivalg.institutions.scoping import InstitutionOwned


class Institution(models.Model):
    """A university, university college, research institute or health trust."""

    class Kind(models.TextChoices):
        UNIVERSITY = "university", _("University")
        UNIVERSITY_COLLEGE = "university-college", _("University college")
        INSTITUTE = "institute", _("Research institute")
        HEALTH_TRUST = "health-trust", _("Health trust")

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    ror_id = models.CharField(
        max_length=9, blank=True, validators=[RegexValidator(r"^0[a-hj-km-np-tv-z0-9]{6}\d{2}$")], help_text="ROR id"
    )
    default_language = models.CharField(max_length=10, default="nb")
    # The framework sets no limits in months; these are the product's own defaults, and the institution may change them.
    start_months = models.PositiveSmallIntegerField(default=6)
    onward_months = models.PositiveSmallIntegerField(default=12)
    # How long somebody whose affiliation has ended may go on using the offering.
    months_after_end = models.PositiveSmallIntegerField(default=12)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    # Whether anybody may open the institution's page; where not, it looks as if it did not exist.
    is_public = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(fields=["ror_id"], condition=~Q(ror_id=""), name="one_institution_per_ror_id"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def name(self) -> str:
        """The name in the reader's language; prefetch `names` before listing several."""
        row = in_language(self.names.all())
        return row.name if row else self.slug

    @property
    def has_duty(self) -> bool:
        """The regulation's duty to give access: only under the Universities and University Colleges Act."""
        return self.kind in {self.Kind.UNIVERSITY, self.Kind.UNIVERSITY_COLLEGE}


class InstitutionName(InLanguage):
    """The institution's name in one language."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "language"], name="one_institution_name_per_language")
        ]

    def __str__(self) -> str:
        return self.name


class Unit(InstitutionOwned):
    """Faculty, department, centre, clinic: a tree by `parent`."""

    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    code = models.CharField(max_length=40)

    class Meta(InstitutionOwned.Meta):
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "code"], name="one_unit_per_code"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="unit_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        row = in_language(self.names.all())
        return row.name if row else self.code


class UnitName(InLanguage):
    """The unit's name in one language."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "language"], name="one_unit_name_per_language")]

    def __str__(self) -> str:
        return self.name
