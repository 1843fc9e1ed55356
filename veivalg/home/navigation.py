"""The main menu: one list, entries in the order they stand. An app's page enters it here."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.roles import Can


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu. `capability` None: also for those who have not signed in."""

    title: str | Promise
    route: str
    capability: Can | None = None


MENU = [
    Entry(_("My page"), "home:front", Can.USE_OWN_PAGES),
]


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the page shows it; `here` when the reader stands on it."""

    title: str | Promise
    url: str
    here: bool


def menu_for(request: HttpRequest) -> list[Link]:
    """The entries that the reader may open."""
    member = getattr(request, "member", None)
    links = []
    for entry in MENU:
        if entry.capability is None or (member and member.can(entry.capability)):
            url = reverse(entry.route)
            links.append(Link(entry.title, url, here=request.path == url))
    return links
