"""Two at the same moment: only a database with several writers shows it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import institution, person
from veivalg.accounts.models import User
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Invitation, Membership, Person
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import accept_invitation, end_role, enter_by_domain, invite

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
]


@pytest.fixture
def place(transactional_db):
    return institution("nordhavn", "university", nb="Nordhavn")


def at_once(*acts):
    """Run the acts in threads that start together; what each returned or refused."""
    together = Barrier(len(acts))

    def run(act):
        try:
            together.wait()
            return act()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_an_invitation_accepted_in_two_browsers_gives_one_role(place, mailoutbox):
    siv = person("Siv")
    invitation = invite(institution=place, email=siv.email, role=Role.ORGANISER, language="nb")
    mailoutbox.clear()
    assert siv.user
    yes = partial(accept_invitation, invitation=invitation, user=siv.user, person=siv, name="", language="")
    at_once(*[yes] * 6)
    assert Membership.objects.owned_by(siv).count() == 1
    with acting_for(place):
        assert Invitation.objects.get().accepted_at


def test_a_first_visit_in_two_browsers_makes_one_person(place):
    user = User.objects.create_user("siv@nordhavn.example")
    come = partial(enter_by_domain, user=user, institution=place, name="Siv", language="nb")
    answers = at_once(*[come] * 4)
    assert sum(isinstance(answer, Person) for answer in answers) == 1
    assert Person.objects.count() == 1


def test_two_coordinators_cannot_end_each_other(place):
    one, two = (person(name, place, Role.COORDINATOR) for name in ("Kari", "Siv"))
    roles = {who: Membership.objects.owned_by(who).get() for who in (one, two)}
    at_once(
        partial(end_role, membership=roles[one], by=two),
        partial(end_role, membership=roles[two], by=one),
    )
    with acting_for(place):
        assert Membership.objects.filter(role=Role.COORDINATOR, until=None).count() == 1
