"""Skills and occupations as rows, and the frozen editions that the matching engine works with.

Rows hold what each source says about a concept: our own vocabulary and ESCO, kept apart, so that either can be read
again at any time. An *edition* is both merged by URI, frozen; our words win. Pages see the edition in use and never the
rows: however far an import has come, nothing of it shows until its edition is taken into use.
"""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.models import InLanguage
from veivalg.institutions.models import Person

LONGEST_URI = 320


class Origin(models.TextChoices):
    """Who says it."""

    DEFAULT = "default", _("Veivalg's own vocabulary")
    ESCO = "esco", _("ESCO")


class Concept(models.Model):
    """A skill or an occupation, known by its URI, as one source describes it."""

    class Kind(models.TextChoices):
        SKILL = "skill", _("Skill")
        OCCUPATION = "occupation", _("Occupation")

    source = models.CharField(max_length=7, choices=Origin)
    uri = models.CharField(max_length=LONGEST_URI)
    kind = models.CharField(max_length=10, choices=Kind)
    version = models.CharField(max_length=40, blank=True, help_text="The last version of the source that named it.")
    # Named by an earlier version and no longer by the newest: kept, because somebody may have confirmed it.
    retired = models.BooleanField(default=False)
    # Occupations: sector, isco, styrk08, employers, norwegian, licence, clearance, fields, summary by language.
    # Skills: kind, researchcomp, broader. ESCO gives isco and broader only.
    attributes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "uri"], name="one_concept_per_source_and_uri")]
        indexes = [models.Index(fields=["uri"], name="concept_by_uri")]

    def __str__(self) -> str:
        return self.uri


class ConceptLabel(InLanguage):
    """A name of a concept in one language."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="labels")
    text = models.CharField(max_length=300)
    preferred = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"], condition=Q(preferred=True), name="one_preferred_label_per_language"
            ),
            models.UniqueConstraint(fields=["concept", "language", "text"], name="one_label_of_a_text_per_language"),
        ]

    def __str__(self) -> str:
        return self.text


class Link(models.Model):
    """An occupation needs a skill (essential) or has use for it."""

    occupation = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="needs")
    skill = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="needed_by")
    essential = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["occupation", "skill"], name="one_link_per_pair")]

    def __str__(self) -> str:
        return f"{self.occupation_id} – {self.skill_id}"


class Edition(models.Model):
    """Everything the engine knows at one time, frozen; one is in use."""

    key = models.CharField(max_length=32, unique=True, help_text="A hash of the content.")
    esco_versions = models.JSONField(default=list, help_text="Versions of ESCO in it, as text; empty: ours alone.")
    skills = models.PositiveIntegerField()
    occupations = models.PositiveIntegerField()
    # Compressed JSON: any machine can build the engine's file from it, also for an edition of last year.
    content = models.BinaryField()
    active = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["active"], condition=Q(active=True), name="one_edition_in_use")]

    def __str__(self) -> str:
        return self.key


class TaxonomyImport(models.Model):
    """One run of the importer: how far it has come, what it skipped, how it ended."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("Under way")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    files = models.JSONField(default=list, help_text="Names as uploaded.")
    current_file = models.CharField(max_length=300, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    # [file, reason, count], the files that were passed over included.
    skipped = models.JSONField(default=list)
    error = models.CharField(max_length=40, blank=True, help_text="Code of matching's TaxonomyError, or `broken`.")
    error_details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    edition = models.ForeignKey(Edition, null=True, blank=True, on_delete=models.SET_NULL, related_name="imports")
    started_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # A run that has not given a sign for a while has died with its worker and may be started again.
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="running"), name="one_import_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 0

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.QUEUED, self.State.RUNNING}
