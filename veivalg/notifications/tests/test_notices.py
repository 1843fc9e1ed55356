from __future__ import annotations

import pytest

from veivalg.notifications.kinds import Kind
from veivalg.notifications.models import Mail, Notice
from veivalg.notifications.notices import ACCOUNT, WELCOME
from veivalg.notifications.services import choose_mails, notify, send_due_mail

pytestmark = pytest.mark.usefixtures("outbox")


@pytest.mark.parametrize(
    ("language", "title"),
    [("nb", "Velkommen til Veivalg"), ("nn", "Velkomen til Veivalg"), ("en", "Welcome to Veivalg")],
)
def test_a_notice_and_its_mail_speak_the_language_of_the_reader(ingrid, letterbox, language, title):
    ingrid.language, ingrid.name = language, "Ingrid & <b>Co</b>"
    notice = notify(person=ingrid, kind=WELCOME, link="/me/inbox/")
    assert (notice.title, notice.language) == (title, language)
    send_due_mail()
    got = letterbox.mails.pop()
    assert got["Subject"] == title
    assert "Ingrid & <b>Co</b>" in got.get_content()
    assert "http://localhost:8000/me/inbox/" in got.get_content()
    assert "http://localhost:8000/me/notifications/" in got.get_content()


def test_who_wants_no_mail_finds_it_in_the_inbox_all_the_same(ingrid):
    choose_mails(person=ingrid, by_mail=[])
    notify(person=ingrid, kind=WELCOME)
    assert (Notice.objects.count(), Mail.objects.count()) == (1, 0)
    choose_mails(person=ingrid, by_mail=[WELCOME.code])
    notify(person=ingrid, kind=WELCOME)
    assert (Notice.objects.count(), Mail.objects.count()) == (2, 1)


def test_what_is_essential_always_comes_by_mail(ingrid):
    choose_mails(person=ingrid, by_mail=[])
    essential = Kind("notifications.welcome", "Welcome", essential=True)
    notify(person=ingrid, kind=essential)
    assert Mail.objects.get().person == ingrid


def test_a_notice_keeps_its_words_after_sending_a_secret_does_not(ingrid):
    notify(person=ingrid, kind=WELCOME)
    send_due_mail()
    assert (Mail.objects.get().message is not None, ACCOUNT.secret, WELCOME.secret) == (True, True, False)


def test_the_inbox_shows_what_is_new_and_the_way_on(ingrid, enter, django_assert_max_num_queries):
    for _ in range(30):
        notify(person=ingrid, kind=WELCOME, link="/framework/")
    browser = enter(ingrid)
    with django_assert_max_num_queries(10):
        page = browser.get("/me/inbox/").content.decode()
    assert page.count("data-unread") == 20
    assert "30 not read" in page
    assert 'lang="nb"' in page, "the notice is in bokmål, the page in English"
    newest = Notice.objects.latest("pk")
    assert browser.post(f"/me/inbox/{newest.pk}/read/").url == "/framework/"
    assert "29 not read" in browser.get("/me/inbox/").content.decode()
    browser.post("/me/inbox/read/")
    assert "not read" not in browser.get("/me/inbox/").content.decode()


def test_an_empty_inbox_says_what_it_is_for(ingrid, enter):
    assert "Nothing to read" in enter(ingrid).get("/me/inbox/").content.decode()


def test_nobody_opens_the_notices_of_somebody_else(ingrid, amir, enter):
    notice = notify(person=ingrid, kind=WELCOME)
    stranger = enter(amir)
    assert "Velkommen" not in stranger.get("/me/inbox/").content.decode()
    assert stranger.post(f"/me/inbox/{notice.pk}/read/").status_code == 404
    assert stranger.post(f"/me/inbox/{notice.pk + 1000}/read/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_a_person_chooses_what_comes_by_mail(ingrid, enter):
    browser = enter(ingrid)
    assert 'value="notifications.welcome"' in browser.get("/me/notifications/").content.decode()
    browser.post("/me/notifications/", {"by_mail": []})
    assert "checked" not in browser.get("/me/notifications/").content.decode()
    wrong = browser.post("/me/notifications/", {"by_mail": ["notifications.account"]})
    assert wrong.status_code == 200
    notify(person=ingrid, kind=WELCOME)
    assert not Mail.objects.exists()
