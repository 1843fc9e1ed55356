"""The library's own texts have no nynorsk: whatever it can say must have words of ours."""

from __future__ import annotations

import re
from pathlib import Path

import allauth
import pytest
from allauth.account import app_settings
from django.core import mail

from veivalg.accounts.tests.mailbox import ask_for_code
from veivalg.accounts.texts import ERRORS, NOTES

SOURCE = Path(allauth.__file__).parent
USED = ["account", "mfa", "socialaccount/internal", "socialaccount/models.py"]


def source_of(part: str) -> str:
    path = SOURCE / part
    return "\n".join(file.read_text() for file in ([path] if path.is_file() else path.rglob("*.py")))


def test_every_note_about_the_account_has_words():
    said = set()
    for part in USED:
        said |= set(re.findall(r'"((?:account|mfa|socialaccount)/email/\w+)"', source_of(part)))
    letters_of_their_own = {name for name in said if re.search("code|confirm|unknown|already|password_reset", name)}
    assert said - letters_of_their_own <= set(NOTES)


def test_every_error_that_can_be_raised_has_words():
    raised = set(re.findall(r'validation_error\(\s*"(\w+)"', source_of("account") + source_of("mfa")))
    not_used = {name for name in raised if re.search("phone|username|reset|select_only_one", name)}
    assert raised - not_used <= set(ERRORS)


@pytest.mark.parametrize(("language", "words"), [("nb", "Prøv igjen"), ("nn", "Prøv igjen"), ("en", "Try again")])
def test_the_form_of_a_wrong_password_speaks_the_readers_language(client, db, language, words):
    client.cookies["django_language"] = language
    page = client.post("/accounts/login/password/", {"login": "a@b.example", "password": "x"}).content.decode()
    ours = {"nb": "hører ikke sammen", "nn": "høyrer ikkje saman", "en": "do not belong together"}
    assert ours[language] in page
    assert app_settings.PREVENT_ENUMERATION


def test_codes_are_named_to_the_outbox(client, ingrid):
    ask_for_code(client, "ingrid@example.org")
    assert mail.outbox.pop().extra_headers["X-Veivalg-Kind"] == "notifications.sign-in-code"
