"""The packaged vocabulary keeps the promises that the product makes about it."""

from __future__ import annotations

import pytest

from veivalg.matching import default_vocabulary
from veivalg.text import LANGUAGES


@pytest.fixture(scope="module")
def vocabulary():
    return default_vocabulary()


def test_there_are_enough_occupations_and_skills(vocabulary):
    assert len(vocabulary.occupations) >= 250
    assert len(vocabulary.skills) >= 600


def test_both_sectors_are_there(vocabulary):
    sectors = [occupation.sector for occupation in vocabulary.occupations.values()]
    assert min(sectors.count("academia"), sectors.count("outside")) >= 40


def test_everything_has_a_name_in_all_three_languages(vocabulary):
    for record in (*vocabulary.skills.values(), *vocabulary.occupations.values()):
        assert all(record.labels.get(language) for language in LANGUAGES), record.uri


def test_every_occupation_has_other_titles_and_a_summary_in_all_three_languages(vocabulary):
    for occupation in vocabulary.occupations.values():
        assert all(len(occupation.titles(language)) >= 2 for language in LANGUAGES), occupation.uri
        assert all(occupation.summary.get(language) for language in LANGUAGES), occupation.uri


def test_links_lead_to_skills_and_none_is_both_essential_and_useful(vocabulary):
    for occupation in vocabulary.occupations.values():
        assert all(uri in vocabulary.skills for uri in (*occupation.essential, *occupation.useful)), occupation.uri
        assert not set(occupation.essential) & set(occupation.useful), occupation.uri
        assert len(occupation.essential) >= 3, occupation.uri


def test_codes_have_four_digits(vocabulary):
    for occupation in vocabulary.occupations.values():
        assert len(occupation.isco) == len(occupation.styrk08) == 4, occupation.uri
        assert (occupation.isco + occupation.styrk08).isdigit(), occupation.uri


def test_broader_skills_exist_and_never_lead_in_a_circle(vocabulary):
    for skill in vocabulary.skills.values():
        seen = set()
        while skill.broader:
            assert skill.uri not in seen
            seen.add(skill.uri)
            skill = vocabulary.skills[skill.broader]


def test_equal_content_has_an_equal_version(vocabulary):
    assert vocabulary.version == vocabulary.merged_with([], []).version
