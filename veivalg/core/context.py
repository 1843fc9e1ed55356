"""What every page needs: theme, languages and who runs the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "veivalg_theme"


def page(request: HttpRequest) -> dict[str, Any]:
    """`theme`: auto, light or dark; `languages`: each by its own name; `operated_by` and
    `contact_email`: who runs the site; `demo`: whether the people are invented.
    """
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    return {
        "theme": theme if theme in THEMES else "auto",
        "languages": settings.LANGUAGES,
        "operated_by": settings.OPERATED_BY,
        "contact_email": settings.CONTACT_EMAIL,
        "demo": settings.DEMO,
    }
