"""Words that once stood for a skill they do not show, and ways of writing that once were not understood."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def labels_in(engine):
    def read(text):
        return {engine.vocabulary.skills[skill.uri].labels["en"] for skill in engine.read(text).skills}

    return read


@pytest.mark.parametrize(
    ("text", "not_shown"),
    [
        ("Vi deltok i en utredning av pasientene.", "policy analysis"),
        ("Vi deltok i ei utgreiing av pasientane.", "policy analysis"),
        ("Jeg hadde kontrakter ved to institutter.", "contract management"),
        ("I had short contracts at two departments.", "contract management"),
        ("We interviewed staff in three municipalities.", "local government"),
        ("Data fra tolv kommuner ble samlet inn.", "local government"),
        ("Jeg jobber i kommunehelsetjenesten.", "health services research"),
        ("Informantar frå helsetenesta vart intervjua.", "health services research"),
        ("We used a drone to take pictures.", "drone technology"),
        ("The samples come from two glaciers.", "glaciology"),
        ("Samples were taken in two campaigns.", "advocacy"),
        ("Jeg laget prototyper av et skjema.", "product development"),
        ("Jeg hjalp til med innkjøp av utstyr.", "procurement"),
        ("I programmed in Haskell.", "programming languages and compilers"),
        ("Studien handler om demens hos eldre.", "neurology"),
        ("Jeg underviser i bioingeniørfag.", "clinical biochemistry"),
        ("The project was funded by Arts Council Norway.", "cultural policy"),
        ("I kept an inventory of the samples.", "patenting"),
        ("I used Norwegian registry data and wrote a report.", "Norwegian language"),
        ("Jeg underviser i norsk språkhistorie.", "Norwegian language"),
        ("It was approved by the regional ethics committee.", "ethics"),
        ("Jeg er vegan og liker mat.", "R"),
    ],
)
def test_a_word_that_says_too_little_shows_no_skill(labels_in, text, not_shown):
    assert not_shown not in labels_in(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Avhandlingen handler om dialekter på Vestlandet.", "dialectology"),
        ("Eg skriv om dialektendring i Sogn.", "dialectology"),
        ("I programmed in Haskell.", "functional programming"),
        ("Studien handler om demens hos eldre.", "dementia and cognitive impairment"),
        ("Eg underviser i bioingeniørfag.", "biomedical laboratory science"),
        ("It was approved by the regional ethics committee.", "ethics applications and approval"),
        ("Jeg har gjort ROS-analyser for fylket.", "risk analysis"),
        ("We did a risk and vulnerability analysis.", "risk analysis"),
        ("The plots were made with ggplot2.", "R"),
        ("I taught linear algebra and calculus.", "linear algebra and calculus"),
        ("Jeg har skrevet artikler.", "academic writing"),
        ("Eg har leia prosjekt.", "project management"),
        ("Eg har leda prosjekt.", "project management"),
        ("Jeg har drevet med pasientbehandling.", "clinical medicine"),
        ("I did the transcription of interviews.", "research interviewing"),
        ("Eg målte karbonisotopar i sediment.", "isotope analysis"),
        ("Jeg målte karbonisotoper i sediment.", "isotope analysis"),
        ("Jeg tok veterinærstudiet.", "veterinary medicine"),
        ("Språk: norsk, tysk", "German language"),
        ("Språk: norsk, tysk", "Norwegian language"),
        ("Languages: Norwegian (fluent), German", "Norwegian language"),
    ],
)
def test_what_people_write_shows_the_skill(labels_in, text, shown):
    assert shown in labels_in(text)
