from __future__ import annotations

import json

import pytest

from veivalg.matching import match_document

TEXTS = {
    "nb": "Jeg har brukt massespektrometri, statistikk, Python og R, og veiledet studenter i kjemi.",
    "nn": "Eg har brukt massespektrometri, statistikk, Python og R, og rettleia studentar i kjemi.",
    "en": "I have used mass spectrometry, statistics, Python and R, and supervised students in chemistry.",
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_answer_has_exactly_the_promised_shape(engine, language):
    answer = match_document(TEXTS[language], engine, top=10)
    assert list(answer) == ["status", "language", "skills", "occupations"]
    assert (answer["status"], answer["language"]) == ("ok", language)
    for skill in answer["skills"]:
        assert list(skill) == ["uri", "label", "start", "end", "quote", "score"]
    for occupation in answer["occupations"]:
        assert list(occupation) == ["uri", "title", "styrk08", "sector", "score", "matched", "missing", "reasons"]
        assert all(list(skill) == ["uri", "label"] for skill in (*occupation["matched"], *occupation["missing"]))
        assert all(isinstance(reason, str) for reason in occupation["reasons"])
    json.dumps(answer)


@pytest.mark.parametrize("top", [1, 2, 7, 20])
def test_top_counts_both_sectors_together_best_first(engine, top):
    occupations = match_document(TEXTS["nb"], engine, top=top)["occupations"]
    assert len(occupations) == top
    assert [item["score"] for item in occupations] == sorted((item["score"] for item in occupations), reverse=True)
    if top > 1:
        assert {item["sector"] for item in occupations} == {"academia", "outside"}


def test_the_language_can_be_given(engine):
    answer = match_document(TEXTS["en"], engine, language="nb")
    assert answer["language"] == "nb"
    assert "massespektrometri" in {skill["label"] for skill in answer["skills"]}
    assert any("kjerneferdigheter" in reason for item in answer["occupations"] for reason in item["reasons"])


def test_too_little_gives_no_occupations(engine):
    assert match_document("asdf asdf", engine) == {
        "status": "too_little",
        "language": "nb",
        "skills": [],
        "occupations": [],
    }
