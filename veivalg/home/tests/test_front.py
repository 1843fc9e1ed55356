from __future__ import annotations

import pytest
from django.test import Client

from veivalg.accounts.models import User
from veivalg.institutions.models import Person


@pytest.mark.parametrize(("asked", "got"), [("no", "nb"), ("nn-NO", "nn"), ("en-GB", "en"), ("de", "nb")])
def test_the_front_page_speaks_the_language_of_the_browser(db, asked, got):
    page = Client(headers={"Accept-Language": asked}).get("/").content.decode()
    assert f'<html lang="{got}"' in page


@pytest.mark.parametrize("path", ["/", "/about/", "/about/privacy/", "/about/accessibility/"])
def test_a_public_page_has_one_heading_and_asks_little_of_the_database(
    client, path, ingrid, fjellheim, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3):
        page = client.get(path).content.decode()
    assert page.count("<h1") == 1


def test_the_demo_names_people_with_role_and_institution(client, ingrid, oda):
    visit(ingrid, "ingrid-researcher-nordhavn")
    visit(oda, "oda-operator")
    page = client.get("/", headers={"Accept-Language": "en"}).content.decode()
    assert 'href="/accounts/demo/ingrid-researcher-nordhavn/"' in page
    assert "University of Nordhavn" in page
    assert page.index("Ingrid") < page.index("Oda")
    assert page.index("Oda") < page.index("Operator", page.index("Oda"))


def test_real_people_are_never_named_on_the_front_page(client, ingrid, amir):
    visit(amir, "amir-researcher-nordhavn")
    page = client.get("/").content.decode()
    assert "Amir" in page
    assert "Ingrid" not in page


def test_the_privacy_page_lists_what_every_app_keeps(client, db):
    page = client.get("/about/privacy/", headers={"Accept-Language": "en"}).content.decode()
    assert "To let you sign in, and nobody else." in page
    assert "never used" in page.lower() or "Never for hiring, appraisal or monitoring" in page


def visit(person: Person, demo_name: str) -> None:
    """Open the demo sign-in to an invented person."""
    User.objects.filter(person=person).update(email=f"{demo_name}@demo.example", demo_name=demo_name)
