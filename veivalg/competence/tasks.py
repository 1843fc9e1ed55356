"""Doors for the worker."""

from __future__ import annotations

from django_tasks import task

from veivalg.competence import services


@task()
def read_file(source_id: int) -> None:
    services.read_file(source_id=source_id)


@task()
def run_import(import_id: int) -> None:
    services.run_import(import_id=import_id)
