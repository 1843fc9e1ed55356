"""The people and places of all tests.

Ingrid (postdoc) and Amir (PhD candidate) work at Nordhavn, a university. Solveig is a counsellor and Kari the
coordinator there, Leif leads Ingrid's department. Per is a counsellor at Fjellheim, a health trust: he must see nothing
of Nordhavn. Oda runs the platform. Each fixture is the person; `enter(person)` gives a browser with them signed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from veivalg.accounts.models import User
from veivalg.framework.services import load_framework
from veivalg.institutions.models import (
    Affiliation,
    Institution,
    InstitutionName,
    Membership,
    Person,
    PlatformMembership,
    PositionType,
    PositionTypeName,
)
from veivalg.institutions.roles import PlatformRole, Role
from veivalg.institutions.scoping import acting_for


def institution(slug: str, kind: str, **names: str) -> Institution:
    made = Institution.objects.create(slug=slug, kind=kind)
    for language, name in names.items():
        InstitutionName.objects.create(institution=made, language=language, name=name)
    return made


def person(name: str, at: Institution | None = None, *roles: Role) -> Person:
    """Somebody with an account, and with roles at an institution since last year."""
    email = f"{name.lower()}@example.org"
    made = Person.objects.create(name=name, email=email, user=User.objects.create_user(email))
    if at:
        with acting_for(at):
            for role in roles:
                since = timezone.localdate() - timedelta(days=400)
                Membership.objects.create(institution=at, person=made, role=role, since=since)
    return made


def employ(who: Person, at: Institution, position: str, starts_on: date, ends_on: date | None) -> Affiliation:
    """Give somebody a position; the position type is made where it is missing."""
    position_type, new = PositionType.objects.get_or_create(
        code=position, defaults={"duty_in_regulation": True, "in_target_group": True}
    )
    if new:
        PositionTypeName.objects.create(position_type=position_type, language="nb", name=position)
    with acting_for(at):
        return Affiliation.objects.create(
            institution=at,
            person=who,
            kind=Affiliation.Kind.EMPLOYMENT,
            position_type=position_type,
            starts_on=starts_on,
            ends_on=ends_on,
            source=Affiliation.Source.ENTERED,
        )


@pytest.fixture
def nordhavn(db: None) -> Institution:
    return institution(
        "nordhavn", Institution.Kind.UNIVERSITY, nb="Universitetet i Nordhavn", en="University of Nordhavn"
    )


@pytest.fixture
def fjellheim(db: None) -> Institution:
    return institution(
        "fjellheim", Institution.Kind.HEALTH_TRUST, nb="Fjellheim helseforetak", en="Fjellheim Health Trust"
    )


@pytest.fixture
def framework(db: None) -> None:
    """HK-dir's framework, loaded."""
    load_framework()


@pytest.fixture
def ingrid(nordhavn: Institution) -> Person:
    made = person("Ingrid", nordhavn, Role.RESEARCHER)
    today = timezone.localdate()
    employ(made, nordhavn, "postdoc", today - timedelta(days=500), today + timedelta(days=600))
    return made


@pytest.fixture
def amir(nordhavn: Institution) -> Person:
    made = person("Amir", nordhavn, Role.RESEARCHER)
    today = timezone.localdate()
    employ(made, nordhavn, "phd-candidate", today - timedelta(days=30), today + timedelta(days=1000))
    return made


@pytest.fixture
def solveig(nordhavn: Institution) -> Person:
    return person("Solveig", nordhavn, Role.COUNSELLOR)


@pytest.fixture
def kari(nordhavn: Institution) -> Person:
    return person("Kari", nordhavn, Role.COORDINATOR)


@pytest.fixture
def leif(nordhavn: Institution) -> Person:
    return person("Leif", nordhavn, Role.LEADER)


@pytest.fixture
def per(fjellheim: Institution) -> Person:
    return person("Per", fjellheim, Role.COUNSELLOR)


@pytest.fixture
def oda(db: None) -> Person:
    made = person("Oda")
    PlatformMembership.objects.create(person=made, role=PlatformRole.OPERATOR)
    return made


@pytest.fixture
def enter() -> Callable[..., Client]:
    def signed_in(who: Person, language: str = "en") -> Client:
        client = Client(headers={"Accept-Language": language})
        client.cookies["django_language"] = language
        assert who.user
        client.force_login(who.user)
        return client

    return signed_in


@pytest.fixture(autouse=True)
def no_unexpected_mail() -> Iterator[None]:
    """A test that sends mail must look at it and empty the box."""
    yield
    left = [message.subject for message in getattr(mail, "outbox", [])]
    assert not left, f"Mail that no test expected: {left}"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be called."""
    import socket

    real = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(host, str) and not host.startswith(("127.", "::1", "localhost", "/")):
            raise AssertionError(f"A test tried to call {host}.")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def emptied_audit_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """SQLite is emptied by DELETE after a test with real transactions; the audit log refuses that: open it once."""
    marker = request.node.get_closest_marker("django_db")
    real = (marker and marker.kwargs.get("transaction")) or "transactional_db" in request.fixturenames
    if real:
        request.getfixturevalue("transactional_db")
    yield
    if real and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_no_delete'")
            made_by = cursor.fetchone()
            cursor.execute("DROP TRIGGER audit_no_delete")
            cursor.execute("DELETE FROM audit_entry")
            cursor.execute(made_by[0])
