from __future__ import annotations

import re

from django.test import Client

from veivalg.accounts.tests.mailbox import ask_for_code, type_code
from veivalg.notifications.models import DemoMail, Mail
from veivalg.notifications.services import send_due_mail


def test_a_code_goes_through_the_outbox_and_opens_the_door(ingrid, outbox):
    client = Client()
    ask_for_code(client, "ingrid@example.org")
    assert Mail.objects.get().kind == "notifications.sign-in-code"
    assert send_due_mail() == 1
    mail = Mail.objects.get()
    assert (mail.state, mail.message, mail.address) == ("sent", None, "")
    found = re.search(r"^([0-9A-Z]{3,4}-?[0-9A-Z]{3,4})$", DemoMail.objects.get().body, re.MULTILINE)
    assert found
    assert type_code(client, found[1])["Location"] == "/"
