from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.mail import send_mail
from django.utils import timezone

from veivalg.audit.models import Entry
from veivalg.core import schedule
from veivalg.core.privacy import privacy_modules
from veivalg.notifications.models import DemoMail, Mail, MailPreference, Notice
from veivalg.notifications.notices import WELCOME
from veivalg.notifications.services import choose_mails, destroy_old_mail, notify, send_due_mail

pytestmark = pytest.mark.usefixtures("outbox")


def test_whoever_runs_the_site_sees_trouble_but_no_words(oda, ingrid, letterbox, enter, django_assert_max_num_queries):
    ingrid.email = "nobody@example.org"
    for _ in range(3):
        notify(person=ingrid, kind=WELCOME)
        send_due_mail()
    browser = enter(oda)
    with django_assert_max_num_queries(10):
        page = browser.get("/operator/mail/").content.decode()
    assert page.count("SMTPRecipientsRefused 550") == 3
    assert "example.org" in page
    assert "nobody@" not in page
    assert "Velkommen" not in page
    assert "Ingrid" not in page


def test_a_mail_that_was_given_up_can_be_tried_again(oda, ingrid, letterbox, enter):
    ingrid.email = "nobody@example.org"
    notify(person=ingrid, kind=WELCOME)
    send_due_mail()
    mail = Mail.objects.get()
    browser = enter(oda)
    assert f"/operator/mail/{mail.pk}/again/" in browser.get("/operator/mail/").content.decode()
    browser.post(f"/operator/mail/{mail.pk}/again/")
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("queued", 0)
    assert Entry.objects.filter(action="mail-tried-again", actor=oda.pk, subject=str(mail.pk)).exists()
    answer = browser.post(f"/operator/mail/{mail.pk}/again/", follow=True)
    assert "no longer kept" in answer.content.decode()


def test_a_destroyed_secret_cannot_be_tried_again(oda, letterbox, enter):
    send_mail("Code", "1234", None, ["nobody@example.org"])
    send_due_mail()
    mail = Mail.objects.get()
    assert (mail.state, mail.message) == ("given-up", None)
    browser = enter(oda)
    assert "/again/" not in browser.get("/operator/mail/?state=given-up").content.decode()
    browser.post(f"/operator/mail/{mail.pk}/again/")
    mail.refresh_from_db()
    assert mail.state == "given-up"


def test_the_page_says_when_no_worker_runs(oda, enter, settings):
    browser = enter(oda)
    assert "No worker is running" in browser.get("/operator/mail/").content.decode()
    settings.EVERY_TICK, settings.SCHEDULE = [], {"veivalg.core.schedule.sign_of_life": 30}
    schedule.tick()
    assert "No worker is running" not in browser.get("/operator/mail/?state=nonsense").content.decode()


def test_a_visitor_of_the_demo_reads_the_code_there(client, db):
    send_mail("Your code", "Code: 1234", None, ["new@example.org"])
    assert "1234" not in client.get("/demo/mail/").content.decode()
    send_due_mail()
    assert "Code: 1234" in client.get("/demo/mail/").content.decode()


def test_words_go_after_a_month_rows_after_three(ingrid):
    notify(person=ingrid, kind=WELCOME)
    send_due_mail()
    for days, words, rows, arrived in [(0, True, 1, 1), (31, False, 1, 0), (91, False, 0, 0)]:
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            destroy_old_mail()
            destroy_old_mail()
        assert Mail.objects.count() == rows
        assert Mail.objects.filter(message__isnull=False).exists() == words
        assert DemoMail.objects.count() == arrived
    assert Notice.objects.exists()


def test_a_person_takes_along_and_erases_what_was_kept(ingrid, amir):
    for person in (ingrid, amir):
        notify(person=person, kind=WELCOME)
        choose_mails(person=person, by_mail=[])
    send_mail("Invitation", "https://…", None, [ingrid.email.upper()])
    privacy = privacy_modules()["notifications"]
    taken = privacy.export_for(ingrid.pk)
    assert [len(taken[key]) for key in ("notices", "mails", "mail_preferences")] == [1, 2, 1]
    privacy.erase(ingrid.pk)
    assert list(Mail.objects.values_list("person", flat=True)) == [amir.pk]
    assert list(Notice.objects.values_list("person", flat=True)) == [amir.pk]
    assert list(MailPreference.objects.values_list("person", flat=True)) == [amir.pk]
