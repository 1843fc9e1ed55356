from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from veivalg.accounts.models import User
from veivalg.competence.models import Example
from veivalg.demo.crowd import UnknownInstitution, add_researchers
from veivalg.demo.queries import sign_ins
from veivalg.demo.services import DemoIsOff, build_world
from veivalg.demo.world import DATA, read_one, read_world
from veivalg.institutions.models import Affiliation, Institution, Membership, Person, Unit
from veivalg.institutions.roles import PlatformRole, Role
from veivalg.institutions.scoping import across_institutions, acting_for

MONDAY = date(2026, 11, 23)


@pytest.fixture
def world(db):
    build_world(today=MONDAY)


def test_thirty_people_in_every_role_come_to_two_institutions(world):
    assert len(sign_ins()) >= 30
    slugs = set(Institution.objects.values_list("slug", flat=True))
    assert slugs == {"nordhavn", "fjellheim"}
    people = read_world().people
    assert {role for person in people for _slug, role in person.roles} == set(Role.values)
    assert {role for person in people for role in person.platform_roles} == set(PlatformRole.values)


def test_building_twice_makes_nobody_twice(world):
    before = Person.objects.count()
    assert build_world(today=MONDAY) == 0
    assert Person.objects.count() == before


def test_somebody_who_was_deleted_comes_back(world):
    with across_institutions(reason="test"):
        Person.objects.get(name="Oda Nyborg").delete()
    User.objects.get(demo_name="oda-operator").delete()
    assert build_world(today=MONDAY) == 1


def test_everybody_can_sign_in_and_see_the_first_page(world):
    for line in sign_ins():
        visitor = Client()
        assert visitor.get(line.path).status_code == 302
        assert visitor.get("/").status_code == 200, line.name


def test_names_and_addresses_can_belong_to_nobody_real(world):
    assert all(user.email.endswith(".example") for user in User.objects.all())


def test_dates_follow_the_day_on_which_the_world_is_made(world):
    amir = Person.objects.get(user__demo_name="amir-researcher-nordhavn")
    assert amir.affiliations.model.objects.owned_by(amir).earliest("starts_on").starts_on == date(2026, 9, 1)


def test_units_stand_in_a_tree(world):
    nordhavn = Institution.objects.get(slug="nordhavn")
    with acting_for(nordhavn):
        assert Unit.objects.get(code="geo").parent == Unit.objects.get(code="mn")


def test_more_researchers_get_a_role_a_position_and_a_sign_in(world):
    names = add_researchers(count=3, slug="fjellheim", today=MONDAY)
    assert names == [f"researcher-{number:05}-fjellheim" for number in (1, 2, 3)]
    assert add_researchers(count=1, slug="fjellheim") == ["researcher-00004-fjellheim"]
    person = Person.objects.get(user__demo_name=names[0])
    assert Membership.objects.owned_by(person).get().role == Role.RESEARCHER
    assert Affiliation.objects.owned_by(person).get().starts_on <= MONDAY
    assert Client().get(f"/accounts/demo/{names[0]}/").status_code == 302


def test_an_institution_that_does_not_exist_is_named(world):
    with pytest.raises(UnknownInstitution, match="atlantis"):
        add_researchers(count=1, slug="atlantis")


def test_nothing_is_made_where_the_demo_is_off(db, settings):
    settings.DEMO = False
    with pytest.raises(DemoIsOff):
        build_world()
    with pytest.raises(DemoIsOff):
        add_researchers(count=1, slug="nordhavn")
    assert not Person.objects.exists()


def test_some_have_a_profile_and_others_have_not_begun(world):
    sunniva = Person.objects.get(user__demo_name="sunniva-researcher-nordhavn")
    states = list(sunniva.skill_claims.values_list("state", flat=True))
    assert states.count("confirmed") >= 8
    assert states.count("rejected") == 1
    assert sunniva.occupation_marks.filter(opinion="interesting").count() == 2
    assert Example.objects.filter(claim__person=sunniva).count() == 3
    assert not Person.objects.get(user__demo_name="ingrid-researcher-nordhavn").skill_claims.exists()


@pytest.mark.parametrize("name", read_one("profiles"))
def test_every_profile_rests_on_a_text_in_the_words_of_its_plan(name):
    plan = read_one("profiles")[name]
    text = (DATA / "texts" / f"{name}.txt").read_text()
    assert all(example["words"] in text for example in plan["examples"])
    assert all(words in text for words in plan["set_aside"])
    assert name in {person.profile for person in read_world().people}
