from __future__ import annotations

import pytest

from veivalg.matching import Engine, default_vocabulary, match_document
from veivalg.matching.prepared import file_name, kept_engine, prepare
from veivalg.matching.store import StoreError

TEXT = "Jeg har brukt massespektrometri, statistikk, Python og R, og veiledet studenter. Har statistkk på masternivå."


@pytest.fixture(scope="module")
def built():
    return Engine(default_vocabulary())


@pytest.fixture(scope="module")
def stored(built, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "engine.bin"
    built.save(path)
    return path


def test_a_loaded_engine_answers_like_the_one_that_was_saved(built, stored):
    engine, loaded = built, Engine.load(stored)
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


def test_an_engine_is_built_once_and_then_comes_from_its_file(engine, tmp_path):
    built = []

    def build():
        built.append(1)
        return engine

    path = tmp_path / "cache" / "engine.bin"
    assert match_document(TEXT, kept_engine(path, build)) == match_document(TEXT, kept_engine(path, build))
    assert built == [1]
    path.write_bytes(b"broken")
    kept_engine(path, build)
    assert built == [1, 1]
    assert path.stat().st_size > 1_000


def test_where_nothing_can_be_written_the_engine_is_built_each_time(engine, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert kept_engine(tmp_path / "file" / "engine.bin", lambda: engine) is engine


def test_preparing_removes_the_files_of_earlier_versions(engine, tmp_path):
    old, current = tmp_path / "matching-0123456789abcdef.bin", tmp_path / file_name()
    old.write_bytes(b"old")
    engine.save(current)
    assert prepare(tmp_path) == current
    assert list(tmp_path.iterdir()) == [current]
