"""What the shipped edition holds: the framework's own numbers, in three equal languages."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.test_translations import NOT_BOKMAL, NOT_NYNORSK
from veivalg.framework.files import edition_folders, read_edition
from veivalg.framework.kinds import Kind, Mark, Points

NUMBERS = {
    Kind.GOAL: 3,
    Kind.PHASE: 3,
    Kind.OFFERING_TYPE: 3,
    Kind.INFORMATION_TOPIC: 11,
    Kind.ACTIVITY_THEME: 6,
    Kind.GUIDANCE_FUNCTION: 5,
    Kind.GUIDANCE_THEME: 7,
    Kind.RECOMMENDATION: 9,
    Kind.CONDITION: 4,
    Kind.ROLE: 11,
    Kind.LEVEL: 5,
    Kind.DIVERSITY_DIMENSION: 10,
    Kind.NEEDS_STEP: 4,
    Kind.INSTITUTION_KIND: 3,
}
STABLE = {
    Kind.PHASE: "start underway onward",
    Kind.OFFERING_TYPE: "information activity guidance",
    Kind.INFORMATION_TOPIC: "employment-rules job-search-process opportunities same-background position-types "
    "vacancies international-mobility application-procedures "
    "cv-application-interview courses-education labour-market-pay",
    Kind.ACTIVITY_THEME: "competence-mapping career-paths recruitment-job-search abroad career-choice meet-employers",
    Kind.GUIDANCE_THEME: "competence-mapping self-insight choices career-plan possibilities limitations next-step",
    Kind.RECOMMENDATION: "1 2 3 4 5 6 7 8 9",
    Kind.CONDITION: "anchoring organisation resources cooperation",
}


@pytest.fixture(scope="module")
def edition():
    return read_edition(edition_folders()[-1])


def test_the_edition_holds_what_the_framework_holds(edition):
    found = Counter(element.kind for element in edition.elements)
    assert {kind: found[kind] for kind in NUMBERS} == NUMBERS
    assert set(found) == set(Kind.values)


def test_codes_that_addresses_and_files_rest_on_never_change(edition):
    for kind, codes in STABLE.items():
        assert [element.code for element in edition.elements if element.kind == kind] == codes.split()


def test_every_element_says_the_same_in_all_three_languages(edition):
    for element in edition.elements:
        assert set(element.texts) == {"nb", "nn", "en"}, element.key
        shapes = {
            (bool(text.body), tuple((key, len(points)) for key, points in text.points.items()))
            for text in element.texts.values()
        }
        assert len(shapes) == 1, f"{element.key}: a list or a body is longer in one language"
        assert all(text.title and text.summary for text in element.texts.values()), element.key


def test_bokmal_and_nynorsk_are_not_mixed(edition):
    for element in edition.elements:
        for language, wrong in (("nb", NOT_BOKMAL), ("nn", NOT_NYNORSK)):
            text = element.texts[language]
            points = [point for points in text.points.values() for point in points]
            words = " ".join([text.title, text.summary, text.body, *points])
            assert not wrong.search(words), f"{element.key} {language}: {wrong.search(words)}"


def test_phases_offer_what_matters_and_questions_that_are_marked_as_ours(edition):
    for element in edition.elements:
        if element.kind == Kind.PHASE:
            assert set(element.texts["nb"].points) == {Points.MATTERS, Points.QUESTIONS}
            assert element.ours == [Points.MATTERS, Points.QUESTIONS]


def test_what_is_not_ours_names_its_source_and_nothing_unverified_is_shipped(edition):
    for element in edition.elements:
        assert element.mark in {Mark.SLIDES, Mark.VERIFIED, Mark.PROPOSAL}, element.key
        assert element.source or element.mark == Mark.PROPOSAL, element.key
