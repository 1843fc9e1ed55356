from __future__ import annotations

from collections import Counter

import pytest

from veivalg.matching import Filters
from veivalg.matching.suggesting import MOST_PER_ISCO_GROUP

TEXT = """I analysed RNA sequencing data in R and Python, used machine learning and deep learning, and supervised
master's students. I know Git, Linux and statistics, and I have presented at conferences."""


@pytest.fixture(scope="module")
def skills(engine):
    return {skill.uri: skill.score for skill in engine.read(TEXT).skills}


def everyone(suggestions):
    return (*suggestions.academia, *suggestions.outside)


def test_both_lists_are_filled_with_the_right_sector(engine, skills):
    found = engine.suggest(skills, text=TEXT, language="en")
    assert found.academia
    assert found.outside
    for sector in ("academia", "outside"):
        assert {engine.vocabulary.occupations[item.uri].sector for item in getattr(found, sector)} == {sector}


def test_every_suggestion_has_reasons_and_matched_skills(engine, skills):
    for suggestion in everyone(engine.suggest(skills, text=TEXT, language="nn", top=30)):
        assert suggestion.matched
        assert suggestion.reasons
        assert not set(suggestion.matched) & set(suggestion.missing)


def test_no_group_fills_a_list(engine, skills):
    found = engine.suggest(skills, language="en", top=50)
    for suggestions in (found.academia, found.outside):
        groups = Counter(engine.vocabulary.occupations[item.uri].isco for item in suggestions)
        assert max(groups.values()) <= MOST_PER_ISCO_GROUP


def test_without_skills_there_are_no_occupations(engine):
    assert not everyone(engine.suggest({}, text=TEXT, language="en"))
    assert not everyone(engine.suggest({"urn:unknown": 1.0}, language="en"))


def test_not_for_me_leaves_the_list_and_pushes_its_like_down(engine, skills):
    before = [item.uri for item in engine.suggest(skills, language="en").outside]
    after = [item.uri for item in engine.suggest(skills, language="en", not_for_me=before[:1]).outside]
    assert before[0] not in after
    assert after != before[1:]


def test_interesting_pulls_its_like_up(engine, skills):
    before = [item.uri for item in engine.suggest(skills, language="en", top=40).outside]
    liked = before[-1]
    after = [item.uri for item in engine.suggest(skills, language="en", interesting=[liked], top=40).outside]
    assert after.index(liked) < before.index(liked)


def test_filters_keep_only_what_a_person_can_take(engine, skills):
    chosen = Filters(norwegian_at_most="none", without_licence=True, without_clearance=True)
    found = [
        engine.vocabulary.occupations[item.uri]
        for item in everyone(engine.suggest(skills, language="en", filters=chosen))
    ]
    assert found
    assert {(item.norwegian, item.licence, item.clearance) for item in found} == {("none", None, "none")}


def test_filters_by_employer(engine, skills):
    found = everyone(engine.suggest(skills, language="en", filters=Filters(employers={"health-trust"})))
    assert found
    assert all("health-trust" in engine.vocabulary.occupations[item.uri].employers for item in found)


def test_any_occupation_can_be_compared(engine, skills):
    uri = next(iter(engine.vocabulary.occupations))
    compared = engine.compare(skills, uri, language="en")
    assert compared.uri == uri
    assert set(engine.vocabulary.occupations[uri].essential) == {
        *compared.missing, *(set(compared.matched) & set(engine.vocabulary.occupations[uri].essential))
    }  # fmt: skip
    assert engine.compare({}, uri, language="en").matched == ()


def test_a_narrower_skill_counts_as_having_the_broader_one(engine):
    narrow = next(skill for skill in engine.vocabulary.skills.values() if skill.broader and any(
        skill.broader in item.essential and skill.uri not in (*item.essential, *item.useful)
        for item in engine.vocabulary.occupations.values()
    ))  # fmt: skip
    occupation = next(item for item in engine.vocabulary.occupations.values() if narrow.broader in item.essential)
    assert narrow.broader in engine.compare({narrow.uri: 1.0}, occupation.uri, language="nb").matched


def test_language_alone_makes_nobody_a_teacher_of_it(engine):
    norwegian = next(
        uri for uri, skill in engine.vocabulary.skills.items() if skill.labels["en"] == "Norwegian language"
    )
    titles = {
        engine.vocabulary.occupations[item.uri].label("en")
        for item in engine.suggest({norwegian: 1.0}, language="en", top=50).outside
    }
    assert "upper-secondary teacher of Norwegian" not in titles


def test_a_health_profession_needs_more_than_one_of_its_skills(engine):
    by_label = {skill.labels["en"]: uri for uri, skill in engine.vocabulary.skills.items()}
    found = engine.suggest({by_label["reproductive and maternal health"]: 1.0}, language="en", top=50)
    assert all(engine.vocabulary.occupations[item.uri].licence != "health-personnel" for item in found.outside)


def test_supervision_alone_makes_nobody_an_artist(engine):
    by_label = {skill.labels["en"]: uri for uri, skill in engine.vocabulary.skills.items()}
    held = {by_label["supervision of students"]: 1.0, by_label["university teaching"]: 1.0}
    found = engine.suggest(held, language="en", top=50).academia
    titles = {engine.vocabulary.occupations[item.uri].label("en") for item in found}
    assert titles
    assert "associate professor in the arts" not in titles
