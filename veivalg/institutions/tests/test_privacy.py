from __future__ import annotations

import json
from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone, translation

from veivalg.accounts.models import Session, User
from veivalg.accounts.privacy import erase as erase_account
from veivalg.accounts.privacy import export_for as export_account
from veivalg.audit.models import Entry
from veivalg.audit.privacy import export_for as export_audit
from veivalg.core.privacy import privacy_modules
from veivalg.institutions.models import Affiliation, Invitation, Membership, Person
from veivalg.institutions.privacy import erase, export_for
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import forget_old_invitations, give_role, invite, relate


def test_the_export_holds_all_that_is_kept_and_nothing_of_others(ingrid, leif, amir, nordhavn, fjellheim):
    give_role(institution=fjellheim, person=ingrid, role=Role.ORGANISER)
    relate(institution=nordhavn, kind="leads", from_person=leif, to_person=ingrid, source="imported")
    data = export_for(ingrid.pk)
    assert data["person"]["email"] == "ingrid@example.org"
    assert data["affiliations"][0]["position_type"] == "postdoc"
    assert {row["institution"] for row in data["roles"]} == {"nordhavn", "fjellheim"}
    assert data["relations"][0]["from_person__name"] == "Leif"
    everything = json.dumps(data | export_account(ingrid.pk) | export_audit(ingrid.pk), cls=DjangoJSONEncoder)
    assert "amir" not in everything.lower()


def test_erasing_leaves_no_trace_but_a_number_in_the_log(ingrid, amir, nordhavn, kari, enter, mailoutbox):
    enter(ingrid).get("/me/positions/")
    invite(institution=nordhavn, email="ingrid@example.org", role=Role.EDITOR, language="nb", by=kari)
    mailoutbox.clear()
    before = Entry.objects.count()
    number = ingrid.pk
    erase_account(number)
    erase(number)
    assert not Person.objects.filter(pk=number).exists()
    assert not User.objects.filter(email="ingrid@example.org").exists()
    assert not Session.objects.filter(account__email="ingrid@example.org").exists()
    with acting_for(nordhavn):
        assert not Affiliation.objects.filter(person=number).exists()
        assert not Membership.objects.filter(person=number).exists()
        assert not Invitation.objects.exists()
    assert Entry.objects.count() > before
    assert "ingrid" not in str(list(Entry.objects.values_list("details", flat=True))).lower()
    assert Person.objects.filter(pk=amir.pk).exists()


def test_every_app_says_what_it_keeps_in_all_languages(db):
    for language in ("nb", "nn", "en"):
        with translation.override(language):
            for module in privacy_modules().values():
                for row in module.kept():
                    assert all(map(str, (row.purpose, row.legal_basis, row.retention, row.who_sees)))


def test_an_invitation_that_nobody_took_is_forgotten_after_a_year(nordhavn, kari, mailoutbox, time_machine):
    invite(institution=nordhavn, email="x@x.example", role=Role.EDITOR, language="nb", by=kari)
    mailoutbox.clear()
    assert forget_old_invitations() == 0
    time_machine.move_to(timezone.now() + timedelta(days=366))
    assert forget_old_invitations() == 1
