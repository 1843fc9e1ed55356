"""Every address says who may enter, and turns away the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import person
from veivalg.core.http import PUBLIC, SIGNED_IN
from veivalg.institutions.roles import CAPABILITIES, PLATFORM_CAPABILITIES, Can

SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-4000-8000-000000000000", "path": "x"}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Each address with its view; variable parts are filled with samples."""
    for entry in resolver.url_patterns:
        route = prefix + address(entry)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        elif isinstance(entry, URLPattern):
            yield "/" + route, entry.callback


def address(entry: URLPattern | URLResolver) -> str:
    route = str(entry.pattern)
    for name, converter in entry.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        sample = SAMPLES.get({"string": "str"}.get(kind, kind), "x")
        route = route.replace(f"<{kind}:{name}>", sample).replace(f"<str:{name}>", sample).replace(f"<{name}>", sample)
    return route


VIEWS = sorted(patterns(get_resolver()), key=lambda pair: pair[0])
GUARDED = [(route, view.access) for route, view in VIEWS if getattr(view, "access", PUBLIC) != PUBLIC]
CAPABLE = [(route, access) for route, access in GUARDED if access != SIGNED_IN]


@pytest.mark.parametrize(("route", "view"), VIEWS, ids=[route for route, _view in VIEWS])
def test_every_view_declares_access(route, view):
    allowed = {PUBLIC, SIGNED_IN, *(capability.name for capability in Can)}
    assert getattr(view, "access", None) in allowed, f"{route}: say who may enter (@requires, @signed_in or @public)"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("route", "access"), GUARDED)
def test_the_logged_out_are_asked_to_sign_in(db, route, access, method):
    answer = getattr(Client(), method)(route)
    assert answer.status_code in {302, 405}
    if answer.status_code == 302:
        assert "/accounts/login/" in answer.url


@pytest.mark.parametrize(("route", "access"), [pair for pair in CAPABLE if pair[1] != Can.USE_OWN_PAGES.name])
def test_too_little_capability_is_refused_before_any_row_is_read(nordhavn, enter, route, access):
    lacking = [role for role, cans in CAPABILITIES.items() if Can[access] not in cans]
    somebody = person("Nobody", nordhavn, lacking[0]) if lacking else person("Nobody")
    answer = enter(somebody).get(route)
    assert answer.status_code in {403, 405}


def test_every_capability_is_given_to_somebody():
    given = frozenset().union(*CAPABILITIES.values(), *PLATFORM_CAPABILITIES.values(), {Can.USE_OWN_PAGES})
    assert given == frozenset(Can)
