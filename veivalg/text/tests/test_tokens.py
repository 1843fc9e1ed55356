from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veivalg.text import fold, tokenise


def words(text):
    return [token.folded for token in tokenise(text)]


@given(st.text(max_size=300))
def test_tokens_lie_in_order_inside_any_text(text):
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forsk-\nning", ["forskning"]),
        ("forsk-\r\n   ning", ["forskning"]),
        ("forsk\u00adning", ["forskning"]),
        ("RNA-\nseq", ["rna", "seq"]),
        ("C++, C# og R", ["c++", "c#", "og", "r"]),
        ("• NMR\t\x07• MS", ["nmr", "ms"]),
        ("Fors\u200bking", ["forsking"]),
        ("blåba\u030ar", ["blåbår"]),
        ("the students' master's theses", ["the", "students", "master", "theses"]),
        ("", []),
    ],
)
def test_words_survive_what_text_goes_through(text, expected):
    assert words(text) == expected


def test_a_word_cut_by_a_line_break_keeps_its_place_in_the_text():
    text = "god forsk-\n  ning her"
    token = tokenise(text)[1]
    assert text[token.start : token.end] == "forsk-\n  ning"
