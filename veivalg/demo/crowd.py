"""Many researchers at once, for load tests: written in bulk, past the services, since nothing is decided for them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.core.errors import DomainError
from veivalg.demo.services import require_demo
from veivalg.demo.world import first_day, last_day
from veivalg.institutions.models import Affiliation, Institution, Membership, Person, PositionType, Unit
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for

PREFIX = "researcher-"
FIRST_NAMES = ["Anne", "Bilal", "Clara", "Dag", "Elif", "Finn", "Gro", "Hamid", "Ida", "Jan", "Kaja", "Luca", "Noor"]
LAST_NAMES = ["Berg", "Costa", "Dahl", "Eide", "Fuchs", "Gran", "Hassan", "Ito", "Jansen", "Khan", "Lie", "Novak"]
BATCH = 1_000
# Months of a whole term, by position type.
TERMS = {"phd-candidate": 48, "postdoc": 36, "research-assistant": 24, "temporary-researcher": 24}


class UnknownInstitution(DomainError):
    """Researchers need a place to work."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What is drawn for one of them: always the same for the same number."""

    name: str
    language: str
    position: str
    begun: int

    @classmethod
    def of(cls, number: int) -> Chance:
        draw = random.Random(number)  # noqa: S311 - invented people, not secrets
        position = draw.choice(list(TERMS))
        return cls(
            name=f"{draw.choice(FIRST_NAMES)} {draw.choice(LAST_NAMES)} {number}",
            language=draw.choice(["nb", "nb", "nn", "en"]),
            position=position,
            begun=draw.randrange(TERMS[position]),
        )


@transaction.atomic
def add_researchers(*, count: int, slug: str, today: date | None = None) -> list[str]:
    """Make `count` more researchers at an institution; their sign-in names."""
    require_demo()
    institution = Institution.objects.filter(slug=slug).first()
    if institution is None:
        raise UnknownInstitution(_("There is no institution called %(slug)s.") % {"slug": slug})
    day = today or timezone.localdate()
    taken = User.objects.filter(demo_name__startswith=PREFIX).count()
    numbers = range(taken + 1, taken + count + 1)
    people = make_people(numbers, institution)
    with acting_for(institution):
        make_places(people, numbers, institution, day)
    return [f"{PREFIX}{number:05}-{institution.slug}" for number in numbers]


def make_people(numbers: range, institution: Institution) -> list[Person]:
    """Accounts and people, in the order of their numbers."""
    users = [
        User(
            email=f"{PREFIX}{number:05}@{institution.slug}.example",
            demo_name=f"{PREFIX}{number:05}-{institution.slug}",
            password=make_password(None),
        )
        for number in numbers
    ]
    User.objects.bulk_create(users, batch_size=BATCH)
    people = []
    for user, number in zip(users, numbers, strict=True):
        chance = Chance.of(number)
        people.append(Person(user=user, name=chance.name, email=user.email, language=chance.language))
    return Person.objects.bulk_create(people, batch_size=BATCH)


def make_places(people: list[Person], numbers: range, institution: Institution, today: date) -> None:
    """A role and a position for each."""
    units = list(Unit.objects.filter(children=None))
    types = {row.code: row for row in PositionType.objects.all()}
    memberships, affiliations = [], []
    for person, number in zip(people, numbers, strict=True):
        chance = Chance.of(number)
        starts_on = first_day(today, -chance.begun)
        memberships.append(Membership(institution=institution, person=person, role=Role.RESEARCHER, since=starts_on))
        affiliations.append(
            Affiliation(
                institution=institution,
                person=person,
                unit=units[number % len(units)] if units else None,
                kind=Affiliation.Kind.EMPLOYMENT,
                position_type=types.get(chance.position),
                starts_on=starts_on,
                ends_on=last_day(today, TERMS[chance.position] - chance.begun - 1),
                source=Affiliation.Source.SELF_STATED,
            )
        )
    Membership.objects.bulk_create(memberships, batch_size=BATCH)
    Affiliation.objects.bulk_create(affiliations, batch_size=BATCH)
