from __future__ import annotations

import pytest

from veivalg.matching.document import read_document
from veivalg.matching.professions import name_of, own_professions


def names_in(text):
    return [name_of(number, "en") for number in own_professions(read_document(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jeg er utdannet psykolog og jobber i BUP.", "psychologist"),
        ("Eg har arbeidd fem år som psykolog.", "psychologist"),
        ("She is a trained nurse with a PhD.", "nurse"),
        ("He is a trained nurse with a PhD.", "nurse"),
        ("Utdannet veterinær, tre år i felt.", "veterinarian"),
        ("I worked as a licensed veterinarian for five years.", "veterinarian"),
        ("Som lege har jeg behandlet pasienter.", "physician"),
        ("I'm a clinical psychologist.", "psychologist"),
        ("2015–2018: Psykolog, BUP", "psychologist"),
        ("- Sykepleier ved sykehuset 2010–2014", "nurse"),
    ],
)
def test_a_title_that_names_the_person_is_their_profession(text, name):
    assert names_in(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er ikke psykolog.",
        "I am not a nurse.",
        "Min veileder er lege.",
        "My husband is a physician.",
        "My wife is a physician.",
        "Veilederen min jobber som lege.",
        "Jeg vil bli lærer.",
        "Jeg ønsker å jobbe som lærer.",
        "Jeg har intervjuet sykepleiere og samarbeidet med lege og psykolog.",
        "A study of nurse training programmes.",
    ],
)
def test_what_is_denied_wished_for_or_of_others_is_no_profession(text):
    assert names_in(text) == []


def test_a_profession_speaks_for_its_occupations_and_says_so(engine):
    text = (
        "Jeg har vært psykolog i fem år. Jeg har drevet psykoterapi, statistikk og spørreundersøkelser i forskningen."
    )
    skills = {skill.uri: skill.score for skill in engine.read(text).skills}
    titles = {}
    for written in (text, text.replace("vært psykolog", "vært i arbeid")):
        found = engine.suggest(skills, text=written, language="nb").outside
        titles[written] = [engine.vocabulary.occupations[item.uri].label("nb") for item in found]
        reasons = [item.reasons[0] for item in found]
        assert ("Du skriver at du er eller har vært psykolog." in reasons) == (written == text)
    assert "psykolog" in titles[text]
