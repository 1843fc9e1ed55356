"""Language and theme, two switches that every page carries; and what a telephone asks before it makes a shortcut."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, get_language
from django.views.decorators.http import require_GET, require_POST

from veivalg.core.context import THEME_COOKIE, THEMES
from veivalg.core.http import public


def back(request: HttpRequest) -> HttpResponse:
    """To the page the reader came from, if it is ours."""
    where = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(
        where, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        where = "/"
    return redirect(where)


def remember(response: HttpResponse, cookie: str, value: str) -> None:
    response.set_cookie(
        cookie, value, max_age=settings.LANGUAGE_COOKIE_AGE, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Show pages in another language from now on."""
    response = back(request)
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES) and check_for_language(code):
        remember(response, settings.LANGUAGE_COOKIE_NAME, code)
    return response


@public
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Show pages light, dark, or as the machine is set."""
    response = back(request)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        remember(response, THEME_COOKIE, theme)
    return response


@public
@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """Name, colours and icon for the home screen of a telephone."""
    about = {
        "name": "Veivalg",
        "lang": get_language(),
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#f5f3ed",
        "theme_color": "#035947",
        "icons": [{"src": static("brand/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(about, content_type="application/manifest+json")
