from __future__ import annotations

import pytest

from veivalg.matching import LONGEST_TEXT, TextTooLong


def test_a_text_beyond_the_limit_is_refused(engine):
    with pytest.raises(TextTooLong):
        engine.read("a " * LONGEST_TEXT)


@pytest.mark.parametrize(
    "piece",
    [
        "Jeg brukte massespektrometri og statistikk i prosjektet. ",
        "a",
        "- \n",
        "ingen erfaring med ",
        "\n\n\n",
        "((((",
        "a-\n",
    ],
)
def test_a_long_text_of_any_kind_is_read(engine, piece):
    text = (piece * 100_000)[:100_000]
    reading = engine.read(text)
    assert all(text[skill.start : skill.end] == skill.quote for skill in reading.skills)
