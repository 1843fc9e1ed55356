"""Bundles that cannot be imported, through the operator's page: a clear sentence, and nothing is written."""

from __future__ import annotations

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from veivalg.competence import engines
from veivalg.competence.models import Concept, Edition, TaxonomyImport
from veivalg.competence.services import load_default_vocabulary
from veivalg.competence.tests.bundles import FILES, LINKS, SKILLS, bundle


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    monkeypatch.setattr(engines, "_current", None)


def truncated(folder):
    content = bundle(folder).read_bytes()
    return content[: len(content) // 2]


def zip_bomb(folder):
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("skills_en.csv", b"0" * (64 << 20))
    return path.read_bytes()


def wrong_header(folder):
    return bundle(folder, {**FILES, "occupationSkillRelations_en.csv": [["a", "b"], ["1", "2"]]}).read_bytes()


def nothing_of_esco(folder):
    return bundle(folder, {"readme.csv": SKILLS}).read_bytes()


def leads_out(folder):
    return bundle(folder, {"../../skills_en.csv": SKILLS}).read_bytes()


BAD = {
    truncated: "is not a zip file",
    zip_bomb: "unpacks to far more",
    wrong_header: "lacks columns that we need: occupationUri",
    nothing_of_esco: "There is no ESCO file",
    leads_out: "leads out of the zip",
    (lambda _folder: b"hello"): "is not a zip file",
}


@pytest.mark.parametrize(("make", "sentence"), BAD.items(), ids=lambda part: getattr(part, "__name__", ""))
@pytest.mark.django_db(transaction=True)
def test_a_bad_bundle_is_told_in_words_and_leaves_nothing(oda, enter, tmp_path, make, sentence):
    upload = SimpleUploadedFile("ESCO v1.2.0.zip", make(tmp_path))
    page = enter(oda).post("/operator/taxonomy/", {"bundles": [upload]}, follow=True)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert not Concept.objects.exists()
    assert not Edition.objects.exists()
    assert not list((tmp_path / "data" / "imports").iterdir())


@pytest.mark.django_db(transaction=True)
def test_a_good_bundle_ends_on_a_page_that_tells_what_it_did(oda, enter, tmp_path):
    load_default_vocabulary()
    browser = enter(oda)
    upload = SimpleUploadedFile("ESCO v1.2.0.zip", bundle(tmp_path).read_bytes())
    page = browser.post("/operator/taxonomy/", {"bundles": [upload]}, follow=True).content.decode()
    assert "5 added, 0 changed" in page
    assert "links to a concept that is not there" in page
    first, second = Edition.objects.order_by("pk")
    assert second.active is True
    browser.post(f"/operator/taxonomy/editions/{first.pk}/use/")
    assert Edition.objects.get(active=True) == first


@pytest.mark.django_db(transaction=True)
def test_an_import_can_be_cancelled_and_a_dead_one_started_again(oda, enter, tmp_path):
    browser = enter(oda)
    waiting = TaxonomyImport.objects.create(files=["a.zip"])
    browser.post(f"/operator/taxonomy/imports/{waiting.pk}/cancel/")
    waiting.refresh_from_db()
    assert waiting.state == "cancelled"
    dead = TaxonomyImport.objects.create(files=["b.zip"], state="running", seen_at="2020-01-01T00:00Z")
    folder = tmp_path / "data" / "imports" / str(dead.pk)
    folder.mkdir(parents=True)
    bundle(folder, {**FILES, "occupationSkillRelations_en.csv": LINKS})
    browser.post(f"/operator/taxonomy/imports/{dead.pk}/restart/")
    dead.refresh_from_db()
    assert dead.state == "done"
    assert not folder.exists()


def test_the_pages_do_not_grow_with_the_number_of_runs(oda, enter, django_assert_max_num_queries):
    TaxonomyImport.objects.bulk_create(TaxonomyImport(state="done", files=["x"]) for _ in range(30))
    browser = enter(oda)
    with django_assert_max_num_queries(9):
        browser.get("/operator/taxonomy/")
