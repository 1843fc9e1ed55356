"""The operator's first step for a new institution: `add_institution SLUG KIND --name nb=… --coordinator ADDRESS`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email, validate_slug

from veivalg.core.errors import DomainError
from veivalg.institutions.models import Institution
from veivalg.institutions.services import begin_institution


class Command(BaseCommand):
    help = "Make an institution and invite its first coordinator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="short name in addresses, such as nordhavn")
        parser.add_argument("kind", choices=Institution.Kind.values)
        parser.add_argument("--name", action="append", required=True, metavar="LANGUAGE=NAME", help="once a language")
        parser.add_argument("--coordinator", required=True, metavar="ADDRESS")
        parser.add_argument("--ror", default="", metavar="ID", help="ROR id, nine characters")

    def handle(self, *args: Any, **options: Any) -> None:
        names = dict(name.partition("=")[::2] for name in options["name"])
        unknown = set(names) - {code for code, _name in settings.LANGUAGES}
        if unknown:
            raise CommandError(f"No such language: {', '.join(sorted(unknown))}")
        try:
            validate_slug(options["slug"])
            validate_email(options["coordinator"])
            begin_institution(
                slug=options["slug"],
                kind=options["kind"],
                names=names,
                ror_id=options["ror"],
                coordinator=options["coordinator"],
                language=next(iter(names)),
            )
        except (DomainError, ValidationError) as error:
            raise CommandError(str(getattr(error, "message", error))) from error
        self.stdout.write(f"An invitation is on its way to {options['coordinator']}.")
