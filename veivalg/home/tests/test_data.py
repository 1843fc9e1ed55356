from __future__ import annotations

import json

import pytest

from veivalg.accounts.models import User
from veivalg.audit.models import Entry
from veivalg.core.privacy import privacy_modules
from veivalg.home.forms import CONFIRMATION
from veivalg.institutions.models import Affiliation, Person
from veivalg.institutions.scoping import acting_for


def test_the_export_holds_what_every_app_keeps_about_the_person_and_nobody_else(ingrid, amir, enter):
    answer = enter(ingrid).post("/me/data/export/")
    assert answer.headers["Content-Type"] == "application/json"
    assert "attachment" in answer.headers["Content-Disposition"]
    everything = json.loads(answer.content)
    assert set(privacy_modules()) <= set(everything)
    assert everything["institutions"]["person"]["name"] == "Ingrid"
    assert "amir" not in answer.content.decode().lower()


def test_taking_a_copy_stands_in_the_list_of_deeds(ingrid, enter):
    client = enter(ingrid)
    assert "Nothing yet." in client.get("/me/data/").content.decode()
    client.post("/me/data/export/")
    assert "Took a copy of all data" in client.get("/me/data/").content.decode()


def test_a_copy_is_not_taken_by_following_a_link(ingrid, enter):
    assert enter(ingrid).get("/me/data/export/").status_code == 405


@pytest.mark.parametrize(("language", "wrong"), [("en", "yes"), ("nb", "delete"), ("nn", "")])
def test_without_the_word_nothing_is_deleted(ingrid, enter, language, wrong):
    answer = enter(ingrid, language).post("/me/data/delete/", {"confirmation": wrong})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert Person.objects.filter(pk=ingrid.pk).exists()


@pytest.mark.parametrize(("language", "word"), [("en", " Delete "), ("nb", "slett"), ("nn", "SLETT")])
def test_the_word_deletes_account_and_pages_and_leaves_the_others(ingrid, amir, nordhavn, enter, language, word):
    client = enter(ingrid, language)
    answer = client.post("/me/data/delete/", {"confirmation": word})
    assert answer.url == "/"
    assert not Person.objects.filter(pk=ingrid.pk).exists()
    assert not User.objects.filter(email="ingrid@example.org").exists()
    with acting_for(nordhavn):
        assert set(Affiliation.objects.values_list("person", flat=True)) == {amir.pk}
    assert client.get("/me/data/").status_code == 302
    assert Entry.objects.filter(action="account-deleted", actor=ingrid.pk).exists()


def test_the_word_is_asked_for_in_the_readers_language(ingrid, enter):
    assert str(CONFIRMATION)
    assert "«slett»" in enter(ingrid, "nb").get("/me/data/delete/").content.decode()


def test_my_data_asks_little_of_the_database(ingrid, enter, django_assert_max_num_queries):
    client = enter(ingrid)
    client.post("/me/data/export/")
    with django_assert_max_num_queries(9):
        client.get("/me/data/")
