"""The demo world: built once, told apart from real data by its sign-in names, refused where DEMO is off."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.accounts.services import make_demo_account
from veivalg.core.errors import DomainError
from veivalg.demo.world import (
    DemoInstitution,
    DemoPerson,
    DemoPosition,
    DemoRelation,
    DemoUnit,
    World,
    first_day,
    last_day,
    read_world,
)
from veivalg.institutions.models import (
    Affiliation,
    Institution,
    InstitutionName,
    Leave,
    Membership,
    Person,
    PlatformMembership,
    PositionType,
    Relation,
    Unit,
    UnitName,
)
from veivalg.institutions.scoping import acting_for


class DemoIsOff(DomainError):
    """Invented people have nothing to do beside real ones."""


def require_demo() -> None:
    """Refuse where real people may be."""
    if not settings.DEMO:
        raise DemoIsOff(_("The demo world exists only where DEMO=1 is set."))


@transaction.atomic
def build_world(*, today: date | None = None) -> int:
    """Make what is missing of the demo world and leave the rest alone; the number of people made."""
    require_demo()
    world = read_world()
    day = today or timezone.localdate()
    for institution in world.institutions:
        build_institution(institution)
    missing = people_not_made(world)
    for person in missing:
        build_person(person, day)
    for relation in world.relations:
        if missing:
            build_relation(relation, first_day(day, -12))
    return len(missing)


def people_not_made(world: World) -> list[DemoPerson]:
    names = [person.sign_in for person in world.people]
    made = set(User.objects.filter(demo_name__in=names).values_list("demo_name", flat=True))
    return [person for person in world.people if person.sign_in not in made]


def build_institution(source: DemoInstitution) -> None:
    institution, new = Institution.objects.get_or_create(
        slug=source.slug, defaults={"kind": source.kind, "contact_email": source.contact_email}
    )
    if new:
        for language, name in source.names.items():
            InstitutionName.objects.create(institution=institution, language=language, name=name)
        with acting_for(institution):
            for unit in source.units:
                build_unit(unit, institution, parent=None)


def build_unit(source: DemoUnit, institution: Institution, parent: Unit | None) -> None:
    unit = Unit.objects.create(institution=institution, code=source.code, parent=parent)
    for language, name in source.names.items():
        UnitName.objects.create(unit=unit, language=language, name=name)
    for below in source.units:
        build_unit(below, institution, parent=unit)


def build_person(source: DemoPerson, today: date) -> Person:
    """An account with its sign-in, roles, positions and leave."""
    person = Person.objects.create(
        user=make_demo_account(email=source.email, demo_name=source.sign_in),
        name=source.name,
        email=source.email,
        language=source.language,
        chosen_phase=source.phase,
    )
    for slug, role in source.roles:
        institution = Institution.objects.get(slug=slug)
        since = min((first_day(today, position.starts) for position in source.positions), default=first_day(today, -30))
        with acting_for(institution):
            Membership.objects.create(institution=institution, person=person, role=role, since=since)
    for role in source.platform_roles:
        PlatformMembership.objects.create(person=person, role=role)
    for position in source.positions:
        build_position(position, person, today)
    return person


def build_position(source: DemoPosition, person: Person, today: date) -> None:
    institution = Institution.objects.get(slug=source.at)
    with acting_for(institution):
        affiliation = Affiliation.objects.create(
            institution=institution,
            person=person,
            unit=Unit.objects.get(code=source.unit),
            kind=source.kind,
            position_type=PositionType.objects.filter(code=source.type).first(),
            starts_on=first_day(today, source.starts),
            ends_on=None if source.ends is None else last_day(today, source.ends),
            percentage=source.percentage,
            source=Affiliation.Source.SELF_STATED,
        )
        for first, last in source.leave:
            Leave.objects.create(
                affiliation=affiliation, starts_on=first_day(today, first), ends_on=last_day(today, last)
            )


def build_relation(source: DemoRelation, since: date) -> None:
    institution = Institution.objects.get(slug=source.at)
    with acting_for(institution):
        Relation.objects.get_or_create(
            institution=institution,
            kind=source.kind,
            from_person=Person.objects.get(user__demo_name=source.from_sign_in),
            to_person=Person.objects.get(user__demo_name=source.to_sign_in),
            defaults={"source": Relation.Source.DECLARED, "since": since},
        )
