"""Files through the door: the good are read in the worker, each bad one gets its own sentence and leaves nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from veivalg.competence.models import SkillClaim, Source, Upload
from veivalg.competence.services import hand_in_file, read_file
from veivalg.competence.tests import documents
from veivalg.competence.tests.documents import WORDS

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = {
    "cv.pdf": documents.pdf(),
    "cv.docx": documents.word(),
    "cv.txt": WORDS.encode("utf-16"),
    "old.txt": ("Blåbærsyltetøy. " + WORDS).encode("cp1252"),
    "orcid.json": documents.orcid(),
}
BAD = [
    ("cv.pdf", b"", "The file is empty"),
    ("cv.pdf", b"x" * (20 << 20), "The file has 20 MB"),
    ("cv.pdf", b"%PDF-1.7 and then nothing that helps", "damaged or of a kind"),
    ("cv.pdf", documents.pdf(password="secret"), "locked with a password"),
    ("scan.pdf", documents.pdf(""), "pictures of text"),
    ("thesis.pdf", documents.pdf(pages=61), "has 61 pages"),
    ("cv.pdf", documents.word(), "is called .pdf but holds something else"),
    ("cv.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "This is something else"),
    ("cv.docx", documents.word()[:500], "damaged or of a kind"),
    ("cv.docx", documents.word_bomb(), "unpacks to far more"),
    ("cv.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 99, "older kind of document"),
    ("cv.txt", b"<!DOCTYPE html><html><p>" + WORDS.encode(), "This is a web page"),
    ("cv.txt", bytes(range(32)) * 50, "damaged or of a kind"),
    ("cv.txt", b"word " * 50_000, "characters, and we read up to"),
    ("orcid.json", b'{"orcid-identifier": {', "incomplete or damaged"),
    ("orcid.json", b"[" * 100_000, "incomplete or damaged"),
    ("orcid.json", b'{"content": "keyword"}', "not an ORCID record"),
    ("orcid.json", documents.orcid(person=None, **{"activities-summary": None}), "nothing in it is open"),
]


def hand_in(browser, name, content):
    file = SimpleUploadedFile(name, content)
    return browser.post("/me/competence/upload/", {"file": file}, follow=True)


@pytest.mark.parametrize(("name", "content"), GOOD.items())
def test_a_file_becomes_skills(ingrid, enter, name, content):
    page = hand_in(enter(ingrid), name, content).content.decode()
    assert "Skills in your text" in page
    assert SkillClaim.objects.count() >= 4
    assert not Upload.objects.exists()


@pytest.mark.parametrize(("name", "content", "sentence"), BAD, ids=[sentence for *_rest, sentence in BAD])
def test_a_bad_file_is_told_in_words_and_leaves_nothing(ingrid, enter, name, content, sentence):
    answer = hand_in(enter(ingrid), name, content)
    assert answer.status_code in {200, 422}
    assert sentence in answer.content.decode()
    assert not Upload.objects.exists()
    assert not SkillClaim.objects.exists()
    assert not Source.objects.exclude(text="").exists()


@pytest.mark.parametrize(("language", "word"), [("nb", "passord"), ("nn", "passord"), ("en", "password")])
def test_the_sentence_is_in_the_readers_language(ingrid, enter, language, word):
    page = hand_in(enter(ingrid, language), "cv.pdf", documents.pdf(password="secret")).content.decode()
    assert word in page


def test_a_file_that_takes_too_long_is_given_up(ingrid):
    from veivalg.text.documents import UnreadableDocument
    from veivalg.text.documents.bounded import read_in_child

    with pytest.raises(UnreadableDocument) as refusal:
        read_in_child(documents.pdf(), "cv.pdf", seconds=0.001)
    assert refusal.value.code == "too_slow"


def test_while_the_worker_reads_the_page_says_so_and_goes_on_without_scripts(ingrid, enter):
    source = hand_in_file(person=ingrid, content=documents.pdf(), name="cv.pdf")
    page = enter(ingrid).get(f"/me/competence/texts/{source.public_id}/").content.decode()
    assert "We are reading cv.pdf" in page
    assert 'http-equiv="refresh"' in page
    read_file(source_id=source.pk)
    asked = enter(ingrid).get(f"/me/competence/texts/{source.public_id}/", headers={"HX-Request": "true"})
    assert asked["HX-Redirect"] == f"/me/competence/texts/{source.public_id}/"


def test_the_same_file_twice_is_one_text(ingrid, enter):
    browser, content = enter(ingrid), documents.word()
    for _time in range(2):
        hand_in(browser, "cv.docx", content)
    assert Source.objects.count() == 1
