from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.cast import person
from veivalg.accounts.tests.mailbox import take_mail
from veivalg.institutions.models import Institution, PositionType, Unit
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import add_unit, load_position_types


def settings_form(**more) -> dict[str, str]:
    return {
        "name_nb": "Universitetet i Nordhavn",
        "name_nn": "",
        "name_en": "Nordhavn University",
        "contact_name": "Solveig Moen",
        "contact_email": "karriere@nordhavn.example",
        "contact_phone": "+47 55 55 55 55",
        "default_language": "nn",
        "start_months": "8",
        "onward_months": "10",
        "months_after_end": "6",
        "is_public": "on",
    } | more


def test_the_coordinator_says_who_the_institution_is(kari, nordhavn, enter):
    assert enter(kari).post("/institution/settings/", settings_form())["Location"] == "/institution/settings/"
    nordhavn = Institution.objects.get(pk=nordhavn.pk)
    assert (nordhavn.start_months, nordhavn.default_language) == (8, "nn")
    page = Client(headers={"Accept-Language": "en"}).get("/i/nordhavn/").content.decode()
    for word in ("Nordhavn University", "University", "Solveig Moen", "karriere@nordhavn.example"):
        assert word in page


@pytest.mark.parametrize(
    "wrong",
    [{"name_nb": "", "name_en": ""}, {"start_months": "-1"}, {"months_after_end": "900"}, {"contact_email": "x"}],
)
def test_settings_that_make_no_sense_are_refused(kari, nordhavn, enter, wrong):
    answer = enter(kari).post("/institution/settings/", settings_form(**wrong))
    assert answer.status_code == 200
    assert "This needs another look" in answer.content.decode()
    assert Institution.objects.get(pk=nordhavn.pk).start_months == 6


def test_a_hidden_institution_and_a_missing_one_look_the_same(nordhavn):
    Institution.objects.update(is_public=False)
    hidden, missing = Client().get("/i/nordhavn/"), Client().get("/i/nowhere/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    pages = [
        re.sub(r'csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(slug, "")
        for answer, slug in ((hidden, "nordhavn"), (missing, "nowhere"))
    ]
    assert pages[0] == pages[1]


def test_units_make_a_tree_of_ones_own(kari, fjellheim, nordhavn, enter):
    client = enter(kari)
    names = {"name_nb": "Institutt for kjemi", "name_nn": "", "name_en": "Department of Chemistry"}
    client.post("/institution/units/", {"code": "chem", "parent": ""} | names)
    page = client.post("/institution/units/", {"code": "chem", "parent": ""} | names).content.decode()
    assert "There is already a unit with the code chem." in page
    with acting_for(nordhavn):
        unit = Unit.objects.get()
    client.post(f"/institution/units/{unit.pk}/", names | {"name_en": "Chemistry"})
    assert "Chemistry</a>" in client.get("/institution/units/").content.decode()
    elsewhere = add_unit(institution=fjellheim, code="clinic", names={"nb": "Klinikk"})
    assert client.get(f"/institution/units/{elsewhere.pk}/").status_code == 404
    page = client.post("/institution/units/", {"code": "new", "parent": str(elsewhere.pk)} | names).content.decode()
    assert "valid choice" in page


def test_an_institution_begins_with_one_command(db):
    begin = [
        "add_institution",
        "havbo",
        "institute",
        "--name",
        "nb=Havbo",
        "--coordinator",
        "eva@havbo.example",
    ]
    call_command(*begin)
    message = take_mail()
    assert message.to == ["eva@havbo.example"]
    assert "Koordinator" in message.body
    with pytest.raises(CommandError, match="havbo"):
        call_command(*begin)


def test_a_command_that_fails_leaves_nothing_behind(db):
    with pytest.raises(CommandError):
        call_command("add_institution", "x", "institute", "--name", "se=X", "--coordinator", "eva@havbo.example")
    assert not Institution.objects.exists()


def test_position_types_are_loaded_twice_without_harm(db):
    assert load_position_types() == load_position_types() == PositionType.objects.count()
    assert set(PositionType.objects.filter(duty_in_regulation=True).values_list("code", flat=True)) == {
        "phd-candidate",
        "postdoc",
    }
    assert PositionType.objects.get(code="phd-candidate").state_codes == ["1017", "1378"]


@pytest.mark.parametrize("address", ["/institution/settings/", "/institution/domains/", "/institution/units/"])
def test_only_coordinators_change_the_institution(nordhavn, enter, address):
    for role in Role:
        who = person(f"Who{role}", nordhavn, role)
        assert enter(who).get(address).status_code == (200 if role == Role.COORDINATOR else 403)


def test_own_settings_change_name_and_language(ingrid, enter):
    client = enter(ingrid)
    client.post("/me/settings/", {"name": "Ingrid Strand", "language": "nn", "reminders_during_leave": "on"})
    ingrid.refresh_from_db()
    assert (ingrid.name, ingrid.language, ingrid.reminders_during_leave) == ("Ingrid Strand", "nn", True)
    assert "This needs" in client.post("/me/settings/", {"name": "", "language": "xx"}).content.decode()
