from __future__ import annotations

from veivalg.library.models import Article, Revision, Step
from veivalg.library.services import begin_revision, load_articles, restore, save_draft
from veivalg.library.services.loading import Loaded
from veivalg.library.tests.conftest import content
from veivalg.search.queries import complete


def test_loading_twice_changes_nothing(shipped, tmp_path, django_assert_num_queries):
    article = shipped()
    assert article.state == Article.State.PUBLISHED
    assert not article.is_checked
    with django_assert_num_queries(3):
        assert load_articles(data=tmp_path) == Loaded(published=0, proposed=0, unchanged=1)
    assert article.revisions.count() == 1


def test_a_newer_edition_replaces_what_nobody_touched(shipped):
    shipped(title="First words")
    article = shipped(title="Second words")
    assert {text.title for text in article.texts.all()} == {"Second words", "Second words (nb)"}
    assert [row.state for row in article.revisions.all()] == ["published", "replaced"]


def test_a_newer_edition_is_only_proposed_where_somebody_writes(shipped, eva, tmp_path):
    article = shipped(title="First words")
    draft = begin_revision(by=eva, article=article)
    save_draft(by=eva, revision=draft, content=content("Our words"), saves=0)
    shipped(title="Second words")
    proposal = article.revisions.get(state=Revision.State.PROPOSED)
    assert article.texts.get(language="en").title == "First words"
    assert load_articles(data=tmp_path).unchanged == 1

    shipped(title="Third words")
    assert article.revisions.get(state=Revision.State.PROPOSED).content["words"]["en"]["title"] == "Third words"
    proposal.refresh_from_db()
    assert proposal.state == Revision.State.DROPPED


def test_an_editor_takes_a_proposal_over_as_a_draft(shipped, eva):
    article = shipped(title="First words")
    Article.objects.filter(pk=article.pk).update(state=Article.State.ARCHIVED)
    shipped(title="Second words")
    draft = restore(by=eva, revision=article.revisions.get(state=Revision.State.PROPOSED))
    assert draft.content["words"]["en"]["title"] == "Second words"
    assert article.steps.first().kind == Step.Kind.BEGUN


def test_what_is_loaded_is_found_by_its_title(shipped):
    shipped(title="Parental leave and you")
    assert [hit.key for hit in complete("parental", reader=None, language="en")] == ["before-you-sign"]
