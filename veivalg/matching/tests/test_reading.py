from __future__ import annotations

import pytest

GEOCHEMIST = """Jeg er stipendiat i organisk geokjemi og har brukt massespektrometri til å analysere sedimenter.
Jeg programmerer i Python og R, men har ingen erfaring med MATLAB. Underviser bachelorstudenter."""


def labels(engine, text, language=None):
    return {skill.label for skill in engine.read(text, language).skills}


def test_each_quote_is_the_text_itself(engine):
    for skill in engine.read(GEOCHEMIST).skills:
        assert GEOCHEMIST[skill.start : skill.end] == skill.quote != ""


def test_written_names_are_found_and_denied_ones_are_not(engine):
    found = labels(engine, GEOCHEMIST)
    assert {"massespektrometri", "Python", "R"} <= found
    assert "MATLAB" not in found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Jeg har gjort massespektrometri-\nmålinger og NMR i Python og R", "massespektrometri"),
        ("Vi brukte massespektro-\r\nmetri, NMR, Python og R hver dag", "massespektro-\r\nmetri"),
        ("• NMR\r\n•\tmassespektrometri\r\n• Python\r\n• R\x00", "massespektrometri"),
        ("Jeg brukte masespektrometri, NMR, Python og R hver dag", "masespektrometri"),
        ("Eg køyrde massespektrometrianalysar, NMR, Python og R", "massespektrometrianalysar"),
    ],
)
def test_line_breaks_bullets_slips_and_compounds_are_survived(engine, text, quote):
    assert any(skill.quote.startswith(quote) for skill in engine.read(text).skills)


def test_english_names_are_found_in_norwegian_text_and_labelled_in_its_language(engine):
    reading = engine.read(
        "Eg har brukt machine learning og mass spectrometry i prosjektet mitt, og rettleidd studentar."
    )
    assert reading.language == "nn"
    assert {"maskinlæring", "massespektrometri"} <= {skill.label for skill in reading.skills}


@pytest.mark.parametrize(
    "text",
    [
        "R. Hansen leads our R&D. I use NMR, mass spectrometry and statistics.",
        "Min kollega Julia er på ferie. Jeg bruker NMR, massespektrometri og statistikk.",
        "The Ministry of Finance funds my work on NMR, mass spectrometry and statistics.",
    ],
)
def test_names_of_people_and_bodies_are_no_skills(engine, text):
    assert not {"R", "Julia", "finance", "finans"} & labels(engine, text)


def test_a_skill_is_shown_once_and_at_most_25_are_shown(engine):
    everything = ". ".join(skill.label("en") for skill in list(engine.vocabulary.skills.values())[:400])
    uris = [skill.uri for skill in engine.read(everything).skills]
    assert len(uris) == len(set(uris)) == 25


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t",
        "asdf asdf qwer sdfg asdf ghjk asdf lkjh asdf asdf asdf",
        "melk, brød, egg, smør, kaffe, poteter, bananer, toalettpapir, ost, skinke, tomater",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
        "Jeg har ingen erfaring med Python, R eller statistikk og har aldri undervist.",
        "Jeg er forsker.",
        "🎉🎉🎉 你好 مرحبا",
    ],
)
def test_too_little_is_said_to_be_too_little(engine, text):
    assert engine.read(text).status == "too_little"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Han", "Hun"), ("kvinne", "mann"), ("mor", "far"), ("Kari Nordmann", "Ola Nordmann"), ("She", "He")],
)
def test_gender_and_names_change_nothing(engine, one, other):
    text = "{} er stipendiat: bruker massespektrometri, Python og R, og veileder studenter i statistikk."
    readings = [engine.read(text.format(word)) for word in (one, other)]
    found = [[(skill.uri, skill.score) for skill in reading.skills] for reading in readings]
    assert found[0] == found[1]
    lists = [
        engine.suggest({skill.uri: 1.0 for skill in reading.skills}, text=text.format(word), language="nb")
        for reading, word in zip(readings, (one, other), strict=True)
    ]
    assert lists[0] == lists[1]
