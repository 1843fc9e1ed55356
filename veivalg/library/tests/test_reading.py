from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from veivalg.library.content import Words
from veivalg.library.models import Article, Bookmark, Helpful
from veivalg.library.privacy import erase, export_for


@pytest.fixture
def english() -> Client:
    return Client(headers={"Accept-Language": "en"})


def read(client: Client, slug: str = "before-you-sign") -> str:
    answer = client.get(f"/library/{slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_article_says_where_it_comes_from_and_who_checked_it(shipped, english, framework, kari):
    article = shipped()
    whole = read(english)
    for said in ("Written by the Veivalg team", "Not yet checked by a second person", "not opened by us", "Next steps"):
        assert said in whole
    Article.objects.filter(pk=article.pk).update(checked_by=kari, checked_at=timezone.now())
    assert "Checked by Kari" in read(english)


def test_an_old_article_tells_readers_gently(shipped, english):
    article = shipped()
    assert "should have been looked over" not in read(english)
    Article.objects.filter(pk=article.pk).update(review_on=timezone.localdate() - timedelta(days=1))
    assert "should have been looked over" in read(english)


def test_rules_of_another_kind_of_institution_lead_to_ones_own(shipped, per, enter):
    shipped("universities", "At universities", institutions=("university",))
    shipped("hospitals", "At health trusts", institutions=("health-trust",))
    whole = read(enter(per), "universities")
    assert "Other rules may hold where you work" in whole
    assert "/library/hospitals/" in whole
    assert "Other rules may hold" not in read(enter(per), "hospitals")


def test_links_lead_to_articles_and_tools_and_never_nowhere(shipped, english):
    body = "[a](article:second) [b](article:gone) [c](tool:framework) [d](javascript:alert(1)) <b onclick=x>e</b>"
    shipped("first", words={"en": Words("First", "Lead", body)})
    shipped("second", "Second")
    whole = read(english, "first")
    assert 'href="/library/second/"' in whole
    assert "/library/gone/" not in whole
    assert 'href="/framework/"' in whole
    assert 'href="javascript' not in whole
    assert "<b onclick" not in whole


def test_only_the_count_of_an_answer_is_kept_and_one_per_session(shipped, english):
    article = shipped()
    for helped in ("yes", "yes", "no", "nonsense"):
        english.post("/library/before-you-sign/helpful/", {"helped": helped})
    Client().post("/library/before-you-sign/helpful/", {"helped": "no"})
    assert "Thank you" in read(english)
    assert list(Helpful.objects.values_list("article", "yes", "no")) == [(article.pk, 1, 1)]


def test_what_a_person_keeps_is_theirs_alone(shipped, ingrid, amir, enter):
    shipped()
    client = enter(ingrid)
    for _twice in range(2):
        client.post("/library/before-you-sign/keep/", {"keep": "yes"})
    assert "Before you sign" in client.get("/library/kept/").content.decode()
    assert "Nothing kept yet" in enter(amir).get("/library/kept/").content.decode()
    assert export_for(ingrid.pk)["bookmarks"][0]["article__slug"] == "before-you-sign"

    client.post("/library/before-you-sign/keep/", {"keep": "no"})
    assert "Nothing kept yet" in client.get("/library/kept/").content.decode()


def test_erasing_a_person_takes_their_bookmarks(shipped, ingrid, enter):
    shipped()
    enter(ingrid).post("/library/before-you-sign/keep/", {"keep": "yes"})
    erase(ingrid.pk)
    assert not Bookmark.objects.exists()


def test_reading_takes_few_queries(shipped, framework, ingrid, enter, django_assert_max_num_queries):
    for number in range(20):
        shipped(f"article-{number}", f"Article {number}")
    client = enter(ingrid)
    read(client, "article-1")
    with django_assert_max_num_queries(12):
        read(client, "article-1")
