"""`veivalg check`: whether a site can do its work, one line for each part; exit code 1 when a part cannot."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from veivalg.cli.django_setup import setup
from veivalg.cli.preparing import prepare_environment
from veivalg.cli.saying import complain


class Broken(Exception):
    """What is wrong with a part, in words."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(_options: argparse.Namespace) -> int:
    prepare_environment()
    from django.core.exceptions import ImproperlyConfigured

    try:
        setup()
    except ImproperlyConfigured as error:
        return complain(f"settings    {error}")
    results = [report(name, check) for name, check in CHECKS.items()]
    return 0 if all(results) else 1


def report(name: str, check: Callable[[], str]) -> bool:
    """Print one line; whether the part works."""
    from django.db import DatabaseError

    try:
        print(f"ok      {name:<12}{check()}")
    except (Broken, DatabaseError) as error:
        print(f"broken  {name:<12}{error}")
        return False
    return True


def settings() -> str:
    from django.conf import settings as chosen
    from django.core.checks import WARNING, run_checks

    found = run_checks(include_deployment_checks=not (chosen.DEBUG or chosen.DEMO))
    serious = [message for message in found if message.level >= WARNING and not message.is_silenced()]
    if serious:
        raise Broken("; ".join(f"{message.id} {message.msg}" for message in serious))
    return "demo" if chosen.DEMO else "production"


def database() -> str:
    from django.db import connection

    connection.ensure_connection()
    version = ".".join(map(str, connection.get_database_version()))
    return f"{connection.display_name} {version}"


def migrations() -> str:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise Broken(f"{len(missing)} to run, beginning with {missing[0][0]}")
    return f"{len(executor.loader.applied_migrations)} applied"


def catalogues() -> str:
    from django.conf import settings as chosen

    languages = [code for code, _name in chosen.LANGUAGES]
    package = Path(__file__).resolve().parents[1]
    missing = [
        f"{folder.parent.name}/{code}"
        for folder in sorted(package.glob("*/locale"))
        for code in languages
        if not (folder / code / "LC_MESSAGES" / "django.mo").exists()
    ]
    if missing:
        raise Broken("not there: " + ", ".join(missing))
    return ", ".join(languages)


def framework() -> str:
    from veivalg.framework.models import Edition

    edition = Edition.objects.filter(is_current=True).first()
    if edition is None:
        raise Broken("no edition loaded: manage.py load_framework")
    return f"edition {edition.code}"


def vocabulary() -> str:
    from veivalg.competence.engines import current_engine
    from veivalg.competence.models import Edition

    if not Edition.objects.filter(active=True).exists():
        raise Broken("none in use: veivalg run, or competence.services.load_default_vocabulary")
    loaded = current_engine().vocabulary
    return f"{len(loaded.skills)} skills, {len(loaded.occupations)} occupations"


def worker() -> str:
    from django.utils.timesince import timesince
    from django.utils.translation import override

    from veivalg.core.schedule import worker_seen_at
    from veivalg.notifications.queries import worker_is_missing

    seen = worker_seen_at()
    if seen is None:
        raise Broken("none has ever run: manage.py work")
    if worker_is_missing():
        with override("en"):
            raise Broken(f"last seen {timesince(seen)} ago: manage.py work")
    return "runs"


def outbox() -> str:
    from veivalg.notifications.models import Mail
    from veivalg.notifications.queries import mails_per_state

    counts = mails_per_state()
    given_up = counts.get(Mail.State.GIVEN_UP, 0)
    if given_up:
        raise Broken(f"{given_up} mails given up")
    return ", ".join(f"{count} {state}" for state, count in counts.items() if count) or "empty"


CHECKS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "database": database,
    "migrations": migrations,
    "catalogues": catalogues,
    "framework": framework,
    "vocabulary": vocabulary,
    "worker": worker,
    "outbox": outbox,
}
