from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.utils import timezone

from veivalg.accounts.models import Session
from veivalg.accounts.tests.mailbox import sign_in, take_code, take_mail, type_code

PASSWORD = "a long sentence about spruces"


@pytest.fixture
def client_of_ingrid(ingrid) -> Client:
    client = Client(headers={"Accept-Language": "en", "User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    client.cookies["django_language"] = "en"
    sign_in(client, "ingrid@example.org")
    return client


def set_password(client: Client) -> None:
    answer = client.post("/accounts/security/password/set/", {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    assert "was given a password" in take_mail().body


def now_code(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def connect_app(client):
    page = client.get("/accounts/security/app/").content.decode()
    (secret,) = re.findall(r"<code>([A-Z2-7]+)</code>", page)
    answer = client.post("/accounts/security/app/", {"code": now_code(secret)})
    assert answer["Location"] == "/accounts/security/recovery/"
    mail.outbox.clear()
    return secret


def with_password(client: Client):
    return client.post("/accounts/login/password/", {"login": "ingrid@example.org", "password": PASSWORD})


def test_a_password_alone_is_not_enough(client_of_ingrid):
    set_password(client_of_ingrid)
    other = Client()
    assert with_password(other)["Location"] == "/accounts/login/code/"
    assert "_auth_user_id" not in other.session
    assert type_code(other, take_code())["Location"] == "/"
    assert "_auth_user_id" in other.session


def test_a_weak_or_mistyped_password_is_refused_in_words(client_of_ingrid):
    for one, two, word in (("short", "short", "12"), (PASSWORD, PASSWORD + "!", "same password")):
        page = client_of_ingrid.post("/accounts/security/password/set/", {"password1": one, "password2": two})
        assert page.status_code == 200
        assert word in page.content.decode()


def test_with_an_app_its_code_is_asked_for_after_password_and_after_mail(client_of_ingrid):
    set_password(client_of_ingrid)
    connect_app(client_of_ingrid)
    by_password, by_mail = Client(), Client()
    assert with_password(by_password)["Location"] == "/accounts/login/second/"
    assert sign_in(by_mail, "ingrid@example.org") == "/accounts/login/second/"
    wrong = by_mail.post("/accounts/login/second/", {"code": "000000"})
    assert wrong.status_code == 200
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert by_password.post("/accounts/login/second/", {"code": codes[0]})["Location"] == "/"
    again = Client()
    with_password(again)
    assert again.post("/accounts/login/second/", {"code": codes[0]}).status_code == 200, "a recovery code opens once"


def test_the_secret_of_the_app_is_not_readable_in_the_database(client_of_ingrid):
    secret = connect_app(client_of_ingrid)
    row = Authenticator.objects.get(type="totp")
    assert secret not in str(row.data)
    assert row.wrap().validate_code("123456") is False


def test_a_forgotten_password_is_removed_after_a_code_by_mail(client_of_ingrid):
    set_password(client_of_ingrid)
    client_of_ingrid.post("/accounts/security/password/remove/")
    page = client_of_ingrid.get("/accounts/security/").content.decode()
    assert "You have no password" in page
    assert with_password(Client()).status_code == 200


def test_changing_how_one_signs_in_asks_again_after_a_while(client_of_ingrid, time_machine):
    set_password(client_of_ingrid)
    assert client_of_ingrid.get("/accounts/security/app/").status_code == 200
    time_machine.move_to(timezone.now() + timedelta(minutes=20))
    answer = client_of_ingrid.get("/accounts/security/app/")
    assert answer["Location"].startswith("/accounts/again/")
    page = client_of_ingrid.get(answer["Location"])
    assert "Is it you?" in page.content.decode()
    shown = client_of_ingrid.post(answer["Location"], {"password": PASSWORD})
    assert shown["Location"] == "/accounts/security/app/"


def test_other_browsers_are_listed_and_signed_out(client_of_ingrid, ingrid):
    phone = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/600"})
    sign_in(phone, "ingrid@example.org")
    page = client_of_ingrid.get("/accounts/security/").content.decode()
    assert "Firefox, Linux" in page
    assert "Safari, iPhone" in page
    client_of_ingrid.post("/accounts/security/sessions/end/")
    assert Session.objects.filter(account=ingrid.user).count() == 1
    assert phone.get("/accounts/security/").status_code == 302
    assert client_of_ingrid.get("/accounts/security/").status_code == 200


def test_the_list_shows_nobody_elses_browsers(client_of_ingrid, amir):
    sign_in(Client(headers={"User-Agent": "Mozilla/5.0 (Windows) Edg/140"}), "amir@example.org")
    assert "Edge" not in client_of_ingrid.get("/accounts/security/").content.decode()
