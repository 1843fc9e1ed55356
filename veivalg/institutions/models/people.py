"""People, the roles they hold, and who leads, supervises or mentors whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.roles import PlatformRole, Role
from veivalg.institutions.scoping import InstitutionOwned


class Person(models.Model):
    """A human being, whatever institutions they belong to. Profile and plan belong to the person."""

    class ChosenPhase(models.TextChoices):
        START = "start", _("Start")
        UNDERWAY = "underway", _("Underway")
        ONWARD = "onward", _("Onward")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Empty until the person has signed in: staff are often imported before they come.
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.CharField(max_length=10, default="nb")
    # Empty: the phase is worked out from the affiliations.
    chosen_phase = models.CharField(max_length=10, choices=ChosenPhase, blank=True)
    reminders_during_leave = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_address")]

    def __str__(self) -> str:
        return self.name


class Membership(InstitutionOwned):
    """A role that a person holds at an institution, from a day and, when it has ended, until a day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(InstitutionOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "person", "role"], condition=Q(until=None), name="one_live_membership_per_role"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="membership_ends_after_it_began"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class PlatformMembership(models.Model):
    """A role over the whole platform."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="platform_memberships")
    role = models.CharField(max_length=20, choices=PlatformRole)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "role"], name="one_platform_membership_per_role")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class Relation(InstitutionOwned):
    """Who leads, supervises or mentors whom, at one institution. Neutrality of counsellors rests on these rows."""

    class Kind(models.TextChoices):
        LEADS = "leads", _("leads")
        SUPERVISES = "supervises", _("supervises")
        MENTORS = "mentors", _("mentors")

    class Source(models.TextChoices):
        IMPORTED = "imported", _("from the staff register")
        DERIVED = "derived", _("from the unit")
        DECLARED = "declared", _("said by the person")

    kind = models.CharField(max_length=12, choices=Kind)
    from_person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations_from")
    to_person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations_to")
    source = models.CharField(max_length=10, choices=Source)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(InstitutionOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "kind", "from_person", "to_person"],
                condition=Q(until=None),
                name="one_live_relation_of_a_kind",
            ),
            models.CheckConstraint(condition=~Q(from_person=F("to_person")), name="nobody_relates_to_themselves"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="relation_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_person_id} {self.kind} {self.to_person_id}"
