"""Editions of the taxonomy and runs of the importer, newest first."""

from __future__ import annotations

from django.db.models import QuerySet

from veivalg.competence.models import Edition, TaxonomyImport

RUNS_SHOWN = 20
EDITIONS_SHOWN = 20


def editions() -> QuerySet[Edition]:
    return Edition.objects.defer("content")[:EDITIONS_SHOWN]


def newest_runs() -> QuerySet[TaxonomyImport]:
    return TaxonomyImport.objects.select_related("started_by")[:RUNS_SHOWN]
