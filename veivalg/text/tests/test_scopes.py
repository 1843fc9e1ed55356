from __future__ import annotations

import pytest

from veivalg.text import sentences
from veivalg.text.scopes import denied_spans


def denied(text):
    return " ".join(text[span.start : span.end] for span in denied_spans(text, sentences(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har ingen erfaring med Python",
        "Eg har ikkje brukt Python",
        "I never used Python",
        "no experience with Python",
        "I haven't used Python yet",
        "Jeg ønsker å lære Python",
        "Eg ønskjer å lære meg Python",
        "I would like to learn Python",
        "Min kollega programmerte i Python",
        "Python har jeg aldri brukt",
        "Hun programmerte i Python",
        "Han programmerte i Python",
        "Kan lite Python",
        "Python was done by a colleague",
    ],
)
def test_what_is_denied_wished_for_or_done_by_others_is_denied(text):
    assert "Python" in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ingen erfaring med MATLAB, men god erfaring med Python",
        "I never used MATLAB, but I know Python",
        "Jeg kan ikke bare R, men også Python",
        "I have not only used R but also Python",
        "Jeg har ikke problemer med Python",
        "MATLAB har jeg aldri brukt, men Python kan jeg",
        "I have no experience with MATLAB. I use Python daily.",
        "Without prior experience in MATLAB, I taught myself Python",
        "I supervised students in Python",
    ],
)
def test_what_the_person_can_is_not_denied(text):
    assert "Python" not in denied(text)


@pytest.mark.parametrize(("one", "other"), [("han", "hun"), ("he", "she"), ("min bror", "min søster")])
def test_others_are_treated_alike_whatever_their_gender(one, other):
    sentence = "{} programmerte i Python."
    assert bool(denied(sentence.format(one))) == bool(denied(sentence.format(other)))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Kan ikke: latin, koding", ["latin", "koding"]),
        ("Kan ikkje:\n- latin\n- koding\n\nKan: R", ["latin", "koding"]),
        ("Never: Python, MATLAB", ["Python", "MATLAB"]),
        ("No experience: NVivo", ["NVivo"]),
        ("Vil lære: koding, R", ["koding", "R"]),
        ("Want to learn:\n* Python\n* GIS\nSkills: NVivo", ["Python", "GIS"]),
        ("Har aldri brukt: NVivo, men kan SPSS", ["NVivo"]),
    ],
)
def test_a_heading_denies_what_is_listed_under_it(text, denied):
    hidden = [text[span.start : span.end] for span in denied_spans(text, sentences(text))]
    assert all(any(word in piece for piece in hidden) for word in denied)
    for word in ("Kan: R", "Skills: NVivo", "SPSS"):
        assert not any(word in piece for piece in hidden)
