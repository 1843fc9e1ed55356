"""Engines for commands: built once, then mapped from a file in the user's cache folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from veivalg.matching import Engine, default_engine, default_vocabulary
from veivalg.matching.esco_archive import members
from veivalg.matching.esco_records import with_esco
from veivalg.matching.prepared import kept_engine
from veivalg.matching.vocabulary_files import fingerprint


def cache_folder() -> Path | None:
    """Where engines are kept; nowhere for somebody without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "veivalg"
    except RuntimeError:
        return None


def packaged_engine() -> Engine:
    """The engine on the packaged vocabulary."""
    return default_engine(cache_folder())


def merged_engine(taxonomy: Path) -> Engine:
    """The engine on the packaged vocabulary and ESCO files together. Raises TaxonomyError."""

    def build() -> Engine:
        return Engine(with_esco(default_vocabulary(), [taxonomy]))

    folder = cache_folder()
    if folder is None:
        return build()
    return kept_engine(folder / f"matching-{fingerprint()}-{listing(taxonomy)}.bin", build)


def listing(taxonomy: Path) -> str:
    """Names, sizes and times of the files as a digest. Raises TaxonomyError."""
    digest = hashlib.blake2b(digest_size=8)
    for member in members([taxonomy]):
        changed = (member.source if member.in_zip else member.source / member.name).stat().st_mtime_ns
        digest.update(f"{member.source} {member.name} {member.size} {changed}\n".encode())
    return digest.hexdigest()
