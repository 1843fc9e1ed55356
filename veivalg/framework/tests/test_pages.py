from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from veivalg.framework.glossary import read_glossary
from veivalg.framework.kinds import Kind
from veivalg.framework.models import Edition, Element, ElementText
from veivalg.framework.queries import elements, topics

pytestmark = pytest.mark.usefixtures("framework")
LANGUAGES = ["nb", "nn", "en"]


def visitor(language: str = "en") -> Client:
    return Client(headers={"Accept-Language": language})


def text_of(url: str, language: str = "en") -> str:
    answer = visitor(language).get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_picture_is_a_link_with_words(language):
    page = text_of("/framework/", language)
    for kind in (Kind.MODEL_PART, Kind.PHASE, Kind.OFFERING_TYPE, Kind.CONDITION, Kind.RECOMMENDATION, Kind.GOAL):
        for entry in elements(kind, language):
            assert f'href="{entry.url}"' in page, entry.key
            assert entry.title in page, entry.key
    for kind in Kind:
        if kind not in {Kind.MODEL_PART, Kind.PHASE, Kind.OFFERING_TYPE, Kind.CONDITION}:
            assert f'href="{reverse("framework:kind", args=[kind])}"' in page, kind


def test_the_page_says_that_the_framework_guides_and_where_it_comes_from():
    page = text_of("/framework/", "nb")
    assert "ikke et krav" in page
    assert "HK-dir" in page
    assert "november 2024" in page
    assert "våre egne" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_and_every_kind_has_a_page(language):
    client = visitor(language)
    for kind in Kind:
        assert client.get(f"/framework/{kind}/").status_code == 200
    for entry in (entry for kind in Kind for entry in elements(kind, language)):
        answer = client.get(entry.url)
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.content.decode()
        assert len(re.findall("<h1", answer.content.decode())) == 1


def test_an_element_shows_its_place_its_neighbours_and_its_source():
    page = text_of("/framework/information-topic/vacancies/")
    for above in ("/framework/model-part/inputs/", "/framework/model-part/offering-content/"):
        assert f'<li><a href="{above}">' in page
    assert 'rel="prev" href="/framework/information-topic/position-types/"' in page
    assert 'rel="next" href="/framework/information-topic/international-mobility/"' in page
    assert 'data-place="offering-content"' in page
    assert 'data-mark="S"' in page
    assert "hkdir.no" in page


def test_what_we_propose_ourselves_is_marked_so():
    assert "Our own proposal" in text_of("/framework/phase/start/")
    assert "Our own proposal" not in text_of("/framework/guidance-theme/choices/")


def test_words_that_are_lacking_fall_back_in_sight_of_the_reader():
    ElementText.objects.filter(element__code="vacancies").exclude(language="nb").delete()
    Edition.objects.update(digest="changed")
    page = text_of("/framework/information-topic/vacancies/", "nn")
    assert 'data-fallback="nb"' in page
    assert '<h1 class="ds-heading" data-size="xl" lang="nb">Ledige stillinger</h1>' in page
    assert "data-fallback" not in text_of("/framework/information-topic/vacancies/", "nb")


def test_a_retired_element_says_so_and_one_that_never_was_is_not_found():
    Element.objects.filter(code="vacancies").update(retired_at="2026-01-01T00:00Z")
    Edition.objects.update(digest="changed")
    assert "no longer part of the framework" in text_of("/framework/information-topic/vacancies/")
    assert "vacancies" not in [topic.code for topic in topics()]
    for missing in ("/framework/phase/never/", "/framework/moon/start/", "/framework/moon/"):
        assert visitor().get(missing).status_code == 404


def test_pages_ask_the_database_once_when_warm(django_assert_max_num_queries):
    client = visitor()
    for url in ("/framework/", "/framework/phase/", "/framework/phase/start/"):
        with django_assert_max_num_queries(12):
            client.get(url)
        with django_assert_max_num_queries(1):
            client.get(url)


def test_the_words_stand_side_by_side_in_each_language():
    page = text_of("/framework/words/", "nn")
    for word in read_glossary():
        assert set(word.terms) == set(LANGUAGES), word.code
        assert set(word.notes) in (set(), set(LANGUAGES)), word.code
        assert all(term in page for term in word.terms.values())
    with translation.override("nn"):
        assert read_glossary()[0].note in page


def test_before_anything_is_loaded_the_page_says_what_to_do():
    ElementText.objects.all().delete()
    Element.objects.all().update(parent=None)
    Element.objects.all().delete()
    Edition.objects.all().delete()
    answer = visitor().get("/framework/")
    assert answer.status_code == 503
    assert "load_framework" in answer.content.decode()
