from __future__ import annotations

import pytest

from veivalg.text import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Stipendiat i organisk geokjemi med feltarbeid på Svalbard hvert år"),
        ("nn", "Stipendiat i organisk geokjemi med feltarbeid på Svalbard kvart år"),
        ("en", "PhD candidate in organic geochemistry with fieldwork on Svalbard"),
        ("nb", "Veiledning av masterstudenter"),
        ("nn", "Rettleiing av masterstudentar, undervisning og formidling frå prosjektet"),
        ("en", "Supervision of master students"),
        ("nb", "- Massespektrometri\n- Feltarbeid\n- Formidling"),
        ("nn", "Eg har ikkje programmert"),
        ("nb", "Jeg har ikke programmert"),
        ("en", "NMR, Python, teaching"),
        ("nb", "Analysert data fra machine learning og deep learning i PyTorch"),
    ],
)
def test_the_language_of_short_texts_is_found(language, text):
    assert detect(text).language == language


def test_without_evidence_the_fallback_is_given_with_no_confidence():
    assert detect("asdf 1234", fallback="en") == detect("", fallback="en")
    assert detect("asdf 1234").confidence == 0


@pytest.mark.parametrize(("one", "other"), [("han", "hun"), ("he", "she"), ("kvinne", "mann"), ("Kari", "Ola")])
def test_gender_says_nothing_about_the_language(one, other):
    assert detect(f"{one} NMR data") == detect(f"{other} NMR data")
