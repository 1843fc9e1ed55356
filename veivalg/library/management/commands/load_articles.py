from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from veivalg.library.services import load_articles


class Command(BaseCommand):
    help = "Load the articles that come with the product. What was changed here is not overwritten."

    def handle(self, *args: Any, **options: Any) -> None:
        done = load_articles()
        self.stdout.write(f"{done.published} published, {done.proposed} proposed, {done.unchanged} unchanged")
