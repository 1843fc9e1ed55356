"""Engines that are ready to use: built once, then mapped from a file in no time.

Setting up calls `prepare`, which builds the one on the packaged vocabulary into the package, so that no process has to;
without that file the first one builds it. A file is named after everything it is made of, words and code
alike: an old one is never used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from veivalg.matching.engine import Engine
from veivalg.matching.store import StoreError
from veivalg.matching.vocabulary_files import default_vocabulary, fingerprint

PACKAGED = Path(__file__).parent / "data" / "prepared"


def default_engine(cache: Path | None = None) -> Engine:
    """Return an engine on the packaged vocabulary; with a folder for its file, the next process starts in no time."""
    name = file_name()
    try:
        return Engine.load(PACKAGED / name)
    except (StoreError, OSError):
        return _built() if cache is None else kept_engine(cache / name, _built)


def kept_engine(path: Path, build: Callable[[], Engine]) -> Engine:
    """Return the engine in a file; if there is none or a damaged one, build it and keep it where that is possible."""
    try:
        return Engine.load(path)
    except (StoreError, OSError):
        engine = build()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        engine.save(path)
    except OSError:
        pass  # a file that saves a second is a convenience
    return engine


def file_name() -> str:
    """Return the name of the file for the packaged vocabulary and this version of the engine."""
    return f"matching-{fingerprint()}.bin"


def prepare(folder: Path = PACKAGED) -> Path:
    """Build the engine on the packaged vocabulary into a folder and remove what earlier versions left there."""
    path = folder / file_name()
    kept_engine(path, _built)
    for other in folder.glob("matching-*.bin"):
        if other != path:
            other.unlink()
    return path


def _built() -> Engine:
    return Engine(default_vocabulary())
