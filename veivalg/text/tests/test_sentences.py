from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veivalg.text import clauses, sentences


def split(text):
    return [text[span.start : span.end] for span in sentences(text)]


@given(st.text(max_size=300))
def test_sentences_and_clauses_lie_in_order_inside_any_text(text):
    end = 0
    for sentence in sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end
        for clause in clauses(text, sentence):
            assert sentence.start <= clause.start < clause.end <= sentence.end


@pytest.mark.parametrize(
    "text",
    [
        "Jeg brukte f.eks. NMR og bl.a. MS.",
        "Published in cooperation with Dr. Hansen et al. in 2020.",
        "A long line that goes on and on until it is wrapped by the mail program\nHere the sentence goes on.",
    ],
)
def test_abbreviations_and_wrapped_lines_do_not_end_a_sentence(text):
    assert split(text) == [text]


def test_items_headings_and_empty_lines_end_a_sentence():
    text = "Erfaring\r\n- Python\r\n- R\r\n\r\nAnnet. Skriver godt!"
    assert split(text) == ["Erfaring", "- Python", "- R", "Annet.", "Skriver godt!"]


def test_contrasts_begin_a_clause():
    text = "I know R (and Stata), but not Python"
    sentence = sentences(text)[0]
    assert [text[c.start : c.end] for c in clauses(text, sentence)] == ["I know R", "and Stata", "but not Python"]
