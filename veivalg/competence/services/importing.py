"""Importing ESCO: read everything once to see that it can be read, write it, freeze an edition, take it into use.

A file that cannot be read stops the import before a row is written. What an import has written so far shows nowhere
until the last step, which is one transaction: so it may be killed at any time and started again.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _

from veivalg.audit.services import record
from veivalg.competence.models import Concept, TaxonomyImport
from veivalg.competence.services import esco_rows
from veivalg.competence.services.taxonomy import freeze_edition, take_into_use
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person
from veivalg.matching.esco import BroaderRow, ConceptRow, EscoFile, LinkRow, Report, batches, survey
from veivalg.matching.esco_archive import TaxonomyError

OnProgress = Callable[[str, int, int], None]  # file, bytes done, bytes in all
State = TaxonomyImport.State

SILENT_FOR = timedelta(minutes=1)
SECONDS_BETWEEN_SIGNS = 0.5
KINDS = {"skills": Concept.Kind.SKILL, "occupations": Concept.Kind.OCCUPATION}
INTERRUPTED, UNDER_WAY = "interrupted", "under_way"


class ImportUnderWay(DomainError):
    """Two imports at a time would write over each other."""


class Cancelled(Exception):
    """The row of the running import no longer says that it runs."""


def import_taxonomy(
    *, paths: Sequence[Path], started_by: Person | None = None, on_progress: OnProgress | None = None
) -> TaxonomyImport:
    """Import ESCO bundles from folders and zips now, and take the result into use.

    Returns the run with its counts and its state; a bundle that cannot be read is a run that failed, with a code.
    Raises ImportUnderWay.
    """
    run = TaxonomyImport.objects.create(files=[path.name for path in paths], started_by=started_by)
    return carry_out(run, paths, on_progress)


@transaction.atomic
def request_import(*, files: Sequence[UploadedFile[bytes]], by: Person) -> TaxonomyImport:
    """Put uploaded zips where the worker finds them."""
    run = TaxonomyImport.objects.create(files=[file.name for file in files], started_by=by)
    folder = folder_of(run)
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(files):
        # The name carries the version; the number keeps two files of one name apart.
        with (folder / f"{number}-{get_valid_filename(file.name or 'bundle.zip')}").open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    record("taxonomy-import-requested", actor=by.pk, subject=run)
    return run


def run_import(*, import_id: int) -> None:
    """What the worker does. A run that was cancelled or is done already is left alone."""
    run = TaxonomyImport.objects.filter(pk=import_id, state=State.QUEUED).first()
    if run:
        with suppress(ImportUnderWay):
            carry_out(run, [folder_of(run)], None)
        if run.state != State.FAILED or run.error != INTERRUPTED:
            shutil.rmtree(folder_of(run), ignore_errors=True)


@transaction.atomic
def cancel_import(*, run: TaxonomyImport, by: Person) -> None:
    """Ask a run to stop; nothing of it will show."""
    open_states = [State.QUEUED, State.RUNNING]
    if TaxonomyImport.objects.filter(pk=run.pk, state__in=open_states).update(state=State.CANCELLED):
        record("taxonomy-import-cancelled", actor=by.pk, subject=run)


@transaction.atomic
def restart_import(*, run: TaxonomyImport, by: Person) -> bool:
    """Queue a run again whose worker died; whether there was such a run and its files are still there."""
    note_the_silent()
    stopped = TaxonomyImport.objects.filter(pk=run.pk, state=State.FAILED, error=INTERRUPTED)
    if not folder_of(run).exists() or not stopped.update(state=State.QUEUED, error="", done=0):
        return False
    record("taxonomy-import-restarted", actor=by.pk, subject=run)
    return True


def carry_out(run: TaxonomyImport, paths: Sequence[Path], on_progress: OnProgress | None) -> TaxonomyImport:
    try:
        begin(run)
    except ImportUnderWay:
        end(run, State.FAILED, error=UNDER_WAY)
        raise
    work = Work(run, on_progress)
    try:
        work.do(paths)
    except TaxonomyError as refusal:
        end(run, State.FAILED, error=refusal.code, error_details=refusal.details, skipped=work.skipped())
    except Cancelled:
        end(run, State.CANCELLED)
    except BaseException:
        end(run, State.FAILED, error=INTERRUPTED)
        raise
    run.refresh_from_db()
    return run


def begin(run: TaxonomyImport) -> None:
    """One import at a time; one that has not given a sign for a minute has died."""
    with transaction.atomic():
        note_the_silent()
        if TaxonomyImport.objects.filter(state=State.RUNNING).exists():
            raise ImportUnderWay(_("Another import is under way. Wait until it is done, or cancel it."))
        now = timezone.now()
        TaxonomyImport.objects.filter(pk=run.pk).update(state=State.RUNNING, seen_at=now)


def note_the_silent() -> None:
    silent = TaxonomyImport.objects.filter(state=State.RUNNING, seen_at__lt=timezone.now() - SILENT_FOR)
    silent.update(state=State.FAILED, error=INTERRUPTED, ended_at=timezone.now())


def end(run: TaxonomyImport, state: State, **fields: object) -> None:
    TaxonomyImport.objects.filter(pk=run.pk).update(state=state, ended_at=timezone.now(), **fields)


def folder_of(run: TaxonomyImport) -> Path:
    return Path(settings.DATA_DIR) / "imports" / str(run.pk)


class Work:
    """One run: how far it has come, what it counted."""

    def __init__(self, run: TaxonomyImport, on_progress: OnProgress | None) -> None:
        self.run = run
        self.on_progress = on_progress
        self.report = Report()
        self.counts: Counter[str] = Counter()
        self.total = 0
        self.passed = 0
        self.last_sign = 0.0

    def do(self, paths: Sequence[Path]) -> None:
        files = newest(survey(paths, self.report), self.report)
        self.total = 2 * sum(file.member.size for file in files)
        for file in files:
            for _batch in batches(file, Report(), self.sign):
                pass
            self.passed += file.member.size
        for file in files:
            self.write(file)
            self.passed += file.member.size
        self.retire(files)
        self.sign("", 0, 0, now=True)
        edition = freeze_edition()
        with transaction.atomic():
            if not TaxonomyImport.objects.filter(pk=self.run.pk, state=State.RUNNING).exists():
                raise Cancelled
            take_into_use(edition=edition, by=self.run.started_by)
            counts = {name: self.counts[name] for name in ("added", "changed", "unchanged", "retired")}
            end(self.run, State.DONE, edition=edition, done=self.total, skipped=self.skipped(), **counts)

    def write(self, file: EscoFile) -> None:
        if file.kind in KINDS:
            for rows in batches(file, self.report, self.sign):
                concepts = [row for row in rows if isinstance(row, ConceptRow)]
                self.counts += esco_rows.write_concepts(concepts, KINDS[file.kind], version_of(file))
        elif file.kind == "links":
            self.write_links(file)
        elif file.kind == "broader":
            rows = [row for batch in batches(file, self.report, self.sign) for row in batch]
            self.counts["changed"] += esco_rows.write_broader(row for row in rows if isinstance(row, BroaderRow))

    def write_links(self, file: EscoFile) -> None:
        ids = esco_rows.esco_ids()
        read: set[tuple[int, int]] = set()
        for rows in batches(file, self.report, self.sign):
            counts, pairs = esco_rows.write_links([row for row in rows if isinstance(row, LinkRow)], ids)
            unknown = counts.pop(esco_rows.UNKNOWN)
            self.report.skipped.update({(file.name, esco_rows.UNKNOWN): unknown} if unknown else {})
            self.counts += counts
            read |= pairs
        self.counts["changed"] += esco_rows.drop_links(read)

    def retire(self, files: Sequence[EscoFile]) -> None:
        for name, kind in KINDS.items():
            versions = [file.version for file in files if file.kind == name]
            if versions:
                self.counts["retired"] += esco_rows.retire(kind, ".".join(map(str, max(versions))))

    def sign(self, name: str, done: int, _size: int, *, now: bool = False) -> None:
        """Tell how far it has come, twice a second; stop when somebody has asked for it."""
        if not now and time.monotonic() - self.last_sign < SECONDS_BETWEEN_SIGNS:
            return
        self.last_sign = time.monotonic()
        reached = min(self.passed + done, self.total)
        running = TaxonomyImport.objects.filter(pk=self.run.pk, state=State.RUNNING)
        if not running.update(current_file=name[-300:], done=reached, total=self.total, seen_at=timezone.now()):
            raise Cancelled
        if self.on_progress:
            self.on_progress(name, reached, self.total)

    def skipped(self) -> list[list[object]]:
        return [[file, reason, count] for (file, reason), count in sorted(self.report.skipped.items())]


def newest(files: Sequence[EscoFile], report: Report) -> list[EscoFile]:
    """Of several versions of a file in one language, the newest; the others are reported as passed over.

    Groups are not needed: an occupation carries the code of its own.
    """
    best: dict[tuple[str, str], EscoFile] = {}
    for file in files:
        known = best.get((file.kind, file.language))
        if known is None or file.version >= known.version:
            best[file.kind, file.language] = file
    for file in files:
        if file.kind == "groups":
            report.skipped[file.name, "not_needed"] += 1
        elif best[file.kind, file.language] is not file:
            report.skipped[file.name, "older_version"] += 1
    return [file for file in files if file.kind != "groups" and best[file.kind, file.language] is file]


def version_of(file: EscoFile) -> str:
    return ".".join(map(str, file.version))
