from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from veivalg.accounts.models import User
from veivalg.accounts.services import make_demo_account
from veivalg.accounts.tests.mailbox import sign_in, take_code
from veivalg.institutions.models import Affiliation, Membership, Person
from veivalg.institutions.roles import Role
from veivalg.institutions.services import give_role, make_person


@pytest.fixture
def at_work(ingrid) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.cookies["django_language"] = "en"
    sign_in(client, "ingrid@example.org")
    return client


def change_to(client: Client, address: str):
    return client.post("/accounts/email/", {"email": address, "action_add": "1"})


def confirm(client: Client, code: str):
    return client.post("/accounts/email/code/", {"code": code, "action": "verify"})


def test_a_private_address_takes_over_once_its_code_is_typed(at_work, ingrid):
    change_to(at_work, "Private@home.example")
    assert "private@home.example" in at_work.get("/accounts/email/code/").content.decode()
    ingrid.refresh_from_db()
    assert ingrid.email == "ingrid@example.org", "nothing changes before the code is typed"
    confirm(at_work, take_code())
    ingrid.refresh_from_db()
    assert (ingrid.email, ingrid.user.email) == ("private@home.example", "private@home.example")
    told = mail.outbox.pop()
    assert told.to == ["ingrid@example.org"], "the old address is told"
    assert sign_in(Client(), "private@home.example") == "/"
    stranger = Client()
    stranger.post("/accounts/login/", {"email": "ingrid@example.org"})
    assert "account" in mail.outbox.pop().body


def test_a_wrong_code_changes_nothing(at_work, ingrid):
    change_to(at_work, "private@home.example")
    take_code()
    assert "That code is not right." in confirm(at_work, "AAAA-AAAA").content.decode()
    ingrid.refresh_from_db()
    assert ingrid.email == "ingrid@example.org"


def test_nobody_takes_over_the_address_of_another(at_work, amir, ingrid):
    change_to(at_work, "amir@example.org")
    page = confirm(at_work, take_code())
    assert "This address belongs to another account." in page.content.decode()
    ingrid.refresh_from_db()
    assert ingrid.email == "ingrid@example.org"


def test_a_row_that_waited_under_the_new_address_becomes_the_same_person(at_work, ingrid, fjellheim):
    waiting = make_person(name="I. Strand", email="private@home.example")
    give_role(institution=fjellheim, person=waiting, role=Role.RESEARCHER)
    change_to(at_work, "private@home.example")
    confirm(at_work, take_code())
    mail.outbox.clear()
    assert not Person.objects.filter(pk=waiting.pk).exists()
    places = set(Membership.objects.owned_by(ingrid).values_list("institution__slug", flat=True))
    assert places == {"nordhavn", "fjellheim"}
    assert Affiliation.objects.owned_by(ingrid).count() == 1


def test_an_invented_person_keeps_an_invented_address(db):
    user = make_demo_account(email="siv@nordhavn.example", demo_name="siv")
    make_person(name="Siv", email=user.email, user=user)
    client = Client()
    client.get("/accounts/demo/siv/")
    assert change_to(client, "real@uni.no").status_code == 200
    assert User.objects.get(pk=user.pk).email == "siv@nordhavn.example"
    assert not mail.outbox
