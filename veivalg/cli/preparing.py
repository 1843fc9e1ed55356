"""What a local site needs before it can serve: settings, tables, reference data, style sheets."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from veivalg.cli.saying import step

# Reference data, in the order in which they need each other: what it is, and the service that loads it.
REFERENCE_DATA = [
    ("position types", "veivalg.institutions.services.setup.load_position_types"),
    ("framework", "veivalg.framework.services.load_framework"),
    ("vocabulary", "veivalg.competence.services.load_default_vocabulary"),
    ("library", "veivalg.library.services.load_articles"),
]
PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parent


def data_folder() -> Path:
    """Where a local site keeps its files; the settings say the same, and cannot be asked before there is a secret."""
    return Path(os.environ.get("DATA_DIR") or CHECKOUT / "var")


def prepare_environment(port: int = 8000) -> None:
    """Where nothing says what kind of site this is, it is a local demo with a secret that survives a restart.

    A site that has a secret of its own may hold real people: there the demo must be asked for by name.
    """
    data_folder().mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("BASE_URL", f"http://localhost:{port}")
    if "SECRET_KEY" not in os.environ:
        os.environ.setdefault("DEMO", "1")
        os.environ["SECRET_KEY"] = local_secret(data_folder() / "secret-key")


def local_secret(path: Path) -> str:
    """The secret in the file; made at the first call, readable by its owner only."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(60), encoding="ascii")
    return path.read_text(encoding="ascii")


def prepare_database() -> bool:
    """Run the migrations that are missing; whether there were any. Looking is much quicker than running none."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    step("database")
    call_command("migrate", verbosity=0)
    return True


def prepare_reference_data(*, anyway: bool = False) -> None:
    """Load what every site needs, when the product has changed since it was loaded here; `anyway` asks for it now."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    stamp = data_folder() / "reference-data"
    product = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".yaml"})
    found = f"{database.get('HOST')} {database['NAME']} {fingerprint(product)}"
    if not anyway and stamp.exists() and stamp.read_text(encoding="utf-8") == found:
        return
    for what, name in REFERENCE_DATA:
        step(what)
        load_by_name(name)
    stamp.write_text(found, encoding="utf-8")


def load_by_name(name: str) -> None:
    """Call a service known by its dotted path."""
    module, function = name.rsplit(".", 1)
    getattr(import_module(module), function)()


def prepare_styles() -> None:
    """Collect style sheets and scripts again when one of them has changed."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    files = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    stamp = Path(settings.STATIC_ROOT) / ".made-from"
    found = fingerprint(files)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == found:
        return
    step("style sheets")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(found, encoding="utf-8")


def fingerprint(files: Iterable[Path]) -> str:
    """Names, sizes and times of files, as one digest."""
    digest = hashlib.sha256()
    for path in sorted(files):
        about = path.stat()
        digest.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
