"""`veivalg import-taxonomy ZIP|DIR…`: reads official ESCO files into the database and takes them into use."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from veivalg.cli.django_setup import setup
from veivalg.cli.preparing import prepare_database, prepare_environment, prepare_reference_data
from veivalg.cli.saying import complain

if TYPE_CHECKING:
    from veivalg.competence.models import TaxonomyImport

UNREADABLE = 2
STOPPED = 130
MEGABYTE = 1_000_000
WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="ZIP|DIR", help="bundles as they come from the portal")


def run(options: argparse.Namespace) -> int:
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        return complain(f"{missing[0]}: there is no such file or folder", UNREADABLE)
    prepare_environment()
    setup()
    from django.conf import settings
    from django.utils import translation

    from veivalg.competence.services import ImportUnderWay, import_taxonomy

    if settings.DEMO:
        prepare_reference_data(anyway=prepare_database())
    translation.activate("en")
    try:
        return told(import_taxonomy(paths=options.paths, on_progress=show))
    except ImportUnderWay as refusal:
        return complain(str(refusal))
    except KeyboardInterrupt:
        return complain("\nStopped. Nothing of it is in use; the same command starts it again.", STOPPED)
    finally:
        translation.deactivate()


def show(name: str, done: int, total: int) -> None:
    """How far it has come, on one line of a terminal, or a line each where there is none."""
    line = f"  {100 * done // max(total, 1):3} %  {done / MEGABYTE:6.1f} of {total / MEGABYTE:.1f} MB  {name}"
    if sys.stderr.isatty():
        print(f"\r{line[:WIDTH]:<{WIDTH}}", end="", file=sys.stderr, flush=True)
    else:
        print(line, file=sys.stderr, flush=True)


def told(outcome: TaxonomyImport) -> int:
    """Report what was done and what was passed over; the exit code."""
    from veivalg.competence.refusals import skip_text, taxonomy_text

    if sys.stderr.isatty():
        print(file=sys.stderr)
    for file, reason, count in outcome.skipped:
        print(f"  passed over: {count} in {file}: {skip_text(reason)}")
    if outcome.state != outcome.State.DONE:
        return complain(taxonomy_text(outcome.error, outcome.error_details), UNREADABLE)
    print(f"{outcome.added} added, {outcome.changed} changed, {outcome.unchanged} unchanged, {outcome.retired} retired")
    return 0
