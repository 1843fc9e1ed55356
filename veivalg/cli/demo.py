"""`veivalg demo`: builds the demo world where it is missing, builds it anew, or adds researchers for load tests."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from veivalg.cli.django_setup import setup
from veivalg.cli.preparing import prepare_database, prepare_environment, prepare_reference_data
from veivalg.cli.saying import complain, step


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="throw the local SQLite database away first")
    parser.add_argument("--researchers", type=int, metavar="N", default=0, help="make N more researchers")
    parser.add_argument("--institution", default="nordhavn", metavar="SLUG", help="where they work (nordhavn)")
    parser.add_argument("--json", action="store_true", help="print the sign-in names of the new ones as a JSON list")


def run(options: argparse.Namespace) -> int:
    prepare_environment()
    setup()
    from django.utils import translation

    from veivalg.core.errors import DomainError
    from veivalg.demo.services import build_world, require_demo

    try:
        require_demo()
        if options.fresh and not remove_database():
            return complain("--fresh works on a local SQLite database only; nothing was changed.")
        prepare_reference_data(anyway=prepare_database())
        made = build_world()
        step(f"demo world: {made} people made" if made else "demo world: already there")
        say(more_researchers(options), as_json=options.json)
    except DomainError as refusal:
        with translation.override("en"):
            return complain(str(refusal))
    return 0


def remove_database() -> bool:
    """Remove the file of the local database; a site that is running finds the new one at its next request."""
    from django.conf import settings
    from django.db import connections

    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return False
    connections.close_all()
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database['NAME']}{suffix}").unlink(missing_ok=True)
    return True


def more_researchers(options: argparse.Namespace) -> list[str]:
    """Sign-in names of the researchers that were asked for."""
    if options.researchers < 1:
        return []
    from veivalg.demo.crowd import add_researchers

    return add_researchers(count=options.researchers, slug=options.institution)


def say(names: list[str], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(names))
    elif names:
        print("\n".join(names))
