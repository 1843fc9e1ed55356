"""Tenancy: rows of an institution are reachable only inside `with acting_for(institution):`.

A filter that is forgotten becomes an exception and not a leak. Three doors, no fourth:
`acting_for(institution)` for daily work, `Model.objects.owned_by(person)` for what a person may always see of
themselves, and `across_institutions(reason=...)` for national reads, which leaves a row in the audit log.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db import models

from veivalg.audit.services import record

if TYPE_CHECKING:
    from veivalg.institutions.models import Institution, Person

M = TypeVar("M", bound=models.Model)


class NoInstitution(RuntimeError):
    """An institution's rows were asked for outside any institution: a bug in the code that asked."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`institution_id` is None where all institutions are open."""

    institution_id: int | None


_scope: ContextVar[Scope | None] = ContextVar("scope", default=None)


@contextmanager
def acting_for(institution: Institution) -> Iterator[None]:
    """Open the rows of one institution, and of no other."""
    token = _scope.set(Scope(institution.pk))
    try:
        yield
    finally:
        _scope.reset(token)


@contextmanager
def across_institutions(*, reason: str, actor: Person | None = None) -> Iterator[None]:
    """Open the rows of all institutions, for a stated reason that the audit log keeps."""
    record("across-institutions", actor=actor.pk if actor else None, details={"reason": reason})
    token = _scope.set(Scope(None))
    try:
        yield
    finally:
        _scope.reset(token)


class ScopedManager(models.Manager[M]):
    """Only rows of the open institution; an exception where none is open."""

    use_in_migrations = False

    def get_queryset(self) -> models.QuerySet[M]:
        scope = _scope.get()
        if scope is None:
            raise NoInstitution(f"{self.model.__name__} was read outside `with acting_for(institution):`.")
        rows = super().get_queryset()
        return rows if scope.institution_id is None else rows.filter(institution_id=scope.institution_id)

    def owned_by(self, person: Person) -> models.QuerySet[M]:
        """The person's own rows at every institution: they may always see what is kept about themselves."""
        return super().get_queryset().filter(person=person)


class InstitutionOwned(models.Model):
    """A row that belongs to one institution."""

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()

    class Meta:
        abstract = True
        # Forward keys, constraint validation and cascades take this one: they must not leak either.
        base_manager_name = "objects"
