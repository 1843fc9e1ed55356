from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from veivalg.accounts.models import Session, User
from veivalg.accounts.tests.mailbox import ask_for_code, sign_in, take_code, take_mail, type_code


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_known_address_comes_in_with_the_code(ingrid):
    client = Client()
    assert sign_in(client, "Ingrid@Example.org") == "/"
    assert signed_in(client)
    assert Session.objects.get(account=ingrid.user).session_key == client.session.session_key


def test_the_code_leads_on_to_where_one_wanted_to_go(ingrid):
    client = Client()
    assert "/accounts/login/?next=/me/positions/" in client.get("/me/positions/")["Location"]
    ask_for_code(client, "ingrid@example.org", next="/me/positions/")
    answer = type_code(client, take_code(), next="/me/positions/")
    assert answer["Location"] == "/me/positions/"


def test_nobody_is_led_to_another_site(ingrid):
    client = Client()
    ask_for_code(client, "ingrid@example.org", next="https://elsewhere.example/")
    assert type_code(client, take_code(), next="https://elsewhere.example/")["Location"] == "/"


def test_a_wrong_code_does_not_open_and_three_of_them_end_it(ingrid):
    client = Client(headers={"Accept-Language": "nn"})
    ask_for_code(client, "ingrid@example.org")
    code = take_code()
    page = type_code(client, "AAAA-AAAA").content.decode()
    assert "Den koden er ikkje rett." in page
    type_code(client, "AAAA-AAAB")
    type_code(client, "AAAA-AAAC")
    type_code(client, code)
    assert not signed_in(client)


def test_a_stranger_learns_by_mail_alone_that_there_is_no_account(db, ingrid):
    known, unknown = Client(), Client()
    ask_for_code(known, "ingrid@example.org")
    ask_for_code(unknown, "stranger@gmail.com")
    shown = [client.get("/accounts/login/code/").content.decode() for client in (known, unknown)]
    without = [
        page.replace(email, "").split("</main>")[0].split('name="csrfmiddlewaretoken"')[0]
        for page, email in zip(shown, ("ingrid@example.org", "stranger@gmail.com"), strict=True)
    ]
    assert without[0] == without[1]
    mails = {message.to[0]: message for message in mail.outbox}
    assert "/accounts/signup/" in mails["stranger@gmail.com"].body
    assert not User.objects.filter(email="stranger@gmail.com").exists()
    mail.outbox.clear()


def test_the_mail_speaks_the_language_of_the_page(ingrid):
    for language, word in (("nb", "virker"), ("nn", "verkar"), ("en", "works")):
        ask_for_code(Client(headers={"Accept-Language": language}), "ingrid@example.org")
        assert word in take_mail().body


def test_a_closed_account_stays_closed(ingrid):
    User.objects.filter(pk=ingrid.user.pk).update(is_active=False)
    client = Client()
    ask_for_code(client, "ingrid@example.org")
    assert "code" not in take_mail().subject
    assert not signed_in(client)


def test_a_new_code_makes_the_old_one_useless(ingrid):
    client = Client()
    ask_for_code(client, "ingrid@example.org")
    old = take_code()
    client.post("/accounts/login/code/", {"action": "resend"})
    new = take_code()
    type_code(client, old)
    assert not signed_in(client)
    type_code(client, new)
    assert signed_in(client)


def test_codes_are_not_sent_without_end(ingrid):
    for _attempt in range(3):
        ask_for_code(Client(), "ingrid@example.org")
    answer = Client(headers={"Accept-Language": "en"}).post("/accounts/login/", {"email": "ingrid@example.org"})
    assert answer.status_code == 200
    assert "Too many attempts" in answer.content.decode()
    assert len(mail.outbox) == 3
    mail.outbox.clear()


def test_signing_out_asks_first_and_then_ends_the_session(ingrid, enter):
    client = enter(ingrid)
    assert "Do you want to sign out?" in client.get("/accounts/logout/").content.decode()
    client.post("/accounts/logout/")
    assert not signed_in(client)
    assert not Session.objects.filter(account=ingrid.user).exists()


@pytest.mark.parametrize("address", ["", "no address", "a@b", "x" * 300 + "@example.org", "<script>@example.org"])
def test_what_is_no_address_is_said_so(db, address):
    answer = Client().post("/accounts/login/", {"email": address})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()


def test_the_session_changes_its_key_at_sign_in(ingrid):
    client = Client()
    ask_for_code(client, "ingrid@example.org")
    before = client.session.session_key
    type_code(client, take_code())
    assert before != client.session.session_key
