"""Base for content that exists in several languages: one row per object and language, so that a language is data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils import translation


class InLanguage(models.Model):
    """A row that holds the words of an object in one language."""

    language = models.CharField(max_length=10)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=InLanguage)


def in_language(rows: Iterable[Row], language: str | None = None) -> Row | None:
    """The row in `language` (default: the reader's), else the nearest one that exists.

    The fallback is visible to the reader: templates set `lang` on a passage that is not in the page's language.
    """
    wanted = language or translation.get_language()
    by_language = {row.language: row for row in rows}
    for code in (wanted, *fallbacks(wanted)):
        if code in by_language:
            return by_language[code]
    return None


def fallbacks(language: str) -> list[str]:
    """Languages to try after `language`, nearest first.

    >>> fallbacks("nn")
    ['nb', 'en']
    """
    codes = [code for code, _name in settings.LANGUAGES]
    return [code for code in codes if code != language]


class CacheEntry(models.Model):
    """A row of the cache that all processes share: rate limits live there. Django's database cache works on it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key


class RecurringJob(models.Model):
    """When a recurring job last began. Of several workers only the one that moves this time runs it."""

    name = models.CharField(max_length=120, unique=True)
    began_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.began_at:%Y-%m-%d %H:%M}"
