from __future__ import annotations

import pytest


def labels(found):
    return [completion.label for completion in found]


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("massesp", "nb", "massespektrometri"),
        ("MASSESP", "nb", "massespektrometri"),
        ("mass spec", "en", "mass spectrometry"),
        ("mass spec", "nn", "massespektrometri"),
        ("spectrom", "en", "mass spectrometry"),
        ("masesp", "nb", "massespektrometri"),
        ("Pyhton", "nb", "Python"),
    ],
)
def test_the_beginning_of_a_name_or_of_a_word_in_it_is_enough(engine, typed, language, expected):
    assert expected in labels(engine.complete(typed, language))


def test_the_whole_name_comes_first(engine):
    assert labels(engine.complete("R", "en"))[0] == "R"
    assert labels(engine.complete("statistikk", "nb"))[0] == "statistikk"


def test_kinds_and_limits_are_kept(engine):
    found = engine.complete("sta", "nb", kind="occupation", limit=3)
    assert 0 < len(found) <= 3
    assert {completion.kind for completion in found} == {"occupation"}


def test_each_concept_comes_once(engine):
    uris = [completion.uri for completion in engine.complete("s", "en", limit=50)]
    assert len(uris) == len(set(uris))


@pytest.mark.parametrize("typed", ["", "   ", "qqqqqq", "\x00", "'" * 500])
def test_nonsense_completes_to_nothing(engine, typed):
    assert engine.complete(typed, "nb") == []
