from __future__ import annotations

import pytest

from veivalg.institutions.members import Member
from veivalg.search.models import Document, Term
from veivalg.search.queries import complete
from veivalg.search.services import Entry, Names, index, index_many, remove, remove_kind

pytestmark = pytest.mark.django_db


def entry(key: str, nb: str, *aliases: str, en: str = "", **more: object) -> Entry:
    names = {"nb": Names(nb, aliases)} | ({"en": Names(en)} if en else {})
    return Entry(key, names, **more)  # type: ignore[arg-type]


@pytest.fixture
def skills():
    index_many(
        kind="skill",
        entries=[
            entry("statistics", "Statistikk", "Statistisk analyse", en="Statistics"),
            entry("chemistry", "Organisk kjemi", "Syntese", en="Organic chemistry"),
            entry("chemical", "Kjemisk analyse", en="Chemical analysis"),
            entry("r", "Programmering i R", "R", en="R programming"),
            entry("fish", "Fiskehelse", "Ålens ørret-sykdommer", en="Fish health"),
            entry("state", "Statsvitenskap", en="Political science"),
        ],
    )
    index(kind="occupation", entry=entry("nurse", "Sykepleier", "Sjukepleiar", en="Nurse", extra={"code": "2221"}))


def found(typed: str, language: str = "nb", **more) -> list[str]:
    return [hit.key for hit in complete(typed, reader=None, language=language, **more)]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("stat", ["statistics", "state"]),
        ("STATI", ["statistics"]),
        ("kjemi", ["chemical", "chemistry"]),
        ("kjemi ", ["chemical", "chemistry"]),
        ("synt", ["chemistry"]),
        ("r", ["r"]),
        ("å", ["fish"]),
        ("A\u030alens", ["fish"]),
        ("ørret", ["fish"]),
        ("sykdom", ["fish"]),
        ("nurse", ["nurse"]),
        ("ale", []),
        ("orr", []),
        ("xyz", []),
    ],
)
def test_things_are_found_by_the_beginning_of_any_word_of_any_name(skills, typed, keys):
    assert found(typed) == keys


@pytest.mark.parametrize("typed", ["sttatistikk", "sattistikk", "statistikc", "statstik", "xtatistikk", "staqistikk"])
def test_one_slip_is_forgiven_in_a_word_of_four_letters_or_more(skills, typed):
    assert found(typed) == ["statistics"]


def test_no_slip_is_forgiven_in_three_letters_nor_where_something_begins_as_typed(skills):
    assert found("ktj") == []
    assert found("alens") == ["fish"]
    index(kind="skill", entry=entry("alen", "Alens lover"))
    assert found("alens") == ["alen"]


def test_the_whole_name_comes_first_then_the_language_of_the_reader(skills):
    index(kind="skill", entry=entry("nursery", "Barnehage", en="Nursery"))
    assert found("nurse", language="en") == ["nurse", "nursery"]
    assert found("r")[0] == "r"
    assert found("stat", language="en") == ["statistics", "state"]


def test_a_hit_shows_the_title_in_the_readers_language_and_the_name_that_matched(skills):
    hit = complete("sjuke", reader=None, language="en")[0]
    assert (hit.title, hit.language, hit.name, hit.extra) == ("Nurse", "en", "Sjukepleiar", {"code": "2221"})
    hit = complete("statis", reader=None, language="nn")[0]
    assert (hit.title, hit.language) == ("Statistikk", "nb")


def test_kinds_and_a_limit_narrow_it_down(skills):
    assert found("s", kinds=["occupation"]) == ["nurse"]
    assert len(found("s", limit=2)) == 2


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "\t\n", '" * NEAR (', "%", "_", "%tat", "_tat", "\\", "'; DROP TABLE search_term; --"),
        *("x" * 10_000, "\u202estat", "😀", "😀😀😀😀😀", "\x00", "\ud800abcd", "أبجد", "\U0010ffff"),
        "stat\x00istikq\ud800",
    ],
)
def test_hostile_input_finds_nothing_it_should_not(skills, typed):
    assert set(found(typed)) <= {"statistics", "state"}


def test_what_is_indexed_again_loses_its_old_names_and_what_is_removed_is_gone(skills):
    index(kind="skill", entry=entry("statistics", "Tallkunst"))
    assert (found("statistikk"), found("tall")) == ([], ["statistics"])
    remove(kind="skill", key="statistics")
    assert found("tall") == []
    remove_kind(kind="skill")
    assert list(Document.objects.values_list("kind", flat=True).distinct()) == ["occupation"]
    assert set(Term.objects.values_list("document__kind", flat=True)) == {"occupation"}


def test_who_may_not_read_must_not_find(nordhavn, fjellheim, ingrid, per):
    private = {"public": False, "institution": nordhavn}
    index(kind="activity", entry=entry("secret", "Lukket verksted", **private))
    index(kind="activity", entry=entry("open", "Lukkeverksted for alle", institution=nordhavn))

    def seen_by(person, institution) -> list[str]:
        reader = Member(person, institution, frozenset(), frozenset(), frozenset())
        return [hit.key for hit in complete("lukke", reader=reader, language="nb")]

    assert seen_by(ingrid, nordhavn) == ["secret", "open"]
    assert seen_by(per, fjellheim) == ["open"]
    assert seen_by(per, None) == ["open"]
    assert found("lukke") == ["open"]
    assert found("lukkte") == ["open"]
