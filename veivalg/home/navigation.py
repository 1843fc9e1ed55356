"""The menus: one list, entries in the order they stand. A new page enters here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.roles import Can


class Place(StrEnum):
    """Where an entry stands."""

    MAIN = "main"
    OWN = "own"  # the menu under the reader's name
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu. `capability` None: also for those who have not signed in."""

    title: str | Promise
    route: str
    capability: Can | None = None
    place: Place = Place.MAIN


MENU = [
    Entry(_("My page"), "home:front", Can.USE_OWN_PAGES),
    Entry(_("My competence"), "competence:start", Can.USE_OWN_PAGES),
    Entry(_("Library"), "library:shelf"),
    Entry(_("The framework"), "framework:model"),
    Entry(_("The editors’ desk"), "library:desk", Can.PUBLISH_ARTICLES),
    Entry(_("People"), "institutions:people", Can.MANAGE_PEOPLE),
    Entry(_("Mail queue"), "notifications:queue", Can.SEE_OPERATIONS),
    Entry(_("Taxonomy"), "competence:taxonomy", Can.IMPORT_TAXONOMY),
    Entry(_("Kept for later"), "library:kept", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("Inbox"), "notifications:inbox", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("My positions"), "institutions:positions", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("Settings"), "institutions:own-settings", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("Sign-in and security"), "account_security", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("My data"), "home:data", Can.USE_OWN_PAGES, Place.OWN),
    Entry(_("What Veivalg is"), "home:about", place=Place.FOOT),
    Entry(_("The framework"), "framework:model", place=Place.FOOT),
    Entry(_("Who sees what"), "home:privacy", place=Place.FOOT),
    Entry(_("Accessibility"), "home:accessibility", place=Place.FOOT),
    Entry(_("The demo's mailbox"), "notifications:demo-mailbox", place=Place.FOOT),  # exists in a demo only
]


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the page shows it; `here`: "page" when the reader stands on it, "true" when on a page below it."""

    title: str | Promise
    url: str
    here: str


def menus_for(request: HttpRequest) -> dict[str, list[Link]]:
    """Place → the entries there that the reader may open."""
    member = getattr(request, "member", None)
    open_to_reader = [entry for entry in MENU if entry.capability is None or (member and member.can(entry.capability))]
    return {place: links((e for e in open_to_reader if e.place == place), request.path) for place in Place}


def links(entries: Iterable[Entry], path: str) -> list[Link]:
    found = [(entry.title, address(entry.route)) for entry in entries]
    return [Link(title, url, where(path, url)) for title, url in found if url]


def where(path: str, url: str) -> str:
    """The value of `aria-current`.

    >>> where("/people/", "/people/"), where("/people/7/", "/people/"), where("/people/", "/")
    ('page', 'true', '')
    """
    if path == url:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""


@cache
def address(route: str) -> str:
    """Addresses never change while a process runs; a few routes exist in a demo only, and are empty elsewhere."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
