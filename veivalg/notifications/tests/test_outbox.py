from __future__ import annotations

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.core.mail.message import BadHeaderError
from django.db import IntegrityError, transaction

from veivalg.notifications.envelope import LARGEST, MailTooLarge
from veivalg.notifications.models import DemoMail, Mail
from veivalg.notifications.services import send_due_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def write(subject: str = "Code", to: str = "Ingrid@Example.org", **headers: str) -> EmailMultiAlternatives:
    return EmailMultiAlternatives(subject, "1234", to=[to], headers=headers)


def test_a_mail_waits_in_the_outbox_until_the_worker_sends_it():
    assert send_mail("Code", "1234", None, ["Ingrid@Example.org"]) == 1
    mail = Mail.objects.get()
    assert (mail.state, mail.address, mail.domain, mail.attempts) == ("queued", "ingrid@example.org", "example.org", 0)
    assert send_due_mail() == 1
    assert send_due_mail() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, DemoMail.objects.get().body) == ("sent", 1, "1234")


def test_what_is_undone_is_never_told():
    with transaction.atomic():
        write().send()
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


def test_the_message_leaves_as_it_was_written(letterbox):
    message = write("Blåbær ☂", to="Åse Ødegård <ase@example.org>")
    message.body = "Hei, æøå"
    message.cc, message.bcc, message.reply_to = ["cc@example.org"], ["bcc@example.org"], ["answer@example.org"]
    message.attach_alternative("<p>Hei, æøå</p>", "text/html")
    message.attach("møte.ics", "BEGIN:VCALENDAR", "text/calendar")
    message.attach("plan.pdf", b"\x00\xff\x01", "application/pdf")
    message.send()
    send_due_mail()
    got = letterbox.mails.pop()
    assert got["Subject"] == "Blåbær ☂"
    assert got["Reply-To"] == "answer@example.org"
    assert "bcc@example.org" not in str(got)
    assert got.get_body(("plain",)).get_content().strip() == "Hei, æøå"
    assert got.get_body(("html",)).get_content().strip() == "<p>Hei, æøå</p>"
    assert [(part.get_filename(), part.get_content_type()) for part in got.iter_attachments()] == [
        ("møte.ics", "text/calendar"),
        ("plan.pdf", "application/pdf"),
    ]
    assert list(got.iter_attachments())[1].get_content() == b"\x00\xff\x01"


def test_the_message_id_is_made_once_and_names_no_machine(letterbox, settings):
    settings.BASE_URL = "https://veivalg.example"
    write().send()
    made = Mail.objects.get().message_id
    send_due_mail()
    assert letterbox.mails.pop()["Message-ID"] == made
    assert made.endswith("@veivalg.example>")


def test_a_mail_that_names_no_kind_is_presumed_secret_and_destroyed_once_sent():
    write().send()
    send_due_mail()
    mail = Mail.objects.get()
    assert (mail.kind, mail.message, mail.address, mail.domain) == ("notifications.account", None, "", "example.org")


def test_a_kind_can_be_named_in_a_header_which_stays_at_home(letterbox):
    write(**{"X-Veivalg-Kind": "notifications.sign-in-code"}).send()
    assert Mail.objects.get().kind == "notifications.sign-in-code"
    send_due_mail()
    assert letterbox.mails.pop()["X-Veivalg-Kind"] is None


def test_a_header_of_two_lines_and_a_mail_too_large_are_refused_when_written():
    with pytest.raises(BadHeaderError):
        write("Code\nBcc: everybody@example.org").send()
    huge = write()
    huge.attach("huge.bin", b"x" * (LARGEST + 1), "application/octet-stream")
    with pytest.raises(MailTooLarge):
        huge.send()
    assert not Mail.objects.exists()


def test_a_mail_to_nobody_is_no_mail():
    assert EmailMultiAlternatives("Code", "1234", to=[]).send() == 0
    assert not Mail.objects.exists()


@pytest.mark.parametrize("change", [{"state": "sent"}, {"message": None}, {"state": "lost"}])
def test_the_database_keeps_states_true(change):
    write().send()
    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.update(**change)
