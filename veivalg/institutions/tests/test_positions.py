from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import employ, person
from veivalg.institutions.models import Affiliation, PositionType, Unit
from veivalg.institutions.queries import on_leave, phase_of
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import FromStaffRegister, give_role, load_position_types, remove_position


@pytest.fixture(autouse=True)
def types(db):
    load_position_types()


def fields(starts: int = -200, ends: int | None = 900, **more) -> dict[str, str]:
    """A posted form: days counted from today."""
    today = timezone.localdate()
    data = {
        "kind": "employment",
        "position_type": str(PositionType.objects.get(code="postdoc").pk),
        "starts_on": (today + timedelta(days=starts)).isoformat(),
        "ends_on": "" if ends is None else (today + timedelta(days=ends)).isoformat(),
        "percentage": "100",
        "leave-TOTAL_FORMS": "1",
        "leave-INITIAL_FORMS": "0",
        "leave-0-starts_on": "",
        "leave-0-ends_on": "",
    }
    return data | more


@pytest.fixture
def siv(nordhavn):
    return person("Siv", nordhavn, Role.RESEARCHER)


NEW = "/me/positions/new/nordhavn/"


def test_a_position_is_stated_changed_and_removed(siv, enter):
    client = enter(siv)
    assert client.post(NEW, fields())["Location"] == "/me/positions/"
    row = Affiliation.objects.owned_by(siv).get()
    page = client.get("/me/positions/").content.decode()
    assert "Postdoctoral fellow, University of Nordhavn" in page
    client.post(f"/me/positions/{row.pk}/", fields(percentage="50"))
    assert Affiliation.objects.owned_by(siv).get().percentage == 50
    client.post(f"/me/positions/{row.pk}/remove/")
    assert not Affiliation.objects.owned_by(siv).exists()


def test_leave_is_dates_only_and_moves_the_end(siv, enter):
    client, today = enter(siv), timezone.localdate()
    away = {"leave-0-starts_on": today.isoformat(), "leave-0-ends_on": (today + timedelta(days=99)).isoformat()}
    client.post(NEW, fields(ends=300) | away)
    assert on_leave(siv, today)
    assert phase_of(siv).ends_on == today + timedelta(days=400)
    row = Affiliation.objects.owned_by(siv).get()
    form = client.get(f"/me/positions/{row.pk}/").content.decode()
    assert f'value="{today.isoformat()}"' in form
    emptied = {"leave-TOTAL_FORMS": "2", "leave-INITIAL_FORMS": "1", "leave-1-starts_on": "", "leave-1-ends_on": ""}
    client.post(f"/me/positions/{row.pk}/", fields(ends=300) | emptied)
    assert not on_leave(siv, today)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"starts_on": "0026-01-01"}, "Check the year."),
        ({"starts_on": "2026-13-45"}, "valid date"),
        ({"ends_on": "2001-01-01"}, "The last day comes before the first."),
        ({"percentage": "140"}, "100"),
        ({"kind": "nonsense"}, "nonsense"),
        ({"position_type": "999999"}, "valid choice"),
        ({"leave-0-starts_on": "2026-05-01"}, "or neither"),
        ({"leave-0-starts_on": "2026-05-09", "leave-0-ends_on": "2026-05-01"}, "The last day comes before the first."),
        ({"leave-0-starts_on": "1999-05-09", "leave-0-ends_on": "1999-06-01"}, "Leave cannot begin before"),
        ({"leave-TOTAL_FORMS": "many"}, "This needs another look"),
    ],
)
def test_a_slip_is_said_in_words_and_loses_nothing(siv, enter, wrong, said):
    page = enter(siv).post(NEW, fields() | wrong).content.decode()
    assert said in page
    assert 'value="100"' in page or "140" in page
    assert not Affiliation.objects.owned_by(siv).exists()


def test_what_the_institution_entered_is_the_institutions_to_correct(ingrid, enter):
    client = enter(ingrid)
    row = Affiliation.objects.owned_by(ingrid).get()
    today = timezone.localdate()
    away = {"leave-0-starts_on": today.isoformat(), "leave-0-ends_on": today.isoformat()}
    client.post(f"/me/positions/{row.pk}/", fields(percentage="10") | away)
    kept = Affiliation.objects.owned_by(ingrid).get()
    assert (kept.percentage, kept.leaves.count()) == (100, 1)
    page = client.post(f"/me/positions/{row.pk}/remove/", follow=True).content.decode()
    assert "This position comes from the institution." in page


def test_only_ones_own_positions_and_places(siv, ingrid, fjellheim, enter):
    foreign = Affiliation.objects.owned_by(ingrid).get()
    client = enter(siv)
    assert client.get(f"/me/positions/{foreign.pk}/").status_code == 404
    assert client.post(f"/me/positions/{foreign.pk}/remove/").status_code == 404
    assert client.get("/me/positions/new/fjellheim/").status_code == 404
    with acting_for(fjellheim):
        elsewhere = Unit.objects.create(institution=fjellheim, code="clinic")
    assert "valid choice" in client.post(NEW, fields(unit=str(elsewhere.pk))).content.decode()


def test_two_institutions_are_kept_apart_and_both_shown(siv, fjellheim, enter):
    give_role(institution=fjellheim, person=siv, role=Role.RESEARCHER)
    client = enter(siv)
    client.post(NEW, fields())
    client.post("/me/positions/new/fjellheim/", fields(kind="doctoral-agreement"))
    page = client.get("/me/positions/").content.decode()
    assert "Postdoctoral fellow, University of Nordhavn" in page
    assert "Postdoctoral fellow, Fjellheim Health Trust" in page
    client.post("/me/institution/", {"institution": "fjellheim"})
    assert client.session["institution"] == "fjellheim"
    assert client.post("/me/institution/", {"institution": "elsewhere"}).status_code == 404


def test_the_page_takes_few_queries_however_many_positions(siv, nordhavn, enter, django_assert_max_num_queries):
    today = timezone.localdate()
    for number in range(12):
        employ(siv, nordhavn, "postdoc", today - timedelta(days=number), today)
    client = enter(siv)
    with django_assert_max_num_queries(15):
        client.get("/me/positions/")


def test_removing_goes_through_the_rule_wherever_it_is_called(ingrid):
    with pytest.raises(FromStaffRegister):
        remove_position(affiliation=Affiliation.objects.owned_by(ingrid).get(), by=ingrid)
