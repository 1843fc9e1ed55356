"""`manage.py load_framework`: bring the framework's data files into the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from veivalg.core.errors import DomainError
from veivalg.framework.files import DATA
from veivalg.framework.services import load_framework


class Command(BaseCommand):
    help = "Load the editions of the framework. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--data", type=Path, default=DATA, help="folder with one folder per edition")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_framework(data=options["data"])
        except DomainError as error:
            raise CommandError(str(error)) from error
        for loaded in report:
            state = "written" if loaded.changed else "unchanged"
            self.stdout.write(f"{loaded.edition}: {loaded.elements} elements, {state}, {loaded.retired} retired")
