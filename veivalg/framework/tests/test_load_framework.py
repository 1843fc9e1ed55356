from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from veivalg.framework.files import FrameworkFileError
from veivalg.framework.models import Edition, Element, ElementText
from veivalg.framework.queries import element, phases
from veivalg.framework.services import load_framework

HEAD = (
    "{title: Rammeverk, title_language: nb, publisher: HK-dir, source_url: '', published_on: %s, "
    "sources: {paper: {title: HK-dir}}}"
)
PHASES = """
kind: phase
mark: S
source: paper
elements:
  - {code: start, nb: {title: Oppstart, summary: Nytt.}, en: {title: Start, summary: New.}}
  - {code: onward, parent: phase/start, related: [phase/start], nb: {title: Veien videre, summary: Ut.}}
"""


@pytest.fixture
def data(tmp_path):
    write(tmp_path, "2024-11", "2024-11-01", PHASES)
    return tmp_path


def write(data: Path, code: str, published_on: str, phases: str) -> None:
    (data / code).mkdir(exist_ok=True)
    (data / code / "edition.yaml").write_text(HEAD % published_on)
    (data / code / "phases.yaml").write_text(phases)


def rows():
    return list(Element.objects.order_by("pk").values()), list(ElementText.objects.order_by("pk").values())


def test_loading_twice_changes_nothing(db, data, django_assert_max_num_queries):
    load_framework(data=data)
    before = rows()
    with django_assert_max_num_queries(8):
        assert [loaded.changed for loaded in load_framework(data=data)] == [False]
    assert rows() == before


def test_elements_stand_in_the_files_order_with_parent_and_relation(db, data):
    load_framework(data=data)
    start, onward = phases("nb")
    assert (start.title, onward.title) == ("Oppstart", "Veien videre")
    assert onward.parent == start.key
    assert start.related == (onward.key,)
    assert Element.objects.filter(code="onward", parent__edition__code="2024-11").exists()


def test_words_fall_back_and_say_in_which_language_they_are(db, data):
    load_framework(data=data)
    assert [(entry.title, entry.language) for entry in phases("en")] == [("Start", "en"), ("Veien videre", "nb")]


def test_changed_words_are_seen_at_once(db, data):
    load_framework(data=data)
    assert phases("nb")[0].summary == "Nytt."
    write(data, "2024-11", "2024-11-01", PHASES.replace("Nytt.", "Mye er nytt."))
    load_framework(data=data)
    assert phases("nb")[0].summary == "Mye er nytt."


def test_a_removed_element_is_kept_but_retired_and_comes_back_as_itself(db, data):
    load_framework(data=data)
    was = Element.objects.get(code="onward").pk
    write(data, "2024-11", "2024-11-01", PHASES.rsplit("\n", 2)[0])
    assert load_framework(data=data)[0].retired == 1
    assert Element.objects.get(code="onward").retired_at
    assert [entry.code for entry in phases()] == ["start"]
    assert element("phase", "onward") is None
    write(data, "2024-11", "2024-11-01", PHASES)
    load_framework(data=data)
    assert [(row.pk, row.retired_at) for row in Element.objects.filter(code="onward")] == [(was, None)]


def test_a_newer_edition_is_data_and_becomes_the_current_one(db, data):
    load_framework(data=data)
    write(data, "2027-01", "2027-01-15", PHASES.replace("Oppstart", "Begynnelse"))
    load_framework(data=data)
    assert list(Edition.objects.filter(is_current=True).values_list("code", flat=True)) == ["2027-01"]
    assert phases("nb")[0].title == "Begynnelse"
    assert Element.objects.filter(code="start", retired_at=None).count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        PHASES.replace("parent: phase/start", "parent: phase/nowhere"),
        PHASES.replace("code: onward", "code: start"),
        PHASES.replace("kind: phase", "kind: moon"),
        PHASES.replace("mark: S", "mark: X"),
        PHASES.replace("source: paper", "source: rumour"),
        PHASES.replace("code: start,", "code: start, parent: phase/onward,"),
        PHASES.replace("summary: Nytt.", "summry: Nytt."),
        PHASES.replace("code: start,", "code: Å start,"),
        PHASES.replace("elements:", "elements: ["),
        "- 1",
    ],
)
def test_a_wrong_file_is_refused_by_name_and_leaves_everything_as_it_was(db, data, wrong):
    load_framework(data=data)
    before = rows()
    write(data, "2024-11", "2024-11-01", wrong)
    with pytest.raises(FrameworkFileError, match="2024-11"):
        load_framework(data=data)
    with pytest.raises(CommandError):
        call_command("load_framework", data=data)
    assert rows() == before


def test_the_command_tells_what_it_did(db, data):
    out = io.StringIO()
    call_command("load_framework", data=data, stdout=out)
    assert out.getvalue() == "2024-11: 2 elements, written, 0 retired\n"


def test_the_database_keeps_one_current_edition_and_one_element_per_code(db, data):
    load_framework(data=data)
    edition = Edition.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(code="x", published_on="2027-01-01", is_current=True)
    for wrong in ({"code": "start"}, {"kind": "moon"}, {"mark": "X"}, {"source": ""}, {"code": ""}):
        row = {"edition": edition, "kind": "phase", "code": "new", "order": 9, "mark": "S", "source": "HK-dir"}
        with pytest.raises(IntegrityError), transaction.atomic():
            Element.objects.create(**(row | wrong))
