"""The lists: reasons, gaps, titles in three languages, conditions, filters, marks, the way to a person."""

from __future__ import annotations

import pytest

from veivalg.competence.engines import current_engine
from veivalg.competence.models import OccupationMark, SkillClaim
from veivalg.competence.queries import matches_for, profile_state
from veivalg.competence.services import add_skill, mark_occupation, state_wishes
from veivalg.competence.tests.profiles import with_profile

pytestmark = pytest.mark.django_db
PAGE = "/me/competence/occupations/"
ANYTHING = {"sector": "", "place": "", "norwegian": "", "without_licence": False, "without_clearance": False}


def test_a_card_says_why_what_is_missing_and_what_to_search_for(ingrid, enter):
    with_profile(ingrid)
    matches = matches_for(ingrid)
    page = enter(ingrid, "nn").get(PAGE).content.decode()
    card = matches.outside[0]
    for part in (
        "Du har med deg",
        "Titlar å søkje etter",
        "STYRK-08",
        "Arbeidsgivarar i Noreg",
        "karriereveiledning.no",
    ):
        assert part in page
    assert all(card.matched and card.styrk08 and card.employers for card in (*matches.outside, *matches.academia))
    labels = current_engine().vocabulary.occupations[card.uri].labels
    assert {card.title.text, *(title.text for title in card.other_titles)} == set(labels.values())
    assert 'lang="en"' in page


def test_not_for_me_takes_it_away_at_once_and_interesting_stays(ingrid, enter):
    with_profile(ingrid)
    browser = enter(ingrid)
    first, second, *_rest = matches_for(ingrid).outside
    answer = browser.post(
        f"{PAGE}mark/", {"uri": first.uri, "opinion": "not-for-me"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert answer.lstrip().startswith('<div id="lists"')
    assert "1 occupation not for you" in answer
    browser.post(f"{PAGE}mark/", {"uri": second.uri, "opinion": "interesting"})
    matches = matches_for(ingrid)
    assert first.uri not in {card.uri for card in matches.outside}
    assert [card.uri for card in matches.not_for_me] == [first.uri]
    assert second.uri in {card.uri for card in (*matches.outside, *matches.interesting)}
    browser.post(f"{PAGE}mark/", {"uri": first.uri, "opinion": ""})
    assert not OccupationMark.objects.filter(uri=first.uri).exists()


def test_what_matters_filters_the_list_and_only_that(ingrid):
    with_profile(ingrid)
    state_wishes(person=ingrid, wishes={**ANYTHING, "norwegian": "none", "without_clearance": True})
    cards = [*matches_for(ingrid).outside, *matches_for(ingrid).academia]
    assert cards
    assert not any(card.clearance or "C1" in card.norwegian or "B2" in card.norwegian for card in cards)


def test_without_skills_there_are_no_occupations_and_the_page_says_what_to_do(ingrid, enter):
    page = enter(ingrid).get(PAGE).content.decode()
    assert 'class="occupation' not in page
    assert "Write or paste a text" in page
    assert "karriereveiledning.no" in page


def test_the_pages_cost_no_more_with_more_skills(ingrid, enter, django_assert_max_num_queries):
    source = with_profile(ingrid)
    browser = enter(ingrid)

    def look():
        for address, ceiling in (
            ("/me/competence/", 9),
            (f"/me/competence/texts/{source.public_id}/", 10),
            ("/me/competence/profile/", 12),
            ("/me/competence/skills/add/?q=stat", 9),
            (PAGE, 12),
        ):
            with django_assert_max_num_queries(ceiling):
                assert browser.get(address).status_code == 200

    look()
    SkillClaim.objects.bulk_create(
        SkillClaim(person=ingrid, uri=f"urn:gone:{number}", state="added") for number in range(60)
    )
    for card in matches_for(ingrid).outside[:5]:
        mark_occupation(person=ingrid, uri=card.uri, opinion="interesting")
    look()


def test_home_learns_how_far_one_has_come(ingrid):
    assert profile_state(ingrid).next_route == "competence:start"
    add_skill(person=ingrid, uri="urn:veivalg:skill:organic-geochemistry")
    assert profile_state(ingrid).held == 1
    with_profile(ingrid)
    state = profile_state(ingrid)
    assert state.begun
    assert state.next_route == "competence:occupations"
