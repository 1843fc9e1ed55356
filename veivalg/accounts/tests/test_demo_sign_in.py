from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from veivalg.accounts.models import User
from veivalg.accounts.services import NotADemo, make_demo_account

ADDRESS = "/accounts/demo/ingrid-researcher-nordhavn/"


@pytest.fixture
def invented(db):
    return make_demo_account(email="ingrid@nordhavn.example", demo_name="ingrid-researcher-nordhavn")


def test_an_invented_person_enters_by_a_link(invented):
    client = Client()
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(invented.pk)


def test_entering_as_another_leaves_nothing_of_the_first(invented):
    make_demo_account(email="amir@nordhavn.example", demo_name="amir")
    client = Client()
    client.get(ADDRESS)
    session = client.session
    session["something"] = "of Ingrid"
    session.save()
    client.get("/accounts/demo/amir/")
    assert "something" not in client.session


def test_nobody_else_can_be_entered(invented, ingrid):
    assert Client().get("/accounts/demo/nobody/").status_code == 404
    User.objects.filter(pk=invented.pk).update(is_active=False)
    assert Client().get(ADDRESS).status_code == 404


def test_the_database_refuses_a_demo_name_at_a_real_address(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_demo_account(email="ingrid@uni.no", demo_name="ingrid")


def test_outside_a_demo_no_invented_people_are_made(db, settings):
    settings.DEMO = False
    with pytest.raises(NotADemo):
        make_demo_account(email="ingrid@nordhavn.example", demo_name="ingrid")


def test_outside_a_demo_the_address_does_not_exist():
    code = "import django; django.setup(); from django.urls import resolve; resolve('/accounts/demo/x/')"
    environment = os.environ | {
        "DEMO": "0",
        "SECRET_KEY": "long-and-secret",
        "DJANGO_SETTINGS_MODULE": "veivalg.config.settings",
    }
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert "Resolver404" in run.stderr
