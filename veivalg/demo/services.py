"""The demo world: built once through the services that real people use, and refused where DEMO is off."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.accounts.services import make_demo_account
from veivalg.core.errors import DomainError
from veivalg.demo.profiles import build_profile
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
from veivalg.institutions.models import Institution, Person, PlatformMembership, PositionType, Relation, Unit
from veivalg.institutions.phases import Phase, Stretch
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services.domains import approve_domain
from veivalg.institutions.services.people import give_role, make_person, relate
from veivalg.institutions.services.positions import PositionFields, choose_phase, state_position
from veivalg.institutions.services.setup import add_unit, found_institution, load_position_types

# Those without a position have been here so long.
MONTHS_OF_STAFF = 30


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
    missing = people_not_made(world)
    if not missing:
        return 0
    day = today or timezone.localdate()
    load_position_types()
    for institution in world.institutions:
        build_institution(institution)
    for person in missing:
        build_person(person, day)
    for relation in world.relations:
        build_relation(relation, first_day(day, -12))
    return len(missing)


def people_not_made(world: World) -> list[DemoPerson]:
    names = [person.sign_in for person in world.people]
    made = set(User.objects.filter(demo_name__in=names).values_list("demo_name", flat=True))
    return [person for person in world.people if person.sign_in not in made]


def build_institution(source: DemoInstitution) -> None:
    if Institution.objects.filter(slug=source.slug).exists():
        return
    institution = found_institution(
        slug=source.slug, kind=source.kind, names=source.names, contact_email=source.contact_email
    )
    for domain in source.domains:
        approve_domain(institution=institution, domain=domain)
    for unit in source.units:
        build_unit(unit, institution, parent=None)


def build_unit(source: DemoUnit, institution: Institution, parent: Unit | None) -> None:
    unit = add_unit(institution=institution, code=source.code, names=source.names, parent=parent)
    for below in source.units:
        build_unit(below, institution, parent=unit)


def build_person(source: DemoPerson, today: date) -> Person:
    """An account with its sign-in, roles, positions and leave."""
    account = make_demo_account(email=source.email, demo_name=source.sign_in)
    person = make_person(name=source.name, email=source.email, language=source.language, user=account)
    here_since = min((position.starts for position in source.positions), default=-MONTHS_OF_STAFF)
    for slug, role in source.roles:
        institution = Institution.objects.get(slug=slug)
        give_role(institution=institution, person=person, role=Role(role), since=first_day(today, here_since))
    for role in source.platform_roles:
        PlatformMembership.objects.create(person=person, role=role)
    for position in source.positions:
        build_position(position, person, today)
    if source.phase:
        choose_phase(person=person, phase=Phase(source.phase))
    if source.profile:
        build_profile(person, source.profile)
    return person


def build_position(source: DemoPosition, person: Person, today: date) -> None:
    institution = Institution.objects.get(slug=source.at)
    with acting_for(institution):
        unit = Unit.objects.get(code=source.unit)
    position = PositionFields(
        kind=source.kind,
        starts_on=first_day(today, source.starts),
        ends_on=None if source.ends is None else last_day(today, source.ends),
        position_type=PositionType.objects.get(code=source.type) if source.type else None,
        unit=unit,
        percentage=source.percentage,
        leaves=tuple(Stretch(first_day(today, first), last_day(today, last)) for first, last in source.leave),
    )
    state_position(person=person, institution=institution, position=position)


def build_relation(source: DemoRelation, since: date) -> None:
    relate(
        institution=Institution.objects.get(slug=source.at),
        kind=source.kind,
        from_person=Person.objects.get(user__demo_name=source.from_sign_in),
        to_person=Person.objects.get(user__demo_name=source.to_sign_in),
        source=Relation.Source.DECLARED,
        since=since,
    )
