"""SQLite and PostgreSQL give the same hits in the same order: both must equal what plain Python finds."""

from __future__ import annotations

import random

import pytest

from veivalg.search.models import Term
from veivalg.search.queries import complete
from veivalg.search.services import Entry, Names, index_many

WORDS = """
forsker forskning forsking forskar før år å ål øre æra a-laget A B 10 1000 c++ data-analyse data analyse Zürich École
naïve straße ß 漢字 кот ΣΊΣΥΦΟΣ 😀 kjemi kjemiker geo-kjemi
""".split()  # noqa: SIM905 (a list of words is read as words)


@pytest.fixture
def many(db):
    chance = random.Random(7)  # noqa: S311 (a test's dice)
    entries = []
    for number in range(300):
        name = " ".join(chance.choices(WORDS, k=chance.randint(1, 3)))
        entries.append(Entry(f"key-{number:03}", {chance.choice(["nb", "nn", "en"]): Names(name, [name.upper()])}))
    index_many(kind="thing", entries=entries)


@pytest.mark.parametrize("typed", ["f", "fo", "for", "fors", "å", "ø", "a", "1", "c+", "da", "z", "é", "ss", "漢", "σ"])
def test_the_order_is_that_of_plain_python(many, typed):
    away = {"nb": 0, "nn": 1, "en": 2}
    rows = list(Term.objects.select_related("document"))
    matching = sorted(
        (row.term != typed or row.tier > 1, away[row.language], row.tier, row.term.encode(), row.document.key)
        for row in rows
        if row.term.startswith(typed)
    )
    expected = list(dict.fromkeys(key for *_rank, key in matching))[:10]
    assert [hit.key for hit in complete(typed, reader=None, language="nb")] == expected
    assert expected


def test_type_ahead_takes_few_queries_however_much_there_is(many, django_assert_max_num_queries):
    for typed, most in [("f", 5), ("kjemi", 5), ("forsqning", 12), ("xxxxxxxx", 12)]:
        with django_assert_max_num_queries(most):
            complete(typed, reader=None, language="nb")
