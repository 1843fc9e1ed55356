"""Catalogues of interface texts: one per app and language, beside the app's code.

`collect` gathers texts from code and templates (needs gettext) and tells what lacks a translation; `check` does the
same without writing and fails where something is missing; `compile` writes the files that run (needs only Babel).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nb", "nn", "en")
SOURCE = "en"  # the ids are English, so the English catalogue says the same


def apps() -> list[Path]:
    """Apps that have texts, that is: a `locale` folder."""
    return sorted(path.parent for path in (ROOT / "veivalg").glob("*/locale"))


def catalogue_path(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def extract(app: Path) -> Catalog:
    """The texts that the app's code and templates use now, through Django's own `makemessages`."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / app.name
        subprocess.run(["cp", "-r", str(app), str(copy)], check=True)
        subprocess.run(["rm", "-rf", str(copy / "locale"), str(copy / "tests")], check=True)
        (copy / "locale").mkdir()
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "-l", SOURCE, "--no-wrap", "--no-location", "-v", "0"],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": ""},
            check=True,
        )
        return read(catalogue_path(copy, SOURCE), SOURCE)


def merged(app: Path, language: str, texts: Catalog) -> Catalog:
    """The catalogue with exactly the texts in use; translations are kept, nothing is guessed."""
    old = read(catalogue_path(app, language), language)
    new = Catalog(locale=language, charset="utf-8", header_comment=f"# Veivalg, {app.name}, {language}.")
    for message in texts:
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        text = known.string if known else ""
        if language == SOURCE:
            text = message.id
        new.add(message.id, text, flags=message.flags - {"fuzzy"}, context=message.context)
    return new


def missing(catalogue: Catalog) -> list[str]:
    """Ids without a complete translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def save(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalogue, width=120, no_location=True, omit_header=False, sort_output=True, ignore_obsolete=True
        )
    # No dates: a catalogue changes when its texts do.
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    volatile = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Report-Msgid', '"Last-Translator')
    path.write_text("".join(line for line in lines if not line.startswith(volatile)), encoding="utf-8")


def ids(catalogue: Catalog) -> set[tuple[str, str | None]]:
    return {(str(message.id), message.context) for message in catalogue if message.id}


def collect(write: bool) -> int:
    """Print what lacks a translation; the number of faults."""
    faults = 0
    for app in apps():
        texts = extract(app)
        for language in LANGUAGES:
            path = catalogue_path(app, language)
            catalogue = merged(app, language, texts)
            if not write and ids(read(path, language)) != ids(texts):
                print(f"{path.relative_to(ROOT)}: not the texts of the code; run `make messages`")
                faults += 1
            if write:
                save(catalogue, path)
            for text in missing(catalogue):
                print(f"{path.relative_to(ROOT)}: no translation of {text!r}")
                faults += 1
    return faults


def compile_all() -> int:
    for app in apps():
        for path in sorted((app / "locale").glob("*/LC_MESSAGES/django.po")):
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, read(path, path.parent.parent.name))
    return 0


if __name__ == "__main__":
    what = sys.argv[1] if len(sys.argv) > 1 else "check"
    faults = compile_all() if what == "compile" else collect(write=what == "collect")
    if what == "collect":
        compile_all()
    sys.exit(1 if faults and what == "check" else 0)
