from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.conf import settings as current
from django.core import mail
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from tests import feide_urls  # read now, while Feide is off
from veivalg.accounts.models import User
from veivalg.accounts.tests.feide import come_through, feide
from veivalg.accounts.tests.mailbox import sign_in
from veivalg.institutions.services import approve_domain, make_person

SUB = "11111111-2222-4333-8444-555555555555"


@contextmanager
def with_feide(**person):
    with feide({"sub": SUB, "name": "Tuva Lie", **person}) as address:
        app = current.FEIDE | {"client_id": "veivalg", "secret": "s"}
        app["settings"] = app["settings"] | {"server_url": address}
        with override_settings(
            ROOT_URLCONF=feide_urls.__name__,
            SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [app]}},
            FEIDE_CLIENT_ID="veivalg",
        ):
            yield


@pytest.fixture
def client() -> Client:
    return Client(headers={"Accept-Language": "en"})


def signed_in_as(client: Client) -> str | None:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).email if key else None


def test_feide_is_off_while_it_is_not_configured(client, db):
    with pytest.raises(NoReverseMatch):
        reverse("openid_connect_login", args=["feide"])
    assert "Feide" not in client.get("/accounts/login/").content.decode()


def test_somebody_at_an_approved_domain_comes_in_through_feide(client, nordhavn, kari):
    approve_domain(institution=nordhavn, domain="nordhavn.example", by=kari)
    with with_feide(email="tuva@nordhavn.example", email_verified=True):
        assert "Feide" in client.get("/accounts/login/").content.decode()
        assert come_through(client)["Location"] == "/welcome/"
        assert 'value="Tuva Lie"' in client.get("/welcome/").content.decode()
    assert signed_in_as(client) == "tuva@nordhavn.example"


def test_somebody_the_institution_has_entered_is_recognised(client, nordhavn):
    waiting = make_person(name="Tuva Lie", email="tuva@nordhavn.example")
    with with_feide(email="tuva@nordhavn.example", email_verified=True):
        assert come_through(client)["Location"] == "/"
    waiting.refresh_from_db()
    assert waiting.user


def test_an_account_that_is_here_is_the_same_one_through_feide(client, ingrid):
    sign_in(client, "ingrid@example.org")
    client.logout()
    with with_feide(email="ingrid@example.org", email_verified=True):
        assert come_through(client)["Location"] == "/"
        assert "Feide was connected" in mail.outbox.pop().body
        client.logout()
        assert come_through(client)["Location"] == "/"
    assert signed_in_as(client) == "ingrid@example.org"
    assert User.objects.count() == 1


@pytest.mark.parametrize("person", [{"email": "x@elsewhere.example", "email_verified": True}, {}])
def test_others_are_told_about_the_ways_in(client, db, person):
    with with_feide(**person):
        page = come_through(client).content.decode()
    assert "Is my institution here?" in page
    assert signed_in_as(client) is None
    assert not User.objects.exists()


def test_an_address_that_feide_does_not_vouch_for_opens_nobodys_account(client, nordhavn, ingrid):
    approve_domain(institution=nordhavn, domain="example.org")
    with with_feide(email="ingrid@example.org", email_verified=False):
        come_through(client)
    assert signed_in_as(client) is None
    assert User.objects.count() == 1
    mail.outbox.clear()


def test_a_broken_answer_from_feide_is_a_friendly_page(client, db):
    with with_feide(email="x@x.example"):
        page = client.get("/accounts/oidc/feide/login/callback/", {"code": "c", "state": "made-up"})
        assert "Sign-in through Feide did not work" in page.content.decode()
        page = client.get("/accounts/oidc/feide/login/callback/", {"error": "access_denied", "state": "x"})
    assert signed_in_as(client) is None
