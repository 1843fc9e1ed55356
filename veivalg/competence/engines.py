"""The matching engine of this process: read from one file at first use, exchanged with the edition in use.

The file is a cache of an edition (`DATA_DIR/taxonomy/<key>/engine`): whoever finds it missing or written by another
version of the product writes it anew from the edition's content.
"""

from __future__ import annotations

import gzip
import json
import threading
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import translation

from veivalg.competence.models import Edition
from veivalg.matching import Engine, Vocabulary
from veivalg.matching.prepared import default_engine
from veivalg.matching.records import occupation_from, packed, skill_from
from veivalg.matching.store import StoreError
from veivalg.text import LANGUAGES, Language

PACKAGED = "packaged"
_lock = threading.Lock()
_current: tuple[str, Engine] | None = None


def current_engine() -> Engine:
    """The engine of the edition in use; the packaged vocabulary where none was ever loaded. One small query."""
    global _current
    key = Edition.objects.filter(active=True).values_list("key", flat=True).first() or PACKAGED
    held = _current
    if held is None or held[0] != key:
        with _lock:
            held = _current = (key, packaged_engine() if key == PACKAGED else engine_of(key))
    return held[1]


@lru_cache(maxsize=1)
def packaged_engine() -> Engine:
    return default_engine()


def engine_of(key: str) -> Engine:
    """The engine of an edition, from its file; the file is written where it is missing or of another version."""
    path = engine_file(key)
    try:
        return Engine.load(path)
    except (OSError, StoreError):
        edition = Edition.objects.get(key=key)
        write_engine(key, vocabulary_from(bytes(edition.content)))
        return Engine.load(path)


def write_engine(key: str, vocabulary: Vocabulary) -> None:
    path = engine_file(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    Engine(vocabulary).save(path)


def engine_file(key: str) -> Path:
    return Path(settings.DATA_DIR) / "taxonomy" / key / "engine"


def frozen(vocabulary: Vocabulary) -> bytes:
    """A vocabulary as compressed JSON lines, skills first."""
    lines = [*map(packed, vocabulary.skills.values()), *map(packed, vocabulary.occupations.values())]
    return gzip.compress("\n".join([str(len(vocabulary.skills)), *lines]).encode(), compresslevel=6, mtime=0)


def vocabulary_from(content: bytes) -> Vocabulary:
    """What `frozen` wrote."""
    count, *lines = gzip.decompress(content).decode().split("\n")
    skills = [skill_from(json.loads(line)) for line in lines[: int(count)]]
    occupations = [occupation_from(json.loads(line)) for line in lines[int(count) :]]
    return Vocabulary({skill.uri: skill for skill in skills}, {item.uri: item for item in occupations})


def reader_language() -> Language:
    """The page's language where the vocabulary has it; bokmål for languages that it does not have yet."""
    language = translation.get_language()
    return language if language in LANGUAGES else "nb"
