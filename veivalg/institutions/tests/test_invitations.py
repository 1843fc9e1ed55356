from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.cast import person
from veivalg.accounts.tests.mailbox import sign_in, take_code, take_mail, type_code
from veivalg.audit.models import Entry
from veivalg.institutions.models import Invitation, Membership, Person
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for


@pytest.fixture
def kari_at_work(kari, enter):
    return enter(kari)


def invite(client: Client, people: str = "Nora Berg <nora@elsewhere.example>", role: str = "counsellor", **more):
    return client.post("/people/invite/", {"people": people, "role": role, "language": "nn"} | more, follow=True)


def link_in_mail() -> str:
    (link,) = re.findall(r"http://localhost:8000(/i/\S+)", str(take_mail().body))
    return str(link)


def rows(institution) -> list[Invitation]:
    with acting_for(institution):
        return list(Invitation.objects.all())


def test_from_invitation_to_role(kari_at_work, nordhavn):
    page = invite(kari_at_work)
    assert "1 invitation is on its way." in page.content.decode()
    message = mail.outbox[0]
    assert message.to == ["nora@elsewhere.example"]
    assert "karriererettleiing" in message.subject, "the mail is in the language that was chosen"
    link = link_in_mail()

    nora = Client(headers={"Accept-Language": "en"})
    assert "nora@elsewhere.example is invited in the role: Career counsellor." in nora.get(link).content.decode()
    nora.post("/accounts/login/", {"email": "nora@elsewhere.example", "next": link})
    assert type_code(nora, take_code(), next=link)["Location"] == link
    assert 'value="Nora Berg"' in nora.get(link).content.decode()
    answer = nora.post(link + "accept/", {"name": "Nora Berg", "language": "nb"})
    assert answer["Location"] == "/"
    person = Person.objects.get(email="nora@elsewhere.example")
    assert Membership.objects.owned_by(person).get().role == "counsellor"
    assert "You have said yes already." in nora.get(link).content.decode() or "ja" in nora.get(link).content.decode()


def test_a_researcher_is_asked_for_the_position_next(kari_at_work):
    invite(kari_at_work, role="researcher")
    link, nora = link_in_mail(), Client()
    sign_in(nora, "nora@elsewhere.example")
    answer = nora.post(link + "accept/", {"name": "Nora", "language": "nb"})
    assert answer["Location"] == "/me/positions/new/nordhavn/"


def test_the_secret_is_kept_nowhere_and_shown_to_nobody(kari_at_work, nordhavn):
    invite(kari_at_work)
    secret = link_in_mail().rstrip("/").rpartition("/")[2]
    assert secret not in kari_at_work.get("/people/").content.decode()
    assert secret not in str([row.__dict__ for row in rows(nordhavn)])
    assert secret not in str(list(Entry.objects.values()))


def test_somebody_else_who_is_signed_in_is_told_so(kari_at_work, ingrid, enter, nordhavn):
    invite(kari_at_work)
    link, client = link_in_mail(), enter(ingrid)
    assert "You are signed in as ingrid@example.org" in client.get(link).content.decode()
    client.post(link + "accept/")
    assert [row.role for row in Membership.objects.owned_by(ingrid)] == ["researcher"]
    assert rows(nordhavn)[0].accepted_at is None


def test_a_link_works_once_and_a_second_click_by_the_same_person_does_no_harm(kari_at_work, nordhavn):
    invite(kari_at_work)
    link, nora = link_in_mail(), Client(headers={"Accept-Language": "en"})
    sign_in(nora, "nora@elsewhere.example")
    for _click in range(2):
        assert nora.post(link + "accept/", {"name": "Nora", "language": "en"})["Location"] == "/"
    person = Person.objects.get(email="nora@elsewhere.example")
    with acting_for(nordhavn):
        Membership.objects.filter(person=person).update(until=timezone.localdate())
    nora.post(link + "accept/")
    assert not Membership.objects.owned_by(person).filter(until=None).exists(), "an old link gives no role back"


@pytest.mark.parametrize("what", ["too old", "withdrawn", "sent again"])
def test_a_link_that_no_longer_works(kari_at_work, nordhavn, what, time_machine):
    invite(kari_at_work)
    link, row = link_in_mail(), rows(nordhavn)[0]
    if what == "too old":
        time_machine.move_to(timezone.now() + timedelta(days=15))
    elif what == "withdrawn":
        kari_at_work.post(f"/people/invitations/{row.pk}/withdraw/")
    else:
        kari_at_work.post(f"/people/invitations/{row.pk}/resend/")
        assert link_in_mail() != link
    answer = Client(headers={"Accept-Language": "en"}).get(link)
    if what == "sent again":
        assert answer.status_code == 404, "nobody knows the old secret any more"
    else:
        assert "has been used or withdrawn, or it is too old" in answer.content.decode()


def test_only_one_open_invitation_per_address_and_role(kari_at_work, nordhavn):
    invite(kari_at_work)
    page = invite(kari_at_work, "NORA@elsewhere.example\nper@elsewhere.example").content.decode()
    assert "nora@elsewhere.example has been invited to this role already." in page
    assert "1 invitation is on its way." in page
    invite(kari_at_work, role="organiser")
    assert len(rows(nordhavn)) == 3
    assert len(mail.outbox) == 3
    mail.outbox.clear()


def test_a_slip_in_one_address_loses_nothing(kari_at_work, nordhavn):
    page = invite(kari_at_work, "nora@elsewhere.example\nnot an address").content.decode()
    assert "This is no e-mail address: not an address" in page
    assert "nora@elsewhere.example" in page
    assert not rows(nordhavn)


def test_another_institution_finds_nothing(kari_at_work, per, nordhavn, fjellheim, enter):
    invite(kari_at_work)
    link, row = link_in_mail(), rows(nordhavn)[0]
    other = enter(person("Signe", fjellheim, Role.COORDINATOR))
    for act in ("withdraw", "resend"):
        assert other.post(f"/people/invitations/{row.pk}/{act}/").status_code == 404
    assert "nora@" not in other.get("/people/").content.decode()
    assert Client().get(link.replace("nordhavn", "fjellheim")).status_code == 404
    assert enter(per).post(f"/people/invitations/{row.pk}/withdraw/").status_code == 403
