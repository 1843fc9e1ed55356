from __future__ import annotations

import pytest

from veivalg.text import analyse
from veivalg.text.compounds import parts
from veivalg.text.stems import root_english, root_norwegian, stem_english, stem_norwegian
from veivalg.text.typos import SpellingIndex


@pytest.mark.parametrize(
    "forms",
    [
        "måling målinger målingane målinga målingar",
        "undersøkelse undersøkelser undersøkelsene undersøkelsen",
        "modell modeller modellar modellen modellane",
        "kvalitativ kvalitative kvalitativt",
        "museum museet museer",
        "artikkel artikler artiklar artikkelen",
    ],
)
def test_the_forms_of_a_norwegian_word_share_a_stem(forms):
    assert len({stem_norwegian(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("etikk", "estetikk"), ("programmering", "program"), ("geologi", "teologi")]
)
def test_different_norwegian_words_keep_different_stems(one, other):
    assert stem_norwegian(one) != stem_norwegian(other)


@pytest.mark.parametrize(("one", "other"), [("studies", "study"), ("analyses", "analysis"), ("models", "model")])
def test_singular_and_plural_of_an_english_word_share_a_stem(one, other):
    assert stem_english(one) == stem_english(other)


def test_derived_words_share_a_root():
    assert root_norwegian("epidemiologisk") == root_norwegian("epidemiologi")
    assert root_norwegian("veiledet") == root_norwegian("veiledning")
    assert root_english("statistically") == root_english("statistics")


def test_compounds_are_split_by_the_words_of_a_lexicon():
    lexicon = {"massespektrometri", "analyse", "masse", "forskning", "data"}
    assert parts("forskningsdata", lexicon.__contains__) == ("forskning", "data")
    assert parts("massespektrometrianalyse", lexicon.__contains__) == ("massespektrometri", "analyse")
    assert parts("gitarspill", lexicon.__contains__) == ()


def test_analysis_gives_lemmas_in_three_languages():
    assert [word.lemma for word in analyse("målinger", "nb")] == ["måling"]
    assert [word.lemma for word in analyse("målingar", "nn")] == ["måling"]
    assert [word.lemma for word in analyse("He studied cells", "en")][-1] == "cell"


def test_a_slip_of_the_hand_is_forgiven_in_long_words_only():
    index = SpellingIndex.build(["statistikk", "kjemi"])
    assert index.near("statstikk") == "statistikk"
    assert index.near("statisitkk") == "statistikk"
    assert index.near("kemi") is None
    assert index.near("astatistikk") is None
