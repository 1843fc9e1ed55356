from __future__ import annotations

import pytest

from veivalg.matching import Engine, default_engine, match_document
from veivalg.matching.store import StoreError

TEXT = "Jeg har brukt massespektrometri, statistikk, Python og R, og veiledet studenter. Har statistkk på masternivå."


@pytest.fixture(scope="module")
def stored(engine, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "engine.bin"
    engine.save(path)
    return path


def test_a_loaded_engine_answers_like_the_one_that_was_saved(engine, stored):
    loaded = Engine.load(stored)
    assert match_document(TEXT, loaded) == match_document(TEXT, engine)
    assert loaded.vocabulary.version == engine.vocabulary.version
    assert loaded.complete("stat", "nb") == engine.complete("stat", "nb")
    uri = next(iter(engine.vocabulary.occupations))
    assert loaded.vocabulary.occupations[uri] == engine.vocabulary.occupations[uri]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"something else entirely",
        lambda content: content[:200],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b'"version": ', b'"version": 9', 1),
    ],
    ids=["empty", "foreign", "no header", "cut short", "another version"],
)
def test_a_damaged_or_foreign_file_is_refused(stored, tmp_path, damage):
    path = tmp_path / "engine.bin"
    path.write_bytes(damage(stored.read_bytes()))
    with pytest.raises(StoreError):
        Engine.load(path)


def test_the_default_engine_leaves_a_file_and_uses_it(tmp_path):
    first = match_document(TEXT, default_engine(tmp_path / "cache"))
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert match_document(TEXT, default_engine(tmp_path / "cache")) == first


def test_a_damaged_cache_is_replaced(tmp_path):
    default_engine(tmp_path)
    path = next(tmp_path.iterdir())
    path.write_bytes(b"broken")
    assert default_engine(tmp_path).vocabulary.occupations
    assert path.stat().st_size > 1_000
