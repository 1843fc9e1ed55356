from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from veivalg.matching import match_document

FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = [
    "massespektrometri",
    "Python",
    "R",
    "ingen erfaring med",
    "forsk-\nning",
    "å",
    "a\u030a",
    "\r\n• ",
    "statistikk",
    "İ",
    "ß",
    "\x00",
    "😀",
]
ANY_TEXT = st.text(max_size=200) | st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map(" ".join)


@FEW
@given(text=ANY_TEXT)
def test_spans_are_exact_in_any_text(engine, text):
    for skill in engine.read(text).skills:
        assert skill.quote == text[skill.start : skill.end]
        assert 0 <= skill.score <= 1


@FEW
@given(text=ANY_TEXT)
def test_the_same_text_gives_the_same_answer(engine, text):
    assert match_document(text, engine) == match_document(text, engine)


@FEW
@given(data=st.data())
def test_the_order_of_skills_changes_nothing(engine, data):
    uris = data.draw(st.lists(st.sampled_from(sorted(engine.vocabulary.skills)), min_size=1, max_size=12, unique=True))
    shuffled = data.draw(st.permutations(uris))
    first = engine.suggest(dict.fromkeys(uris, 1.0), language="nb")
    assert first == engine.suggest(dict.fromkeys(shuffled, 1.0), language="nb")


@FEW
@given(data=st.data())
def test_a_further_skill_never_lowers_who_needs_it_against_who_does_not(engine, data):
    uris = data.draw(st.lists(st.sampled_from(sorted(engine.vocabulary.skills)), min_size=1, max_size=8, unique=True))
    further = data.draw(st.sampled_from(sorted(engine.vocabulary.skills)))
    before = {uri: 1.0 for uri in uris if uri != further}
    needy = [o for o in engine.vocabulary.occupations.values() if further in (*o.essential, *o.useful)]
    others = [o for o in engine.vocabulary.occupations.values() if further not in (*o.essential, *o.useful)]
    if not needy or not before:
        return
    needs = data.draw(st.sampled_from(needy)).uri
    not_needs = data.draw(st.sampled_from(others)).uri

    def gap(skills):
        exact = [engine.compare(skills, uri, language="nb").signals["exact"] for uri in (needs, not_needs)]
        return exact[0] - exact[1]

    assert gap({**before, further: 1.0}) >= gap(before) - 2e-4
