from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import person
from veivalg.accounts.models import User
from veivalg.accounts.services import open_account
from veivalg.accounts.tests.mailbox import ask_for_code, sign_in, take_mail
from veivalg.institutions.models import Affiliation, Membership, Person, PositionType
from veivalg.institutions.roles import Role
from veivalg.institutions.services import approve_domain, load_position_types, make_person, withdraw_domain


@pytest.fixture
def own_domain(nordhavn, kari):
    return approve_domain(institution=nordhavn, domain="nordhavn.example", by=kari)


def test_from_address_to_researcher_with_a_position(own_domain, nordhavn):
    load_position_types()
    client = Client(headers={"Accept-Language": "en"})
    assert sign_in(client, "new@nordhavn.example") == "/welcome/"
    assert "Your address belongs to University of Nordhavn" in client.get("/welcome/").content.decode()
    answer = client.post("/welcome/", {"name": "Tuva Lie", "language": "en"})
    assert answer["Location"] == "/me/positions/new/nordhavn/"
    position = {"kind": "employment", "position_type": "0", "starts_on": "2026-01-05", "percentage": "100"}
    assert 'aria-invalid="true"' in client.post(answer["Location"], position | forms(0)).content.decode()
    position["position_type"] = str(PositionType.objects.get(code="postdoc").pk)
    assert client.post(answer["Location"], position | forms(0)).status_code == 302
    tuva = Person.objects.get(email="new@nordhavn.example")
    assert Membership.objects.owned_by(tuva).get().role == Role.RESEARCHER
    assert Affiliation.objects.owned_by(tuva).get().source == "self-stated"


def forms(count: int) -> dict[str, str]:
    return {"leave-TOTAL_FORMS": str(count), "leave-INITIAL_FORMS": "0"}


@pytest.mark.parametrize("address", ["me@sub.nordhavn.example", "me@evilnordhavn.example", "me@nordhavn.example.org"])
def test_only_exactly_the_domain_lets_in(own_domain, address):
    ask_for_code(Client(), address)
    assert "code" not in take_mail().body
    assert not User.objects.filter(email=address).exists()


def test_whoever_the_institution_has_entered_already_is_recognised(nordhavn):
    waiting = make_person(name="Tuva Lie", email="tuva@elsewhere.example")
    assert sign_in(Client(), "Tuva@elsewhere.example") == "/"
    waiting.refresh_from_db()
    assert waiting.user
    assert waiting.user.email == "tuva@elsewhere.example"


def test_an_account_without_a_person_is_led_to_the_first_visit(own_domain):
    client = Client()
    sign_in(client, "new@nordhavn.example")
    assert client.get("/me/positions/")["Location"] == "/welcome/"


def test_a_double_click_makes_one_person(own_domain):
    client = Client()
    sign_in(client, "new@nordhavn.example")
    for _click in range(2):
        client.post("/welcome/", {"name": "Tuva", "language": "nb"})
    assert Person.objects.filter(email="new@nordhavn.example").count() == 1


def test_a_domain_withdrawn_meanwhile_leads_to_the_page_that_explains(own_domain, kari):
    client = Client()
    sign_in(client, "new@nordhavn.example")
    withdraw_domain(domain=own_domain, by=kari)
    assert client.get("/welcome/")["Location"] == "/accounts/signup/"
    assert client.get("/accounts/signup/").status_code == 200


def test_accounts_that_nobody_entered_are_cleared_away(own_domain, time_machine):
    open_account(email="slip@nordhavn.example")
    time_machine.move_to(timezone.now() + timedelta(days=2))
    open_account(email="new@nordhavn.example")
    assert [user.email for user in User.objects.filter(person=None)] == ["new@nordhavn.example"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("gmail.com", "Anybody can get an address at gmail.com"),
        ("Outlook.com ", "Anybody can get"),
        ("localhost", "Write the part after @"),
        ("no spaces .example", "Write the part after @"),
        ("nordhavn.example", "approved already"),
        ("<b>.example", "Write the part after @"),
    ],
)
def test_a_domain_that_says_nothing_about_work_is_refused(own_domain, kari, enter, typed, said):
    page = enter(kari).post("/institution/domains/", {"domain": typed})
    assert said in page.content.decode()


def test_a_domain_leads_to_one_institution(own_domain, fjellheim, enter):
    other = enter(person("Signe", fjellheim, Role.COORDINATOR))
    page = other.post("/institution/domains/", {"domain": "me@Nordhavn.example"}).content.decode()
    assert "approved already" in page
    assert "nordhavn.example</strong>" not in page
    assert other.post(f"/institution/domains/{own_domain.pk}/withdraw/").status_code == 404
