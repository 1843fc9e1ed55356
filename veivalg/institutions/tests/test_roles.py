from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import person
from veivalg.institutions.models import Membership
from veivalg.institutions.queries import member_for
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import LastCoordinator, RoleHasEnded, end_role, give_role, make_person


def live(who) -> list[str]:
    return sorted(Membership.objects.owned_by(who).filter(until=None).values_list("role", flat=True))


def test_a_role_is_given_and_ended_and_its_history_stays(kari, solveig, enter):
    client = enter(kari)
    address = f"/people/{solveig.public_id}/"
    client.post(address + "roles/", {"role": "organiser"})
    assert live(solveig) == ["counsellor", "organiser"]
    given = Membership.objects.owned_by(solveig).get(role="organiser")
    client.post(f"/people/roles/{given.pk}/end/")
    assert live(solveig) == ["counsellor"]
    assert "Organiser" in client.get(address).content.decode()
    client.post(address + "roles/", {"role": "organiser"})
    assert Membership.objects.owned_by(solveig).filter(role="organiser").count() == 2


def test_an_ended_role_opens_nothing_from_the_same_moment(kari, nordhavn, enter):
    second = person("Siv", nordhavn, Role.COORDINATOR)
    client = enter(second)
    assert client.get("/people/").status_code == 200
    end_role(membership=Membership.objects.owned_by(second).get(), by=kari)
    assert client.get("/people/").status_code == 403


def test_the_last_coordinator_cannot_go(kari, nordhavn, enter):
    own = Membership.objects.owned_by(kari).get()
    page = enter(kari).post(f"/people/roles/{own.pk}/end/", follow=True).content.decode()
    assert "There must be at least one coordinator." in page
    assert live(kari) == ["coordinator"]
    siv = person("Siv", nordhavn, Role.COORDINATOR)
    end_role(membership=own, by=siv)
    with pytest.raises(LastCoordinator):
        end_role(membership=Membership.objects.owned_by(siv).get(), by=siv)


def test_a_coordinator_who_has_no_account_yet_does_not_count(kari, nordhavn):
    give_role(institution=nordhavn, person=make_person(name="X", email="x@x.example"), role=Role.COORDINATOR, by=kari)
    with pytest.raises(LastCoordinator):
        end_role(membership=Membership.objects.owned_by(kari).get(), by=kari)


def test_a_role_ends_once(kari, solveig):
    own = Membership.objects.owned_by(solveig).get()
    end_role(membership=own, by=kari)
    with pytest.raises(RoleHasEnded):
        end_role(membership=own, by=kari)


def test_the_members_list_shows_names_roles_and_since_and_nothing_else(kari, ingrid, amir, solveig, enter):
    page = enter(kari).get("/people/").content.decode()
    for word in ("Ingrid", "Amir", "Solveig", "Researcher", "Career counsellor"):
        assert word in page
    for word in ("ingrid@example.org", "postdoc", "Underway", "Onward", "phase"):
        assert word not in page


def test_the_members_list_is_searched_by_name_and_role(kari, ingrid, solveig, enter):
    client = enter(kari)
    assert "Ingrid" not in client.get("/people/?role=counsellor").content.decode()
    assert "Solveig" not in client.get("/people/?name=ingr").content.decode()
    assert "Nobody fits this." in client.get("/people/?name=%25").content.decode()


def test_the_members_list_takes_few_queries_however_long(kari, nordhavn, enter, django_assert_max_num_queries):
    for number in range(30):
        person(f"Somebody{number}", nordhavn, Role.RESEARCHER, Role.SUPERVISOR)
    client = enter(kari)
    with django_assert_max_num_queries(12):
        client.get("/people/")


def test_another_institution_and_too_little_are_kept_out(ingrid, kari, per, leif, fjellheim, enter):
    foreign = enter(person("Signe", fjellheim, Role.COORDINATOR))
    own = Membership.objects.owned_by(ingrid).get()
    assert foreign.get(f"/people/{ingrid.public_id}/").status_code == 404
    assert foreign.post(f"/people/{ingrid.public_id}/roles/", {"role": "leader"}).status_code == 404
    assert foreign.post(f"/people/roles/{own.pk}/end/").status_code == 404
    for who in (leif, ingrid):
        assert enter(who).get("/people/").status_code == 403
        assert enter(who).post(f"/people/{ingrid.public_id}/roles/", {"role": "hr"}).status_code == 403
    assert live(ingrid) == ["researcher"]


def test_a_role_counts_from_its_first_day_to_the_day_before_its_end(nordhavn, ingrid):
    today = timezone.localdate()
    with acting_for(nordhavn):
        Membership.objects.create(
            institution=nordhavn, person=ingrid, role=Role.EDITOR, since=today + timedelta(days=1)
        )
    member = member_for(ingrid.user)
    assert member
    assert member.roles == {Role.RESEARCHER}
