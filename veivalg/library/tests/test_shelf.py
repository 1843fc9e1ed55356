from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import person
from veivalg.institutions.roles import Role
from veivalg.library.codes import TOPICS
from veivalg.library.content import Words
from veivalg.library.models import Article


def page(client: Client, address: str = "/library/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def english() -> Client:
    return Client(headers={"Accept-Language": "en"})


def test_anybody_finds_articles_by_topic_and_phase(shipped, english, framework):
    shipped("signing", "Before you sign")
    shipped("abroad", "Going abroad", topics=("international-mobility",), phases=("onward",))
    whole = page(english)
    assert "Before you sign" in whole
    assert "Rules and frames of employment" in whole
    assert "Going abroad" not in page(english, "/library/?topic=employment-rules")
    assert "Before you sign" not in page(english, "/library/?phase=onward")
    assert "Going abroad" in page(english, "/library/?phase=onward")


def test_a_search_needs_every_word_and_says_what_to_do_where_nothing_fits(shipped, english):
    shipped("signing", "Before you sign")
    assert "Before you sign" in page(english, "/library/?q=sign+BEFORE")
    assert "Nothing here fits all of that" in page(english, "/library/?q=sign+elephants")


@pytest.mark.parametrize("typed", ["%", "_", "\x00", "x" * 10_000, "' OR 1=1 --", "<script>", "🙂", "أهلا", "q=&q="])
def test_whatever_is_typed_gets_an_answer(shipped, english, typed):
    shipped()
    answer = english.get("/library/", {"q": typed, "topic": typed, "phase": typed, "page": typed})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


def test_an_empty_shelf_says_so(english, db):
    assert "The shelf is empty" in page(english)


def test_rules_are_those_of_the_readers_kind_of_institution(shipped, per, enter):
    shipped("at-universities", "At universities", institutions=("university",))
    shipped("at-hospitals", "At health trusts", institutions=("health-trust",))
    fjellheim = enter(per)
    assert "At universities" not in page(fjellheim)
    assert "At health trusts" in page(fjellheim)
    assert "At universities" in page(fjellheim, "/library/?everywhere")


def test_a_text_in_another_language_says_which(shipped, english):
    nynorsk = {"nn": Words("Før du skriv under", "Kva du bør sjå etter.", "## Fyrst\n\nLes.")}
    shipped("nynorsk", words=nynorsk)
    assert '<li lang="nn">' in page(english)


@pytest.fixture
def many(shipped, tmp_path) -> None:
    from veivalg.library.files import write_article
    from veivalg.library.services import load_articles
    from veivalg.library.tests.conftest import content

    for number in range(60):
        topics = (TOPICS[number % len(TOPICS)],)
        write_article(tmp_path / f"article-{number}", content(f"Article {number}", topics=topics))
    load_articles(data=tmp_path)
    shipped()


@pytest.mark.parametrize("address", ["/library/", "/library/?phase=start", "/library/?q=article"])
def test_a_long_shelf_takes_few_queries(many, framework, nordhavn, enter, address, django_assert_max_num_queries):
    client = enter(person("Ingvild", nordhavn, Role.RESEARCHER))
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_archived_and_other_institutions_articles_are_not_there(shipped, english, nordhavn, per, enter):
    article = shipped()
    Article.objects.filter(pk=article.pk).update(public=False, institution=nordhavn)
    for client in (english, enter(per)):
        assert "Before you sign" not in page(client)
        assert client.get("/library/before-you-sign/").status_code == 404
    Article.objects.filter(pk=article.pk).update(state="archived", public=True)
    assert english.get("/library/before-you-sign/").status_code == 404
