"""What a person can do, in their own hands: skills with examples, marks on occupations, wishes, and the way back."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.competence.models.taxonomy import LONGEST_URI
from veivalg.competence.models.texts import Source
from veivalg.institutions.models import Person

MOST_EXAMPLES = 3
FRESH = timedelta(minutes=10)


class SkillClaim(models.Model):
    """A skill that was found in a text or added by hand, and what the person says about it.

    The skill is known by its URI: editions of the taxonomy come and go, the claim stays.
    """

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Set aside")
        ADDED = "added", _("Added by you")

    class Learned(models.TextChoices):
        WORK = "work", _("At work or in research")
        TEACHING = "teaching", _("By teaching or supervising")
        COURSE = "course", _("In a course or degree")
        PROJECT = "project", _("In a project")
        VOLUNTEER = "volunteer", _("In voluntary work")
        OWN = "own", _("On my own")

    #: A skill the person says that they have.
    HELD = (State.CONFIRMED, State.ADDED)

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="skill_claims")
    uri = models.CharField(max_length=LONGEST_URI)
    state = models.CharField(max_length=10, choices=State)
    learned = models.CharField(max_length=10, choices=Learned, blank=True)
    level = models.CharField(max_length=200, blank=True, help_text="How well, in the person's own words.")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "uri"], name="one_claim_per_person_and_skill"),
            models.CheckConstraint(
                condition=Q(state__in=["suggested", "confirmed", "rejected", "added"]), name="claim_state_is_known"
            ),
        ]
        indexes = [models.Index(fields=["person", "state"], name="claim_by_person_and_state")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.uri}"

    @property
    def is_held(self) -> bool:
        return self.state in self.HELD


class Mention(models.Model):
    """Where in a text a skill was found. Goes with the text."""

    claim = models.ForeignKey(SkillClaim, on_delete=models.CASCADE, related_name="mentions")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rank = models.PositiveSmallIntegerField(help_text="The engine's order: the most telling first.")

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "source"], name="one_mention_per_skill_and_text"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mention_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class Example(models.Model):
    """A situation in which the person used the skill: one to three, in their own words."""

    claim = models.ForeignKey(SkillClaim, on_delete=models.CASCADE, related_name="examples")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=600)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="one_example_per_number"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MOST_EXAMPLES), name="one_to_three_examples_per_skill"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="example_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}.{self.number}"


class OccupationMark(models.Model):
    """What a person thinks of a suggested occupation; moves similar ones up or down."""

    class Opinion(models.TextChoices):
        INTERESTING = "interesting", _("Interesting")
        NOT_FOR_ME = "not-for-me", _("Not for me")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="occupation_marks")
    uri = models.CharField(max_length=LONGEST_URI)
    opinion = models.CharField(max_length=12, choices=Opinion)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "uri"], name="one_mark_per_person_and_occupation")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.opinion} {self.uri}"


class Wishes(models.Model):
    """What matters to the person. All of it optional, and nothing is concluded from an empty answer."""

    class Sector(models.TextChoices):
        BOTH = "", _("Both, or not decided")
        OUTSIDE = "outside", _("Outside academia")
        ACADEMIA = "academia", _("Inside academia")

    class Norwegian(models.TextChoices):
        ANY = "", _("Not a limit for me")
        NONE = "none", _("None yet")
        B1 = "B1", _("I manage in everyday life (B1)")
        B2 = "B2", _("I work in Norwegian (B2)")

    class Place(models.TextChoices):
        ANYWHERE = "", _("Anywhere")
        NORTH = "north", _("Northern Norway")
        MIDDLE = "middle", _("Trøndelag")
        WEST = "west", _("Western Norway")
        SOUTH = "south", _("Southern Norway")
        EAST = "east", _("Eastern Norway")
        ABROAD = "abroad", _("Abroad")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="wishes")
    sector = models.CharField(max_length=8, choices=Sector, blank=True)
    place = models.CharField(max_length=6, choices=Place, blank=True)
    norwegian = models.CharField(max_length=4, choices=Norwegian, blank=True)
    without_licence = models.BooleanField(default=False)
    without_clearance = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.person_id}"


class Act(models.Model):
    """The way back from one step: how the rows it touched were before. The newest is undone first."""

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed.")
        REJECTED = "rejected", _("Set aside.")
        ADDED = "added", _("Skill added.")
        RESTORED = "restored", _("Taken back.")
        DESCRIBED = "described", _("Description saved.")
        INTERESTING = "interesting", _("Marked as interesting.")
        NOT_FOR_ME = "not-for-me", _("Marked as not for you.")
        UNMARKED = "unmarked", _("Mark taken away.")
        WISHED = "wished", _("Saved what matters to you.")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="competence_acts")
    kind = models.CharField(max_length=12, choices=Kind)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"

    @property
    def is_fresh(self) -> bool:
        """Whether the way back should follow the reader down the page."""
        return timezone.now() - self.created_at < FRESH
