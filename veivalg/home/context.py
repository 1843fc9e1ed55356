"""What the head of every page shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from veivalg.home.navigation import menus_for


def navigation(request: HttpRequest) -> dict[str, Any]:
    return {"navigation": SimpleLazyObject(lambda: menus_for(request))}
