from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from veivalg.library import services
from veivalg.library.content import Content, ContentError, Words
from veivalg.library.models import Article, Revision, Step
from veivalg.library.tests.conftest import content
from veivalg.search.queries import complete


@pytest.fixture
def waiting(eva, nordhavn):
    """An article of Nordhavn's that Eva has written and sent to a second person."""
    draft = services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content("Our rules"))
    services.send_to_review(by=eva, revision=draft)
    draft.refresh_from_db()
    return draft


def titles() -> list[str]:
    return [hit.title for hit in complete("our", reader=None, language="en", kinds=["article"])]


def test_an_article_appears_when_a_second_person_approves(waiting, eva, kari):
    with pytest.raises(services.SamePerson):
        services.approve(by=eva, revision=waiting)
    assert waiting.article.state == Article.State.DRAFT

    services.approve(by=kari, revision=waiting)
    article = Article.objects.get(slug="our-rules")
    assert (article.state, article.author, article.checked_by) == ("published", eva, kari)
    assert titles() == ["Our rules"]
    kinds = [step.kind for step in article.steps.all()]
    assert kinds == [Step.Kind.PUBLISHED, Step.Kind.APPROVED, Step.Kind.SENT, Step.Kind.BEGUN]


def test_two_people_who_approve_at_once_publish_once(waiting, kari, solveig):
    services.approve(by=kari, revision=waiting)
    with pytest.raises(services.NotNow):
        services.approve(by=solveig, revision=waiting)
    assert waiting.article.steps.filter(kind=Step.Kind.PUBLISHED).count() == 1


def test_who_helped_to_write_cannot_approve(eva, kari, solveig, nordhavn):
    draft = services.begin_article(by=eva, slug="shared-work", institution=nordhavn, content=content())
    services.save_draft(by=kari, revision=draft, content=content("More"), saves=0)
    services.send_to_review(by=eva, revision=draft)
    for author in (eva, kari):
        with pytest.raises(services.SamePerson):
            services.approve(by=author, revision=draft)
    assert services.approve(by=solveig, revision=draft).state == Revision.State.PUBLISHED


def test_what_is_approved_for_later_appears_when_its_time_has_come(waiting, kari, time_machine):
    soon = timezone.now() + timedelta(days=1)
    assert services.approve(by=kari, revision=waiting, publish_at=soon).state == Revision.State.SCHEDULED
    assert services.publish_due() == 0
    time_machine.move_to(soon + timedelta(minutes=1))
    assert services.publish_due() == 1
    assert services.publish_due() == 0
    assert titles() == ["Our rules"]


def test_readers_see_the_old_words_until_the_new_ones_are_approved(waiting, eva, kari):
    services.approve(by=kari, revision=waiting)
    draft = services.begin_revision(by=eva, article=waiting.article)
    services.save_draft(by=eva, revision=draft, content=content("Our newer rules"), saves=0)
    assert titles() == ["Our rules"]
    services.send_to_review(by=eva, revision=draft)
    services.approve(by=kari, revision=draft)
    assert titles() == ["Our newer rules"]

    back = services.restore(by=eva, revision=waiting)
    services.send_to_review(by=eva, revision=back)
    services.approve(by=kari, revision=back)
    assert titles() == ["Our rules"]


def test_an_archived_article_is_gone_and_can_come_back(waiting, kari):
    services.approve(by=kari, revision=waiting)
    services.archive(by=kari, article=waiting.article)
    assert titles() == []
    with pytest.raises(services.NotNow):
        services.archive(by=kari, article=waiting.article)
    services.revive(by=kari, article=waiting.article)
    assert titles() == ["Our rules"]


def test_of_two_browsers_the_second_learns_that_the_first_saved(eva, kari, nordhavn):
    draft = services.begin_article(by=eva, slug="two-browsers", institution=nordhavn, content=content())
    services.save_draft(by=eva, revision=draft, content=content("First"), saves=0)
    with pytest.raises(services.SavedMeanwhile):
        services.save_draft(by=kari, revision=draft, content=content("Second"), saves=0)
    draft.refresh_from_db()
    assert draft.content["words"]["en"]["title"] == "First"


def test_what_is_not_complete_is_not_sent(eva, nordhavn):
    half = Content(words={"en": Words("Only a title", "", "")})
    draft = services.begin_article(by=eva, slug="half", institution=nordhavn, content=half)
    with pytest.raises(ContentError):
        services.send_to_review(by=eva, revision=draft)


def test_a_second_person_confirms_what_came_with_the_product(shipped, kari):
    article = shipped()
    services.confirm(by=kari, article=article)
    article.refresh_from_db()
    assert article.checked_by == kari
    assert not article.is_stale()
