from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from veivalg.core import views_errors

HEADINGS = {"nb": "Denne veien slutter her", "nn": "Denne vegen sluttar her", "en": "This path ends here"}


@pytest.mark.parametrize(("language", "heading"), HEADINGS.items())
def test_a_missing_page_says_so_in_the_readers_language(db, language, heading):
    answer = Client(headers={"Accept-Language": language}).get("/nowhere/")
    assert answer.status_code == 404
    assert heading in answer.content.decode()


def test_a_form_that_stood_open_too_long_is_explained(db):
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})
    answer = client.post("/theme/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "The form had been open too long" in answer.content.decode()


def test_a_page_of_another_role_is_refused_in_words(leif, enter):
    answer = enter(leif).get("/operator/mail/")
    assert answer.status_code == 403
    assert "This page is not for your role" in answer.content.decode()


def test_a_request_that_cannot_be_read_is_answered_in_words(db):
    answer = Client().get("/", headers={"Host": "elsewhere.example", "Accept-Language": "en"})
    assert answer.status_code == 400
    assert "That could not be read" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "heading"),
    [("nb", "Noe gikk galt hos oss"), ("nn", "Noko gjekk gale hos oss"), ("en", "Something went wrong at our end")],
)
def test_a_fault_of_ours_is_told_without_session_or_database(db, language, heading):
    request = RequestFactory().get("/", headers={"Accept-Language": language})
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = views_errors.server_error(request)
    assert answer.status_code == 500
    assert heading in answer.content.decode()
    assert f'<html lang="{language}"' in answer.content.decode()
    assert not queries
