from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import person
from veivalg.institutions.models import PlatformMembership
from veivalg.institutions.roles import PlatformRole, Role
from veivalg.library import services
from veivalg.library.archives import unpack
from veivalg.library.compare import changes
from veivalg.library.content import from_data
from veivalg.library.files import ArticleFileError, to_files
from veivalg.library.models import Article, Revision
from veivalg.library.tests.conftest import content

WORDS = {"title": "Our rules", "lead": "What holds here.", "body": "## First\n\nRead.", "questions": "May I?\n\nHow?"}


def test_from_an_empty_page_to_the_shelf_and_away(eva, kari, enter):
    writer, second = enter(eva), enter(kari)
    writer.post("/library/desk/new/", {"title": "Our rules", "slug": "our-rules"})
    writer.post("/library/desk/our-rules/1/words/en/", {**WORDS, "saves": 0})
    filing = {"topics": ["employment-rules"], "phases": ["start"], "review_after_months": 6, "saves": 1}
    forms = {"sources-TOTAL_FORMS": 1, "sources-INITIAL_FORMS": 0, "sources-0-who": "HR", "sources-0-title": "Rules"}
    assert writer.post("/library/desk/our-rules/1/filing/", {**filing, **forms}).status_code == 302
    writer.post("/library/desk/our-rules/1/send/")
    writer.post("/library/desk/our-rules/1/approve/")
    assert writer.get("/library/our-rules/").status_code == 404

    assert "our-rules" in second.get("/library/desk/?pile=review").content.decode()
    assert "Our rules" not in writer.get("/library/").content.decode()
    second.post("/library/desk/our-rules/1/approve/")
    whole = writer.get("/library/our-rules/").content.decode()
    assert "Checked by Kari" in whole
    assert "Written by Eva" in whole
    second.post("/library/desk/our-rules/archive/")
    assert writer.get("/library/our-rules/").status_code == 404


def test_what_was_typed_survives_that_somebody_else_saved(eva, nordhavn, enter):
    draft = services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content())
    services.save_draft(by=eva, revision=draft, content=content("Meanwhile"), saves=0)
    answer = enter(eva).post("/library/desk/our-rules/1/words/en/", {**WORDS, "title": "My long work", "saves": 0})
    assert answer.status_code == 409
    assert "My long work" in answer.content.decode()


def test_a_second_person_sends_a_draft_back_with_a_word(eva, kari, nordhavn, enter):
    draft = services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content())
    services.send_to_review(by=eva, revision=draft)
    client = enter(kari)
    client.post("/library/desk/our-rules/1/back/", {"note": ""})
    assert Revision.objects.get(pk=draft.pk).state == "review"
    client.post("/library/desk/our-rules/1/back/", {"note": "Say where <b>this</b> stands"})
    assert Revision.objects.get(pk=draft.pk).state == "draft"
    assert "Say where &lt;b&gt;this" in enter(eva).get("/library/desk/our-rules/").content.decode()


@pytest.fixture
def nora(db):
    made = person("Nora")
    PlatformMembership.objects.create(person=made, role=PlatformRole.NETWORK_LEAD)
    return made


def test_each_writes_where_they_may(shipped, eva, nora, nordhavn, fjellheim, enter):
    shared = shipped()
    services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content("Our rules"))
    stranger = person("Frida", fjellheim, Role.EDITOR)
    assert enter(stranger).get("/library/desk/our-rules/").status_code == 404
    assert enter(eva).get(f"/library/desk/{shared.slug}/").status_code == 404
    assert enter(nora).get("/library/desk/our-rules/").status_code == 404
    assert enter(nora).post(f"/library/desk/{shared.slug}/begin/").status_code == 302
    assert shared.revisions.filter(state="draft").exists()


def test_a_counsellor_approves_and_does_not_write(eva, solveig, nordhavn, enter):
    draft = services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content())
    client = enter(solveig)
    assert client.get("/library/desk/our-rules/1/").status_code == 200
    assert client.post("/library/desk/our-rules/begin/").status_code == 403
    services.send_to_review(by=eva, revision=draft)
    client.post("/library/desk/our-rules/1/approve/")
    assert Article.objects.get(slug="our-rules").state == "published"


def test_files_go_out_and_come_back_the_same(eva, nordhavn, enter):
    services.begin_article(by=eva, slug="our-rules", institution=nordhavn, content=content("Our rules"))
    client = enter(eva)
    packed = client.get("/library/desk/our-rules/export/").content
    assert unpack(io.BytesIO(packed)) == {"our-rules": content("Our rules")}
    changed = packed_as("our-rules", to_files(content("Other rules")))
    client.post("/library/desk/bring/", {"file": SimpleUploadedFile("a.zip", changed)})
    draft = Revision.objects.get(article__slug="our-rules", state="draft")
    assert from_data(draft.content) == content("Other rules")


def packed_as(folder: str, files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{folder}/{name}", text)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip",
        packed_as("../../etc", {"article.yaml": "x"}),
        packed_as("good", {"article.yaml": "topics: [nonsense]"}),
        packed_as("big", {"article.yaml": "x" * 300_000}),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_words(eva, enter, data):
    with pytest.raises(ArticleFileError):
        unpack(io.BytesIO(data))
    answer = enter(eva).post("/library/desk/bring/", {"file": SimpleUploadedFile("a.zip", data or b" ")})
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_a_comparison_shows_words_that_went_and_came():
    before, after = to_files(content("Old title")), to_files(content("New title"))
    states = {piece.state for file in changes(before, after) for line in file.lines for piece in line.pieces}
    assert states == {"same", "gone", "new"}
    assert changes(before, before) == []


def test_comparing_and_the_desk_take_few_queries(eva, kari, nordhavn, enter, django_assert_max_num_queries):
    for number in range(40):
        draft = services.begin_article(
            by=eva, slug=f"article-{number}", institution=nordhavn, content=content(f"Article {number}")
        )
        services.send_to_review(by=eva, revision=draft)
        services.approve(by=kari, revision=draft)
    services.begin_revision(by=eva, article=draft.article)
    client = enter(eva)
    for address in ("", "?pile=unchecked", "article-39/", "article-39/2/", "article-39/1/compare/2/"):
        client.get(f"/library/desk/{address}")
        with django_assert_max_num_queries(12):
            assert client.get(f"/library/desk/{address}").status_code == 200
