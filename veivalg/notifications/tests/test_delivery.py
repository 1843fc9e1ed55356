from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.mail import send_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from veivalg.notifications.models import Mail
from veivalg.notifications.services import send_due_mail
from veivalg.notifications.services.delivery import LEASE, WAITS, claim, due_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def write(to: str = "ingrid@example.org", **headers: str) -> Mail:
    send_mail("Hello", "Words", None, [to])
    return Mail.objects.latest("pk")


def later(**span: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**span), tick=False)


def test_a_server_that_is_down_is_tried_again_with_growing_patience(unused_port):
    mail = write()
    now = timezone.now()
    for number, wait in enumerate(WAITS, start=1):
        with time_machine.travel(now, tick=False):
            assert send_due_mail() == 0
            mail.refresh_from_db()
            assert (mail.state, mail.attempts, mail.error) == ("failed", number, "ConnectionRefusedError 111")
            assert mail.due_at == timezone.now() + wait
            assert send_due_mail() == 0
        now = mail.due_at
    with time_machine.travel(now, tick=False):
        send_due_mail()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.message) == ("given-up", len(WAITS) + 1, None)


def test_it_goes_out_once_the_server_is_back(unused_port, request):
    write()
    send_due_mail()
    letterbox = request.getfixturevalue("letterbox")
    with later(minutes=2):
        assert send_due_mail() == 1
    assert len(letterbox.mails) == 1


def test_a_server_that_says_not_now_is_asked_again(letterbox):
    letterbox.answers = ["451 Come back later"]
    mail = write()
    send_due_mail()
    mail.refresh_from_db()
    assert (mail.state, mail.error) == ("failed", "SMTPDataError 451")
    with later(minutes=2):
        assert send_due_mail() == 1


def test_an_address_that_does_not_exist_is_given_up_at_once_and_holds_nobody_up(letterbox):
    lost, other = write("nobody@example.org"), write()
    send_due_mail()
    send_due_mail()
    lost.refresh_from_db()
    other.refresh_from_db()
    assert (lost.state, lost.error, other.state) == ("given-up", "SMTPRecipientsRefused 550", "sent")


def test_a_code_that_has_run_out_is_not_sent(letterbox):
    mail = write()
    Mail.objects.update(expires_at=timezone.now() + timedelta(minutes=15))
    with later(minutes=16):
        assert send_due_mail() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.error, letterbox.mails) == ("given-up", "expired", [])


def test_a_mail_whose_worker_died_is_sent_when_the_lease_ends_with_the_same_id(letterbox):
    mail = write()
    assert claim(mail)
    assert send_due_mail() == 0
    with time_machine.travel(timezone.now() + LEASE, tick=True):
        assert send_due_mail() == 1
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("sent", 2)
    assert [got["Message-ID"] for got in letterbox.mails] == [mail.message_id]


def test_a_worker_that_comes_back_too_late_changes_nothing(letterbox):
    """The lease has passed on: what the slow worker notes no longer counts."""
    from veivalg.notifications.services.delivery import put_off

    mail = write()
    claim(mail)
    with time_machine.travel(timezone.now() + LEASE, tick=True):
        send_due_mail()
        put_off(mail, TimeoutError())
    mail.refresh_from_db()
    assert mail.state == "sent"


def test_of_two_who_claim_one_wins():
    write()
    first, second = due_mail(timezone.now()).get(), due_mail(timezone.now()).get()
    assert claim(first)
    assert not claim(second)


class Slow(EmailBackend):
    """Takes its time, so that two workers meet."""

    def send_messages(self, messages):
        threading.Event().wait(0.01)
        return super().send_messages(messages)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_two_workers_send_each_mail_once(settings, mailoutbox):
    settings.OUTBOX_TRANSPORT = f"{__name__}.Slow"
    for number in range(30):
        write(f"person{number}@example.org")

    def work() -> None:
        send_due_mail()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(f"person{number}@example.org" for number in range(30))
    mailoutbox.clear()
