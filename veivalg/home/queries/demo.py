"""What the pages of `home` gather."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.models import Institution, Person
from veivalg.institutions.roles import PlatformRole, Role

RESEARCHERS_AT_FIRST = 4


@dataclass(slots=True)
class DemoPerson:
    """An invented person whom a visitor may be for a while."""

    name: str
    url: str
    roles: list[str | Promise] = field(default_factory=list)


@dataclass(slots=True)
class DemoPlace:
    """An invented institution, or the platform, with its people."""

    name: str | Promise
    people: list[DemoPerson]

    @property
    def first(self) -> list[DemoPerson]:
        """A few researchers, and everybody in another role."""
        return [somebody for somebody in self.people if somebody not in self.more]

    @property
    def more(self) -> list[DemoPerson]:
        """The other researchers, folded away."""
        researchers = [somebody for somebody in self.people if somebody.roles == [Role.RESEARCHER.label]]
        return researchers[RESEARCHERS_AT_FIRST:]


def demo_people() -> list[DemoPlace]:
    """Demo people by institution. Joined from the person's side: only invented people have a demo name."""
    names = {institution.pk: institution.name for institution in Institution.objects.prefetch_related("names")}
    rows = (
        Person.objects.filter(user__demo_name__isnull=False)
        .exclude(user__demo_name__startswith="researcher-")  # made by the thousand for load tests
        .order_by(F("memberships__institution").asc(nulls_last=True), "pk")
        .values_list(
            "name", "user__demo_name", "memberships__institution", "memberships__role", "platform_memberships__role"
        )
    )
    places: dict[int | None, dict[str, DemoPerson]] = {}
    for name, demo_name, institution, role, platform_role in rows:
        url = reverse("demo-sign-in", args=[demo_name])
        somebody = places.setdefault(institution, {}).setdefault(str(demo_name), DemoPerson(name, url))
        if role:
            somebody.roles.append(Role(role).label)
        if platform_role:
            somebody.roles.append(PlatformRole(platform_role).label)
    return [DemoPlace(names.get(pk or 0, _("Others")), list(people.values())) for pk, people in places.items()]
