"""Reading documents without a web page around them."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from veivalg.text.documents import UnreadableDocument, read_document
from veivalg.text.documents.bounded import read_in_child
from veivalg.text.documents.cleaning import clean


@given(st.binary(max_size=2_000), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.json", "a", "a.exe"]))
def test_whatever_the_bytes_the_answer_is_text_or_a_code(data, name):
    with suppress(UnreadableDocument):
        assert read_document(data, name).text.strip()


@given(st.text())
def test_clean_text_can_be_stored_and_stays_clean(text):
    once = clean(text)
    assert "\x00" not in once
    assert "\r" not in once
    once.encode("utf-8")
    assert clean(once) == once


def test_the_child_answers_what_the_parent_would():
    assert read_in_child("Blåbær og forskning.".encode(), "a.txt") == read_document(
        "Blåbær og forskning.".encode(), "a.txt"
    )
